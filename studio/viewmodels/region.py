"""The region of a picture that alone may change: drawn, kept with the version, handed to the composer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.domain.geometry import PixelSize
from studio.domain.marks import Region
from studio.viewmodels.drawn_on import DrawnOn
from studio.viewmodels.markup_state import Use
from studio.viewmodels.region_state import (
    RegionState,
    RegionTool,
    clearing,
    feathering,
    nudging,
    patching,
    redoing,
    sizing,
    undoing,
)
from studio.viewmodels.steps import Steps
from studio.viewmodels.viewer_state import ViewerMode

if TYPE_CHECKING:
    from studio.domain.marks import Patch
    from studio.viewmodels.composer import ComposerViewModel
    from studio.viewmodels.drawings import Drawings
    from studio.viewmodels.tasks import Tasks
    from studio.viewmodels.viewer import ViewerViewModel


class RegionViewModel(QObject):
    """Owns RegionState. `used` when the composer has got the region: it is time to write what changes."""

    state_changed = Signal()
    used = Signal()

    def __init__(
        self, *, viewer: ViewerViewModel, drawings: Drawings, composer: ComposerViewModel, tasks: Tasks
    ) -> None:
        super().__init__()
        self._tasks = tasks
        self._composer = composer
        self._state = RegionState()
        self._steps: dict[str, Steps[Region]] = {}
        self._early: list[Patch] = []
        self.drawn_on = DrawnOn(ViewerMode.REGION, viewer=viewer, drawings=drawings)
        self.drawn_on.changed.connect(self._follow)
        composer.state_changed.connect(self._follow_composer)

    @property
    def state(self) -> RegionState:
        """The state now."""
        return self._state

    # Drawing

    def choose_tool(self, tool: RegionTool) -> None:
        """Draw with this."""
        self._show(replace(self._state, tool=tool))

    def erase(self, *, erases: bool) -> None:
        """Take away with the tool, or add."""
        self._show(replace(self._state, erases=erases))

    def size(self, by: int) -> None:
        """Make the brush so many steps larger, or smaller."""
        self._show(sizing(self._state, by))

    def choose_radius(self, radius: float) -> None:
        """Let the brush be so large, as a fraction of the picture's longer side."""
        self._show(sizing(replace(self._state, radius=radius), 0))

    def add(self, patch: Patch) -> None:
        """Add this, or take it away; as soon as it is known what was drawn before."""
        if self._state.ready:
            self._change(patching(self._state, patch))
        else:
            self._early.append(patch)

    def nudge(self, dx: float, dy: float) -> None:
        """Move what was drawn last by these fractions of the picture."""
        self._change(nudging(self._state, dx, dy))

    def feather(self, feather: float) -> None:
        """Blend the edge so far outwards, as a fraction of the picture's longer side."""
        if self._state.ready:
            self._change(feathering(self._state, feather))

    def clear(self) -> None:
        """Begin again."""
        self._change(clearing(self._state))

    def undo(self) -> None:
        """Take the last step back."""
        self._change(undoing(self._state))

    def redo(self) -> None:
        """Do it once more."""
        self._change(redoing(self._state))

    # As a limit

    def use(self) -> None:
        """Have the composer continue this version, and let only this region change, if there is any."""
        version, region = self.drawn_on.version, self._state.region
        if version is None or self._state.is_empty:
            return
        size = PixelSize(version.width, version.height)

        async def hand_over() -> None:
            import asyncio  # not loaded before the first paint

            if await asyncio.to_thread(_holds_pixels, region, size):
                self._composer.take_region(version, region)
                self._follow_composer()
                self.used.emit()
            elif region == self._state.region:
                self._show(replace(self._state, is_rubbed_out=True))

        self._tasks.start(hand_over)

    def stop_using(self) -> None:
        """Let all of it change; the region stays as it is."""
        if self.drawn_on.version is not None:
            self._composer.take_region(self.drawn_on.version, None)
            self._follow_composer()

    # Following

    def _follow(self) -> None:
        """Another version is drawn on, or more is known of it."""
        version, drawing, state = self.drawn_on.version, self.drawn_on.drawing, self._state
        if version is None:
            return
        if version.id != state.id:
            if state.ready:
                self._steps[state.id] = state.steps
            self._early = []
            state = replace(state, id=version.id, ready=False, steps=Steps(Region(())), is_rubbed_out=False)
        if not state.ready and drawing is not None:
            known = self._steps.get(version.id)
            state = replace(state, ready=True, steps=known or Steps(drawing.region))
        self._show(state)
        while state.ready and self._early:
            self.add(self._early.pop(0))

    def _follow_composer(self) -> None:
        self._show(self._state)

    def _change(self, state: RegionState) -> None:
        if state.region != self._state.region:
            self.drawn_on.keep_region(state.region)
            state = replace(state, is_rubbed_out=False)
        self._show(state)

    def _show(self, state: RegionState) -> None:
        state = replace(state, use=self._use(state))
        if state != self._state:
            self._state = state
            self.state_changed.emit()

    def _use(self, state: RegionState) -> Use:
        recipe = self._composer.recipe
        if not state.id or recipe.parent != state.id or recipe.region is None:
            return Use.NOT_USED
        return Use.USED if recipe.region == state.region else Use.OUTDATED


def _holds_pixels(region: Region, size: PixelSize) -> bool:
    """Whether any pixel of a picture of this size may change, for a thread."""
    from studio.imaging.mask import mask_of  # brings numpy

    return bool(mask_of(replace(region, feather=0.0), size).any())

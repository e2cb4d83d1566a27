"""Guides and the grid over what the viewer shows: kept for each version while the program runs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.domain.geometry import PixelSize
from studio.domain.guides import GRID_POINTS, Axis, Guide, grid_line, places, snapped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studio.viewmodels.viewer import ViewerViewModel


NOTHING = PixelSize(1, 1)


@dataclass(frozen=True, slots=True)
class Lines:
    """What lies over one version; `scale` is how many of its pixels a point has."""

    guides: tuple[Guide, ...] = ()
    scale: int = 1


@dataclass(frozen=True, slots=True)
class GuidesState:
    """`id` is the version's, empty while none is shown. Whether grid and rulers are shown is the same for
    every version; with the rulers go the guides.
    """

    id: str = ""
    picture: PixelSize = NOTHING
    lines: Lines = Lines()
    shows_grid: bool = False
    shows_rulers: bool = False

    @property
    def guides(self) -> tuple[Guide, ...]:
        """Those of the version."""
        return self.lines.guides

    @property
    def step(self) -> int:
        """Between two lines of the grid, in pixels of the picture."""
        return GRID_POINTS * self.lines.scale

    def snap(self, place: float, axis: Axis, reach: float) -> float:
        """To what is shown and lies within so many pixels; a guide wins over the grid."""
        if self.shows_rulers:
            held = snapped(place, places(self.guides, axis), reach)
            if held != place:
                return held
        if self.shows_grid:
            return snapped(place, (grid_line(place, self.step),), reach)
        return place


class GuidesViewModel(QObject):
    """Owns GuidesState."""

    state_changed = Signal()

    def __init__(self, *, viewer: ViewerViewModel) -> None:
        super().__init__()
        self._viewer = viewer
        self._state = GuidesState()
        self._kept: dict[str, Lines] = {}
        viewer.state_changed.connect(self._follow)
        self._follow()

    @property
    def state(self) -> GuidesState:
        """The state now."""
        return self._state

    def show_grid(self, *, shows: bool) -> None:
        """Lay the grid over the picture, or take it away."""
        self._show(replace(self._state, shows_grid=shows))

    def show_rulers(self, *, shows: bool) -> None:
        """Show guides, and the rulers that they are taken from, or neither."""
        self._show(replace(self._state, shows_rulers=shows))

    def set_scale(self, scale: int) -> None:
        """Take the picture as one of so many pixels for each point."""
        self._change(replace(self._state.lines, scale=scale))

    def set_guides(self, axis: Axis, at: Iterable[int]) -> None:
        """These are the guides of that axis now; what lies beside the picture is left out."""
        most = axis.length(self._state.picture)
        kept = {guide for guide in self._state.guides if guide.axis is not axis}
        new = {Guide(axis, place) for place in at if 0 <= place <= most}
        self._change(replace(self._state.lines, guides=tuple(sorted(kept | new))))

    def add(self, guide: Guide) -> None:
        """One more."""
        self.set_guides(guide.axis, (*places(self._state.guides, guide.axis), guide.at))

    def remove(self, guide: Guide) -> None:
        """One less."""
        others = [at for at in places(self._state.guides, guide.axis) if at != guide.at]
        self.set_guides(guide.axis, others)

    def clear(self) -> None:
        """No guides on this version."""
        self._change(replace(self._state.lines, guides=()))

    def _follow(self) -> None:
        version = self._viewer.state.version
        if version is None:
            return
        known = self._viewer.picture or version
        size, lines = PixelSize(known.width, known.height), self._kept.get(version.id, Lines())
        self._show(replace(self._state, id=version.id, picture=size, lines=lines))

    def _change(self, lines: Lines) -> None:
        if self._state.id:
            self._kept[self._state.id] = lines
            self._show(replace(self._state, lines=lines))

    def _show(self, state: GuidesState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit()

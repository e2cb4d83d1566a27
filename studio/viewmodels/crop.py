"""The crop of what the viewer shows: a choice for an export, kept for each version while the program runs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.domain.crop import Cut, Grip, Lock, LockKind, drawn, focus_of, moved, pulled, rule_of, sized
from studio.domain.geometry import PixelSize
from studio.viewmodels.crop_state import CropState, beginning, clearing, cutting, locking
from studio.viewmodels.viewer_state import ViewerMode

if TYPE_CHECKING:
    from studio.domain.export_sizes import Box, Focus, SizeRule
    from studio.viewmodels.crop_copying import CropCopying
    from studio.viewmodels.viewer import ViewerViewModel


class CropViewModel(QObject):
    """Owns CropState. `export_requested` carries a version's id and the SizeRule of its crop;
    `focus_requested` the id and the Focus that sizes which fill a frame are to keep.
    """

    state_changed = Signal()
    export_requested = Signal(str, object)
    focus_requested = Signal(str, object)

    def __init__(self, *, viewer: ViewerViewModel, copying: CropCopying) -> None:
        super().__init__()
        self._viewer = viewer
        self._copying = copying
        self._state = CropState()
        self._kept: dict[str, CropState] = {}
        viewer.state_changed.connect(self._follow)
        viewer.look.state_changed.connect(self._follow)

    @property
    def state(self) -> CropState:
        """The state now."""
        return self._state

    def focus_of(self, version_id: str) -> Focus | None:
        """The middle of what was chosen of this version since the start; None where nothing was."""
        kept = self._kept.get(version_id)
        return None if kept is None or kept.is_whole else focus_of(kept.box, kept.picture)

    # Cropping

    def draw(self, first: tuple[float, float], last: tuple[float, float], *, same: str = "") -> None:
        """A new one from place to place, in the picture's pixels."""
        if self._state.lock.kind is LockKind.PIXELS:
            self.move_middle(*last, same=same)
            return
        self._cut(drawn(first, last, self._state.picture, self._state.lock.shape), same=same)

    def pull(self, box: Box, grip: Grip, x: float, y: float, *, same: str = "") -> None:
        """Lead edges of `box`, as it was when that began, to this place."""
        if self._state.lock.kind is not LockKind.PIXELS:
            self._cut(pulled(box, grip, x, y, self._state.picture, self._state.lock.shape), same=same)

    def move(self, box: Box, dx: int, dy: int, *, same: str = "") -> None:
        """Move `box`, as it was when that began, by so many pixels."""
        self._cut(moved(box, dx, dy, self._state.picture), same=same)

    def move_middle(self, x: float, y: float, *, same: str = "") -> None:
        """Lead its middle there."""
        box = self._state.box
        dx, dy = round(x - box.left - box.width / 2), round(y - box.top - box.height / 2)
        self.move(box, dx, dy, same=same)

    def nudge(self, dx: int, dy: int) -> None:
        """Move it by so many pixels; nudges in a row are one step."""
        self.move(self._state.box, dx, dy, same="nudge")

    def grow(self, dx: int, dy: int) -> None:
        """Move its right and lower edges by so many pixels."""
        box = self._state.box
        grip = Grip(1 if dx else 0, 1 if dy else 0)
        x, y = box.left + box.width + dx, box.top + box.height + dy
        self.pull(box, grip, float(x), float(y), same="grow")

    def size(self, width: int, height: int) -> None:
        """Make it so large; held to exact pixels, these are the pixels from now on."""
        lock = self._state.lock
        if lock.kind is LockKind.PIXELS:
            self.lock(replace(lock, width=width, height=height))
        else:
            self._cut(sized(self._state.box, width, height, self._state.picture, lock.shape))

    # What it is held to

    def lock(self, lock: Lock) -> None:
        """Hold it to this."""
        self._change(locking(self._state, lock))

    def lock_original(self) -> None:
        """Hold it to the picture's own ratio."""
        picture = self._state.picture
        self.lock(Lock(LockKind.RATIO, picture.width, picture.height))

    def lock_pixels(self) -> None:
        """Hold it to the pixels that it has."""
        size = self._state.box.size
        self.lock(Lock(LockKind.PIXELS, size.width, size.height))

    def turn(self) -> None:
        """Upright instead of lying, or the other way round."""
        if self._state.lock.shape is not None:
            self.lock(self._state.lock.turned())
        else:
            box = self._state.box
            self._cut(sized(box, box.height, box.width, self._state.picture))

    def clear(self) -> None:
        """All of the picture."""
        self._change(clearing(self._state))

    def undo(self) -> None:
        """Take the last step back."""
        self._change(replace(self._state, steps=self._state.steps.undone()))

    def redo(self) -> None:
        """Do it once more."""
        self._change(replace(self._state, steps=self._state.steps.redone()))

    # What becomes of it

    @property
    def rule(self) -> SizeRule:
        """The size of an export that it is."""
        return rule_of(self._state.cut, self._state.picture)

    def export(self) -> None:
        """Have it exported."""
        if self._state.id:
            self.export_requested.emit(self._state.id, self.rule)

    def export_around(self) -> None:
        """Have the sizes of the last export keep its middle in sight."""
        if self._state.id:
            self.focus_requested.emit(self._state.id, focus_of(self._state.box, self._state.picture))

    def copy(self) -> None:
        """Put it on the clipboard, as a picture."""
        version = self._viewer.state.version
        if version is not None and version.id == self._state.id:
            self._copying.copy(version, self.rule)

    # Following

    def _follow(self) -> None:
        viewer = self._viewer
        version, mode = viewer.state.version, viewer.look.state.mode
        if version is None or not viewer.state.is_open or mode is not ViewerMode.CROP:
            return
        known = viewer.picture or version
        size = PixelSize(known.width, known.height)
        kept = self._kept.get(version.id)
        self._show(kept if kept and kept.picture == size else CropState(version.id, size, beginning(size)))

    def open_with(self, cut: Cut) -> None:
        """Go into the mode with this crop of what is shown."""
        self._viewer.look.set_mode(ViewerMode.CROP)
        self._change(replace(self._state, steps=self._state.steps.taken(cut)))

    def _cut(self, box: Box, *, same: str = "") -> None:
        self._change(cutting(self._state, box, same=same))

    def _change(self, state: CropState) -> None:
        if state.id:
            self._show(state)

    def _show(self, state: CropState) -> None:
        if state != self._state:
            self._state = self._kept[state.id] = state
            self.state_changed.emit()

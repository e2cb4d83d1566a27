"""The crop over the picture: drawn, moved, pulled by its edges, with mouse and keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter

from studio.domain.crop import GRIPS, Grip
from studio.domain.guides import Axis
from studio.ui.kit import announce
from studio.ui.viewer.crop.painting import paint_crop
from studio.ui.viewer.drawing.surface import DrawingSurface
from studio.ui.viewer.hands import ARROWS
from studio.viewmodels.crop_words import crop_words, size_words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from studio.domain.export_sizes import Box
    from studio.ui.theme import Theme
    from studio.ui.viewer.canvas import Canvas
    from studio.viewmodels.crop import CropViewModel
    from studio.viewmodels.guides import GuidesViewModel

REACH = 9.0
"""How near to an edge it is pulled, in pixels of the widget."""
SNAP = 6.0
LEAST_DRAG = 4.0
FAR = 10

_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_CURSORS = {
    (1, 1): Qt.CursorShape.SizeFDiagCursor,
    (1, -1): Qt.CursorShape.SizeBDiagCursor,
    (1, 0): Qt.CursorShape.SizeHorCursor,
    (0, 1): Qt.CursorShape.SizeVerCursor,
}


class CropSurface(DrawingSurface):
    """Arrows move the crop by pixels of the picture, with Ctrl its right and lower edges; Enter exports."""

    def __init__(self, theme: Theme, canvas: Canvas, crop: CropViewModel, guides: GuidesViewModel) -> None:
        super().__init__(canvas)
        self._theme = theme
        self._crop = crop
        self._guides = guides
        self._from = QPointF()
        self._began: Box | None = None
        self._grip: Grip | None = None
        self._moves = False
        self._has_moved = False
        self._turn = 0
        self._hovered: Grip | None = None
        self._over = False
        crop.state_changed.connect(self._follow)
        self._follow()

    # With the mouse

    def begin(self, point: QPointF, keys: Qt.KeyboardModifier) -> None:
        """By an edge, in the middle, or a new one beside it."""
        del keys
        self._from, self._began, self._has_moved = point, self._crop.state.box, False
        self._grip = self._grip_at(point)
        # All of the picture can't be moved: a drag there draws.
        self._moves = self._grip is None and self._seen.contains(point) and not self._crop.state.is_whole
        self._turn += 1

    def go_on(self, point: QPointF, keys: Qt.KeyboardModifier) -> None:
        """It follows the mouse, and keeps to lines that are near unless Alt is held."""
        far = (point - self._from).manhattanLength() >= LEAST_DRAG
        if self._began is None or not (self._has_moved or far):
            return
        self._has_moved = True
        snaps = not keys & Qt.KeyboardModifier.AltModifier
        step, began = f"drag {self._turn}", self._began
        if self._grip is not None:
            x, y = self._snapped(self._pixel(point)) if snaps else self._pixel(point)
            self._crop.pull(began, self._grip, x, y, same=step)
        elif self._moves:
            self._move(began, point, snaps=snaps, step=step)
        else:
            first, last = self._pixel(self._from), self._pixel(point)
            if snaps:
                first, last = self._snapped(first), self._snapped(last)
            self._crop.draw(first, last, same=step)

    def end(self) -> None:
        """It stays so."""
        self._began = self._grip = None
        self._moves = False

    def give_up(self) -> None:
        """As it was."""
        if self._has_moved:
            self._crop.undo()
        self.end()

    def hover(self, point: QPointF | None) -> None:
        """The cursor says what a press would do."""
        self._hovered = self._grip_at(point) if point is not None else None
        self._over = point is not None and self._seen.contains(point)

    def shape_of_cursor(self) -> Qt.CursorShape:
        """Along the edge's way."""
        grip = self._grip or self._hovered
        if grip is not None:
            x, y = (-grip.x, -grip.y) if grip.x < 0 or (not grip.x and grip.y < 0) else (grip.x, grip.y)
            return _CURSORS[x, y]
        moves = self._moves or (self._over and not self.draws and not self._crop.state.is_whole)
        return Qt.CursorShape.SizeAllCursor if moves else Qt.CursorShape.CrossCursor

    def _move(self, began: Box, point: QPointF, *, snaps: bool, step: str) -> None:
        (x0, y0), (x1, y1) = self._pixel(self._from), self._pixel(point)
        left, top = began.left + x1 - x0, began.top + y1 - y0
        if snaps:
            left = self._snap_span(left, began.width, Axis.VERTICAL)
            top = self._snap_span(top, began.height, Axis.HORIZONTAL)
        self._crop.move(began, round(left - began.left), round(top - began.top), same=step)

    def _snap_span(self, low: float, length: int, axis: Axis) -> float:
        """By whichever of its two edges is nearer to a line."""
        state, reach = self._guides.state, self._reach
        moved = [state.snap(low, axis, reach) - low, state.snap(low + length, axis, reach) - low - length]
        nearest = min((by for by in moved if by), key=abs, default=0.0)
        return low + nearest

    def _snapped(self, pixel: tuple[float, float]) -> tuple[float, float]:
        state, reach = self._guides.state, self._reach
        return state.snap(pixel[0], Axis.VERTICAL, reach), state.snap(pixel[1], Axis.HORIZONTAL, reach)

    @property
    def _reach(self) -> float:
        """In pixels of the picture."""
        return SNAP / self.placing.scale

    def _pixel(self, point: QPointF) -> tuple[float, float]:
        x, y = self.placing.place(point)
        size = self.placing.size
        return x * size.width(), y * size.height()

    def _grip_at(self, point: QPointF) -> Grip | None:
        seen = self._seen
        near = [
            (abs(point.x() - at.x()) + abs(point.y() - at.y()), number, grip)
            for number, grip in enumerate(GRIPS)
            for at in (_place_of(grip, seen, point),)
            if abs(point.x() - at.x()) <= REACH and abs(point.y() - at.y()) <= REACH
        ]
        corners = [one for one in near if one[2].x and one[2].y]
        return min(corners or near)[2] if near else None

    @property
    def _seen(self) -> QRectF:
        box = self._crop.state.box
        return self.placing.seen(QRectF(box.left, box.top, box.width, box.height))

    # With the keyboard

    def nudge(self, distance: QPointF) -> bool:
        """By pixels of the picture, unless it is all of it."""
        if self._crop.state.is_whole:
            return False
        self._crop.nudge(round(distance.x()), round(distance.y()))
        return True

    def press_enter(self) -> None:
        """Export it."""
        self._crop.export()

    def event(self, event: QEvent) -> bool:
        """Arrows with Ctrl are its own."""
        if isinstance(event, QKeyEvent) and _pulls(event):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self._grow(event)
                return True
        return super().event(event)

    def _grow(self, event: QKeyEvent) -> None:
        way = -ARROWS[Qt.Key(event.key())]
        by = FAR if event.modifiers() & _SHIFT else 1
        self._crop.grow(_sign(way.x()) * by, _sign(way.y()) * by)

    # What is seen

    def paintEvent(self, event: QPaintEvent) -> None:
        """A veil over what is cut off, and the crop with its thirds."""
        del event
        painter = QPainter(self)
        whole = self.placing.seen(QRectF(QPointF(), self.placing.size))
        state = self._crop.state
        paint_crop(painter, self._theme, whole=whole, seen=self._seen, words=size_words(state.cut))

    def _follow(self) -> None:
        self.update()
        said = crop_words(self._crop.state)
        if said != self.accessibleName():
            self.setAccessibleName(said)
            announce(self, said)


def _place_of(grip: Grip, seen: QRectF, point: QPointF) -> QPointF:
    """Where the edge or corner is pulled: an edge along all of its length."""
    x = {-1: seen.left(), 1: seen.right()}.get(grip.x, min(max(point.x(), seen.left()), seen.right()))
    y = {-1: seen.top(), 1: seen.bottom()}.get(grip.y, min(max(point.y(), seen.top()), seen.bottom()))
    return QPointF(x, y)


def _pulls(event: QKeyEvent) -> bool:
    keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return Qt.Key(event.key()) in ARROWS and keys in {_CONTROL, _CONTROL | _SHIFT}


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)

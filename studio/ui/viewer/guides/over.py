"""What lies over a canvas where things are lined up: the grid, the guides, and the rulers they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QGridLayout, QWidget

from studio.domain.guides import Axis, Guide, lines_between, seen_step
from studio.ui.viewer.guides.ruler import Ruler

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from studio.ui.theme import Theme
    from studio.ui.viewer.canvas import Canvas
    from studio.ui.viewer.zoom import View
    from studio.viewmodels.guides import GuidesViewModel

LEAST_APART = 8.0
"""Pixels of the widget between two lines of the grid: if they would be nearer every second is left out."""
STRIP = 64


class GuidesOver(QObject):
    """Keeps lines over this canvas, and rulers beside it."""

    def __init__(self, theme: Theme, canvas: Canvas, guides: GuidesViewModel) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._guides = guides
        self.lines = _Lines(theme, canvas, guides)
        self.rulers = tuple(Ruler(theme, canvas, guides, axis) for axis in Axis)
        for ruler in self.rulers:
            ruler.held.connect(self.lines.hold)
        _frame(canvas, *self.rulers)
        canvas.installEventFilter(self)
        canvas.view_changed.connect(self._follow)
        guides.state_changed.connect(self._follow)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as the canvas."""
        if event.type() is QEvent.Type.Resize and watched is self._canvas:
            self.lines.resize(self._canvas.size())
        return False

    def _follow(self) -> None:
        state, upright = self._guides.state, self._canvas.is_upright
        self.lines.setVisible(upright and (state.shows_grid or state.shows_rulers))
        for ruler in self.rulers:
            ruler.setVisible(upright and state.shows_rulers)
            ruler.update()
        self.lines.update()


def _frame(canvas: QWidget, across: QWidget, down: QWidget) -> None:
    """Put the rulers above and beside it, where it stands."""
    host = canvas.parentWidget()
    layout = host.layout() if host else None
    if layout is None:
        raise ValueError("the canvas stands nowhere")
    ruled = QWidget()
    layout.replaceWidget(canvas, ruled)
    grid = QGridLayout(ruled)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(0)
    grid.addWidget(across, 0, 1)
    grid.addWidget(down, 1, 0)
    grid.addWidget(canvas, 1, 1)


class _Lines(QWidget):
    """The mouse goes through."""

    def __init__(self, theme: Theme, canvas: Canvas, guides: GuidesViewModel) -> None:
        super().__init__(canvas)
        self._theme = theme
        self._canvas = canvas
        self._guides = guides
        self._held: Guide | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self.update)

    def hold(self, guide: Guide | None) -> None:
        """This one is being dragged, or none."""
        self._held = guide
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """In device pixels; each line is one of them wide."""
        del event
        painter, ratio = QPainter(self), self.devicePixelRatioF()
        painter.scale(1 / ratio, 1 / ratio)
        view, state = self._canvas.view, self._guides.state
        room = _picture_in(view)
        if state.shows_grid:
            self._paint_grid(painter, view, room)
        if state.shows_rulers:
            colour = self._theme.colour("info")
            for guide in (*state.guides, *((self._held,) if self._held else ())):
                _fill(painter, _line(view, guide, room), colour)

    def _paint_grid(self, painter: QPainter, view: View, room: QRect) -> None:
        colour = self._theme.colour("pixel_grid")
        step = seen_step(self._guides.state.step, view.scale, LEAST_APART * view.ratio)
        left, top = view.picture_point(room.left(), room.top())
        right, bottom = view.picture_point(room.right() + 1, room.bottom() + 1)
        # A line down is one span for each of its pixels: a strip of them is drawn once, and copied.
        strip = QPixmap(max(1, room.width()), STRIP)
        strip.fill(Qt.GlobalColor.transparent)
        across = QPainter(strip)
        for x in lines_between(step, left, right):
            line = _line(view, Guide(Axis.VERTICAL, x), room)
            across.fillRect(line.x() - room.x(), 0, 1, STRIP, colour)
        across.end()
        painter.drawTiledPixmap(room, strip)
        for y in lines_between(step, top, bottom):
            _fill(painter, _line(view, Guide(Axis.HORIZONTAL, y), room), colour)


def _picture_in(view: View) -> QRect:
    """What is seen of the picture, in device pixels of the room."""
    return QRect(*view.origin, *view.extent).intersected(QRect(0, 0, view.room_width, view.room_height))


def _line(view: View, guide: Guide, room: QRect) -> QRect:
    left, top = view.origin
    if guide.axis is Axis.VERTICAL:
        return QRect(round(left + guide.at * view.scale), room.top(), 1, room.height())
    return QRect(room.left(), round(top + guide.at * view.scale), room.width(), 1)


def _fill(painter: QPainter, line: QRect, colour: object) -> None:
    # Filled, not drawn: lines that let something through take ten times as long.
    painter.fillRect(line, colour)

"""A small drawing of the whole tree in the corner, with a frame round what is seen of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from studio.ui.kit import draw_frame

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from studio.ui.theme import Theme
    from studio.ui.tree.canvas import TreeCanvas
    from studio.viewmodels.tree_page import Direction
    from studio.viewmodels.tree_plan import TreePlan

LARGEST = QSize(176, 120)
EDGE = 12
INSET = 6

LARGE = 12
"""It is there for trees that take so many times the room that there is."""

REST_MS = 150
"""The tree itself is painted first."""


class MiniMap(QWidget):
    """A press leads there; pulled, what is seen goes along. Hidden where much of the tree is seen anyway.

    To assistive technology it is nothing: the keys lead everywhere.
    """

    def __init__(self, theme: Theme, canvas: TreeCanvas) -> None:
        super().__init__(canvas.viewport())
        self._theme = theme
        self._canvas = canvas
        self._shown: tuple[TreePlan, Direction, bool] | None = None
        self._picture = QPixmap()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(REST_MS)
        self._soon.timeout.connect(self._draw)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        canvas.looked.connect(self._follow)
        theme.changed.connect(self._follow)
        self.hide()

    @property
    def _wanted(self) -> tuple[TreePlan, Direction, bool]:
        return self._canvas.drawing, self._canvas.laid_out.direction, self._theme.tokens.dark

    def _follow(self) -> None:
        """The tree, or what is seen of it, is another."""
        view = self._canvas.view
        room = max(1, view.room_width * view.room_height)
        if view.width * view.height * view.scale**2 < LARGE * room:
            self.hide()
        elif self._wanted != self._shown:
            self.hide()
            self._soon.start()
        else:
            place = QPoint(self.width() + EDGE, self.height() + EDGE)
            self.move(QPoint(view.room_width, view.room_height) - place)
            self.show()
            self.update()

    def _draw(self) -> None:
        """Once for each tree: it is only copied while the tree is moved."""
        view, ratio = self._canvas.view, self.devicePixelRatioF()
        size = QSize(view.width, view.height).scaled(LARGEST, Qt.AspectRatioMode.KeepAspectRatio)
        self.resize(size.expandedTo(QSize(24, 24)) + QSize(2 * INSET, 2 * INSET))
        self._picture = QPixmap(self.size() * ratio)
        self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._picture)
        fill, line = self._theme.colour("panel"), self._theme.colour("line")
        draw_frame(painter, self.rect(), radius=self._theme.tokens.sizes.radius_control, fill=fill, line=line)
        self._canvas.draw_all(painter, (INSET, INSET), self._scale)
        painter.end()
        self._shown = self._wanted
        self._follow()

    @property
    def _scale(self) -> float:
        """Pixels here for each of the drawing at scale 1."""
        view = self._canvas.view
        return min((self.width() - 2 * INSET) / view.width, (self.height() - 2 * INSET) / view.height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tree, and a frame."""
        del event
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        left, top = self._canvas.corner
        view = self._canvas.view
        ratio = self._scale / view.scale
        seen = QRectF(-left * ratio, -top * ratio, view.room_width * ratio, view.room_height * ratio)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("text"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(seen.translated(INSET, INSET) & self.rect().toRectF(), 2, 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Look there."""
        self._lead(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """And on, while the button is held."""
        if event.buttons():
            self._lead(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It is none of the tree's."""
        event.accept()

    def _lead(self, place: QPointF) -> None:
        ratio = self._canvas.view.scale / self._scale
        left, top = self._canvas.corner
        aim = (place - QPointF(INSET, INSET)) * ratio + QPointF(left, top)
        self._canvas.move_by(self._canvas.viewport().rect().toRectF().center() - aim)

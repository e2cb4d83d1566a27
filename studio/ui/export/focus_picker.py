"""The point of a picture that stays in sight when it is cut to a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.domain.export_sizes import Focus

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QPixmap

    from studio.domain.export_sizes import Box
    from studio.domain.geometry import PixelSize
    from studio.ui.theme import Theme

WIDTH, HEIGHT = 132, 96
STEP = 0.05
DOT = 5
STEPS = {
    Qt.Key.Key_Left: (-STEP, 0.0),
    Qt.Key.Key_Right: (STEP, 0.0),
    Qt.Key.Key_Up: (0.0, -STEP),
    Qt.Key.Key_Down: (0.0, STEP),
}


class FocusPicker(QWidget):
    """A press or the arrow keys move the point; what is cut off is dimmed. `moved` carries a Focus."""

    moved = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pixmap: QPixmap | None = None
        self._source: PixelSize | None = None
        self._box: Box | None = None
        self._point = Focus()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Point that stays in sight"))
        theme.changed.connect(self.update)

    def show_picture(
        self, pixmap: QPixmap | None, source: PixelSize | None, *, box: Box | None, point: Focus
    ) -> None:
        """The picture, of `source` pixels, and the part of it that is kept around the point."""
        self._pixmap, self._source, self._box, self._point = pixmap, source, box, point
        self.setAccessibleDescription(f"{round(point.x * 100)} % × {round(point.y * 100)} %")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._move_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._move_to(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._tell(self._point.x + step[0], self._point.y + step[1])

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _move_to(self, place: QPointF) -> None:
        area = self._area()
        self._tell((place.x() - area.left()) / area.width(), (place.y() - area.top()) / area.height())

    def _tell(self, x: float, y: float) -> None:
        self.moved.emit(Focus(round(min(max(x, 0.0), 1.0), 3), round(min(max(y, 0.0), 1.0), 3)))

    def _area(self) -> QRectF:
        """Where the picture lies."""
        room = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        if self._source is None:
            return room
        scale = min(room.width() / self._source.width, room.height() / self._source.height)
        size = self._source.width * scale, self._source.height * scale
        left = room.left() + (room.width() - size[0]) / 2
        return QRectF(left, room.top() + (room.height() - size[1]) / 2, *size)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, area = QPainter(self), self._theme, self._area()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._pixmap is None:
            painter.fillRect(area, theme.colour("hover"))
        else:
            painter.drawPixmap(area, self._pixmap, QRectF(self._pixmap.rect()))
        self._draw_veil(painter, area)
        across, down = self._point.x * area.width(), self._point.y * area.height()
        place = area.topLeft() + QPointF(across, down)
        painter.setPen(QPen(QColor(0, 0, 0, 160), 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(place, DOT, DOT)
        painter.setPen(QPen(theme.colour("on_badge"), 1.5))
        painter.drawEllipse(place, DOT, DOT)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 1))
            painter.drawRect(area)

    def _draw_veil(self, painter: QPainter, area: QRectF) -> None:
        if self._source is None or self._box is None:
            return
        across, down = area.width() / self._source.width, area.height() / self._source.height
        kept = QRectF(
            area.left() + self._box.left * across,
            area.top() + self._box.top * down,
            self._box.width * across,
            self._box.height * down,
        )
        veil = self._theme.colour("veil")
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for part in (
            QRectF(area.left(), area.top(), area.width(), kept.top() - area.top()),
            QRectF(area.left(), kept.bottom(), area.width(), area.bottom() - kept.bottom()),
            QRectF(area.left(), kept.top(), kept.left() - area.left(), kept.height()),
            QRectF(kept.right(), kept.top(), area.right() - kept.right(), kept.height()),
        ):
            painter.fillRect(part, veil)
        painter.restore()

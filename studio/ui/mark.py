"""The product's mark: a half moon, as the top bar, the window and the tray show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPaintEvent

    from studio.ui.theme import Theme

ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256)


def _draw(painter: QPainter, colour: QColor, box: QRectF) -> None:
    """Flat on the left, round on the right."""
    path = QPainterPath()
    path.moveTo(box.topLeft())
    path.arcTo(QRectF(box.left() - box.width(), box.top(), 2 * box.width(), box.height()), 90, -180)
    path.closeSubpath()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPath(path)


def mark_icon(theme: Theme) -> QIcon:
    """The mark on a dark tile, at every size that a desktop asks for."""
    icon = QIcon()
    for size in ICON_SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("on_accent"))
        painter.drawRoundedRect(QRectF(0, 0, size, size), size / 5, size / 5)
        height = size * 0.62
        _draw(painter, theme.colour("accent"), QRectF(size * 0.36, (size - height) / 2, height / 2, height))
        painter.end()
        icon.addPixmap(pixmap)
    return icon


class Mark(QWidget):
    """The mark beside the product's name."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Half as wide as it is high."""
        return QSize(7, 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        """In the accent's colour."""
        painter = QPainter(self)
        _draw(painter, self._theme.colour("accent"), QRectF(self.rect()))

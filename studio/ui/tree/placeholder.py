"""What stands in the place of a version that was removed for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from studio.ui.theme import Theme

STEPPED_BACK = 0.4
"""How much is seen of what is no longer quite there."""

LARGE, SMALL = 20, 12


def draw_empty_frame(painter: QPainter, theme: Theme, rect: QRectF, *, radius: float) -> None:
    """A dashed frame with nothing in it."""
    pen = QPen(theme.colour("line"), 1)
    pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def draw_icon(painter: QPainter, theme: Theme, name: str, rect: QRectF) -> None:
    """In the middle, as large as there is room for."""
    size = LARGE if rect.height() >= 2 * LARGE else SMALL
    icon = theme.icons.pixmap(name, size=size, role="muted", dpr=painter.device().devicePixelRatioF())
    painter.drawPixmap(rect.center() - QPointF(size / 2, size / 2), icon)

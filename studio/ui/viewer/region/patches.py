"""Parts of a region, painted in pixels of the picture."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from studio.domain.marks import Patch, PatchKind
from studio.viewmodels.mark_painting import line_through


def paint_patch(painter: QPainter, patch: Patch, size: QSizeF, colour: QColor) -> None:
    """On a picture of this size."""
    points = [QPointF(x * size.width(), y * size.height()) for x, y in patch.places]
    if patch.kind is PatchKind.BOX:
        painter.fillRect(QRectF(points[0], points[-1]).normalized(), colour)
        return
    pen = QPen(colour, 2 * patch.radius * max(size.width(), size.height()))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(line_through(points), pen)


def bounds_of(patch: Patch, size: QSizeF) -> QRectF:
    """All that it covers."""
    across = [x * size.width() for x, _ in patch.places]
    down = [y * size.height() for _, y in patch.places]
    radius = patch.radius * max(size.width(), size.height())
    bounds = QRectF(QPointF(min(across), min(down)), QPointF(max(across), max(down)))
    return bounds.adjusted(-radius, -radius, radius, radius)

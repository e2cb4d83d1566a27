"""How the edge of a region fades outwards, as it will be blended: shown on a small copy, ring by ring."""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

_RINGS = 3
_AROUND = tuple((x, y) for x in (-1, 0, 1) for y in (-1, 0, 1) if (x, y) != (0, 0))


def cut_softly(painter: QPainter, mask: QImage, dirty: QRect, feather: float) -> None:
    """Paint the mask grown by so many pixels, fainter with each; the painter's mode says what that does."""
    step = max(2, round(feather / _RINGS))
    if feather < 2 or dirty.isEmpty():
        return
    around = math.ceil(feather) + step
    part = _on_grid(dirty.adjusted(-around, -around, around, around), step)
    ring = _shrunk(mask, part, step)
    soft = QImage(ring.size(), ring.format())
    soft.fill(Qt.GlobalColor.transparent)
    adding = QPainter(soft)
    for number in range(1, _RINGS + 1):
        ring = _grown(ring)
        # Over each other they are three quarters, a half and a quarter.
        adding.setOpacity(1 / (number + 1))
        adding.drawImage(QPoint(), ring)
    adding.end()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(part), soft, QRectF(soft.rect()))
    painter.restore()


def _shrunk(mask: QImage, part: QRect, step: int) -> QImage:
    small = QImage(part.width() // step, part.height() // step, mask.format())
    small.fill(Qt.GlobalColor.transparent)
    painter = QPainter(small)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.scale(1 / step, 1 / step)
    painter.translate(-part.topLeft())
    painter.drawImage(QPointF(), mask)
    painter.end()
    return small


def _grown(image: QImage) -> QImage:
    """By a pixel to each side."""
    larger = image.copy()
    painter = QPainter(larger)
    for x, y in _AROUND:
        painter.drawImage(QPoint(x, y), image)
    painter.end()
    return larger


def _on_grid(rect: QRect, step: int) -> QRect:
    """The rectangle made larger, so that its edges are multiples of the step: parts fit together."""
    left, top = rect.left() // step * step, rect.top() // step * step
    right = -(-(rect.right() + 1) // step) * step
    bottom = -(-(rect.bottom() + 1) // step) * step
    return QRect(left, top, right - left, bottom - top)

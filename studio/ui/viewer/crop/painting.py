"""How a crop is painted: what is cut off under a veil, the frame, the thirds, the handles, its size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from studio.domain.crop import GRIPS

if TYPE_CHECKING:
    from studio.ui.theme import Theme

HANDLE = 18.0
"""How long the strokes of a handle are, in pixels of the widget."""
THICK = 3.0
LEAST_FOR_THIRDS = 60.0
_PADDING, _GAP = 7.0, 8.0


def paint_crop(painter: QPainter, theme: Theme, *, whole: QRectF, seen: QRectF, words: str) -> None:
    """`whole` is the picture, `seen` the crop in it."""
    veil = theme.colour("veil")
    for left_out in _around(whole, seen):
        painter.fillRect(left_out, veil)
    dark, light = theme.colour("badge"), theme.colour("on_badge")
    _paint_thirds(painter, seen, light)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((dark, 2.5), (light, 1.25)):
        painter.setPen(QPen(colour, width))
        painter.drawRect(seen)
    for colour, width in ((dark, THICK + 1.5), (light, THICK)):
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        _draw_handles(painter, seen)
    _paint_words(painter, theme, whole=whole, seen=seen, words=words)


def _around(whole: QRectF, seen: QRectF) -> tuple[QRectF, ...]:
    middle = seen.intersected(whole)
    return (
        QRectF(whole.topLeft(), QPointF(whole.right(), middle.top())),
        QRectF(QPointF(whole.left(), middle.bottom()), whole.bottomRight()),
        QRectF(QPointF(whole.left(), middle.top()), QPointF(middle.left(), middle.bottom())),
        QRectF(QPointF(middle.right(), middle.top()), QPointF(whole.right(), middle.bottom())),
    )


def _paint_thirds(painter: QPainter, seen: QRectF, colour: QColor) -> None:
    if min(seen.width(), seen.height()) < LEAST_FOR_THIRDS:
        return
    line = QColor(colour)
    line.setAlphaF(0.4)
    for part in (1 / 3, 2 / 3):
        x, y = seen.left() + seen.width() * part, seen.top() + seen.height() * part
        painter.fillRect(QRectF(x - 0.5, seen.top(), 1, seen.height()), line)
        painter.fillRect(QRectF(seen.left(), y - 0.5, seen.width(), 1), line)


def _draw_handles(painter: QPainter, seen: QRectF) -> None:
    across, down = min(HANDLE, seen.width() / 3), min(HANDLE, seen.height() / 3)
    for grip in GRIPS:
        x = seen.center().x() + grip.x * seen.width() / 2
        y = seen.center().y() + grip.y * seen.height() / 2
        if grip.x and grip.y:
            painter.drawLine(QPointF(x, y), QPointF(x - grip.x * across, y))
            painter.drawLine(QPointF(x, y + grip.y * THICK / 2), QPointF(x, y - grip.y * down))
        elif grip.x:
            painter.drawLine(QPointF(x, y - down / 2), QPointF(x, y + down / 2))
        else:
            painter.drawLine(QPointF(x - across / 2, y), QPointF(x + across / 2, y))


def _paint_words(painter: QPainter, theme: Theme, *, whole: QRectF, seen: QRectF, words: str) -> None:
    """Inside at the bottom, or under it where it is too small."""
    font = theme.font(size=theme.tokens.sizes.label)
    width = QFontMetricsF(font).horizontalAdvance(words) + 2 * _PADDING
    height = QFontMetricsF(font).height() + _PADDING
    place = QRectF(seen.center().x() - width / 2, seen.bottom() - height - _GAP, width, height)
    if seen.width() < width + 2 * HANDLE or seen.height() < 3 * height:
        place.moveTop(min(seen.bottom() + _GAP, whole.bottom() - height))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("badge"))
    painter.drawRoundedRect(place, 4, 4)
    painter.setPen(theme.colour("on_badge"))
    painter.setFont(font)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

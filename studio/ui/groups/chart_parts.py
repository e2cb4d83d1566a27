"""What the charts share when they are painted: words, scales, axes and legends."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from studio.ui.kit import draw_dot

if TYPE_CHECKING:
    from studio.ui.theme import Theme
    from studio.viewmodels.charts import Legend

LEGEND = 22
_NICE = (1, 2, 2.5, 5, 10)
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


def steps(most: float, count: int = 4) -> tuple[float, ...]:
    """Round values from 0 up, the last of them at or above `most`; about `count` of them."""
    if most <= 0:
        return (0.0, 1.0)
    size = 10 ** math.floor(math.log10(most / count))
    step = next(nice * size for nice in _NICE if nice * size * count >= most * (1 - 1e-9))
    return tuple(step * number for number in range(math.ceil(most / step - 1e-9) + 1))


def metrics(theme: Theme) -> QFontMetrics:
    """Of the small words of a chart."""
    return QFontMetrics(theme.font(size=theme.tokens.sizes.small))


def write(
    painter: QPainter, theme: Theme, area: QRect, words: str, *, role: str, align: Qt.AlignmentFlag = LEFT
) -> None:
    """One small line, shortened where it doesn't fit."""
    painter.setFont(theme.font(size=theme.tokens.sizes.small))
    painter.setPen(theme.colour(role))
    shown = metrics(theme).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, align, shown)


def paint_axes(painter: QPainter, theme: Theme, plot: QRectF) -> None:
    """The left and the lower edge."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.drawLine(plot.topLeft(), plot.bottomLeft())
    painter.drawLine(plot.bottomLeft(), plot.bottomRight())


def paint_legend(painter: QPainter, theme: Theme, area: QRect, legend: tuple[Legend, ...]) -> None:
    """From the left, as many as fit."""
    at, fonts = area.left(), metrics(theme)
    for one in legend:
        width = 12 + fonts.horizontalAdvance(one.words)
        if at + width > area.right():
            return
        draw_dot(painter, QPointF(at + 4, area.center().y() + 0.5), theme.colour(one.role), diameter=7)
        write(painter, theme, QRect(at + 12, area.top(), width, area.height()), one.words, role="muted")
        at += width + 14

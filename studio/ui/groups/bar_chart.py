"""Painting a bar for each group: its parts, where the truth lies, and what was published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from studio.ui.groups.chart_parts import LEGEND, RIGHT, metrics, paint_legend, write

if TYPE_CHECKING:
    from studio.ui.theme import Theme
    from studio.viewmodels.charts import Bar, BarChart

THICK = 10.0
_TALLEST = 28
_GAP = 8


def paint_bars(painter: QPainter, theme: Theme, area: QRect, chart: BarChart) -> None:
    """All of it, from the top; the legend at the bottom."""
    fonts = metrics(theme)
    left = max((fonts.horizontalAdvance(bar.label) for bar in chart.bars), default=0) + 2
    right = max((fonts.horizontalAdvance(bar.words) for bar in chart.bars), default=0) + 2
    rows = area.adjusted(0, 0, 0, -LEGEND)
    height = min(_TALLEST, rows.height() // max(len(chart.bars), 1))
    most = chart.most or max((bar.end for bar in chart.bars), default=0) or 1
    for number, bar in enumerate(chart.bars):
        row = QRect(rows.left(), rows.top() + number * height, rows.width(), height)
        write(painter, theme, QRect(row.left(), row.top(), left, height), bar.label, role="muted")
        words = QRect(row.right() - right, row.top(), right, height)
        write(painter, theme, words, bar.words, role="text" if bar.parts else "faint", align=RIGHT)
        room = QRectF(row).adjusted(left + _GAP, (height - THICK) / 2, -right - _GAP, -(height - THICK) / 2)
        _paint_bar(painter, theme, room, bar, most)
    paint_legend(painter, theme, QRect(area.left(), area.bottom() - 16, area.width(), 16), chart.legend)


def _paint_bar(painter: QPainter, theme: Theme, room: QRectF, bar: Bar, most: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("raised"))
    painter.drawRoundedRect(room, 3, 3)
    at = room.left()
    for length, role in bar.parts:
        width = room.width() * length / most
        painter.setBrush(theme.colour(role))
        painter.drawRoundedRect(QRectF(at, room.top(), max(width, 1.5), room.height()), 3, 3)
        at += width
    if bar.reach is not None:
        low, high = (room.left() + room.width() * end / most for end in bar.reach)
        painter.setPen(QPen(theme.colour("text"), 1.2))
        middle = room.center().y()
        painter.drawLine(QLineF(low, middle, high, middle))
        for end in (low, high):
            painter.drawLine(QLineF(end, middle - 3, end, middle + 3))
    if bar.mark is not None:
        place = room.left() + room.width() * bar.mark / most
        painter.setPen(QPen(theme.colour("text"), 2))
        painter.drawLine(QLineF(place, room.top() - 3, place, room.bottom() + 3))

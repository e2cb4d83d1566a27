"""Painting shares over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPen

from studio.ui.groups.chart_parts import LEFT, LEGEND, RIGHT, metrics, paint_axes, paint_legend, write
from studio.ui.kit import draw_dot

if TYPE_CHECKING:
    from datetime import datetime

    from studio.ui.theme import Theme
    from studio.viewmodels.charts import LineChart

_SHARES = (0.0, 0.5, 1.0)
_LINE = 15


def paint_lines(painter: QPainter, theme: Theme, area: QRect, chart: LineChart) -> None:
    """All of it; the legend at the bottom."""
    left = metrics(theme).horizontalAdvance("100 %") + 8
    plot = QRectF(area).adjusted(left, 8, -8, -LEGEND - _LINE - 6)
    paint_axes(painter, theme, plot)
    for share in _SHARES:
        at = round(plot.bottom() - plot.height() * share)
        box = QRect(area.left(), at - 8, left - 6, 16)
        write(painter, theme, box, f"{100 * share:.0f} %", role="faint", align=RIGHT)
    below = QRect(round(plot.left()), round(plot.bottom()) + 4, round(plot.width()), _LINE)
    write(painter, theme, below, chart.begins, role="faint", align=LEFT)
    write(painter, theme, below, chart.ends, role="faint", align=RIGHT)
    length = max((chart.end - chart.begin).total_seconds(), 1.0)

    def place(moment: datetime, share: float) -> QPointF:
        passed = (moment - chart.begin).total_seconds() / length
        return QPointF(plot.left() + plot.width() * passed, plot.bottom() - plot.height() * share)

    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for line in chart.lines:
        points = [place(moment, share) for moment, share in line.points]
        painter.setPen(QPen(theme.colour(line.role), 1.6))
        painter.drawPolyline(points)
        for point in points:
            draw_dot(painter, point, theme.colour(line.role), diameter=5)
    paint_legend(painter, theme, QRect(area.left(), area.bottom() - 16, area.width(), 16), chart.legend)

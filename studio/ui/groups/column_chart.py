"""Painting columns side by side, on one scale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from studio.ui.groups.chart_parts import (
    CENTRE,
    LEGEND,
    RIGHT,
    metrics,
    paint_axes,
    paint_legend,
    steps,
    write,
)

if TYPE_CHECKING:
    from studio.ui.theme import Theme
    from studio.viewmodels.charts import Column, ColumnChart

_LINE = 15
_FOOT_WIDTH = 28
_FILLED = 0.66
"""So much of its place a column takes; the rest is the gap."""
_LEAST = 2.0
_ROUND = 2.0


@dataclass(frozen=True, slots=True)
class ColumnPlot:
    """Where things lie: `ticks` are the values at the side, `plot` the room between the axes."""

    ticks: tuple[float, ...]
    plot: QRectF
    count: int

    def place(self, at: int) -> QRectF:
        """All the room of a column, from the ground to the top."""
        width = self.plot.width() / max(self.count, 1)
        return QRectF(self.plot.left() + at * width, self.plot.top(), width, self.plot.height())

    def height(self, value: float) -> float:
        return self.plot.height() * value / self.ticks[-1]


def column_plot(theme: Theme, area: QRect, chart: ColumnChart) -> ColumnPlot:
    """How the chart lies in this area."""
    ticks = steps(max((column.height for column in chart.columns), default=0))
    left = max(metrics(theme).horizontalAdvance(_tick_words(value, chart)) for value in ticks) + 8
    foot = _LINE + 6 + (LEGEND if chart.legend else 0)
    return ColumnPlot(ticks, QRectF(area).adjusted(left, 8, -4, -foot), len(chart.columns))


def column_at(theme: Theme, area: QRect, chart: ColumnChart, at: QPointF) -> Column | None:
    """The column under the mouse, however low it is."""
    lying = column_plot(theme, area, chart)
    found = (column for number, column in enumerate(chart.columns) if lying.place(number).contains(at))
    return next(found, None)


def paint_columns(painter: QPainter, theme: Theme, area: QRect, chart: ColumnChart) -> None:
    """All of it; the legend at the bottom."""
    lying = column_plot(theme, area, chart)
    plot = lying.plot
    paint_axes(painter, theme, plot)
    for value in lying.ticks:
        at = round(plot.bottom() - lying.height(value))
        box = QRect(area.left(), at - 8, round(plot.left()) - area.left() - 6, 16)
        write(painter, theme, box, _tick_words(value, chart), role="faint", align=RIGHT)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, column in enumerate(chart.columns):
        _paint_column(painter, theme, lying, number, column)
    foot = QRect(area.left(), area.bottom() - 16, area.width(), 16)
    paint_legend(painter, theme, foot, chart.legend)


def _paint_column(painter: QPainter, theme: Theme, lying: ColumnPlot, number: int, column: Column) -> None:
    place = lying.place(number)
    side = place.width() * (1 - _FILLED) / 2
    ground = place.bottom()
    painter.setPen(Qt.PenStyle.NoPen)
    for at, (value, role) in enumerate(column.parts):
        # What was spent is seen, however little it was.
        height = max(lying.height(value), _LEAST)
        box = QRectF(place.left() + side, ground - height, place.width() - 2 * side, height)
        is_top = at == len(column.parts) - 1
        painter.fillPath(_shape(box, rounded=is_top), theme.colour(role))
        ground -= height
    if column.foot:
        middle = round(place.center().x())
        box = QRect(middle - _FOOT_WIDTH // 2, round(place.bottom()) + 4, _FOOT_WIDTH, _LINE)
        write(painter, theme, box, column.foot, role="faint", align=CENTRE)


def _shape(box: QRectF, *, rounded: bool) -> QPainterPath:
    """A column stands flat on the ground, and ends with round corners."""
    path = QPainterPath()
    if not rounded or box.height() <= _ROUND:
        path.addRect(box)
        return path
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(box, _ROUND, _ROUND)
    path.addRect(box.adjusted(0, _ROUND, 0, 0))
    return path


def _tick_words(value: float, chart: ColumnChart) -> str:
    return f"{chart.up}{value:,.2f}"

"""Painting one measure against the other, with the frontier drawn."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen

from studio.ui.groups.chart_parts import CENTRE, RIGHT, metrics, paint_axes, steps, write
from studio.ui.kit import draw_dot

if TYPE_CHECKING:
    from studio.ui.theme import Theme
    from studio.viewmodels.charts import Dot, DotChart

DOT = 13.0
_LINE = 15
_HIGH = 16.0
_SAMPLES = 48


@dataclass(frozen=True, slots=True)
class DotPlot:
    """Where things lie: `across` and `up` are the values at the ticks, `plot` the room between the axes."""

    across: tuple[float, ...]
    up: tuple[float, ...]
    plot: QRectF

    def place(self, across: float, up: float) -> QPointF:
        return QPointF(
            self.plot.left() + self.plot.width() * across / self.across[-1],
            self.plot.bottom() - self.plot.height() * up / self.up[-1],
        )


def dot_plot(theme: Theme, area: QRect, chart: DotChart) -> DotPlot:
    """How the chart lies in this area."""
    up = steps(max(dot.up for dot in chart.dots))
    across = steps(max(dot.across for dot in chart.dots))
    left = max(metrics(theme).horizontalAdvance(_up_words(value, chart)) for value in up) + 8
    return DotPlot(across, up, QRectF(area).adjusted(left, 8, -12, -2 * _LINE - 6))


def dot_at(theme: Theme, area: QRect, chart: DotChart, at: QPointF) -> Dot | None:
    """The dot under the mouse."""
    plot = dot_plot(theme, area, chart)
    near = [dot for dot in chart.dots if (plot.place(dot.across, dot.up) - at).manhattanLength() < DOT]
    return near[0] if near else None


def paint_dots(painter: QPainter, theme: Theme, area: QRect, chart: DotChart) -> None:
    """All of it."""
    lying = dot_plot(theme, area, chart)
    paint_axes(painter, theme, lying.plot)
    _paint_ticks(painter, theme, area, chart, lying)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("faint"), 1.4, Qt.PenStyle.DashLine))
    painter.drawPolyline([lying.place(*point) for point in chart.frontier])
    for dot in chart.dots:
        draw_dot(painter, lying.place(dot.across, dot.up), theme.colour(dot.role), diameter=DOT)
    _paint_labels(painter, theme, area, chart, lying)


def _paint_ticks(painter: QPainter, theme: Theme, area: QRect, chart: DotChart, lying: DotPlot) -> None:
    plot = lying.plot
    for value in lying.up:
        at = round(lying.place(0, value).y())
        box = QRect(area.left(), at - 8, round(plot.left()) - area.left() - 6, 16)
        write(painter, theme, box, _up_words(value, chart), role="faint", align=RIGHT)
    below = round(plot.bottom()) + 4
    for value in lying.across:
        at = round(lying.place(value, 0).x())
        write(painter, theme, QRect(at - 24, below, 48, _LINE), f"{value:g}", role="faint", align=CENTRE)
    name = QRect(round(plot.left()), below + _LINE, round(plot.width()), _LINE)
    write(painter, theme, name, chart.across, role="muted", align=CENTRE)


def _up_words(value: float, chart: DotChart) -> str:
    return f"{chart.up}{value:.2f}"


def _paint_labels(painter: QPainter, theme: Theme, area: QRect, chart: DotChart, lying: DotPlot) -> None:
    """At the right of each dot, at its left where there is no room, and elsewhere where another stands."""
    taken = [
        QRectF(place.x() - DOT / 2, place.y() - DOT / 2, DOT, DOT)
        for place in (lying.place(dot.across, dot.up) for dot in chart.dots)
    ]
    plot = lying.plot
    room = QRectF(plot.left(), area.top(), area.right() - plot.left(), plot.bottom() - area.top())
    line = _points_of(tuple(lying.place(*point) for point in chart.frontier))
    for dot in chart.dots:
        place, width = lying.place(dot.across, dot.up), metrics(theme).horizontalAdvance(dot.label) + 2
        places = around(place, width, edge=area.right() - width)
        boxes = [QRectF(corner, QSizeF(width, _HIGH)) for corner in places]
        free = [
            box
            for box in boxes
            if room.contains(box)
            and not any(box.intersects(other) for other in taken)
            and not any(box.contains(point) for point in line)
        ]
        box = free[0] if free else boxes[-1]
        taken.append(box)
        write(painter, theme, box.toRect(), dot.label, role="muted")


def _points_of(corners: tuple[QPointF, ...]) -> list[QPointF]:
    """Of the line between these corners, close enough that no words slip through."""
    parts = (QLineF(one, other) for one, other in pairwise(corners))
    return [part.pointAt(step / _SAMPLES) for part in parts for step in range(_SAMPLES + 1)]


def around(dot: QPointF, width: float, *, edge: float) -> tuple[QPointF, ...]:
    """Where words of this width may begin, best first; `edge` is as far right as they can."""
    right, left, middle = dot.x() + DOT / 2 + 5, dot.x() - DOT / 2 - 5 - width, dot.x() - width / 2
    over, beside, under = dot.y() - 24, dot.y() - _HIGH / 2, dot.y() + 8
    corners = ((right, beside), (left, beside), (middle, over), (middle, under), (right, over), (left, over))
    near = min(middle, edge)
    return tuple(QPointF(x, y) for x, y in (*corners, (near, over), (near, over - _HIGH)))

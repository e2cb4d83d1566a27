"""How many of our own runs succeeded over time: of all groups together, and of the least stable one."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from studio.domain.group_series import least_stable, uptime_over_time
from studio.domain.spans import Span
from studio.viewmodels.charts import Legend, Line, LineChart, Table
from studio.viewmodels.wording import translate, whole_time

if TYPE_CHECKING:
    from datetime import datetime

    from studio.domain.evidence import Rate
    from studio.viewmodels.groups_figures import OwnFigures, Situation

Series = tuple[tuple["datetime", "Rate"], ...]
ALL, LEAST = "text", "bad"


def uptime(now: Situation, own: OwnFigures) -> LineChart:
    """By the buckets of the span; where there was no run there is no point."""
    names = {group.name for group in now.model.groups}
    points = tuple(point for point in own.points if point.group in names)
    worst = least_stable(points)
    every = uptime_over_time(points)
    least = uptime_over_time(point for point in points if point.group == worst)
    alone = worst is None or len({point.group for point in points}) == 1
    begin = own.span.since(own.now) or min((start for start, _ in every), default=own.now - timedelta(days=1))
    legend = (Legend(ALL, translate("groups", "all groups")),)
    lines = (Line(ALL, _shares(every)),)
    if not alone:
        words = translate("groups", "least stable: {group}").format(group=worst)
        legend = (*legend, Legend(LEAST, words))
        lines = (*lines, Line(LEAST, _shares(least)))
    return LineChart(
        title=translate("groups", "Success over time"),
        lines=lines,
        begin=begin,
        end=own.now,
        begins=whole_time(begin) if own.span is Span.DAY else whole_time(begin).rpartition(",")[0],
        ends=translate("groups", "now"),
        legend=legend,
        table=_table(every, {} if alone else dict(least), "" if alone else str(worst)),
        nothing=translate("groups", "No runs in this time. What you generate is counted here."),
    )


def _shares(series: Series) -> tuple[tuple[datetime, float], ...]:
    return tuple((start, rate.hits / rate.count) for start, rate in series)


def _table(every: Series, least: dict[datetime, Rate], worst: str) -> Table:
    headings = (
        translate("groups", "From"),
        translate("groups", "All groups (%)"),
        translate("groups", "Runs"),
        *((f"{worst} (%)", translate("groups", "Its runs")) if worst else ()),
    )
    rows = tuple(
        (whole_time(start), *_cells(rate), *(_cells(least.get(start)) if worst else ()))
        for start, rate in every
    )
    return Table(headings, rows)


def _cells(rate: Rate | None) -> tuple[str, str]:
    return ("—", "0") if rate is None else (f"{100 * rate.hits / rate.count:.1f}", str(rate.count))

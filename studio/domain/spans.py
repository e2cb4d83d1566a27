"""Spans of time that figures are read over, and the buckets that a chart of them has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

_DAY = timedelta(days=1)
_MOST_BUCKETS = 60


class Span(StrEnum):
    """How far back figures reach."""

    DAY = "24h"
    WEEK = "7d"
    MONTH = "30d"
    ALL = "all"

    def since(self, now: datetime) -> datetime | None:
        """When it begins, None for everything there is."""
        length = _LENGTHS.get(self)
        return None if length is None else now - length


_LENGTHS = {Span.DAY: _DAY, Span.WEEK: 7 * _DAY, Span.MONTH: 30 * _DAY}
_WIDTHS = {Span.DAY: timedelta(hours=1), Span.WEEK: timedelta(hours=6), Span.MONTH: _DAY}


@dataclass(frozen=True, slots=True)
class Buckets:
    """`count` parts of time of the same width, the first of which begins at `since`."""

    since: datetime
    width: timedelta
    count: int

    def start(self, index: int) -> datetime:
        """When a part begins."""
        return self.since + self.width * index


def buckets(span: Span, *, first: datetime, now: datetime) -> Buckets:
    """Those of a chart: hours of a day, quarters of a day of a week, days of a month; the last ends `now`.

    For all there is, whole days or several, 60 at most, so that `first` stands in one of them.
    """
    if span is not Span.ALL:
        length, width = _LENGTHS[span], _WIDTHS[span]
        return Buckets(now - length, width, length // width)
    days = max(1, -(-(now - first) // _DAY))
    width = _DAY * -(-days // _MOST_BUCKETS)
    count = -(-(_DAY * days) // width)
    return Buckets(now - width * count, width, count)

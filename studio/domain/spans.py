"""Spans of time that figures are read over, and the buckets that a chart of them has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

_DAY, _QUARTER = timedelta(days=1), timedelta(minutes=15)
_MOST_BUCKETS = 60


class Span(StrEnum):
    """How far back figures reach: to the beginning of a quarter of an hour, or of a UTC day where days are
    meant. Of 30 days today is one.
    """

    DAY = "24h"
    WEEK = "7d"
    MONTH = "30d"
    ALL = "all"

    def since(self, now: datetime) -> datetime | None:
        """When it begins, None for everything there is."""
        length = _LENGTHS.get(self)
        return None if length is None else self.end(now) - length

    def end(self, now: datetime) -> datetime:
        """When the quarter of an hour, or the UTC day, ends that it is now."""
        grain = _GRAINS[self]
        return now + (_EPOCH - now) % grain


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LENGTHS = {Span.DAY: _DAY, Span.WEEK: 7 * _DAY, Span.MONTH: 30 * _DAY}
_WIDTHS = {Span.DAY: timedelta(hours=1), Span.WEEK: timedelta(hours=6), Span.MONTH: _DAY}
_GRAINS = {Span.DAY: _QUARTER, Span.WEEK: _QUARTER, Span.MONTH: _DAY, Span.ALL: _DAY}


@dataclass(frozen=True, slots=True)
class Buckets:
    """`count` parts of time of the same width, the first of which begins at `since`."""

    since: datetime
    width: timedelta
    count: int

    @property
    def are_days(self) -> bool:
        """Whether they are made of whole UTC days."""
        return self.width % _DAY == timedelta(0)

    def start(self, index: int) -> datetime:
        """When a part begins."""
        return self.since + self.width * index


def buckets(span: Span, *, first: datetime, now: datetime) -> Buckets:
    """Those of a chart: hours of a day, quarters of a day of a week, days of a month; `now` is in the last.

    For all there is, whole days or several, 60 at most, so that `first` stands in one of them.
    """
    end = span.end(now)
    if span is not Span.ALL:
        length, width = _LENGTHS[span], _WIDTHS[span]
        return Buckets(end - length, width, length // width)
    days = max(1, -(-(end - first) // _DAY))
    width = _DAY * -(-days // _MOST_BUCKETS)
    count = -(-(_DAY * days) // width)
    return Buckets(end - width * count, width, count)

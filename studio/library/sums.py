"""What attempts come to over any stretch of time, read from the sums that the index keeps of them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from studio.library import codec

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from datetime import tzinfo

_DAY, _QUARTER = 86_400_000_000, 900_000_000
"""Widths of sums, in microseconds."""

_EARLIEST, _LATEST = -(2**62), 2**62

PIECES = """
WITH pieces (width, first, end) AS MATERIALIZED (
    SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(:pieces)
)
"""
SUMS = """
FROM pieces
CROSS JOIN sums ON sums.width = pieces.width AND sums.start >= pieces.first AND sums.start < pieces.end
"""
"""The sums of a stretch, for what begins with PIECES; `:pieces` are those of a Stretch."""

WITH_KEYS = "CROSS JOIN sum_keys ON sum_keys.id = sums.key"

_UTC_DAYS = f"""
WITH RECURSIVE days (start) AS (
    SELECT min(start) FROM sums WHERE width = {_DAY}
    UNION ALL
    SELECT (SELECT min(start) FROM sums WHERE width = {_DAY} AND start > days.start) FROM days
    WHERE days.start IS NOT NULL
)
SELECT start FROM days WHERE start IS NOT NULL
"""  # noqa: S608 - our own numbers


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `since` up to, not including, `until`; None for no end. Both begin a quarter of an hour, as local
    days do everywhere; within one, that quarter's beginning is meant.
    """

    since: datetime | None = None
    until: datetime | None = None

    @property
    def first(self) -> int:
        """Its first microsecond."""
        return _EARLIEST if self.since is None else _floor(codec.to_micros(self.since), _QUARTER)

    @property
    def _end(self) -> int:
        return _LATEST if self.until is None else _floor(codec.to_micros(self.until), _QUARTER)

    @property
    def pieces(self) -> str:
        """The sums that come to it together: widths, first starts and ends of starts, as JSON."""
        if self.since is None and self.until is None:
            return "[[0, 0, 1]]"
        first, end = self.first, self._end
        # Whole days as they are, and quarters at both ends.
        first_day = first if self.since is None else -_floor(-first, _DAY)
        end_day = end if self.until is None else _floor(end, _DAY)
        if first_day >= end_day:
            return self.quarters
        whole = ((_QUARTER, first, first_day), (_DAY, first_day, end_day), (_QUARTER, end_day, end))
        return json.dumps([piece for piece in whole if piece[1] < piece[2]])

    @property
    def quarters(self) -> str:
        """The same of quarters of an hour alone: for what asks which part of a day it was."""
        return json.dumps([(_QUARTER, self.first, self._end)])


def _floor(micros: int, width: int) -> int:
    return micros - micros % width


def first_day(connection: sqlite3.Connection) -> datetime | None:
    """When the first UTC day begins on which anything was sent."""
    return codec.maybe_time(
        connection.execute("SELECT min(start) FROM sums WHERE width = ?", (_DAY,)).fetchone()[0]
    )


def local_days(
    connection: sqlite3.Connection, stretch: Stretch, zone: tzinfo | None
) -> tuple[tuple[date, Stretch], ...]:
    """The days of `zone`, None for this computer's, on which anything may have been sent, and how much of
    each lies in the stretch; in their order.
    """
    found: set[date] = set()
    for row in connection.execute(_UTC_DAYS):
        moments = (codec.from_micros(row[0] + part) for part in (0, _DAY // 2, _DAY - _QUARTER))
        found.update(moment.astimezone(zone).date() for moment in moments)
    return tuple(_within(stretch, found, zone))


def _within(stretch: Stretch, days: Iterable[date], zone: tzinfo | None) -> Iterable[tuple[date, Stretch]]:
    for day in sorted(days):
        begin, end = _begins(day, zone), _begins(day + timedelta(days=1), zone)
        since = begin if stretch.since is None else max(begin, stretch.since)
        until = end if stretch.until is None else min(end, stretch.until)
        if since < until:
            yield day, Stretch(since, until)


def _begins(day: date, zone: tzinfo | None) -> datetime:
    midnight = datetime.combine(day, time.min, zone)
    # By way of the timestamp: where the clock leaps over midnight, astimezone() would be an hour early.
    return datetime.fromtimestamp(midnight.timestamp(), UTC)

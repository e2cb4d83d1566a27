"""The SQL of our own figures of groups: what `evidence_of` says, from the sums that the index keeps."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from studio.domain.charge import Outcome
from studio.domain.evidence import RUNS, Evidence, Pace, Rate, Spread, counted, spread_of
from studio.domain.geometry import Resolution
from studio.domain.group_series import Point
from studio.domain.money import Money
from studio.domain.spans import Span, buckets
from studio.library import codec
from studio.library.sums import PIECES, SUMS, WITH_KEYS, Stretch, first_day

if TYPE_CHECKING:
    from collections.abc import Iterable


class GroupKey(NamedTuple):
    """Whose figures they are. `gateway` is the address, or "demo"."""

    model: str
    gateway: str
    group: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which attempts are counted: those from the quarter of an hour of `since` on. None and an empty name are
    any.

    A time in the future, left by a clock that was wrong, counts as now.
    """

    since: datetime | None = None
    gateway: str = ""
    model: str = ""
    resolution: Resolution | None = None


_RUNS = ", ".join(f"'{outcome}'" for outcome in sorted(RUNS))
_WANTED = "sum_keys.group_key IN (SELECT value FROM json_each(:keys))"
_SUMS = f"""
{PIECES} SELECT sum_keys.group_key, sum_keys.outcome, sum(sums.calls) AS calls, sum(sums.charged) AS charged,
    sum(sums.unknown) AS unknown, sum(sums.pictures) AS pictures, sum(sums.wrong) AS wrong,
    sum(iif(sum_keys.charge IN ('charged', 'unknown'), sums.calls, 0)) AS paid,
    sum(sums.timed) AS timed, sum(sums.paced) AS paced, sum(sums.micros) AS micros, sum(sums.tokens) AS tokens
{SUMS} {WITH_KEYS} WHERE sum_keys.outcome <> '' AND {_WANTED}
    AND (:resolution IS NULL OR sum_keys.resolution = :resolution)
GROUP BY 1, 2
"""
_SERIES = f"""
{PIECES} SELECT min(:last, (sums.start - :origin) / :width) AS bucket, sum_keys.group_key,
    sum(iif(sum_keys.outcome = 'picture', sums.calls, 0)) AS hits, sum(sums.calls) AS calls
{SUMS} {WITH_KEYS} WHERE sum_keys.outcome IN ({_RUNS}) AND {_WANTED} GROUP BY 1, 2
"""
# Spelled as the indexes attempts_by_seconds and attempts_by_whole_time are.
_NTH = """
SELECT {time} FROM attempts
WHERE outcome = 'picture' AND seconds IS NOT NULL AND group_key = :group_key AND started >= :since
    AND (:resolution IS NULL OR resolution = :resolution)
ORDER BY {time} LIMIT 1 OFFSET :nth
"""


def group_figures(connection: sqlite3.Connection, wanted: Wanted) -> dict[GroupKey, Evidence]:
    """What each group's ended attempts come to; groups without any are left out. The demo has its own."""
    keys, stretch = _keys(connection, wanted), Stretch(wanted.since)
    values = {"pieces": stretch.pieces, "resolution": wanted.resolution, "keys": codec.encode_numbers(keys)}
    found: dict[int, list[sqlite3.Row]] = {}
    for row in connection.execute(_SUMS, values):
        found.setdefault(row["group_key"], []).append(row)
    return {
        keys[key]: _evidence(rows, _Times(connection, key, stretch.first, wanted.resolution))
        for key, rows in found.items()
    }


def group_series(
    connection: sqlite3.Connection, span: Span, *, gateway: str, model: str, now: datetime
) -> tuple[Point, ...]:
    """How often each group succeeded in each bucket of the span, in the order of time and name."""
    parts = buckets(span, first=min(now, first_day(connection) or now), now=now)
    keys, stretch = _keys(connection, Wanted(gateway=gateway, model=model)), Stretch(parts.since)
    rows = connection.execute(
        _SERIES,
        {
            "pieces": stretch.pieces if parts.are_days else stretch.quarters,
            "origin": codec.to_micros(parts.since),
            "width": codec.to_micros(parts.start(1)) - codec.to_micros(parts.since),
            "last": parts.count - 1,
            "keys": codec.encode_numbers(keys),
        },
    )
    points = (
        Point(parts.start(row["bucket"]), keys[row["group_key"]].group, Rate(row["hits"], row["calls"]))
        for row in rows
    )
    return tuple(sorted(points, key=lambda point: (point.start, point.group)))


def _keys(connection: sqlite3.Connection, wanted: Wanted) -> dict[int, GroupKey]:
    """Those of any gateway and model unless one is wanted."""
    rows = connection.execute("SELECT id, model, gateway, name FROM group_keys")
    keys = {row[0]: GroupKey(*row[1:]) for row in rows}
    return {
        number: key
        for number, key in keys.items()
        if wanted.gateway in {"", key.gateway} and wanted.model in {"", key.model}
    }


@dataclass(frozen=True, slots=True)
class _Times:
    """How long the pictures of one group took, in the order of its indexes. `since` is in microseconds."""

    connection: sqlite3.Connection
    group_key: int
    since: int
    resolution: Resolution | None

    def spread(self, time: str, count: int) -> Spread | None:
        """Of that many; `time` as an index has it."""
        return spread_of(lambda nth: self._nth(time, nth), count)

    def _nth(self, time: str, nth: int) -> float:
        values = {
            "group_key": self.group_key,
            "since": self.since,
            "resolution": self.resolution,
            "nth": nth,
        }
        return float(self.connection.execute(_NTH.format(time=time), values).fetchone()[0])


def _evidence(rows: Iterable[sqlite3.Row], times: _Times) -> Evidence:
    """From one group's rows, one for each outcome."""
    by_outcome = {Outcome(row["outcome"]): row for row in rows}
    runs = [row for outcome, row in by_outcome.items() if outcome in RUNS]
    picture = by_outcome.get(Outcome.PICTURE)
    own = Evidence(
        success=Rate(picture["calls"] if picture else 0, sum(row["calls"] for row in runs)),
        paid=sum(row["paid"] for row in runs),
        charged=Money.from_fen(sum(row["charged"] for row in by_outcome.values())),
        unknown=Money.from_fen(sum(row["unknown"] for row in by_outcome.values())),
        endings=counted((outcome, row["calls"]) for outcome, row in by_outcome.items()),
    )
    if picture is None:
        return own
    return replace(
        own,
        seconds=times.spread("seconds", picture["timed"]),
        end_to_end=times.spread("seconds + waited", picture["timed"]),
        pace=Pace(picture["tokens"], picture["micros"] / 1e6, picture["paced"]),
        wrong_size=Rate(picture["wrong"], picture["pictures"]),
    )

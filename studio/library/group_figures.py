"""The SQL of our own figures of groups: what `evidence_of` says, of any number of attempts in one pass."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from studio.domain.charge import Outcome
from studio.domain.evidence import RUNS, Evidence, Pace, Rate, counted, spread
from studio.domain.geometry import AspectRatio, Resolution, published_size
from studio.domain.group_series import Point
from studio.domain.money import Money
from studio.domain.spans import Span, buckets
from studio.domain.version import IMPORT_GATEWAY, LOCAL_GATEWAY
from studio.library import codec

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

_times = msgspec.json.Decoder(list[float])


class GroupKey(NamedTuple):
    """Whose figures they are. `gateway` is the address, or "demo"."""

    model: str
    gateway: str
    group: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which attempts are counted: those from `since` on. None and an empty name are any.

    A time in the future, left by a clock that was wrong, counts as now.
    """

    since: datetime | None = None
    gateway: str = ""
    model: str = ""
    resolution: Resolution | None = None


def _tokens() -> str:
    """The published tokens of the step that the pixels are worth: `delivered_resolution`, in SQL."""
    steps = tuple(Resolution)
    edges = [published_size(AspectRatio.SQUARE, step).width for step in steps]
    # Half-way between two steps, by the factor, lies the product of their squares' edges.
    cases = [
        f"WHEN pixels <= {edge * next_edge} THEN {step.output_tokens}"
        for step, edge, next_edge in zip(steps, edges, edges[1:], strict=False)
    ]
    return f"CASE {' '.join(cases)} ELSE {steps[-1].output_tokens} END"


_CALLS = """
SELECT orders.model, attempts.gateway, attempts.group_name, attempts.outcome, attempts.charge, attempts.price,
    attempts.started, attempts.seconds, versions.mismatch, versions.width * versions.height AS pixels,
    CASE attempts.number WHEN 1 THEN 0 ELSE max(0, attempts.started - (
        SELECT first.started FROM attempts AS first WHERE first.job = attempts.job AND first.number = 1
    )) / 1e6 END AS waited
FROM attempts
JOIN jobs ON jobs.id = attempts.job
JOIN orders ON orders.id = jobs.order_id
LEFT JOIN versions ON versions.attempt = attempts.id
WHERE attempts.outcome IS NOT NULL AND attempts.gateway NOT IN (:import, :local)
"""
_TIMED = "outcome = 'picture' AND seconds IS NOT NULL"
_SUMS = f"""
SELECT model, gateway, group_name, {{bucket}} AS bucket, outcome, count(*) AS calls,
    count(*) FILTER (WHERE charge IN ('charged', 'unknown')) AS paid,
    coalesce(sum(price) FILTER (WHERE charge = 'charged'), 0) AS charged,
    coalesce(sum(price) FILTER (WHERE charge = 'unknown'), 0) AS unknown,
    coalesce(sum(mismatch), 0) AS wrong, count(mismatch) AS sized,
    coalesce(sum({_tokens()}) FILTER (WHERE pixels > 0 AND seconds IS NOT NULL), 0) AS tokens,
    total(seconds) FILTER (WHERE pixels > 0) AS token_seconds,
    count(seconds) FILTER (WHERE pixels > 0) AS timed,
    json_group_array(seconds) FILTER (WHERE {_TIMED} AND waited = 0) AS at_once,
    json_group_array(seconds) FILTER (WHERE {_TIMED} AND waited > 0) AS later,
    json_group_array(seconds + waited) FILTER (WHERE {_TIMED} AND waited > 0) AS with_wait
FROM ({{calls}}) GROUP BY gateway, model, group_name, outcome{{by_bucket}}
"""  # noqa: S608 - our own names and numbers


def group_figures(connection: sqlite3.Connection, wanted: Wanted) -> dict[GroupKey, Evidence]:
    """What each group's ended attempts come to; groups without any are left out. The demo has its own."""
    found: dict[GroupKey, list[sqlite3.Row]] = {}
    for row in _rows(connection, wanted):
        found.setdefault(GroupKey(row[0], row[1], row[2]), []).append(row)
    return {key: _evidence(rows) for key, rows in found.items()}


def group_series(
    connection: sqlite3.Connection, span: Span, *, gateway: str, model: str, now: datetime
) -> tuple[Point, ...]:
    """The same for each bucket of the span, in the order of time and name: for charts."""
    parts = buckets(span, first=_first(connection, now), now=now)
    values = {
        "origin": codec.to_micros(parts.since),
        "width": codec.to_micros(parts.since + parts.width) - codec.to_micros(parts.since),
        "last": parts.count - 1,
    }
    found: dict[tuple[int, str], list[sqlite3.Row]] = {}
    wanted = Wanted(parts.since, gateway, model)
    for row in _rows(connection, wanted, bucket="min(:last, (started - :origin) / :width)", values=values):
        found.setdefault((row["bucket"], row["group_name"]), []).append(row)
    return tuple(
        Point(parts.start(bucket), group, _evidence(rows)) for (bucket, group), rows in sorted(found.items())
    )


def _first(connection: sqlite3.Connection, now: datetime) -> datetime:
    micros = connection.execute(
        "SELECT min(started) FROM attempts WHERE gateway NOT IN (?, ?)", (IMPORT_GATEWAY, LOCAL_GATEWAY)
    ).fetchone()[0]
    return now if micros is None else min(now, codec.from_micros(micros))


def _rows(
    connection: sqlite3.Connection, wanted: Wanted, *, bucket: str = "", values: Mapping[str, int] = {}
) -> sqlite3.Cursor:
    conditions = {
        "attempts.started >= :since": None if wanted.since is None else codec.to_micros(wanted.since),
        "attempts.gateway = :gateway": wanted.gateway or None,
        "orders.model = :model": wanted.model or None,
        "orders.resolution = :resolution": wanted.resolution,
    }
    given = {condition: value for condition, value in conditions.items() if value is not None}
    calls = " AND ".join((_CALLS, *given))
    names = {condition.rpartition(":")[2]: value for condition, value in given.items()}
    return connection.execute(
        _SUMS.format(bucket=bucket or 0, calls=calls, by_bucket=", bucket" if bucket else ""),
        {"import": IMPORT_GATEWAY, "local": LOCAL_GATEWAY, **names, **values},
    )


def _evidence(rows: Iterable[sqlite3.Row]) -> Evidence:
    """From one group's rows, one for each outcome."""
    by_outcome = {Outcome(row["outcome"]): row for row in rows}
    runs = [row for outcome, row in by_outcome.items() if outcome in RUNS]
    picture = by_outcome.get(Outcome.PICTURE)
    # Sorted one by one: what is joined of them is sorted again in no time.
    at_once, later, with_wait = (
        sorted(_times.decode(picture[name])) if picture else [] for name in ("at_once", "later", "with_wait")
    )
    money = {
        charge: Money.from_fen(sum(row[charge] for row in by_outcome.values()))
        for charge in ("charged", "unknown")
    }
    return Evidence(
        success=Rate(picture["calls"] if picture else 0, sum(row["calls"] for row in runs)),
        seconds=spread(at_once + later),
        end_to_end=spread(at_once + with_wait),
        pace=Pace(picture["tokens"], picture["token_seconds"], picture["timed"]) if picture else Pace(),
        wrong_size=Rate(picture["wrong"], picture["sized"]) if picture else Rate(),
        paid=sum(row["paid"] for row in runs),
        **money,
        endings=counted((outcome, row["calls"]) for outcome, row in by_outcome.items()),
    )

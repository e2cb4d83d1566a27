"""The ledger a page at a time, and added up: for pages and charts of any length."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from studio.domain.money import Money
from studio.domain.recipe import DEMO_GATEWAY
from studio.domain.spending import By, LedgerFilter, Spending
from studio.domain.version import IMPORT_GATEWAY, LOCAL_GATEWAY
from studio.library import codec
from studio.library.ledger import ENTRIES, LedgerEntry, read_entry

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from datetime import tzinfo

_QUARTER = timedelta(minutes=15)
"""Days begin where a quarter of an hour does, whatever the time zone."""

_KEYS = {
    By.DAY: f"attempts.started / {_QUARTER // timedelta(microseconds=1)}",
    By.PROJECT: "orders.project",
    By.GROUP: "attempts.group_name",
    By.SIZE: "orders.resolution",
    By.CHARGE: "attempts.charge",
}
_SUMS = """
SELECT {key} AS key, count(*) AS calls,
    coalesce(sum(attempts.price) FILTER (WHERE attempts.charge = 'charged'), 0) AS charged,
    coalesce(sum(attempts.price) FILTER (WHERE attempts.charge = 'unknown'), 0) AS unknown,
    coalesce(sum(attempts.price) FILTER (WHERE attempts.charge = 'reserved'), 0) AS reserved,
    count(versions.id) AS pictures,
    count(versions.id) FILTER (
        WHERE versions.trashed IS NULL AND versions.purged = 0 AND versions.flag <> 'reject'
    ) AS kept
FROM attempts JOIN jobs ON jobs.id = attempts.job JOIN orders ON orders.id = jobs.order_id
LEFT JOIN versions ON versions.attempt = attempts.id
WHERE attempts.gateway NOT IN (:import, :local, :demo) AND {conditions} GROUP BY key
"""


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """Attempts, newest first. `before` asks for the next page, None where this is the last."""

    entries: tuple[LedgerEntry, ...]
    before: int | None = None


def ledger_page(
    connection: sqlite3.Connection, chosen: LedgerFilter, *, limit: int, before: int | None = None
) -> LedgerPage:
    """At most `limit` of those that the filter lets through, the demo's too; `before` as a page gave it.

    What is written meanwhile neither shifts nor repeats anything.
    """
    given, values = conditions(chosen)
    if before is not None:
        given += " AND attempts.sequence < :before"
        values["before"] = before
    rows = connection.execute(
        f"{ENTRIES} AND {given} ORDER BY attempts.sequence DESC LIMIT :limit",
        {"import": IMPORT_GATEWAY, "local": LOCAL_GATEWAY, "limit": limit + 1, **values},
    ).fetchall()
    entries = tuple(read_entry(row) for row in rows[:limit])
    return LedgerPage(entries, rows[limit - 1]["sequence"] if len(rows) > limit else None)


def ledger_sums(
    connection: sqlite3.Connection, by: By, chosen: LedgerFilter, *, zone: tzinfo | None = None
) -> tuple[Spending, ...]:
    """What those attempts came to, without the demo: days in their order, all others dearest first.

    Days are those of `zone`, None for this computer's. What waits in the queue is no attempt yet.
    """
    given, values = conditions(chosen)
    rows = connection.execute(
        _SUMS.format(key=_KEYS[by], conditions=given),
        {"import": IMPORT_GATEWAY, "local": LOCAL_GATEWAY, "demo": DEMO_GATEWAY, **values},
    )
    if by is By.DAY:
        return _by_day(rows, zone)
    found = [_spending(row["key"], [row]) for row in rows]
    return tuple(sorted(found, key=lambda one: (-one.spent.fen, one.name)))


def _by_day(quarters: Iterable[sqlite3.Row], zone: tzinfo | None) -> tuple[Spending, ...]:
    days: dict[str, list[sqlite3.Row]] = {}
    for row in quarters:
        moment = (datetime(1970, 1, 1, tzinfo=UTC) + _QUARTER * row["key"]).astimezone(zone)
        days.setdefault(moment.date().isoformat(), []).append(row)
    return tuple(_spending(day, rows) for day, rows in sorted(days.items()))


def _spending(name: str, rows: list[sqlite3.Row]) -> Spending:
    return Spending(
        name,
        calls=sum(row["calls"] for row in rows),
        charged=Money.from_fen(sum(row["charged"] for row in rows)),
        unknown=Money.from_fen(sum(row["unknown"] for row in rows)),
        reserved=Money.from_fen(sum(row["reserved"] for row in rows)),
        pictures=sum(row["pictures"] for row in rows),
        kept=sum(row["kept"] for row in rows),
    )


def conditions(chosen: LedgerFilter) -> tuple[str, dict[str, str | int]]:
    """The filter in SQL, and its values by name."""
    wanted: dict[str, str | int | None] = {
        "attempts.started >= :since": None if chosen.since is None else codec.to_micros(chosen.since),
        "attempts.started < :until": None if chosen.until is None else codec.to_micros(chosen.until),
        "orders.project = :project": chosen.project or None,
        "attempts.group_name = :group": chosen.group or None,
        "orders.resolution = :resolution": chosen.resolution,
        "attempts.charge = :charge": chosen.charge,
    }
    given = {condition: value for condition, value in wanted.items() if value is not None}
    values = {condition.rpartition(":")[2]: value for condition, value in given.items()}
    return " AND ".join(("TRUE", *given)), values

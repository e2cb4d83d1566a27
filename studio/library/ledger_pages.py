"""The ledger a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.domain.version import IMPORT_GATEWAY, LOCAL_GATEWAY
from studio.library import codec
from studio.library.ledger import ENTRIES, LedgerEntry, read_entry

if TYPE_CHECKING:
    import sqlite3

    from studio.domain.spending import LedgerFilter


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


def conditions(chosen: LedgerFilter) -> tuple[str, dict[str, str | int]]:
    """The filter in SQL, and its values by name."""
    wanted: dict[str, str | int | None] = {
        "attempts.started >= :since": None if chosen.since is None else codec.to_micros(chosen.since),
        "attempts.started < :until": None if chosen.until is None else codec.to_micros(chosen.until),
        "attempts.project = :project": chosen.project or None,
        "attempts.group_name = :group": chosen.group or None,
        "attempts.resolution = :resolution": chosen.resolution,
        "attempts.charge = :charge": chosen.charge,
    }
    given = {condition: value for condition, value in wanted.items() if value is not None}
    values = {condition.rpartition(":")[2]: value for condition, value in given.items()}
    return " AND ".join(("TRUE", *given)), values

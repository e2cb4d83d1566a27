"""What was reserved, charged and released. Sums are whole fen, added up by SQLite's integers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.domain.charge import Charge
from studio.domain.geometry import PixelSize, Resolution, delivered_resolution
from studio.domain.job import Attempt
from studio.domain.money import ZERO, Money
from studio.domain.recipe import DEMO_GATEWAY
from studio.domain.version import IMPORT_GATEWAY, LOCAL_GATEWAY
from studio.library.attempt_records import read_attempt
from studio.library.codec import to_micros

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One attempt in the ledger, with the project and resolution of its order, and the pixels that came."""

    attempt: Attempt
    project: str
    resolution: Resolution
    delivered: PixelSize | None = None

    @property
    def delivered_resolution(self) -> Resolution | None:
        """The price step that what came is worth, None where no picture came."""
        return delivered_resolution(self.delivered) if self.delivered else None


@dataclass(frozen=True, slots=True)
class Spent:
    """What a span of time cost. `unknown` may have been charged; `reserved` is not decided yet: what every
    open job costs at most, whenever it was placed, for it may be charged at any time.
    """

    charged: Money = ZERO
    unknown: Money = ZERO
    reserved: Money = ZERO

    @property
    def total(self) -> Money:
        """All three: what may have been spent."""
        return self.charged + self.unknown + self.reserved


ENTRIES = """
SELECT attempts.*, versions.width, versions.height,
    CASE versions.purged WHEN 0 THEN versions.id END AS brought
FROM attempts LEFT JOIN versions ON versions.attempt = attempts.id
WHERE attempts.gateway NOT IN (:import, :local)
"""
"""Every attempt that was sent, with what `read_entry` wants beside it."""


def entries(connection: sqlite3.Connection, *, limit: int, offset: int = 0) -> tuple[LedgerEntry, ...]:
    """Every attempt that was sent, newest first."""
    rows = connection.execute(
        f"{ENTRIES} ORDER BY attempts.sequence DESC LIMIT :limit OFFSET :offset",
        {"import": IMPORT_GATEWAY, "local": LOCAL_GATEWAY, "limit": limit, "offset": offset},
    )
    return tuple(read_entry(row) for row in rows)


def read_entry(row: sqlite3.Row) -> LedgerEntry:
    """From a row of ENTRIES."""
    return LedgerEntry(read_attempt(row), row["project"], Resolution(row["resolution"]), _delivered(row))


def _delivered(row: sqlite3.Row) -> PixelSize | None:
    return None if row["width"] is None else PixelSize(row["width"], row["height"])


def spent(connection: sqlite3.Connection, since: datetime, until: datetime) -> Spent:
    """What attempts that started in this span cost, and what open jobs may; without the demo and what no call
    brought.
    """
    values = {
        "since": to_micros(since),
        "until": to_micros(until),
        "demo": DEMO_GATEWAY,
        "import": IMPORT_GATEWAY,
        "local": LOCAL_GATEWAY,
    }
    sums: dict[str, int] = dict(
        connection.execute(
            "SELECT charge, sum(price) FROM attempts "
            "WHERE started >= :since AND started < :until AND gateway NOT IN (:demo, :import, :local) "
            "GROUP BY charge",
            values,
        ).fetchall()
    )
    reserved = connection.execute(
        "SELECT coalesce(sum(orders.most), 0) FROM jobs JOIN orders ON orders.id = jobs.order_id "
        "WHERE jobs.state NOT IN ('saved', 'refused', 'blocked', 'unknown', 'cancelled') "
        "AND orders.gateway NOT IN (:demo, :import, :local)",
        values,
    ).fetchone()[0]
    return Spent(
        charged=Money.from_fen(sums.get(Charge.CHARGED, 0)),
        unknown=Money.from_fen(sums.get(Charge.UNKNOWN, 0)),
        reserved=Money.from_fen(reserved),
    )

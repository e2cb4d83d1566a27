"""What the ledger's own rows say, one after the other: what its sums must come to."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from studio.domain.charge import Charge, Outcome
from studio.domain.evidence import Call
from studio.domain.geometry import PixelSize, Resolution, delivered_resolution
from studio.domain.money import Money
from studio.domain.recipe import DEMO_GATEWAY
from studio.library import codec
from studio.library.functions import add_functions
from studio.library.group_figures import GroupKey
from studio.library.migrations import MIGRATIONS


@dataclass(frozen=True, slots=True)
class Fact:
    """An attempt as it stands in its own row, its order's and its version's, and in no sum."""

    key: GroupKey
    project: str
    resolution: Resolution
    charge: Charge
    outcome: Outcome | None
    price: int
    started: datetime
    seconds: float | None
    waited: float
    size: PixelSize | None
    wrong: bool
    kept: bool

    @property
    def call(self) -> Call:
        """What it tells of its group."""
        assert self.outcome is not None
        return Call(
            self.outcome,
            self.charge,
            Money.from_fen(self.price),
            self.seconds,
            None if self.seconds is None else self.seconds + self.waited,
            self.delivered,
            None if self.size is None else self.wrong,
        )

    @property
    def delivered(self) -> Resolution | None:
        """What the picture is worth."""
        return None if self.size is None else delivered_resolution(self.size)

    @property
    def is_disputable(self) -> bool:
        """As a row of the ledger says it."""
        got = self.delivered
        smaller = got is not None and got.output_tokens < self.resolution.output_tokens
        return self.charge is Charge.UNKNOWN or (self.charge is Charge.CHARGED and smaller)

    @property
    def is_demo(self) -> bool:
        """Whether it cost nothing."""
        return self.key.gateway == DEMO_GATEWAY


_FACTS = """
SELECT orders.model, attempts.gateway, attempts.group_name, orders.project, orders.resolution,
    attempts.charge, attempts.outcome, attempts.price, attempts.started, attempts.seconds,
    versions.width, versions.height, versions.mismatch,
    versions.trashed IS NULL AND versions.purged = 0 AND versions.flag <> 'reject' AS kept,
    (SELECT started FROM attempts AS other WHERE other.job = attempts.job ORDER BY number LIMIT 1) AS first
FROM attempts JOIN jobs ON jobs.id = attempts.job JOIN orders ON orders.id = jobs.order_id
LEFT JOIN versions ON versions.attempt = attempts.id WHERE attempts.gateway NOT IN ('import', 'local')
"""


def facts(connection: sqlite3.Connection) -> list[Fact]:
    """One for each attempt that was sent."""
    return [
        Fact(
            GroupKey(row["model"], row["gateway"], row["group_name"]),
            row["project"],
            Resolution(row["resolution"]),
            Charge(row["charge"]),
            Outcome(row["outcome"]) if row["outcome"] else None,
            row["price"],
            codec.from_micros(row["started"]),
            row["seconds"],
            max(0, row["started"] - row["first"]) / 1e6,
            None if row["width"] is None else PixelSize(row["width"], row["height"]),
            bool(row["mismatch"]),
            bool(row["kept"]),
        )
        for row in connection.execute(_FACTS)
    ]


def empty_index(steps: tuple[str, ...] = MIGRATIONS) -> sqlite3.Connection:
    """An index in memory, as it is after these steps."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    add_functions(connection)
    for step in steps:
        connection.executescript(step)
    connection.row_factory = sqlite3.Row
    return connection

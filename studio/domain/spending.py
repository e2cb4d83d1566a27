"""Questions to the ledger, and what it says: sums by day, project, group, size or charge."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from studio.domain.charge import Charge
from studio.domain.geometry import Resolution
from studio.domain.money import ZERO, Money


class By(StrEnum):
    """What the ledger is added up by."""

    DAY = "day"
    PROJECT = "project"
    GROUP = "group"
    SIZE = "size"
    CHARGE = "charge"


@dataclass(frozen=True, slots=True)
class LedgerFilter:
    """Which attempts are meant: those that started from `since` up to, not including, `until`, and so on.

    None, or an empty name, is any. `resolution` is the size that was asked for.
    """

    since: datetime | None = None
    until: datetime | None = None
    project: str = ""
    group: str = ""
    resolution: Resolution | None = None
    charge: Charge | None = None

    @property
    def on_any_day(self) -> LedgerFilter:
        """The same whenever they started."""
        return replace(self, since=None, until=None)


EVERYTHING = LedgerFilter()


@dataclass(frozen=True, slots=True)
class Spending:
    """What `calls` attempts cost. `name` is the day (ISO 8601), project, group, size or charge.

    `pictures` were saved; `kept` of them are neither in the trash nor rejected.
    """

    name: str
    calls: int
    charged: Money = ZERO
    unknown: Money = ZERO
    reserved: Money = ZERO
    pictures: int = 0
    kept: int = 0

    @property
    def spent(self) -> Money:
        """All that may have been spent."""
        return self.charged + self.unknown + self.reserved

    @property
    def per_kept(self) -> float | None:
        """Yuan for each kept picture, None where none is kept."""
        return self.spent.fen / 100 / self.kept if self.kept else None

"""Limits on what may be spent: how much of each is used, and which of them an order would break."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from studio.domain.money import ZERO, Money

if TYPE_CHECKING:
    from collections.abc import Iterable

WARN_AT = 80
"""Percent of a limit from which on it is spoken of, unless the person sets another."""


class BudgetKind(StrEnum):
    """What a limit holds for."""

    DAY = "day"
    MONTH = "month"
    PROJECT = "project"
    """A project's, from its beginning."""


@dataclass(frozen=True, slots=True)
class Budgets:
    """The person's limits on days and months; None for none. A project's is kept with the project."""

    day: Money | None = None
    month: Money | None = None


NO_BUDGETS = Budgets()


@dataclass(frozen=True, slots=True)
class Standing:
    """One limit, and what counts against it: charged, unknown and reserved. `project` only names one's."""

    kind: BudgetKind
    limit: Money
    used: Money
    project: str = ""

    @property
    def left(self) -> Money:
        """Nothing where more was used than the limit, which may have been lowered since."""
        return Money(self.limit.amount - self.used.amount) if self.used < self.limit else ZERO

    def holds(self, wanted: Money) -> bool:
        """Whether an order that may cost so much stays within it."""
        return self.used + wanted <= self.limit

    def warns(self, percent: int, *, wanted: Money = ZERO) -> bool:
        """Whether so many percent of it are used, with this order."""
        return 100 * (self.used + wanted).fen >= percent * self.limit.fen


def broken(standings: Iterable[Standing], wanted: Money) -> Standing | None:
    """The limit that an order of so much would break, the one with least left; None where all hold.

    What costs nothing breaks none.
    """
    over = [one for one in standings if wanted and not one.holds(wanted)]
    return min(over, key=lambda one: one.left.fen, default=None)

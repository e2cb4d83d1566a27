"""Limits on what may be spent: how much of each is used, and which of them an order would break."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
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
class Limit:
    """The most that may be spent from `since` on, without an end: a clock that was set back must not make
    forget what was spent tomorrow.
    """

    kind: BudgetKind
    most: Money
    since: datetime


@dataclass(frozen=True, slots=True)
class Budgets:
    """The person's limits on days and months; None for none. A project's is kept with the project."""

    day: Money | None = None
    month: Money | None = None

    def limits(self, *, day: datetime, month: datetime) -> tuple[Limit, ...]:
        """What holds in the day and the month that began then; aware times."""
        every = ((BudgetKind.DAY, self.day, day), (BudgetKind.MONTH, self.month, month))
        return tuple(Limit(kind, most, since) for kind, most, since in every if most is not None)


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
        return self.used.fen + wanted.fen <= self.limit.fen

    def share(self, wanted: Money = ZERO) -> float:
        """How much of it is used, with this order: 0 to 1, and 1 where it is more."""
        fen = self.used.fen + wanted.fen
        return 1.0 if fen >= self.limit.fen else fen / self.limit.fen

    def warns(self, percent: int | None, *, wanted: Money = ZERO) -> bool:
        """Whether so many percent of it are used, with this order; None never warns."""
        return percent is not None and 100 * (self.used.fen + wanted.fen) >= percent * self.limit.fen

    def concerns(self, project: str) -> bool:
        """Whether it holds for an order of this project."""
        return self.kind is not BudgetKind.PROJECT or self.project == project


def tightest(standings: Iterable[Standing]) -> Standing | None:
    """The one with least left, the first of those with as little; None where there is none."""
    return min(standings, key=lambda one: one.left.fen, default=None)


def broken(standings: Iterable[Standing], wanted: Money) -> Standing | None:
    """The limit that an order of so much would break, the one with least left; None where all hold.

    What costs nothing breaks none.
    """
    return tightest(one for one in standings if wanted and not one.holds(wanted))

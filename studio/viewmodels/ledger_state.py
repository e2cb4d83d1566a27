"""What the ledger's page shows beside its rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.domain.money import total
from studio.domain.spending import Spending
from studio.viewmodels.ledger_choice import WHOLE, LedgerChoice, days_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from studio.library.settling import InQuestion


@dataclass(frozen=True, slots=True)
class LedgerState:
    """`days`, in their order, are all there are by the other filters; `total` is of the days that are chosen,
    as are `projects`, `groups` and `sizes`, dearest first. All are empty, and `total` None, until they were
    read.

    `disputed` is how many of what is shown a refund can be asked for, MOST_CLAIMED at most; `in_question`
    what of it ended and may have been charged, None until it was read.
    """

    is_open: bool = False
    choice: LedgerChoice = WHOLE
    count: int | None = None
    total: Spending | None = None
    days: tuple[Spending, ...] = ()
    projects: tuple[Spending, ...] = ()
    groups: tuple[Spending, ...] = ()
    sizes: tuple[Spending, ...] = ()
    project_names: tuple[str, ...] = ()
    group_names: tuple[str, ...] = ()
    disputed: int = 0
    in_question: InQuestion | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever sent."""
        return self.count == 0 and not self.choice.is_narrow


def total_of(days: Sequence[Spending], choice: LedgerChoice, today: date) -> Spending:
    """What the days that are chosen come to together."""
    first, last = days_of(choice, today)
    parts = [one for one in days if _is_within(one.name, first, last, today)]
    return Spending(
        "",
        calls=sum(one.calls for one in parts),
        charged=total(one.charged for one in parts),
        unknown=total(one.unknown for one in parts),
        reserved=total(one.reserved for one in parts),
        pictures=sum(one.pictures for one in parts),
        kept=sum(one.kept for one in parts),
    )


def _is_within(day: str, first: date | None, last: date | None, today: date) -> bool:
    """As `filter_of` has it: what is said to come after today belongs to it."""
    begins = first is None or day >= first.isoformat()
    return begins and (last is None or last >= today or day <= last.isoformat())

"""What an order leaves of the budgets, as the composer says it: a line, a thin bar, and what stops it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QCoreApplication

from studio.domain.budget import BudgetKind, broken, tightest
from studio.domain.money import ZERO, Money

if TYPE_CHECKING:
    from studio.domain.budget import Standing
    from studio.viewmodels.session import SessionState

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """The budget with least left. `used` and, with the order, `then` are its shares, 0 to 1; `breaks` where
    the order doesn't fit into it.
    """

    words: str
    used: float
    then: float
    breaks: bool = False


def budget_line(session: SessionState, wanted: Money | None) -> BudgetLine | None:
    """`wanted` is what the order costs at most, None where that isn't known; None without any budget."""
    over = broken(session.concerned, wanted or ZERO)
    standing = over or tightest(session.concerned)
    if standing is None:
        return None
    more = ZERO if wanted is None or over else wanted
    return BudgetLine(
        words=_left(standing, more),
        used=standing.share(),
        then=1.0 if over else standing.share(more),
        breaks=over is not None,
    )


def hindering(session: SessionState, wanted: Money | None) -> Standing | None:
    """The budget that an order of so much would break."""
    return broken(session.concerned, wanted or ZERO)


def _left(standing: Standing, more: Money) -> str:
    match standing.kind:
        case BudgetKind.DAY:
            words = translate("composer", "{left} left today")
        case BudgetKind.MONTH:
            words = translate("composer", "{left} left this month")
        case BudgetKind.PROJECT:
            words = translate("composer", "{left} left in this project")
        case _:
            assert_never(standing.kind)
    words = words.replace("{left}", str(standing.left))
    if not more:
        return words
    then = translate("composer", "{left} → {then}").replace("{left}", words)
    return then.replace("{then}", str(Money(standing.left.amount - more.amount)))

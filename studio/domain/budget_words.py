"""The words for limits: which of them, and that an order would break it."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from studio.domain.budget import BudgetKind
from studio.domain.outcome_words import as_it_is

if TYPE_CHECKING:
    from studio.domain.budget import Standing
    from studio.domain.budget_errors import OverBudget
    from studio.domain.outcome_words import Translate


def over_words(standing: Standing, translate: Translate = as_it_is) -> str:
    """Which limit would be broken, and how much of it is left; without a full stop."""
    match standing.kind:
        case BudgetKind.DAY:
            words = translate("budgets", "Over today's budget: {left} left of {limit}")
        case BudgetKind.MONTH:
            words = translate("budgets", "Over this month's budget: {left} left of {limit}")
        case BudgetKind.PROJECT:
            words = translate("budgets", "Over the budget of {project}: {left} left of {limit}")
        case _:
            assert_never(standing.kind)
    return _filled(words, standing)


def warning_words(standing: Standing, translate: Translate) -> str:
    """How much of a limit is used, as a sentence."""
    match standing.kind:
        case BudgetKind.DAY:
            words = translate("budgets", "{used} of today's budget of {limit} is used.")
        case BudgetKind.MONTH:
            words = translate("budgets", "{used} of this month's budget of {limit} is used.")
        case BudgetKind.PROJECT:
            words = translate("budgets", "{used} of the budget of {limit} for {project} is used.")
        case _:
            assert_never(standing.kind)
    return _filled(words, standing)


def describe_over(error: OverBudget, translate: Translate) -> tuple[str, str]:
    """Which limit an order would break, and what to do."""
    words = translate("errors", "{over}, and this may cost {wanted}.")
    over = over_words(error.standing, translate)
    match error.standing.kind:
        case BudgetKind.DAY:
            step = translate("errors", "Raise the limit in Settings, or wait until tomorrow.")
        case BudgetKind.MONTH:
            step = translate("errors", "Raise the limit in Settings, or wait until next month.")
        case BudgetKind.PROJECT:
            step = translate("errors", "Raise the project's budget, or choose another project.")
        case _:
            assert_never(error.standing.kind)
    return words.replace("{wanted}", str(error.wanted)).replace("{over}", over), step


def _filled(words: str, standing: Standing) -> str:
    """A project may be called anything: its name comes last."""
    amounts = {"{left}": standing.left, "{used}": standing.used, "{limit}": standing.limit}
    for place, amount in amounts.items():
        words = words.replace(place, str(amount))
    return words.replace("{project}", standing.project)

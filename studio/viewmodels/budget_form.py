"""The budgets as the settings show them: what is typed, and how much of each is used now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from studio.domain.budget import BudgetKind, Budgets, Standing
from studio.domain.money import Money
from studio.settings.settings import MOST_PERCENT

if TYPE_CHECKING:
    from studio.settings import Settings
    from studio.viewmodels.session import SessionState

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class BudgetForm:
    """The fields as they are typed; an empty one is for none."""

    day: str = ""
    month: str = ""
    warn_at: str = ""
    ask_above: str = ""
    ask_from: str = ""


@dataclass(frozen=True, slots=True)
class BudgetUse:
    """How much of a budget is used, in words and as a share, 0 to 1; `warns` from the share on that the
    person set, `full` where nothing is left.
    """

    words: str
    share: float
    warns: bool = False
    full: bool = False
    project: str = ""


@dataclass(frozen=True, slots=True)
class BudgetUses:
    """What is used of each budget that there is. `spent` is today's sum, for where there is none for the day;
    `current` is the project that new pictures go to.
    """

    day: BudgetUse | None = None
    month: BudgetUse | None = None
    projects: tuple[BudgetUse, ...] = ()
    spent: str = ""
    current: str = ""


def budget_form(settings: Settings) -> BudgetForm:
    """The fields to begin with."""
    return BudgetForm(
        day=amount_text(settings.budgets.day),
        month=amount_text(settings.budgets.month),
        warn_at=_number_text(settings.warn_at),
        ask_above=amount_text(settings.ask_above),
        ask_from=_number_text(settings.ask_from),
    )


def read_budgets(form: BudgetForm, before: Settings) -> Settings:
    """The settings with what the form says; raises ValueError where `wrong_entry` has words."""
    return replace(
        before,
        budgets=Budgets(day=read_amount(form.day), month=read_amount(form.month)),
        warn_at=_number(form.warn_at, most=MOST_PERCENT),
        ask_above=read_amount(form.ask_above),
        ask_from=_number(form.ask_from),
    )


def wrong_entry(form: BudgetForm) -> str:
    """What is wrong with what was typed, empty where all of it can be kept."""
    if not all(map(_is_amount, (form.day, form.month, form.ask_above))):
        return amount_wanted()
    if not _is_number(form.warn_at, most=MOST_PERCENT):
        return translate("budgets", "Type a percentage from 1 to 100, or nothing for no warning.")
    if not _is_number(form.ask_from):
        return translate("budgets", "Type a number of pictures such as 9, or nothing to be asked never.")
    return ""


def amount_wanted() -> str:
    """What a field for an amount takes."""
    return translate("budgets", "Type an amount such as 20.00, or nothing for no limit.")


def amount_text(amount: Money | None) -> str:
    """An amount to edit."""
    return "" if amount is None else amount.plain


def read_amount(text: str) -> Money | None:
    """None for nothing; raises ValueError for no amount of money."""
    return Money.parse(text) if text.strip() else None


def budget_uses(session: SessionState) -> BudgetUses:
    """As it stands now."""
    found = [(one.kind, _use(one, session.settings)) for one in session.standings]
    spent = translate("budgets", "{spent} spent today")
    return BudgetUses(
        day=next((use for kind, use in found if kind is BudgetKind.DAY), None),
        month=next((use for kind, use in found if kind is BudgetKind.MONTH), None),
        projects=tuple(use for kind, use in found if kind is BudgetKind.PROJECT),
        spent=spent.format(spent=session.spent.total) if session.spent else "",
        current=session.settings.project,
    )


def _use(standing: Standing, settings: Settings) -> BudgetUse:
    words = translate("budgets", "{used} of {limit} used, {left} left")
    return BudgetUse(
        words=words.format(used=standing.used, limit=standing.limit, left=standing.left),
        share=standing.share(),
        warns=standing.warns(settings.warn_at),
        full=not standing.left,
        project=standing.project,
    )


def _number_text(number: int | None) -> str:
    return "" if number is None else str(number)


def _number(text: str, *, most: int | None = None) -> int | None:
    if not text.strip():
        return None
    number = int(text)
    if number < 1 or (most is not None and number > most):
        raise ValueError(text)
    return number


def _is_amount(text: str) -> bool:
    try:
        read_amount(text)
    except ValueError:
        return False
    return True


def _is_number(text: str, *, most: int | None = None) -> bool:
    try:
        _number(text, most=most)
    except ValueError:
        return False
    return True

"""The sentences of the composer about money: the button, the estimate, and why nothing can be ordered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from studio.domain.budget_words import over_words
from studio.domain.money import ZERO
from studio.domain.recipe import Problem, problems
from studio.domain.sending_words import describe_why_not
from studio.domain.words import describe, describe_problem, sentences
from studio.viewmodels.choices import UNKNOWN, time_words
from studio.viewmodels.composer_budget import BudgetLine, budget_line, hindering
from studio.viewmodels.session import Opening

if TYPE_CHECKING:
    from studio.domain.budget import Standing
    from studio.domain.catalog import Group
    from studio.domain.money import Money
    from studio.domain.recipe import Estimate, Recipe
    from studio.domain.sent import RequestWeight, WhyNot
    from studio.library.draft import Draft
    from studio.viewmodels.session import SessionState

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Hindrance:
    """Why nothing can be ordered now; `wants_key` when adding a key for the group would help, `cured_afresh`
    when sending the picture afresh would, and raising `budget`.
    """

    words: str
    wants_key: bool = False
    cured_afresh: bool = False
    budget: Standing | None = None


@dataclass(frozen=True, slots=True)
class EstimateLines:
    """The estimate in words. `sentence` is all of it, to be read out; `today` is what is left of the
    `budget`, or without one what was spent today; `at_most` what dearer groups may bring the total to.
    """

    count: str
    time: str
    total: str
    today: str
    notes: tuple[str, ...]
    sentence: str
    budget: BudgetLine | None = None
    at_most: str = ""


def button_label(recipe: Recipe, guess: Estimate | None, count: int, *, is_demo: bool) -> str:
    """The sentence on the spending button: what it does and what that costs."""
    if recipe.parent and count == 1:
        words = translate("composer", "Iterate for {total}") if guess else translate("composer", "Iterate")
    elif recipe.parent:
        words = (
            translate("composer", "Iterate {count} for {total}")
            if guess
            else translate("composer", "Iterate {count}")
        )
    elif guess:
        words = translate("composer", "Generate {count} for {total}")
    else:
        words = translate("composer", "Generate {count}")
    label = words.format(count=count, total=guess.total if guess else "")
    return translate("composer", "{label} (demo)").format(label=label) if is_demo else label


def hindrance(
    draft: Draft,
    group: Group | None,
    session: SessionState,
    *,
    weight: RequestWeight | None,
    wanted: Money | None,
    by_goal: Hindrance | None = None,
) -> Hindrance | None:
    """The first reason why nothing can be ordered, None when it can. `weight` is what would be sent, where
    that is known; `wanted` what it costs at most; `by_goal` why the draft's goal can choose no group.
    """
    before = _not_open(session) or by_goal
    if before is not None:
        return before
    found = problems(draft.recipe, group=group, count=draft.count)
    if Problem.UNKNOWN_GROUP in found:
        return Hindrance(_choose_group(draft.group))
    if Problem.UNKNOWN_PRICE in found:
        return Hindrance(describe_problem(Problem.UNKNOWN_PRICE, translate))
    if not session.has_key(draft.group):
        return _no_key(known=session.keys_known)
    if Problem.NOTHING_TO_SEND in found:
        return Hindrance(translate("composer", "Write a prompt or add a reference"))
    if found:
        return Hindrance(describe_problem(found[0], translate))
    if over := hindering(session, wanted):
        return Hindrance(over_words(over, translate), budget=over)
    return _unsendable(weight.why_not) if weight and weight.why_not else None


def _not_open(session: SessionState) -> Hindrance | None:
    match session.opening:
        case Opening.FAILED if session.problem:
            return Hindrance(describe(session.problem, translate).what)
        case Opening.FAILED:
            return Hindrance(translate("composer", "No library is open."))
        case Opening.OPENING:
            return Hindrance(translate("composer", "Opening the library…"))
        case Opening.OPEN:
            return None


def _unsendable(why: WhyNot) -> Hindrance:
    return Hindrance(sentences(*describe_why_not(why, translate)), cured_afresh=why.cured_afresh)


def _no_key(*, known: bool) -> Hindrance:
    if not known:
        return Hindrance(translate("keys", "Looking for the key…"))
    return Hindrance(translate("composer", "No key for this group"), wants_key=True)


def _choose_group(name: str) -> str:
    if not name:
        return translate("composer", "Choose a group.")
    words = translate("composer", "{group} is no longer in the catalog. Choose another group.")
    return words.format(group=name)


def estimate_lines(
    draft: Draft, guess: Estimate | None, session: SessionState, *, wanted: Money | None
) -> EstimateLines:
    """`wanted` is what the order costs at most."""
    one = translate("composer", "1 image × {price}")
    many = translate("composer", "{count} images × {price}")
    count = (one if draft.count == 1 else many).format(
        count=draft.count, price=guess.unit_price if guess else UNKNOWN
    )
    total = str(guess.total) if guess else UNKNOWN
    time = time_words(guess.seconds if guess else None)
    budget = budget_line(session, wanted)
    today = budget.words if budget else _today(wanted, session)
    notes = _notes(draft, guess, session)
    at_most = _at_most(guess, wanted)
    whole = translate("composer", "{count} = {total}").format(count=count, total=total)
    sentence = ", ".join(part for part in (whole, at_most, time, today, *notes) if part)
    return EstimateLines(count, time, total, today, notes, sentence, budget, at_most)


def _at_most(guess: Estimate | None, wanted: Money | None) -> str:
    if guess is None or wanted is None or wanted <= guess.total:
        return ""
    return translate("composer", "at most {total}").format(total=wanted)


def _today(wanted: Money | None, session: SessionState) -> str:
    if session.spent is None:
        return ""
    spent = session.spent.total
    if not wanted:
        return translate("composer", "{spent} today").format(spent=spent)
    words = translate("composer", "{spent} today → {then}")
    return words.format(spent=spent, then=spent + wanted)


def _notes(draft: Draft, guess: Estimate | None, session: SessionState) -> tuple[str, ...]:
    notes: list[str] = []
    key = session.key(draft.group)
    if key and key.assumed and not session.is_demo:
        notes.append(translate("composer", "if this key bills at {group}").format(group=draft.group))
    unknown = session.spent.unknown if session.spent else ZERO
    if unknown:
        notes.append(translate("composer", "{amount} of today is unknown").format(amount=unknown))
    balance = session.balance
    if guess and balance and balance.group == draft.group and balance.is_below(guess.total):
        notes.append(translate("composer", "Balance is low: less than this order costs"))
    return tuple(notes)

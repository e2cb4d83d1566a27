"""The budgets in the bar: the day's, what is nearly used up, and a line for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.domain.budget import BudgetKind, Standing, tightest
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from studio.domain.money import Money
    from studio.viewmodels.session import SessionState


@dataclass(frozen=True, slots=True)
class BudgetWords:
    """`today` is how the day's stands, None without one. `warning` says what is left of the tightest budget
    that is to be spoken of, empty where there is none, and `used_up` that it is nothing; `lines` are of all
    budgets that hold now.
    """

    today: Standing | None = None
    warning: str = ""
    used_up: bool = False
    lines: tuple[str, ...] = ()

    @property
    def limit(self) -> Money | None:
        """The day's."""
        return self.today.limit if self.today else None


def budget_words(session: SessionState) -> BudgetWords:
    """As the budgets stand now."""
    concerned = session.concerned
    spoken_of = tightest(one for one in concerned if one.warns(session.settings.warn_at))
    return BudgetWords(
        today=next((one for one in concerned if one.kind is BudgetKind.DAY), None),
        warning=_warning(spoken_of) if spoken_of else "",
        used_up=spoken_of is not None and not spoken_of.left,
        lines=tuple(map(_line, concerned)),
    )


def _warning(standing: Standing) -> str:
    words, used_up = {
        BudgetKind.DAY: (translate("budgets", "{left} left"), translate("budgets", "used up")),
        BudgetKind.MONTH: (
            translate("budgets", "{left} left this month"),
            translate("budgets", "month used up"),
        ),
        BudgetKind.PROJECT: (
            translate("budgets", "{left} left in project"),
            translate("budgets", "project used up"),
        ),
    }[standing.kind]
    return words.format(left=standing.left) if standing.left else used_up


def _line(standing: Standing) -> str:
    words = {
        BudgetKind.DAY: translate("budgets", "Today {used} of {limit}"),
        BudgetKind.MONTH: translate("budgets", "This month {used} of {limit}"),
        BudgetKind.PROJECT: translate("budgets", "{project} {used} of {limit}"),
    }[standing.kind]
    words = words.replace("{used}", str(standing.used)).replace("{limit}", str(standing.limit))
    return words.replace("{project}", standing.project)

"""Says once when so much of a budget is used that it is to be spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QCoreApplication, QObject, Signal

from studio.domain.budget import BudgetKind, Standing
from studio.domain.budget_words import warning_words
from studio.domain.words import sentences
from studio.viewmodels.notices import Action, Kind, Notice
from studio.viewmodels.session import Opening

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from studio.domain.money import Money
    from studio.viewmodels.notices import Notices
    from studio.viewmodels.session import SessionViewModel

translate = QCoreApplication.translate

_Key: TypeAlias = "tuple[BudgetKind, str, Money, str]"


class BudgetWatch(QObject):
    """`change_requested` carries the Standing of a budget that the person wants to change.

    What was passed before the window opened isn't news: the bar shows it.
    """

    change_requested = Signal(object)

    def __init__(self, *, session: SessionViewModel, notices: Notices, today: Callable[[], date]) -> None:
        super().__init__()
        self._session = session
        self._notices = notices
        self._today = today
        self._said: set[_Key] | None = None
        session.state_changed.connect(self._look)

    def _look(self) -> None:
        state = self._session.state
        if state.opening is not Opening.OPEN:
            return
        passed = {self._key(one): one for one in state.concerned if one.warns(state.settings.warn_at)}
        if self._said is None:
            self._said = set(passed)
        news = [one for key, one in passed.items() if key not in self._said]
        self._said.update(passed)
        if news:
            self._say(news)

    def _key(self, standing: Standing) -> _Key:
        """A limit in its day or month: with the next one it may be passed anew."""
        day = self._today().isoformat()
        period = {BudgetKind.DAY: day, BudgetKind.MONTH: day[:7], BudgetKind.PROJECT: ""}
        return standing.kind, standing.project, standing.limit, period[standing.kind]

    def _say(self, news: list[Standing]) -> None:
        words = sentences(*(warning_words(one, translate) for one in news))
        label = translate("budgets", "Change budget…")
        change = Action(label, lambda: self.change_requested.emit(news[0]))
        self._notices.post(Notice(words, Kind.WARNING, (change,)))

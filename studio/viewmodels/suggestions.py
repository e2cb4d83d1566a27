"""What the search field offers while it is written in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.domain.completion import Completion, Facts, completions
from studio.viewmodels.search_words import field_words, value_words
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.projects import ProjectsViewModel
    from studio.viewmodels.search import SearchViewModel
    from studio.viewmodels.session import SessionViewModel
    from studio.viewmodels.tasks import Tasks

_LAST_PIECE = re.compile(r"[^\s:：,，\"“”-]*$")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`title` is what would stand there, `note` what it means; `text` and `cursor` are the field then."""

    title: str
    note: str
    text: str
    cursor: int


class SuggestionsViewModel(QObject):
    """`changed` when there is something else to offer."""

    changed = Signal()

    def __init__(
        self,
        *,
        bridge: Bridge,
        tasks: Tasks,
        session: SessionViewModel,
        search: SearchViewModel,
        projects: ProjectsViewModel,
        today: Callable[[], date],
    ) -> None:
        super().__init__()
        self._bridge = bridge
        self._tasks = tasks
        self._session = session
        self._search = search
        self._projects = projects
        self._today = today
        self._asked: tuple[str, int] | None = None
        self._tags: tuple[str, ...] = ()
        self._prefix: str | None = None
        self._offered: tuple[Suggestion, ...] = ()

    @property
    def offered(self) -> tuple[Suggestion, ...]:
        """What is offered now, likeliest first."""
        return self._offered

    def ask(self, text: str, cursor: int) -> None:
        """Offer what may stand at the cursor; the library's tags come a moment later."""
        if self._asked == (text, cursor):
            # A key changes the text and moves the cursor: both say so.
            return
        self._asked = (text, cursor)
        self._offer()
        found = _LAST_PIECE.search(text[:cursor])
        prefix = found[0] if found else ""
        if prefix != self._prefix and self._bridge.is_open:
            self._prefix = prefix
            self._tasks.start(lambda: self._read_tags(prefix))

    def stop(self) -> None:
        """Nothing is offered any more."""
        self._asked = self._prefix = None
        self._show(())

    async def _read_tags(self, prefix: str) -> None:
        found = await self._bridge.ask(lambda studio: studio.library.tags(prefix))
        if prefix == self._prefix:
            self._tags = tuple(name for name, _uses in found)
            self._offer()

    def _offer(self) -> None:
        if self._asked is None:
            return
        text, cursor = self._asked
        offered = tuple(map(_suggestion, completions(text, cursor, self._facts())))
        self._show(self._recent() + offered if not text.strip() else offered)

    def _recent(self) -> tuple[Suggestion, ...]:
        note = translate("search", "Searched for before")
        return tuple(Suggestion(text, note, text, len(text)) for text in self._search.recent[:4])

    def _facts(self) -> Facts:
        groups = tuple(group.name for group in self._session.state.model.groups)
        projects = tuple(project.name for project in self._projects.state.projects)
        return Facts(groups=groups, tags=self._tags, projects=projects, today=self._today())

    def _show(self, offered: tuple[Suggestion, ...]) -> None:
        if offered != self._offered:
            self._offered = offered
            self.changed.emit()


def _suggestion(offer: Completion) -> Suggestion:
    note = value_words(offer.field, offer.value) if offer.value else field_words(offer.field)
    return Suggestion(offer.term, note, offer.text, offer.cursor)

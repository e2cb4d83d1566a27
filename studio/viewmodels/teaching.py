"""Why a search found nothing: what each of its terms finds by itself, and what the others find without it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.domain.search import parse, teach, without
from studio.viewmodels.search_state import TermReport

if TYPE_CHECKING:
    from studio.domain.query import Query
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.search import SearchViewModel
    from studio.viewmodels.tasks import Tasks


@dataclass(frozen=True, slots=True)
class Lesson:
    """`elsewhere` is what the same search finds in all projects, where it looked in one; None until it was
    counted, or where it looked everywhere.
    """

    query: Query
    terms: tuple[TermReport, ...] = ()
    elsewhere: int | None = None


class TeachingViewModel(QObject):
    """Counts only when it is asked to: for the search that is shown then. `changed` with each number."""

    changed = Signal()

    def __init__(self, *, bridge: Bridge, tasks: Tasks, search: SearchViewModel) -> None:
        super().__init__()
        self._bridge = bridge
        self._tasks = tasks
        self._search = search
        self._lesson: Lesson | None = None

    @property
    def lesson(self) -> Lesson | None:
        """What is known of the last search that it was asked about."""
        return self._lesson

    def explain(self) -> None:
        """This search found nothing."""
        query = self._search.query
        if self._lesson is not None and self._lesson.query == query:
            return
        self._lesson = Lesson(query, tuple(TermReport(chip) for chip in teach(parse(query.text))))
        self.changed.emit()
        if self._bridge.is_open:
            self._tasks.start(lambda: self._count(query))

    def forget(self) -> None:
        """Something is found again."""
        self._lesson = None

    async def _count(self, query: Query) -> None:
        for at, chip in enumerate(teach(parse(query.text))):
            alone = await self._found(replace(query, text=chip.text))
            rest = await self._found(replace(query, text=without(query.text, chip)))
            if self._lesson is None or self._lesson.query != query:
                return
            terms = list(self._lesson.terms)
            terms[at] = replace(terms[at], alone=alone, without=rest)
            self._lesson = replace(self._lesson, terms=tuple(terms))
            self.changed.emit()
        if query.project:
            elsewhere = await self._found(replace(query, project=""))
            if self._lesson is not None and self._lesson.query == query:
                self._lesson = replace(self._lesson, elsewhere=elsewhere)
                self.changed.emit()

    async def _found(self, query: Query) -> int:
        listing = await self._bridge.ask(lambda studio: studio.library.listing(query, limit=1))
        return listing.found

"""What the gallery is asked for: the words and fields, the place, the order, and what each of them finds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from studio.domain.places import SavedSearch
from studio.domain.query import NEWEST_FIRST, Query, Sort, SortKey
from studio.domain.search import chips, is_near, parse, quoted, with_term, without
from studio.domain.search_terms import TermProblem
from studio.viewmodels.search_state import (
    QuickFilter,
    SavedCount,
    SearchState,
    quick_queries,
    read_sort,
    saved_query,
    sort_word,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studio.domain.search import Chip
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.counts import Counts
    from studio.viewmodels.tasks import Tasks

REST_MS = 5
"""Between two keys of a fast typist lie 60 ms: this only gathers what comes in one go."""

_MOST_RECENT = 12
ALL = "all"


class SearchViewModel(QObject):
    """`state_changed` at once; `query_changed` when the gallery should show something else."""

    state_changed = Signal()
    query_changed = Signal()

    def __init__(
        self, *, bridge: Bridge, tasks: Tasks, counts: Counts, session_term: str, rest_ms: int = REST_MS
    ) -> None:
        """`session_term` finds what came since the program was started."""
        super().__init__()
        self._bridge = bridge
        self._tasks = tasks
        self._counts = counts
        self._terms: Mapping[str, str] = {
            ALL: "",
            "picks": "is:pick",
            "session": session_term,
            "4k": "size:4k",
            "unrated": "is:unrated",
        }
        self._saved: tuple[SavedSearch, ...] = ()
        self._recent: list[str] = []
        self._sort_chosen = False
        self._told = Query()
        self._state = SearchState()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(rest_ms)
        self._rest.timeout.connect(self._tell)
        counts.changed.connect(self._count)
        bridge.happened.connect(self._hear)
        self._show(Query())

    @property
    def state(self) -> SearchState:
        """The state now; its text runs ahead of what the gallery is asked for by a moment."""
        return self._state

    @property
    def query(self) -> Query:
        """What the gallery is asked for."""
        return self._told

    @property
    def recent(self) -> tuple[str, ...]:
        """What was searched for since the start, latest first."""
        return tuple(self._recent)

    async def begin(self) -> None:
        """The engine is open: learn which searches are saved."""
        await self._read_saved()

    # Words and fields

    def write(self, text: str) -> None:
        """What stands in the field; the gallery follows as soon as the typing rests."""
        if text != self._state.query.text:
            self._counts.postpone()
            self._show(replace(self._state.query, text=text))
            self._rest.start()

    def add_term(self, term: str) -> None:
        """Narrow it down by one more term."""
        self._ask(replace(self._state.query, text=with_term(self._state.query.text, term)))

    def take_off(self, chip: Chip) -> None:
        """Search without this term."""
        self._ask(replace(self._state.query, text=without(self._state.query.text, chip)))

    def toggle(self, id_: str) -> None:
        """Put a quick filter on, or take it off. The one for everything takes all of them off."""
        term = self._terms[id_]
        if not term:
            self.clear()
            return
        chip = self._chip_of(term)
        if chip is None:
            self.add_term(term)
        else:
            self.take_off(chip)

    def near(self, term: str) -> None:
        """What is most like a colour or a picture, in place of another such question."""
        text = self._state.query.text
        while (chip := next((one for one in chips(parse(text)) if is_near(one)), None)) is not None:
            text = without(text, chip)
        self._ask(replace(self._state.query, text=with_term(text, term)))

    def clear(self) -> None:
        """Everything of this place again."""
        self._ask(replace(self._state.query, text=""))

    def remember(self) -> None:
        """This search was meant: it is offered again."""
        text = self._state.query.text.strip()
        if text:
            self._recent = [text, *(one for one in self._recent if one != text)][:_MOST_RECENT]

    # Place and order

    def show_project(self, name: str) -> None:
        """Pictures of this project, or of all for an empty name."""
        self._ask(replace(self._state.query, project=name, trash=False, text=""))

    def look_everywhere(self) -> None:
        """The same search, in all projects."""
        self._ask(replace(self._state.query, project=""))

    def show_trash(self) -> None:
        """What was deleted and is still kept."""
        self._ask(Query(trash=True))

    def show_saved(self, saved: SavedSearch) -> None:
        """What this search finds, in its order."""
        sort = read_sort(saved.sort)
        self._sort_chosen = sort != NEWEST_FIRST
        self._ask(Query(text=saved.text, sort=sort))

    def sort_by(self, sort: Sort) -> None:
        """In this order from now on."""
        is_usual = sort == NEWEST_FIRST and not self._state.can_be_near
        self._sort_chosen = sort.key is not SortKey.NEAREST and not is_usual
        self._ask(replace(self._state.query, sort=sort))

    # Saved searches

    @property
    def can_save(self) -> bool:
        """Whether what is shown is a search, and one that isn't kept yet."""
        query = self._state.query
        return bool(query.text.strip()) and not query.trash and self._state.shown_search is None

    def save(self, name: str) -> None:
        """Keep what is shown under this name: a project that fills itself."""
        query = self._state.query
        text = query.text.strip()
        if query.project:
            text = with_term(text, f"project:{quoted(query.project)}")
        wanted = SavedSearch(" ".join(name.split()), text, sort_word(query.sort))
        if wanted.name and text:
            self._tasks.start(lambda: self._save(wanted))

    async def _save(self, wanted: SavedSearch) -> None:
        await self._bridge.ask(lambda studio: studio.save_search(wanted))
        await self._read_saved()
        self.show_saved(wanted)

    async def _read_saved(self) -> None:
        self._saved = await self._bridge.ask(lambda studio: studio.library.saved_searches())
        self._show(self._state.query)

    def _hear(self, event: object) -> None:
        from studio.engine.events import ProjectsChanged

        if isinstance(event, ProjectsChanged) and self._bridge.is_open:
            self._tasks.start(self._read_saved)

    # Behind it

    def _ask(self, query: Query) -> None:
        """Nobody is typing: at once."""
        self._show(query)
        self._tell()

    def _tell(self) -> None:
        self._rest.stop()
        if self._told != self._state.query:
            self._told = self._state.query
            self.query_changed.emit()

    def _show(self, query: Query) -> None:
        found = chips(parse(query.text))
        can_be_near = any(is_near(chip) for chip in found)
        query = replace(query, sort=self._sorted(query.sort, can_be_near=can_be_near))
        quick = {term.casefold() for term in self._terms.values() if term}
        state = replace(
            self._state,
            query=query,
            chips=found,
            filters=tuple(
                chip
                for chip in found
                if chip.text.casefold() not in quick and chip.problem is not TermProblem.NO_VALUE
            ),
            can_be_near=can_be_near,
        )
        self._counts.want("saved", map(saved_query, self._saved))
        self._counts.want("quick", quick_queries(self._terms, query).values())
        self._become(state)

    def _sorted(self, sort: Sort, *, can_be_near: bool) -> Sort:
        """By likeness as soon as there is something to be like, and no longer; unless another was chosen."""
        if can_be_near and not self._sort_chosen:
            return Sort(SortKey.NEAREST)
        if not can_be_near and sort.key is SortKey.NEAREST:
            return NEWEST_FIRST
        return sort

    def _count(self) -> None:
        self._become(self._state)

    def _become(self, state: SearchState) -> None:
        """The state with the numbers that are known now."""
        texts = {chip.text.casefold() for chip in state.chips}
        quick = tuple(
            QuickFilter(
                id_,
                query.text,
                self._counts.count(query),
                chosen=query.text.casefold() in texts if query.text else not state.query.text.strip(),
            )
            for id_, query in quick_queries(self._terms, state.query).items()
        )
        saved = tuple(SavedCount(one, self._counts.count(saved_query(one))) for one in self._saved)
        state = replace(state, quick=quick, saved=saved)
        if state != self._state:
            self._state = state
            self.state_changed.emit()

    def _chip_of(self, term: str) -> Chip | None:
        return next((chip for chip in self._state.chips if chip.text.casefold() == term.casefold()), None)

"""What stands in the gallery: the cards of jobs, then every version, newest first, read in pages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from studio.domain.version import Version
from studio.viewmodels.job_card import JobCard
from studio.viewmodels.runs import missing_runs, unwanted_runs
from studio.viewmodels.tile import version_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studio.engine.studio import Studio
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.jobs import JobsViewModel
    from studio.viewmodels.tasks import Tasks

PAGE = 200
SEARCH_REST_MS = 120
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Role(IntEnum):
    """What an item can be asked for beside its accessible text."""

    ITEM = Qt.ItemDataRole.UserRole
    ID = Qt.ItemDataRole.UserRole + 1
    KIND = Qt.ItemDataRole.UserRole + 2
    CHILDREN = Qt.ItemDataRole.UserRole + 3


@dataclass(frozen=True, slots=True)
class _Page:
    versions: tuple[Version, ...]
    found: int


class GalleryModel(QAbstractListModel):
    """Rows come and go singly or in runs, never by a reset.

    `found_changed` when the number of versions found changes, `loaded_changed` when the library has answered
    a search.
    """

    found_changed = Signal()
    loaded_changed = Signal()

    def __init__(
        self, *, bridge: Bridge, tasks: Tasks, jobs: JobsViewModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._tasks = tasks
        self._jobs = jobs
        self._cards: list[JobCard] = list(jobs.state.cards)
        self._versions: list[Version] = []
        self._heard: list[Version] = []
        self._children: dict[str, set[str]] = {}
        self._query = ""
        self._shown_query: str | None = None
        self._found = 0
        self._reading = 0
        self._fetching = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(SEARCH_REST_MS)
        self._rest.timeout.connect(self._look_up)
        jobs.state_changed.connect(self._follow_jobs)
        bridge.happened.connect(self._hear)

    # What it holds

    @property
    def card_count(self) -> int:
        """How many of the first rows are cards of jobs."""
        return len(self._cards)

    @property
    def found(self) -> int:
        """How many versions the search finds, loaded or not; all without a search."""
        return self._found

    @property
    def loaded(self) -> bool:
        """Whether the library has answered yet."""
        return self._shown_query is not None

    @property
    def query(self) -> str:
        """What is searched for, empty for everything."""
        return self._query

    def item(self, row: int) -> JobCard | Version:
        """The card or version in this row."""
        return self._cards[row] if row < len(self._cards) else self._versions[row - len(self._cards)]

    def row_of(self, item_id: str) -> int | None:
        """The row of a job or a version, None where it isn't loaded."""
        cards = len(self._cards)
        for row, card in enumerate(self._cards):
            if card.id == item_id:
                return row
        return next((cards + at for at, kept in enumerate(self._versions) if kept.id == item_id), None)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Cards and loaded versions."""
        return 0 if parent.isValid() else len(self._cards) + len(self._versions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The accessible text under the usual roles, the item itself under Role.ITEM."""
        if not index.isValid():
            return None
        item = self.item(index.row())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return item.name if isinstance(item, JobCard) else version_name(item)
            case Qt.ItemDataRole.AccessibleDescriptionRole if isinstance(item, JobCard):
                return " ".join(part for part in (item.words, item.advice) if part)
            case Role.ITEM:
                return item
            case Role.ID:
                return item.id
            case Role.KIND:
                return "job" if isinstance(item, JobCard) else "version"
            case Role.CHILDREN:
                return len(self._children.get(item.id, ()))
            case _:
                return None

    # Reading

    async def begin(self) -> None:
        """The engine is open: read the first page."""
        await self._read()

    def set_query(self, text: str) -> None:
        """Search for this as soon as the typing rests."""
        if text.strip() != self._query:
            self._query = text.strip()
            self._rest.start()

    def canFetchMore(self, parent: Index) -> bool:
        """Whether the library has more than is loaded."""
        return not parent.isValid() and not self._fetching and len(self._versions) < self._found

    def fetchMore(self, parent: Index) -> None:
        """Ask for the next page; its rows come later."""
        if self.canFetchMore(parent):
            self._fetching = True
            self._tasks.start(self._fetch)

    def _look_up(self) -> None:
        if self._bridge.is_open:
            self._tasks.start(self._read)

    async def _read(self) -> None:
        """The first page of what is searched for; an answer that is no longer wanted is dropped."""
        self._reading += 1
        reading, query = self._reading, self._query
        self._heard.clear()
        page = await self._bridge.ask(lambda studio: _page(studio, query, 0))
        if reading != self._reading:
            return
        self._become(self._merged(page.versions, same_search=query == self._shown_query))
        self._fetching = False
        self._shown_query = query
        self._set_found(max(page.found, len(self._versions)))
        self.loaded_changed.emit()

    def _merged(self, page: tuple[Version, ...], *, same_search: bool) -> list[Version]:
        """What was heard of while the page was read, the page, and what was loaded behind it."""
        known = {version.id for version in page}
        newer = [version for version in self._heard if version.id not in known and not self._query]
        known |= {version.id for version in newer}
        older = [version for version in self._versions if version.id not in known] if same_search else []
        return [*newer, *page, *older]

    async def _fetch(self) -> None:
        reading, query, offset = self._reading, self._query, len(self._versions)
        try:
            page = await self._bridge.ask(lambda studio: _page(studio, query, offset))
        finally:
            if reading == self._reading:
                self._fetching = False
        if reading == self._reading:
            known = {version.id for version in self._versions}
            new = [version for version in page.versions if version.id not in known]
            self._insert(len(self._versions), new)
            self._set_found(page.found if new else len(self._versions))

    # Changing rows

    def _become(self, wanted: Sequence[Version]) -> None:
        """Hold exactly these, touching only the rows that differ."""
        ids = [version.id for version in wanted]
        for first, last in unwanted_runs([version.id for version in self._versions], ids):
            self._remove(first, last)
        for at, count in missing_runs([version.id for version in self._versions], ids):
            self._insert(at, wanted[at : at + count])

    def _insert(self, at: int, versions: Sequence[Version]) -> None:
        if versions:
            first = len(self._cards) + at
            self.beginInsertRows(NOWHERE, first, first + len(versions) - 1)
            self._versions[at:at] = versions
            self.endInsertRows()
            self._count_children(versions)

    def _remove(self, first: int, last: int) -> None:
        cards = len(self._cards)
        self.beginRemoveRows(NOWHERE, cards + first, cards + last)
        del self._versions[first : last + 1]
        self.endRemoveRows()

    def _count_children(self, versions: Sequence[Version]) -> None:
        """Children are newer than their parent, so in a page they are counted before it is shown."""
        parents: set[str] = set()
        for version in versions:
            parent = version.recipe.parent
            if parent is not None:
                self._children.setdefault(parent, set()).add(version.id)
                parents.add(parent)
        for parent in parents:
            self._changed(self.row_of(parent))

    def _changed(self, row: int | None) -> None:
        if row is not None:
            index = self.index(row)
            self.dataChanged.emit(index, index)

    def _set_found(self, found: int) -> None:
        if found != self._found:
            self._found = found
            self.found_changed.emit()

    # What is heard

    def _hear(self, event: object) -> None:
        from studio.engine.events import VersionSaved

        if isinstance(event, VersionSaved):
            self._take(event.version)

    def _take(self, version: Version) -> None:
        if self._query or self._query != (self._shown_query or ""):
            self._look_up()
            return
        self._heard.insert(0, version)
        if self.row_of(version.id) is None:
            self._insert(0, [version])
            self._set_found(self._found + 1)

    def _follow_jobs(self) -> None:
        wanted = self._jobs.state.cards
        ids = {card.id for card in wanted}
        for row in reversed(range(len(self._cards))):
            if self._cards[row].id not in ids:
                self.beginRemoveRows(NOWHERE, row, row)
                del self._cards[row]
                self.endRemoveRows()
        for row, card in enumerate(wanted):
            if row == len(self._cards) or self._cards[row].id != card.id:
                self.beginInsertRows(NOWHERE, row, row)
                self._cards.insert(row, card)
                self.endInsertRows()
            elif self._cards[row] != card:
                self._cards[row] = card
                self._changed(row)


async def _page(studio: Studio, query: str, offset: int) -> _Page:
    library = studio.library
    versions = await library.versions(query=query, limit=PAGE, offset=offset)
    return _Page(versions, await library.count(query))

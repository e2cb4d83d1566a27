"""How many versions searches find, counted while nobody waits for anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studio.domain.query import Query
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.tasks import Tasks

REST_MS = 400
"""Of the person and of the library, before anything is counted."""


class Counts(QObject):
    """`changed` when a number is known that wasn't, or another than before; an old one stands until then."""

    changed = Signal()

    def __init__(self, *, bridge: Bridge, tasks: Tasks, rest_ms: int = REST_MS) -> None:
        super().__init__()
        self._bridge = bridge
        self._tasks = tasks
        self._wanted: dict[str, tuple[Query, ...]] = {}
        self._known: dict[Query, int] = {}
        self._stale: set[Query] = set()
        self._counting = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(rest_ms)
        self._rest.timeout.connect(self._begin)
        bridge.happened.connect(self._hear)
        bridge.opened.connect(self._rest.start)

    def want(self, owner: str, queries: Iterable[Query]) -> None:
        """Keep the numbers of these known, in place of what this owner wanted before."""
        wanted = tuple(queries)
        if wanted == self._wanted.get(owner):
            return
        self._wanted[owner] = wanted
        everything = self._everything()
        self._known = {query: count for query, count in self._known.items() if query in everything}
        self._stale = (self._stale & everything) | (everything - self._known.keys())
        self._wait()

    def count(self, query: Query) -> int | None:
        """The number, None until it was counted."""
        return self._known.get(query)

    def postpone(self) -> None:
        """The person is busy: count later."""
        if self._rest.isActive():
            self._rest.start()

    def _everything(self) -> set[Query]:
        return {query for queries in self._wanted.values() for query in queries}

    def _hear(self, event: object) -> None:
        from studio.engine.events import ProjectsChanged, VersionSaved, VersionsChanged, VersionsGone

        if isinstance(event, (ProjectsChanged, VersionsChanged, VersionsGone, VersionSaved)):
            self._stale = self._everything()
            self._wait()

    def _wait(self) -> None:
        """Not from the start again: results that keep coming must not keep it waiting for ever."""
        if self._stale and not self._rest.isActive():
            self._rest.start()

    def _begin(self) -> None:
        if self._stale and self._bridge.is_open and not self._counting:
            self._counting = True
            self._tasks.start(self._recount)

    async def _recount(self) -> None:
        """One after the other; as soon as there is something better to do the rest of it waits."""
        changed = False
        try:
            while self._stale and not self._rest.isActive():
                query = self._stale.pop()
                count = await self._count(query)
                if query in self._everything():
                    changed |= self._known.get(query) != count
                    self._known[query] = count
        finally:
            self._counting = False
        if changed:
            self.changed.emit()

    async def _count(self, query: Query) -> int:
        listing = await self._bridge.ask(lambda studio: studio.library.listing(query, limit=1))
        return listing.found

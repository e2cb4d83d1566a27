"""Asks the library what a query finds: the beginning at once, then all of it, and always the newest query."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.domain.listing import FIRST_READ
from studio.domain.query import Query
from studio.viewmodels.stacking import rows_for

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Iterable

    from studio.domain.listing import Listing
    from studio.engine.studio import Studio
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.tasks import Tasks
    from studio.viewmodels.tile_rows import TileRows

REST = 0.12
"""Seconds between the beginning and all of it: whoever goes on typing doesn't want the rest."""


class ListingReader(QObject):
    """`answered` carries the Query, its Listing (perhaps only the beginning), and its TileRows."""

    answered = Signal(object, object, object)

    def __init__(self, *, bridge: Bridge, tasks: Tasks) -> None:
        super().__init__()
        self._bridge = bridge
        self._tasks = tasks
        self._query = Query()
        self._answered: Query | None = None
        self._stale = False
        self._outdated = False
        self._reading = False
        self._asked: asyncio.Event | None = None
        self._reading_all: asyncio.Future[tuple[Listing, TileRows]] | None = None
        self._opened: set[int] = set()
        self._stacks = True

    @property
    def query(self) -> Query:
        """What was asked for last."""
        return self._query

    @property
    def opened(self) -> set[int]:
        """The series whose versions are to have rows of their own; to be changed by whoever opens stacks."""
        return self._opened

    @property
    def stacks(self) -> bool:
        """Whether versions of one order stand in one tile."""
        return self._stacks

    def leave_as(self, *, opened: Iterable[int], stacks: bool) -> None:
        """As it was left the last time."""
        self._opened.update(opened)
        self._stacks = stacks

    def stack(self, *, stacks: bool) -> None:
        """Put versions of one order into one tile, also those that were opened; or none of them."""
        self._opened.clear()
        self._stacks = stacks
        self.refresh()

    @property
    def rests(self) -> bool:
        """Whether nothing is being read, and nothing waits to be."""
        return not self._reading and not self._stale

    def ask(self, query: Query) -> None:
        """Read what this finds."""
        if query != self._query:
            self._query = query
            if self._reading_all is not None:
                # Nobody waits for the rest of what was asked before.
                self._reading_all.cancel()
            self.refresh()

    def refresh(self, *, outdated: bool = False) -> None:
        """Read again what is asked for: something in the library is another now. With `outdated` that is
        shown already, and what is being read at this moment would take it back.
        """
        self._stale = True
        self._outdated |= outdated
        if self._asked is not None:
            self._asked.set()
        if self._bridge.is_open and not self._reading:
            self._tasks.start(self._read)

    def take(self, query: Query, listing: Listing, rows: TileRows | None = None) -> None:
        """This was read before there was an engine, and perhaps made into rows."""
        self._query = query
        self._answer(query, listing, rows or self._rows(query, listing, frozenset(self._opened)))

    async def begin(self) -> None:
        """The engine is open: read what is asked for."""
        self._stale = True
        await self._read()

    async def _read(self) -> None:
        """Until what was read is what is asked for."""
        if self._reading:
            return
        self._reading = True
        try:
            while self._stale:
                self._stale = self._outdated = False
                query = self._query
                if query == self._answered or await self._more_is_wanted(query):
                    await self._read_all(query)
        finally:
            self._reading = False

    async def _more_is_wanted(self, query: Query) -> bool:
        """Read the beginning, and see whether the person rests before the rest is read."""
        is_first = self._answered is None
        if not await self._there_is_more(query):
            return False
        if not is_first:
            await self._rest()
        return query == self._query

    async def _rest(self) -> None:
        """Until something is asked for, or for a while."""
        import asyncio

        self._asked = asyncio.Event()
        with suppress(TimeoutError):
            async with asyncio.timeout(REST):
                await self._asked.wait()
        self._asked = None

    async def _there_is_more(self, query: Query) -> bool:
        """Read the beginning; tells whether more is to be read."""
        first = await self._bridge.ask(
            lambda studio: studio.library.listing(query, limit=FIRST_READ, counts=False)
        )
        if query != self._query:
            return False
        self._answer(query, first, self._rows(query, first, frozenset(self._opened)))
        return not first.counted or first.found > len(first)

    async def _read_all(self, query: Query) -> None:
        import asyncio

        opened = frozenset(self._opened)

        async def read(studio: Studio) -> tuple[Listing, TileRows]:
            listing = await studio.library.listing(query)
            return listing, await asyncio.to_thread(self._rows, query, listing, opened)

        self._reading_all = asyncio.ensure_future(self._bridge.ask(read))
        try:
            listing, rows = await self._reading_all
        except asyncio.CancelledError:
            if query == self._query:
                raise
            return
        finally:
            self._reading_all = None
        if self._outdated or opened != frozenset(self._opened):
            # As are stacks that were opened or closed meanwhile.
            self._stale = True
        elif query == self._query:
            self._answer(query, listing, rows)

    def _answer(self, query: Query, listing: Listing, rows: TileRows) -> None:
        self._answered = query
        self.answered.emit(query, listing, rows)

    def _rows(self, query: Query, listing: Listing, opened: frozenset[int]) -> TileRows:
        return rows_for(query, listing, opened=opened, stacks=self._stacks)

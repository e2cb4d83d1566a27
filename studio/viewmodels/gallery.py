"""What stands in the gallery: the cards of jobs, then a tile for each version or stack that is found."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.domain.query import NEWEST_FIRST, Query, SortKey
from studio.viewmodels.gallery_cards import NOWHERE
from studio.viewmodels.runs import runs_of
from studio.viewmodels.stacking import local_days, system_offset, tile_of
from studio.viewmodels.tile_model import TileModel
from studio.viewmodels.tile_rows import Tile, TileRows

if TYPE_CHECKING:
    from collections.abc import Collection, Generator, Iterator, Sequence

    from studio.domain.judgement import Standing
    from studio.domain.listing import Listing
    from studio.domain.version import Version
    from studio.viewmodels.listing_reader import ListingReader
    from studio.viewmodels.versions import Versions

RECENT = 2000
"""A listing may hold so many versions that are told to be saved only after it came."""

MOST_RUNS = 40


class GalleryModel(TileModel):
    """Follows what the library answers, and what happens in it.

    `found_changed` when the number of versions found changes, `loaded_changed` when the library has answered
    a query, `about_to_rearrange` before everything is replaced by what another query found,
    `about_to_follow` before what stands here follows another answer to the same query, or loses some that no
    longer belong here, in few steps or many, and `followed` after them; in the second case `dropped` comes
    last. `added` with the id of a version that was just saved and stands here now.
    """

    found_changed = Signal()
    loaded_changed = Signal()
    about_to_rearrange = Signal()
    about_to_follow = Signal()
    followed = Signal()
    dropped = Signal()
    added = Signal(str)

    def __init__(
        self,
        *,
        reader: ListingReader,
        versions: Versions,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(versions, parent=parent)
        self._reader = reader
        self._found = 0
        self._counted = False
        self._whole = False
        self._rearranging = False
        self._shown: Query | None = None
        self._days = local_days(system_offset)
        versions.saved.connect(self._take)
        versions.changed.connect(self._follow_standings)
        versions.gone.connect(self._follow_gone)
        reader.answered.connect(self._answer)

    # What it holds

    @property
    def found(self) -> int:
        """How many versions are found, in stacks or not."""
        return self._found

    @property
    def is_counted(self) -> bool:
        """Whether `found` is all of them: else there are more, and a moment later it is known how many."""
        return self._counted

    @property
    def loaded(self) -> bool:
        """Whether the library has answered yet."""
        return self._shown is not None

    @property
    def is_rearranging(self) -> bool:
        """Whether everything is being replaced: that there is nothing means nothing then."""
        return self._rearranging

    @property
    def is_whole(self) -> bool:
        """Whether all that is found stands here, and not only its beginning."""
        return self._whole

    @property
    def query(self) -> Query:
        """What is asked for."""
        return self._reader.query

    @property
    def shown(self) -> Query:
        """What found that which stands here; what is asked for may be something else by now."""
        return self._shown or self._reader.query

    # Reading

    async def begin(self) -> None:
        """The engine is open: read what is asked for."""
        await self._reader.begin()

    def set_query(self, query: Query) -> None:
        """Show what this finds."""
        self._reader.ask(query)

    def _answer(self, query: Query, listing: Listing, rows: TileRows) -> None:
        """The library has answered: with the beginning, or with all of it."""
        self._whole = listing.counted and len(listing) >= listing.found
        shown, self._shown = self._shown, query
        if query == shown:
            with self._following():
                self._become(rows)
        else:
            self._replace(rows)
        if listing.counted or query != shown:
            self._counted = listing.counted
            self._set_found(listing.found)
        self.loaded_changed.emit()

    @contextmanager
    def _following(self) -> Generator[None]:
        self.about_to_follow.emit()
        try:
            yield
        finally:
            self.followed.emit()

    def _replace(self, rows: TileRows) -> None:
        """What another query found has nothing to do with what stood here: nothing is compared."""
        self.about_to_rearrange.emit()
        self._rearranging = True
        cards = len(self._cards)
        if self._rows.ids:
            self.beginRemoveRows(NOWHERE, cards, cards + len(self._rows) - 1)
            self._rows = TileRows()
            self.endRemoveRows()
        if rows.ids:
            self.beginInsertRows(NOWHERE, cards, cards + len(rows) - 1)
            self._rows = rows
            self.endInsertRows()
        self._rearranging = False

    def _set_found(self, found: int) -> None:
        if found != self._found:
            self._found = found
            self.found_changed.emit()

    # Stacks

    @property
    def stacks(self) -> bool:
        """Whether versions of one order stand in one tile, unless they were opened."""
        return self._reader.stacks

    @property
    def opened(self) -> tuple[int, ...]:
        """The series that were opened, the latest last."""
        return tuple(sorted(self._reader.opened))

    def stack(self, *, stacks: bool) -> None:
        """Put versions of one order into one tile, also those that were opened; or none of them."""
        self._reader.stack(stacks=stacks)

    def toggle_stack(self, row: int) -> None:
        """Open the stack in this row, or close the series that its version stands in."""
        at = row - len(self._cards)
        if at < 0:
            return
        if self._rows.counts[at] > 1:
            self._open(at)
        elif self._rows.series[at] in self._rows.opened:
            self._close(at)

    def _open(self, at: int) -> None:
        rows = self._rows
        tiles = rows.tiles_at(at)
        rows.opened.add(rows.series[at])
        self._reader.opened.add(rows.series[at])
        rows.counts[at] = 1
        self._changed(at + len(self._cards))
        self._insert(at + 1, [tile for tile in tiles if tile.id != rows.ids[at]])

    def _close(self, at: int) -> None:
        rows = self._rows
        first, last = rows.run_of(at)
        name = rows.series[at]
        rows.closed[name] = [tile for row in range(first, last + 1) for tile in rows.tiles_at(row)]
        rows.opened.discard(name)
        self._reader.opened.discard(name)
        if last > first:
            self._remove(first + 1, last)
            rows.counts[first] = len(rows.closed[name])
        self._changed(first + len(self._cards))

    # What is heard

    def _take(self, version: Version) -> None:
        """A version that was just saved has its row at once, where its place is known."""
        query = self._reader.query
        if query.text or query.trash or query.sort != NEWEST_FIRST or self._shown not in {None, query}:
            self._reader.refresh()
            return
        if query.project not in {"", version.project} or version.id in self._rows.ids[:RECENT]:
            return
        if not self._take_in(tile_of(version, self._days), version):
            return
        self._set_found(self._found + 1)
        self.added.emit(version.id)
        if not self._reader.rests:
            # What is being read may not know of it yet.
            self._reader.refresh(outdated=True)

    def _take_in(self, tile: Tile, version: Version) -> bool:
        """Tells whether it wasn't there yet."""
        rows = self._rows
        sibling = rows.siblings_of(tile)
        if sibling is not None and rows.counts[sibling] > 1:
            stack = [one.id for one in rows.tiles_at(sibling)]
            joined = rows.join(sibling, tile, self._place_for(version, stack))
            self._changed(sibling + len(self._cards))
            return joined
        first = 0
        if sibling is not None and self.stacks:
            # What was ordered together and has just come stands together, until it is closed.
            rows.opened.add(tile.series)
            self._reader.opened.add(tile.series)
            first = sibling
        self._insert(self._place_for(version, rows.ids, first), (tile,))
        return True

    def _place_for(self, version: Version, ids: Sequence[str], first: int = 0) -> int:
        """Where it stands among these, from `first` on: before all of them, but for those that were written
        later and told sooner.
        """

        def age(one: Version) -> tuple[int, int]:
            return (one.series if self.stacks else 0, one.sequence)

        place = first
        while place < len(ids) and (other := self._versions.get(ids[place])) and age(other) > age(version):
            place += 1
        return place

    def _follow_standings(self, standings: tuple[tuple[str, Standing], ...]) -> None:
        """What no longer belongs here goes at once; what else it means is read again."""
        query = self._reader.query
        out = {
            name
            for name, standing in standings
            if (standing.trashed is not None) != query.trash or query.project not in {"", standing.project}
        }
        self._drop(out)
        if out or query.text or query.sort.key is SortKey.RATING or not self._knows(standings):
            self._reader.refresh(outdated=bool(out))

    def _knows(self, standings: tuple[tuple[str, Standing], ...]) -> bool:
        """Whether all of these stand here, in stacks or not: one that doesn't may have come back."""
        others = {name for name, _ in standings}
        return any(not others for _ in _less_and_less(others, self._rows.source.ids, self._rows.ids))

    def _follow_gone(self, gone: Collection[str]) -> None:
        """What was removed for good goes at once, where that is few steps, and out of stacks."""
        self._drop(gone)
        self._reader.refresh(outdated=True)

    def _drop(self, gone: Collection[str]) -> None:
        """Take these out, where that is few steps: reading again does the rest."""
        gone = frozenset(gone)
        if not gone:
            return
        rows = [
            row for row, name in enumerate(self._rows.ids) if name in gone and self._rows.counts[row] == 1
        ]
        runs = runs_of(rows)
        if runs and len(runs) <= MOST_RUNS:
            with self._following():
                for first, last in reversed(runs):
                    self._remove(first, last)
            self._set_found(self._found - len(rows))
            self.dropped.emit()


def _less_and_less(names: set[str], *lists: Sequence[str]) -> Iterator[None]:
    """Take out of `names` what stands in the lists, a piece at a time: what is judged mostly stands at the
    beginning, and the rest of a hundred thousand need not be looked at.
    """
    for ids in lists:
        for begin in range(0, len(ids), RECENT):
            names.difference_update(ids[begin : begin + RECENT])
            yield

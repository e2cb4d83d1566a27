"""What stands in the gallery: the cards of jobs, then a tile for each version or stack that is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from studio.domain.listing import pack_look
from studio.domain.query import NEWEST_FIRST, Query, SortKey
from studio.viewmodels.becoming import steps
from studio.viewmodels.gallery_cards import NOWHERE, CardRows, Index, Role
from studio.viewmodels.runs import runs_of
from studio.viewmodels.stacking import local_days, system_offset
from studio.viewmodels.tile import version_name
from studio.viewmodels.tile_rows import Tile, TileRows
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from studio.domain.judgement import Standing
    from studio.domain.listing import Listing
    from studio.domain.version import Version
    from studio.viewmodels.job_card import JobCard
    from studio.viewmodels.listing_reader import ListingReader
    from studio.viewmodels.versions import Versions

RECENT = 2000
"""A listing may hold so many versions that are told to be saved only after it came."""

MOST_RUNS = 40


class GalleryModel(CardRows):
    """Every version that is found has its row from the start; what is known of it beyond its colour and shape
    is read when it is seen.

    `found_changed` when the number of versions found changes, `loaded_changed` when the library has answered
    a query, `about_to_rearrange` before everything is replaced by what another query found,
    `about_to_follow` before what stands here follows another answer to the same query, `added` with the id of
    a version that was just saved and stands here now.
    """

    found_changed = Signal()
    loaded_changed = Signal()
    about_to_rearrange = Signal()
    about_to_follow = Signal()
    added = Signal(str)

    def __init__(
        self,
        *,
        reader: ListingReader,
        versions: Versions,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reader = reader
        self._versions = versions
        self._rows = TileRows()
        self._found = 0
        self._whole = False
        self._shown: Query | None = None
        self._day = local_days(system_offset)
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
    def loaded(self) -> bool:
        """Whether the library has answered yet."""
        return self._shown is not None

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

    @property
    def rows(self) -> TileRows:
        """The tiles, for whoever lays them out or paints them; rows count from the first tile."""
        return self._rows

    def item(self, row: int) -> JobCard | Version | None:
        """The card or version in this row; None while the version is still being read."""
        return self._cards[row] if row < len(self._cards) else self.version(row)

    def card(self, row: int) -> JobCard | None:
        """The card in this row, None for a version."""
        return self._cards[row] if row < len(self._cards) else None

    def id_at(self, row: int) -> str:
        """The id of the job or version in this row."""
        cards = len(self._cards)
        return self._cards[row].id if row < cards else self._rows.ids[row - cards]

    def version(self, row: int) -> Version | None:
        """The version in this row, None for a card, or while it is still being read."""
        at = row - len(self._cards)
        return self._versions.get(self._rows.ids[at]) if at >= 0 else None

    def ids_in(self, rows: Iterable[int]) -> tuple[str, ...]:
        """The ids of all versions in these rows, stacks opened up; cards are left out."""
        cards = len(self._cards)
        return tuple(tile.id for row in rows if row >= cards for tile in self._rows.tiles_at(row - cards))

    def version_ids(self) -> tuple[str, ...]:
        """The ids of all versions in the order in which they stand: what a viewer walks through."""
        return tuple(self._rows.ids)

    def row_of(self, item_id: str) -> int | None:
        """The row of a job, a version, or the stack that holds it."""
        for row, card in enumerate(self._cards):
            if card.id == item_id:
                return row
        row = self._rows.row_of(item_id)
        return None if row is None else row + len(self._cards)

    def is_opened(self, row: int) -> bool:
        """Whether this row is the first of a series whose versions stand in rows of their own."""
        at = row - len(self._cards)
        rows = self._rows
        if at < 0 or rows.series[at] not in rows.opened:
            return False
        return at == 0 or rows.series[at - 1] != rows.series[at]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Cards and tiles."""
        return 0 if parent.isValid() else len(self._cards) + len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The accessible text under the usual roles, the item itself under Role.ITEM."""
        if not index.isValid():
            return None
        row = index.row()
        if row < len(self._cards):
            return self._card_data(self._cards[row], role)
        return self._tile_data(row, role)

    def _tile_data(self, row: int, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._name(row)
            case Role.ITEM:
                return self.version(row)
            case Role.ID:
                return self.id_at(row)
            case Role.KIND:
                return "version"
            case Role.CHILDREN:
                version = self.version(row)
                return version.children if version else 0
            case Role.STACK:
                return self._rows.counts[row - len(self._cards)]
            case _:
                return None

    def _name(self, row: int) -> str:
        version = self.version(row)
        if version is None:
            self._versions.want((self.id_at(row),))
            return translate("gallery", "Picture")
        count = self._rows.counts[row - len(self._cards)]
        name = version_name(version)
        return (
            name
            if count == 1
            else translate("gallery", "{count} pictures: {name}").format(count=count, name=name)
        )

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
            self.about_to_follow.emit()
            self._become(rows)
        else:
            self._replace(rows)
        if listing.counted:
            self._set_found(listing.found)
        self.loaded_changed.emit()

    def _replace(self, rows: TileRows) -> None:
        """What another query found has nothing to do with what stood here: nothing is compared."""
        self.about_to_rearrange.emit()
        cards = len(self._cards)
        if self._rows.ids:
            self.beginRemoveRows(NOWHERE, cards, cards + len(self._rows) - 1)
            self._rows = TileRows()
            self.endRemoveRows()
        if rows.ids:
            self.beginInsertRows(NOWHERE, cards, cards + len(rows) - 1)
            self._rows = rows
            self.endInsertRows()

    def _become(self, wanted: TileRows) -> None:
        """Hold exactly these rows, touching only those that differ."""
        for step in steps(self._rows, wanted):
            if step.removes:
                self._remove(step.row, step.row + step.count - 1)
            else:
                first = len(self._cards) + step.row
                self.beginInsertRows(NOWHERE, first, first + step.count - 1)
                self._rows.copy_in(step.row, wanted, step.source, step.source + step.count)
                self.endInsertRows()
        held, self._rows = self._rows, wanted
        changed = held.counts != wanted.counts or held.looks != wanted.looks or held.starts != wanted.starts
        if changed and len(wanted):
            self.dataChanged.emit(self.index(len(self._cards)), self.index(self.rowCount() - 1))

    def _insert(self, row: int, tiles: Sequence[Tile]) -> None:
        first = len(self._cards) + row
        self.beginInsertRows(NOWHERE, first, first + len(tiles) - 1)
        self._rows.insert(row, tiles)
        self.endInsertRows()

    def _remove(self, first: int, last: int) -> None:
        cards = len(self._cards)
        self.beginRemoveRows(NOWHERE, cards + first, cards + last)
        self._rows.remove(first, last)
        self.endRemoveRows()

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
        tile = Tile(version.id, _look(version), _series(version), self._day(_micros(version)))
        if not self._take_in(tile):
            return
        self._set_found(self._found + 1)
        self.added.emit(version.id)
        if not self._reader.rests:
            # What is being read may not know of it yet.
            self._reader.refresh(outdated=True)

    def _take_in(self, tile: Tile) -> bool:
        """Tells whether it wasn't there yet."""
        rows = self._rows
        sibling = rows.siblings_of(tile)
        if sibling is not None and rows.counts[sibling] > 1:
            joined = rows.join(sibling, tile)
            self._changed(sibling + len(self._cards))
            return joined
        stands_together = sibling is not None and self.stacks
        if stands_together:
            # What was ordered together and has just come stands together, until it is closed.
            rows.opened.add(tile.series)
            self._reader.opened.add(tile.series)
        self._insert(rows.place_for(tile) if stands_together else 0, (tile,))
        return True

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
        """Whether all of these stand here: one that doesn't may have come back."""
        names = {name for name, _ in standings}
        return len(names.intersection(self._rows.ids)) == len(names)

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
        if len(runs) <= MOST_RUNS:
            for first, last in reversed(runs):
                self._remove(first, last)
            self._set_found(self._found - len(rows))


def _look(version: Version) -> int:
    colour = version.palette[0] if version.palette else ""
    return pack_look(colour, version.width, version.height)


def _series(version: Version) -> int:
    """A number of its own, which no series has, where the version doesn't tell."""
    return version.series or -1 - abs(hash(version.id) >> 1)


def _micros(version: Version) -> int:
    """Microseconds since 1970, as a listing gives them."""
    return round(version.created.timestamp() * 1_000_000)

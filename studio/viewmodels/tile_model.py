"""Rows of cards, then of tiles, as Qt asks for them; what a version says is read when it is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from studio.viewmodels.becoming import steps
from studio.viewmodels.gallery_cards import NOWHERE, CardRows, Index, Role
from studio.viewmodels.tile import version_name
from studio.viewmodels.tile_rows import Tile, TileRows
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from studio.domain.version import Version
    from studio.viewmodels.job_card import JobCard
    from studio.viewmodels.versions import Versions


class TileModel(CardRows):
    """Every version that is found has its row from the start, with its colour and shape."""

    def __init__(self, versions: Versions, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._versions = versions
        self._rows = TileRows()

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
        return tuple(self._rows.ids_at(row - cards for row in rows if row >= cards))

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

    # Rows that come and go

    def _become(self, wanted: TileRows) -> None:
        """Hold exactly these rows, touching only those that differ."""
        for step in steps(self._rows, wanted):
            if step.removes:
                self._remove(step.row, step.row + step.length - 1)
            else:
                first = len(self._cards) + step.row
                self.beginInsertRows(NOWHERE, first, first + step.length - 1)
                self._rows.copy_in(step.row, wanted, step.source, step.source + step.length)
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

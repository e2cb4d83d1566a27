"""The gallery's first rows: a card for each job that is no version yet."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from studio.viewmodels.job_card import JobCard
    from studio.viewmodels.jobs import JobsViewModel

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Role(IntEnum):
    """What an item can be asked for beside its accessible text."""

    ITEM = Qt.ItemDataRole.UserRole
    ID = Qt.ItemDataRole.UserRole + 1
    KIND = Qt.ItemDataRole.UserRole + 2
    CHILDREN = Qt.ItemDataRole.UserRole + 3
    STACK = Qt.ItemDataRole.UserRole + 4


class CardRows(QAbstractListModel):
    """Rows come and go singly, as jobs do. There are none before `show_jobs` was called."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: JobsViewModel | None = None
        self._cards: list[JobCard] = []

    def show_jobs(self, jobs: JobsViewModel) -> None:
        """Have a card for each of these from now on."""
        self._jobs = jobs
        jobs.state_changed.connect(self._follow_jobs)
        self._follow_jobs()

    @property
    def card_count(self) -> int:
        """How many of the first rows are cards of jobs."""
        return len(self._cards)

    def _card_data(self, card: JobCard, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return card.name
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return " ".join(part for part in (card.words, *card.tries, card.advice) if part)
            case Role.ITEM:
                return card
            case Role.ID:
                return card.id
            case Role.KIND:
                return "job"
            case _:
                return None

    def _changed(self, row: int | None) -> None:
        if row is not None:
            index = self.index(row)
            self.dataChanged.emit(index, index)

    def _follow_jobs(self) -> None:
        wanted = self._jobs.state.cards if self._jobs else ()
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

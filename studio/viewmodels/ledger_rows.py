"""The ledger as rows: as many as there are attempts, each read when it is first seen."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal

from studio.domain.charge import Charge
from studio.domain.recipe import DEMO_GATEWAY
from studio.viewmodels.becoming import same_head, same_tail
from studio.viewmodels.ledger_words import Column, cell_words, column_words, outcome_words, row_words
from studio.viewmodels.settling_words import settled_words
from studio.viewmodels.wording import whole_time

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from PySide6.QtCore import QObject

    from studio.library.ledger_rows import LedgerRow

PAGE = 100
"""Rows that are read together."""

_MOST_HELD = 6000
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_NOWHERE = QModelIndex()

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a place can be asked for beside its words."""

    ROW = Qt.ItemDataRole.UserRole
    TONE = Qt.ItemDataRole.UserRole + 1


class LedgerModel(QAbstractTableModel):
    """Rows stand under keys, newest first, and come and go in runs; it is never reset.

    `wanted` carries a tuple of rows that were asked for and aren't held: those around each are to be given
    with `hold`.
    """

    wanted = Signal(object)

    def __init__(self, *, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._keys = array("q")
        self._held: dict[int, LedgerRow] = {}
        # What stands in the rows that were seen: a view asks for it again at every step of scrolling.
        self._words: dict[int, tuple[str, ...]] = {}
        self._asked: set[int] = set()
        self._ask = QTimer(self)
        self._ask.setSingleShot(True)
        self._ask.timeout.connect(self._tell_wanted)

    @property
    def keys(self) -> array[int]:
        """The keys of all rows, newest first."""
        return self._keys

    def row(self, at: int) -> LedgerRow | None:
        """The attempt in this row, None while it is still being read."""
        return self._held.get(self._keys[at]) if 0 <= at < len(self._keys) else None

    def around(self, at: int) -> tuple[int, ...]:
        """The keys that are read together with those of this row."""
        first = at - at % PAGE
        return tuple(self._keys[first : first + PAGE])

    # What is shown

    def become(self, keys: array[int]) -> None:
        """Show the attempts with these keys; rows that stay, stay where they are."""
        head = same_head(self._keys, keys)
        tail = same_tail(self._keys, keys, most=min(len(self._keys), len(keys)) - head)
        gone, came = len(self._keys) - head - tail, len(keys) - head - tail
        if gone:
            self.beginRemoveRows(_NOWHERE, head, head + gone - 1)
            del self._keys[head : head + gone]
            self.endRemoveRows()
        if came:
            self.beginInsertRows(_NOWHERE, head, head + came - 1)
            self._keys = keys
            self.endInsertRows()

    def hold(self, rows: Iterable[LedgerRow]) -> None:
        """These were read, or read again."""
        changed: list[int] = []
        for row in rows:
            self._drop(row.key)
            self._held[row.key] = row
            at = self._find(row.key)
            if at is not None:
                changed.append(at)
        while len(self._held) > _MOST_HELD:
            self._drop(next(iter(self._held)))
        if changed:
            first, last = self.index(min(changed), 0), self.index(max(changed), len(Column) - 1)
            self.dataChanged.emit(first, last)

    def forget(self) -> None:
        """What was read may be out of date; it is asked for again when it is seen."""
        self._held.clear()
        self._words.clear()
        if self._keys:
            last = self.index(len(self._keys) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def held_of(self, jobs: frozenset[str]) -> tuple[int, ...]:
        """The keys of held attempts of these jobs, and of those that haven't ended."""
        return tuple(
            key
            for key, row in self._held.items()
            if row.entry.attempt.job in jobs or row.entry.attempt.ended is None
        )

    def _drop(self, key: int) -> None:
        self._held.pop(key, None)
        self._words.pop(key, None)

    def _words_of(self, row: LedgerRow) -> tuple[str, ...]:
        words = self._words.get(row.key)
        if words is None:
            today = self._today()
            words = tuple(cell_words(row.entry, column, today) for column in Column)
            self._words[row.key] = words
        return words

    def _find(self, key: int) -> int | None:
        at = bisect_left(self._keys, -key, key=lambda one: -one)
        return at if at < len(self._keys) and self._keys[at] == key else None

    def _want(self, at: int) -> None:
        """Once for all that a view asks for at a time."""
        self._asked.add(at - at % PAGE)
        self._ask.start(0)

    def _tell_wanted(self) -> None:
        asked, self._asked = self._asked, set()
        self.wanted.emit(tuple(sorted(asked)))

    # As Qt asks for it

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """One for each attempt."""
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Always the same."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The columns' words."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = Column(section)
        if role == Qt.ItemDataRole.TextAlignmentRole and column is Column.PRICE:
            return _RIGHT
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return column_words(column) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A place's words; "…" while they are read."""
        row, column = self.row(index.row()), Column(index.column())
        if row is None:
            return self._unread(index.row(), column, role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words_of(row)[column]
            case Qt.ItemDataRole.ToolTipRole:
                return _whole(row, column, self._today())
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return row_words(row.entry, self._today()) if column is Column.TIME else ""
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column is Column.PRICE else None
            case Role.ROW:
                return row
            case _:
                return _tone(row, column) if role == Role.TONE else None

    def _unread(self, at: int, column: Column, role: int) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        self._want(at)
        return "…" if column is Column.TIME else ""


def _whole(row: LedgerRow, column: Column, today: date) -> str:
    """What may be too long for its place, or stands there shortened."""
    attempt = row.entry.attempt
    match column:
        case Column.TIME:
            return whole_time(attempt.started)
        case Column.PROJECT:
            return row.entry.project
        case Column.GROUP:
            return attempt.group
        case Column.PRICE | Column.CHARGE if attempt.settlement:
            return settled_words(attempt, today)
        case Column.OUTCOME:
            return outcome_words(attempt)
        case Column.REQUEST_ID:
            return attempt.request_id
        case _:
            return ""


def _tone(row: LedgerRow, column: Column) -> str:
    """The name of the colour that its words have among the tokens."""
    attempt = row.entry.attempt
    match column:
        case Column.CHARGE if attempt.gateway == DEMO_GATEWAY:
            return "info"
        case Column.CHARGE:
            tones = {Charge.UNKNOWN: "warning", Charge.RESERVED: "info", Charge.NOT_CHARGED: "muted"}
            return tones.get(attempt.charge, "text")
        case Column.SIZE if row.is_smaller:
            return "warning"
        case Column.PRICE | Column.SIZE:
            return "text"
        case _:
            return "muted"

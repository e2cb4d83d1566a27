"""What the switcher lists: all pictures, projects, saved searches, the archive, the trash."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from studio.viewmodels.runs import missing_runs, unwanted_runs
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class EntryKind(Enum):
    """HEADING only tells what stands under it; ARCHIVE opens and closes the archived projects; CREATE makes
    a project of the name that was typed.
    """

    ALL = auto()
    HEADING = auto()
    PROJECT = auto()
    SEARCH = auto()
    ARCHIVE = auto()
    CREATE = auto()
    TRASH = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """`count` is None until it is known; `note` stands under or after the title; `cover` is a version's id;
    `shown` when the gallery shows it; `archived` of a project in the archive.
    """

    kind: EntryKind
    name: str = ""
    title: str = ""
    count: int | None = None
    note: str = ""
    cover: str = ""
    shown: bool = False
    archived: bool = False

    @property
    def id(self) -> str:
        """Told apart by this."""
        return f"{self.kind.name} {self.name}"

    @property
    def takes_pictures(self) -> bool:
        """Whether versions can be dropped on it."""
        return self.kind in {EntryKind.PROJECT, EntryKind.CREATE, EntryKind.TRASH}

    @property
    def spoken(self) -> str:
        """All that it says, for a screen reader."""
        parts = [self.title]
        if self.count is not None:
            words = translate("projects", "1 picture") if self.count == 1 else ""
            words = words or translate("projects", "{count} pictures").format(count=f"{self.count:,}")
            parts.append(words)
        if self.note:
            parts.append(self.note)
        if self.shown:
            parts.append(translate("projects", "shown"))
        return ", ".join(parts)


class EntryRole(IntEnum):
    """What an item can be asked for beside its words."""

    ENTRY = Qt.ItemDataRole.UserRole


class EntriesModel(QAbstractListModel):
    """Rows come and go in runs, never by a reset. A project's or a search's name can be edited: whoever
    listens to `renamed` of the view's delegate makes it so.
    """

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[Entry] = []

    def entry(self, row: int) -> Entry:
        """The entry in this row."""
        return self._entries[row]

    def row_of(self, kind: EntryKind, name: str = "") -> int | None:
        """Where it stands, None where it isn't listed."""
        for row, entry in enumerate(self._entries):
            if entry.kind is kind and entry.name == name:
                return row
        return None

    def show(self, entries: Sequence[Entry]) -> None:
        """List exactly these, touching only what differs."""
        wanted = [entry.id for entry in entries]
        for first, last in unwanted_runs([entry.id for entry in self._entries], wanted):
            self.beginRemoveRows(NOWHERE, first, last)
            del self._entries[first : last + 1]
            self.endRemoveRows()
        for at, count in missing_runs([entry.id for entry in self._entries], wanted):
            self.beginInsertRows(NOWHERE, at, at + count - 1)
            self._entries[at:at] = entries[at : at + count]
            self.endInsertRows()
        for row, entry in enumerate(entries):
            if self._entries[row] != entry:
                self._entries[row] = entry
                self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """All entries."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Title, name to edit, and what is spoken."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.title
            case Qt.ItemDataRole.EditRole:
                return entry.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return entry.spoken
            case EntryRole.ENTRY:
                return entry
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings can't be chosen; projects and saved searches can be renamed."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        entry = self._entries[index.row()]
        if entry.kind is EntryKind.HEADING:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if entry.kind in {EntryKind.PROJECT, EntryKind.SEARCH}:
            flags |= Qt.ItemFlag.ItemIsEditable
        if entry.takes_pictures:
            flags |= Qt.ItemFlag.ItemIsDropEnabled
        return flags

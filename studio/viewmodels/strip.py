"""The tree of one version as a strip: every version once, each after the one it came from."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from studio.viewmodels.branches import Line, in_sight, is_away
from studio.viewmodels.tile import branch_line, branch_title

if TYPE_CHECKING:
    from studio.domain.version import Branch, Version

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class StripRole(IntEnum):
    """What a picture of the strip can be asked for, beside its words."""

    VERSION = Qt.ItemDataRole.UserRole


class StripModel(QAbstractListModel):
    """Holds the branches of one tree that aren't put away. A tree that only grew gets its new pictures
    inserted.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._branches: tuple[Branch, ...] = ()
        self._keep = ""
        self._has_away = False
        self._lines: tuple[Line, ...] = ()

    def show(self, branches: tuple[Branch, ...], *, keep: str = "") -> None:
        """Hold this tree, in the order of Tree.branches. The version `keep` is looked at: it is shown, put
        away or not.
        """
        if branches is self._branches and (keep == self._keep or not self._has_away):
            return
        if branches is not self._branches:
            self._has_away = any(map(is_away, branches))
        self._branches, self._keep = branches, keep
        # What was removed for good has no picture to go to.
        lines = tuple(line for line in in_sight(branches, keep=keep) if not line.version.purged)
        if lines == self._lines:
            return
        known = {line.version.id: None for line in self._lines}
        if not known or [line.version.id for line in lines if line.version.id in known] != [*known]:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()
            return
        for row, line in enumerate(lines):
            if row >= len(self._lines) or self._lines[row].version.id != line.version.id:
                self.beginInsertRows(NOWHERE, row, row)
                self._lines = (*self._lines[:row], line, *self._lines[row:])
                self.endInsertRows()
        self._lines = lines
        self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))

    def row_of(self, version_id: str) -> int | None:
        """The row of this version."""
        rows = (row for row, line in enumerate(self._lines) if line.version.id == version_id)
        return next(rows, None)

    def version(self, row: int) -> Version:
        """The version in this row."""
        return self._lines[row].version

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Its words as in the tree of details; under StripRole.VERSION the version."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                title = branch_title(line.version, line.number, is_first=line.depth == 0)
                return f"{title}, {branch_line(line.version)}"
            case StripRole.VERSION:
                return line.version
            case _:
                return None

"""The tree of one version as a strip: every version once, each after the one it came from."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from studio.viewmodels.tile import branch_line, branch_title

if TYPE_CHECKING:
    from studio.domain.version import Branch, Version

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class StripRole(IntEnum):
    """What a picture of the strip can be asked for, beside its words."""

    VERSION = Qt.ItemDataRole.UserRole


class StripModel(QAbstractListModel):
    """Holds the branches of one tree. A tree that only grew gets its new pictures inserted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._branches: tuple[Branch, ...] = ()

    def show(self, branches: tuple[Branch, ...]) -> None:
        """Hold this tree, in the order of Tree.branches."""
        if branches == self._branches:
            return
        known = [branch.version.id for branch in self._branches]
        if (
            not known
            or [branch.version.id for branch in branches if branch.version.id in set(known)] != known
        ):
            self.beginResetModel()
            self._branches = branches
            self.endResetModel()
            return
        for row, branch in enumerate(branches):
            if row >= len(self._branches) or self._branches[row].version.id != branch.version.id:
                self.beginInsertRows(NOWHERE, row, row)
                self._branches = (*self._branches[:row], branch, *self._branches[row:])
                self.endInsertRows()
        self._branches = branches
        self.dataChanged.emit(self.index(0), self.index(len(branches) - 1))

    def row_of(self, version_id: str) -> int | None:
        """The row of this version."""
        rows = (row for row, branch in enumerate(self._branches) if branch.version.id == version_id)
        return next(rows, None)

    def version(self, row: int) -> Version:
        """The version in this row."""
        return self._branches[row].version

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._branches)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Its words as in the tree of details; under StripRole.VERSION the version."""
        if not index.isValid():
            return None
        branch = self._branches[index.row()]
        match role:
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                title = branch_title(branch.version, index.row() + 1, is_first=branch.depth == 0)
                return f"{title}, {branch_line(branch.version)}"
            case StripRole.VERSION:
                return branch.version
            case _:
                return None

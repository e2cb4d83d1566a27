"""The tree of one version as Qt shows trees: each version under the one it came from."""

from __future__ import annotations

from enum import IntEnum
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from studio.viewmodels.branches import Line, in_sight, is_away
from studio.viewmodels.tile import branch_line, branch_title

if TYPE_CHECKING:
    from studio.domain.version import Branch, Version

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class TreeRole(IntEnum):
    """What a line of the tree can be asked for."""

    VERSION = Qt.ItemDataRole.UserRole
    TITLE = Qt.ItemDataRole.UserRole + 1
    LINE = Qt.ItemDataRole.UserRole + 2


class _Node:
    """One version; `number` counts in the order of the whole tree, `key` is never used again."""

    def __init__(self, line: Line, *, key: int, parent: _Node | None, row: int) -> None:
        self.line = line
        self.key = key
        self.parent = parent
        self.row = row
        self.children: list[_Node] = []

    @property
    def version(self) -> Version:
        return self.line.version


class TreeModel(QAbstractItemModel):
    """Holds the branches of one tree that aren't put away. One that only grew gets its new lines inserted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._branches: tuple[Branch, ...] = ()
        self._keep = ""
        self._has_away = False
        self._roots: list[_Node] = []
        self._nodes: dict[str, _Node] = {}
        # An index carries a number: an object could be gone when a stale index is asked.
        self._by_key: dict[int, _Node] = {}
        self._keys = count()

    @property
    def depth(self) -> int:
        """How deep the deepest line stands: 0 for roots only."""
        return max((node.line.depth for node in self._nodes.values()), default=0)

    def show(self, branches: tuple[Branch, ...], *, keep: str = "") -> None:
        """Hold this tree, parents before their children as Tree.branches gives them. The version `keep` is
        looked at: it is shown, put away or not.
        """
        if branches is self._branches and (keep == self._keep or not self._has_away):
            return
        if branches is not self._branches:
            self._has_away = any(map(is_away, branches))
        self._branches, self._keep = branches, keep
        lines = in_sight(branches, keep=keep)
        ids = {line.version.id for line in lines}
        if not self._nodes.keys() <= ids or not self._nodes:
            self.beginResetModel()
            self._roots, self._nodes, self._by_key = [], {}, {}
            for line in lines:
                self._add(line, lines)
            self.endResetModel()
            return
        others = [line for line in lines if self._takes(line)]
        for line in lines:
            if line.version.id not in self._nodes:
                self._insert(line, lines)
        for line in others:
            index = self.index_of(line.version.id)
            self.dataChanged.emit(index, index)

    def index_of(self, version_id: str) -> QModelIndex:
        """Where this version stands; nowhere if it isn't in the tree."""
        node = self._nodes.get(version_id)
        return self.createIndex(node.row, 0, node.key) if node else QModelIndex()

    def _takes(self, line: Line) -> bool:
        """Whether a version that is shown says something else now."""
        node = self._nodes.get(line.version.id)
        if node is None or node.line == line:
            return False
        node.line = line
        return True

    def _insert(self, line: Line, lines: tuple[Line, ...]) -> None:
        parent = self._parent_of(line, lines)
        siblings = parent.children if parent else self._roots
        at = self.index_of(parent.version.id) if parent else QModelIndex()
        row = sum(sibling.line.number < line.number for sibling in siblings)
        self.beginInsertRows(at, row, row)
        self._add(line, lines, row)
        for later in siblings[row + 1 :]:
            later.row += 1
        self.endInsertRows()

    def _add(self, line: Line, lines: tuple[Line, ...], row: int | None = None) -> None:
        """At the end of those beside it unless a row is given."""
        parent = self._parent_of(line, lines)
        siblings = parent.children if parent else self._roots
        row = len(siblings) if row is None else row
        node = _Node(line, key=next(self._keys), parent=parent, row=row)
        siblings.insert(row, node)
        self._nodes[line.version.id] = node
        self._by_key[node.key] = node

    def _parent_of(self, line: Line, lines: tuple[Line, ...]) -> _Node | None:
        return self._nodes[lines[line.parent].version.id] if line.parent >= 0 else None

    # Qt's side

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        """The line in this row under its parent."""
        siblings = self._node(parent).children if parent.isValid() else self._roots
        if column != 0 or not 0 <= row < len(siblings):
            return QModelIndex()
        return self.createIndex(row, 0, siblings[row].key)

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # pyright: ignore[reportIncompatibleMethodOverride]  # Qt has two of this name
        """The line that this one came from."""
        parent = self._node(index).parent if index.isValid() else None
        return self.createIndex(parent.row, 0, parent.key) if parent else QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many came from this line."""
        return len(self._node(parent).children if parent.isValid() else self._roots)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """One."""
        del parent
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The two lines as one under the usual roles."""
        if not index.isValid():
            return None
        node = self._node(index)
        title = branch_title(node.version, node.line.number, is_first=node.parent is None)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return f"{title}, {branch_line(node.version)}"
            case TreeRole.VERSION:
                return node.version
            case TreeRole.TITLE:
                return title
            case TreeRole.LINE:
                return branch_line(node.version)
            case _:
                return None

    def _node(self, index: Index) -> _Node:
        return self._by_key[index.internalId()]

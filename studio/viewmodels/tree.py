"""The tree of one version as Qt shows trees: each version under the one it came from."""

from __future__ import annotations

from enum import IntEnum
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

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
    """One version; `number` counts in the order of the tree as it is shown, `key` is never used again."""

    def __init__(self, version: Version, *, key: int, number: int, parent: _Node | None, row: int) -> None:
        self.version = version
        self.key = key
        self.number = number
        self.parent = parent
        self.row = row
        self.children: list[_Node] = []


class TreeModel(QAbstractItemModel):
    """Holds the branches of one tree. A tree that only grew gets its new lines inserted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._roots: list[_Node] = []
        self._nodes: dict[str, _Node] = {}
        # An index carries a number: an object could be gone when a stale index is asked.
        self._by_key: dict[int, _Node] = {}
        self._keys = count()

    @property
    def depth(self) -> int:
        """How deep the deepest line stands: 0 for roots only."""
        return max((self._depth(node) for node in self._nodes.values()), default=0)

    def show(self, branches: tuple[Branch, ...]) -> None:
        """Hold this tree, parents before their children as Tree.branches gives them."""
        ids = {branch.version.id for branch in branches}
        if not self._nodes.keys() <= ids or not self._nodes:
            self.beginResetModel()
            self._roots, self._nodes, self._by_key = [], {}, {}
            for number, branch in enumerate(branches, 1):
                self._add(branch, number)
            self.endResetModel()
            return
        for number, branch in enumerate(branches, 1):
            node = self._nodes.get(branch.version.id)
            if node is None:
                self._insert(branch, number)
            elif node.number != number:
                node.number = number
                index = self.index_of(node.version.id)
                self.dataChanged.emit(index, index)

    def index_of(self, version_id: str) -> QModelIndex:
        """Where this version stands; nowhere if it isn't in the tree."""
        node = self._nodes.get(version_id)
        return self.createIndex(node.row, 0, node.key) if node else QModelIndex()

    def _insert(self, branch: Branch, number: int) -> None:
        parent = self._parent_of(branch)
        siblings = parent.children if parent else self._roots
        at = self.index_of(parent.version.id) if parent else QModelIndex()
        self.beginInsertRows(at, len(siblings), len(siblings))
        self._add(branch, number)
        self.endInsertRows()

    def _add(self, branch: Branch, number: int) -> None:
        parent = self._parent_of(branch)
        siblings = parent.children if parent else self._roots
        node = _Node(branch.version, key=next(self._keys), number=number, parent=parent, row=len(siblings))
        siblings.append(node)
        self._nodes[branch.version.id] = node
        self._by_key[node.key] = node

    def _parent_of(self, branch: Branch) -> _Node | None:
        return self._nodes.get(branch.version.recipe.parent or "") if branch.depth else None

    def _depth(self, node: _Node) -> int:
        depth = 0
        while node.parent:
            node, depth = node.parent, depth + 1
        return depth

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
        title = branch_title(node.version, node.number, is_first=node.parent is None)
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

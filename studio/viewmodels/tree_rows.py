"""The drawing of a tree as Qt's item views know it: its nodes as rows, in the order of the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from studio.viewmodels.tree_plan import NO_PLAN, TreeNode, TreePlan
from studio.viewmodels.tree_words import node_name

if TYPE_CHECKING:
    from collections.abc import Mapping

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
FEW = 60
"""So many rows come and go one by one; more at once are another tree."""


class TreeRowsModel(QAbstractListModel):
    """Holds a plan. One that only grew, or that only lost some, gets its rows inserted or removed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan = NO_PLAN
        self._nodes: list[TreeNode] = []
        self._linked: Mapping[str, str] = {}

    @property
    def plan(self) -> TreePlan:
        """What it holds."""
        return self._plan

    def show(self, plan: TreePlan) -> None:
        """Hold this one."""
        if plan is self._plan:
            return
        before = [node.id for node in self._nodes]
        after = [node.id for node in plan.nodes]
        gone, new = set(before) - set(after), set(after) - set(before)
        stays = [name for name in before if name not in gone]
        if not stays or len(gone) + len(new) > FEW or stays != [name for name in after if name not in new]:
            self.beginResetModel()
            self._plan, self._nodes = plan, list(plan.nodes)
            self.endResetModel()
            return
        for row in range(len(before) - 1, -1, -1):
            if before[row] in gone:
                self.beginRemoveRows(NOWHERE, row, row)
                del self._nodes[row]
                self.endRemoveRows()
        for row, node in enumerate(plan.nodes):
            if node.id in new:
                self.beginInsertRows(NOWHERE, row, row)
                self._nodes.insert(row, node)
                self.endInsertRows()
        self._plan, self._nodes = plan, list(plan.nodes)
        self.dataChanged.emit(self.index(0), self.index(len(self._nodes) - 1))

    def tell_linked(self, names: Mapping[str, str]) -> None:
        """Name the files outside that hold versions, by id."""
        if names != self._linked:
            self._linked = names
            if self._nodes:
                self.dataChanged.emit(self.index(0), self.index(len(self._nodes) - 1))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._nodes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Its words."""
        words = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        if not index.isValid() or role not in words:
            return None
        node = self._nodes[index.row()]
        row = self._plan.row(node.id)
        children = 0 if row is None else len(self._plan.children(row))
        return node_name(node, children, linked=self._linked.get(node.id, ""))

"""The drawn tree as a screen reader is told of it: which version is in the linked file."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy

from studio.domain.version import Tree
from studio.viewmodels.branches import lines
from studio.viewmodels.tree_plan import plan_of
from studio.viewmodels.tree_rows import TreeRowsModel
from tests.domain.making import version


def names(rows: TreeRowsModel) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(rows.data(rows.index(row), role)) for row in range(rows.rowCount())]


def test_the_version_in_a_linked_file_says_so_and_follows_the_pick() -> None:
    root = version("root")
    child = replace(version("child"), recipe=replace(root.recipe, parent="root"))
    rows = TreeRowsModel()
    rows.show(plan_of(lines(tuple(Tree((root, child)).branches()))))
    changed = QSignalSpy(rows.dataChanged)
    rows.tell_linked({"root": "hero.png"})
    assert ["in the linked file hero.png" in name for name in names(rows)] == [True, False]
    rows.tell_linked({"child": "hero.png"})
    assert ["in the linked file hero.png" in name for name in names(rows)] == [False, True]
    assert changed.count() == 2

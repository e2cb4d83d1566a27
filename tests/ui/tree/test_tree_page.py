"""A drawn tree as it is walked, zoomed, folded and left."""

from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QPointingDevice, QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from studio.domain.judgement import Change
from studio.domain.version import Version
from studio.ui.theme import Theme
from studio.ui.tree.edge_words import EdgeWords
from studio.ui.tree.minimap import MiniMap
from studio.ui.tree.page import TreePage
from studio.ui.tree.view import DrawnTreeView
from studio.ui.version_actions import VersionActions
from studio.viewmodels.tree_page import Direction, TreePageViewModel
from studio.viewmodels.viewer_state import ZoomStep
from tests.support.gallery import Shelf, numbered, write_versions
from tests.support.window import run_in_window, until

# A first draft, two branches of it; from the first of them two more.
PARENTS = {1: 0, 2: 1, 3: 2, 4: 2, 5: 1}


class Bench:
    """A page over the tree of a library; `names` are ids by number."""

    def __init__(self, qtbot: QtBot, theme: Theme, shown: Shelf) -> None:
        self.shown = shown
        self.model = TreePageViewModel(shown.details)
        actions = VersionActions(theme, shown.saving, shown.thumbnails, owner=QWidget())
        self.page = TreePage(theme, self.model, shown.thumbnails, versions=actions)
        qtbot.addWidget(self.page)
        self.page.resize(800, 600)
        self.page.show()

    @property
    def view(self) -> DrawnTreeView:
        return self.page.view

    @property
    def chosen(self) -> int:
        version = self.shown.details.state.version
        return version.number - 1 if version else 0

    async def open(self, number: int) -> None:
        (version,) = await self.shown.around.bridge.ask(
            lambda studio: studio.library.versions_of((numbered(number).id,))
        )
        self.shown.details.choose(version)
        self.model.open()
        await until(lambda: self.view.drawing.nodes)
        self.page.setFocus()

    async def change(self, number: int, change: Change) -> None:
        id_ = numbered(number).id
        await self.shown.around.bridge.ask(lambda studio: studio.change((id_,), change))

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.view, key)

    def told(self) -> list[str]:
        return [
            str(node.number) if node.version else f"{node.folded} folded" for node in self.view.drawing.nodes
        ]


Story = Callable[[Bench], Coroutine[Any, Any, None]]
Tell = Callable[[Story], None]


@pytest.fixture
def tell(qapp: QApplication, qtbot: QtBot, theme: Theme, shown: Shelf) -> Tell:
    """Tells a story on a page over the tree of PARENTS."""

    def run(story: Story) -> None:
        write_versions(shown.around.folder, tree())
        bench = Bench(qtbot, theme, shown)

        async def with_engine() -> None:
            async with shown.around.engine():
                await story(bench)

        run_in_window(qapp, with_engine())

    return run


def tree(parents: dict[int, int] = PARENTS) -> list[Version]:
    return [
        numbered(number, prompt=f"change {number}", parent=numbered(parent).id if parent else None)
        for number, parent in parents.items()
    ]


def test_arrows_walk_to_parents_children_and_neighbours(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        await bench.open(1)
        assert bench.chosen == 1
        bench.press(Qt.Key.Key_Right)
        assert bench.chosen in {2, 5}
        bench.press(Qt.Key.Key_Up, Qt.Key.Key_Up)
        assert bench.chosen == 2
        bench.press(Qt.Key.Key_Down)
        assert bench.chosen == 5
        bench.press(Qt.Key.Key_Up, Qt.Key.Key_End)
        assert bench.chosen in {3, 4}
        bench.press(Qt.Key.Key_Left)
        assert bench.chosen == 2
        bench.press(Qt.Key.Key_Home)
        assert bench.chosen == 1

    tell(story)


def test_a_tree_that_grows_down_is_walked_as_it_looks(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        await bench.open(2)
        bench.model.turn()
        assert bench.model.state.direction is Direction.DOWN
        bench.press(Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right)
        assert bench.chosen == 5
        bench.press(Qt.Key.Key_Up)
        assert bench.chosen == 1

    tell(story)


def test_enter_and_space_look_at_the_version_among_all_of_its_tree(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        looked = QSignalSpy(bench.model.view_requested)
        await bench.open(2)
        bench.press(Qt.Key.Key_Return, Qt.Key.Key_Space)
        assert looked.count() == 2
        ids, current = looked.at(0)
        assert current == numbered(2).id
        assert list(ids) == [numbered(number).id for number in (1, 2, 3, 4, 5)]

    tell(story)


def test_escape_goes_back_with_the_version_that_was_chosen_last(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        closed = QSignalSpy(bench.model.closed)
        await bench.open(1)
        bench.press(Qt.Key.Key_Right, Qt.Key.Key_Escape)
        assert closed.at(0) == [bench.shown.details.state.chosen]
        assert not bench.model.state.is_open

    tell(story)


def test_a_hidden_branch_folds_and_is_unfolded_by_enter(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        await bench.open(5)
        await bench.change(2, Change(branch_hidden=True))
        await until(lambda: bench.told() == ["1", "5", "3 folded"])
        assert bench.model.state.put_away == 3
        bench.press(Qt.Key.Key_Down)
        # What is folded can be gone to, but isn't chosen.
        assert (bench.view.currentIndex().row(), bench.chosen) == (2, 5)
        bench.press(Qt.Key.Key_Return)
        assert bench.told() == ["1", "2", "3", "4", "5"]
        bench.model.close()
        bench.model.open()
        assert bench.told() == ["1", "5", "3 folded"]
        bench.page.head.all.click()
        assert bench.told() == ["1", "2", "3", "4", "5"]
        await bench.shown.around.bridge.ask(lambda studio: studio.undo())
        await until(lambda: bench.model.state.put_away == 0)

    tell(story)


def test_who_hides_the_branch_that_is_looked_at_still_sees_it(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        await bench.open(3)
        await bench.change(2, Change(branch_archived=True))
        await until(lambda: bench.model.state.put_away == 3)
        assert bench.told() == ["1", "2", "3", "4", "5"]
        assert bench.chosen == 3

    tell(story)


def test_a_version_in_the_trash_keeps_its_place_while_others_continue_it(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        await bench.open(1)
        await bench.change(2, Change(trash=True))
        await bench.change(5, Change(trash=True))
        await until(lambda: len(bench.told()) == 4)
        assert [bench.view.drawing.nodes[row].version for row in range(4)][1] is not None
        assert bench.model.state.count == 3

    tell(story)


def test_every_version_has_a_name_for_those_who_do_not_see_it(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        await bench.open(2)
        await bench.change(2, Change(branch_name="Night"))
        await until(lambda: "Night" in str(bench.view.model().index(1, 0).data()))
        interface = QAccessible.queryAccessibleInterface(bench.view)
        assert interface is not None
        assert interface.text(QAccessible.Text.Name) == "Tree"
        names = [
            child.text(QAccessible.Text.Name)
            for at in range(interface.childCount())
            if (child := interface.child(at))
        ]
        assert any(name.startswith("1 · First draft, ") and "2 continue it" in name for name in names)
        assert any(name.startswith("2 · “change 2”, ") and "branch Night" in name for name in names)

    tell(story)


def test_the_wheel_zooms_about_what_is_under_the_pointer(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        await bench.open(1)
        view = bench.view
        view.zoom(2.0)
        row, spot = 1, QPointF(300, 200)
        before = spot - view.node_rect(row).topLeft()
        turn(view, spot, 120)
        after = spot - view.node_rect(row).topLeft()
        assert view.view.scale == pytest.approx(2.4)
        assert after.x() == pytest.approx(before.x() * 1.2, abs=2)
        assert after.y() == pytest.approx(before.y() * 1.2, abs=2)
        view.take_step(ZoomStep.FIT)
        assert view.shows_whole
        assert bench.page.head.fit.isChecked()

    tell(story)


def turn(view: DrawnTreeView, spot: QPointF, units: int) -> None:
    nothing = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        spot,
        QPointF(view.viewport().mapToGlobal(spot.toPoint())),
        QPoint(),
        QPoint(0, units),
        *nothing,
        Qt.ScrollPhase.NoScrollPhase,
        False,
        Qt.MouseEventSource.MouseEventNotSynthesized,
        QPointingDevice.primaryPointingDevice(),
    )
    QApplication.sendEvent(view.viewport(), event)


def test_a_click_chooses_and_beside_the_versions_the_tree_is_pulled(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        await bench.open(1)
        view = bench.view
        view.zoom(1.5)
        view.scrollTo(view.model().index(0, 0))
        target = view.visualRect(view.model().index(0, 0)).center()
        bench.press(Qt.Key.Key_Right)
        view.scrollTo(view.model().index(0, 0))
        target = view.visualRect(view.model().index(0, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=target)
        assert bench.chosen == 1
        ground = QPoint(target.x(), 8)
        assert not view.indexAt(ground).isValid()
        before = view.horizontalOffset()
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=ground)
        QTest.mouseMove(view.viewport(), ground - QPoint(60, 0))
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=ground - QPoint(60, 0))
        assert view.horizontalOffset() == before + 60
        assert bench.chosen == 1

    tell(story)


def test_what_was_removed_for_good_can_be_passed_but_not_chosen(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        await bench.open(1)
        await bench.change(2, Change(trash=True))
        await bench.shown.around.bridge.ask(lambda studio: studio.empty_trash(None))
        await until(lambda: any(node.version and node.version.purged for node in bench.view.drawing.nodes))
        assert bench.told() == ["1", "2", "3", "4", "5"]
        bench.press(Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Up)
        assert (bench.view.currentIndex().row(), bench.chosen) == (1, 1)
        assert str(bench.view.currentIndex().data()).startswith("2 · Deleted")
        bench.press(Qt.Key.Key_Right)
        assert bench.chosen in {3, 4}

    tell(story)


def test_the_whole_change_is_told_as_it_was_written(theme: Theme) -> None:
    before, after = numbered(1, prompt="a <b>bold</b> sky"), numbered(2, prompt="a <b>bold</b> sea")
    told = EdgeWords(theme).whole(before, after)
    assert "&lt;b&gt;bold&lt;/b&gt;" in told
    assert "line-through" in told.partition(" sky")[0]


def test_of_a_large_tree_only_what_is_seen_is_looked_at(
    qapp: QApplication, qtbot: QtBot, theme: Theme, shown: Shelf
) -> None:
    wide = {1: 0} | {number: 1 + (number - 2) // 3 for number in range(2, 400)}
    bench = Bench(qtbot, theme, shown)
    write_versions(shown.around.folder, tree(wide))

    async def story() -> None:
        async with shown.around.engine():
            await bench.open(200)
            view = bench.view
            room = QRectF(view.viewport().rect())
            seen = [row for row in view.rows_in(room) if view.node_rect(row).intersects(room)]
            looked_at = list(view.rows_in(room))
            assert view.currentIndex().row() in seen
            assert len(seen) < len(looked_at) < 80
            every = [row for row in range(399) if view.node_rect(row).intersects(room)]
            assert sorted(seen) == sorted(every)
            # A small map leads elsewhere.
            (small,) = view.findChildren(MiniMap)
            await until(small.isVisible)
            before = view.corner
            QTest.mouseClick(small, Qt.MouseButton.LeftButton, pos=QPoint(8, small.height() // 2))
            assert view.corner[0] > before[0]
            assert bench.chosen == 200
            view.fit()
            assert not small.isVisible()

    run_in_window(qapp, story())

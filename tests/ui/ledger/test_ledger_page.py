"""The ledger's page as it is read, narrowed down and left, by mouse and by keys."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QPushButton

from studio.domain.charge import Charge
from studio.ui.ledger.page import LedgerPage
from studio.viewmodels.ledger_choice import Period
from studio.viewmodels.ledger_words import Column
from tests.support.ledger import TODAY, Ledger, ledger, write_ledger
from tests.support.window import by_hand, run_in_window, surroundings, until

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from studio.ui.theme import Theme

COUNT = 250


class Bench:
    """A page over a ledger that is open."""

    def __init__(self, qtbot: QtBot, theme: Theme, made: Ledger) -> None:
        self.made = made
        self.model = made.model
        self.page = LedgerPage(theme, made.model, made.settling)
        qtbot.addWidget(self.page)
        self.page.resize(1096, 852)
        self.page.show()

    async def open(self) -> None:
        self.model.open()
        await self.made.settled()
        self.page.repaint()
        await until(lambda: self.model.rows.row(0) or not self.model.state.count)

    async def settled(self) -> None:
        await self.made.settled()

    async def pick(self, button: QPushButton, words: str) -> None:
        """Open the menu of a filter and take the line with these words."""
        await by_hand(lambda: QTest.mouseClick(button, Qt.MouseButton.LeftButton))
        menu = next(menu for menu in button.findChildren(QMenu) if menu.isVisible())
        action = next(action for action in menu.actions() if action.text() == words)
        action.trigger()
        menu.close()
        await self.settled()

    def cell(self, at: int, column: Column) -> QPoint:
        table = self.page.table
        return table.visualRect(self.model.rows.index(at, column)).center()

    async def click(self, at: int, column: Column) -> None:
        place = self.cell(at, column)
        viewport = self.page.table.viewport()
        await by_hand(
            lambda: QTest.mouseClick(
                viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
            )
        )

    def rows(self) -> int:
        return self.model.rows.rowCount()


Story = Callable[[Bench], Coroutine[Any, Any, None]]
Tell = Callable[..., None]


@pytest.fixture
def tell(qapp: QApplication, qtbot: QtBot, theme: Theme, tmp_path: Path) -> Tell:
    """Tells a story on a page over so many attempts."""

    def run(story: Story, *, count: int = COUNT) -> None:
        around = surroundings(tmp_path)
        if count:
            write_ledger(around.folder, count)

        async def with_engine() -> None:
            async with around.engine():
                bench = Bench(qtbot, theme, ledger(around))
                await bench.open()
                await story(bench)

        run_in_window(qapp, with_engine())

    return run


def test_filters_narrow_it_down_and_say_what_holds(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        filters = bench.page.filters
        assert filters.charge.accessibleName() == "Charge: Any charge"
        assert not filters.clear.isVisible()
        await bench.pick(filters.charge, "Unknown charge")
        assert bench.model.state.choice.charge is Charge.UNKNOWN
        assert 0 < bench.rows() < COUNT
        assert filters.charge.accessibleName() == "Charge: Unknown charge"
        await bench.pick(filters.resolution, "4K")
        await bench.pick(filters.group, "官KEY-1.5折")
        await bench.pick(filters.project, "Icons")
        assert bench.model.state.choice.project == "Icons"
        await by_hand(filters.clear.click)
        await bench.settled()
        assert bench.rows() == COUNT

    tell(story)


def test_days_are_typed_or_counted(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        filters = bench.page.filters
        await bench.pick(filters.period, "From one day to another")
        assert filters.first.isVisible()
        assert filters.last.text() == TODAY.isoformat()
        filters.first.setText((TODAY - timedelta(days=5)).isoformat())
        QTest.keyClick(filters.first, Qt.Key.Key_Return)
        QTest.keyClick(filters.last, Qt.Key.Key_Down)
        await bench.settled()
        choice = bench.model.state.choice
        assert (choice.first, choice.last) == (TODAY - timedelta(days=5), TODAY - timedelta(days=1))
        filters.first.setText("the day before")
        QTest.keyClick(filters.first, Qt.Key.Key_Return)
        assert filters.first.text() == (TODAY - timedelta(days=5)).isoformat()

    tell(story)


def test_a_bar_is_a_day_and_with_shift_all_up_to_it(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        chart = bench.page.spend.chart
        assert chart.days[-1].day == TODAY
        chart.setFocus()
        QTest.keyClick(chart, Qt.Key.Key_End)
        QTest.keyClick(chart, Qt.Key.Key_Left)
        day = TODAY - timedelta(days=1)
        assert "21 Nov 2026: ¥" in chart.accessibleDescription()
        QTest.keyClick(chart, Qt.Key.Key_Return)
        await bench.settled()
        choice = bench.model.state.choice
        assert (choice.period, choice.first, choice.last) == (Period.BETWEEN, day, day)
        QTest.keyClick(chart, Qt.Key.Key_Left)
        QTest.keyClick(chart, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        await bench.settled()
        choice = bench.model.state.choice
        assert (choice.first, choice.last) == (TODAY - timedelta(days=2), day)
        assert [one.day for one in chart.days if one.is_chosen] == [TODAY - timedelta(days=2), day]

    tell(story)


def test_a_bar_is_pressed_with_the_mouse(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        chart = bench.page.spend.chart
        place = QPoint(chart.width() - 3, chart.height() // 2)
        await by_hand(
            lambda: QTest.mouseClick(chart, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        )
        assert bench.model.state.choice.last == TODAY

    tell(story)


def test_the_chart_can_be_read_as_a_table_and_copied(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        spend = bench.page.spend
        await by_hand(spend.as_table.click)
        assert spend.table.isVisible()
        days = bench.model.state.days
        assert spend.table.rowCount() == len(days)
        first = [item.text() for column in range(4) if (item := spend.table.item(0, column))]
        newest = days[-1]
        assert first == [newest.name, str(newest.charged), str(newest.unknown), str(newest.reserved)]
        spend.table.setFocus()
        QTest.keySequence(spend.table, "Ctrl+C")
        lines = QGuiApplication.clipboard().text().splitlines()
        assert len(lines) == len(days) + 1
        assert lines[1].split("\t")[:2] == [newest.name, newest.charged.plain]

    tell(story)


def test_a_project_is_one_press_away_and_one_back(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        dearest = bench.model.state.projects[0]
        line = next(
            line
            for line in bench.page.spend.projects.findChildren(QPushButton)
            if line.accessibleName() == f"{dearest.name}, {dearest.spent}"
        )
        await by_hand(line.click)
        await bench.settled()
        assert bench.rows() == dearest.calls
        await by_hand(line.click)
        await bench.settled()
        assert bench.rows() == COUNT

    tell(story)


def test_a_size_is_one_press_away_where_there_is_room(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        dearest, sizes = bench.model.state.sizes[0], bench.page.spend.sizes
        await by_hand(sizes.findChildren(QPushButton)[0].click)
        await bench.settled()
        assert bench.rows() == dearest.calls
        assert bench.page.filters.resolution.accessibleName() == f"Size: {dearest.name}"
        bench.page.resize(756, 652)
        await until(lambda: not sizes.isVisible())

    tell(story)


def test_what_was_saved_is_shown_by_a_press_or_enter(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        asked = QSignalSpy(bench.model.view_requested)
        row = bench.model.rows.row(0)
        assert row is not None
        assert row.version
        await bench.click(0, Column.OUTCOME)
        assert asked.count() == 1
        bench.page.table.setFocus()
        QTest.keyClick(bench.page.table, Qt.Key.Key_Return)
        assert asked.count() == 2
        assert asked.at(1) == [row.version]

    tell(story)


def test_a_request_id_is_copied_by_a_press_or_a_key(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        await bench.click(1, Column.REQUEST_ID)
        assert QGuiApplication.clipboard().text() == f"req-{COUNT - 1}"
        table = bench.page.table
        table.setFocus()
        QTest.keyClick(table, Qt.Key.Key_Home)
        QTest.keySequence(table, "Ctrl+C")
        assert QGuiApplication.clipboard().text() == f"req-{COUNT}"
        QTest.keyClick(table, Qt.Key.Key_End)
        assert table.currentIndex().row() == COUNT - 1

    tell(story)


def test_the_claim_is_offered_where_there_is_something_to_claim(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        head = bench.page.head
        assert head.claim.isEnabled()
        await by_hand(head.claim.click)
        await until(lambda: bench.made.around.said)
        assert QGuiApplication.clipboard().text().startswith("Hello,")
        await bench.pick(bench.page.filters.charge, "Not charged")
        assert not head.claim.isEnabled()
        assert "unknown" in head.claim.toolTip()

    tell(story)


def test_a_file_is_asked_for_without_holding_anything_up(tell: Tell, tmp_path: Path) -> None:
    target = tmp_path / "spent.csv"

    async def story(bench: Bench) -> None:
        await by_hand(bench.page.head.export.click)
        dialog = next(one for one in bench.page.head.findChildren(QFileDialog) if one.isVisible())
        dialog.fileSelected.emit(str(target))
        dialog.close()
        await until(lambda: bench.made.around.said)
        assert bench.made.around.said[-1].words == f"{COUNT} attempts saved as spent.csv."

    tell(story)
    assert target.read_text(encoding="utf-8").count("\n") == COUNT + 1


def test_escape_leads_back_wherever_the_focus_is(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        page = bench.page
        places: tuple[QWidget, ...] = (page.table, page.spend.chart, page.filters.period, page.head.export)
        for widget in places:
            bench.model.open()
            left = QSignalSpy(bench.model.closed)
            widget.setFocus()
            QTest.keyClick(widget, Qt.Key.Key_Escape)
            assert left.count() == 1

    tell(story)


def test_an_empty_ledger_says_what_it_is_for(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        assert bench.page.empty.isVisible()
        assert not bench.page.table.isVisible()
        asked = QSignalSpy(bench.page.compose_requested)
        await by_hand(bench.page.empty.findChildren(QPushButton)[0].click)
        assert asked.count() == 1

    tell(story, count=0)


def test_where_no_attempt_fits_the_filters_the_way_out_is_offered(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        bench.model.choose_days(TODAY - timedelta(days=400), TODAY - timedelta(days=399))
        await bench.settled()
        assert bench.page.nothing.isVisible()
        await by_hand(bench.page.nothing.findChildren(QPushButton)[0].click)
        await bench.settled()
        assert bench.page.table.isVisible()

    tell(story)


def test_a_narrow_page_leaves_the_room_to_how_calls_ended(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        bench.page.resize(756, 652)
        table = bench.page.table
        await until(lambda: table.isColumnHidden(Column.PROJECT))
        assert table.columnWidth(Column.OUTCOME) > 100
        bench.page.resize(1096, 852)
        await until(lambda: not table.isColumnHidden(Column.PROJECT))

    tell(story)


def test_tab_goes_through_it_in_the_order_of_reading(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        page = bench.page
        page.activateWindow()
        page.head.back.setFocus()
        spend, filters = page.spend, page.filters
        expected: tuple[QWidget, ...] = (
            *(page.head.claim, page.head.export),
            *(filters.period, filters.project, filters.group, filters.resolution, filters.charge),
            *(spend.as_table, spend.chart),
            *[line for line in spend.projects.findChildren(QPushButton) if line.isVisible()],
            *[line for line in spend.groups.findChildren(QPushButton) if line.isVisible()],
            *[line for line in spend.sizes.findChildren(QPushButton) if line.isVisible()],
            *[button for button in page.settle.buttons.values() if button.isVisible()],
            page.table,
        )
        for widget in expected:
            QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
            assert page.focusWidget() is widget, widget.accessibleName()

    tell(story)

"""Settling on the ledger's page, by mouse and by keys: the line over the rows, and the menu of a row."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QMenu

from studio.domain.charge import Charge
from studio.ui.ledger.page import LedgerPage
from studio.viewmodels.ledger_words import Column
from studio.viewmodels.settle_offer import SettleStep
from tests.support.ledger import Ledger, ledger, write_ledger
from tests.support.many_attempts import GATEWAY
from tests.support.window import by_hand, run_in_window, surroundings, until

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from studio.ui.theme import Theme

COUNT = 400


class Bench:
    """A page over a ledger that is open, at the gateway that its calls went to."""

    def __init__(self, qtbot: QtBot, theme: Theme, made: Ledger) -> None:
        self.made = made
        self.model = made.model
        self.page = LedgerPage(theme, made.model, made.settling)
        qtbot.addWidget(self.page)
        self.page.resize(1096, 852)
        self.page.show()
        self.bar = self.page.settle
        self.table = self.page.table

    async def open(self) -> None:
        self.model.open()
        await self.made.settled()
        await until(lambda: self.made.settling.state.gateway == GATEWAY)

    async def show_unknown(self) -> None:
        """As the button does it, and wait until all rows were read."""
        await by_hand(self.bar.buttons[SettleStep.SHOW].click)
        await self.made.settled()
        await until(lambda: self.model.rows.rowCount() < COUNT)
        self.page.repaint()
        await until(lambda: all(self.model.rows.row(at) for at in range(self.model.rows.rowCount())))

    async def click(self, at: int, column: Column, held: Qt.KeyboardModifier) -> None:
        place = self.table.visualRect(self.model.rows.index(at, column)).center()
        viewport = self.table.viewport()
        await by_hand(lambda: QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, held, place))

    async def select(self, *rows: int) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for at in rows:
            await self.click(at, Column.OUTCOME, held)
            held = Qt.KeyboardModifier.ControlModifier
        await until(lambda: len(self.made.settling.state.chosen) == len(rows))

    def steps(self) -> set[SettleStep]:
        return {step for step, button in self.bar.buttons.items() if button.isVisible()}

    def says(self, words: str) -> bool:
        return any(words in said for said in (label.text() for label in self._labels()))

    def _labels(self) -> list[Any]:
        from PySide6.QtWidgets import QLabel

        return [label for label in self.bar.findChildren(QLabel) if label.isVisible()]

    def charge(self, at: int) -> Charge | None:
        row = self.model.rows.row(at)
        return row.entry.attempt.charge if row else None

    async def menu(self, *, by_key: bool = True) -> QMenu:
        """The menu of the current row."""
        reason = QContextMenuEvent.Reason.Keyboard if by_key else QContextMenuEvent.Reason.Mouse
        place = self.table.visualRect(self.table.currentIndex()).center()
        event = QContextMenuEvent(reason, place, self.table.viewport().mapToGlobal(place))
        await by_hand(lambda: QApplication.sendEvent(self.table.viewport(), event))
        return next(menu for menu in self.table.findChildren(QMenu) if menu.isVisible())


Story = Callable[[Bench], Coroutine[Any, Any, None]]
Tell = Callable[..., None]


@pytest.fixture
def tell(qapp: QApplication, qtbot: QtBot, theme: Theme, tmp_path: Path) -> Tell:
    def run(story: Story) -> None:
        around = surroundings(tmp_path)
        write_ledger(around.folder, COUNT)
        made = ledger(around)

        async def with_engine() -> None:
            async with around.engine():
                bench = Bench(qtbot, theme, made)
                await bench.open()
                await story(bench)

        run_in_window(qapp, with_engine())

    return run


def test_the_line_says_how_much_and_leads_to_the_rows(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        found = bench.model.state.in_question
        assert found is not None
        assert found.calls > 3
        assert bench.says(f"{found.calls} calls, {found.price}, may have been charged")
        assert bench.steps() == {SettleStep.ASK_LOG, SettleStep.SHOW}
        await bench.show_unknown()
        assert bench.model.rows.rowCount() == found.calls
        assert bench.page.focusWidget() is bench.table
        # The first of them is selected: the keys go on from there.
        await until(lambda: bench.says("1 call selected"))
        assert bench.steps() == {SettleStep.CHARGED, SettleStep.NOT_CHARGED, SettleStep.ASK_LOG}

    tell(story)


def test_several_rows_are_settled_with_a_press(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        await bench.show_unknown()
        before = bench.model.rows.rowCount()
        await bench.select(0, 2)
        assert bench.says("2 calls selected")
        await by_hand(bench.bar.buttons[SettleStep.CHARGED].click)
        await until(lambda: bench.made.around.said)
        # They leave what is shown, and nothing is selected any more.
        await until(lambda: bench.model.rows.rowCount() == before - 2)
        await until(lambda: not bench.made.settling.state.chosen)
        await until(lambda: bench.says(f"{before - 2} calls"))

    tell(story)


def test_all_of_it_by_keys(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        await bench.show_unknown()
        QTest.keyClick(bench.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        await until(lambda: bench.says("2 calls selected"))
        bench.page.activateWindow()
        await by_hand(lambda: QTest.keyClick(bench.table, Qt.Key.Key_Backtab))
        while bench.page.focusWidget() is not bench.bar.buttons[SettleStep.NOT_CHARGED]:
            focused = bench.page.focusWidget()
            assert bench.bar.isAncestorOf(focused)
            QTest.keyClick(focused, Qt.Key.Key_Backtab)
        button: QWidget = bench.page.focusWidget()
        await by_hand(lambda: QTest.keyClick(button, Qt.Key.Key_Return))
        await until(lambda: bench.made.around.said)
        assert bench.made.around.said[0].words == "2 calls settled: not charged."

    tell(story)


def test_the_menu_settles_and_takes_back(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        rows = bench.model.rows
        at = await _first_unknown(bench)
        await bench.select(at)
        menu = await bench.menu()
        words = [action.text() for action in menu.actions() if action.text()]
        assert words[-3:] == ["It was charged", "It wasn't charged", "Ask the gateway's log"]
        next(one for one in menu.actions() if one.text() == "It wasn't charged").trigger()
        menu.close()
        await until(lambda: bench.charge(at) is Charge.NOT_CHARGED)
        assert rows.data(rows.index(at, Column.CHARGE)) == "Not charged · by hand"
        tip = rows.data(rows.index(at, Column.CHARGE), Qt.ItemDataRole.ToolTipRole)
        assert str(tip).startswith("Not charged · settled by hand on ")
        await until(lambda: bench.made.settling.state.changes(Charge.UNKNOWN))
        menu = await bench.menu()
        words = [action.text() for action in menu.actions() if action.text()]
        assert words[-2:] == ["It was charged", "Unknown again"]
        menu.actions()[-1].trigger()
        menu.close()
        await until(lambda: bench.charge(at) is Charge.UNKNOWN)

    tell(story)


async def _first_unknown(bench: Bench) -> int:
    rows = bench.model.rows
    for at in range(rows.rowCount()):
        rows.data(rows.index(at, 0))
        await until(lambda at=at: rows.row(at))
        if bench.charge(at) is Charge.UNKNOWN:
            bench.table.scrollTo(rows.index(at, 0))
            return at
    raise AssertionError("none is unknown")


def test_enter_on_a_row_that_brought_nothing_says_what_can_be_done(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        at = await _first_unknown(bench)
        await bench.select(at)
        bench.table.setFocus()
        await by_hand(lambda: QTest.keyClick(bench.table, Qt.Key.Key_Return))
        menu = next(menu for menu in bench.table.findChildren(QMenu) if menu.isVisible())
        await by_hand(lambda: QTest.keyClick(menu, Qt.Key.Key_Down))
        while menu.activeAction().text() != "It was charged":
            await by_hand(lambda: QTest.keyClick(menu, Qt.Key.Key_Down))
        await by_hand(lambda: QTest.keyClick(menu, Qt.Key.Key_Return))
        await until(lambda: bench.charge(at) is Charge.CHARGED)

    tell(story)


def test_selecting_several_rows_leads_nowhere(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        bench.page.repaint()
        await until(lambda: bench.model.rows.row(3))
        asked = QSignalSpy(bench.model.view_requested)
        QGuiApplication.clipboard().setText("untouched")
        for at in (0, 1, 2):
            await bench.click(at, Column.OUTCOME, Qt.KeyboardModifier.ControlModifier)
        await bench.click(3, Column.REQUEST_ID, Qt.KeyboardModifier.ShiftModifier)
        assert asked.count() == 0
        assert QGuiApplication.clipboard().text() == "untouched"
        # What was saved can't be settled: nothing is offered for it.
        assert bench.made.settling.state.chosen == ()

    tell(story)


def test_without_a_log_the_next_steps_are_by_hand_and_a_claim(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        # Nobody listens there: so it can't be reached, which says nothing of later.
        await by_hand(bench.bar.buttons[SettleStep.ASK_LOG].click)
        assert not bench.bar.buttons[SettleStep.ASK_LOG].isEnabled()
        await until(lambda: bench.made.around.said)
        assert "no key" in bench.made.around.said[0].words
        assert bench.bar.buttons[SettleStep.ASK_LOG].isEnabled()

    tell(story)


def test_a_narrow_page_keeps_the_buttons_whole(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        bench.page.resize(740, 652)
        await bench.show_unknown()
        await bench.select(0, 1, 2)
        for step in bench.steps():
            button = bench.bar.buttons[step]
            assert button.width() >= button.sizeHint().width()
            assert button.geometry().right() <= bench.bar.width()
        assert bench.bar.mapTo(bench.page, QPoint(bench.bar.width(), 0)).x() <= bench.page.width()

    tell(story)

"""The frame of the window: its pages and notices, and how it is left with jobs under way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from studio.domain.charge import Charge
from studio.domain.job import JobState
from studio.engine.events import JobChanged
from studio.ui.kit import Notice as NoticeBar
from studio.ui.leaving import LeaveFlow
from studio.ui.leaving_dialog import LeavingDialog
from studio.ui.main_window import MainWindow, Page
from studio.ui.theme import Theme
from studio.viewmodels.notices import Action, Kind, Notice
from tests.support.finding import finding, top_bar
from tests.support.gallery import Shelf, waiting_job
from tests.support.window import run_in_window, until


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, shown: Shelf) -> MainWindow:
    made = MainWindow(theme, composer=QWidget())
    made.take_top_bar(top_bar(theme, finding(shown)))
    made.take_gallery(QWidget())
    made.take_notices()
    made.take_details(QWidget())
    qtbot.addWidget(made, before_close_func=lambda _: made.allow_close())
    shown.around.notices.posted.connect(made.show_notice)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def leave(theme: Theme, window: MainWindow, shown: Shelf) -> LeaveFlow:
    around = shown.around
    return LeaveFlow(theme, window=window, leaving=shown.leaving, tasks=around.tasks, notices=around.notices)


def run(shown: Shelf, number: int, state: JobState = JobState.WAITING) -> None:
    charge = Charge.RESERVED if state is JobState.WAITING else Charge.CHARGED
    shown.around.bridge.happened.emit(JobChanged(waiting_job(number, state, charge=charge)))


def press(widget: QWidget, label: str) -> None:
    (button,) = [one for one in widget.findChildren(QPushButton) if one.text() == label]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_window_without_jobs_closes_at_once(window: MainWindow, leave: LeaveFlow) -> None:
    left = QSignalSpy(leave.left)
    window.close()
    assert left.count() == 1
    assert not window.isVisible()


def asked(window: MainWindow) -> LeavingDialog | None:
    return next((one for one in window.findChildren(LeavingDialog) if one.isVisible()), None)


async def opened(window: MainWindow) -> LeavingDialog:
    """Close the window, impatiently."""
    window.close()
    window.close()
    await until(lambda: asked(window))
    dialog = asked(window)
    assert dialog is not None
    assert len(window.findChildren(LeavingDialog)) == 1
    return dialog


def test_leaving_with_jobs_under_way_says_the_price_first(
    qapp: QApplication, window: MainWindow, leave: LeaveFlow, shown: Shelf
) -> None:
    left = QSignalSpy(leave.left)

    async def story() -> None:
        async with shown.around.engine():
            for number in range(3):
                run(shown, number)
            dialog = await opened(window)
            assert dialog.accessibleDescription() == (
                "3 jobs are under way, ¥0.75. "
                "If you leave now, their outcome is unknown and they may be charged."
            )
            press(dialog, "Cancel")
            await until(lambda: not leave.asks)
            assert (left.count(), window.isVisible()) == (0, True)
            press(await opened(window), "Leave now")
            await until(lambda: left.count() == 1)
            assert not window.isVisible()

    run_in_window(qapp, story())


def test_waiting_closes_with_the_last_job_unless_one_stays(
    qapp: QApplication, window: MainWindow, leave: LeaveFlow, shown: Shelf
) -> None:
    left = QSignalSpy(leave.left)

    async def story() -> None:
        async with shown.around.engine():
            run(shown, 1)
            press(await opened(window), "Wait, then close")
            await until(lambda: not leave.asks)
            press(window, "Stay open")
            run(shown, 1, JobState.SAVED)
            assert left.count() == 0
            run(shown, 2)
            press(await opened(window), "Wait, then close")
            await until(lambda: not leave.asks)
            run(shown, 2, JobState.SAVED)
            assert (left.count(), window.isVisible()) == (1, False)

    run_in_window(qapp, story())


# Where there is no tray, Qt looks for one in vain and says so.
@pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)
def test_going_on_in_the_background_hides_the_window_and_comes_back(
    qapp: QApplication, theme: Theme, window: MainWindow, shown: Shelf
) -> None:
    around = shown.around
    leave = LeaveFlow(
        theme,
        window=window,
        leaving=shown.leaving,
        tasks=around.tasks,
        notices=around.notices,
        has_tray=lambda: True,
    )
    left = QSignalSpy(leave.left)

    async def story() -> None:
        async with around.engine():
            run(shown, 1)
            run(shown, 2)
            press(await opened(window), "Go on in the background")
            await until(lambda: not leave.asks)
            assert leave.tray is not None
            show, line, leave_now = [one for one in leave.tray.menu.actions() if one.text()]
            assert (window.isVisible(), line.text()) == (False, "2 running")
            run(shown, 1, JobState.SAVED)
            assert line.text() == "1 running"
            leave_now.trigger()
            await until(lambda: asked(window))
            assert window.isVisible()
            press(window, "Go on in the background")
            await until(lambda: not leave.asks)
            run(shown, 2, JobState.SAVED)
            assert (line.text(), left.count()) == ("All jobs are done", 0)
            show.trigger()
            assert window.isVisible()
            leave_now.trigger()
            assert (window.isVisible(), left.count()) == (False, 1)

    run_in_window(qapp, story())


def test_the_question_goes_when_all_is_done_meanwhile(
    qapp: QApplication, window: MainWindow, leave: LeaveFlow, shown: Shelf
) -> None:
    left = QSignalSpy(leave.left)

    async def story() -> None:
        async with shown.around.engine():
            run(shown, 1)
            await opened(window)
            run(shown, 1, JobState.SAVED)
            await until(lambda: left.count() == 1)

    run_in_window(qapp, story())


def test_what_lasts_stays_until_it_is_closed_or_answered(window: MainWindow, shown: Shelf) -> None:
    done: list[str] = []
    undo = Action("Undo", lambda: done.append("undone"))
    shown.around.notices.post(Notice("Something happened.", Kind.WARNING, actions=(undo,), lasts=True))
    shown.around.notices.post(Notice("Something happened.", Kind.WARNING, actions=(undo,), lasts=True))
    bars = [one for one in window.findChildren(NoticeBar) if one.isVisible()]
    assert [bar.words for bar in bars] == ["Something happened."]
    press(bars[0], "Undo")
    assert done == ["undone"]
    assert not bars[0].isVisible()


def test_keys_pressed_before_there_is_anything_to_do_them_are_remembered(window: MainWindow) -> None:
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.end_early_keys() == "Ctrl+F"
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.end_early_keys() == "Ctrl+F"


def test_pages_change_and_a_narrow_window_gives_the_gallery_room(window: MainWindow, theme: Theme) -> None:
    page = QWidget()
    window.add_page(Page.FIRST_RUN, page)
    window.show_page(Page.FIRST_RUN)
    assert page.isVisible()
    window.resize(1100, 700)
    assert window.width() == 1100

"""Dialogs are awaited: other tasks run on, and every way out ends the wait."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from qasync import QEventLoop
from shiboken6 import isValid

from studio.ui.kit import Dialog, Question
from studio.ui.theme import Theme
from tests.ui.kit import speech

CHOICES = (("wait", "Wait"), ("leave", "Leave"))


@pytest.fixture
def loop(qapp: QApplication) -> Iterator[asyncio.AbstractEventLoop]:
    loop: asyncio.AbstractEventLoop = QEventLoop(qapp, already_running=False)
    yield loop
    loop.close()


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    return window


def question(theme: Theme, window: QWidget) -> Question:
    return Question(theme, "Leave?", "3 pictures are in flight.", CHOICES, default="wait", parent=window)


async def opened(dialog: Dialog[Any]) -> None:
    """One turn of the loop: `ask` opens it before it waits."""
    await asyncio.sleep(0)
    assert dialog.isVisible()


def run(loop: asyncio.AbstractEventLoop, work: Coroutine[Any, Any, str | None]) -> str | None:
    return loop.run_until_complete(asyncio.wait_for(work, 10))


def test_a_button_answers(
    loop: asyncio.AbstractEventLoop, qtbot: QtBot, theme: Theme, window: QWidget
) -> None:
    async def story() -> str | None:
        dialog = question(theme, window)
        assert speech.name(dialog) == "Leave?"
        asking = asyncio.create_task(dialog.ask())
        await opened(dialog)
        assert dialog.isModal()
        leave = next(button for button in dialog.findChildren(QWidget) if button.property("text") == "Leave")
        QTest.mouseClick(leave, Qt.MouseButton.LeftButton)
        return await asking

    assert run(loop, story()) == "leave"


def test_escape_answers_nothing(
    loop: asyncio.AbstractEventLoop, qtbot: QtBot, theme: Theme, window: QWidget
) -> None:
    async def story() -> str | None:
        dialog = question(theme, window)
        asking = asyncio.create_task(dialog.ask())
        await opened(dialog)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        return await asking

    assert run(loop, story()) is None


def test_other_tasks_run_while_it_is_open(
    loop: asyncio.AbstractEventLoop, theme: Theme, window: QWidget
) -> None:
    async def story() -> str | None:
        dialog = question(theme, window)
        asking = asyncio.create_task(dialog.ask())
        await opened(dialog)
        second = question(theme, window)
        asking_too = asyncio.create_task(second.ask())
        await opened(second)
        second.answer("wait")
        assert await asking_too == "wait"
        dialog.answer("leave")
        return await asking

    assert run(loop, story()) == "leave"


def test_a_cancelled_wait_closes_it(loop: asyncio.AbstractEventLoop, theme: Theme, window: QWidget) -> None:
    async def story() -> str | None:
        dialog = question(theme, window)
        asking = asyncio.create_task(dialog.ask())
        await opened(dialog)
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking
        await asyncio.sleep(0)
        assert not isValid(dialog)
        return None

    run(loop, story())


def test_it_ends_with_its_window(loop: asyncio.AbstractEventLoop, theme: Theme, window: QWidget) -> None:
    async def story() -> str | None:
        other = QWidget()
        other.show()
        dialog = question(theme, other)
        asking = asyncio.create_task(dialog.ask())
        await opened(dialog)
        other.deleteLater()
        return await asking

    assert run(loop, story()) is None


def test_enter_in_a_field_presses_the_default(
    loop: asyncio.AbstractEventLoop, qtbot: QtBot, theme: Theme, window: QWidget
) -> None:
    async def story() -> str | None:
        dialog: Dialog[str] = Dialog(theme, title="Name", parent=window)
        field = QLineEdit()
        dialog.body.addWidget(field)
        dialog.add_cancel("Cancel")
        dialog.add_action("Save", lambda: dialog.answer(field.text()), default=True)
        asking = asyncio.create_task(dialog.ask())
        await opened(dialog)
        QTest.keyClicks(field, "spring")
        QTest.keyClick(field, Qt.Key.Key_Return)
        return await asking

    assert run(loop, story()) == "spring"


def test_a_problem_is_said_in_place(theme: Theme, window: QWidget) -> None:
    dialog: Dialog[str] = Dialog(theme, title="Name", parent=window)
    dialog.set_problem("The folder can't be written.")
    assert not dialog.findChildren(QWidget)[0].isVisible()
    dialog.open()
    words = [child for child in dialog.findChildren(QWidget) if child.property("role") == "bad"]
    assert [word.isVisible() for word in words] == [True]
    dialog.set_problem("")
    assert [word.isVisible() for word in words] == [False]
    dialog.close()


def test_it_is_shown_over_the_middle_of_its_window_from_the_first(
    loop: asyncio.AbstractEventLoop, theme: Theme, window: QWidget
) -> None:
    window.move(120, 90)
    dialog = question(theme, window)
    places: list[QPoint] = []
    watch = Watch(lambda: places.append(dialog.geometry().center()))
    dialog.installEventFilter(watch)

    async def story() -> None:
        asking = asyncio.ensure_future(dialog.ask())
        await opened(dialog)
        dialog.answer("wait")
        await asking

    run(loop, story())
    (first,) = places
    assert (first - window.geometry().center()).manhattanLength() <= 2


class Watch(QObject):
    """Calls `shown` whenever what it watches is shown."""

    def __init__(self, shown: Callable[[], None]) -> None:
        super().__init__()
        self._shown = shown

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show:
            self._shown()
        return super().eventFilter(watched, event)

"""Stories that are played in the whole program, by keys."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from studio.app.front import WindowWishes
from studio.app.program import Program
from studio.settings import Folders
from tests.support.window import by_hand, run_in_window, until

Story = Callable[[Program], Coroutine[Any, Any, None]]
Play = Callable[[Story], None]

NONE = Qt.KeyboardModifier.NoModifier


def player(application: QApplication, folders: Folders, *, is_ready: Callable[[Program], bool]) -> Play:
    """Plays a story as soon as the program over these folders is ready for it, and leaves the program."""

    def play(story: Story) -> None:
        program = Program(application, wishes=WindowWishes(), folders=folders)
        program.show()
        program.complete()

        async def live() -> None:
            living = asyncio.ensure_future(program.live())
            try:
                await until(lambda: is_ready(program))
                program.window.activateWindow()
                await story(program)
            finally:
                program.leave.leave()
                await living

        run_in_window(application, live())

    return play


async def press(where: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    await by_hand(lambda: QTest.keyClick(where, key, modifier))

"""The loop that tests of the window run on."""

import asyncio

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.window import run_in_window


def test_a_story_that_handles_events_holds_nobody_up(qapp: QApplication) -> None:
    async def story() -> None:
        steps: list[int] = []

        async def walk() -> None:
            for step in range(3):
                await asyncio.sleep(0)
                steps.append(step)

        other = asyncio.ensure_future(walk())
        await asyncio.sleep(0)
        QTest.qWait(20)
        await other
        assert steps == [0, 1, 2]

    run_in_window(qapp, story())

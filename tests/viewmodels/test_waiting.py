"""A disk that answers late is waited for in words; one that answers at once is not."""

import asyncio

import pytest
from PySide6.QtTest import QSignalSpy

from studio.viewmodels.waiting import WaitingViewModel


async def test_only_what_takes_long_is_said() -> None:
    waiting = WaitingViewModel(seconds_before_saying=0.01)
    heard = QSignalSpy(waiting.changed)
    assert await waiting.during("Waiting for the disk…", asyncio.sleep(0, 7)) == 7
    assert heard.count() == 0
    done = asyncio.Event()
    late = asyncio.create_task(waiting.during("Waiting for the disk…", done.wait()))
    second = asyncio.create_task(waiting.during("Printing…", done.wait()))
    async with asyncio.timeout(5):
        while heard.count() < 2:  # noqa: ASYNC110 - said by a timer
            await asyncio.sleep(0.002)
    assert waiting.words == "Waiting for the disk…"
    done.set()
    await late
    await second
    assert waiting.words == ""


async def test_what_fails_or_is_given_up_is_not_waited_for_any_more() -> None:
    waiting = WaitingViewModel(seconds_before_saying=0)

    async def fail() -> None:
        await asyncio.sleep(0.01)
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011 - any
        await waiting.during("Waiting…", fail())
    assert waiting.words == ""

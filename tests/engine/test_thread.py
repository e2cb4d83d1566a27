"""The engine in its own thread: opened, asked, closed and joined from another."""

from __future__ import annotations

import asyncio
import gc
import threading
from concurrent.futures import CancelledError
from typing import TYPE_CHECKING

import pytest

from studio.domain.errors import LibraryForeign, LibraryInUse
from studio.domain.job import JobState
from studio.domain.recipe import DEMO_GATEWAY
from studio.engine.events import Event, JobChanged, Recovered
from studio.engine.thread import EngineThread
from studio.keychain import Keychain
from tests.engine.workshop import Workshop, wish

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from studio.domain.job import Job
    from studio.engine.studio import Studio

SECONDS = 20


@pytest.fixture(autouse=True)
def nothing_is_left() -> Iterator[None]:
    """No thread, and no warning of a loop or task that was forgotten."""
    before = set(threading.enumerate())
    yield
    gc.collect()
    left = [thread for thread in threading.enumerate() if thread not in before]
    for thread in left:
        thread.join(5)
    assert [thread.name for thread in left if thread.is_alive()] == []


def engine_in(folder: Path) -> EngineThread:
    return EngineThread(Workshop(folder, DEMO_GATEWAY, keychain=Keychain()).studio)


async def place(studio: Studio) -> tuple[Job, ...]:
    return await studio.place(wish(count=2))


async def wait_idle(studio: Studio) -> None:
    await studio.wait_idle()


def test_it_is_asked_from_another_thread_even_before_it_is_open(tmp_path: Path) -> None:
    engine = engine_in(tmp_path)
    opening = engine.start()
    placing = engine.call(place)
    opening.result(SECONDS)
    jobs = placing.result(SECONDS)
    engine.call(wait_idle).result(SECONDS)

    async def look(studio: Studio) -> set[JobState]:
        return {(await studio.library.job(job.id)).state for job in jobs}

    assert engine.call(look).result(SECONDS) == {JobState.SAVED}
    engine.close().result(SECONDS)
    engine.join()


def test_events_are_told_on_its_thread_in_order(tmp_path: Path) -> None:
    engine, heard, threads = engine_in(tmp_path), list[Event](), set[str]()

    def listen(event: Event) -> None:
        heard.append(event)
        threads.add(threading.current_thread().name)

    async def subscribe(studio: Studio) -> None:
        studio.subscribe(listen)
        await studio.place(wish())
        await studio.wait_idle()

    engine.start().result(SECONDS)
    engine.call(subscribe).result(SECONDS)
    engine.close().result(SECONDS)
    engine.join()
    assert isinstance(heard[0], Recovered)
    assert threads == {"engine"}
    states = [event.job.state for event in heard if isinstance(event, JobChanged)]
    assert (states[0], states[-1]) == (JobState.QUEUED, JobState.SAVED)


def test_a_library_that_can_not_be_opened_arrives_as_its_error(tmp_path: Path) -> None:
    hidden = tmp_path / ".proofroom"
    hidden.mkdir()
    (hidden / "library.sqlite").write_bytes(b"a letter to my aunt, no database at all" * 99)
    engine = engine_in(tmp_path)
    with pytest.raises(LibraryForeign):
        engine.start().result(SECONDS)
    with pytest.raises(RuntimeError):
        engine.call(wait_idle).result(SECONDS)
    engine.join()
    engine.join()


def test_a_library_in_use_arrives_as_its_error(tmp_path: Path) -> None:
    first, second = engine_in(tmp_path), engine_in(tmp_path)
    first.start().result(SECONDS)
    with pytest.raises(LibraryInUse):
        second.start().result(SECONDS)
    first.close().result(SECONDS)
    first.join()
    second.join()
    third = engine_in(tmp_path)
    third.start().result(SECONDS)
    third.close().result(SECONDS)
    third.join()


def test_closing_while_it_opens_waits_for_that(tmp_path: Path) -> None:
    engine = engine_in(tmp_path)
    engine.start()
    engine.close().result(SECONDS)
    with pytest.raises(RuntimeError):
        engine.call(wait_idle).result(SECONDS)
    engine.join()
    with pytest.raises(RuntimeError):
        engine.call(wait_idle)


def test_what_is_still_asked_at_the_end_is_cancelled(tmp_path: Path) -> None:
    async def never(_: Studio) -> None:
        await asyncio.Event().wait()

    engine = engine_in(tmp_path)
    engine.start().result(SECONDS)
    waiting = engine.call(never)
    engine.close().result(SECONDS)
    engine.join()
    with pytest.raises(CancelledError):
        waiting.result(SECONDS)


def test_what_the_asker_no_longer_wants_is_cancelled(tmp_path: Path) -> None:
    ended = threading.Event()

    async def never(_: Studio) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    engine = engine_in(tmp_path)
    engine.start().result(SECONDS)
    waiting = engine.call(never)
    engine.call(wait_idle).result(SECONDS)
    waiting.cancel()
    assert ended.wait(SECONDS)
    engine.close().result(SECONDS)
    engine.join()


def test_before_it_is_started_there_is_nothing_to_ask(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        engine_in(tmp_path).call(wait_idle)

"""The program is killed at every moment of a call: what the next start shows, and that it sends nothing."""

from __future__ import annotations

import asyncio
import signal
import sys
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from studio.domain.charge import Charge, Outcome
from studio.domain.errors import LibraryInUse, UnknownJob
from studio.domain.job import JobState
from studio.domain.words import describe_job
from studio.engine.events import Event, Recovered
from studio.library.library import Library
from tests.engine.workshop import GOOD, GOOD_BODY, NOTHING, PICTURE, PRICE, Workshop, at_work, until, wish
from tests.support.scripted_gateway import (
    Answer,
    ScriptedGateway,
    halting_answer,
    json_answer,
    silent_answer,
)

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from studio.domain.job import Job
    from studio.engine.studio import Studio
    from studio.library.recovery import Recovery

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")


async def dies(folder: Path, address: str, *, word: str = "", when: str = "") -> None:
    """Run the program until it prints `when`, and kill it; without one it does so itself."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.engine.dying_program", str(folder), address, word),
        stdout=asyncio.subprocess.PIPE,
        cwd=ROOT,
    )
    output = process.stdout
    assert output is not None
    async with asyncio.timeout(30):
        if when:
            while (line := (await output.readline()).decode().strip()) != when:
                assert line, f"it ended before it said {when}"
            process.kill()
        await output.read()
        assert await process.wait() == -signal.SIGKILL


@asynccontextmanager
async def next_start(folder: Path, gateway: ScriptedGateway) -> AsyncGenerator[tuple[Studio, Job, Recovery]]:
    """Open the same library; the first job of what the dead program placed, and what was recovered."""
    heard: list[Event] = []
    async with Workshop(folder, gateway.address).open() as studio:
        studio.subscribe(heard.append)
        assert isinstance(heard[0], Recovered)
        calls = len(gateway.received)
        await asyncio.sleep(0.05)
        assert studio.in_hand == ()
        assert len(gateway.received) == calls, "a start sends nothing by itself"
        jobs = await studio.library.jobs(ended=True)
        yield studio, jobs[0], heard[0].recovery


async def silent(*_: object) -> None:
    await asyncio.Event().wait()


HALF = halting_answer(GOOD_BODY, after=len(GOOD_BODY) // 2, until=asyncio.Event())


@pytest.mark.parametrize(("when", "answer"), [("1 waiting", silent), ("1 receiving", HALF)])
async def test_killed_after_sending_the_outcome_is_unknown_and_nothing_is_sent_again(
    tmp_path: Path, when: str, answer: Answer
) -> None:
    async with ScriptedGateway(answer) as gateway:
        await dies(tmp_path, gateway.address, when=when)
        async with next_start(tmp_path, gateway) as (studio, job, recovery):
            assert recovery.unknown == (job.id,)
            (attempt,) = job.attempts
            assert (job.state, attempt.outcome) == (JobState.UNKNOWN, Outcome.LEFT_IN_FLIGHT)
            assert attempt.charge is Charge.UNKNOWN
            assert (await studio.spent_today()).unknown == PRICE
            words = describe_job(job)
            assert words is not None
            assert words.cost == "It may have been charged ¥0.25."
            await studio.run([job.id])
            assert studio.in_hand == (), "it can't be run, only ordered again"
        assert len(gateway.received) == 1


async def test_killed_while_the_body_is_on_its_way_out_the_outcome_is_unknown(tmp_path: Path) -> None:
    async with ScriptedGateway(silent, reads_bodies="no") as gateway:
        await dies(tmp_path, gateway.address, word="large", when="1 sending")
        async with next_start(tmp_path, gateway) as (_, job, recovery):
            assert recovery.unknown == (job.id,)
            assert (job.state, job.attempts[0].charge) == (JobState.UNKNOWN, Charge.UNKNOWN)
        assert len(gateway.received) <= 1


@pytest.mark.parametrize("checkpoint", ["received", "durable", "claimed", "picture placed", "recorded"])
async def test_killed_after_the_last_byte_the_next_start_finishes_it(tmp_path: Path, checkpoint: str) -> None:
    async with ScriptedGateway(GOOD) as gateway:
        await dies(tmp_path, gateway.address, word=checkpoint)
        async with next_start(tmp_path, gateway) as (studio, job, _):
            assert (job.state, job.attempts[0].charge) == (JobState.SAVED, Charge.CHARGED)
            (version,) = await studio.library.versions(limit=10)
            assert studio.library.path(version).read_bytes() == PICTURE
            assert (await studio.spent_today()).total == PRICE
            assert await studio.library.verify() == ()
        assert len(gateway.received) == 1


async def test_what_was_queued_asks_and_is_sent_only_on_the_persons_word(tmp_path: Path) -> None:
    async with ScriptedGateway(silent, GOOD) as gateway:
        await dies(tmp_path, gateway.address, word="counted", when="1 waiting")
        async with next_start(tmp_path, gateway) as (studio, sent, recovery):
            (queued,) = [job for job in await studio.library.jobs() if job.id != sent.id]
            assert (recovery.asking, recovery.unknown) == ((queued.id,), (sent.id,))
            assert (queued.state, queued.asks) == (JobState.QUEUED, True)
            spent = await studio.spent_today()
            assert (spent.unknown, spent.reserved) == (PRICE, PRICE)

            await studio.run([queued.id])
            await studio.run([queued.id])
            await studio.wait_idle()
            assert (await studio.library.job(queued.id)).state is JobState.SAVED
        assert len(gateway.received) == 2


async def test_what_waited_to_be_sent_again_asks_too(tmp_path: Path) -> None:
    busy = json_answer({"error": {"message": "busy"}}, status=503, headers={"Retry-After": "30"})
    async with ScriptedGateway(busy) as gateway:
        await dies(tmp_path, gateway.address, when="1 queued again")
        async with next_start(tmp_path, gateway) as (studio, job, recovery):
            assert recovery.asking == (job.id,)
            assert (job.state, job.attempts[0].charge) == (JobState.QUEUED, Charge.NOT_CHARGED)
            assert (await studio.spent_today()).total == PRICE, "reserved"
        assert len(gateway.received) == 1


async def test_leaving_and_discarding_what_was_queued_costs_nothing(tmp_path: Path) -> None:
    go = asyncio.Event()
    async with ScriptedGateway(silent_answer(go, GOOD)) as gateway:
        workshop = Workshop(tmp_path, gateway.address, parallel=1)
        async with workshop.open() as studio:
            await studio.place(wish(count=3))
            await until(lambda: len(gateway.received) == 1)
        async with Workshop(tmp_path, gateway.address).open() as studio:
            asking = [job for job in await studio.library.jobs() if job.asks]
            assert len(asking) == 2
            await studio.discard([job.id for job in asking])
            seen = [await studio.library.job(job.id) for job in asking]
            assert {job.state for job in seen} == {JobState.CANCELLED}
            spent = await studio.spent_today()
            assert (spent.reserved, spent.unknown) == (NOTHING, PRICE)
        assert len(gateway.received) == 1


async def test_running_what_there_never_was_releases_nothing(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, _, _):
        await studio.stop_sending()
        (queued,) = await studio.place(wish())
    async with at_work(tmp_path, GOOD) as (studio, gateway, _):
        with pytest.raises(UnknownJob):
            await studio.run([queued.id, "nothing"])
        assert (await studio.library.job(queued.id)).asks
        assert (studio.in_hand, gateway.received) == ((), [])


async def test_a_second_studio_on_the_same_folder_is_told_who_has_it(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, gateway, _):
        with pytest.raises(LibraryInUse) as refused:
            async with Workshop(tmp_path, gateway.address).open():
                pass
        assert "process" in refused.value.holder
        (job,) = await studio.place(wish())
        await studio.wait_idle()
        async with Library.reader(tmp_path) as reader:
            assert (await reader.job(job.id)).state is JobState.SAVED

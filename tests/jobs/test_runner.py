"""A job between queue and ledger: cancelled, stopped, left or met by a bug while its call is made ready."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from studio.domain.charge import Charge, Outcome
from studio.domain.errors import GatewayBusy, NoKey, UnknownVersion, UnreadableFile
from studio.domain.job import JobState
from studio.domain.words import describe_job
from tests.jobs.bench import Bench, ScriptedCaller, bench, brings_a_picture, until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from studio.domain.incoming import Incoming
    from studio.domain.reply import Reply
    from tests.conftest import ExpectedLog


async def test_cancelled_while_it_is_made_ready_it_is_not_sent(tmp_path: Path) -> None:
    async with bench(tmp_path) as shop:
        (job,) = await shop.place()
        await until(lambda: shop.caller.asked)
        assert (await shop.runner.cancel(job.id)).state is JobState.CANCELLED
        shop.caller.ready.set()
        await shop.runner.wait_idle()
        job = await shop.library.job(job.id)
        assert (job.state, job.attempts, shop.caller.made) == (JobState.CANCELLED, (), 0)


async def test_cancelled_when_its_attempt_is_written_but_not_sent_it_costs_nothing(tmp_path: Path) -> None:
    async with bench(tmp_path) as shop:
        (job,) = await shop.place()
        await until(lambda: shop.caller.asked)
        # The disk can't take the person's word, but it holds from now on.
        shop.disk.refuses.add("cancel")
        with pytest.raises(Exception, match=str(tmp_path)):
            await shop.runner.cancel(job.id)
        shop.caller.ready.set()
        await shop.runner.wait_idle()
        job = await shop.library.job(job.id)
        assert (job.state, shop.caller.made) == (JobState.CANCELLED, 0)
        assert [(attempt.outcome, attempt.charge) for attempt in job.attempts] == [
            (Outcome.CANCELLED_BEFORE_SENDING, Charge.NOT_CHARGED)
        ]


async def test_a_word_that_the_disk_had_no_room_for_is_written_when_the_call_comes_back(
    tmp_path: Path,
) -> None:
    busy = asyncio.Event()

    async def is_busy(_: Incoming, progress: Callable[[JobState], None]) -> Reply:
        progress(JobState.WAITING)
        await busy.wait()
        raise GatewayBusy("503", outcome=Outcome.BUSY, status=503)

    async with bench(tmp_path, _at_once(is_busy)) as shop:
        (job,) = await shop.place()
        await until(lambda: JobState.WAITING in shop.states(job))
        shop.disk.refuses.add("cancel")
        with pytest.raises(Exception, match=str(tmp_path)):
            await shop.runner.cancel(job.id)
        shop.disk.refuses.clear()
        busy.set()
        await shop.runner.wait_idle()
        job = await shop.library.job(job.id)
        assert (job.state, shop.caller.made) == (JobState.CANCELLED, 1)
        assert job.attempts[0].charge is Charge.NOT_CHARGED


async def test_stopped_while_it_is_made_ready_it_stays_in_the_queue(tmp_path: Path) -> None:
    async with bench(tmp_path) as shop:
        (job,) = await shop.place()
        await until(lambda: shop.caller.asked)
        stopping = asyncio.create_task(shop.runner.stop_sending())
        await asyncio.sleep(0)
        shop.caller.ready.set()
        await stopping
        job = await shop.library.job(job.id)
        assert (job.state, shop.caller.made) == (JobState.QUEUED, 0)
        assert [attempt.charge for attempt in job.attempts] == [Charge.NOT_CHARGED]


async def test_left_while_it_is_made_ready_it_stays_in_the_queue(tmp_path: Path) -> None:
    async with bench(tmp_path) as shop:
        (job,) = await shop.place()
        await until(lambda: shop.caller.asked)
        asyncio.get_running_loop().call_later(0.05, shop.caller.ready.set)
        await shop.runner.leave()
        assert (await shop.library.job(job.id)).state is JobState.QUEUED
        assert shop.caller.made == 0


async def test_leaving_twice_is_leaving_once(tmp_path: Path) -> None:
    async def holds(_: Incoming, progress: Callable[[JobState], None]) -> Reply:
        progress(JobState.WAITING)
        await asyncio.Event().wait()
        raise AssertionError

    async with bench(tmp_path, _at_once(holds)) as shop:
        (job,) = await shop.place()
        await until(lambda: JobState.WAITING in shop.states(job))
        await asyncio.gather(shop.runner.leave(), shop.runner.leave())
        job = await shop.library.job(job.id)
        assert (job.state, job.attempts[0].outcome) == (JobState.UNKNOWN, Outcome.LEFT_IN_FLIGHT)


@pytest.mark.parametrize(
    ("trouble", "says"),
    [
        (NoKey("官KEY"), "no key for the group 官KEY"),
        (UnknownVersion("parent"), "No version is called parent"),
        (UnreadableFile("mood.png"), "mood.png isn't there"),
    ],
)
async def test_what_can_not_be_made_ready_is_refused_in_words_and_costs_nothing(
    tmp_path: Path, trouble: Exception, says: str
) -> None:
    caller = ScriptedCaller(trouble=trouble)
    caller.ready.set()
    async with bench(tmp_path, caller) as shop:
        (job,) = await shop.place()
        await shop.runner.wait_idle()
        job = await shop.library.job(job.id)
        assert (job.state, job.attempts) == (JobState.REFUSED, ())
        words = describe_job(job)
        assert words is not None
        assert says in words.what
        assert words.cost == "Nothing was sent, so it cost nothing."


async def test_a_bug_before_sending_refuses_the_job(tmp_path: Path, expected_log: ExpectedLog) -> None:
    expected_log("a job met a bug")
    caller = ScriptedCaller(trouble=ZeroDivisionError())
    caller.ready.set()
    async with bench(tmp_path, caller) as shop:
        (job,) = await shop.place()
        await shop.runner.wait_idle()
        job = await shop.library.job(job.id)
        assert (job.state, job.attempts) == (JobState.REFUSED, ())
        assert job.error is not None
        assert job.error.code == "bug"


async def test_a_bug_in_a_call_is_an_unknown_outcome_and_is_not_repeated(
    tmp_path: Path, expected_log: ExpectedLog
) -> None:
    async def trips(_: Incoming, progress: Callable[[JobState], None]) -> Reply:
        progress(JobState.WAITING)
        raise ZeroDivisionError

    expected_log("a job met a bug")
    async with bench(tmp_path, _at_once(trips)) as shop:
        jobs = await shop.place(count=6)
        await shop.runner.wait_idle()
        seen = [await shop.library.job(job.id) for job in jobs]
        assert {job.state for job in seen} == {JobState.UNKNOWN}
        assert {attempt.charge for job in seen for attempt in job.attempts} == {Charge.UNKNOWN}
        assert shop.caller.made == 6, "and the others have had their turn"


async def test_a_job_is_taken_in_hand_once(tmp_path: Path) -> None:
    async with bench(tmp_path, _at_once(brings_a_picture)) as shop:
        (job,) = await shop.place()
        shop.runner.add([job, job])
        await shop.runner.wait_idle()
        assert shop.caller.made == 1


# A disk without room


async def test_states_in_between_may_be_missing_the_picture_may_not(tmp_path: Path) -> None:
    async with bench(tmp_path, _at_once(brings_a_picture)) as shop:
        shop.disk.refuses.add("advance")
        (job,) = await shop.place()
        await shop.runner.wait_idle()
        assert (await shop.library.job(job.id)).state is JobState.SAVED


async def test_a_picture_waits_for_room_and_is_told_of_once(tmp_path: Path) -> None:
    async with bench(tmp_path, _at_once(brings_a_picture)) as shop:
        shop.disk.refuses.add("keep")
        (job,) = await shop.place()
        for tries in (1, 2, 3):
            await until(lambda tries=tries: shop.disk.tried.count("keep") == tries)
            await asyncio.sleep(0)
            shop.runner.room_made()
        await until(lambda: shop.disk.tried.count("keep") == 4)
        shop.disk.refuses.clear()
        shop.runner.room_made()
        await shop.runner.wait_idle()
        assert (await shop.library.job(job.id)).state is JobState.SAVED
        assert [told.id for told, _ in shop.full] == [job.id]


async def test_the_end_of_a_call_that_cost_nothing_waits_for_room_too(tmp_path: Path) -> None:
    calls = 0

    async def busy_once(incoming: Incoming, progress: Callable[[JobState], None]) -> Reply:
        nonlocal calls
        calls += 1
        if calls == 1:
            raise GatewayBusy("503", outcome=Outcome.BUSY, status=503)
        return await brings_a_picture(incoming, progress)

    async with bench(tmp_path, _at_once(busy_once)) as shop:
        shop.disk.refuses.add("end_attempt")
        (job,) = await shop.place()
        await until(lambda: shop.full)
        await _make_room(shop)
        await shop.runner.wait_idle()
        job = await shop.library.job(job.id)
        charges = [attempt.charge for attempt in job.attempts]
        assert (job.state, charges) == (JobState.SAVED, [Charge.NOT_CHARGED, Charge.CHARGED])


async def test_without_room_for_an_attempt_nothing_is_sent(tmp_path: Path) -> None:
    async with bench(tmp_path, _at_once(brings_a_picture)) as shop:
        shop.disk.refuses |= {"begin_attempt", "refuse"}
        (job,) = await shop.place()
        await until(lambda: shop.full)
        await _make_room(shop)
        await shop.runner.wait_idle()
        job = await shop.library.job(job.id)
        assert (job.state, shop.caller.made) == (JobState.REFUSED, 0)
        words = describe_job(job)
        assert words is not None
        assert "no room left" in words.what
        assert "Nothing more is sent" in words.cost


@pytest.mark.parametrize("refused", ["keep", "end_attempt", "refuse"])
async def test_leaving_does_not_wait_for_room(tmp_path: Path, refused: str) -> None:
    async def is_busy(incoming: Incoming, progress: Callable[[JobState], None]) -> Reply:
        if refused == "keep":
            return await brings_a_picture(incoming, progress)
        raise GatewayBusy("503", outcome=Outcome.BUSY, status=503)

    async with bench(tmp_path, _at_once(is_busy)) as shop:
        shop.disk.refuses |= {refused} | ({"begin_attempt"} if refused == "refuse" else set())
        (job,) = await shop.place()
        await until(lambda: shop.full)
        await asyncio.wait_for(shop.runner.leave(), 5)
    # The next start finds what is known, and sends nothing by itself.
    async with bench(tmp_path) as shop:
        recovery = await shop.library.recover()
        found = await shop.library.job(job.id)
        match refused:
            case "keep":
                assert (recovery.finished, found.state) == ((job.id,), JobState.SAVED)
            case "end_attempt":
                assert (recovery.unknown, found.state) == ((job.id,), JobState.UNKNOWN)
            case _:
                assert (recovery.asking, found.state) == ((job.id,), JobState.QUEUED)
        assert shop.caller.made == 0


async def test_leaving_waits_for_room_when_no_disk_at_all_has_the_picture(tmp_path: Path) -> None:
    async with bench(tmp_path, _at_once(brings_a_picture)) as shop:
        shop.disk.refuses |= {"keep", "temporary files"}
        (job,) = await shop.place()
        await until(lambda: shop.full)
        leaving = asyncio.create_task(shop.runner.leave())
        await until(lambda: shop.disk.tried.count("keep") >= 2)
        await asyncio.sleep(0.05)
        assert not leaving.done()
        await _make_room(shop)
        await leaving
        assert (await shop.library.job(job.id)).state is JobState.SAVED


async def _make_room(shop: Bench) -> None:
    shop.disk.refuses.clear()
    await asyncio.sleep(0)
    shop.runner.room_made()


def _at_once(making: Callable[..., object]) -> ScriptedCaller:
    caller = ScriptedCaller(making=making)  # type: ignore[arg-type]  # each is as a call is made
    caller.ready.set()
    return caller

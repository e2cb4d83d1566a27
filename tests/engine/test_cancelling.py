"""Cancelling, stopping and leaving, at every moment of a call."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from studio.domain.charge import Charge, Outcome
from studio.domain.errors import UnknownJob
from studio.domain.job import JobState
from studio.library.library import Library
from tests.engine.workshop import (
    GOOD,
    GOOD_BODY,
    NOTHING,
    PRICE,
    Told,
    Workshop,
    at_work,
    until,
    wish,
)
from tests.support.scripted_gateway import (
    ScriptedGateway,
    answer,
    halting_answer,
    json_answer,
    silent_answer,
)

if TYPE_CHECKING:
    from pathlib import Path

BUSY = json_answer({"error": {"message": "busy"}}, status=503)


async def test_cancelled_in_the_same_breath_nothing_is_sent(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, gateway, _):
        (job,) = await studio.place(wish())
        assert (await studio.cancel(job.id)).state is JobState.CANCELLED
        await asyncio.wait_for(studio.wait_idle(), 5)
        assert gateway.received == []
        assert (await studio.spent_today()).total == NOTHING
        assert await studio.library.jobs() == (), "nothing is left to be said of it"


async def test_cancelled_while_it_waits_for_its_turn(tmp_path: Path) -> None:
    go = asyncio.Event()
    async with ScriptedGateway(silent_answer(go, GOOD)) as gateway:
        workshop = Workshop(tmp_path, gateway.address, parallel=1)
        async with workshop.open() as studio:
            first, second, third = await studio.place(wish(count=3))
            await until(lambda: len(gateway.received) == 1)
            await studio.cancel(second.id)
            go.set()
            await studio.wait_idle()
            states = [(await studio.library.job(job.id)).state for job in (first, second, third)]
            assert states == [JobState.SAVED, JobState.CANCELLED, JobState.SAVED]
            assert len(gateway.received) == 2


@pytest.mark.parametrize("milliseconds", range(12))
async def test_cancelled_on_the_way_to_being_sent_it_is_never_sent_and_charged_nothing(
    tmp_path: Path, milliseconds: int
) -> None:
    """Wherever between queue and wire the word comes, the ledger and the gateway agree."""
    async with at_work(tmp_path, GOOD) as (studio, gateway, _):
        (job,) = await studio.place(wish())
        await asyncio.sleep(milliseconds / 1000)
        sent = [seen.state for seen in studio.in_hand] != [JobState.QUEUED]
        await studio.cancel(job.id)
        await asyncio.wait_for(studio.wait_idle(), 5)
        job = await studio.library.job(job.id)
        if not sent:
            assert gateway.received == []
            assert job.state is JobState.CANCELLED
            assert [attempt.charge for attempt in job.attempts] in ([], [Charge.NOT_CHARGED])
        assert (await studio.spent_today()).total == (PRICE if gateway.received else NOTHING)


async def test_a_picture_that_comes_after_the_word_is_saved_and_marked(tmp_path: Path) -> None:
    go = asyncio.Event()
    async with at_work(tmp_path, silent_answer(go, GOOD)) as (studio, _, told):
        (job,) = await studio.place(wish())
        await until(lambda: told.saw(JobState.WAITING))
        cancelled = await studio.cancel(job.id)
        assert (cancelled.state, cancelled.attempts[0].charge) == (JobState.CANCELLED, Charge.UNKNOWN)
        assert (await studio.spent_today()).unknown == PRICE
        go.set()
        await studio.wait_idle()
        job = await studio.library.job(job.id)
        assert (job.state, job.arrived_after_cancel) == (JobState.SAVED, True)
        assert job.attempts[0].charge is Charge.CHARGED
        (saved,) = told.saved
        assert saved.version.arrived_after_cancel
        assert (await studio.spent_today()).charged == PRICE


async def test_a_cancelled_call_that_is_told_not_now_is_not_repeated(tmp_path: Path) -> None:
    go = asyncio.Event()
    async with at_work(tmp_path, silent_answer(go, BUSY), GOOD) as (studio, gateway, told):
        (job,) = await studio.place(wish())
        await until(lambda: told.saw(JobState.WAITING))
        await studio.cancel(job.id)
        go.set()
        await studio.wait_idle()
        job = await studio.library.job(job.id)
        assert (job.state, job.attempts[0].charge) == (JobState.CANCELLED, Charge.NOT_CHARGED)
        assert len(gateway.received) == 1
        assert (await studio.spent_today()).total == NOTHING


async def test_a_cancelled_call_whose_outcome_is_lost_stays_unknown_money(tmp_path: Path) -> None:
    go = asyncio.Event()
    async with at_work(tmp_path, silent_answer(go, answer(b"", status=504))) as (studio, _, told):
        (job,) = await studio.place(wish())
        await until(lambda: told.saw(JobState.WAITING))
        await studio.cancel(job.id)
        go.set()
        await studio.wait_idle()
        job = await studio.library.job(job.id)
        assert (job.state, job.attempts[0].charge) == (JobState.CANCELLED, Charge.UNKNOWN)
        assert (await studio.spent_today()).unknown == PRICE


async def test_from_the_first_byte_on_cancelling_is_too_late_and_the_picture_is_saved(tmp_path: Path) -> None:
    go = asyncio.Event()
    half = halting_answer(GOOD_BODY, after=len(GOOD_BODY) // 2, until=go)
    async with at_work(tmp_path, half) as (studio, _, told):
        (job,) = await studio.place(wish())
        await until(lambda: told.saw(JobState.RECEIVING))
        await studio.cancel(job.id)
        go.set()
        await studio.wait_idle()
        assert (await studio.library.job(job.id)).state is JobState.SAVED


async def test_cancelling_what_has_ended_changes_nothing_and_what_never_was_is_an_error(
    tmp_path: Path,
) -> None:
    async with at_work(tmp_path, GOOD) as (studio, _, _):
        (job,) = await studio.place(wish())
        await studio.wait_idle()
        assert (await studio.cancel(job.id)).state is JobState.SAVED
        with pytest.raises(UnknownJob):
            await studio.cancel("nothing")


# Stopping and leaving


async def test_stopping_sends_nothing_new_and_waits_for_what_was_sent(tmp_path: Path) -> None:
    go = asyncio.Event()
    async with at_work(tmp_path, silent_answer(go, GOOD)) as (studio, gateway, _):
        jobs = await studio.place(wish(count=7))
        await until(lambda: len(gateway.received) == 4)
        stopping = asyncio.create_task(studio.stop_sending())
        await asyncio.sleep(0)
        assert not stopping.done()
        go.set()
        await stopping
        states = [(await studio.library.job(job.id)).state for job in jobs]
        assert sorted(states) == sorted([JobState.SAVED] * 4 + [JobState.QUEUED] * 3)
        assert len(gateway.received) == 4
        (late,) = await studio.place(wish())
        assert (await studio.library.job(late.id)).state is JobState.QUEUED
        assert studio.in_hand == ()


async def test_stopping_while_a_call_is_being_made_ready_leaves_it_in_the_queue(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, gateway, _):
        (job,) = await studio.place(wish())
        await asyncio.sleep(0)
        await studio.stop_sending()
        job = await studio.library.job(job.id)
        assert job.state is JobState.QUEUED
        assert [attempt.charge for attempt in job.attempts] in ([], [Charge.NOT_CHARGED])
        assert gateway.received == []
        assert (await studio.spent_today()).reserved == PRICE


async def test_leaving_cuts_waiting_calls_off_as_unknown_and_hangs_up(tmp_path: Path) -> None:
    hung_up = asyncio.Event()

    async def hold(*_: object) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            hung_up.set()

    async with ScriptedGateway(hold) as gateway:
        workshop = Workshop(tmp_path, gateway.address, parallel=2)
        async with workshop.open() as studio:
            jobs = await studio.place(wish(count=3))
            await until(lambda: workshop.told.saw(JobState.WAITING) and len(gateway.received) == 2)
        async with Library.reader(tmp_path) as reader:
            seen = [await reader.job(job.id) for job in jobs]
        assert sorted(job.state for job in seen) == sorted([JobState.UNKNOWN] * 2 + [JobState.QUEUED])
        left = [job.attempts[0] for job in seen if job.state is JobState.UNKNOWN]
        assert {(attempt.outcome, attempt.charge) for attempt in left} == {
            (Outcome.LEFT_IN_FLIGHT, Charge.UNKNOWN)
        }
        assert _job_tasks() == []
        assert _states_end_with(workshop.told, [job.id for job in seen if job.attempts], JobState.UNKNOWN)


async def test_leaving_waits_for_what_is_arriving(tmp_path: Path) -> None:
    go = asyncio.Event()
    half = halting_answer(GOOD_BODY, after=len(GOOD_BODY) // 2, until=go)
    async with ScriptedGateway(half) as gateway:
        workshop = Workshop(tmp_path, gateway.address)
        async with workshop.open() as studio:
            (job,) = await studio.place(wish())
            await until(lambda: workshop.told.saw(JobState.RECEIVING))
            asyncio.get_running_loop().call_later(0.1, go.set)
        assert workshop.told.states(job.id)[-1] is JobState.SAVED
        assert [event.version.job for event in workshop.told.saved] == [job.id]


async def test_leaving_while_a_call_is_made_ready_sends_nothing(tmp_path: Path) -> None:
    for milliseconds in range(10):
        async with ScriptedGateway(GOOD) as gateway:
            workshop = Workshop(tmp_path / str(milliseconds), gateway.address)
            async with workshop.open() as studio:
                (job,) = await studio.place(wish())
                await asyncio.sleep(milliseconds / 1000)
            state = workshop.told.states(job.id)[-1]
            assert state in {JobState.QUEUED, JobState.UNKNOWN, JobState.SAVED}
            if JobState.SENDING not in workshop.told.states(job.id):
                assert gateway.received == []


async def test_a_call_cancelled_and_then_left_is_unknown_money_of_a_cancelled_job(tmp_path: Path) -> None:
    go = asyncio.Event()
    async with ScriptedGateway(silent_answer(go, GOOD)) as gateway:
        workshop = Workshop(tmp_path, gateway.address)
        async with workshop.open() as studio:
            (job,) = await studio.place(wish())
            await until(lambda: workshop.told.saw(JobState.WAITING))
            await studio.cancel(job.id)
        async with Library.reader(tmp_path) as reader:
            job = await reader.job(job.id)
        assert (job.state, job.attempts[0].charge) == (JobState.CANCELLED, Charge.UNKNOWN)


def _job_tasks() -> list[str]:
    return [task.get_name() for task in asyncio.all_tasks() if task.get_name().startswith("job ")]


def _states_end_with(told: Told, ids: list[str], state: JobState) -> bool:
    return all(told.states(id_)[-1] is state for id_ in ids)

"""Repeating what surely cost nothing, and how many calls are made at once."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING

import pytest

from studio.domain.charge import Charge, Outcome
from studio.domain.job import JobState
from studio.domain.keys import Secret
from studio.domain.words import describe_job
from studio.jobs.retry import RetryRule
from studio.keychain import Keychain
from studio.settings import Settings
from tests.engine.workshop import (
    GOOD,
    GROUP,
    NOTHING,
    PRICE,
    SLOW_GROUP,
    Counter,
    Told,
    Workshop,
    at_work,
    catalog,
    generate,
    until,
    wish,
)
from tests.support.scripted_gateway import Answer, Line, Received, ScriptedGateway, json_answer

if TYPE_CHECKING:
    from pathlib import Path

RETRY_INFO = {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "0.4s"}
BUSY: dict[str, Answer] = {
    "429": json_answer({"error": {"code": 429, "message": "Resource has been exhausted."}}, status=429),
    "503": json_answer({"error": {"code": "internal_error", "message": "overloaded"}}, status=503),
    "500 in JSON": json_answer({"error": {"message": "oops"}}, status=500),
    "400 of the upstream": json_answer(
        {"error": {"message": "The upstream service failed. Please try again later."}}, status=400
    ),
}


@pytest.mark.parametrize("answer", BUSY.values(), ids=BUSY.keys())
async def test_a_definite_not_now_is_repeated_and_its_calls_cost_nothing(
    tmp_path: Path, answer: Answer
) -> None:
    async with at_work(tmp_path, answer, answer, GOOD) as (studio, gateway, told):
        job = await generate(studio)
        assert job.state is JobState.SAVED
        charges = [attempt.charge for attempt in job.attempts]
        assert charges == [Charge.NOT_CHARGED, Charge.NOT_CHARGED, Charge.CHARGED]
        assert len(gateway.received) == 3
        assert told.states(job.id).count(JobState.QUEUED) == 3
        assert (await studio.spent_today()).total == PRICE


async def test_after_five_calls_it_gives_up_and_says_so(tmp_path: Path) -> None:
    async with at_work(tmp_path, BUSY["503"]) as (studio, gateway, _):
        job = await generate(studio)
        assert len(gateway.received) == len(job.attempts) == 5
        assert (job.state, job.attempts[-1].outcome) == (JobState.REFUSED, Outcome.GAVE_UP)
        assert (await studio.spent_today()).total == NOTHING
        words = describe_job(job)
        assert words is not None
        assert "busy at every try" in words.what
        assert words.cost == "It cost nothing."


async def test_no_wait_is_begun_that_would_end_after_the_time_for_all_calls(tmp_path: Path) -> None:
    too_long = json_answer({"error": {"message": "busy"}}, status=503, headers={"Retry-After": "601"})
    async with ScriptedGateway(too_long) as gateway:
        workshop = Workshop(tmp_path, gateway.address, rule=RetryRule())
        async with workshop.open() as studio:
            job = await generate(studio)
            assert (job.state, len(gateway.received)) == (JobState.REFUSED, 1)


async def _in_a_header(request: Received, line: Line) -> None:
    await _busy({"Retry-After": "1"})(request, line)


async def _as_a_date(request: Received, line: Line) -> None:
    # A date has whole seconds: this one is at least one second away.
    moment = datetime.now(UTC) + timedelta(seconds=2)
    await _busy({"Retry-After": format_datetime(moment, usegmt=True)})(request, line)


async def _in_the_body(request: Received, line: Line) -> None:
    await _busy({}, details=[RETRY_INFO])(request, line)


def _busy(headers: dict[str, str], **more: object) -> Answer:
    return json_answer({"error": {"message": "busy", **more}}, status=429, headers=headers)


@pytest.mark.parametrize(("asks", "least"), [(_in_a_header, 1.0), (_as_a_date, 1.0), (_in_the_body, 0.4)])
async def test_the_gateway_is_not_called_before_the_time_it_asked_for(
    tmp_path: Path, asks: Answer, least: float
) -> None:
    called: list[float] = []

    def noting(answer: Answer) -> Answer:
        async def note(request: Received, line: Line) -> None:
            called.append(time.monotonic())
            await answer(request, line)

        return note

    async with at_work(tmp_path, noting(asks), noting(GOOD)) as (studio, _, told):
        (job,) = await studio.place(wish())
        await until(lambda: told.states(job.id).count(JobState.QUEUED) == 2)
        waiting = await studio.library.job(job.id)
        assert waiting.not_before is not None, "the card says when it is sent again"
        assert (await studio.spent_today()).reserved == PRICE
        await studio.wait_idle()
        assert called[1] - called[0] >= least
        assert (await studio.library.job(job.id)).state is JobState.SAVED


async def test_a_clock_that_is_set_back_makes_no_wait_longer(tmp_path: Path) -> None:
    """The wait that a gateway asks for is counted by a clock that nobody sets."""
    ahead = timedelta()

    async def set_back(request: Received, line: Line) -> None:
        nonlocal ahead
        ahead = timedelta(hours=-1)
        await BUSY["503"](request, line)

    async with ScriptedGateway(set_back, GOOD) as gateway:
        workshop = Workshop(tmp_path, gateway.address, now=lambda: datetime.now(UTC) + ahead)
        async with workshop.open() as studio:
            job = await generate(studio)
            assert job.state is JobState.SAVED


@pytest.mark.parametrize("parallel", [1, 4])
async def test_so_many_calls_at_once_for_each_group_and_no_more(tmp_path: Path, parallel: int) -> None:
    counter = Counter()
    async with ScriptedGateway(counter) as gateway:
        keychain = _two_keys(gateway.address)
        workshop = Workshop(tmp_path, gateway.address, keychain=keychain, parallel=parallel)
        async with workshop.open() as studio:
            await studio.place(wish(count=9))
            await studio.place(wish(count=3, group=SLOW_GROUP))
            # The full group doesn't hold up the other.
            await until(lambda: counter.now == {"sk-full": parallel, "sk-slow": min(3, parallel)})
            counter.go.set()
            await studio.wait_idle()
            assert await studio.library.count() == 12
        assert counter.most == {"sk-full": parallel, "sk-slow": min(3, parallel)}


def _two_keys(gateway: str) -> Keychain:
    keychain = Keychain()
    keychain.store(gateway, GROUP, Secret("sk-full"))
    keychain.store(gateway, SLOW_GROUP, Secret("sk-slow"))
    return keychain


async def test_another_number_at_once_holds_from_the_moment_it_is_set(tmp_path: Path) -> None:
    counter = Counter()
    async with ScriptedGateway(counter) as gateway:
        workshop = Workshop(tmp_path, gateway.address, parallel=1)
        async with workshop.open() as studio:
            await studio.place(wish(count=8))
            await until(lambda: sum(counter.now.values()) == 1)
            await studio.choose(settings=Settings(gateway=gateway.address, parallel=3), model=catalog())
            await until(lambda: sum(counter.now.values()) == 3)
            counter.go.set()
            await studio.wait_idle()
        assert max(counter.most.values()) == 3


async def test_a_job_that_waits_to_be_sent_again_holds_up_no_other(tmp_path: Path) -> None:
    asks = json_answer({"error": {"message": "busy"}}, status=503, headers={"Retry-After": "2"})
    async with ScriptedGateway(asks, GOOD) as gateway:
        workshop = Workshop(tmp_path, gateway.address, parallel=1)
        async with workshop.open() as studio:
            waiting, *others = await studio.place(wish(count=4))
            ids = {job.id for job in others}
            await until(lambda: _saved(workshop.told, ids), seconds=1.9)
            assert (await studio.library.job(waiting.id)).state is JobState.QUEUED
            await studio.cancel(waiting.id)
            await asyncio.wait_for(studio.wait_idle(), 1)


def _saved(told: Told, ids: set[str]) -> bool:
    return all(told.states(id_)[-1:] == [JobState.SAVED] for id_ in ids)

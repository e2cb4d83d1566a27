"""Orders that may go through a second group, at a gateway on a socket: row by row, and when it all ends."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from studio.domain.charge import Charge, Outcome
from studio.domain.job import JobState, PassedOver
from studio.domain.keys import Secret
from studio.domain.next_group import USUALLY, MoveOn
from studio.domain.recipe import DEMO_GATEWAY, Recipe, Sending
from studio.engine.events import GroupsResting
from studio.jobs.retry import RetryRule
from studio.keychain import Keychain
from studio.settings import Settings
from tests.engine.test_crashes import dies, next_start, silent
from tests.engine.test_table_of_charges import ROWS, Row
from tests.engine.workshop import (
    CHEAPER,
    ELSEWHERE,
    GOOD,
    GROUP,
    NOTHING,
    PRICE,
    SLOW_GROUP,
    Workshop,
    at_work,
    catalog,
    generate,
    until,
    wish,
)
from tests.support.scripted_gateway import Answer, ScriptedGateway, json_answer

if TYPE_CHECKING:
    from pathlib import Path

    from studio.domain.job import Job
    from studio.engine.studio import OrderRequest, Studio

BUSY = json_answer({"error": {"code": "busy", "message": "Overloaded."}}, status=429)
AT_FIRST, THEN = "sk-of-the-first", "sk-of-the-second"
MOVES: dict[str, Answer] = {
    "busy": BUSY,
    "quota": json_answer({"error": {"code": "insufficient_user_quota", "message": "no"}}, status=403),
    "key": json_answer({"error": {"code": "invalid_api_key", "message": "no"}}, status=401),
    "route": json_answer({"error": {"code": "NOT_FOUND", "message": "no such model"}}, status=404),
}


def anywhere(request: OrderRequest | None = None) -> OrderRequest:
    """A wish that may go through the other group too, after any refusal that allows it."""
    return replace(request or wish(), fallback=ELSEWHERE, moves_on=frozenset(MoveOn))


def two_keys(gateway: str) -> Keychain:
    keychain = Keychain()
    keychain.store(gateway, GROUP, Secret(AT_FIRST))
    keychain.store(gateway, SLOW_GROUP, Secret(THEN))
    return keychain


def keys(gateway: ScriptedGateway) -> list[str]:
    """The keys that were used, in order."""
    return [call.headers["authorization"].removeprefix("Bearer ") for call in gateway.received]


@pytest.mark.parametrize("answer", MOVES.values(), ids=MOVES)
async def test_a_refusal_of_the_first_group_is_followed_by_the_second_with_its_own_key_and_price(
    tmp_path: Path, answer: Answer
) -> None:
    async with ScriptedGateway(answer, GOOD) as gateway:
        workshop = Workshop(tmp_path, gateway.address, keychain=two_keys(gateway.address))
        async with workshop.open() as studio:
            job = await generate(studio, anywhere())
            assert keys(gateway) == [AT_FIRST, THEN]
            assert (job.state, job.group) == (JobState.SAVED, SLOW_GROUP)
            (version,) = await studio.library.versions(limit=10)
            assert (version.group, version.price) == (SLOW_GROUP, CHEAPER)
            assert (await studio.spent_today()).total == CHEAPER
            entries = await studio.library.attempts(limit=10)
            assert [(one.attempt.group, one.attempt.charge) for one in reversed(entries)] == [
                (GROUP, Charge.NOT_CHARGED),
                (SLOW_GROUP, Charge.CHARGED),
            ]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.what)
async def test_no_row_of_the_table_is_followed_by_a_call_when_it_may_have_been_charged(
    tmp_path: Path, row: Row
) -> None:
    async with ScriptedGateway(row.answer, GOOD) as gateway:
        workshop = Workshop(tmp_path, gateway.address, keychain=two_keys(gateway.address))
        async with workshop.open() as studio:
            job = await generate(studio, anywhere())
            assert job.attempts[0].charge is row.charge
            followed = len(gateway.received) > 1
            if row.charge is not Charge.NOT_CHARGED:
                assert not followed
            assert [one.charge for one in job.attempts if one.charge is not Charge.NOT_CHARGED] == (
                [Charge.CHARGED] if followed else [row.charge] * (row.charge is not Charge.NOT_CHARGED)
            )


async def test_what_cant_be_reached_moves_on_and_sends_nothing(tmp_path: Path) -> None:
    async with ScriptedGateway(GOOD) as gateway:
        address = gateway.address
    workshop = Workshop(tmp_path, address, keychain=two_keys(address), rule=RetryRule(attempts=1))
    async with workshop.open() as studio:
        job = await generate(studio, anywhere())
        assert [(one.group, one.outcome) for one in job.attempts] == [
            (GROUP, Outcome.NOT_SENT),
            (SLOW_GROUP, Outcome.GAVE_UP),
        ]
        assert (await studio.spent_today()).total == NOTHING


async def test_a_conversation_and_the_demo_stay_with_their_group(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, gateway, _):
        first = await generate(studio, anywhere())
        assert first.order.fallback == ELSEWHERE
        for sending, fallback in ((Sending.AFRESH, ELSEWHERE), (Sending.CONVERSATION, ())):
            recipe = Recipe("redder", parent=first.versions[0], sending=sending)
            job = await generate(studio, anywhere(wish(recipe=recipe)))
            assert job.order.fallback == fallback
        await studio.choose(settings=Settings(gateway=DEMO_GATEWAY), model=catalog())
        job = await generate(studio, anywhere(replace(wish(), price=NOTHING)))
        assert (job.order.fallback, job.order.moves_on) == ((), frozenset())
        assert len(gateway.received) == 3


async def test_a_group_that_is_gone_while_jobs_are_queued_on_it_is_asked_at_the_price_that_was_shown(
    tmp_path: Path,
) -> None:
    async with ScriptedGateway(BUSY, GOOD) as gateway:
        workshop = Workshop(tmp_path, gateway.address, keychain=two_keys(gateway.address))
        async with workshop.open() as studio:
            await studio.stop_sending()
            (job,) = await studio.place(anywhere())
        async with workshop.open() as studio:
            await studio.choose(
                settings=Settings(gateway=gateway.address), model=replace(catalog(), groups=())
            )
            await studio.run([job.id])
            await studio.wait_idle()
            job = await studio.library.job(job.id)
            assert [(one.group, one.price) for one in job.attempts] == [(GROUP, PRICE), (SLOW_GROUP, CHEAPER)]
            assert (job.state, keys(gateway)) == (JobState.SAVED, [AT_FIRST, THEN])


async def test_a_group_whose_key_is_gone_is_passed_over(tmp_path: Path) -> None:
    async with ScriptedGateway(GOOD) as gateway:
        workshop = Workshop(tmp_path, gateway.address, keychain=two_keys(gateway.address))
        async with workshop.open() as studio:
            await studio.stop_sending()
            (job,) = await studio.place(anywhere())
            await studio.remove_key(GROUP)
        async with workshop.open() as studio:
            await studio.run([job.id])
            await studio.wait_idle()
            job = await studio.library.job(job.id)
            assert (job.state, job.passed_over, keys(gateway)) == (
                JobState.SAVED,
                (PassedOver(GROUP),),
                [THEN],
            )


# Resting


async def test_a_group_that_fails_again_and_again_rests_also_after_a_restart_and_is_told_of(
    tmp_path: Path,
) -> None:
    async with ScriptedGateway(BUSY, BUSY, BUSY, GOOD) as gateway:
        workshop = Workshop(
            tmp_path, gateway.address, rule=RetryRule(attempts=1), first_rest=timedelta(minutes=5)
        )
        async with workshop.open() as studio:
            for _ in range(3):
                await generate(studio)
            assert set(studio.resting) == {GROUP}
            told = [event.until for event in workshop.told.events if isinstance(event, GroupsResting)]
            assert told[-1] == studio.resting
        async with workshop.open() as studio:
            assert set(studio.resting) == {GROUP}
            (waits,) = await studio.place(wish())
            elsewhere = await _ended(studio, anywhere())
            assert elsewhere.passed_over == (PassedOver(GROUP, studio.resting[GROUP]),)
            assert len(gateway.received) == 4, "the other group"
            assert (await studio.library.job(waits.id)).state is JobState.QUEUED
            await studio.send_now(waits.id)
            await studio.wait_idle()
            assert (await studio.library.job(waits.id)).state is JobState.SAVED
            assert studio.resting == {}


async def _ended(studio: Studio, request: OrderRequest) -> Job:
    """See it to its end while others wait."""
    (job,) = await studio.place(request)
    await until(lambda: all(other.id != job.id for other in studio.in_hand))
    return await studio.library.job(job.id)


# Crashes


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
async def test_killed_between_two_groups_it_asks_and_goes_on_with_the_second(tmp_path: Path) -> None:
    async with ScriptedGateway(BUSY, GOOD) as gateway:
        await dies(tmp_path, gateway.address, word="moved on")
        assert len(gateway.received) == 1
        async with next_start(tmp_path, gateway) as (studio, job, recovery):
            assert recovery.asking == (job.id,)
            assert (job.group, job.price, job.attempts[0].charge) == (SLOW_GROUP, CHEAPER, Charge.NOT_CHARGED)
            assert (await studio.spent_today()).reserved == PRICE, "what it could have cost at most"
            await studio.run([job.id])
            await studio.wait_idle()
            went_on = await studio.library.job(job.id)
            assert (went_on.state, went_on.attempts[-1].group) == (JobState.SAVED, SLOW_GROUP)
            assert (await studio.spent_today()).total == CHEAPER
        assert len(gateway.received) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
async def test_killed_while_the_second_group_is_asked_its_outcome_is_unknown_at_its_price(
    tmp_path: Path,
) -> None:
    async with ScriptedGateway(BUSY, silent) as gateway:
        await dies(tmp_path, gateway.address, word="moves on", when="1 waiting elsewhere")
        async with next_start(tmp_path, gateway) as (studio, job, recovery):
            assert recovery.unknown == (job.id,)
            assert (job.state, job.step) == (JobState.UNKNOWN, 1)
            spent = await studio.spent_today()
            assert (spent.unknown, spent.reserved) == (CHEAPER, NOTHING)
        assert len(gateway.received) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
async def test_an_index_that_is_lost_too_finds_the_step_by_the_group_of_the_attempt(tmp_path: Path) -> None:
    async with ScriptedGateway(BUSY, GOOD) as gateway:
        await dies(tmp_path, gateway.address, word="durable elsewhere")
        for path in (tmp_path / ".proofroom").glob("library.sqlite*"):
            path.unlink()
        async with next_start(tmp_path, gateway) as (studio, job, _):
            assert (job.state, job.step, job.group, job.order.moves_on) == (
                JobState.SAVED,
                1,
                SLOW_GROUP,
                USUALLY,
            )
            (version,) = await studio.library.versions(limit=10)
            assert (version.group, version.price) == (SLOW_GROUP, CHEAPER)
        assert len(gateway.received) == 2

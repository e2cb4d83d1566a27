"""Groups that fail again and again rest: who waits, who goes elsewhere, and how a rest ends."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from studio.domain.breaker import FAILURES
from studio.domain.charge import Charge, Outcome
from studio.domain.job import Attempt, JobState, PassedOver
from studio.domain.money import Money
from studio.domain.next_group import Step
from studio.domain.recipe import DEMO_GATEWAY
from studio.jobs.breakers import Breakers
from tests.jobs.bench import PRICE, Bench, Making, ScriptedCaller, bench, brings_a_picture, fails, until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from studio.domain.incoming import Incoming
    from studio.domain.reply import Reply

GATEWAY = "https://gateway.example"
PLACE = GATEWAY, "G"
LONG = timedelta(hours=1)
FALLBACK = (Step("H", Money.parse("0.32")),)


def caller(making: Making = brings_a_picture) -> ScriptedCaller:
    made = ScriptedCaller(making=making)
    made.ready.set()
    return made


def tire(shop: Bench) -> datetime:
    """The group has failed several times; until when it rests."""
    for _ in range(FAILURES):
        shop.breakers.ended(PLACE, Outcome.BUSY)
    found = shop.breakers.until(PLACE)
    assert found is not None
    return found


async def test_a_job_with_a_further_group_goes_there_at_once_and_says_which_rested(tmp_path: Path) -> None:
    async with bench(tmp_path, caller(), first_rest=LONG) as shop:
        rests_until = tire(shop)
        (job,) = await shop.place(fallback=FALLBACK)
        await shop.runner.wait_idle()
        job = await shop.library.job(job.id)
        assert (job.state, shop.caller.called, len(job.attempts)) == (JobState.SAVED, ["H"], 1)
        assert job.passed_over == (PassedOver("G", rests_until),)


async def test_a_job_without_one_waits_and_is_sent_when_the_person_says_so(tmp_path: Path) -> None:
    async with bench(tmp_path, caller(), first_rest=LONG) as shop:
        rests_until = tire(shop)
        first, second = await shop.place(2)
        await until(lambda: len(shop.changed) == 2)
        assert {seen.not_before for seen in shop.changed} == {rests_until}
        assert (shop.caller.asked, shop.caller.called) == (0, [])
        shop.runner.hurry(first.id)
        # It brings a picture, so that the group rests no more: the other is sent by itself.
        await shop.runner.wait_idle()
        assert shop.caller.called == ["G", "G"]
        assert shop.breakers.resting(GATEWAY) == {}
        assert (await shop.library.job(second.id)).state is JobState.SAVED


async def test_sent_all_the_same_and_busy_again_it_waits_again(tmp_path: Path) -> None:
    async with bench(tmp_path, caller(fails(Outcome.BUSY, 429)), first_rest=LONG) as shop:
        tire(shop)
        (job,) = await shop.place()
        await until(lambda: shop.changed)
        shop.runner.hurry(job.id)
        await until(
            lambda: len(shop.changed) > 1 and shop.changed[-1].not_before == shop.breakers.until(PLACE)
        )
        assert shop.caller.called == ["G"]
        await shop.runner.cancel(job.id)
        assert (await shop.library.job(job.id)).state is JobState.CANCELLED


async def test_one_call_tries_the_group_and_the_others_follow_when_it_works(tmp_path: Path) -> None:
    go = asyncio.Event()

    async def holds(incoming: Incoming, progress: Callable[[JobState], None]) -> Reply:
        await go.wait()
        return await brings_a_picture(incoming, progress)

    async with bench(tmp_path, caller(holds), first_rest=timedelta(milliseconds=50)) as shop:
        tire(shop)
        jobs = await shop.place(4)
        await until(lambda: shop.caller.called)
        await asyncio.sleep(0.02)
        assert shop.caller.called == ["G"], "one, as long as nobody knows"
        go.set()
        await shop.runner.wait_idle()
        assert {(await shop.library.job(job.id)).state for job in jobs} == {JobState.SAVED}


async def test_a_trial_that_is_cancelled_before_it_is_sent_leaves_room_for_another(tmp_path: Path) -> None:
    made = ScriptedCaller()
    async with bench(tmp_path, made, first_rest=timedelta(milliseconds=1)) as shop:
        tire(shop)
        first, second = await shop.place(2)
        await until(lambda: made.asked)
        await shop.runner.cancel(first.id)
        made.ready.set()
        await shop.runner.wait_idle()
        assert made.called == ["G"]
        assert (await shop.library.job(second.id)).state is JobState.SAVED


async def test_nothing_is_sent_to_a_resting_group_when_the_program_is_left(tmp_path: Path) -> None:
    async with bench(tmp_path, caller(), first_rest=LONG) as shop:
        tire(shop)
        (job,) = await shop.place()
        await until(lambda: shop.changed)
        await shop.runner.stop_sending()
        assert (await shop.library.job(job.id)).state is JobState.QUEUED


async def test_what_a_group_does_is_heard_of_and_ends_by_itself() -> None:
    heard: list[dict[str, datetime]] = []
    breakers = Breakers(
        lambda: datetime.now(UTC),
        lambda: heard.append(dict(breakers.resting(GATEWAY))),
        first_rest=timedelta(milliseconds=20),
    )
    async with breakers:
        for _ in range(FAILURES):
            breakers.ended(PLACE, Outcome.LOST)
        assert [set(told) for told in heard] == [{"G"}]
        assert not breakers.lets_through(PLACE)
        await until(lambda: len(heard) == 2)
        assert heard[-1] == {}
        assert breakers.lets_through(PLACE)


async def test_the_demo_never_rests() -> None:
    breakers = Breakers(lambda: datetime.now(UTC), lambda: None)
    async with breakers:
        for _ in range(2 * FAILURES):
            breakers.ended((DEMO_GATEWAY, "G"), Outcome.BUSY)
        assert breakers.lets_through((DEMO_GATEWAY, "G"))


async def test_it_begins_where_the_ledger_says_that_the_last_end_left_it() -> None:
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    breakers = Breakers(lambda: now, lambda: None)
    async with breakers:
        breakers.remember(_ended(Outcome.BUSY, now - timedelta(seconds=50 - n)) for n in range(FAILURES))
        assert set(breakers.resting(GATEWAY)) == {"G"}
        assert breakers.resting("https://other.example") == {}
    async with Breakers(lambda: now, lambda: None) as breakers:
        breakers.remember(_ended(Outcome.BUSY, now - timedelta(minutes=5)) for _ in range(FAILURES))
        assert breakers.resting(GATEWAY) == {}, "it has rested"
    async with Breakers(lambda: now, lambda: None) as breakers:
        breakers.remember(_ended(outcome, now) for outcome in (*[Outcome.BUSY] * 2, Outcome.PICTURE))
        assert breakers.resting(GATEWAY) == {}


def _ended(outcome: Outcome, at: datetime) -> Attempt:
    return Attempt(
        id="attempt",
        job="job",
        number=1,
        group="G",
        gateway=GATEWAY,
        price=PRICE,
        price_assumed=False,
        state=JobState.REFUSED,
        charge=Charge.NOT_CHARGED,
        started=at,
        ended=at,
        outcome=outcome,
    )

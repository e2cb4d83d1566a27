"""Unknown charges are settled by hand or by the gateway's log, and everybody hears of it."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from studio.domain.charge import Charge
from studio.domain.job import JobState
from studio.domain.money import Money
from studio.domain.published import Offer, WhyNotPublished
from studio.domain.recipe import DEMO_GATEWAY
from studio.domain.settlement import SettledBy
from studio.engine.events import ChargesSettled, JobChanged, SpentChanged
from studio.engine.settling import LogRead
from studio.engine.studio import Studio
from studio.keychain import Keychain
from studio.settings import Settings
from tests.engine.workshop import (
    GOOD,
    GROUP,
    KEY,
    PRICE,
    SLOW_GROUP,
    Workshop,
    catalog,
    generate,
    until,
    wish,
)
from tests.support.account_pages import LOG
from tests.support.account_site import AccountSite
from tests.support.scripted_gateway import (
    ScriptedGateway,
    answer,
    html_answer,
    silent_answer,
)

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path

    from studio.domain.job import Attempt, Job


@dataclass
class Desk:
    studio: Studio
    site: AccountSite
    workshop: Workshop

    async def charge(self, job: Job) -> tuple[Charge, SettledBy | None]:
        last = await self.last(job)
        return last.charge, last.settlement.by if last.settlement else None

    async def last(self, job: Job) -> Attempt:
        return (await self.studio.library.job(job.id)).attempts[-1]


@asynccontextmanager
async def at_desk(folder: Path, **changed: object) -> AsyncGenerator[Desk]:
    async with AsyncExitStack() as stack:
        site = AccountSite()
        gateway = await stack.enter_async_context(ScriptedGateway(site))
        workshop = Workshop(folder, gateway.address, keychain=Keychain())
        for name, value in changed.items():
            setattr(workshop, name, value)
        studio = await stack.enter_async_context(workshop.open())
        for group in (GROUP, SLOW_GROUP):
            await studio.store_key(group, KEY)
        yield Desk(studio, site, workshop)


async def test_the_log_settles_what_it_proves_and_nothing_else(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        job = await generate(desk.studio)
        assert job.state is JobState.UNKNOWN
        other = await generate(desk.studio, wish(group=SLOW_GROUP))
        desk.site.write(job, yuan=0.2475)
        assert await desk.studio.settle_from_log() == LogRead(charged=1, unknown=1)
        assert await desk.charge(job) == (Charge.CHARGED, SettledBy.LOG)
        assert await desk.charge(other) == (Charge.UNKNOWN, None)
        last = await desk.last(job)
        assert last.settlement is not None
        assert str(last.settlement.told).startswith("¥0.247")
        # Both groups go with one key: one call of the log is enough, and only one counts.
        assert desk.site.asked.count(LOG) == 1
        # What is settled stays: the log isn't asked about it again.
        desk.site.entries.clear()
        assert await desk.studio.settle_from_log() == LogRead(unknown=1)
        assert await desk.charge(job) == (Charge.CHARGED, SettledBy.LOG)


async def test_an_amount_that_differs_is_what_was_spent(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        desk.site.then = answer(b"<html>", status=504, headers={"X-Oneapi-Request-Id": "req-1"})
        job = await generate(desk.studio)
        desk.site.write(job, yuan=0.4975, request_id="req-1")
        await desk.studio.settle_from_log()
        last = await desk.last(job)
        assert (last.price, last.listed_price) == (Money.parse("0.50"), PRICE)
        assert (await desk.studio.spent_today()).charged == Money.parse("0.50")


async def test_a_call_that_was_saved_stands_against_one_that_was_cut(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        cut = await generate(desk.studio)
        desk.site.then = GOOD
        saved = await generate(desk.studio)
        desk.site.write(saved, yuan=0.2475)
        assert await desk.studio.settle_from_log() == LogRead(unknown=1)
        assert await desk.charge(cut) == (Charge.UNKNOWN, None)


async def test_by_hand_otherwise_and_back_and_everybody_hears(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        job = await generate(desk.studio)
        attempt = job.attempts[-1].id
        told = desk.workshop.told
        for charge in (Charge.NOT_CHARGED, Charge.CHARGED, Charge.UNKNOWN):
            await desk.studio.wait_idle()
            told.events.clear()
            assert await desk.studio.settle([attempt], charge) == (attempt,)
            await until(lambda: told.spent)
            heard = [event.job for event in told.events if isinstance(event, JobChanged)]
            assert [one.attempts[-1].charge for one in heard] == [charge]
            assert ChargesSettled(frozenset({job.id})) in told.events
            (spent,) = (event.spent for event in told.events if isinstance(event, SpentChanged))
            assert (spent.charged.fen, spent.unknown.fen) == (
                25 * (charge is Charge.CHARGED),
                25 * (charge is Charge.UNKNOWN),
            )
        assert await desk.charge(job) == (Charge.UNKNOWN, None)


async def test_a_card_that_was_closed_does_not_come_back(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        job = await generate(desk.studio)
        await desk.studio.dismiss(job.id)
        told = desk.workshop.told
        await desk.studio.wait_idle()
        told.events.clear()
        await desk.studio.settle([job.attempts[-1].id], Charge.CHARGED)
        await until(lambda: told.spent)
        assert not [event for event in told.events if isinstance(event, JobChanged)]
        assert ChargesSettled(frozenset({job.id})) in told.events


async def test_a_call_under_way_cant_be_settled(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        held = asyncio.Event()
        desk.site.then = silent_answer(held, GOOD)
        (job,) = await desk.studio.place(wish())
        await until(lambda: desk.site.asked)
        await desk.studio.cancel(job.id)
        attempt = (await desk.studio.library.job(job.id)).attempts[-1]
        assert attempt.charge is Charge.UNKNOWN
        assert await desk.studio.settle([attempt.id], Charge.NOT_CHARGED) == ()
        held.set()
        await desk.studio.wait_idle()
        assert (await desk.last(job)).charge is Charge.CHARGED


async def test_a_log_that_isnt_offered_is_asked_for_once(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        desk.site.has_log = False
        job = await generate(desk.studio)
        assert (await desk.studio.log_offer()).why_not is None
        for _ in range(2):
            read = await desk.studio.settle_from_log()
            assert [(error.offer, error.why) for error in read.missing] == [
                (Offer.LOG, WhyNotPublished.NOT_OFFERED)
            ]
            assert (read.charged, read.not_charged, read.unknown) == (0, 0, 1)
        assert desk.site.asked.count(LOG) == 1
        assert (await desk.studio.log_offer()).why_not is WhyNotPublished.NOT_OFFERED
        # By hand it is possible all the same.
        assert await desk.studio.settle([job.attempts[-1].id], Charge.CHARGED)


async def test_nothing_is_asked_where_nothing_is_in_question(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        desk.site.then = GOOD
        await generate(desk.studio)
        assert await desk.studio.settle_from_log() == LogRead()
        assert LOG not in desk.site.asked


async def test_a_log_that_fails_for_now_says_nothing_of_later(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        job = await generate(desk.studio)
        desk.site.pages[LOG] = html_answer("Bad gateway", status=502)
        read = await desk.studio.settle_from_log()
        assert [error.why for error in read.missing] == [WhyNotPublished.UNREACHABLE]
        assert (await desk.studio.log_offer()).why_not is None
        del desk.site.pages[LOG]
        desk.site.write(job, yuan=0.2475)
        assert (await desk.studio.settle_from_log()).charged == 1


async def test_without_a_key_the_group_is_named(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await generate(desk.studio)
        address = desk.workshop.gateway
    async with ScriptedGateway(html_answer("nobody asks")) as quiet:
        workshop = Workshop(tmp_path, address, keychain=Keychain())
        async with workshop.open() as studio:
            assert await studio.settle_from_log() == LogRead(unknown=1, keyless=(GROUP,))
        assert quiet.received == []


async def test_the_demo_has_no_log_and_other_gateways_are_left_alone(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await generate(desk.studio)
        await desk.studio.choose(settings=Settings(gateway=DEMO_GATEWAY), model=catalog())
        assert (await desk.studio.log_offer()).why_not is WhyNotPublished.NOT_OFFERED
        assert await desk.studio.settle_from_log() == LogRead()
        assert LOG not in desk.site.asked
        await desk.studio.choose(settings=Settings(gateway="ftp://nobody"), model=catalog())
        assert (await desk.studio.log_offer()).why_not is WhyNotPublished.NOT_OFFERED


@pytest.mark.parametrize("minutes", [20, 40])
async def test_an_error_in_the_log_is_believed_after_a_while(tmp_path: Path, minutes: int) -> None:
    ahead = [timedelta(0)]

    def now() -> datetime:
        return datetime.now(UTC) + ahead[0]

    async with at_desk(tmp_path, now=now) as desk:
        desk.site.then = answer(b"<html>", status=502, headers={"X-Oneapi-Request-Id": "req-1"})
        job = await generate(desk.studio)
        desk.site.write(job, yuan=0, type=5, request_id="req-1")
        ahead[0] = timedelta(minutes=minutes)
        read = await desk.studio.settle_from_log()
        assert read == (LogRead(not_charged=1) if minutes > 30 else LogRead(unknown=1))

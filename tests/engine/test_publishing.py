"""A gateway is asked once for what it doesn't offer, and about an account no oftener than it allows."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from studio.domain.call_limit import MOST_CALLS, WITHIN
from studio.domain.catalog import Model, Price
from studio.domain.catalog_changes import changes
from studio.domain.catalog_words import tell_change
from studio.domain.errors import NotPublished
from studio.domain.keys import Secret
from studio.domain.money import Money
from studio.domain.published import GatewayMemory, Offer, WhyNotPublished
from studio.engine.publishing import Publishing
from studio.gateway.published import Published
from studio.settings.catalog import shipped_model
from tests.support.account_pages import (
    LOG,
    METRICS,
    PRICING,
    ROUTE,
    STATUS,
    USAGE,
    by_path,
    log,
    logged,
    measured,
    metrics,
    pricing,
    status,
    usage,
)
from tests.support.scripted_gateway import Answer, ScriptedGateway, answer, html_answer, json_answer

KEY = Secret("sk-story-4f9c2a7e1b")
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
TODAY = NOON.date()
SHIPPED = shipped_model()
ACCOUNT = {STATUS: status(), USAGE: usage(), LOG: log(logged())}


@dataclass
class Desk:
    """A gateway, what asks it, the time that is shown, and what was kept."""

    gateway: ScriptedGateway
    publishing: Publishing
    clock: list[datetime]
    kept: list[GatewayMemory] = field(default_factory=list[GatewayMemory])

    @property
    def asked(self) -> list[str]:
        return [request.target.partition("?")[0] for request in self.gateway.received]


@asynccontextmanager
async def asking(
    pages: dict[str, Answer], *, memory: GatewayMemory | None = None, otherwise: Answer | None = None
) -> AsyncGenerator[Desk]:
    kept: list[GatewayMemory] = []
    clock = [NOON]

    async def keep(changed: GatewayMemory) -> None:
        kept.append(changed)

    async with (
        ScriptedGateway(by_path(pages, otherwise=otherwise)) as gateway,
        Published(gateway.address) as published,
    ):
        publishing = Publishing(published, memory or GatewayMemory(), now=lambda: clock[-1], keep=keep)
        yield Desk(gateway, publishing, clock, kept)


def flat(model: Model, amount: str) -> Model:
    """The same price at every size, as such a gateway has it."""
    price = Money.parse(amount)
    prices = tuple(Price(size, price) for size in model.resolutions)
    return replace(model, groups=tuple(replace(group, prices=prices) for group in model.groups))


async def test_prices_and_figures_become_a_catalog_of_today() -> None:
    before = flat(SHIPPED, "0.10")
    pages = {STATUS: status(), PRICING: pricing(), METRICS: metrics(measured("官KEY-正价"))}
    async with asking(pages) as desk:
        done = await desk.publishing.refresh(before, route=ROUTE, today=TODAY)
    assert done.missing == ()
    assert [group.name for group in done.model.groups] == ["官KEY-1.5折", "官KEY-正价"]
    assert (done.model.read_on, done.model.figures_day) == (TODAY, TODAY)
    told = [tell_change(change) for change in changes(before, done.model)]
    assert "官KEY-正价: 4K per call is up from ¥0.10 to ¥0.71." in told
    assert "官KEY-正价: Uptime was 100%, is 97.96%." in told
    assert "官KEY-1.5折: Latency was 102.07 s, is —." in told
    assert "官KEY-3.5折 is no longer there." in told


async def test_one_price_for_all_sizes_replaces_no_prices_that_differ_by_size() -> None:
    pages = {STATUS: status(), PRICING: pricing(), METRICS: metrics(measured("官KEY-3.5折"))}
    async with asking(pages) as desk:
        done = await desk.publishing.refresh(SHIPPED, route=ROUTE, today=TODAY)
    assert [error.why for error in done.missing] == [WhyNotPublished.ONE_PRICE]
    assert [group.prices for group in done.model.groups] == [group.prices for group in SHIPPED.groups]
    assert (done.model.read_on, done.model.figures_day) == (SHIPPED.read_on, TODAY)
    fresh = done.model.group("官KEY-3.5折")
    assert fresh is not None
    assert fresh.uptime == Decimal("97.96")


async def test_prices_alone_leave_figures_with_their_own_day() -> None:
    before = flat(SHIPPED, "0.10")
    async with asking({STATUS: status(), PRICING: pricing()}) as desk:
        done = await desk.publishing.refresh(before, route=ROUTE, today=TODAY)
    assert [(error.offer, error.why) for error in done.missing] == [
        (Offer.FIGURES, WhyNotPublished.NOT_OFFERED)
    ]
    assert (done.model.read_on, done.model.figures_day) == (TODAY, SHIPPED.read_on)


async def test_what_is_not_offered_is_asked_for_once_and_remembered() -> None:
    async with asking({}) as desk:
        for _ in range(3):
            with pytest.raises(NotPublished) as caught:
                await desk.publishing.refresh(SHIPPED, route=ROUTE, today=TODAY)
            assert (caught.value.offer, caught.value.why) == (Offer.PRICES, WhyNotPublished.NOT_OFFERED)
        assert desk.asked == [STATUS, METRICS]
        remembered = desk.kept[-1]
    async with asking({}, memory=remembered) as later:
        with pytest.raises(NotPublished):
            await later.publishing.refresh(SHIPPED, route=ROUTE, today=TODAY)
        assert later.asked == []
        await later.publishing.forget()
        with pytest.raises(NotPublished):
            await later.publishing.refresh(SHIPPED, route=ROUTE, today=TODAY)
        assert later.asked == [STATUS, METRICS]


async def test_what_failed_for_now_is_asked_for_again() -> None:
    async with asking({}, otherwise=html_answer("Bad gateway", status=502)) as desk:
        for _ in range(2):
            with pytest.raises(NotPublished):
                await desk.publishing.refresh(SHIPPED, route=ROUTE, today=TODAY)
        assert desk.asked == [STATUS, METRICS] * 2
        assert desk.kept == []


async def test_twenty_calls_about_an_account_and_the_next_is_not_made() -> None:
    async with asking(ACCOUNT) as desk:
        for second in range(MOST_CALLS):
            desk.clock.append(NOON + timedelta(seconds=second))
            await (desk.publishing.balance(KEY) if second % 2 else desk.publishing.log(KEY))
        for ask in (desk.publishing.balance, desk.publishing.log):
            with pytest.raises(NotPublished) as caught:
                await ask(KEY)
            assert caught.value.why is WhyNotPublished.TOO_OFTEN
        assert len([path for path in desk.asked if path != STATUS]) == MOST_CALLS
        remembered = desk.kept[-1]
    async with asking(ACCOUNT, memory=remembered) as after_a_restart:
        after_a_restart.clock.append(NOON + timedelta(minutes=19))
        with pytest.raises(NotPublished):
            await after_a_restart.publishing.balance(KEY)
        assert after_a_restart.asked == []
        after_a_restart.clock.append(NOON + WITHIN)
        assert (await after_a_restart.publishing.balance(KEY)).available == Decimal("52.5")


async def test_many_who_ask_at_once_are_counted_together() -> None:
    async with asking(ACCOUNT) as desk:
        asked = (desk.publishing.balance(KEY) for _ in range(MOST_CALLS + 15))
        told = await asyncio.gather(*asked, return_exceptions=True)
        refused = [one for one in told if isinstance(one, NotPublished)]
        assert len(refused) == 15
        assert desk.asked.count(USAGE) == MOST_CALLS


async def test_a_gateway_that_was_asked_too_often_by_others_is_left_in_peace() -> None:
    async with asking(ACCOUNT | {USAGE: answer(status=429)}) as desk:
        for _ in range(2):
            with pytest.raises(NotPublished) as caught:
                await desk.publishing.balance(KEY)
            assert caught.value.why is WhyNotPublished.TOO_OFTEN
        assert desk.asked == [STATUS, USAGE]


async def test_a_key_that_is_refused_says_nothing_of_other_keys() -> None:
    refusing = json_answer({"success": False}, status=401)
    async with asking(ACCOUNT | {USAGE: refusing}) as desk:
        for _ in range(2):
            with pytest.raises(NotPublished):
                await desk.publishing.balance(KEY)
        assert desk.asked == [STATUS, USAGE] * 2


def test_the_day_is_one_where_both_were_read_on_it() -> None:
    assert replace(SHIPPED, read_on=date(2026, 11, 25)).figures_day == date(2026, 11, 25)

"""What a key may still spend, asked about at most every five minutes, and a catalog from the gateway."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from studio.domain.call_limit import MOST_CALLS
from studio.domain.catalog import ReadFrom
from studio.domain.errors import NoKey, NotPublished
from studio.domain.keys import Secret
from studio.domain.published import Balance, Offer, ReadBalance, WhyNotPublished
from studio.domain.recipe import DEMO_GATEWAY
from studio.engine.accounts import BALANCE_REST, CALLS_SPARED, Accounts
from studio.engine.compose import publishing_at
from studio.jobs.runner import Clock
from studio.keychain import Keychain
from studio.settings import Folders
from studio.settings.gateway_memory import load_memory
from tests.engine.workshop import GROUP, KEY, Workshop
from tests.support.account_pages import METRICS, PRICING, STATUS, USAGE, by_path, pricing, status, usage
from tests.support.scripted_gateway import Answer, ScriptedGateway, answer, html_answer, json_answer

OTHER = Secret("sk-another-key")
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
TODAY = date(2026, 11, 25)
LEFT = Balance(Decimal("52.5"), Decimal("17.5"), "CNY")
BROKEN = html_answer("Bad gateway", status=502)


@dataclass
class Desk:
    """Accounts at one gateway, and what a clock shows: `seconds` since noon, and what was asked."""

    gateway: ScriptedGateway
    accounts: Accounts
    pages: dict[str, Answer]
    seconds: list[float] = field(default_factory=lambda: [0.0])

    @property
    def asked(self) -> list[str]:
        """The keys that were asked about, in order."""
        return [
            request.headers["authorization"] for request in self.gateway.received if request.target == USAGE
        ]

    async def balance(self, key: Secret = KEY) -> ReadBalance:
        return await self.accounts.balance(self.gateway.address, key)


@asynccontextmanager
async def desk_of(folder: Path, **pages: Answer) -> AsyncGenerator[Desk]:
    """`usage` answers for the keys; without it the gateway tells nothing of them."""
    known = {STATUS: status()} | ({USAGE: pages["usage"]} if pages else {})
    folders = Folders(folder / "config", folder / "state", folder / "pictures")
    seconds = [0.0]
    clock = Clock(now=lambda: NOON + timedelta(seconds=seconds[-1]), monotonic=lambda: seconds[-1])
    async with (
        ScriptedGateway(by_path(known)) as gateway,
        Accounts(lambda address: publishing_at(address, folders), clock) as accounts,
    ):
        yield Desk(gateway, accounts, known, seconds)


async def test_a_balance_is_read_once_in_five_minutes(tmp_path: Path) -> None:
    async with desk_of(tmp_path, usage=usage()) as desk:
        assert await desk.balance() == ReadBalance(LEFT, NOON)
        desk.seconds.append(BALANCE_REST - 1)
        told = await asyncio.gather(*(desk.balance() for _ in range(5)))
        assert {one.read for one in told} == {NOON}
        assert len(desk.asked) == 1
        desk.seconds.append(BALANCE_REST)
        assert (await desk.balance()).read == NOON + timedelta(seconds=BALANCE_REST)
        assert len(desk.asked) == 2


async def test_each_key_has_its_own(tmp_path: Path) -> None:
    async with desk_of(tmp_path, usage=usage()) as desk:
        await asyncio.gather(desk.balance(), desk.balance(OTHER), desk.balance())
        assert sorted(desk.asked) == [f"Bearer {OTHER.reveal()}", f"Bearer {KEY.reveal()}"]


async def test_what_was_read_holds_while_the_gateway_cant_say(tmp_path: Path) -> None:
    async with desk_of(tmp_path, usage=usage()) as desk:
        first = await desk.balance()
        desk.gateway.script[:] = [by_path({STATUS: status(), USAGE: BROKEN})]
        desk.seconds.append(BALANCE_REST)
        assert await desk.balance() == first
        assert await desk.balance() == first
        assert len(desk.asked) == 2
        desk.gateway.script[:] = [by_path({STATUS: status(), USAGE: json_answer({}, status=401)})]
        desk.seconds.append(2 * BALANCE_REST)
        with pytest.raises(NotPublished) as caught:
            await desk.balance()
        assert caught.value.why is WhyNotPublished.KEY_REFUSED


@pytest.mark.parametrize("broken", [BROKEN, answer(status=429), json_answer({}, status=401)])
async def test_what_failed_isnt_asked_again_at_once_either(tmp_path: Path, broken: Answer) -> None:
    async with desk_of(tmp_path, usage=broken) as desk:
        for _ in range(3):
            with pytest.raises(NotPublished):
                await desk.balance()
        assert len(desk.asked) == 1


async def test_half_of_the_calls_are_left_to_what_the_person_asks_for(tmp_path: Path) -> None:
    async with desk_of(tmp_path, usage=usage()) as desk:
        keys = [Secret(f"sk-{number}") for number in range(MOST_CALLS - CALLS_SPARED)]
        first, *_ = [await desk.balance(key) for key in keys]
        with pytest.raises(NotPublished) as caught:
            await desk.balance()
        assert caught.value.why is WhyNotPublished.TOO_OFTEN
        desk.seconds.append(BALANCE_REST)
        assert await desk.balance(keys[0]) == first
        publishing = await desk.accounts.at(desk.gateway.address)
        assert publishing.calls_left == CALLS_SPARED
        desk.seconds.append(2 * BALANCE_REST)
        assert await desk.balance(keys[0]) == first


async def test_where_it_isnt_offered_it_is_asked_for_once_for_all_keys(tmp_path: Path) -> None:
    async with desk_of(tmp_path) as desk:
        for key in (KEY, OTHER, KEY):
            with pytest.raises(NotPublished) as caught:
                await desk.balance(key)
            assert caught.value.why is WhyNotPublished.NOT_OFFERED
        assert len(desk.asked) == 1


# In a Studio


async def test_a_studio_asks_with_the_key_of_the_group_and_remembers_the_gateway(tmp_path: Path) -> None:
    async with ScriptedGateway(by_path({STATUS: status(), USAGE: usage()})) as gateway:
        workshop = Workshop(tmp_path, gateway.address)
        async with workshop.open() as studio:
            assert (await studio.balance(GROUP)).balance == LEFT
        assert gateway.received[-1].headers["authorization"] == f"Bearer {KEY.reveal()}"
        assert len(load_memory(workshop.folders, gateway.address).calls.at) == 1


async def test_without_a_key_nothing_is_asked(tmp_path: Path) -> None:
    async with ScriptedGateway(by_path({})) as gateway:
        async with Workshop(tmp_path, gateway.address, keychain=Keychain()).open() as studio:
            with pytest.raises(NoKey):
                await studio.balance(GROUP)
        assert not gateway.received


async def test_the_demo_tells_nothing(tmp_path: Path) -> None:
    async with Workshop(tmp_path, DEMO_GATEWAY).open() as studio:
        with pytest.raises(NotPublished) as caught:
            await studio.refreshed(today=TODAY)
        assert caught.value.offer is Offer.PRICES
        with pytest.raises(NotPublished):
            await studio.balance(GROUP)


async def test_the_catalog_is_read_from_the_gateway(tmp_path: Path) -> None:
    pages = {
        STATUS: status(),
        PRICING: pricing({"model_name": "a-model", "enable_groups": [GROUP]}, {GROUP: 0.35}),
    }
    async with ScriptedGateway(by_path(pages)) as gateway:

        def asked_for_figures() -> int:
            return sum(request.target.startswith(METRICS) for request in gateway.received)

        async with Workshop(tmp_path, gateway.address).open() as studio:
            done = await studio.refreshed(today=TODAY)
            assert [group.name for group in done.model.groups] == [GROUP]
            assert (done.model.read_on, done.model.read_from) == (TODAY, ReadFrom.GATEWAY)
            await studio.refreshed(today=TODAY)
            assert asked_for_figures() == 1
            await studio.refreshed(today=TODAY, again=True)
            assert asked_for_figures() == 2

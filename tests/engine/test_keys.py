"""A group is its key's; and the key is nowhere but in the keychain and in the one header."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from studio.domain.errors import GatewayRefused, NoKey, UnusableAddress
from studio.domain.job import JobState
from studio.domain.keys import EVERY_GROUP, KeySource, Secret
from studio.domain.recipe import DEMO_GATEWAY
from studio.domain.words import describe_job
from studio.engine.compose import compose
from studio.engine.events import KeysChanged
from studio.keychain import Keychain
from studio.settings import Settings
from tests.engine.workshop import (
    GOOD,
    GOOD_BODY,
    GROUP,
    KEY,
    SLOW_GROUP,
    Told,
    Workshop,
    at_work,
    catalog,
    generate,
    until,
    wish,
)
from tests.support.scripted_gateway import (
    Line,
    Received,
    ScriptedGateway,
    answer,
    cut_answer,
    json_answer,
)

if TYPE_CHECKING:
    from pathlib import Path


async def test_without_a_key_nothing_is_written_or_sent(tmp_path: Path) -> None:
    async with ScriptedGateway(GOOD) as gateway:
        async with Workshop(tmp_path, gateway.address, keychain=Keychain()).open() as studio:
            with pytest.raises(NoKey):
                await studio.place(wish())
            assert await studio.library.jobs(ended=True) == ()
        assert gateway.received == []


async def test_a_key_taken_away_before_the_call_refuses_the_job_in_words(tmp_path: Path) -> None:
    keychain = Keychain()
    async with ScriptedGateway(GOOD) as gateway:
        keychain.store(gateway.address, GROUP, KEY)
        async with Workshop(tmp_path, gateway.address, keychain=keychain).open() as studio:
            await studio.stop_sending()
            (job,) = await studio.place(wish())
        async with Workshop(tmp_path, gateway.address, keychain=Keychain()).open() as studio:
            await studio.run([job.id])
            await studio.wait_idle()
            job = await studio.library.job(job.id)
            assert job.state is JobState.REFUSED
            words = describe_job(job)
            assert words is not None
            assert words.what == f"There is no key for the group {GROUP}."
            assert words.cost == "Nothing was sent, so it cost nothing."
        assert gateway.received == []


async def test_choosing_a_group_chooses_its_key(tmp_path: Path) -> None:
    keychain = Keychain()
    async with ScriptedGateway(GOOD) as gateway:
        workshop = Workshop(tmp_path, gateway.address + "/", keychain=keychain)
        async with workshop.open() as studio:
            assert await studio.store_key(GROUP, Secret("sk-full")) is KeySource.SESSION
            assert await studio.keychain_problem()
            await studio.store_key(EVERY_GROUP, Secret("sk-every"))
            states = {state.group: (state.source, state.assumed) for state in await studio.key_states()}
            assert states == {GROUP: (KeySource.SESSION, False), SLOW_GROUP: (KeySource.SESSION, True)}
            certain = await generate(studio)
            assumed = await generate(studio, wish(group=SLOW_GROUP))
            sent = [call.headers["authorization"] for call in gateway.received]
            assert sent == ["Bearer sk-full", "Bearer sk-every"]
            assert [job.attempts[0].price_assumed for job in (certain, assumed)] == [False, True]
            assert certain.order.gateway == gateway.address

            await studio.remove_key(GROUP)
            await studio.remove_key()
            assert {state.source for state in await studio.key_states()} == {None}
            await studio.wait_idle()
            changes = [event for event in workshop.told.events if isinstance(event, KeysChanged)]
            assert len(changes) == 4


async def test_the_demo_looks_for_no_keychain(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path, DEMO_GATEWAY, keychain=Keychain())
    async with workshop.open() as studio:
        assert not await studio.keychain_problem()
        paid = replace(Settings(), gateway="https://gateway.example")
        await studio.choose(settings=paid, model=catalog())
        assert await studio.keychain_problem()


@pytest.mark.parametrize(
    "address", ["http://gateway.example", "ftp://gateway.example", "gateway.example", ""]
)
async def test_no_key_goes_to_an_unusable_address(tmp_path: Path, address: str) -> None:
    async with Workshop(tmp_path, address).open() as studio:
        with pytest.raises(UnusableAddress):
            await studio.place(wish())
        with pytest.raises(UnusableAddress):
            await studio.store_key(GROUP, KEY)
        with pytest.raises(UnusableAddress):
            await studio.test_connection(address, KEY)
        assert await studio.library.jobs(ended=True) == ()


async def test_a_connection_is_tested_with_the_key_that_was_typed(tmp_path: Path) -> None:
    models = json_answer({"data": [{"id": "a-model"}, {"id": "b-model"}]})
    wrong = json_answer({"error": {"code": "invalid_api_key", "message": "no"}}, status=401)
    async with at_work(tmp_path, models, wrong) as (studio, gateway, _):
        assert await studio.test_connection(gateway.address, Secret("sk-typed")) == ("a-model", "b-model")
        with pytest.raises(GatewayRefused):
            await studio.test_connection(gateway.address, Secret("sk-wrong"))
        assert [call.headers["authorization"] for call in gateway.received] == [
            "Bearer sk-typed",
            "Bearer sk-wrong",
        ]


async def test_the_key_is_in_no_file_and_in_no_line_of_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """After good replies, cut ones and errors, also of a gateway that echoes the key."""
    told, key = Told(), KEY.reveal()
    echo = f"Bearer {key} may not"

    async def echoes(request: Received, line: Line) -> None:
        await answer(request.headers["authorization"].encode(), status=404)(request, line)

    script = (
        GOOD,
        json_answer({"error": {"code": 403, "message": echo}}, status=403, headers={"x-request-id": key}),
        json_answer({"error": {"message": echo}}),
        cut_answer(GOOD_BODY, after=99),
        echoes,
        # Between failures, so that the group doesn't rest.
        json_answer({"candidates": [{"finishReason": "OTHER", "finishMessage": echo}]}),
        answer(echo.encode(), status=502),
    )
    caplog.set_level(logging.DEBUG)
    async with ScriptedGateway(*script) as gateway:
        studio = compose(
            folder=tmp_path,
            settings=replace(Settings(), gateway=gateway.address, parallel=1),
            model=catalog(),
            keychain=Keychain(environment=KEY),
        )
        async with studio:
            studio.subscribe(told.events.append)
            await studio.place(wish(count=len(script)))
            await studio.wait_idle()
            shown = repr([await studio.library.job(job.id) for job in await studio.library.jobs(ended=True)])
        assert len(gateway.received) == len(script)
    kept = _files(tmp_path)
    assert len(kept) > 5
    assert [path for path, data in kept.items() if key.encode() in data] == []
    assert [line for line in caplog.messages if key in line] == []
    assert key not in shown
    assert key not in repr(told.events)


def _files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# Choosing, and the demo


async def test_the_demo_costs_nothing_and_needs_no_key(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path, DEMO_GATEWAY, keychain=Keychain(), thumbnails=True)
    async with workshop.open() as studio:
        group = studio.model.groups[0]
        assert {state.source for state in await studio.key_states()} == {KeySource.DEMO}
        price = group.price(wish().recipe.resolution)
        assert price is not None
        jobs = await studio.place(replace(wish(count=2), group=group.name, price=price))
        await studio.wait_idle()
        seen = [await studio.library.job(job.id) for job in jobs]
        assert {job.state for job in seen} == {JobState.SAVED}
        assert (await studio.spent_today()).total.fen == 0
        assert await studio.library.verify() == ()


async def test_another_gateway_is_for_new_orders_only(tmp_path: Path) -> None:
    go = asyncio.Event()

    async def later(request: Received, line: Line) -> None:
        await go.wait()
        await GOOD(request, line)

    async with ScriptedGateway(later) as first, ScriptedGateway(GOOD) as second:
        workshop = Workshop(tmp_path, first.address, parallel=1)
        async with workshop.open() as studio:
            await studio.place(wish(count=2))
            await until(lambda: len(first.received) == 1)
            settings = Settings(gateway=second.address, route="another-model")
            await studio.choose(settings=settings, model=catalog())
            (job,) = await studio.place(wish())
            go.set()
            await studio.wait_idle()
            assert (len(first.received), len(second.received)) == (2, 1)
            assert second.received[0].target == "/v1beta/models/another-model:generateContent"
            assert (job.order.gateway, job.order.model) == (second.address, "another-model")

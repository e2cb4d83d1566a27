"""A group that is gone from the catalog while its jobs are queued: they keep their group, key and price."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from studio.domain.errors import WrongRecipe
from studio.domain.job import JobState
from studio.domain.recipe import Problem
from studio.settings import Settings
from tests.engine.workshop import GOOD, GROUP, PRICE, at_work, catalog, until, wish
from tests.support.scripted_gateway import silent_answer


async def test_what_was_ordered_is_made_at_its_price(tmp_path: Path) -> None:
    go = asyncio.Event()
    async with at_work(tmp_path, silent_answer(go, GOOD)) as (studio, gateway, _):
        settings = Settings(gateway=gateway.address, parallel=1)
        await studio.choose(settings=settings, model=catalog())
        jobs = await studio.place(replace(wish(), count=3))
        await until(lambda: gateway.received)
        left = tuple(group for group in catalog().groups if group.name != GROUP)
        await studio.choose(settings=settings, model=replace(catalog(), groups=left))
        go.set()
        await studio.wait_idle()
        for one in jobs:
            job = await studio.library.job(one.id)
            assert job.state is JobState.SAVED
            assert [(attempt.group, attempt.price) for attempt in job.attempts] == [(GROUP, PRICE)]
        assert len(gateway.received) == 3
        with pytest.raises(WrongRecipe) as caught:
            await studio.place(wish())
        assert caught.value.problems == (Problem.UNKNOWN_GROUP,)
        assert len(gateway.received) == 3


async def test_a_price_that_is_gone_is_not_nothing(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, gateway, _):
        bare = tuple(replace(group, prices=group.prices[:1]) for group in catalog().groups)
        settings = Settings(gateway=gateway.address)
        await studio.choose(settings=settings, model=replace(catalog(), groups=bare))
        with pytest.raises(WrongRecipe) as caught:
            await studio.place(wish())
        assert caught.value.problems == (Problem.UNKNOWN_PRICE,)
        assert gateway.received == []

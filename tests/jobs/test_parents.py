"""Jobs that wait for the one before them, wherever that one is."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from studio.domain.job import ErrorWords, JobState
from tests.jobs.bench import Bench, ScriptedCaller, bench, until

if TYPE_CHECKING:
    from pathlib import Path

    from studio.domain.job import Job


async def place_after(shop: Bench, before: Job) -> Job:
    """Place a job that continues this one, and take it in hand."""
    order = before.order
    recipe = replace(order.recipe, prompt="with snow", parent_job=before.id)
    (job,) = await shop.library.place(replace(order, id=f"after {before.id}", recipe=recipe))
    shop.runner.add([job])
    return job


def at_once() -> ScriptedCaller:
    caller = ScriptedCaller()
    caller.ready.set()
    return caller


async def not_in_hand(shop: Bench) -> Job:
    """A job of an earlier run, which the runner knows nothing of."""
    (job,) = await shop.place()
    await shop.runner.wait_idle()
    fresh = replace(job.order, id="of an earlier run")
    (job,) = await shop.library.place(fresh)
    return job


async def test_a_job_that_somebody_else_ends_is_heard_of(tmp_path: Path) -> None:
    async with bench(tmp_path, at_once()) as shop:
        before = await not_in_hand(shop)
        after = await place_after(shop, before)
        last = await place_after(shop, after)
        await until(lambda: shop.disk.tried.count("follow") == 2)
        refused = await shop.library.refuse(before.id, ErrorWords("no_key", message="G"))
        assert shop.caller.made == 1
        shop.runner.saw(refused)
        await shop.runner.wait_idle()
        assert [(await shop.library.job(job.id)).state for job in (after, last)] == [JobState.REFUSED] * 2
        assert shop.caller.made == 1


async def test_what_becomes_of_it_is_written_as_soon_as_there_is_room(tmp_path: Path) -> None:
    async with bench(tmp_path, at_once()) as shop:
        before = await not_in_hand(shop)
        shop.disk.refuses.add("follow")
        after = await place_after(shop, before)
        await until(lambda: shop.full)
        shop.runner.add([before])
        await until(lambda: shop.states(before)[-1:] == [JobState.SAVED])
        assert shop.caller.made == 2
        shop.disk.refuses.clear()
        shop.runner.room_made()
        await shop.runner.wait_idle()
        after = await shop.library.job(after.id)
        saved = await shop.library.job(before.id)
        assert (after.state, after.order.recipe.parent) == (JobState.SAVED, saved.versions[0])
        assert shop.caller.made == 3


async def test_waiting_for_a_step_takes_no_place_from_other_jobs(tmp_path: Path) -> None:
    async with bench(tmp_path, at_once(), parallel=1) as shop:
        before = await not_in_hand(shop)
        after = await place_after(shop, before)
        (other,) = await shop.place()
        await until(lambda: shop.states(other)[-1:] == [JobState.SAVED])
        assert (await shop.library.job(after.id)).state is JobState.QUEUED


async def test_leaving_ends_the_waiting_and_leaves_it_in_the_queue(tmp_path: Path) -> None:
    async with bench(tmp_path, at_once()) as shop:
        before = await not_in_hand(shop)
        after = await place_after(shop, before)
        await until(lambda: shop.disk.tried.count("follow"))
        await asyncio.wait_for(shop.runner.leave(), 5)
        assert (await shop.library.job(after.id)).state is JobState.QUEUED

"""Jobs that wait for the one before them, wherever that one is."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from studio.domain.charge import Outcome
from studio.domain.errors import GatewayRefused, OutcomeUnknown
from studio.domain.job import ErrorWords, JobState
from studio.domain.money import ZERO
from studio.domain.recipe import Recipe
from studio.domain.reply import Reply
from tests.domain.making import NOON
from tests.domain.making import order as an_order
from tests.jobs.bench import Bench, ScriptedCall, ScriptedCaller, bench, brings_a_picture, until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from random import Random

    import pytest

    from studio.domain.incoming import Incoming
    from studio.domain.job import Job

AN_ORDER = an_order()
ALWAYS = (NOON - timedelta(days=9000), NOON + timedelta(days=9000))


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


BRINGS = st.sampled_from(("picture", "nothing", "refusal", "silence"))
TREES = st.lists(st.tuples(st.none() | st.integers(0, 5), BRINGS), min_size=1, max_size=8)


@dataclass
class EachAsItSays(ScriptedCaller):
    """Every call ends as the prompt of its job says."""

    sent: list[str] = field(default_factory=list[str])

    async def prepare(self, job: Job) -> ScriptedCall:
        async def make(incoming: Incoming, progress: Callable[[JobState], None]) -> Reply:
            self.sent.append(job.order.id)
            match job.order.recipe.prompt:
                case "picture":
                    return await brings_a_picture(incoming, progress)
                case "nothing":
                    return Reply(Outcome.NO_PICTURE)
                case "refusal":
                    raise GatewayRefused("400", outcome=Outcome.REFUSED, status=400)
                case _:
                    raise OutcomeUnknown("timeout", outcome=Outcome.LOST)

        return ScriptedCall(ScriptedCaller(making=make))


@given(TREES, st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_a_step_is_sent_once_and_only_after_one_that_was_saved(
    tmp_path_factory: pytest.TempPathFactory, tree: list[tuple[int | None, str]], random: Random
) -> None:
    async def story() -> None:
        caller = EachAsItSays()
        async with bench(tmp_path_factory.mktemp("tree"), caller, parallel=2) as shop:
            jobs: list[Job] = []
            for number, (link, brings) in enumerate(tree):
                before = None if link is None or link >= number else jobs[link].id
                order = replace(AN_ORDER, id=str(number), recipe=Recipe(brings, parent_job=before))
                jobs += await shop.library.place(order)
            for job in random.sample(jobs, len(jobs)):
                shop.runner.add([job])
            await asyncio.wait_for(shop.runner.wait_idle(), 10)
            ended = [await shop.library.job(job.id) for job in jobs]
            saved = {job.id for job in ended if job.state is JobState.SAVED}
            may = [job.order.recipe.parent_job in {None, *saved} for job in jobs]
            assert sorted(caller.sent) == [job.order.id for job, sent in zip(jobs, may, strict=True) if sent]
            for job, sent in zip(ended, may, strict=True):
                assert job.ended
                assert len(job.attempts) == sent
                assert (job.state is JobState.SAVED) == (sent and job.order.recipe.prompt == "picture")
            assert (await shop.library.spent(*ALWAYS)).reserved == ZERO

    asyncio.run(story())

"""Orders whose parent is still on its way: they wait for it, and are never sent without it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from studio.domain.errors import NothingToContinue, NotPutTogether, UnknownJob
from studio.domain.job import JobState
from studio.domain.recipe import Recipe
from studio.domain.words import describe_job
from tests.engine.test_compositing import GOOD_ANSWER, POOR_ANSWER, edit, parent_in
from tests.engine.workshop import (
    GOOD,
    GROUP,
    NOTHING,
    PRICE,
    Counter,
    Workshop,
    at_work,
    generate,
    until,
    wish,
)
from tests.support.scripted_gateway import Received, ScriptedGateway, json_answer, reply_of

if TYPE_CHECKING:
    from pathlib import Path

    from studio.domain.job import Job
    from studio.engine.studio import Studio

NO_PICTURE = json_answer(reply_of({"text": "I can't draw that."}))


async def place_after(studio: Studio, before: Job, prompt: str = "more fog") -> Job:
    (job,) = await studio.place(wish(recipe=Recipe(prompt, parent_job=before.id)))
    return job


def said(call: Received) -> str:
    return call.body.decode()


async def test_an_order_whose_parent_is_in_flight_waits_for_it_and_continues_it(tmp_path: Path) -> None:
    held = Counter()
    async with at_work(tmp_path, held) as (studio, gateway, told):
        (first,) = await studio.place(wish("a lighthouse"))
        await until(lambda: gateway.received)
        second = await place_after(studio, first)
        third = await place_after(studio, second, "no boats")
        assert second.order.recipe.parent_job == first.id
        assert (await studio.spent_today()).reserved == PRICE * 3
        await asyncio.sleep(0.05)
        assert len(gateway.received) == 1
        held.go.set()
        await studio.wait_idle()
        first, second, third = [await studio.library.job(job.id) for job in (first, second, third)]
        assert (second.order.recipe.parent, second.order.recipe.parent_job) == (first.versions[0], None)
        assert third.order.recipe.parent == second.versions[0]
        tree = await studio.library.tree(first.versions[0])
        assert [version.recipe.parent for version in tree] == [None, tree[0].id, tree[1].id]
        assert ["fog" in said(call) for call in gateway.received] == [False, True, False]
        assert told.states(third.id)[0] is JobState.QUEUED
        assert (await studio.spent_today()).charged == PRICE * 3


async def test_a_step_after_one_that_brought_nothing_is_never_sent_and_costs_nothing(tmp_path: Path) -> None:
    async with at_work(tmp_path, NO_PICTURE) as (studio, gateway, _):
        (first,) = await studio.place(wish())
        second = await place_after(studio, first)
        third = await place_after(studio, second)
        await studio.wait_idle()
        assert len(gateway.received) == 1
        for job in (second, third):
            ended = await studio.library.job(job.id)
            assert (ended.state, ended.attempts) == (JobState.REFUSED, ())
            assert str(describe_job(ended)) == (
                "The step before this one brought no picture. Nothing was sent, so it cost nothing. "
                "Send that one again, then continue its picture."
            )
        spent = await studio.spent_today()
        assert (spent.reserved, spent.unknown) == (NOTHING, PRICE)
        # Nor is one placed after it.
        with pytest.raises(NothingToContinue):
            await place_after(studio, first)
        with pytest.raises(UnknownJob):
            await studio.place(wish(recipe=Recipe("more fog", parent_job="nobody")))
        with pytest.raises(NothingToContinue):
            await studio.send_again(second.id, price=PRICE)
        assert len(await studio.library.jobs(ended=True)) == 3


async def test_an_order_after_one_that_is_saved_already_continues_its_version(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, _, _):
        first = await generate(studio)
        second = await place_after(studio, first)
        assert (second.order.recipe.parent, second.order.recipe.parent_job) == (first.versions[0], None)
        await studio.wait_idle()


async def test_cancelling_a_step_refuses_what_waits_for_it_and_leaves_what_it_waited_for(
    tmp_path: Path,
) -> None:
    held = Counter()
    async with at_work(tmp_path, held) as (studio, gateway, _):
        (first,) = await studio.place(wish())
        await until(lambda: gateway.received)
        second = await place_after(studio, first)
        third = await place_after(studio, second)
        assert (await studio.cancel(second.id)).state is JobState.CANCELLED
        await until(lambda: third.id not in {job.id for job in studio.in_hand})
        assert (await studio.library.job(third.id)).state is JobState.REFUSED
        held.go.set()
        await studio.wait_idle()
        assert (await studio.library.job(first.id)).state is JobState.SAVED
        assert (await studio.library.job(second.id)).attempts == ()


async def test_a_step_that_was_cancelled_and_arrives_all_the_same_is_continued(tmp_path: Path) -> None:
    held = Counter()
    async with at_work(tmp_path, held) as (studio, gateway, _):
        (first,) = await studio.place(wish())
        await until(lambda: gateway.received)
        second = await place_after(studio, first)
        assert (await studio.cancel(first.id)).state is JobState.CANCELLED
        held.go.set()
        await studio.wait_idle()
        assert (await studio.library.job(first.id)).arrived_after_cancel
        assert (await studio.library.job(second.id)).state is JobState.SAVED


async def test_steps_that_wait_survive_the_end_and_ask_before_they_spend(tmp_path: Path) -> None:
    async with ScriptedGateway(GOOD) as gateway:
        workshop = Workshop(tmp_path, gateway.address)
        async with workshop.open() as studio:
            await studio.stop_sending()
            (first,) = await studio.place(wish())
            second = await place_after(studio, first)
        async with workshop.open() as studio:
            assert [job.asks for job in await studio.library.jobs()] == [True, True]
            assert (await studio.spent_today()).reserved == PRICE * 2
            # The second alone has nothing to continue yet.
            await studio.run([second.id])
            await asyncio.sleep(0.05)
            assert gateway.received == []
            assert [job.id for job in studio.in_hand] == [second.id]
            await studio.run([first.id])
            await studio.wait_idle()
            first, second = [await studio.library.job(job.id) for job in (first, second)]
            assert second.order.recipe.parent == first.versions[0]
            assert second.state is JobState.SAVED
        assert len(gateway.received) == 2


async def test_a_step_that_waits_for_one_that_is_discarded_is_refused(tmp_path: Path) -> None:
    async with ScriptedGateway(GOOD) as gateway:
        workshop = Workshop(tmp_path, gateway.address)
        async with workshop.open() as studio:
            await studio.stop_sending()
            (first,) = await studio.place(wish())
            second = await place_after(studio, first)
        async with workshop.open() as studio:
            await studio.run([second.id])
            await studio.discard([first.id])
            await studio.wait_idle()
            assert (await studio.library.job(second.id)).state is JobState.REFUSED
            assert (await studio.spent_today()).total == NOTHING
        assert gateway.received == []


async def test_a_step_after_one_that_was_left_in_flight_is_not_sent(tmp_path: Path) -> None:
    async with ScriptedGateway(Counter()) as gateway:
        workshop = Workshop(tmp_path, gateway.address)
        async with workshop.open() as studio:
            (first,) = await studio.place(wish())
            await until(lambda: gateway.received)
            second = await place_after(studio, first)
        async with workshop.open() as studio:
            assert (await studio.library.job(first.id)).state is JobState.UNKNOWN
            await studio.run([second.id])
            await studio.wait_idle()
            assert (await studio.library.job(second.id)).state is JobState.REFUSED
        assert len(gateway.received) == 1


# A step after one that changes a region only: what was put together of it is what counts.


async def test_a_step_after_a_protected_edit_continues_what_was_put_together(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD_ANSWER) as (studio, gateway, _):
        parent = await parent_in(studio)
        (edited,) = await studio.place(wish(recipe=edit(parent)))
        after = await place_after(studio, edited)
        await studio.wait_idle()
        after = await studio.library.job(after.id)
        answer, composite, last = (await studio.library.tree(parent))[1:]
        assert composite.recipe.composite is not None
        assert composite.recipe.composite.answer == answer.id
        assert (after.versions, last.recipe.parent) == ((last.id,), composite.id)
        assert len(gateway.received) == 2


async def test_a_step_after_a_protected_edit_that_lies_askew_is_left_to_the_person(tmp_path: Path) -> None:
    async with at_work(tmp_path, POOR_ANSWER) as (studio, gateway, _):
        parent = await parent_in(studio)
        (edited,) = await studio.place(wish(recipe=edit(parent)))
        after = await place_after(studio, edited)
        await studio.wait_idle()
        after = await studio.library.job(after.id)
        assert (after.state, after.attempts) == (JobState.REFUSED, ())
        assert "doesn't lie well over its picture. Nothing was sent" in str(describe_job(after))
        with pytest.raises(NotPutTogether):
            await place_after(studio, edited)
        (answer,) = (await studio.library.job(edited.id)).versions
        composite = await studio.compose(answer, as_it_is=True)
        again = await place_after(studio, edited)
        assert composite is not None
        assert again.order.recipe.parent == composite.id
        await studio.wait_idle()
        assert len(gateway.received) == 2


async def test_a_replay_of_a_protected_edit_is_put_together_anew(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD_ANSWER) as (studio, _, _):
        parent = await parent_in(studio)
        await generate(studio, wish(recipe=edit(parent)))
        composite = (await studio.library.tree(parent))[-1]
        last = (await generate(studio, wish(recipe=Recipe("more fog", parent=composite.id)))).versions[0]
        plan = await studio.replay_plan(last, group=GROUP)
        assert [step.recipe.region is not None for step in plan.steps] == [True, False]
        await studio.replay(plan, price=plan.total)
        await studio.wait_idle()
        *_, again, fog = await studio.library.tree(parent)
        assert again.is_put_together
        assert again.id != composite.id
        assert fog.recipe.parent == again.id

"""Orders whose parent is still on its way: they wait for it, and are never sent without it."""

from __future__ import annotations

import asyncio
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from studio.domain.errors import NothingToContinue, NotPutTogether, UnknownJob
from studio.domain.job import JobState
from studio.domain.marks import Composite, Patch, PatchKind, Region
from studio.domain.recipe import Recipe
from studio.domain.words import describe_job
from studio.library.database import open_for_writing
from studio.library.layout import LibraryFolder
from studio.library.version_records import insert_version
from tests.engine.workshop import GOOD, NOTHING, PRICE, Counter, Workshop, at_work, generate, until, wish
from tests.support.scripted_gateway import Received, ScriptedGateway, json_answer, reply_of

if TYPE_CHECKING:
    from pathlib import Path

    from studio.domain.job import Job
    from studio.domain.version import Version
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


def say_due(folder: Path, answer: str, *, fit: float | None) -> None:
    with closing(open_for_writing(LibraryFolder(folder))) as connection:
        connection.execute("INSERT OR REPLACE INTO composites_due VALUES (?, ?)", (answer, fit))


async def test_a_step_after_a_protected_edit_waits_until_it_is_put_together(tmp_path: Path) -> None:
    sky = Region((Patch(PatchKind.BOX, ((0, 0), (1, 0.3))),))
    async with ScriptedGateway(GOOD) as gateway:
        workshop = Workshop(tmp_path, gateway.address)
        async with workshop.open() as studio:
            root = (await generate(studio)).versions[0]
            edited = await generate(studio, wish(recipe=Recipe("a red sky", parent=root, region=sky)))
            (answer,) = edited.versions
            say_due(tmp_path, answer, fit=None)
            second = await place_after(studio, edited)
            assert (second.order.recipe.parent, second.order.recipe.parent_job) == (None, edited.id)
            await asyncio.sleep(0.05)
        say_due(tmp_path, answer, fit=0.2)
        async with workshop.open() as studio:
            # It lies too poorly: the person is to look first.
            await studio.run([second.id])
            await studio.wait_idle()
            second = await studio.library.job(second.id)
            assert (second.state, second.attempts) == (JobState.REFUSED, ())
            assert "doesn't lie well" in str(describe_job(second))
            with pytest.raises(NotPutTogether):
                await place_after(studio, edited)
            put_together(tmp_path, await studio.library.version(answer))
            await studio.stop_sending()
            third = await place_after(studio, edited)
            assert third.order.recipe.parent == "composite"
        assert len(gateway.received) == 2


def put_together(folder: Path, answer: Version) -> None:
    """All the same, as the person says."""
    recipe = replace(answer.recipe, region=None, composite=Composite(answer.id, 0, 0, 1, 0.2))
    made = replace(answer, id="composite", recipe=recipe, path="c.png", attempt="local", job="local")
    with closing(open_for_writing(LibraryFolder(folder))) as connection:
        # Its own order and job are nobody's business here.
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("DELETE FROM composites_due")
        insert_version(connection, made, drafts=())

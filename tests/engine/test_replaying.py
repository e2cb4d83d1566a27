"""Edits made once more, with the price before and each step after the other."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from studio.domain.errors import NothingToReplay, ReferenceGone, UnknownVersion, VersionGone, WrongRecipe
from studio.domain.geometry import Resolution
from studio.domain.job import JobState
from studio.domain.recipe import Problem, Recipe
from tests.engine.workshop import (
    GOOD,
    GROUP,
    NOTHING,
    PRICE,
    SLOW_GROUP,
    Counter,
    Workshop,
    at_work,
    generate,
    png,
    until,
    wish,
)
from tests.support.scripted_gateway import Received, ScriptedGateway, json_answer, picture_part, reply_of

if TYPE_CHECKING:
    from pathlib import Path

    from studio.engine.studio import Studio

OTHER = png(seed=3)
REFUSED = json_answer({"error": {"message": "no", "code": "sensitive_words_detected"}}, status=400)


async def iterate(studio: Studio, *prompts: str) -> list[str]:
    """A chain of versions, each made of the one before it."""
    ids: list[str] = []
    for prompt in prompts:
        recipe = Recipe(prompt, parent=ids[-1] if ids else None)
        ids += (await generate(studio, wish(recipe=recipe))).versions
    return ids


def body(call: Received) -> dict[str, Any]:
    return json.loads(call.body)


def pictures(call: Received) -> list[bytes]:
    """What was sent along, in order."""
    parts = [part for turn in body(call)["contents"] for part in turn["parts"]]
    return [base64.b64decode(part["inlineData"]["data"]) for part in parts if "inlineData" in part]


def size_of(call: Received) -> str:
    return body(call)["generationConfig"]["imageConfig"]["imageSize"]


async def test_edits_are_made_of_another_version_one_after_the_other(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, gateway, _):
        (*_, last) = await iterate(studio, "a lighthouse", "warmer", "more fog")
        await studio.create_project("Boats")
        boat = (await generate(studio, replace(wish("a boat"), project="Boats"))).versions[0]
        before = len(gateway.received)
        plan = await studio.replay_plan(last[:-1], on=boat[:-1], group=SLOW_GROUP)
        assert [step.recipe.prompt for step in plan.steps] == ["warmer", "more fog"]
        assert (str(plan.total), plan.project) == ("¥0.24", "Boats")
        assert len(gateway.received) == before
        first, second = await studio.replay(plan, price=plan.total)
        assert (await studio.spent_today()).reserved == plan.total
        await studio.wait_idle()
        first, second = [await studio.library.job(job.id) for job in (first, second)]
        assert [job.order.group for job in (first, second)] == [SLOW_GROUP] * 2
        tree = await studio.library.tree(boat)
        assert [version.id for version in tree] == [boat, *first.versions, *second.versions]
        assert [version.recipe.parent for version in tree] == [None, boat, tree[1].id]
        assert {version.project for version in tree} == {"Boats"}
        assert ["warmer" in str(body(call)) for call in gateway.received[before:]] == [True, False]


async def test_each_step_sends_what_the_one_before_it_brought(tmp_path: Path) -> None:
    brought = [png(seed=seed) for seed in range(10, 15)]
    script = [json_answer(reply_of(picture_part(data))) for data in brought]
    async with at_work(tmp_path, *script) as (studio, gateway, _):
        *_, last = await iterate(studio, "a lighthouse", "warmer", "more fog")
        given = await studio.library.add_reference_bytes(OTHER, name="harbour.png")
        plan = await studio.replay_plan(last, on=given, group=GROUP)
        await studio.replay(plan, price=plan.total)
        await studio.wait_idle()
        assert [pictures(call) for call in gateway.received] == [
            [],
            [brought[0]],
            [brought[1]],
            [OTHER],
            [brought[3]],
        ]


async def test_all_of_it_is_made_anew_at_another_size(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, gateway, _):
        root, last = await iterate(studio, "a lighthouse", "warmer")
        plan = await studio.replay_plan(last, resolution=Resolution.TWO_K, group=GROUP)
        await studio.replay(plan, price=PRICE * 2)
        await studio.wait_idle()
        assert [size_of(call) for call in gateway.received] == ["1K", "1K", "2K", "2K"]
        made = (await studio.library.versions(limit=1))[0]
        assert [version.recipe.prompt for version in await studio.library.tree(made.id)] == [
            "a lighthouse",
            "warmer",
        ]
        assert made.id not in {version.id for version in await studio.library.tree(root)}


async def test_after_a_step_that_is_refused_the_rest_is_not_sent(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD, GOOD, GOOD, GOOD, GOOD, REFUSED, GOOD) as (studio, gateway, _):
        *_, last = await iterate(studio, "a lighthouse", "warmer", "more fog", "no boats")
        plan = await studio.replay_plan(last, group=GROUP)
        jobs = await studio.replay(plan, price=plan.total)
        await studio.wait_idle()
        states = [(await studio.library.job(job.id)).state for job in jobs]
        assert states == [JobState.SAVED, JobState.REFUSED, JobState.REFUSED, JobState.REFUSED]
        assert len(gateway.received) == 6
        spent = await studio.spent_today()
        assert (spent.charged, spent.reserved, spent.unknown) == (PRICE * 5, NOTHING, NOTHING)


async def test_a_replay_survives_the_end_and_goes_on_at_a_word(tmp_path: Path) -> None:
    async with ScriptedGateway(GOOD, GOOD, GOOD, Counter(), GOOD) as gateway:
        workshop = Workshop(tmp_path, gateway.address)
        async with workshop.open() as studio:
            *_, last = await iterate(studio, "a lighthouse", "warmer", "more fog")
            await studio.stop_sending()
            plan = await studio.replay_plan(last, group=GROUP)
            jobs = await studio.replay(plan, price=plan.total)
        assert len(gateway.received) == 3
        async with workshop.open() as studio:
            assert [job.asks for job in await studio.library.jobs()] == [True] * 3
            assert (await studio.spent_today()).reserved == plan.total
            await studio.run(job.id for job in jobs)
            await until(lambda: len(gateway.received) == 4)
            # Left while the first of them is on its way: what becomes of that nobody knows.
        async with workshop.open() as studio:
            await studio.run(job.id for job in jobs[1:])
            await studio.wait_idle()
            states = [(await studio.library.job(job.id)).state for job in jobs]
            assert states == [JobState.UNKNOWN, JobState.REFUSED, JobState.REFUSED]
        assert len(gateway.received) == 4


async def test_what_a_later_step_would_miss_is_said_before_anything_is_paid(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, _, _):
        library = studio.library
        *_, warmer = await iterate(studio, "a lighthouse", "warmer")
        mood = await library.add_reference_bytes(OTHER, name="mood.png")
        last = (await generate(studio, wish(recipe=Recipe("as there", (mood,), parent=warmer)))).versions[0]
        assert len((await studio.replay_plan(last, group=GROUP)).steps) == 3
        library.reference_path(mood.sha256).unlink()
        with pytest.raises(ReferenceGone, match="mood"):
            await studio.replay_plan(last, group=GROUP)
        library.path(await library.version(warmer)).unlink()
        with pytest.raises(VersionGone):
            await studio.replay_plan(warmer, on=warmer, group=GROUP)


async def test_what_cant_be_replayed_says_so_and_places_nothing(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, _, _):
        root, last = await iterate(studio, "a lighthouse", "warmer")
        with pytest.raises(UnknownVersion):
            await studio.replay_plan("nothing", group=GROUP)
        with pytest.raises(UnknownVersion):
            await studio.replay_plan(last, on="nothing", group=GROUP)
        with pytest.raises(NothingToReplay):
            await studio.replay_plan(root, on=last, group=GROUP)
        with pytest.raises(WrongRecipe) as wrong:
            await studio.replay_plan(last, group="unheard of")
        assert wrong.value.problems == (Problem.UNKNOWN_GROUP,)
        plan = await studio.replay_plan(last, group=GROUP)
        with pytest.raises(ValueError, match=r"¥0\.25"):
            await studio.replay(plan, price=PRICE)
        assert len(await studio.library.jobs(ended=True)) == 2

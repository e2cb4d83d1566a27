"""From the button to the wire: what is checked, what is kept, and what is sent along."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from studio.domain.errors import UnknownJob, UnknownVersion, WrongRecipe
from studio.domain.job import JobState
from studio.domain.money import Money
from studio.domain.recipe import Problem, Recipe
from studio.domain.words import describe_job
from studio.settings import Settings
from tests.engine.workshop import GOOD, PICTURE, PRICE, at_work, catalog, generate, png, until, wish

if TYPE_CHECKING:
    from pathlib import Path

    from studio.engine.events import Event
    from tests.conftest import ExpectedLog
    from tests.support.scripted_gateway import Received


def parts(call: Received) -> list[dict[str, Any]]:
    """What was sent along, in order."""
    return json.loads(call.body)["contents"][0]["parts"]


def pictures(call: Received) -> list[bytes]:
    return [base64.b64decode(part["inlineData"]["data"]) for part in parts(call) if "inlineData" in part]


@pytest.mark.parametrize(
    ("request_", "problem"),
    [
        (wish(recipe=Recipe(" ")), Problem.NOTHING_TO_SEND),
        (wish(count=17), Problem.COUNT_OUT_OF_RANGE),
        (replace(wish(), group="unheard of"), Problem.UNKNOWN_GROUP),
    ],
)
async def test_what_can_not_be_sent_is_not_placed(tmp_path: Path, request_: Any, problem: Problem) -> None:
    async with at_work(tmp_path, GOOD) as (studio, _, _):
        with pytest.raises(WrongRecipe) as refused:
            await studio.place(request_)
        assert problem in refused.value.problems
        assert await studio.library.jobs(ended=True) == ()


async def test_a_version_continues_by_its_whole_id_with_its_untouched_bytes(tmp_path: Path) -> None:
    mood = png(seed=7)
    async with at_work(tmp_path, GOOD) as (studio, gateway, _):
        root = (await generate(studio)).versions[0]
        reference = await studio.library.add_reference_bytes(mood, name="mood.png")
        recipe = Recipe("more fog", references=(reference,), parent=root[:-2])
        job = await generate(studio, wish(recipe=recipe))
        assert job.order.recipe.parent == root
        assert set(pictures(gateway.received[1])) == {PICTURE, mood}
        assert [version.id for version in await studio.library.tree(root)] == [root, job.versions[0]]


async def test_an_unknown_parent_places_nothing(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, _, _):
        with pytest.raises(UnknownVersion):
            await studio.place(wish(recipe=Recipe("more fog", parent="nothing")))
        assert await studio.library.jobs(ended=True) == ()


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("parent", "isn't where it was, or was changed"),
        ("reference", "The library's copy of mood.png is gone or was changed."),
    ],
)
async def test_a_picture_that_is_gone_when_its_turn_comes_refuses_the_job_in_words(
    tmp_path: Path, what: str, said: str
) -> None:
    async with at_work(tmp_path, GOOD) as (studio, _, _):
        root = await studio.library.version((await generate(studio)).versions[0])
        reference = await studio.library.add_reference_bytes(png(seed=7), name="mood.png")
        await studio.stop_sending()
        recipe = Recipe("more fog", references=(reference,), parent=root.id)
        (job,) = await studio.place(wish(recipe=recipe))
    path = tmp_path / root.path if what == "parent" else studio.library.reference_path(reference.sha256)
    path.unlink()
    async with at_work(tmp_path, GOOD) as (studio, gateway, _):
        await studio.run([job.id])
        await studio.wait_idle()
        job = await studio.library.job(job.id)
        assert (job.state, job.attempts) == (JobState.REFUSED, ())
        words = describe_job(job)
        assert words is not None
        assert said in words.what
        assert words.cost == "Nothing was sent, so it cost nothing."
        assert gateway.received == []


async def test_the_price_on_the_button_holds_when_the_catalog_changes(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, gateway, _):
        await studio.stop_sending()
        (job,) = await studio.place(wish())
    async with at_work(tmp_path, GOOD) as (studio, gateway, _):
        dearer = catalog()
        groups = tuple(
            replace(group, prices=tuple(replace(price, amount=Money.parse("9")) for price in group.prices))
            for group in dearer.groups
        )
        settings = Settings(gateway=gateway.address)
        await studio.choose(settings=settings, model=replace(dearer, groups=groups))
        # The order names the gateway of its own day, which is gone: nothing is charged for knocking there.
        await studio.run([job.id])
        await studio.wait_idle()
        job = await studio.library.job(job.id)
        assert {attempt.price for attempt in job.attempts} == {PRICE}


async def test_what_has_not_ended_is_not_sent_again(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, gateway, _):
        await studio.stop_sending()
        (job,) = await studio.place(wish())
        with pytest.raises(UnknownJob):
            await studio.send_again(job.id, price=PRICE)
        assert gateway.received == []


async def test_a_listener_that_fails_changes_nothing_for_the_jobs(
    tmp_path: Path, expected_log: ExpectedLog
) -> None:
    expected_log("Exception in callback")

    def fails(event: Event) -> None:
        raise RuntimeError(type(event).__name__)

    async with at_work(tmp_path, GOOD) as (studio, _, told):
        with pytest.raises(RuntimeError, match="Recovered"):
            studio.subscribe(fails)
        job = await generate(studio)
        assert job.state is JobState.SAVED
        await until(lambda: told.saved)

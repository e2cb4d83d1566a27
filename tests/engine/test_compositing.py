"""Protected edits: the raw answer and the composite are both versions, made once, paid once."""

from __future__ import annotations

import asyncio
import io
import json
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from studio.domain.charge import Charge
from studio.domain.errors import LibraryFull, UnknownVersion, VersionGone
from studio.domain.importing import PastedPicture
from studio.domain.job import JobState
from studio.domain.marks import POOR_FIT
from studio.domain.recipe import Recipe
from studio.domain.version import LOCAL_GATEWAY
from studio.engine.events import FitsPoorly, JobChanged, NotComposed
from tests.engine.test_full_disk import MIB, fill
from tests.engine.workshop import NOTHING, PRICE, Workshop, generate, until, wish
from tests.imaging.scenes import PHOTOGRAPH, SCREEN, Moved, boxed, repainted, scene
from tests.imaging.test_composite import Pixels, check_only_the_region_changed, shown
from tests.support.scripted_gateway import ScriptedGateway, json_answer, picture_part, reply_of

if TYPE_CHECKING:
    from PIL import Image

    from studio.domain.version import Version
    from studio.engine.studio import Studio
    from tests.support.scripted_gateway import Answer, Line, Received

ROOT = Path(__file__).resolve().parents[2]
PARENT = scene(PHOTOGRAPH, 688, 384)


def png_of(picture: Image.Image) -> bytes:
    written = io.BytesIO()
    picture.save(written, "PNG", compress_level=1)
    return written.getvalue()


def answer_with(picture: Image.Image) -> Answer:
    return json_answer(reply_of(picture_part(png_of(picture))))


GOOD_ANSWER = answer_with(Moved(5.5, -3.25, 1.01).made_of(repainted(PARENT), PARENT.size))
POOR_ANSWER = answer_with(scene(SCREEN, 688, 384))


async def parent_in(studio: Studio) -> str:
    (parent,) = (await studio.import_pictures([PastedPicture(png_of(PARENT), "harbour.png")])).imported
    return parent


def edit(parent: str) -> Recipe:
    return Recipe("another sky", parent=parent, region=boxed())


async def edited(studio: Studio, parent: str) -> tuple[Version, ...]:
    """The answer, and what else has come of it."""
    await generate(studio, wish(recipe=edit(parent)))
    return (await studio.library.tree(parent))[1:]


def pixels_of(studio: Studio, version: Version) -> Pixels:
    return shown(studio.library.path(version))


async def test_a_protected_edit_brings_the_answer_and_what_was_put_together_of_it(tmp_path: Path) -> None:
    async with ScriptedGateway(GOOD_ANSWER) as gateway:
        workshop = Workshop(tmp_path, gateway.address)
        async with workshop.open() as studio:
            parent = await parent_in(studio)
            answer, composite = await edited(studio, parent)
            assert (answer.recipe, answer.charge, answer.price) == (edit(parent), Charge.CHARGED, PRICE)
            assert composite.recipe.parent == parent
            assert composite.is_put_together
            how = composite.recipe.composite
            assert how is not None
            assert how.answer == answer.id
            assert how.fit > 0.9
            assert abs(how.dx - 5.5) < 1
            before = pixels_of(studio, await studio.library.version(parent))
            check_only_the_region_changed(before, pixels_of(studio, composite), boxed())
            told = [event.version.id for event in workshop.told.saved]
            assert told[-2:] == [answer.id, composite.id]


async def test_what_is_put_together_costs_nothing_and_stands_in_no_sum(tmp_path: Path) -> None:
    async with ScriptedGateway(GOOD_ANSWER) as gateway, Workshop(tmp_path, gateway.address).open() as studio:
        _, composite = await edited(studio, await parent_in(studio))
        assert (composite.gateway, composite.price, composite.charge) == (
            LOCAL_GATEWAY,
            NOTHING,
            Charge.NOT_CHARGED,
        )
        assert composite.matches_size is None
        spent = await studio.spent_today()
        assert (spent.charged, spent.unknown, spent.reserved) == (PRICE, NOTHING, NOTHING)
        assert len(await studio.library.attempts(limit=10)) == 1
        assert len(gateway.received) == 1


async def test_what_was_put_together_is_found_again_from_the_files_alone(tmp_path: Path) -> None:
    async with ScriptedGateway(GOOD_ANSWER) as gateway:
        workshop = Workshop(tmp_path, gateway.address)
        async with workshop.open() as studio:
            answer, composite = await edited(studio, await parent_in(studio))
            sidecar = json.loads(studio.library.path(composite).with_suffix(".json").read_text("utf-8"))
            assert sidecar["recipe"]["composite"]["answer"] == answer.id
        for path in (tmp_path / ".proofroom").glob("library.sqlite*"):
            path.unlink()
        async with workshop.open() as studio:
            await studio.wait_idle()
            again = await studio.library.version(composite.id)
            assert (again.recipe, again.gateway, again.price) == (composite.recipe, LOCAL_GATEWAY, NOTHING)
            assert await studio.library.count() == 3


async def test_an_answer_that_fits_poorly_is_told_and_put_together_only_on_a_word(tmp_path: Path) -> None:
    async with ScriptedGateway(POOR_ANSWER) as gateway:
        workshop = Workshop(tmp_path, gateway.address)
        async with workshop.open() as studio:
            parent = await parent_in(studio)
            (answer,) = await edited(studio, parent)
            told = [event for event in workshop.told.events if isinstance(event, FitsPoorly)]
            assert [(one.answer.id, one.parent.id) for one in told] == [(answer.id, parent)]
            assert told[0].fit < POOR_FIT
        async with workshop.open() as studio:
            # It isn't tried again, nor told, at every start.
            await studio.wait_idle()
            assert len([event for event in workshop.told.events if isinstance(event, FitsPoorly)]) == 1
            assert await studio.library.composites.fit_of(answer.id) == told[0].fit
            composite = await studio.compose(answer.id)
            assert composite is not None
            assert composite.recipe.composite is not None
            assert composite.recipe.composite.fit == pytest.approx(told[0].fit)
            before = pixels_of(studio, await studio.library.version(parent))
            check_only_the_region_changed(before, pixels_of(studio, composite), boxed())
            # Pressed twice.
            assert await studio.compose(answer.id) == composite
            assert await studio.library.count() == 3


async def test_only_an_answer_for_a_region_can_be_put_together(tmp_path: Path) -> None:
    async with ScriptedGateway(GOOD_ANSWER) as gateway, Workshop(tmp_path, gateway.address).open() as studio:
        parent = await parent_in(studio)
        _, composite = await edited(studio, parent)
        for version in (parent, composite.id, "nobody"):
            with pytest.raises(UnknownVersion):
                await studio.compose(version)


async def test_a_parent_that_is_gone_is_told_and_can_be_made_up_for(tmp_path: Path) -> None:
    async with ScriptedGateway() as gateway:
        workshop = Workshop(tmp_path, gateway.address)
        async with workshop.open() as studio:
            parent = await studio.library.version(await parent_in(studio))
            path, aside = studio.library.path(parent), tmp_path / "aside.png"

            async def gone(request: Received, line: Line) -> None:
                path.rename(aside)
                await GOOD_ANSWER(request, line)

            gateway.script.append(gone)
            (answer,) = await edited(studio, parent.id)
            (told,) = [event for event in workshop.told.events if isinstance(event, NotComposed)]
            assert told.answer == answer.id
            assert isinstance(told.error, VersionGone)
            aside.rename(path)
            assert await studio.compose(answer.id) is not None


async def test_what_was_due_when_the_program_ended_is_made_at_the_next_start_exactly_once(
    tmp_path: Path,
) -> None:
    async with ScriptedGateway(GOOD_ANSWER) as gateway:
        workshop = Workshop(tmp_path, gateway.address)
        async with workshop.studio() as studio:
            parent = await parent_in(studio)
            (job,) = await studio.place(wish(recipe=edit(parent)))
            await until(lambda: not studio.in_hand)
            # Left at once: it may or may not have been put together by now.
        async with workshop.open() as studio:
            await studio.wait_idle()
            tree = await studio.library.tree(parent)
            assert [version.is_put_together for version in tree] == [False, False, True]
            assert (await studio.library.job(job.id)).state is JobState.SAVED
        async with workshop.open() as studio:
            await studio.wait_idle()
            assert len(await studio.library.tree(parent)) == 3
        assert len(gateway.received) == 1


STEPS = (
    "received",
    "gathered",
    "durable",
    "adopted",
    "claimed",
    "sidecar written",
    "picture placed",
    "sidecar placed",
    "recorded",
    "tidied",
)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("step", STEPS)
async def test_killed_at_any_step_the_composite_is_there_once_after_the_next_start(
    step: str, tmp_path: Path
) -> None:
    async with ScriptedGateway(GOOD_ANSWER) as gateway:
        workshop = Workshop(tmp_path, gateway.address)
        async with workshop.open() as studio:
            parent = await parent_in(studio)
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "tests.engine.composing_program", str(tmp_path), gateway.address, parent, step),
            cwd=ROOT,
        )
        async with asyncio.timeout(50):
            assert await process.wait() == -signal.SIGKILL
        async with workshop.open() as studio:
            await studio.wait_idle()
            tree = await studio.library.tree(parent)
            assert [version.is_put_together for version in tree] == [False, False, True]
            assert await studio.library.composites.due() == ()
            assert not any((tmp_path / ".proofroom" / "incoming").iterdir())
            assert (await studio.spent_today()).charged == PRICE
        assert len(gateway.received) == 1


async def test_on_a_full_disk_it_waits_for_room_and_is_made_then(small_disk: Path) -> None:
    async with ScriptedGateway(GOOD_ANSWER) as gateway:
        workshop = Workshop(small_disk / "library", gateway.address)
        async with workshop.open() as studio:
            parent = await parent_in(studio)

            async def fills(request: Received, line: Line) -> None:
                fill(small_disk, leave=20 * MIB)
                await GOOD_ANSWER(request, line)

            gateway.script.append(fills)
            gateway.script.pop(0)
            (answer,) = await edited(studio, parent)
            (told,) = [event for event in workshop.told.events if isinstance(event, NotComposed)]
            assert isinstance(told.error, LibraryFull)
            assert await studio.library.composites.due() == (answer.id,)
            (small_disk / "ballast").unlink()
            studio.room_made()
            await until(lambda: len(workshop.told.saved) == 3)
            tree = await studio.library.tree(parent)
            assert [version.is_put_together for version in tree] == [False, False, True]


async def test_a_step_after_it_waits_for_the_composite_and_continues_that(tmp_path: Path) -> None:
    async with ScriptedGateway(GOOD_ANSWER) as gateway, Workshop(tmp_path, gateway.address).open() as studio:
        parent = await parent_in(studio)
        (first,) = await studio.place(wish(recipe=edit(parent)))
        (second,) = await studio.place(wish(recipe=Recipe("more boats", parent_job=first.id)))
        await studio.wait_idle()
        _, _, composite, last = await studio.library.tree(parent)
        assert composite.is_put_together
        assert (last.job, last.recipe.parent) == (second.id, composite.id)


async def test_a_step_after_one_that_fits_poorly_is_refused_and_not_charged(tmp_path: Path) -> None:
    async with ScriptedGateway(POOR_ANSWER) as gateway, Workshop(tmp_path, gateway.address).open() as studio:
        parent = await parent_in(studio)
        (first,) = await studio.place(wish(recipe=edit(parent)))
        (second,) = await studio.place(wish(recipe=Recipe("more boats", parent_job=first.id)))
        await studio.wait_idle()
        assert (await studio.library.job(second.id)).state is JobState.REFUSED
        assert (await studio.spent_today()).total == PRICE
        assert len(gateway.received) == 1


async def test_nothing_of_it_is_heard_as_a_job(tmp_path: Path) -> None:
    async with ScriptedGateway(GOOD_ANSWER) as gateway:
        workshop = Workshop(tmp_path, gateway.address)
        async with workshop.open() as studio:
            await edited(studio, await parent_in(studio))
            jobs = {event.job.id for event in workshop.told.events if isinstance(event, JobChanged)}
            assert len(jobs) == 1
            assert await studio.library.jobs() == ()

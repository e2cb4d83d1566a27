"""What the gateway gets of people's pictures: what is seen, as what it is said to be; and it is kept."""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from studio.domain.job import JobState
from studio.domain.pictures import EXTENSIONS, sniff
from studio.domain.recipe import Recipe
from studio.domain.sent import MOST_REQUEST_BYTES, SentAs, WhyNot
from tests.engine.workshop import GOOD, GROUP, at_work, generate, png, wish
from tests.library.given import SECRET, drawn, exif, opened, saved, secretive

if TYPE_CHECKING:
    from pathlib import Path

    from studio.domain.reference import Reference
    from studio.engine.studio import Studio
    from tests.support.scripted_gateway import Received

KINDS = ("PNG", "JPEG", "WEBP", "TIFF", "HEIF", "AVIF")


def pictures(call: Received) -> list[tuple[str, bytes]]:
    """Type and bytes of those in the last turn, in order."""
    parts: list[dict[str, Any]] = json.loads(call.body)["contents"][-1]["parts"]
    inline = [part["inlineData"] for part in parts if "inlineData" in part]
    return [(one["mimeType"], base64.b64decode(one["data"])) for one in inline]


async def added(studio: Studio, *kinds: str) -> tuple[Reference, ...]:
    """One of each, with a place in all that has room for one; in the library."""
    library = studio.library
    references = [await library.add_reference_bytes(secretive(kind), name=f"{kind}.x") for kind in kinds]
    return tuple(replace(one, handle=kind.lower()) for one, kind in zip(references, kinds, strict=True))


async def test_pictures_of_all_types_arrive_as_what_they_are_said_to_be_and_tell_nothing_else(
    tmp_path: Path,
) -> None:
    async with at_work(tmp_path, GOOD) as (studio, gateway, _):
        references = await added(studio, *KINDS)
        job = await generate(studio, wish(recipe=Recipe("a fox", references=references, longest_edge=40)))
        assert job.state is JobState.SAVED
        (call,) = gateway.received
        arrived = pictures(call)
        assert [sniff(data) for _, data in arrived] == [mime for mime, _ in arrived]
        assert all(mime in EXTENSIONS for mime, _ in arrived)
        assert [opened(data).size for _, data in arrived] == [(40, 30)] * len(KINDS)
        assert SECRET not in b"".join(data for _, data in arrived)


async def test_exactly_what_was_sent_is_kept_by_its_sum_and_can_be_shown(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, gateway, _):
        references = await added(studio, *KINDS)
        recipe = Recipe("a fox", references=references, longest_edge=40)
        weight = await studio.weigh(recipe, group=GROUP)
        job = await generate(studio, wish(recipe=recipe))
        shutil.rmtree(studio.library.layout.outgoing)
        sent = await studio.sent_with(job.versions[0])
        assert weight.pictures == sent
        assert weight.size == len(gateway.received[0].body)
        assert [one.handle for one in sent] == [kind.lower() for kind in KINDS]
        assert [one.of for one in sent] == [one.sha256 for one in references]
        for one, (mime, data) in zip(sent, pictures(gateway.received[0]), strict=True):
            assert (one.sha256, one.mime, one.size) == (hashlib.sha256(data).hexdigest(), mime, len(data))
            assert studio.library.read_reference(one.sha256) == data


async def test_an_imported_parent_leaves_upright_and_without_its_place(
    tmp_path: Path,
) -> None:
    file = tmp_path / "holiday.jpg"
    file.write_bytes(saved(drawn(), "JPEG", exif=exif(6)))
    async with at_work(tmp_path / "library", GOOD) as (studio, gateway, _):
        (parent,) = (await studio.import_pictures([file])).imported
        await generate(studio, wish(recipe=Recipe("more fog", parent=parent)))
        ((mime, data),) = pictures(gateway.received[0])
        assert (mime, opened(data).size, SECRET in data) == ("image/jpeg", (48, 64), False)


async def test_a_parent_that_is_over_the_limit_alone_is_sent_with_all_its_pixels(tmp_path: Path) -> None:
    """A large picture as PNG; and how much it is stands there before it is sent."""
    file = tmp_path / "large.png"
    file.write_bytes(png(size=(2800, 2200)))
    async with at_work(tmp_path / "library", GOOD) as (studio, gateway, _):
        (parent,) = (await studio.import_pictures([file])).imported
        recipe = Recipe("more fog", parent=parent)
        weight = await studio.weigh(recipe, group=GROUP)
        assert weight.shrunk == (parent,)
        await generate(studio, wish(recipe=recipe))
        (call,) = gateway.received
        assert weight.size == len(call.body) <= MOST_REQUEST_BYTES
        ((mime, data),) = pictures(call)
        assert (mime, opened(data).size) == ("image/jpeg", (2800, 2200))


@pytest.mark.parametrize("what", ["deleted", "changed"])
async def test_a_kept_copy_that_is_gone_is_told_before_anything_is_sent(tmp_path: Path, what: str) -> None:
    async with at_work(tmp_path, GOOD) as (studio, gateway, _):
        references = await added(studio, "TIFF")
        kept = studio.library.reference_path(references[0].sha256)
        kept.unlink() if what == "deleted" else kept.write_bytes(b"something else")
        recipe = Recipe("a fox", references=references)
        assert (await studio.weigh(recipe, group=GROUP)).why_not is WhyNot.REFERENCE_MISSING
        job = await generate(studio, wish(recipe=recipe))
        assert (job.state, gateway.received) == (JobState.REFUSED, [])
        # Added again, it is there again.
        assert await added(studio, "TIFF") == references
        assert (await generate(studio, wish(recipe=recipe))).state is JobState.SAVED


async def test_a_file_that_changes_after_it_was_added_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "wireframe.png"
    data = saved(drawn(), "PNG")
    file.write_bytes(data)
    async with at_work(tmp_path / "library", GOOD) as (studio, gateway, _):
        reference = await studio.library.add_reference(file)
        file.unlink()
        await generate(studio, wish(recipe=Recipe("a fox", references=(reference,))))
        assert pictures(gateway.received[0]) == [("image/png", data)]


async def test_many_jobs_of_one_order_send_the_same(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, gateway, _):
        references = await added(studio, "HEIF", "TIFF")
        await studio.place(wish(recipe=Recipe("a fox", references=references), count=4))
        await studio.wait_idle()
        assert len({call.body for call in gateway.received}) == 1
        assert len(gateway.received) == 4
        version, *_ = await studio.library.versions(limit=1)
        assert {one.sent_as for one in await studio.sent_with(version.id)} == {SentAs.REFERENCE}

"""From an order to a picture on disk with its cost and its past."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import pytest

from studio.domain.charge import Charge, Outcome
from studio.domain.errors import UnknownVersion
from studio.domain.geometry import PixelSize
from studio.domain.job import JobState
from studio.domain.money import ZERO
from studio.domain.recipe import Recipe
from studio.domain.reply import ReceivedPicture, Reply
from studio.library.library import Library
from studio.library.thumbnails import ThumbnailReader
from tests.library.scenes import (
    GROUP,
    PRICE,
    PROMPT,
    START,
    Clock,
    begin,
    generate,
    library_in,
    order,
    picture,
    receive,
    reply_with,
)

if TYPE_CHECKING:
    from pathlib import Path

DAY = (START.replace(hour=0), START.replace(hour=23))


async def test_an_order_becomes_a_picture_on_disk_with_its_cost_and_its_past(tmp_path: Path) -> None:
    data = picture()
    async with library_in(tmp_path) as library:
        (job,) = await library.place(order())
        assert job.state is JobState.QUEUED
        assert (await library.spent(*DAY)).reserved == PRICE

        begun = await begin(library, job)
        assert (await library.job(job.id)).state is JobState.SENDING
        assert json.loads((begun.incoming.path / "request.json").read_bytes())["recipe"]["prompt"] == PROMPT

        await receive(library, begun, data)
        saved = await library.keep(begun.attempt.id, reply_with(False, words="Here it is."), seconds=12.5)

        assert saved.state is JobState.SAVED
        assert saved.words == "Here it is."
        (version,) = await library.versions(limit=10)
        assert saved.versions == (version.id,)
        assert version.path == f"Sketches/2025-11/0001-a-red-fox-in-the-snow-红色狐狸-{version.id[:8]}.png"
        assert library.path(version).read_bytes() == data
        assert version.delivered == PixelSize(1376, 768)
        assert version.matches_size
        assert (version.mime, version.size, version.seconds) == ("image/png", len(data), 12.5)
        assert (version.group, version.price, version.charge) == (GROUP, PRICE, Charge.CHARGED)
        assert version.request_id == "req-7"
        assert len(version.palette) == 5
        spent = await library.spent(*DAY)
        assert (spent.charged, spent.reserved, spent.unknown) == (PRICE, ZERO, ZERO)
        assert not begun.incoming.path.exists()
        assert await library.verify() == ()
        with ThumbnailReader(tmp_path) as thumbnails:
            small, large = thumbnails.read(version.id, 256), thumbnails.read(version.id, 512)
        assert small is not None
        assert large is not None
        assert small.startswith(b"\xff\xd8\xff")
        assert len(small) < len(large)


async def test_the_sidecar_keeps_the_models_turn_letter_for_letter(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library:
        await generate(library)
        (version,) = await library.versions(limit=1)
        sidecar = json.loads(library.path(version).with_suffix(".json").read_bytes())
    assert json.loads(sidecar["reply"]["turn"])["parts"][0]["thoughtSignature"] == "AbC+/="
    assert sidecar["order"]["price"] == "0.25"
    assert sidecar["attempt"]["group"] == GROUP


async def test_the_other_pictures_of_a_reply_lie_beside_the_version_as_drafts(tmp_path: Path) -> None:
    thought, final = picture(colour="#00ff00"), picture("JPEG", colour="#0000ff")
    async with library_in(tmp_path) as library:
        (job,) = await library.place(order())
        begun = await begin(library, job)
        await receive(library, begun, thought, final)
        saved = await library.keep(begun.attempt.id, reply_with(True, False), seconds=1)
        (version,) = await library.versions(limit=1)
        assert version.path.endswith(".jpg")
        assert saved.drafts == (version.path.replace(".jpg", "-draft-1.png"),)
        assert (tmp_path / saved.drafts[0]).read_bytes() == thought
        assert await library.verify() == ()


async def test_without_thumbnails_the_picture_is_saved_all_the_same(tmp_path: Path) -> None:
    async with library_in(tmp_path, thumbnails=False) as library:
        await generate(library)
        (version,) = await library.versions(limit=1)
        await library.make_thumbnail(version.id)
        with ThumbnailReader(tmp_path) as thumbnails:
            assert thumbnails.read(version.id, 256) is None
    async with library_in(tmp_path) as library:
        await library.make_thumbnail(version.id)
        with ThumbnailReader(tmp_path) as thumbnails:
            assert thumbnails.read(version.id, 256) is not None


def truncated(data: bytes) -> bytes:
    return data[: len(data) // 2]


def bomb() -> bytes:
    header = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (60_000).to_bytes(4, "big") * 2
    return header + picture()[24:]


@pytest.mark.parametrize(
    "data",
    [
        truncated(picture()),
        truncated(picture("JPEG")),
        truncated(picture("WEBP")),
        bomb(),
        b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
        b"",
        picture()[:100] + b"\0" * 2000 + picture()[2100:],
    ],
    ids=["half a PNG", "half a JPEG", "half a WebP", "a bomb", "an SVG", "nothing", "damaged inside"],
)
async def test_a_picture_that_cant_be_opened_leaves_its_charge_unknown_and_its_bytes_on_disk(
    tmp_path: Path, data: bytes
) -> None:
    async with library_in(tmp_path) as library:
        (job,) = await library.place(order())
        begun = await begin(library, job)
        await receive(library, begun, data)
        ended = await library.keep(begun.attempt.id, reply_with(False), seconds=1)
        assert ended.state is JobState.UNKNOWN
        assert ended.attempts[0].outcome is Outcome.UNUSABLE_PICTURE
        assert (begun.incoming.path / "picture-0").read_bytes() == data
        assert (await library.spent(*DAY)).unknown == PRICE
        assert await library.versions(limit=1) == ()


async def test_where_the_last_picture_is_damaged_the_one_before_it_is_the_version(tmp_path: Path) -> None:
    good = picture()
    async with library_in(tmp_path) as library:
        (job,) = await library.place(order())
        begun = await begin(library, job)
        await receive(library, begun, good, truncated(good))
        saved = await library.keep(begun.attempt.id, reply_with(False, False), seconds=1)
        assert saved.state is JobState.SAVED
        (version,) = await library.versions(limit=1)
        assert library.path(version).read_bytes() == good


async def test_the_newest_is_what_was_saved_last_whatever_the_clock_says(tmp_path: Path) -> None:
    clock = Clock()
    async with library_in(tmp_path, now=clock) as library:
        await generate(library, order())
        clock.time = START.replace(year=2020)
        await generate(library, order(order_id="order-2"))
        clock.time = START.replace(year=2024)
        await generate(library, order(order_id="order-3"))
        assert [version.number for version in await library.versions(limit=9)] == [3, 2, 1]


async def test_numbers_count_within_a_project(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library:
        await generate(library, order(count=2))
        await generate(library, order(order_id="order-2", project="Café: menu"))
        versions = await library.versions(limit=9)
        assert [(one.project, one.number) for one in versions] == [
            ("Café: menu", 1),
            ("Sketches", 2),
            ("Sketches", 1),
        ]
        assert versions[0].path.startswith("Café menu/")


async def test_a_strangers_file_of_the_same_name_is_left_alone(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library:
        (job,) = await library.place(order())
        begun = await begin(library, job)
        await receive(library, begun, picture())
        # The name that this clock and these ids will give.
        async with library_in(tmp_path / "twin") as twin:
            await generate(twin)
            (version,) = await twin.versions(limit=1)
        stranger = tmp_path / version.path
        stranger.parent.mkdir(parents=True)
        stranger.write_bytes(b"mine")
        await library.keep(begun.attempt.id, reply_with(False), seconds=1)
        (version,) = await library.versions(limit=1)
        assert stranger.read_bytes() == b"mine"
        assert version.path.endswith("-2.png")
        assert library.path(version).read_bytes() == picture()


async def test_the_tree_holds_everything_from_the_same_root(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library:

        async def child_of(parent: str | None, number: int) -> str:
            (job,) = await generate(
                library, order(order_id=f"o{number}", recipe=Recipe("fox", parent=parent))
            )
            return job.versions[0]

        root = await child_of(None, 1)
        left, right = await child_of(root, 2), await child_of(root, 3)
        leaf = await child_of(left, 4)
        lonely = await child_of("lost", 5)
        for one in (root, left, right, leaf):
            assert [version.id for version in await library.tree(one)] == [root, left, right, leaf]
        assert [version.id for version in await library.tree(lonely)] == [lonely]
        with pytest.raises(UnknownVersion):
            await library.tree("none")


async def test_a_version_is_found_by_the_beginning_of_its_id(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library:
        await generate(library, order(count=2))
        for version in await library.versions(limit=2):
            assert await library.version(version.id[:10]) == version
        for nothing in ("", "zzz"):
            with pytest.raises(UnknownVersion):
                await library.version(nothing)


async def test_a_reader_sees_what_the_writer_beside_it_saves(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library, Library.reader(tmp_path) as reader:
        assert await reader.count() == 0
        await generate(library)
        assert await reader.versions(limit=5) == await library.versions(limit=5)
        assert await reader.all_jobs(limit=5) == await library.all_jobs(limit=5)
        (entry,) = await reader.attempts(limit=5)
        assert (entry.project, entry.attempt.price) == ("Sketches", PRICE)


async def test_a_folder_without_a_library_reads_as_empty_and_isnt_made(tmp_path: Path) -> None:
    folder = tmp_path / "none"
    async with Library.reader(folder) as reader:
        assert await reader.count() == 0
        assert await reader.jobs() == ()
        assert (await reader.spent(*DAY)).total == ZERO
    assert not folder.exists()


async def test_a_second_attempt_of_many_jobs_at_once_saves_each_once(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library:
        jobs = await library.place(order(count=8))

        async def one(number: int) -> None:
            begun = await begin(library, jobs[number])
            await receive(library, begun, picture(colour=f"#{number}0{number}0{number}0"))
            await library.keep(begun.attempt.id, reply_with(False), seconds=1)

        await asyncio.gather(*(one(number) for number in range(8)))
        versions = await library.versions(limit=20)
        assert sorted(version.number for version in versions) == list(range(1, 9))
        assert len({version.sha256 for version in versions}) == 8
        assert (await library.spent(*DAY)).charged == PRICE * 8
        assert await library.verify() == ()


async def test_a_reply_that_names_a_picture_that_never_came_is_unknown(tmp_path: Path) -> None:
    reply = Reply(Outcome.PICTURE, pictures=(ReceivedPicture(3),), chosen=ReceivedPicture(3))
    async with library_in(tmp_path) as library:
        (job,) = await library.place(order())
        begun = await begin(library, job)
        ended = await library.keep(begun.attempt.id, reply, seconds=1)
        assert ended.state is JobState.UNKNOWN

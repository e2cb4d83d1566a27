"""Thumbnails: ready with the last byte, two at a time, and never in the way of a picture."""

from __future__ import annotations

import asyncio
import io
import random
import sqlite3
import threading
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from studio.domain.errors import NotAPicture
from studio.domain.geometry import PixelSize
from studio.domain.job import JobState
from studio.library.headers import is_whole, read_size
from studio.library.thumbnailer import AT_ONCE, Following, GrowingFile, Thumbnailer
from studio.library.thumbnails import ThumbnailReader
from tests.library.scenes import begin, generate, library_in, order, picture, receive, reply_with

if TYPE_CHECKING:
    from pathlib import Path

MIMES = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}


@pytest.mark.parametrize("kind", MIMES)
@pytest.mark.parametrize("size", [(1376, 768), (768, 3072), (20, 10)])
async def test_a_growing_file_gives_the_same_thumbnails_as_a_finished_one(
    tmp_path: Path, kind: str, size: tuple[int, int]
) -> None:
    data = picture(kind, size)
    path = tmp_path / "picture"
    async with Thumbnailer() as thumbnailer:
        with path.open("wb", buffering=0) as file:
            growing = GrowingFile(path)
            following = thumbnailer.follow(growing)
            assert following is not None
            for start in range(0, len(data), 1000):
                file.write(data[start : start + 1000])
                growing.grew(min(len(data), start + 1000))
            growing.completed()
        made = await asyncio.wrap_future(following.result)
        assert made == await thumbnailer.from_file(path)
    for jpeg, edge in ((made.small, 256), (made.large, 512)):
        with Image.open(io.BytesIO(jpeg)) as thumbnail:
            assert (thumbnail.format, thumbnail.mode) == ("JPEG", "RGB")
            assert "progressive" not in thumbnail.info
            assert max(thumbnail.size) == min(edge, max(size))
    assert 1 <= len(made.palette) <= 5
    assert all(colour.startswith("#") and len(colour) == 7 for colour in made.palette)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "L", "P", "I;16", "CMYK"])
async def test_pictures_of_every_mode_have_thumbnails(tmp_path: Path, mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    path = tmp_path / "picture"
    Image.new("RGB", (700, 300), "#8040c0").convert("L" if mode == "I;16" else "RGB").convert(mode).save(
        path, kind
    )
    async with Thumbnailer() as thumbnailer:
        made = await thumbnailer.from_file(path)
    with Image.open(io.BytesIO(made.small)) as thumbnail:
        assert (thumbnail.mode, thumbnail.size) == ("RGB", (256, 110))


async def test_pictures_that_trickle_in_dont_hold_up_one_that_is_there(tmp_path: Path) -> None:
    finished = tmp_path / "finished"
    finished.write_bytes(picture())
    async with Thumbnailer() as thumbnailer:
        followings: list[Following | None] = []
        for number in range(AT_ONCE + 1):
            path = tmp_path / str(number)
            path.write_bytes(picture()[:100])
            growing = GrowingFile(path)
            growing.grew(100)
            followings.append(thumbnailer.follow(growing))
        assert followings[AT_ONCE] is None
        async with asyncio.timeout(20):
            made = await asyncio.gather(*(thumbnailer.from_file(finished) for _ in range(4)))
        assert len(made) == 4
        (given_up,) = [one for one in followings[:AT_ONCE] if one and one.result.done()][-1:]
        with pytest.raises(NotAPicture):
            given_up.result.result()


async def test_eight_pictures_at_once_use_two_thumbnailers_and_never_hold_up_the_loop(tmp_path: Path) -> None:
    noise = Image.frombytes("RGB", (1376, 768), random.Random(1).randbytes(1376 * 768 * 3))
    written = io.BytesIO()
    noise.save(written, "PNG", compress_level=1)
    data = written.getvalue()
    async with library_in(tmp_path) as library:
        jobs = await library.place(order(count=8))
        begun = [await begin(library, job) for job in jobs]
        sinks = [one.incoming.open_sink(0) for one in begun]
        for start in range(0, len(data), 65_536):
            for sink in sinks:
                sink.write(data[start : start + 65_536])
            feeders = [thread for thread in threading.enumerate() if thread.name == "thumbnail-feeder"]
            workers = [thread for thread in threading.enumerate() if thread.name.startswith("thumbnailer")]
            assert len(feeders) <= AT_ONCE
            assert len(workers) <= AT_ONCE
        for sink in sinks:
            sink.close()
        saved = await asyncio.gather(
            *(library.keep(one.attempt.id, reply_with(False), seconds=1) for one in begun)
        )
        assert {job.state for job in saved} == {JobState.SAVED}
        with ThumbnailReader(tmp_path) as thumbnails:
            for version in await library.versions(limit=9):
                assert thumbnails.read(version.id, 512) is not None
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("thumbnail")]


async def test_a_paid_picture_is_saved_while_the_thumbnails_are_held_up(tmp_path: Path) -> None:
    recorded = asyncio.Event()
    loop = asyncio.get_running_loop()

    def checkpoint(step: str) -> None:
        if step == "recorded":
            loop.call_soon_threadsafe(recorded.set)

    async with library_in(tmp_path, checkpoint=checkpoint) as library:
        (job,) = await library.place(order())
        begun = await begin(library, job)
        await receive(library, begun, picture())
        with closing(sqlite3.connect(tmp_path / ".proofroom" / "thumbnails.sqlite")) as another:
            another.execute("BEGIN IMMEDIATE")
            keeping = asyncio.create_task(library.keep(begun.attempt.id, reply_with(False), seconds=1))
            async with asyncio.timeout(20):
                await recorded.wait()
            assert not keeping.done()
            assert (await library.job(job.id)).state is JobState.SAVED
            another.execute("ROLLBACK")
        await keeping
        (version,) = await library.versions(limit=1)
        with ThumbnailReader(tmp_path) as thumbnails:
            assert thumbnails.read(version.id, 256) is not None


async def test_a_library_that_closes_while_a_picture_arrives_leaves_no_thread_behind(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library:
        (job,) = await library.place(order())
        begun = await begin(library, job)
        begun.incoming.open_sink(0).write(picture()[:500])
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("thumbnail")]


async def test_thumbnails_that_are_made_again_leave_room_for_a_picture_that_comes(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library:
        await generate(library, order(count=8), picture(size=(4096, 4096)))
        versions = await library.versions(limit=8)
        again = [asyncio.create_task(library.make_thumbnail(version.id)) for version in versions]
        (job,) = await library.place(order(order_id="o2"))
        begun = await begin(library, job)
        await receive(library, begun, picture())
        await library.keep(begun.attempt.id, reply_with(False), seconds=1)
        assert not all(task.done() for task in again)
        await asyncio.gather(*again)


async def test_a_damaged_thumbnail_file_is_replaced_and_thumbnails_can_be_made_again(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library:
        await generate(library)
    for path in (tmp_path / ".proofroom").glob("thumbnails.sqlite*"):
        path.write_bytes(b"rubbish " * 2000)
    with ThumbnailReader(tmp_path) as thumbnails:
        assert thumbnails.read("any", 256) is None
        async with library_in(tmp_path) as library:
            (version,) = await library.versions(limit=1)
            assert thumbnails.read(version.id, 256) is None
            await library.make_thumbnail(version.id)
            assert thumbnails.read(version.id, 256) is not None
            library.path(version).write_bytes(b"no picture any more")
            with pytest.raises(NotAPicture):
                await library.make_thumbnail(version.id)


async def test_a_thumbnail_file_that_is_damaged_meanwhile_is_replaced_and_readers_follow(
    tmp_path: Path,
) -> None:
    async with library_in(tmp_path) as library:
        await generate(library)
        (version,) = await library.versions(limit=1)
        with ThumbnailReader(tmp_path) as thumbnails:
            assert thumbnails.read(version.id, 256) is not None
            for path in (tmp_path / ".proofroom").glob("thumbnails.sqlite*"):
                with path.open("r+b") as file:
                    file.write(b"rubbish " * (path.stat().st_size // 8))
            await library.make_thumbnail(version.id)
            assert thumbnails.read(version.id, 256) is not None
            assert thumbnails.read("another", 256) is None


async def test_a_reader_of_thumbnails_where_there_is_no_library_finds_none(tmp_path: Path) -> None:
    with ThumbnailReader(tmp_path / "nowhere") as thumbnails:
        assert thumbnails.read("any", 256) is None


@pytest.mark.parametrize("kind", MIMES)
@given(width=st.integers(1, 300), height=st.integers(1, 300), cut=st.integers(0, 2000))
def test_the_header_says_the_size_or_nothing(kind: str, width: int, height: int, cut: int) -> None:
    data = picture(kind, (width, height))
    assert read_size(io.BytesIO(data), MIMES[kind]) == PixelSize(width, height)
    assert is_whole(io.BytesIO(data), MIMES[kind])
    part = data[:cut]
    assert read_size(io.BytesIO(part), MIMES[kind]) in (None, PixelSize(width, height))
    assert is_whole(io.BytesIO(part), MIMES[kind]) == (cut >= len(data))


@given(data=st.binary(max_size=400), kind=st.sampled_from(sorted(MIMES)))
def test_any_bytes_after_a_known_beginning_have_a_size_or_none(data: bytes, kind: str) -> None:
    start = {"PNG": b"\x89PNG\r\n\x1a\n", "JPEG": b"\xff\xd8\xff", "WEBP": b"RIFF\0\0\0\0WEBP"}[kind]
    size = read_size(io.BytesIO(start + data), MIMES[kind])
    assert size is None or size.pixels > 0
    is_whole(io.BytesIO(start + data), MIMES[kind])


async def test_webp_of_every_flavour_has_its_size(tmp_path: Path) -> None:
    lossless, alpha = io.BytesIO(), io.BytesIO()
    Image.new("RGB", (301, 17), "red").save(lossless, "WEBP", lossless=True)
    Image.new("RGBA", (301, 17), (255, 0, 0, 9)).save(alpha, "WEBP", exif=b"Exif\0\0")
    for written in (lossless, alpha):
        assert read_size(written, "image/webp") == PixelSize(301, 17)
    async with library_in(tmp_path) as library:
        (job,) = await library.place(order())
        begun = await begin(library, job)
        await receive(library, begun, alpha.getvalue())
        await library.keep(begun.attempt.id, reply_with(False), seconds=1)
        (version,) = await library.versions(limit=1)
        assert (version.mime, version.width, version.path[-5:]) == ("image/webp", 301, ".webp")

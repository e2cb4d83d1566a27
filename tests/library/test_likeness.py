"""What pictures look like: likes are near, others are far, and older pictures learn it in the background."""

from __future__ import annotations

import io
import random
import sqlite3
from contextlib import closing
from dataclasses import astuple, replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from studio.domain.query import Query, Sort, SortKey
from studio.library.colours import Colour, colour, colour_of
from studio.library.database import ConnectionThread, open_for_writing
from studio.library.layout import LibraryFolder
from studio.library.likeness import FARTHEST, MOST_BITS, farthest_hue, likeness_of
from studio.library.looking_back import AT_ONCE, LookingBack
from studio.library.thumbnails import MOST_BYTES, ThumbnailReader, Thumbnails, forget, open_store, store
from tests.library.scenes import generate, library_in
from tests.library.shelves import shelved, write_index

if TYPE_CHECKING:
    from pathlib import Path


def scene(seed: int, *, size: int = 256) -> Image.Image:
    """A picture of a few large shapes."""
    chance = random.Random(seed)
    picture = Image.new("RGB", (256, 256), tuple(chance.randbytes(3)))
    draw = ImageDraw.Draw(picture)
    for _ in range(12):
        left, top = chance.randrange(220), chance.randrange(220)
        box = (left, top, left + chance.randrange(20, 120), top + chance.randrange(20, 120))
        draw.ellipse(box, fill=tuple(chance.randbytes(3)))
    return picture.resize((size, size))


def jpeg(picture: Image.Image, quality: int = 80) -> bytes:
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=quality)
    return written.getvalue()


def differing_bits(one: Image.Image, other: Image.Image) -> int:
    return ((likeness_of(one).phash ^ likeness_of(other).phash) & (1 << 64) - 1).bit_count()


@pytest.mark.parametrize("seed", range(8))
def test_a_picture_changed_a_little_is_similar_and_another_one_isnt(seed: int) -> None:
    picture = scene(seed)
    with Image.open(io.BytesIO(jpeg(picture, 30))) as opened:
        saved_badly = opened.convert("RGB")
    assert differing_bits(picture, saved_badly) <= 4
    assert differing_bits(picture, scene(seed, size=180)) <= 4
    assert differing_bits(picture, picture.point([value * 3 // 4 for value in range(256)] * 3)) <= 8
    assert differing_bits(picture, scene(seed + 100)) > MOST_BITS


@pytest.mark.parametrize("size", [(1, 1), (256, 3), (2, 256)])
def test_the_smallest_pictures_look_like_something(size: tuple[int, int]) -> None:
    likeness = likeness_of(Image.new("RGB", size, "#d93a36"))
    assert likeness.palette == ("#d93a36",)
    assert likeness.colours == (colour_of("#d93a36"),)
    assert -(1 << 63) <= likeness.phash < 1 << 63


def distance(one: Colour, other: Colour) -> float:
    return sum((a - b) ** 2 for a, b in zip(astuple(one)[:3], astuple(other)[:3], strict=True)) ** 0.5


def test_main_colours_have_their_share() -> None:
    picture = Image.new("RGB", (200, 200), "#204060")
    picture.paste("#f0e0c0", (0, 0, 200, 50))
    likeness = likeness_of(picture)
    shares = {name: one.share for name, one in zip(likeness.palette, likeness.colours, strict=True)}
    assert abs(shares["#204060"] - 75) <= 3
    assert sum(shares.values()) in range(97, 104)


def test_colours_are_as_far_apart_as_they_look() -> None:
    assert colour_of("#ffffff") == Colour(200, 0, 0)
    assert colour_of("#000000") == Colour(0, 0, 0)
    red = colour_of("#d93a36")
    assert distance(red, colour_of("#cf4038")) < 8 < FARTHEST < distance(red, colour_of("#e58bb4"))
    assert farthest_hue(colour_of("#808080")) < farthest_hue(red)


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_every_colour_is_within_the_bounds(rgb: tuple[int, int, int]) -> None:
    made = colour(*rgb)
    assert 0 <= made.light <= 200
    assert max(abs(made.a), abs(made.b)) <= 80
    assert distance(made, colour_of(f"#{bytes(rgb).hex()}")) == 0


async def test_a_saved_picture_is_found_by_its_colour_and_its_likes(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library:
        await generate(library)
        (version,) = await library.versions(limit=1)
        nearest = Sort(SortKey.NEAREST)
        assert (await library.listing(Query(f"color:{version.palette[0]}", sort=nearest))).ids == (
            version.id,
        )
        assert (await library.listing(Query(f"similar:{version.id}", sort=nearest))).ids == (version.id,)
        forget_likeness(tmp_path)
        assert (await library.listing(Query(f"similar:{version.id}"))).ids == ()
        await library.make_thumbnail(version.id)
        assert (await library.listing(Query(f"similar:{version.id}"))).ids == (version.id,)


async def test_older_pictures_learn_what_they_look_like(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library:
        await generate(library)
        (version,) = await library.versions(limit=1)
        forget_likeness(tmp_path)
        assert await library.look_back() == 1
        assert (await library.listing(Query(f"similar:{version.id}"))).ids == (version.id,)
        assert (await library.listing(Query(f"color:{version.palette[0]}"))).ids == (version.id,)
        assert await library.look_back() == 0


def forget_likeness(folder: Path) -> None:
    with closing(sqlite3.connect(LibraryFolder(folder).index)) as connection:
        connection.execute("UPDATE versions SET phash = NULL")
        connection.execute("DELETE FROM colours")
        connection.commit()


async def test_looking_back_goes_on_over_what_has_no_thumbnail_or_a_damaged_one(tmp_path: Path) -> None:
    place = LibraryFolder(tmp_path)
    write_index(tmp_path, (shelved(number) for number in range(2 * AT_ONCE)))
    good = jpeg(scene(1))
    with closing(open_store(place)) as connection:
        for number, small in (
            (AT_ONCE + 3, good),
            (AT_ONCE + 2, b"rubbish"),
            (AT_ONCE + 1, good[:900]),
            (0, good),
        ):
            store(connection, f"{number:04}-version", Thumbnails(small, small, ()))
    writing = ConnectionThread(tmp_path, lambda: open_for_writing(place), name="writing")
    thumbnails = ConnectionThread(tmp_path, lambda: open_store(place), name="thumbnails")
    await writing.start()
    await thumbnails.start()
    try:
        assert await LookingBack(writing, writing, thumbnails, seconds_between=0).look() == 2
        assert await LookingBack(writing, writing, thumbnails, seconds_between=0).look() == 0
    finally:
        await writing.close()
        await thumbnails.close()


def keys(connection: sqlite3.Connection, edge: int) -> set[str]:
    return {row[0] for row in connection.execute("SELECT key FROM thumbnails WHERE edge = ?", (edge,))}


def test_thumbnails_keep_within_their_bytes_the_largest_of_the_oldest_going_first(tmp_path: Path) -> None:
    place = LibraryFolder(tmp_path)
    place.hidden.mkdir()
    made = Thumbnails(bytes(1_000), bytes(10_000), (), largest=bytes(50_000))
    with closing(open_store(place)) as connection:
        for number in range(10):
            store(connection, str(number), made, limit=400_000)
            assert str(number) in keys(connection, 1024)
        assert keys(connection, 256) == keys(connection, 512) == set("0123456789")
        assert keys(connection, 1024) == set("6789") or keys(connection, 1024) < set("456789")
        store(connection, "0", made, limit=400_000)
        store(connection, "a", replace(made, largest=None), limit=400_000)
        assert "0" in keys(connection, 1024)
        store(connection, "b", made, limit=60_000)
        assert keys(connection, 1024) == {"b"}
        assert keys(connection, 512) == {"b"}
        store(connection, "c", made)
        assert "b" in keys(connection, 1024)
        forget(connection, ["b", "c"])
        assert not keys(connection, 1024) | keys(connection, 512)


async def test_the_largest_thumbnail_is_made_where_the_picture_has_more_pixels(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library:
        await generate(library)
        (version,) = await library.versions(limit=1)
        for size, largest in ((600, True), (512, False)):
            Image.new("RGB", (size, 100), "red").save(library.path(version))
            with closing(sqlite3.connect(LibraryFolder(tmp_path).thumbnails)) as connection:
                connection.execute("DELETE FROM thumbnails")
                connection.commit()
            await library.make_thumbnail(version.id)
            with ThumbnailReader(tmp_path) as thumbnails:
                assert (thumbnails.read(version.id, 1024) is not None) is largest
                assert thumbnails.read(version.id, 512) is not None
    assert MOST_BYTES == 4_294_967_296

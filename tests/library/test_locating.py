"""Files that were moved, replaced, cut or deleted are told apart, and found by what is in them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from studio.domain.errors import OtherContent, UnreadableFile
from studio.domain.file_state import FileState, Located
from tests.library.scenes import generate, library_in, picture

if TYPE_CHECKING:
    from pathlib import Path

    from studio.domain.version import Version
    from studio.library.library import Library


async def one(library: Library) -> Version:
    await generate(library)
    (version,) = await library.versions(limit=5)
    return version


async def test_what_has_become_of_a_file_is_told_apart(tmp_path: Path) -> None:
    async with library_in(tmp_path, thumbnails=False) as library:
        version = await one(library)
        path, data = library.path(version), library.read_picture(version)
        assert await library.locator.state(version) is FileState.THERE
        path.write_bytes(data[:-100])
        assert await library.locator.state(version) is FileState.CUT_SHORT
        path.write_bytes(data[:-1] + b"x")
        assert await library.locator.state(version) is FileState.CHANGED
        path.write_bytes(data + b"x")
        assert await library.locator.state(version) is FileState.CHANGED
        path.unlink()
        assert await library.locator.state(version) is FileState.MISSING
        path.mkdir()
        assert await library.locator.state(version) is FileState.MISSING


async def test_a_file_that_was_moved_within_the_library_is_found_and_stays_there(tmp_path: Path) -> None:
    async with library_in(tmp_path, thumbnails=False) as library:
        version = await one(library)
        (tmp_path / "Best").mkdir()
        moved = tmp_path / "Best" / "fox.png"
        library.path(version).rename(moved)
        assert await library.locator.search([version]) == Located(((version.id, str(moved)),))
        now = await library.version(version.id)
        assert now.path == "Best/fox.png"
        assert moved.with_suffix(".json").is_file()
        assert await library.verify() == ()
        assert await library.rebuild() == 1
        assert (await library.version(version.id)).path == "Best/fox.png"


async def test_a_file_elsewhere_is_copied_back_and_left_where_it_is(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    async with library_in(tmp_path / "library", thumbnails=False) as library:
        version = await one(library)
        data = library.read_picture(version)
        shutil.move(library.path(version), elsewhere / "renamed.png")
        assert await library.locator.search([version]) == Located((), (version.id,))
        found = await library.locator.search([version], elsewhere)
        assert found == Located(((version.id, str(elsewhere / "renamed.png")),))
        assert library.read_picture(version) == (elsewhere / "renamed.png").read_bytes() == data
        assert await library.verify() == ()


async def test_a_file_with_other_content_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.png"
    other.write_bytes(picture(colour="#00ff00"))
    async with library_in(tmp_path / "library", thumbnails=False) as library:
        version = await one(library)
        library.path(version).unlink()
        with pytest.raises(OtherContent):
            await library.locator.take(version, other)
        for nothing in (tmp_path / "gone.png", tmp_path):
            with pytest.raises(UnreadableFile):
                await library.locator.take(version, nothing)
        with pytest.raises(UnreadableFile):
            await library.locator.search([version], tmp_path / "gone")
        assert not library.path(version).exists()


async def test_a_changed_file_stays_beside_what_is_put_back(tmp_path: Path) -> None:
    good = tmp_path / "good.png"
    async with library_in(tmp_path / "library", thumbnails=False) as library:
        version = await one(library)
        shutil.copy(library.path(version), good)
        library.path(version).write_bytes(b"painted over")
        path = await library.locator.take(version, good)
        assert path != version.path
        assert library.path(version).read_bytes() == b"painted over"
        assert (library.folder / path).read_bytes() == good.read_bytes()
        now = await library.version(version.id)
        assert now.path == path
        await library.rebuild()
        assert await library.version(version.id) == now


async def test_a_file_that_was_cut_short_is_made_whole_in_its_place(tmp_path: Path) -> None:
    good = tmp_path / "good.png"
    async with library_in(tmp_path / "library", thumbnails=False) as library:
        version = await one(library)
        shutil.copy(library.path(version), good)
        library.path(version).write_bytes(good.read_bytes()[:1000])
        assert await library.locator.take(version, good) == version.path
        assert await library.verify() == ()


async def test_another_versions_file_is_not_taken_from_it(tmp_path: Path) -> None:
    async with library_in(tmp_path, thumbnails=False) as library:
        await generate(library)
        first = await one_of(library, 0)
        await generate_again(library)
        second = await one_of(library, 0)
        assert first.sha256 == second.sha256
        library.path(second).unlink()
        await library.locator.search([second])
        assert library.path(first).is_file()
        assert library.path(second).read_bytes() == library.read_picture(first)
        assert await library.verify() == ()


async def one_of(library: Library, row: int) -> Version:
    return (await library.versions(limit=5))[row]


async def generate_again(library: Library) -> None:
    from tests.library.scenes import order

    await generate(library, order(order_id="order-2"))

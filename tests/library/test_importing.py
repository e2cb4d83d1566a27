"""Pictures made elsewhere join whole or not at all, once, as they are, and cost nothing."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from studio.domain.charge import Charge
from studio.domain.errors import LibraryFull, NotAPicture, NotImportable, UnreadableFile
from studio.domain.geometry import Resolution
from studio.domain.importing import PastedPicture
from studio.domain.money import ZERO
from studio.library.recovery import Recovery
from studio.library.thumbnails import ThumbnailReader
from tests.library.scenes import START, generate, library_in, picture
from tests.library.test_bad_folders import small_disk
from tests.library.test_embedded import PARAMETERS, png
from tests.library.test_generation import truncated

if TYPE_CHECKING:
    from studio.library.importing import Brought
    from studio.library.library import Library

ROOT = Path(__file__).parents[2]
DAY = (START.replace(hour=0), START.replace(hour=23))
BEFORE_IT_IS_WHOLE = ("received", "gathered")
WHOLE = (
    *("durable", "adopted", "claimed", "sidecar written", "picture placed", "drafts placed"),
    *("sidecar placed", "recorded", "tidied"),
)


def file_in(folder: Path, name: str, data: bytes) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
    return folder / name


async def bring_in(library: Library, source: Path | PastedPicture) -> Brought:
    return await library.importer.bring_in(source, project="Sketches")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
async def test_a_file_joins_as_it_is_and_stays_where_it_was(tmp_path: Path, kind: str) -> None:
    data = picture(kind, (1376, 768))
    file = file_in(tmp_path / "elsewhere", "Harbour, dusk.bin", data)
    async with library_in(tmp_path / "library") as library:
        brought = await bring_in(library, file)
        version = brought.version
        assert brought.is_new
        assert file.read_bytes() == library.path(version).read_bytes() == data
        assert (version.sha256, version.size) == (hashlib.sha256(data).hexdigest(), len(data))
        assert (version.width, version.height) == (1376, 768)
        assert version.path.startswith("Sketches/2025-11/0001-harbour-dusk-")
        assert (version.is_imported, version.words, version.recipe.prompt) == (True, "Harbour, dusk.bin", "")
        assert (version.recipe.resolution, version.matches_size) == (Resolution.ONE_K, None)
        assert version.palette
        with ThumbnailReader(tmp_path / "library") as thumbnails:
            assert thumbnails.read(version.id, 256) is not None
        assert await library.verify() == ()


async def test_it_cost_nothing_and_is_in_no_list_of_what_was_sent(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library:
        version = (await bring_in(library, PastedPicture(picture(), "Pasted picture"))).version
        assert (version.price, version.charge) == (ZERO, Charge.NOT_CHARGED)
        assert await library.attempts(limit=5) == ()
        assert await library.all_jobs(limit=5) == ()
        assert await library.jobs() == await library.jobs(ended=True) == ()
        assert (await library.spent(*DAY)).total == ZERO
        await generate(library)
        assert len(await library.attempts(limit=5)) == len(await library.jobs(ended=True)) == 1


async def test_the_prompt_inside_becomes_the_recipes_and_nothing_else_does(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library:
        version = (await bring_in(library, PastedPicture(png(parameters=PARAMETERS), "x.png"))).version
        assert version.recipe.prompt == "a lighthouse in fog, 灯塔\nwide angle"
        assert [found.id for found in await library.versions(query="灯塔", limit=5)] == [version.id]
        assert "a-lighthouse-in-fog-灯塔" in version.path
        assert b"Euler" not in library.path(version).with_suffix(".json").read_bytes()


async def test_the_same_content_is_one_version_whatever_it_is_called(tmp_path: Path) -> None:
    data = picture()
    async with library_in(tmp_path / "library") as library:
        first = await bring_in(library, file_in(tmp_path, "a.png", data))
        again = await bring_in(library, file_in(tmp_path, "b.png", data))
        own = await bring_in(library, library.path(first.version))
        assert (again.is_new, own.is_new) == (False, False)
        assert again.version == own.version == first.version
        assert await library.count() == 1


async def test_what_was_missing_is_put_back_by_importing_it_again(tmp_path: Path) -> None:
    data = picture()
    async with library_in(tmp_path / "library") as library:
        version = (await bring_in(library, file_in(tmp_path, "a.png", data))).version
        library.path(version).unlink()
        await bring_in(library, PastedPicture(data, "pasted"))
        assert library.path(version).read_bytes() == data
        assert await library.verify() == ()


@pytest.mark.parametrize(
    ("kind", "said"), [("GIF", "GIF"), ("BMP", "BMP"), ("TIFF", "TIFF"), ("AVIF", "AVIF"), ("ICO", "ICO")]
)
async def test_a_picture_of_another_type_is_refused_by_its_name(tmp_path: Path, kind: str, said: str) -> None:
    file = file_in(tmp_path, "logo.png", picture(kind, (64, 64)))
    async with library_in(tmp_path / "library") as library:
        with pytest.raises(NotImportable) as refused:
            await bring_in(library, file)
        assert (refused.value.name, refused.value.kind) == ("logo.png", said)


@pytest.mark.parametrize(
    "data", [b"", b"not a picture", truncated(picture()), picture()[:-40] + bytes(28) + b"IEND\xaeB`\x82"]
)
async def test_what_is_no_picture_leaves_no_trace(tmp_path: Path, data: bytes) -> None:
    file = file_in(tmp_path, "broken.png", data)
    folder = tmp_path / "library"
    async with library_in(folder) as library:
        with pytest.raises(NotAPicture):
            await bring_in(library, file)
        assert list((folder / ".proofroom" / "incoming").iterdir()) == []
        assert [path.name for path in folder.iterdir()] == [".proofroom"]
        assert await library.all_jobs(limit=1) == ()
        await library.recover()
        assert await library.count() == 0


async def test_a_pipe_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    async with library_in(tmp_path / "library") as library:
        for path in (tmp_path / "pipe.png", tmp_path, tmp_path / "gone.png", Path("a\0b.png")):
            with pytest.raises(UnreadableFile):
                await bring_in(library, path)


async def test_a_name_that_is_no_text_still_joins(tmp_path: Path) -> None:
    name = os.fsdecode(b"fox-\xff.png")
    async with library_in(tmp_path / "library") as library:
        version = (await bring_in(library, file_in(tmp_path, name, picture()))).version
        assert version.words == "fox-?.png"


async def test_on_a_full_disk_nothing_is_kept_and_the_room_for_paid_pictures_stays(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 8) as disk:
        async with library_in(disk) as library:
            with pytest.raises(LibraryFull):
                await bring_in(library, PastedPicture(picture(), "x.png"))
            assert list((disk / ".proofroom" / "incoming").iterdir()) == []


def die(folder: Path, file: Path, point: str) -> None:
    command = [sys.executable, "-m", "tests.library.importing_program", str(folder), str(file), point]
    ended = subprocess.run(command, cwd=ROOT, check=False, timeout=50)
    assert ended.returncode == -signal.SIGKILL


@pytest.mark.parametrize("point", [*BEFORE_IT_IS_WHOLE, *WHOLE])
async def test_a_crash_leaves_a_whole_version_or_nothing(tmp_path: Path, point: str) -> None:
    file = file_in(tmp_path, "harbour.png", picture())
    folder = tmp_path / "library"
    die(folder, file, point)
    async with library_in(folder, seed="next start") as library:
        recovery = await library.recover()
        assert (recovery.unknown, recovery.asking, recovery.waiting) == ((), (), ())
        assert await library.recover() == Recovery()
        assert await library.count() == (point in WHOLE)
        assert await library.jobs() == await library.attempts(limit=5) == ()
        assert list((folder / ".proofroom" / "incoming").iterdir()) == []
        assert await library.verify() == ()
        brought = await bring_in(library, file)
        assert brought.is_new == (point not in WHOLE)
        assert await library.count() == 1


async def test_a_lost_index_knows_what_was_imported_when_it_is_written_anew(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library:
        version = (await bring_in(library, PastedPicture(png(parameters=PARAMETERS), "x.png"))).version
    for path in (tmp_path / ".proofroom").glob("library.sqlite*"):
        path.unlink()
    async with library_in(tmp_path, seed="next start") as library:
        assert await library.version(version.id) == version
        assert await library.attempts(limit=5) == await library.all_jobs(limit=5) == ()
        assert await library.rebuild() == 1
        assert await library.version(version.id) == version

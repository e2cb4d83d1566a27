"""Many pictures join at once: told one by one, one deed to take back, and one bad file stops nothing."""

from __future__ import annotations

import asyncio
import shutil
from typing import TYPE_CHECKING

from studio.domain.deed import Deed, DeedKind
from studio.domain.errors import NotAPicture, NotImportable
from studio.domain.file_state import FileState
from studio.domain.importing import ImportProgress, ImportResult, PastedPicture
from studio.domain.judgement import Change
from studio.engine.events import FilesFound, VersionsChanged
from studio.engine.latecomers import Latecomers
from tests.engine.workshop import Workshop, png, until
from tests.library.scenes import library_in, order, picture

if TYPE_CHECKING:
    from pathlib import Path

    from studio.domain.job import Job
    from studio.engine.studio import Studio


def folder_of_pictures(root: Path, count: int) -> Path:
    folder = root / "elsewhere"
    (folder / "deeper").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    for number in range(count):
        (folder / ("deeper" if number % 2 else ".") / f"{number}.png").write_bytes(png(seed=number))
    (folder / ".hidden" / "secret.png").write_bytes(png(seed=99))
    (folder / "notes.txt").write_text("not a picture")
    return folder


def shop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path / "library", "https://nowhere.example")


async def in_trash(studio: Studio, ids: tuple[str, ...]) -> list[bool]:
    return [version.trashed is not None for version in await studio.library.versions_of(ids)]


async def test_a_folder_is_opened_up_and_each_picture_is_told_as_it_joins(tmp_path: Path) -> None:
    folder, workshop = folder_of_pictures(tmp_path, 5), shop(tmp_path)
    async with workshop.open() as studio:
        result = await studio.import_pictures([folder])
        await until(lambda: len(workshop.told.saved) == 5)
        assert result == ImportResult(imported=result.imported)
        assert [told.version.id for told in workshop.told.saved] == list(result.imported)
        assert await studio.library.count() == 5
        steps = [event for event in workshop.told.events if isinstance(event, ImportProgress)]
        assert [step.done for step in steps] == [0, 1, 2, 3, 4, 5]
        assert steps[0] == ImportProgress(0, 5, "0.png")
        assert steps[-1] == ImportProgress(5, 5)


async def test_an_import_is_taken_back_into_the_trash_and_done_again(tmp_path: Path) -> None:
    workshop = shop(tmp_path)
    async with workshop.open() as studio:
        result = await studio.import_pictures([folder_of_pictures(tmp_path, 3)])
        assert await studio.undo() == Deed(DeedKind.IMPORT, 3)
        assert await in_trash(studio, result.imported) == [True] * 3
        assert await studio.library.count() == 0
        await studio.redo()
        assert await in_trash(studio, result.imported) == [False] * 3


async def test_what_lies_in_the_trash_is_restored_with_what_was_said_of_it(tmp_path: Path) -> None:
    folder, workshop = folder_of_pictures(tmp_path, 2), shop(tmp_path)
    async with workshop.open() as studio:
        first = await studio.import_pictures([folder / "0.png"])
        await studio.change(first.imported, Change(rating=4))
        await studio.change(first.imported, Change(trash=True))
        result = await studio.import_pictures([folder])
        assert (result.restored, len(result.imported)) == (first.imported, 1)
        (version,) = await studio.library.versions_of(first.imported)
        assert (version.trashed, version.judgement.rating) == (None, 4)
        await studio.undo()
        assert await in_trash(studio, (*result.imported, *result.restored)) == [True, True]
        await until(lambda: any(isinstance(event, VersionsChanged) for event in workshop.told.events))


async def test_bad_files_are_named_and_the_rest_joins(tmp_path: Path) -> None:
    (tmp_path / "logo.gif").write_bytes(picture("GIF", (64, 64)))
    (tmp_path / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "good.png").write_bytes(png())
    async with shop(tmp_path).open() as studio:
        sources = [tmp_path / "logo.gif", tmp_path / "broken.png", tmp_path / "good.png"]
        result = await studio.import_pictures([*sources, PastedPicture(png(seed=7), "Pasted picture")])
        assert [(one.name, type(one.error)) for one in result.refused] == [
            ("logo.gif", NotImportable),
            ("broken.png", NotAPicture),
        ]
        assert len(result.imported) == 2


async def test_the_same_content_twice_in_one_import_is_one_version(tmp_path: Path) -> None:
    async with shop(tmp_path).open() as studio:
        same = [PastedPicture(png(), "a.png"), PastedPicture(png(), "b.png")]
        result = await studio.import_pictures(same)
        again = await studio.import_pictures(same)
        assert (len(result.imported), result.known) == (1, ())
        assert (again.imported, again.known) == ((), result.imported)
        assert await studio.undo() == Deed(DeedKind.IMPORT, 1)
        assert await studio.undo() is None


async def test_it_can_be_stopped_between_two_pictures(tmp_path: Path) -> None:
    workshop = shop(tmp_path)
    async with workshop.open() as studio:

        def stop(event: object) -> None:
            if isinstance(event, ImportProgress) and event.done == 2:
                studio.importing.cancel()

        studio.subscribe(stop)
        result = await studio.import_pictures([folder_of_pictures(tmp_path, 9)])
        assert result.cancelled
        assert 2 <= len(result.imported) < 9
        assert await studio.library.count() == len(result.imported)
        assert await studio.undo() == Deed(DeedKind.IMPORT, len(result.imported))


async def test_leaving_in_the_middle_leaves_whole_versions(tmp_path: Path) -> None:
    folder, workshop = folder_of_pictures(tmp_path, 9), shop(tmp_path)
    async with workshop.open() as studio:
        importing = asyncio.create_task(studio.import_pictures([folder]))
        await until(lambda: workshop.told.saved)
        importing.cancel()
        await asyncio.wait({importing})
    async with workshop.open() as studio:
        assert 1 <= await studio.library.count() < 9
        assert await studio.library.verify() == ()


async def test_a_file_that_went_is_shown_by_the_person_and_told(tmp_path: Path) -> None:
    workshop = shop(tmp_path)
    async with workshop.open() as studio:
        (version_id,) = (await studio.import_pictures([PastedPicture(png(), "a.png")])).imported
        (version,) = await studio.library.versions_of([version_id])
        moved = tmp_path / "moved.png"
        shutil.move(studio.library.path(version), moved)
        assert await studio.files.state(version_id) is FileState.MISSING
        assert (await studio.files.search([version_id])).missing == (version_id,)
        assert await studio.files.take(version_id, moved) == version.path
        assert await studio.files.state(version_id) is FileState.THERE
        await until(lambda: FilesFound((version,)) in workshop.told.events)


async def test_what_waited_for_room_and_has_left_nothing_behind_ends_nothing_else(tmp_path: Path) -> None:
    told: list[Job] = []
    async with library_in(tmp_path) as library:
        (job,) = await library.place(order())
        async with Latecomers(library, ("forgotten", job.id), told.append) as latecomers:
            latecomers.room_made()
            await until(lambda: not latecomers.waiting and bool(told))
    assert [one.id for one in told] == [job.id]

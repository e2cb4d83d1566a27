"""Versions leave as files: told while it goes on, ended at any time, and what is whole stays."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from studio.domain.errors import FileUnwritable, UnreadableFile
from studio.domain.export import Encoding, Format, Preset
from studio.domain.export_layouts import scales
from studio.domain.export_report import Progress, Skip
from studio.engine.events import Event, ExportMoved
from studio.engine.exporting import Exporting, ExportOrder
from tests.engine.workshop import Workshop, png, until

if TYPE_CHECKING:
    from pathlib import Path

    from studio.engine.studio import Studio

PRESET = Preset("Twice", Encoding(Format.PNG), scales(1, 2), template="{n}{scale}")


def shop(tmp_path: Path) -> Workshop:
    (tmp_path / "out").mkdir()
    return Workshop(tmp_path / "library", "https://nowhere.example")


async def brought(studio: Studio, tmp_path: Path, count: int) -> tuple[str, ...]:
    """Ids of so many versions."""
    files = [tmp_path / f"{number}.png" for number in range(count)]
    for number, file in enumerate(files):
        file.write_bytes(png(size=(480, 320), seed=number))
    return (await studio.import_pictures(files)).imported


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def told(workshop: Workshop) -> list[Progress]:
    return [event.progress for event in workshop.told.events if isinstance(event, ExportMoved)]


async def test_every_picture_leaves_in_every_size_and_it_is_told(tmp_path: Path) -> None:
    workshop = shop(tmp_path)
    async with workshop.open() as studio:
        ids = await brought(studio, tmp_path, 3)
        result = await studio.exporting.export(ExportOrder(ids, PRESET, tmp_path / "out"))
        await until(lambda: told(workshop) and told(workshop)[-1].done == 6)
    assert names(tmp_path / "out") == ["1.png", "1@2x.png", "2.png", "2@2x.png", "3.png", "3@2x.png"]
    assert len(result.report.written) == 6
    assert not result.is_cancelled
    assert {progress.of for progress in told(workshop)} == {6}


async def test_the_steps_are_told_some_times_a_second_however_many_there_are(tmp_path: Path) -> None:
    workshop = shop(tmp_path)
    async with workshop.open() as studio:
        ids = await brought(studio, tmp_path, 12)
        heard: list[Event] = []
        exporting = Exporting(studio.library, folder=studio.folder, tell=heard.append, monotonic=float)
        async with exporting:
            await exporting.export(ExportOrder(ids, PRESET, tmp_path / "out"))
            await until(lambda: len(heard) == 2)
    steps = [event.progress.done for event in heard if isinstance(event, ExportMoved)]
    assert steps == [1, 24], "the clock stands still between the first and the last"


async def test_a_missing_original_is_named_and_a_version_that_is_gone_counted(tmp_path: Path) -> None:
    workshop = shop(tmp_path)
    async with workshop.open() as studio:
        ids = await brought(studio, tmp_path, 2)
        first, _ = await studio.library.versions_of(ids)
        (studio.folder / first.path).unlink()
        result = await studio.exporting.export(ExportOrder((*ids, "nobody"), PRESET, tmp_path / "out"))
    assert result.gone == 1
    assert {failed.version for failed in result.report.failed} == {ids[0]}
    assert all(isinstance(failed.error, UnreadableFile) for failed in result.report.failed)
    assert names(tmp_path / "out") == ["2.png", "2@2x.png"]


async def test_a_folder_that_has_vanished_is_an_error_and_is_never_made(tmp_path: Path) -> None:
    workshop = shop(tmp_path)
    async with workshop.open() as studio:
        ids = await brought(studio, tmp_path, 1)
        with pytest.raises(FileUnwritable):
            await studio.exporting.export(ExportOrder(ids, PRESET, tmp_path / "nowhere"))
    assert not (tmp_path / "nowhere").exists()


async def test_it_is_cancelled_and_what_is_whole_stays(tmp_path: Path) -> None:
    workshop = shop(tmp_path)
    async with workshop.open() as studio:
        ids = await brought(studio, tmp_path, 40)
        work = asyncio.create_task(studio.exporting.export(ExportOrder(ids, PRESET, tmp_path / "out")))
        await until(lambda: told(workshop))
        studio.exporting.cancel()
        result = await work
    assert result.is_cancelled
    assert {left.why for left in result.report.skipped} == {Skip.CANCELLED}
    assert names(tmp_path / "out") == sorted(str(written.path) for written in result.report.written)
    assert 0 < len(result.report.written) < 80


async def test_leaving_ends_it_and_leaves_no_half_file(tmp_path: Path) -> None:
    workshop = shop(tmp_path)
    async with workshop.open() as studio:
        ids = await brought(studio, tmp_path, 40)
        work = asyncio.create_task(studio.exporting.export(ExportOrder(ids, PRESET, tmp_path / "out")))
        await until(lambda: told(workshop))
    result = await work
    assert result.is_cancelled
    assert names(tmp_path / "out") == sorted(str(written.path) for written in result.report.written)
    assert not list((tmp_path / "out").glob(".*"))


async def test_the_next_one_waits_for_its_turn(tmp_path: Path) -> None:
    workshop = shop(tmp_path)
    async with workshop.open() as studio:
        ids = await brought(studio, tmp_path, 3)
        orders = [ExportOrder(ids, PRESET, tmp_path / "out") for _ in range(2)]
        first, second = await asyncio.gather(*map(studio.exporting.export, orders))
    assert len(first.report.written) == len(second.report.written) == 6
    assert "1 (2).png" in names(tmp_path / "out"), "nothing is overwritten"

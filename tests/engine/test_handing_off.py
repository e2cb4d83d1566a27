"""A client page and contact sheets of what is chosen: told while it goes on, stopped, and nothing half."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from studio.domain.errors import FileUnwritable
from studio.domain.sheet import SheetStyle
from studio.engine.handing_off import HandOffOrder, Made
from tests.engine.test_exporting import brought, names, shop, told
from tests.engine.workshop import until

if TYPE_CHECKING:
    from pathlib import Path

STYLE = SheetStyle("Foxes", captions=True)


def order(ids: tuple[str, ...], tmp_path: Path, made: Made = Made.SHEET_PDF) -> HandOffOrder:
    return HandOffOrder(ids, made, tmp_path / "out", "foxes", STYLE, credit="A studio")


def content(file: Path) -> bytes:
    return file.read_bytes()


async def test_each_is_made_and_told_picture_by_picture(tmp_path: Path) -> None:
    workshop = shop(tmp_path)
    async with workshop.open() as studio:
        ids = await brought(studio, tmp_path, 3)
        for made in Made:
            result = await studio.exporting.hand_off(order(ids, tmp_path, made))
            assert not result.is_cancelled
            await until(lambda: told(workshop) and told(workshop)[-1].done == 3)
            workshop.told.events.clear()
    assert names(tmp_path / "out") == ["foxes-1.png", "foxes.html", "foxes.pdf"]
    page = content(tmp_path / "out" / "foxes.html").decode()
    assert page.count('<img src="data:image/jpeg;base64,') == 3
    assert "A studio" in page
    assert "0.png" not in page, "what the files were called elsewhere is nobody's business"
    assert content(tmp_path / "out" / "foxes.pdf").startswith(b"%PDF-")
    with Image.open(tmp_path / "out" / "foxes-1.png") as sheet:
        assert sheet.height > sheet.width


async def test_the_file_that_was_chosen_is_written_over_but_pages_are_numbered(tmp_path: Path) -> None:
    workshop = shop(tmp_path)
    async with workshop.open() as studio:
        ids = await brought(studio, tmp_path, 1)
        for _ in range(2):
            await studio.exporting.hand_off(order(ids, tmp_path))
            await studio.exporting.hand_off(order(ids, tmp_path, Made.SHEET_PNG))
    assert names(tmp_path / "out") == ["foxes-1 (2).png", "foxes-1.png", "foxes.pdf"]


async def test_a_picture_whose_file_is_gone_is_left_out_and_told(tmp_path: Path) -> None:
    workshop = shop(tmp_path)
    async with workshop.open() as studio:
        ids = await brought(studio, tmp_path, 2)
        first, _ = await studio.library.versions_of(ids)
        (studio.folder / first.path).unlink()
        wanted = order((*ids, "nobody"), tmp_path, Made.CLIENT_PAGE)
        result = await studio.exporting.hand_off(wanted)
    assert result.gone == 1
    assert [failed.version for failed in result.report.failed] == [first.id]
    assert content(tmp_path / "out" / "foxes.html").count(b"<figure>") == 1


async def test_stopped_it_leaves_nothing_half(tmp_path: Path) -> None:
    workshop = shop(tmp_path)
    async with workshop.open() as studio:
        ids = await brought(studio, tmp_path, 60)
        wanted = order(ids, tmp_path, Made.CLIENT_PAGE)
        work = asyncio.create_task(studio.exporting.hand_off(wanted))
        await until(lambda: told(workshop))
        studio.exporting.cancel()
        result = await work
    assert result.is_cancelled
    assert names(tmp_path / "out") == []


async def test_a_folder_that_isnt_there_is_an_error(tmp_path: Path) -> None:
    workshop = shop(tmp_path)
    async with workshop.open() as studio:
        ids = await brought(studio, tmp_path, 1)
        with pytest.raises(FileUnwritable):
            await studio.exporting.hand_off(replace(order(ids, tmp_path), folder=tmp_path / "nowhere"))

"""Contact sheets and client pages in the chosen folder: whole or not there, never over another file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from studio.domain.errors import FileUnwritable, UnreadableFile
from studio.domain.export import Inside
from studio.domain.sheet import SheetStyle
from studio.export.client_page import ClientPage
from studio.export.hand_off import SheetKind, write_client_page, write_sheet
from tests.domain import making

if TYPE_CHECKING:
    from pathlib import Path

    from studio.domain.version import Version


@pytest.fixture
def shown(tmp_path: Path) -> list[tuple[Version, Path]]:
    found: list[tuple[Version, Path]] = []
    for number in range(30):
        path = tmp_path / f"{number}.png"
        Image.new("RGB", (80, 60), (8 * number, 40, 20)).save(path)
        version = making.version(f"fox-{number}", minutes=number)
        found.append((replace(version, width=80, height=60), path))
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "designs"
    made.mkdir()
    return made


def test_sheets_and_pages_are_numbered_unless_they_may_be_overwritten(
    shown: list[tuple[Version, Path]], folder: Path
) -> None:
    page, inside = ClientPage("Spring"), Inside()
    for _ in range(2):
        write_sheet(folder, shown, SheetStyle())
        write_client_page(folder, shown, page, inside)
    write_sheet(folder, shown, SheetStyle(), may_overwrite=True)
    write_client_page(folder, shown, page, inside, may_overwrite=True)
    assert sorted(path.name for path in folder.iterdir()) == [
        *("client (2).html", "client.html", "contact-sheet (2).pdf", "contact-sheet.pdf")
    ]


def test_pngs_are_one_for_each_page(shown: list[tuple[Version, Path]], folder: Path) -> None:
    written = write_sheet(folder, shown, SheetStyle(), SheetKind.PNG, name="spring")
    assert [str(one.path) for one in written] == [f"spring-{page}.png" for page in range(1, len(written) + 1)]
    assert len(written) > 1


def test_a_clients_picture_holds_what_was_chosen(shown: list[tuple[Version, Path]], folder: Path) -> None:
    with_marker = write_client_page(folder, shown[:1], ClientPage("Spring"), Inside(recipe=False))
    without = write_client_page(folder, shown[:1], ClientPage("Spring"), Inside(strip=True))
    assert with_marker
    assert without
    assert with_marker.size > without.size + 500


def test_nothing_half_is_left_when_it_is_cancelled(shown: list[tuple[Version, Path]], folder: Path) -> None:
    asked = iter([False] * 5 + [True] * 100)
    assert write_sheet(folder, shown, SheetStyle(), cancelled=lambda: next(asked)) == ()
    asked = iter([False] * 5 + [True] * 100)
    page = ClientPage("Spring")
    assert write_client_page(folder, shown, page, Inside(), cancelled=lambda: next(asked)) is None
    assert list(folder.iterdir()) == []


def test_nothing_half_is_left_when_a_picture_is_missing(
    shown: list[tuple[Version, Path]], folder: Path
) -> None:
    shown[-1][1].unlink()
    with pytest.raises(UnreadableFile):
        write_sheet(folder, shown, SheetStyle())
    with pytest.raises(UnreadableFile):
        write_client_page(folder, shown, ClientPage("Spring"), Inside())
    assert list(folder.iterdir()) == []
    with pytest.raises(FileUnwritable):
        write_sheet(folder / "gone", shown[:1], SheetStyle())

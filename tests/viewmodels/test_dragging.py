"""What is dragged out is called as the last export calls its files, and taken away in the end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from studio.domain.export import Preset
from studio.export.dragged import MOST_COPIED, DragFolder, drag_names
from studio.library.layout import LibraryFolder
from studio.viewmodels.export_draft import ExportDraft
from tests.domain.making import version
from tests.support.ways_out import WaysOut
from tests.support.window import run_in_window, until
from tests.viewmodels.test_missing import Desk

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from studio.domain.version import Version


def template(words: str) -> ExportDraft:
    preset = Preset("Mine", template=words)
    return ExportDraft(preset, preset)


def laid(folder: Path, count: int, *, size: int = 3) -> list[tuple[Version, Path]]:
    """So many versions that say they have `size` bytes, and their files."""
    shown: list[tuple[Version, Path]] = []
    for number in range(count):
        path = folder / f"000{number}-fox-{number}.png"
        path.write_bytes(b"fox")
        shown.append((replace(version(f"v{number}"), size=size), path))
    return shown


def test_files_have_the_names_of_the_last_export_and_go_in_the_end(
    qapp: QApplication, tmp_path: Path
) -> None:
    desk = Desk(tmp_path)
    ways_out = WaysOut(desk)
    ways_out.exporting.last = template("{date}/{n}-{slug}")

    async def story() -> None:
        new, old = await desk.fill()
        async with desk.around.engine():
            given: list[tuple[Path, ...]] = []
            ways_out.dragged.name_then((new.id, old.id), given.append)
            await until(lambda: given)
            (files,) = given
            assert [file.name[:2] for file in files] == ["1-", "2-"]
            assert [file.read_bytes() for file in files] == [
                desk.file(new).read_bytes(),
                desk.file(old).read_bytes(),
            ]
            files[0].write_bytes(b"painted over in another program")
            assert desk.file(new).read_bytes() != files[0].read_bytes(), "small files are copies"
            ways_out.dragged.name_then((new.id,), given.append)
            await until(lambda: len(given) == 2)
            assert files[0].exists(), "the other program may still want it"
            await ways_out.dragged.clear()
            assert not files[0].exists()
            assert desk.file(new).exists()

    run_in_window(qapp, story())


def test_what_is_missing_is_left_out(qapp: QApplication, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    ways_out = WaysOut(desk)

    async def story() -> None:
        new, old = await desk.fill()
        desk.file(old).unlink()
        async with desk.around.engine():
            await desk.missing.check((new.id, old.id))
            given: list[tuple[Path, ...]] = []
            ways_out.dragged.name_then((new.id, old.id), given.append)
            await until(lambda: given)
            assert len(given[0]) == 1
            await ways_out.dragged.clear()

    run_in_window(qapp, story())


def test_no_two_files_are_called_alike_and_none_has_a_folder(tmp_path: Path) -> None:
    versions = [one for one, _ in laid(tmp_path, 3)]
    assert drag_names(versions, "for/you/same") == ("same.png", "same (2).png", "same (3).png")


def test_many_bytes_are_linked_and_not_copied(tmp_path: Path) -> None:
    (source,) = laid(tmp_path, 1, size=MOST_COPIED + 1)
    (file,) = DragFolder(tmp_path / "dragged").lay([source], "{n}")
    assert file.samefile(source[1])


def test_what_a_crash_left_goes_at_the_next_start(qapp: QApplication, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    left = LibraryFolder(desk.around.folder).dragged / "1" / "old.png"
    left.parent.mkdir(parents=True)
    left.touch()
    run_in_window(qapp, WaysOut(desk).dragged.clear())
    assert not left.exists()


def test_what_cant_be_named_is_given_as_it_lies(tmp_path: Path) -> None:
    shown = laid(tmp_path, 2)
    (tmp_path / "dragged").write_bytes(b"no folder can be made here")
    assert DragFolder(tmp_path / "dragged").lay(shown, "{n}") == tuple(path for _, path in shown)

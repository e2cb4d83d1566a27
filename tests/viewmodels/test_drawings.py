"""What is drawn on versions, on its way to the disk and back."""

import asyncio
from pathlib import Path

from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from studio.domain.errors import LibraryFull
from studio.domain.marks import Mark, MarkKind
from studio.library.drawings import Drawing, read_drawing, write_drawing
from studio.viewmodels.drawings import Drawings
from studio.viewmodels.tasks import Tasks
from tests.support.window import run_in_window, until

DRAWING = Drawing((Mark(MarkKind.ARROW, ((0.1, 0.1), (0.4, 0.4))),))


class Disk:
    """A folder that may be full."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.is_full = False

    def read(self, version_id: str) -> Drawing:
        return read_drawing(self.folder, version_id)

    def write(self, version_id: str, drawing: Drawing) -> None:
        if self.is_full:
            raise LibraryFull(self.folder)
        write_drawing(self.folder, version_id, drawing)


def made(disk: Disk) -> tuple[Drawings, Tasks]:
    """On the loop that runs now."""
    tasks = Tasks()
    tasks.begin(asyncio.get_running_loop())
    return Drawings(tasks=tasks, read=disk.read, write=disk.write), tasks


def test_each_is_read_once_and_the_newest_is_written(qapp: QApplication, tmp_path: Path) -> None:
    async def story() -> None:
        write_drawing(tmp_path, "one", DRAWING)
        drawings, tasks = made(Disk(tmp_path))
        came = QSignalSpy(drawings.arrived)
        for _ in range(3):
            drawings.want("one")
        await until(came.count)
        assert drawings.get("one") == DRAWING
        drawings.want("one")
        drawings.change("one", Drawing())
        drawings.change("two", DRAWING)
        await drawings.finish()
        assert came.count() == 1
        assert read_drawing(tmp_path, "one") == Drawing()
        assert read_drawing(tmp_path, "two") == DRAWING
        await tasks.end()

    run_in_window(qapp, story())


def test_a_full_disk_is_said_once_and_nothing_is_lost(qapp: QApplication, tmp_path: Path) -> None:
    async def story() -> None:
        disk = Disk(tmp_path)
        drawings, tasks = made(disk)
        said = QSignalSpy(tasks.failed)
        disk.is_full = True
        drawings.change("one", DRAWING)
        await until(said.count)
        drawings.change("two", DRAWING)
        await drawings.finish()
        assert said.count() == 1
        disk.is_full = False
        await drawings.finish()
        assert read_drawing(tmp_path, "one") == read_drawing(tmp_path, "two") == DRAWING
        await tasks.end()

    run_in_window(qapp, story())


def test_what_was_drawn_on_a_version_goes_with_it(qapp: QApplication, tmp_path: Path) -> None:
    async def story() -> None:
        drawings, tasks = made(Disk(tmp_path))
        drawings.change("one", DRAWING)
        drawings.change("two", DRAWING)
        await drawings.finish()
        drawings.drop(("one",))
        await until(lambda: read_drawing(tmp_path, "one") == Drawing())
        assert drawings.get("one") is None
        assert read_drawing(tmp_path, "two") == DRAWING
        await tasks.end()

    run_in_window(qapp, story())

"""Thumbnails: decoded in threads, newest wish first, bounded in bytes, made again where they are missing."""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.domain.job import JobState
from studio.library.layout import LibraryFolder
from studio.viewmodels.bridge import Bridge
from studio.viewmodels.tasks import Tasks
from studio.viewmodels.thumbnails import Thumbnails
from tests.library.scenes import generate, library_in
from tests.support.gallery import shelf
from tests.support.window import run_in_window, surroundings, until

BOX = QSize(120, 80)


def jpeg(width: int, height: int) -> bytes:
    written = BytesIO()
    Image.new("RGB", (width, height), "teal").save(written, "JPEG")
    return written.getvalue()


@dataclass(slots=True)
class Shelves:
    """A source that counts, and that can hold everybody up."""

    pictures: dict[str, bytes] = field(default_factory=dict[str, bytes])
    asked: list[str] = field(default_factory=list[str])
    gate: threading.Event = field(default_factory=threading.Event)

    def read(self, key: str, edge: int, /) -> bytes | None:
        assert threading.current_thread() is not threading.main_thread()
        self.asked.append(key)
        self.gate.wait(10)
        return self.pictures.get(key)

    def close(self) -> None:
        """There is nothing to give back."""


@pytest.fixture
def shelves() -> Shelves:
    made = Shelves({f"picture-{number}": jpeg(256, 171) for number in range(40)})
    made.gate.set()
    return made


@pytest.fixture
def thumbnails(qapp: QApplication, tmp_path: Path, shelves: Shelves) -> Iterator[Thumbnails]:
    made = Thumbnails(
        folder=tmp_path, bridge=Bridge(), tasks=Tasks(), cache_bytes=200_000, open_source=lambda: shelves
    )
    yield made
    shelves.gate.set()
    made.end()


def test_a_thumbnail_comes_later_and_fits_exactly(qtbot: QtBot, thumbnails: Thumbnails) -> None:
    arrived = QSignalSpy(thumbnails.arrived)
    assert thumbnails.pixmap("picture-1", BOX) is None
    # The spy's own wait would hold the workers up.
    qtbot.waitUntil(lambda: arrived.count() == 1)
    assert arrived.at(0) == [frozenset({"picture-1"})]
    pixmap = thumbnails.pixmap("picture-1", BOX)
    assert pixmap is not None
    assert pixmap.size() == BOX


def test_until_the_right_size_is_there_another_one_serves(qtbot: QtBot, thumbnails: Thumbnails) -> None:
    with qtbot.waitSignal(thumbnails.arrived):
        thumbnails.pixmap("picture-1", BOX)
    with qtbot.waitSignal(thumbnails.arrived):
        other = thumbnails.pixmap("picture-1", QSize(60, 40))
        assert other is not None
        assert other.size() == BOX


def test_it_is_never_enlarged(qtbot: QtBot, thumbnails: Thumbnails) -> None:
    with qtbot.waitSignal(thumbnails.arrived):
        thumbnails.pixmap("picture-1", QSize(1200, 800))
    pixmap = thumbnails.pixmap("picture-1", QSize(1200, 800))
    assert pixmap is not None
    assert pixmap.size() == QSize(256, 171)


def test_the_newest_wish_comes_first(qtbot: QtBot, thumbnails: Thumbnails, shelves: Shelves) -> None:
    shelves.gate.clear()
    for number in range(40):
        thumbnails.pixmap(f"picture-{number}", BOX)
    qtbot.waitUntil(lambda: bool(shelves.asked))
    held_up = len(shelves.asked)
    shelves.gate.set()
    qtbot.waitUntil(lambda: len(shelves.asked) == 40)
    assert "picture-39" in shelves.asked[: held_up + 2]


def test_what_it_holds_is_bounded_in_bytes(qtbot: QtBot, thumbnails: Thumbnails, shelves: Shelves) -> None:
    for number in range(20):
        thumbnails.pixmap(f"picture-{number}", BOX)
    qtbot.waitUntil(lambda: len(shelves.asked) == 20 and thumbnails.held_bytes > 150_000)
    assert thumbnails.held_bytes <= 200_000


def test_a_missing_thumbnail_is_made_again_from_its_picture(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    shown = shelf(around)

    async def story() -> None:
        async with library_in(around.folder, thumbnails=False) as library:
            (job,) = await generate(library)
            assert job.state is JobState.SAVED
        async with around.engine():
            await shown.begin()
            (version,) = shown.ids()
            await until(lambda: shown.thumbnails.pixmap(version, BOX) is not None)
            (missing,) = ["no-such-version"]
            shown.thumbnails.pixmap(missing, BOX)
            await until(lambda: shown.thumbnails.is_absent(missing))
        shown.thumbnails.end()

    run_in_window(qapp, story())


def aimed(*numbers: int) -> list[tuple[str, QSize]]:
    return [(f"picture-{number}", BOX) for number in numbers]


def hold_up(qtbot: QtBot, thumbnails: Thumbnails, shelves: Shelves) -> int:
    """Have every worker wait at the gate; gives how many pictures they hold."""
    shelves.gate.clear()
    thumbnails.aim(aimed(30, 31, 32, 33, 34, 35, 36, 37))
    workers = min(8, os.cpu_count() or 1)
    qtbot.waitUntil(lambda: len(shelves.asked) == workers)
    return workers


def test_what_is_aimed_at_comes_in_its_order(qtbot: QtBot, thumbnails: Thumbnails, shelves: Shelves) -> None:
    busy = hold_up(qtbot, thumbnails, shelves)
    thumbnails.aim(aimed(5, 3, 8, 1))
    shelves.gate.set()
    qtbot.waitUntil(lambda: thumbnails.rests)
    came = shelves.asked[busy:]
    places = [came.index(f"picture-{number}") for number in (5, 3, 8, 1)]
    # Those who read side by side may overtake each other by one.
    assert all(abs(place - expected) < busy for expected, place in enumerate(places))


def test_what_was_aimed_at_before_is_forgotten(
    qtbot: QtBot, thumbnails: Thumbnails, shelves: Shelves
) -> None:
    busy = hold_up(qtbot, thumbnails, shelves)
    thumbnails.aim(aimed(*range(20)))
    thumbnails.aim(aimed(21, 22))
    shelves.gate.set()
    qtbot.waitUntil(lambda: thumbnails.rests)
    assert sorted(shelves.asked[busy:]) == ["picture-21", "picture-22"]


def test_what_is_on_its_way_is_never_asked_for_again(
    qtbot: QtBot, thumbnails: Thumbnails, shelves: Shelves
) -> None:
    hold_up(qtbot, thumbnails, shelves)
    for _ in range(3):
        thumbnails.aim(aimed(*range(30, 38), 7, 8))
        thumbnails.pixmap("picture-7", BOX)
        thumbnails.pixmap("picture-30", BOX)
    thumbnails.aim(aimed(*range(30, 38), 7, 8))
    shelves.gate.set()
    qtbot.waitUntil(lambda: thumbnails.rests)
    assert sorted(shelves.asked) == sorted(set(shelves.asked))


def test_many_that_are_aimed_at_stay_within_the_bound(
    qtbot: QtBot, thumbnails: Thumbnails, shelves: Shelves
) -> None:
    thumbnails.aim(aimed(*range(40)))
    qtbot.waitUntil(lambda: thumbnails.rests)
    assert len(shelves.asked) == 40
    assert 100_000 < thumbnails.held_bytes <= 200_000
    assert thumbnails.is_there(shelves.asked[-1])


@pytest.mark.qt_log_ignore("JPEG data")
@pytest.mark.parametrize("damaged", [jpeg(256, 171)[:40], b"", b"nonsense"])
def test_damaged_thumbnails_are_made_anew(qapp: QApplication, tmp_path: Path, damaged: bytes) -> None:
    around = surroundings(tmp_path)
    shown = shelf(around)

    async def story() -> None:
        async with library_in(around.folder) as library:
            await generate(library)
        with closing(sqlite3.connect(LibraryFolder(around.folder).thumbnails)) as store:
            store.execute("UPDATE thumbnails SET jpeg = ?", (damaged,))
            store.commit()
        async with around.engine():
            await shown.begin()
            (version,) = shown.ids()

            def show() -> bool:
                shown.thumbnails.aim([(version, BOX)])
                return shown.thumbnails.held(version, BOX) is not None

            await until(show)
            assert not shown.thumbnails.is_absent(version)
        shown.thumbnails.end()

    run_in_window(qapp, story())


def test_what_is_aimed_at_is_kept_for_longer_than_the_rest(
    qtbot: QtBot, thumbnails: Thumbnails, shelves: Shelves
) -> None:
    """Whoever scrolls back comes to those that came first: they don't go for those that lie behind them."""
    for number in (1, 2, 3, 4, 5):
        with qtbot.waitSignal(thumbnails.arrived):
            thumbnails.aim(aimed(number))
    assert all(thumbnails.is_there(f"picture-{number}") for number in (1, 2, 3, 4, 5))
    with qtbot.waitSignal(thumbnails.arrived):
        thumbnails.aim(aimed(2, 1, 6))
    there = [number for number in range(1, 7) if thumbnails.is_there(f"picture-{number}")]
    assert there == [1, 2, 4, 5, 6]


def test_of_other_sizes_the_nearest_serves_and_rather_a_larger_one(
    qtbot: QtBot, thumbnails: Thumbnails
) -> None:
    for size in (QSize(30, 20), QSize(84, 56), QSize(120, 80)):
        with qtbot.waitSignal(thumbnails.arrived):
            thumbnails.pixmap("picture-1", size)
    served = {
        wanted: held.width()
        for wanted in (28, 60, 86, 110)
        if (held := thumbnails.held("picture-1", QSize(wanted, wanted * 2 // 3)))
    }
    assert served == {28: 30, 60: 84, 86: 84, 110: 120}


def test_near_is_what_was_made_for_almost_this_size(qtbot: QtBot, thumbnails: Thumbnails) -> None:
    with qtbot.waitSignal(thumbnails.arrived):
        thumbnails.pixmap("picture-1", QSize(90, 60))
    near = {
        width: thumbnails.is_near("picture-1", QSize(width, 60), within=6) for width in (83, 84, 90, 96, 97)
    }
    assert near == {83: False, 84: True, 90: False, 96: True, 97: False}
    assert not thumbnails.is_near("picture-2", QSize(90, 60), within=6)

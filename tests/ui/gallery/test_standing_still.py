"""What comes and goes out of sight isn't painted, and what is seen is always true."""

import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, QMargins, QObject
from PySide6.QtWidgets import QApplication

from studio.domain.charge import Charge
from studio.domain.job import JobState
from studio.domain.judgement import Standing
from studio.engine.events import JobChanged, VersionsChanged, VersionsGone
from studio.ui.gallery.grid_items import FRAME
from studio.ui.gallery.view import GalleryView
from tests.support.gallery import Shelf, dated, days_of, save, waiting_job
from tests.ui.gallery.conftest import MakeView
from tests.ui.gallery.test_scrolling import on_screen, painted_anew

LAST_DAY = 3
TRASHED = datetime(2026, 11, 30, tzinfo=UTC)


class Paints(QObject):
    """Counts them."""

    def __init__(self, view: GalleryView) -> None:
        super().__init__(view)
        self.count = 0
        QApplication.processEvents()
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        self.count += event.type() is QEvent.Type.Paint
        return False


@pytest.fixture
def view(make_view: MakeView, shown: Shelf) -> GalleryView:
    save(shown, *days_of(40, 7, 60, 30))
    return make_view()


def job(shown: Shelf, number: int, *, ends: bool = False) -> None:
    made = waiting_job(number, JobState.CANCELLED if ends else JobState.SENDING, charge=Charge.RESERVED)
    shown.around.bridge.happened.emit(JobChanged(made))


def trash(shown: Shelf, *numbers: int) -> None:
    gone = Standing("Sketches", trashed=TRASHED)
    changed = tuple((f"version-{number:06}", gone) for number in numbers)
    shown.around.bridge.happened.emit(VersionsChanged(changed))


def test_a_new_picture_of_another_day_paints_nothing(view: GalleryView, shown: Shelf) -> None:
    view.verticalScrollBar().setValue(1500)
    before, paints = on_screen(view), Paints(view)
    save(shown, dated(900, days=LAST_DAY), dated(901, days=LAST_DAY))
    job(shown, 1)
    job(shown, 1, ends=True)
    assert on_screen(view) == before == painted_anew(view)
    assert paints.count == 1  # by `painted_anew`


def test_one_that_goes_out_of_sight_changes_the_count_in_its_header(view: GalleryView, shown: Shelf) -> None:
    view.verticalScrollBar().setValue(view.grid.section_top(1) - 10)
    before = on_screen(view)
    trash(shown, 50)  # of the same day, and below the window's edge
    assert before != on_screen(view) == painted_anew(view)


def test_many_that_go_one_here_one_there_are_painted_once_or_not_at_all(
    view: GalleryView, shown: Shelf
) -> None:
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    before, paints = on_screen(view), Paints(view)
    trash(shown, 101, 103, 105, 130)  # of the last two days, far above
    assert on_screen(view) == before
    assert paints.count == 0
    # The last of the first day is seen, the others aren't.
    trash(shown, 2, 60, 90, 109)
    QApplication.processEvents()
    assert paints.count == 1
    assert before != on_screen(view) == painted_anew(view)


def test_only_tiles_that_are_in_view_count_as_seen(view: GalleryView, shown: Shelf) -> None:
    """Of a line the gap alone may be in view: whoever waits for its pictures would wait for no painting."""
    bar, port = view.verticalScrollBar(), view.viewport().rect()
    frame = QMargins(FRAME, FRAME, FRAME, FRAME)
    for place in range(bar.maximum() // 3, bar.maximum() // 3 + 3 * view.grid.step):
        bar.setValue(place)
        tiles = [view.visualRect(shown.gallery.index(row)) for row in range(shown.gallery.rowCount())]
        in_view = {row for row, tile in enumerate(tiles) if tile.intersects(port)}
        framed = {row for row, tile in enumerate(tiles) if (tile + frame).intersects(port)}
        assert in_view <= set(view.seen_rows()) <= framed


class Life:
    """What a library goes through, by chance."""

    def __init__(self, view: GalleryView, shown: Shelf) -> None:
        self.chance = random.Random(5)
        self.view, self.shown = view, shown
        self.left = list(range(1, 138))

    def scroll(self) -> None:
        bar = self.view.verticalScrollBar()
        bar.setValue(self.chance.randrange(bar.maximum() + 1))

    def save(self, *, series: int = 0) -> None:
        self.left.append(1000 + len(self.left))
        save(self.shown, replace(dated(self.left[-1], days=self.chance.randrange(5)), series=series))

    def join(self) -> None:
        self.save(series=self.chance.randrange(1, 4))

    def trash(self) -> None:
        trash(self.shown, self._taken())

    def vanish(self) -> None:
        several = tuple(f"version-{self._taken():06}" for _ in range(3))
        self.shown.around.bridge.happened.emit(VersionsGone(several))

    def begin(self) -> None:
        job(self.shown, self.chance.randrange(4))

    def end(self) -> None:
        job(self.shown, self.chance.randrange(4), ends=True)

    def toggle(self) -> None:
        self.view.toggle_stack(self.chance.randrange(self.shown.gallery.rowCount()))

    def _taken(self) -> int:
        return self.left.pop(self.chance.randrange(len(self.left)))


def test_whatever_happens_what_is_seen_is_true(view: GalleryView, shown: Shelf) -> None:
    life = Life(view, shown)
    acts = (life.scroll, life.save, life.join, life.trash, life.vanish, life.begin, life.end, life.toggle)
    for _ in range(150):
        act = life.chance.choice(acts)
        act()
        assert on_screen(view) == painted_anew(view), act.__name__

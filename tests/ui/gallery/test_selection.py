"""What is selected and where the gallery stands outlive another query, another order and a restart."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from studio.domain.judgement import Change
from studio.domain.query import Query, Sort, SortKey
from studio.library.desk import Desk, read_desk, write_desk
from studio.ui.gallery.selection import Selection
from studio.ui.gallery.view import GalleryView
from tests.support.gallery import Shelf, numbered, save, shelf, write_stacks, write_versions
from tests.support.hands import CONTROL, click, seen
from tests.support.window import run_in_window, surroundings, until
from tests.ui.gallery.conftest import MakeView


class Open(Protocol):
    """Opens the gallery as it was left."""

    def __call__(self, desk: Desk, other: Shelf | None = None, /) -> "Gallery": ...


@dataclass(slots=True)
class Gallery:
    view: GalleryView
    selection: Selection
    shown: Shelf

    def choose(self, *names: str) -> None:
        """Click on each of these, with Ctrl from the second one on."""
        for position, name in enumerate(names):
            row = self.shown.gallery.row_of(name)
            assert row is not None
            index = self.shown.gallery.index(row)
            self.view.scrollTo(index)
            key = CONTROL if position else Qt.KeyboardModifier.NoModifier
            click(self.view, self.view.visualRect(index).center(), key)

    def seen(self) -> dict[str, QRect]:
        return seen(self.view, self.shown.gallery)

    async def ask(self, query: Query) -> None:
        self.shown.gallery.set_query(query)
        await until(lambda: self.shown.gallery.shown == query and self.shown.listing.rests)


@pytest.fixture
def open_gallery(make_view: MakeView, shown: Shelf) -> Open:
    def make(desk: Desk, other: Shelf | None = None, /) -> Gallery:
        shelf = other or shown
        view = make_view(shelf)
        view.set_tile_edge(desk.edge)
        return Gallery(view, Selection(view, shelf.gallery, desk), shelf)

    return make


def name(number: int) -> str:
    return f"version-{number:06}"


def test_what_is_selected_is_found_again_by_another_query(
    qapp: QApplication, shown: Shelf, open_gallery: Open
) -> None:
    foxes = {10, 400, 900}
    write_versions(
        shown.around.folder,
        (numbered(number, prompt="a fox" if number in foxes else "") for number in range(1, 1001)),
    )

    async def story() -> None:
        async with shown.around.engine():
            await shown.begin()
            gallery = open_gallery(Desk())
            gallery.choose(name(900), name(10))
            for query in (Query("fox"), Query(), Query(sort=Sort(SortKey.COST)), Query()):
                await gallery.ask(query)
                assert gallery.selection.ids() == (name(900), name(10))
                assert gallery.selection.current() == name(10)
                assert name(10) in gallery.seen()

    run_in_window(qapp, story())


def test_whoever_goes_on_at_once_is_not_led_back(
    qapp: QApplication, shown: Shelf, open_gallery: Open
) -> None:
    write_versions(shown.around.folder, map(numbered, range(1, 1001)))

    async def story() -> None:
        async with shown.around.engine():
            gallery = open_gallery(Desk(first=name(5), offset=10, current=name(5), selected=(name(5),)))
            shown.gallery.loaded_changed.connect(
                lambda: None if shown.gallery.is_whole else gallery.view.verticalScrollBar().setValue(300)
            )
            await shown.begin()
            assert gallery.view.verticalOffset() == 300
            gallery.view.verticalScrollBar().setValue(0)
            shown.listing.refresh()
            await until(lambda: shown.listing.rests)
            assert gallery.view.verticalOffset() == 0
            assert gallery.selection.ids() == ()

    run_in_window(qapp, story())


def test_a_restart_finds_everything_as_it_was(
    qapp: QApplication, tmp_path: Path, shown: Shelf, open_gallery: Open
) -> None:
    write_versions(shown.around.folder, map(numbered, range(1, 2001)))
    before: list[dict[str, QRect]] = []

    async def leave() -> None:
        first = shelf(surroundings(tmp_path))
        async with first.around.engine():
            await first.begin()
            gallery = open_gallery(Desk(), first)
            gallery.choose(name(1999), name(700), name(698))
            gallery.view.set_tile_edge(240)
            gallery.view.verticalScrollBar().setValue(gallery.view.verticalOffset() + 77)
            before.append(gallery.seen())
            write_desk(first.around.folder, gallery.selection.desk(gallery.view.tile_edge))
        first.thumbnails.end()

    async def come_back() -> None:
        async with shown.around.engine():
            gallery = open_gallery(read_desk(shown.around.folder))
            await shown.begin()
            assert gallery.seen() == before[0]
            assert gallery.selection.ids() == (name(1999), name(700), name(698))
            assert gallery.selection.current() == name(698)

    run_in_window(qapp, leave())
    run_in_window(qapp, come_back())


def test_what_is_rated_stays_selected_where_it_goes(
    qapp: QApplication, shown: Shelf, open_gallery: Open
) -> None:
    write_versions(shown.around.folder, map(numbered, range(1, 41)))
    bridge = shown.around.bridge

    async def story() -> None:
        async with shown.around.engine():
            await shown.begin()
            gallery = open_gallery(Desk())
            await gallery.ask(Query(sort=Sort(SortKey.RATING)))
            gallery.choose(name(38), name(37))
            await bridge.ask(lambda studio: studio.change((name(38), name(37)), Change(rating=5)))
            await until(lambda: shown.ids()[:2] == [name(38), name(37)])
            assert gallery.selection.ids() == (name(38), name(37))
            assert gallery.selection.current() == name(37)

    run_in_window(qapp, story())


def test_what_follows_is_selected_when_all_that_was_selected_goes(
    qapp: QApplication, shown: Shelf, open_gallery: Open
) -> None:
    write_versions(shown.around.folder, map(numbered, range(1, 41)))
    bridge = shown.around.bridge

    async def story() -> None:
        async with shown.around.engine():
            await shown.begin()
            gallery = open_gallery(Desk())
            gallery.choose(name(38), name(37))
            for gone, next_one in (((38, 37), 36), ((36,), 35), ((35,), 34)):
                ids = tuple(map(name, gone))
                await bridge.ask(lambda studio, ids=ids: studio.change(ids, Change(trash=True)))
                await until(lambda ids=ids: not set(ids) & set(shown.ids()))
                await until(lambda: shown.listing.rests)
                assert gallery.selection.ids() == (name(next_one),)
                assert gallery.selection.current() == name(next_one)

    run_in_window(qapp, story())


def test_a_selected_stack_stands_for_all_that_is_in_it(
    qapp: QApplication, shown: Shelf, open_gallery: Open
) -> None:
    write_stacks(shown.around.folder, orders=5)

    async def story() -> None:
        async with shown.around.engine():
            await shown.begin()
            gallery = open_gallery(Desk())
            gallery.choose(name(6))
            assert gallery.selection.ids() == (name(8), name(7), name(6), name(5))
            QTest.keyClick(gallery.view, Qt.Key.Key_Escape)
            assert gallery.selection.ids() == ()

    run_in_window(qapp, story())


def test_a_desk_that_makes_no_sense_does_no_harm(
    qapp: QApplication, shown: Shelf, open_gallery: Open
) -> None:
    write_versions(shown.around.folder, map(numbered, range(1, 101)))
    odd = Desk(edge=10**9, first=name(50), offset=-(10**12), current="nobody", selected=("nobody",) * 3)

    async def story() -> None:
        async with shown.around.engine():
            gallery = open_gallery(odd)
            await shown.begin()
            save(shown, numbered(101))
            assert gallery.view.tile_edge == 512
            assert gallery.selection.ids() == ()
            gallery.view.grab()

    run_in_window(qapp, story())

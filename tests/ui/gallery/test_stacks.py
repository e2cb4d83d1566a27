"""Stacks: they open and close where they are."""

import asyncio

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from tests.support.gallery import Shelf, write_stacks
from tests.support.hands import badge, click, drag, seen, selected_rows
from tests.support.window import run_in_window, until
from tests.ui.gallery.conftest import MakeView


def test_a_stack_opens_and_closes_in_place(qapp: QApplication, make_view: MakeView, shown: Shelf) -> None:
    write_stacks(shown.around.folder, orders=60)

    async def story() -> None:
        async with shown.around.engine():
            await shown.begin()
            view = make_view()
            assert (shown.gallery.rowCount(), shown.gallery.found) == (60, 240)
            view.verticalScrollBar().setValue(500)
            row = next(
                row for row in view.seen_rows() if view.visualRect(shown.gallery.index(row)).top() > 300
            )
            before = seen(view, shown.gallery)
            click(view, badge(view, row))
            assert shown.gallery.rowCount() == 63
            above = {shown.gallery.id_at(one) for one in range(row + 1)}
            kept = {name: place for name, place in before.items() if name in above}
            assert {name: seen(view, shown.gallery)[name] for name in kept} == kept
            click(view, badge(view, row))
            assert shown.gallery.rowCount() == 60
            assert seen(view, shown.gallery) == before

    run_in_window(qapp, story())


def test_a_stack_that_is_half_out_of_view_opens_where_it_is(
    qapp: QApplication, make_view: MakeView, shown: Shelf
) -> None:
    write_stacks(shown.around.folder, orders=60)

    async def story() -> None:
        async with shown.around.engine():
            await shown.begin()
            view = make_view()
            view.verticalScrollBar().setValue(view.grid.rect(12).top() + 4)
            place = view.visualRect(shown.gallery.index(12))
            click(view, badge(view, 12))
            assert view.visualRect(shown.gallery.index(12)) == place
            assert shown.gallery.rowCount() == 63

    run_in_window(qapp, story())


def test_a_stack_that_was_opened_while_all_is_read_stays_open(
    qapp: QApplication, make_view: MakeView, shown: Shelf
) -> None:
    write_stacks(shown.around.folder, orders=120)

    async def story() -> None:
        async with shown.around.engine():
            view = make_view()
            soon = asyncio.get_running_loop().call_soon
            # Once the beginning stands, all of it is being read.
            opens = shown.gallery.loaded_changed.connect(lambda: soon(click, view, badge(view, 2)))
            shown.listing.refresh()
            await until(lambda: shown.gallery.loaded)
            shown.gallery.disconnect(opens)
            await until(lambda: shown.gallery.is_whole)
            assert shown.gallery.rowCount() == 123
            assert shown.gallery.is_opened(2)

    run_in_window(qapp, story())


def test_a_press_on_a_badge_that_slips_selects_nothing(
    qapp: QApplication, make_view: MakeView, shown: Shelf
) -> None:
    write_stacks(shown.around.folder, orders=20)

    async def story() -> None:
        async with shown.around.engine():
            await shown.begin()
            view = make_view()
            at = badge(view, 6)
            drag(view, at, at + QPoint(1, 1), at + QPoint(3, 2))
            assert selected_rows(view) == []

    run_in_window(qapp, story())

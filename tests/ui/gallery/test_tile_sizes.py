"""Larger and smaller tiles, a larger and smaller window: what is looked at stays where it is."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt

from tests.support.gallery import Shelf, dated, days_of, save
from tests.support.hands import CONTROL, seen, turn_wheel
from tests.ui.gallery.conftest import MakeView


@pytest.mark.parametrize("steps", [1, -1, 2, -2, 5, -3])
def test_the_tile_under_the_pointer_stays_under_it(make_view: MakeView, shown: Shelf, steps: int) -> None:
    save(shown, *days_of(400))
    view = make_view()
    view.verticalScrollBar().setValue(4000)
    for row in list(view.seen_rows())[6:12]:
        at = view.visualRect(shown.gallery.index(row)).bottomRight() - QPoint(9, 5)
        held = view.indexAt(at)
        edge = view.tile_edge
        turn_wheel(view, at, steps, CONTROL)
        assert view.tile_edge != edge
        assert view.indexAt(at) == held
        turn_wheel(view, at, -steps, CONTROL)


def test_the_wheel_alone_scrolls(make_view: MakeView, shown: Shelf) -> None:
    save(shown, *days_of(100))
    view = make_view()
    turn_wheel(view, QPoint(300, 300), -2, Qt.KeyboardModifier.NoModifier)
    assert view.verticalOffset() > 0
    assert view.tile_edge == 180


def test_what_is_seen_first_stays_when_tiles_change_size(make_view: MakeView, shown: Shelf) -> None:
    save(shown, *days_of(30, 50, 120))
    view = make_view()
    view.verticalScrollBar().setValue(3000)
    first = next(iter(name for name, place in seen(view, shown.gallery).items() if place.top() >= 0))
    top = seen(view, shown.gallery)[first].top()
    for edge in (96, 300, 512, 140, 180):
        view.set_tile_edge(edge)
        assert seen(view, shown.gallery)[first].top() == top


def test_tiles_are_never_smaller_or_larger_than_can_be(make_view: MakeView, shown: Shelf) -> None:
    save(shown, *days_of(3))
    view = make_view()
    view.zoom_tiles(100)
    assert view.tile_edge == 512
    view.zoom_tiles(0.001)
    assert view.tile_edge == 96


def test_a_window_without_room_comes_back_as_it_was(make_view: MakeView, shown: Shelf) -> None:
    save(shown, *days_of(200))
    view = make_view()
    view.verticalScrollBar().setValue(3000)
    before = seen(view, shown.gallery)
    for size in (QSize(0, 0), QSize(1, 1), QSize(0, 700), QSize(792, 0)):
        view.resize(size)
        view.grab()
        view.resize(792, 700)
        assert seen(view, shown.gallery) == before


def test_another_height_moves_nothing(make_view: MakeView, shown: Shelf) -> None:
    save(shown, *days_of(200))
    view = make_view()
    view.verticalScrollBar().setValue(900)
    save(shown, dated(301, days=0))
    view.verticalScrollBar().setValue(4000)
    view.resize(792, 500)
    assert view.verticalOffset() == 4000

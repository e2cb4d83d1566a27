"""The rubber band, pulled over the grid."""

from PySide6.QtCore import QPoint

from studio.ui.gallery.view import GalleryView
from tests.support.gallery import Shelf, days_of, save
from tests.support.hands import CONTROL, click, drag, selected_rows
from tests.ui.gallery.conftest import MakeView


def beside(view: GalleryView, row: int) -> QPoint:
    """Just outside the top left corner of a tile."""
    return view.visualRect(view.model().index(row, 0)).topLeft() - QPoint(4, 4)


def test_the_band_selects_what_it_touches(make_view: MakeView, shown: Shelf) -> None:
    save(shown, *days_of(20))
    view = make_view()
    inside = [view.visualRect(shown.gallery.index(row)).topLeft() + QPoint(3, 3) for row in (10, 9)]
    drag(view, beside(view, 5), beside(view, 5) + QPoint(9, 9), inside[0])
    assert selected_rows(view) == [5, 6, 9, 10]
    drag(view, beside(view, 8), inside[1])
    assert selected_rows(view) == [8, 9]


def test_with_control_the_band_adds(make_view: MakeView, shown: Shelf) -> None:
    save(shown, *days_of(20))
    view = make_view()
    click(view, view.visualRect(shown.gallery.index(0)).center())
    drag(view, beside(view, 5), view.visualRect(shown.gallery.index(6)).center(), key=CONTROL)
    assert selected_rows(view) == [0, 5, 6]


def test_what_the_band_leaves_again_is_not_selected(make_view: MakeView, shown: Shelf) -> None:
    save(shown, *days_of(20))
    view = make_view()
    far, near = (view.visualRect(shown.gallery.index(row)).center() for row in (11, 5))
    drag(view, beside(view, 4), far, near)
    assert selected_rows(view) == [4, 5]


def test_a_click_beside_the_tiles_selects_nothing(make_view: MakeView, shown: Shelf) -> None:
    save(shown, *days_of(3))
    view = make_view()
    click(view, view.visualRect(shown.gallery.index(1)).center())
    click(view, QPoint(400, 600))
    assert selected_rows(view) == []

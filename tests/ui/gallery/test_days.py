"""Days and months: what stands under a header, and the way from one month to another."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.support.gallery import Shelf, dated, days_of, save
from tests.support.hands import CONTROL, click, drag, seen, selected_rows
from tests.ui.gallery.conftest import MakeView


@pytest.mark.parametrize("height", [40, 300, 700, 1100])
def test_results_of_a_new_day_never_move_what_is_seen(make_view: MakeView, shown: Shelf, height: int) -> None:
    save(shown, *days_of(9, 6, 11))
    view = make_view()
    view.verticalScrollBar().setValue(height)
    before = seen(view, shown.gallery)
    for number in range(101, 107):
        save(shown, dated(number, days=2))
        assert seen(view, shown.gallery) == before
    for number in range(107, 119):
        save(shown, dated(number, days=3))
        assert seen(view, shown.gallery) == before


def test_a_click_on_a_header_selects_its_day(make_view: MakeView, shown: Shelf) -> None:
    save(shown, *days_of(5, 3))
    view = make_view()
    first, second = (view.grid.header_rect(number).center() for number in range(2))
    click(view, first)
    assert selected_rows(view) == [0, 1, 2]
    click(view, second, CONTROL)
    assert selected_rows(view) == list(range(8))
    click(view, second)
    assert selected_rows(view) == [3, 4, 5, 6, 7]


def test_a_hand_that_shakes_on_a_header_selects_nothing_else(make_view: MakeView, shown: Shelf) -> None:
    save(shown, *days_of(5, 3))
    view = make_view()
    click(view, view.visualRect(shown.gallery.index(7)).center())
    header = view.grid.header_rect(0).center()
    drag(view, header, header + QPoint(2, 3), view.visualRect(shown.gallery.index(1)).center())
    assert selected_rows(view) == [0, 1, 2]


def test_on_the_way_up_the_header_comes_with_the_first_line_under_it(
    make_view: MakeView, shown: Shelf
) -> None:
    save(shown, *days_of(*[6] * 20))
    view = make_view()
    bar = view.verticalScrollBar()
    for section in (12, 5, 0):
        bar.setValue(bar.maximum())
        view.scrollTo(shown.gallery.index(view.grid.section_rows(section).start))
        assert 0 <= view.grid.header_rect(section).top() - bar.value() < 20
    assert bar.value() == 0


def test_the_scrubber_jumps_from_month_to_month(make_view: MakeView, shown: Shelf) -> None:
    save(shown, *days_of(*[4] * 100))
    view = make_view()
    months: list[str] = []
    for _ in range(5):
        first = shown.gallery.rows.tile(view.seen_rows().start)
        months.append(date.fromordinal(first.section).strftime("%Y-%m"))
        view.scrubber.jump(1)
    assert months == ["2027-03", "2027-02", "2027-01", "2026-12", "2026-11"]
    view.scrubber.jump(-2)
    assert date.fromordinal(shown.gallery.rows.tile(view.seen_rows().start).section).month == 1


def test_the_handle_of_the_scrubber_leads_to_both_ends(make_view: MakeView, shown: Shelf) -> None:
    save(shown, *days_of(*[4] * 100))
    view = make_view()
    bar, scrubber = view.verticalScrollBar(), view.scrubber
    QTest.mousePress(scrubber, Qt.MouseButton.LeftButton, pos=QPoint(7, 5))
    QTest.mouseMove(scrubber, QPoint(7, 900))
    QTest.mouseRelease(scrubber, Qt.MouseButton.LeftButton, pos=QPoint(7, 900))
    assert bar.value() == bar.maximum()

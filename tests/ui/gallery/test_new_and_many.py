"""Pictures that are new, very many, or in another order."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from studio.domain.judgement import Change
from studio.domain.query import Query, Sort, SortKey
from studio.ui.gallery.new_pill import NewPill
from tests.support.gallery import Shelf, dated, days_of, numbered, save, write_versions
from tests.support.hands import CONTROL
from tests.support.window import run_in_window, until
from tests.ui.gallery.conftest import MakeView


def test_new_ones_are_counted_and_reached(make_view: MakeView, shown: Shelf) -> None:
    save(shown, *days_of(100))
    view = make_view()
    pill = NewPill(view, shown.gallery)
    save(shown, dated(201, days=0))
    assert not pill.isVisible()
    view.verticalScrollBar().setValue(2000)
    save(shown, dated(202, days=0), dated(203, days=1), dated(204, days=1))
    assert (pill.isVisible(), pill.text()) == (True, "3 new")
    QTest.mouseClick(pill, Qt.MouseButton.LeftButton)
    assert view.verticalOffset() == 0
    assert not pill.isVisible()
    assert shown.gallery.id_at(view.seen_rows().start) == "version-000204"


def test_what_a_search_does_not_find_is_not_called_new(
    qapp: QApplication, make_view: MakeView, shown: Shelf
) -> None:
    write_versions(shown.around.folder, (numbered(number, prompt="a fox") for number in range(1, 101)))

    async def story() -> None:
        async with shown.around.engine():
            await shown.begin()
            view = make_view()
            pill = NewPill(view, shown.gallery)
            shown.gallery.set_query(Query("fox"))
            await until(lambda: shown.gallery.shown == Query("fox"))
            view.verticalScrollBar().setValue(2000)
            save(shown, numbered(201))
            assert not pill.isVisible()

    run_in_window(qapp, story())


def test_everything_is_selected_at_once(qapp: QApplication, make_view: MakeView, shown: Shelf) -> None:
    write_versions(shown.around.folder, map(numbered, range(1, 5001)))

    async def story() -> None:
        async with shown.around.engine():
            await shown.begin()
            view = make_view()
            view.setFocus()
            QTest.keyClick(view, Qt.Key.Key_A, CONTROL)
            assert view.selected_runs() == [(0, 4999)]
            assert len(shown.gallery.ids_in(range(5000))) == 5000
            save(shown, numbered(5001))
            assert view.selected_runs() == [(1, 5000)]

    run_in_window(qapp, story())


def test_headers_follow_a_rating_that_moves_nothing(
    qapp: QApplication, make_view: MakeView, shown: Shelf
) -> None:
    write_versions(shown.around.folder, map(numbered, range(1, 9)))

    async def story() -> None:
        async with shown.around.engine():
            await shown.begin()
            view = make_view()
            shown.gallery.set_query(Query(sort=Sort(SortKey.RATING)))
            await until(lambda: shown.gallery.shown.sort.key is SortKey.RATING)
            assert view.grid.starts == (0,)
            await shown.around.bridge.ask(lambda studio: studio.change(("version-000008",), Change(rating=4)))
            await until(lambda: view.grid.starts == (0, 1))
            view.grab()

    run_in_window(qapp, story())


def test_an_order_that_was_just_asked_for_does_not_disturb_what_is_shown(
    qapp: QApplication, make_view: MakeView, shown: Shelf
) -> None:
    write_versions(shown.around.folder, map(numbered, range(1, 9)))

    async def story() -> None:
        async with shown.around.engine():
            await shown.begin()
            view = make_view()
            shown.gallery.set_query(Query(sort=Sort(SortKey.RATING)))
            await until(lambda: shown.gallery.shown.sort.key is SortKey.RATING)
            # The values of one order are no values of another.
            shown.gallery.set_query(Query())
            view.grab()
            view.resize(600, 500)
            await until(lambda: shown.gallery.shown == Query())
            view.grab()

    run_in_window(qapp, story())

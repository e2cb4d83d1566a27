"""The gallery as a person uses it: it stays where it is, and every item is reached by mouse and by keys."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QItemSelectionModel, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.domain.charge import Charge
from studio.domain.job import JobState
from studio.engine.events import JobChanged, VersionSaved
from studio.ui.gallery.view import GalleryView
from studio.viewmodels.job_card import Step
from tests.support.gallery import Shelf, numbered, waiting_job
from tests.ui.gallery.conftest import MakeView

ClearAndSelect = QItemSelectionModel.SelectionFlag.ClearAndSelect


@pytest.fixture
def view(make_view: MakeView, shown: Shelf) -> GalleryView:
    save(shown, *range(1, 201))
    return make_view()


def seen(view: GalleryView, shown: Shelf) -> dict[str, QRect]:
    """What is in view, and where."""
    return {
        shown.gallery.id_at(row): view.visualRect(shown.gallery.index(row))
        for row in view.seen_rows()
        if view.visualRect(shown.gallery.index(row)).intersects(view.viewport().rect())
    }


def save(shown: Shelf, *numbers: int) -> None:
    for number in numbers:
        shown.around.bridge.happened.emit(VersionSaved(numbered(number)))


def place(shown: Shelf, *numbers: int) -> None:
    for number in numbers:
        shown.around.bridge.happened.emit(JobChanged(waiting_job(number, charge=Charge.RESERVED)))


@pytest.mark.parametrize("height", [500, 1234, 5000])
def test_new_results_never_move_the_view(view: GalleryView, shown: Shelf, height: int) -> None:
    view.verticalScrollBar().setValue(height)
    before = seen(view, shown)
    for number in range(301, 310):
        save(shown, number)
        place(shown, number)
        assert seen(view, shown) == before
    for number in range(301, 310):
        done = waiting_job(number, JobState.SAVED, charge=Charge.CHARGED)
        shown.around.bridge.happened.emit(JobChanged(done))
        assert seen(view, shown) == before


def test_at_the_top_new_results_are_seen(view: GalleryView, shown: Shelf) -> None:
    save(shown, 301)
    assert view.verticalScrollBar().value() == 0
    assert view.visualRect(shown.gallery.index(0)).top() == view.grid.header_rect(0).bottom() + 1
    assert shown.gallery.id_at(0) == "version-000301"


def test_back_at_the_top_no_cell_stays_empty(view: GalleryView, shown: Shelf) -> None:
    view.verticalScrollBar().setValue(900)
    save(shown, 301)
    view.verticalScrollBar().setValue(0)
    first = view.visualRect(shown.gallery.index(0))
    second = view.visualRect(shown.gallery.index(1))
    assert first.left() == 16
    assert second.top() == first.top()


def test_the_selection_stays_with_its_picture(view: GalleryView, shown: Shelf) -> None:
    view.selectionModel().setCurrentIndex(shown.gallery.index(50), ClearAndSelect)
    chosen = shown.gallery.id_at(50)
    save(shown, 301, 302)
    place(shown, 1)
    (index,) = view.selectionModel().selectedIndexes()
    assert shown.gallery.id_at(index.row()) == chosen


def test_another_width_keeps_what_is_seen_first(view: GalleryView, shown: Shelf) -> None:
    view.verticalScrollBar().setValue(2000)
    first = next(iter(seen(view, shown)))
    view.resize(500, 700)
    assert first in seen(view, shown)


def test_arrow_keys_go_by_what_is_seen(view: GalleryView, shown: Shelf) -> None:
    place(shown, 1, 2)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home)
    at: list[int] = []
    for key in ("Right", "Down", "Down", "Up", "Up", "Left", "End", "Home"):
        QTest.keyClick(view, getattr(Qt.Key, f"Key_{key}"))
        at.append(view.currentIndex().row())
    # Two cards, then lines of four: below the second card stands the fourth row.
    assert at == [1, 3, 7, 3, 1, 0, 201, 0]
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.currentIndex().row() > 8
    assert view.visualRect(view.currentIndex()).intersects(view.viewport().rect())


def test_control_a_and_shift_select_many(view: GalleryView, shown: Shelf) -> None:
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(view.selectionModel().selectedIndexes()) == 200
    click(view, 1)
    click(view, 6, Qt.KeyboardModifier.ShiftModifier)
    assert sorted(index.row() for index in view.selectionModel().selectedIndexes()) == [1, 2, 3, 4, 5, 6]
    click(view, 9, Qt.KeyboardModifier.ControlModifier)
    assert len(view.selectionModel().selectedIndexes()) == 7


def click(
    view: GalleryView,
    row: int,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    place = view.visualRect(view.model().index(row, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def test_a_cards_button_is_pressed_once_and_selects_nothing(view: GalleryView, shown: Shelf) -> None:
    shown.around.bridge.happened.emit(JobChanged(waiting_job(1, JobState.QUEUED)))
    pressed = QSignalSpy(view.pressed_step)
    card = view.visualRect(shown.gallery.index(0))
    button = next(
        QPoint(card.center().x(), y)
        for y in range(card.bottom(), card.top(), -1)
        if view.step_at(QPoint(card.center().x(), y))
    )
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=button)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=button)
    assert [pressed.at(at) for at in range(pressed.count())] == [["job-1", Step.CANCEL]]
    assert not view.selectionModel().hasSelection()


def test_return_on_a_card_asks_for_its_next_steps(view: GalleryView, shown: Shelf) -> None:
    place(shown, 1)
    view.setFocus()
    asked = QSignalSpy(view.menu_asked)
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert asked.count() == 1
    assert asked.at(0)[0].row() == 0


def test_assistive_technology_finds_items_by_name(view: GalleryView, shown: Shelf) -> None:
    place(shown, 1)
    gallery = QAccessible.queryAccessibleInterface(view)
    assert gallery.text(QAccessible.Text.Name) == "Gallery"
    names = [gallery.child(at).text(QAccessible.Text.Name) for at in range(2)]
    assert names == ["a dog number 1, 1K, Waiting", "a cat number 200, 1024 × 1024, saved"]


def pull(view: GalleryView, row: int, *, by: int) -> None:
    """Press on the tile in this row and move the mouse so far."""
    start = view.visualRect(view.model().index(row, 0)).center()
    held = Qt.MouseButton.LeftButton
    QTest.mousePress(view.viewport(), held, pos=start)
    for way in range(1, by + 1):
        place = start + QPoint(way, 0)
        moved = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(place),
            QPointF(view.viewport().mapToGlobal(place)),
            Qt.MouseButton.NoButton,
            held,
            Qt.KeyboardModifier.NoModifier,
        )
        QCoreApplication.sendEvent(view.viewport(), moved)


def test_what_is_selected_is_pulled_out_by_mouse(view: GalleryView) -> None:
    view.select_rows(((2, 4),), ClearAndSelect)
    dragged = QSignalSpy(view.dragged)
    pull(view, 3, by=QApplication.startDragDistance() - 1)
    assert dragged.count() == 0, "a hand that trembles drags nothing"
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton)
    assert view.selected_runs() == [(3, 3)], "nor does it keep what a click leaves"
    view.select_rows(((2, 4),), ClearAndSelect)
    pull(view, 3, by=3 * QApplication.startDragDistance())
    assert dragged.count() == 1
    assert view.selected_runs() == [(2, 4)]
    assert view.currentIndex().row() == 3


def test_a_tile_that_was_not_selected_is_pulled_out_alone(view: GalleryView) -> None:
    view.select_rows(((2, 4),), ClearAndSelect)
    dragged = QSignalSpy(view.dragged)
    pull(view, 7, by=3 * QApplication.startDragDistance())
    assert dragged.count() == 1
    assert view.selected_runs() == [(7, 7)]


def test_a_job_is_not_pulled_out(view: GalleryView, shown: Shelf) -> None:
    place(shown, 301)
    dragged = QSignalSpy(view.dragged)
    pull(view, 0, by=3 * QApplication.startDragDistance())
    assert dragged.count() == 0


def test_it_counts_as_painted_once_it_was_seen(make_view: MakeView, qtbot: QtBot) -> None:
    """Before it has a place nothing is in view, and nothing is missing there."""
    view = make_view(unseen=True)
    assert not view.is_painted
    with qtbot.waitExposed(view):
        view.show()
    qtbot.waitUntil(lambda: view.is_painted)

"""Searching with the keyboard: completion, colours, and what an input method is still writing."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QListView, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from studio.domain.query import Query, Sort, SortKey
from studio.ui.search import GallerySearch
from studio.ui.search.colour_panel import SWATCHES
from studio.ui.theme import Theme
from tests.support.finding import Finding, finding, search_field
from tests.support.gallery import Shelf, numbered


@pytest.fixture
def found(shown: Shelf) -> Finding:
    return finding(shown)


@pytest.fixture
def field(qtbot: QtBot, theme: Theme, found: Finding) -> Iterator[GallerySearch]:
    window = QWidget()
    window.resize(900, 700)
    made = search_field(theme, found)
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addStretch(1)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made.setFocus()
    yield made
    window.close()


def offers(field: GallerySearch) -> list[str]:
    (listed,) = field.window().findChildren(QListView)
    model = listed.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())] if listed.isVisible() else []


def test_what_is_typed_is_searched_for(field: GallerySearch, found: Finding) -> None:
    QTest.keyClicks(field, "red fox")
    assert found.search.state.query.text == "red fox"
    found.search.clear()
    assert field.text() == ""
    assert field.accessibleName() == "Search"


def test_a_field_and_then_its_value_are_taken_with_tab(field: GallerySearch, found: Finding) -> None:
    QTest.keyClicks(field, "ra")
    assert offers(field)[:2] == ["rating:", "ratio:"]
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "rating:"
    assert offers(field)[0] == "rating:>=5"
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert found.search.state.query.text == "rating:>=5"
    assert offers(field) == []
    assert field.hasFocus()


def test_enter_goes_on_to_what_was_found_unless_an_offer_is_chosen(
    field: GallerySearch, found: Finding
) -> None:
    left = QSignalSpy(field.left)
    QTest.keyClicks(field, "size:")
    assert offers(field)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert left.count() == 1
    assert offers(field) == []
    assert found.search.recent == ("size:",)


def test_escape_goes_one_step_back_at_a_time(field: GallerySearch) -> None:
    left = QSignalSpy(field.left)
    QTest.keyClicks(field, "is:")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (offers(field), field.text()) == ([], "is:")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), left.count()) == ("", 0)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert left.count() == 1


def test_while_an_input_method_composes_its_keys_are_its_own(field: GallerySearch, found: Finding) -> None:
    left = QSignalSpy(field.left)
    QTest.keyClicks(field, "is:")
    QApplication.sendEvent(field, QInputMethodEvent("hu", []))
    assert offers(field) == []
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert left.count() == 0
    done = QInputMethodEvent("", [])
    done.setCommitString("狐狸")
    QApplication.sendEvent(field, done)
    assert found.search.state.query.text == "is:狐狸"


def test_a_press_elsewhere_closes_what_is_offered(field: GallerySearch) -> None:
    QTest.keyClicks(field, "size:")
    window = field.window().windowHandle()
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=field.window().rect().bottomLeft())
    assert offers(field) == []


def swatches(field: GallerySearch) -> list[QPushButton]:
    return [one for one in field.colours.findChildren(QPushButton) if one.isVisible()]


def test_a_colour_of_the_selected_picture_is_searched_for(
    field: GallerySearch, found: Finding, shown: Shelf
) -> None:
    version = replace(numbered(1), palette=("#112233", "#e07a5f"))
    shown.details.choose(version)
    (button,) = [one for one in field.findChildren(QPushButton) if one.accessibleName() == "Search by colour"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    names = [one.accessibleName() for one in swatches(field)]
    assert names == [f"Colour {colour}" for colour in (*SWATCHES, *version.palette)]
    QTest.mouseClick(swatches(field)[-1], Qt.MouseButton.LeftButton)
    wanted = Query(text=f"color:{version.palette[-1]}", sort=Sort(SortKey.NEAREST))
    assert found.search.query == wanted
    assert not field.colours.isVisible()


def test_colours_are_chosen_with_the_keyboard(field: GallerySearch, found: Finding) -> None:
    (button,) = [one for one in field.findChildren(QPushButton) if one.accessibleName() == "Search by colour"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    written = field.window().focusWidget()
    QTest.keyClicks(written, "zzz")
    QTest.keyClick(written, Qt.Key.Key_Return)
    assert field.colours.isVisible()
    QTest.keyClicks(written, "E07A5F")
    QTest.keyClick(written, Qt.Key.Key_Return)
    assert found.search.query.text == "color:#e07a5f"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(field.window().focusWidget(), key)
    QTest.keyClick(field.window().focusWidget(), Qt.Key.Key_Return)
    assert found.search.query.text == f"color:{SWATCHES[9]}"

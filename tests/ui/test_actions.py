"""Keys do what they stand for, and letters stay letters where something is written."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from studio.ui.actions import ActionKeys, add_to_menu, is_bare
from studio.ui.theme import Theme
from studio.viewmodels.actions import Actions, Place
from tests.support.acting import Desk, Diary, actions_in, at, usual
from tests.support.window import surroundings

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def diary() -> Diary:
    return Diary()


@pytest.fixture
def actions(qapp: QApplication, tmp_path: Path, diary: Diary) -> Actions:
    return actions_in(surroundings(tmp_path), *usual(diary))


@pytest.fixture
def desk(qapp: QApplication, theme: Theme) -> Desk:
    return Desk()


def test_keys_do_what_they_stand_for(actions: Actions, desk: Desk, diary: Diary) -> None:
    ActionKeys(actions, window=desk, place=at(Place.GALLERY))
    QTest.keyClicks(desk.pictures, "5p")
    QTest.keyClick(desk.pictures, Qt.Key.Key_Space)
    QTest.keyClick(desk.pictures, Qt.Key.Key_Z, CONTROL)
    assert diary.done == ["rate-5", "pick", "view", "undo"]


def test_the_same_keys_do_what_the_place_asks_for(actions: Actions, desk: Desk, diary: Diary) -> None:
    place = [Place.GALLERY]
    keys = ActionKeys(actions, window=desk, place=lambda: place[0])
    QTest.keyClick(desk.pictures, Qt.Key.Key_Minus, CONTROL)
    place[0] = Place.VIEWER
    keys.refresh()
    QTest.keyClick(desk.pictures, Qt.Key.Key_Minus, CONTROL)
    QTest.keyClick(desk.pictures, Qt.Key.Key_Space)
    assert desk.pressed[-1] == Qt.Key.Key_Space
    place[0] = Place.WINDOW
    keys.refresh()
    QTest.keyClicks(desk.pictures, "5")
    QTest.keyClick(desk.pictures, Qt.Key.Key_F11)
    assert diary.done == ["smaller-tiles", "zoom-out", "full-screen"]


@pytest.mark.parametrize("name", ["prompt", "line"])
def test_letters_are_letters_where_something_is_written(
    actions: Actions, desk: Desk, diary: Diary, name: str
) -> None:
    ActionKeys(actions, window=desk, place=at(Place.GALLERY))
    field = desk.prompt if name == "prompt" else desk.line
    field.setFocus()
    QTest.keyClicks(field, "5 P")
    written = desk.prompt.toPlainText() if name == "prompt" else desk.line.text()
    assert written == "5 P"
    QTest.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert diary.done == []
    QTest.keyClick(field, Qt.Key.Key_F11)
    desk.pictures.setFocus()
    QTest.keyClicks(desk.pictures, "P")
    assert diary.done == ["full-screen", "pick"]


def test_no_letter_works_where_nothing_may_be_written_now(actions: Actions, desk: Desk, diary: Diary) -> None:
    ActionKeys(actions, window=desk, place=at(Place.GALLERY))
    desk.line.setReadOnly(True)
    desk.line.setFocus()
    QTest.keyClicks(desk.line, "5P")
    assert diary.done == []


def test_space_presses_the_button_that_has_the_focus(actions: Actions, desk: Desk, diary: Diary) -> None:
    ActionKeys(actions, window=desk, place=at(Place.GALLERY))
    desk.button.setFocus()
    QTest.keyClick(desk.button, Qt.Key.Key_Space)
    QTest.keyClicks(desk.button, "P")
    assert (desk.presses, diary.done) == (1, ["pick"])


def test_other_keys_hold_at_once(actions: Actions, desk: Desk, diary: Diary) -> None:
    ActionKeys(actions, window=desk, place=at(Place.GALLERY))
    actions.choose("pick", ("K",))
    QTest.keyClicks(desk.pictures, "pk")
    actions.choose("pick", ())
    QTest.keyClicks(desk.pictures, "pk")
    actions.reset("pick")
    QTest.keyClicks(desk.pictures, "pk")
    assert diary.done == ["pick", "pick"]


def test_of_two_with_the_same_keys_the_one_that_was_given_them_wins(
    actions: Actions, desk: Desk, diary: Diary
) -> None:
    ActionKeys(actions, window=desk, place=at(Place.GALLERY))
    actions.choose("pick", ("5",))
    QTest.keyClicks(desk.pictures, "5")
    assert diary.done == ["pick"]


def test_a_menu_shows_an_action_with_its_keys(
    actions: Actions, desk: Desk, diary: Diary, theme: Theme
) -> None:
    menu = QMenu(desk)
    item = add_to_menu(menu, theme, actions, "pick")
    assert item
    assert item.text() == "Pick\tP"
    item.trigger()
    assert diary.done == ["pick"]
    assert add_to_menu(menu, theme, actions, "nothing") is None


@pytest.mark.parametrize(("key", "bare"), [("P", True), ("Shift+P", True), ("?", True), ("Del", True)])
def test_keys_without_a_modifier_are_bare(key: str, bare: bool) -> None:
    assert is_bare(key) is bare


@pytest.mark.parametrize("key", ["Ctrl+P", "Alt+1", "F11", "Ctrl+Shift+Z", "Meta+K", "Ctrl++"])
def test_keys_with_a_modifier_are_not(key: str) -> None:
    assert not is_bare(key)

"""The list of shortcuts: found, changed by pressing keys, given back; who else has them is said in place."""

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from studio.settings import Settings, load_settings
from studio.settings.folders import Folders
from studio.ui.dialogs.shortcuts import ShortcutRow, ShortcutsDialog
from studio.ui.theme import Theme
from studio.viewmodels.actions import Actions
from tests.support.acting import Diary, actions_in, usual
from tests.support.window import run_in_window, surroundings, until

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def actions(qapp: QApplication, tmp_path: Path) -> Actions:
    return actions_in(surroundings(tmp_path), *usual(Diary()))


@pytest.fixture
def dialog(actions: Actions, theme: Theme) -> ShortcutsDialog:
    made = ShortcutsDialog(theme, actions)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    return made


def row(dialog: ShortcutsDialog, action_id: str) -> ShortcutRow:
    return next(row for row in dialog.rows if row.action.id == action_id)


def shown(dialog: ShortcutsDialog) -> list[str]:
    return [row.action.id for row in dialog.rows if row.isVisible()]


def press(host: ShortcutRow, name: str) -> None:
    button = next(one for one in host.findChildren(QPushButton) if one.accessibleName() == name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def give(dialog: ShortcutsDialog, action_id: str, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    keys = row(dialog, action_id).keys
    keys.setFocus()
    QTest.keyClick(keys, Qt.Key.Key_Return)
    assert keys.text() == "Press keys…"
    QTest.keyClick(keys, key, modifier)


def test_every_action_is_listed_and_found_by_words_or_keys(dialog: ShortcutsDialog) -> None:
    assert len(shown(dialog)) == 7
    QTest.keyClicks(dialog.search, "pick")
    assert shown(dialog)[0] == "pick"
    dialog.search.clear()
    QTest.keyClicks(dialog.search, "ctrl -")
    assert shown(dialog) == ["smaller-tiles", "zoom-out"]
    dialog.search.clear()
    QTest.keyClicks(dialog.search, "no such thing")
    assert shown(dialog) == []


def test_keys_are_changed_by_pressing_them(dialog: ShortcutsDialog, actions: Actions) -> None:
    give(dialog, "pick", Qt.Key.Key_K, CONTROL)
    assert actions.keys("pick") == ("Ctrl+K",)
    assert row(dialog, "pick").keys.text() == "Ctrl K"
    assert row(dialog, "pick").keys.accessibleName() == "Pick: Ctrl+K"


def test_escape_leaves_the_keys_as_they_are(dialog: ShortcutsDialog, actions: Actions) -> None:
    give(dialog, "pick", Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert actions.keys("pick") == ("P",)
    assert dialog.isVisible()


def test_a_sign_that_needs_shift_is_that_sign(dialog: ShortcutsDialog, actions: Actions) -> None:
    keys = row(dialog, "pick").keys
    QTest.mouseClick(keys, Qt.MouseButton.LeftButton)
    QTest.keyClicks(keys, "?", Qt.KeyboardModifier.ShiftModifier)
    assert actions.keys("pick") == ("?",)


def test_who_else_has_the_keys_is_said_and_they_can_be_taken(
    dialog: ShortcutsDialog, actions: Actions
) -> None:
    give(dialog, "pick", Qt.Key.Key_5, Qt.KeyboardModifier.NoModifier)
    for action_id, other in (("pick", "Rate 5"), ("rate-5", "Pick")):
        names = [one.accessibleName() for one in row(dialog, action_id).findChildren(QPushButton)]
        assert f"Use it here only, not for {other}" in names
    press(row(dialog, "pick"), "Use it here only, not for Rate 5")
    assert (actions.keys("pick"), actions.keys("rate-5")) == (("5",), ())
    assert not actions.rivals("pick")


def test_the_same_keys_in_other_places_are_no_rivals(actions: Actions) -> None:
    assert not actions.rivals("zoom-out")
    actions.choose("full-screen", ("Ctrl+-",))
    assert [other.id for _, other in actions.rivals("full-screen")] == ["smaller-tiles", "zoom-out"]


def test_one_is_given_back_and_then_all(dialog: ShortcutsDialog, actions: Actions) -> None:
    assert not dialog.reset_all.isEnabled()
    press(row(dialog, "pick"), "Pick: no keys")
    give(dialog, "view", Qt.Key.Key_V, CONTROL)
    give(dialog, "undo", Qt.Key.Key_U, CONTROL)
    assert actions.keys("pick") == ()
    press(row(dialog, "pick"), "Pick: usual keys")
    assert actions.keys("pick") == ("P",)
    QTest.mouseClick(dialog.reset_all, Qt.MouseButton.LeftButton)
    assert not actions.any_changed
    assert actions.keys("view") == ("Space",)


def test_what_is_chosen_is_kept(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    folders = Folders(tmp_path / "config", tmp_path / "state", tmp_path / "pictures")
    actions = actions_in(around, *usual(Diary()))

    async def story() -> None:
        around.tasks.begin(asyncio.get_running_loop())
        actions.choose("pick", ("K",))
        actions.choose("view", ())
        await until(lambda: load_settings(folders).shortcuts == {"pick": "K", "view": ""})
        await around.tasks.end()

    run_in_window(qapp, story())
    again = surroundings(tmp_path, settings=load_settings(folders))
    assert actions_in(again, *usual(Diary())).keys("pick") == ("K",)


def test_keys_that_no_keyboard_has_are_left_out(qapp: QApplication, tmp_path: Path) -> None:
    kept = {"pick": "Hyper+Nonsense", "undo": "ctrl+u; ctrl+shift+u", "gone": "K"}
    actions = actions_in(surroundings(tmp_path, settings=Settings(shortcuts=kept)), *usual(Diary()))
    assert actions.keys("pick") == ("P",)
    assert actions.keys("undo") == ("Ctrl+U", "Ctrl+Shift+U")

"""The palette over the window, by keyboard and mouse."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from studio.ui.actions import ActionKeys
from studio.ui.palette import Palette
from studio.ui.palette.line_painter import runs
from studio.ui.theme import Theme
from studio.viewmodels.actions import Actions, Place
from studio.viewmodels.palette import Entry, Hit, PaletteModel, action_entries
from tests.support.acting import Desk, Diary, actions_in, at, usual
from tests.support.window import surroundings


class Scene:
    """A window with keys and a palette over it."""

    def __init__(self, theme: Theme, folder: Path, *, projects: int = 0) -> None:
        self.diary = Diary()
        self.actions: Actions = actions_in(surroundings(folder), *usual(self.diary))
        self.desk = Desk()
        ActionKeys(self.actions, window=self.desk, place=at(Place.GALLERY))
        self.projects = projects
        self.model = PaletteModel(
            sources=(lambda: action_entries(self.actions), self._projects),
            search=lambda words: self.diary.done.append(f"?{words}"),
        )
        self.palette = Palette(theme, self.model, host=self.desk)

    def _projects(self) -> Iterator[Entry]:
        for number in range(self.projects):
            yield Entry(f"project {number}", f"Spring campaign {number}", "Project", lambda: None)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.palette.field, text)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.palette.field, key)

    @property
    def chosen(self) -> str:
        return str(self.palette.list.currentIndex().data())


@pytest.fixture
def scene(qapp: QApplication, theme: Theme, tmp_path: Path) -> Scene:
    made = Scene(theme, tmp_path)
    made.palette.show_palette()
    return made


def test_it_opens_with_everything_and_the_keyboard(scene: Scene) -> None:
    assert scene.palette.field.hasFocus()
    assert scene.chosen == "Rate 5"
    assert scene.model.rowCount() == 7
    assert scene.palette.card.height() > scene.palette.list.height() > 7 * 30


def test_letters_find_and_return_does_it_where_the_focus_was(scene: Scene) -> None:
    scene.type("full")
    assert scene.chosen == "Full screen"
    scene.press(Qt.Key.Key_Return)
    assert scene.diary.done == ["full-screen"]
    assert scene.palette.isHidden()
    assert scene.desk.pictures.hasFocus()


def test_arrows_move_and_go_round(scene: Scene) -> None:
    scene.press(Qt.Key.Key_Down)
    assert scene.chosen == "Pick"
    scene.press(Qt.Key.Key_Up)
    scene.press(Qt.Key.Key_Up)
    assert scene.chosen == "Full screen"
    scene.press(Qt.Key.Key_PageUp)
    assert scene.chosen == "Rate 5"


def test_escape_gives_the_focus_back_and_does_nothing(scene: Scene) -> None:
    scene.type("pick")
    scene.press(Qt.Key.Key_Escape)
    assert scene.palette.isHidden()
    assert scene.desk.pictures.hasFocus()
    assert scene.diary.done == []
    scene.palette.show_palette()
    assert scene.palette.field.text() == ""


def test_no_keys_of_the_window_hold_meanwhile(scene: Scene) -> None:
    scene.press(Qt.Key.Key_F11)
    scene.type("p5")
    scene.press(Qt.Key.Key_Tab)
    assert scene.diary.done == []
    assert scene.palette.field.hasFocus()
    scene.press(Qt.Key.Key_Escape)
    QTest.keyClick(scene.desk.pictures, Qt.Key.Key_F11)
    assert scene.diary.done == ["full-screen"]


def test_a_click_does_what_the_line_says(scene: Scene) -> None:
    scene.type("undo")
    place = scene.palette.list.visualRect(scene.model.index(0)).center()
    QTest.mouseClick(scene.palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert scene.diary.done == ["undo"]


def test_a_press_beside_it_closes_it(scene: Scene) -> None:
    QTest.mouseClick(scene.palette, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert scene.palette.isHidden()
    assert scene.desk.presses == 0


def test_words_that_are_no_command_are_searched_for(scene: Scene) -> None:
    scene.type("misty peaks")
    assert scene.chosen == "Search for “misty peaks”"
    scene.press(Qt.Key.Key_Return)
    assert scene.diary.done == ["?misty peaks"]


def test_it_fits_a_small_window_and_follows_it(scene: Scene) -> None:
    scene.desk.resize(400, 300)
    QApplication.sendPostedEvents()
    assert scene.desk.rect().contains(scene.palette.card.geometry())


def test_what_was_typed_stands_out() -> None:
    hit = Hit(Entry("a", "Full screen", "Window", lambda: None), (0, 5))
    assert list(runs(hit)) == [("F", True), ("ull ", False), ("s", True), ("creen", False)]
    assert list(runs(Hit(hit.entry))) == [("Full screen", True)]


def test_thousands_of_lines_open_and_narrow_at_once(qapp: QApplication, theme: Theme, tmp_path: Path) -> None:
    scene = Scene(theme, tmp_path, projects=3000)
    scene.palette.show_palette()
    scene.press(Qt.Key.Key_Escape)
    begun = time.perf_counter()
    scene.palette.show_palette()
    scene.palette.grab()
    opened = time.perf_counter() - begun
    scene.type("spri 2999")
    assert scene.chosen == "Spring campaign 2999"
    # Ten times what it takes on a slow machine with nothing else to do.
    assert opened < 0.5

"""Tiles of references by hand: moved with mouse and keys, renamed in place."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from studio.ui.kit import ReferenceStrip, ReferenceThumb
from studio.ui.theme import Theme
from tests.ui.kit import speech
from tests.ui.kit.speech import heard

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


class Scene:
    def __init__(self, theme: Theme) -> None:
        self.window = QMainWindow()
        body = QWidget()
        column = QVBoxLayout(body)
        self.strip = ReferenceStrip(theme, name="References")
        self.after = QLineEdit()
        column.addWidget(self.strip)
        column.addWidget(self.after)
        self.window.setCentralWidget(body)
        self.window.resize(344, 300)
        self.show("a", "b", "c")
        self.window.show()
        self.window.activateWindow()

    def show(self, *names: str) -> None:
        self.strip.set_items(tuple(ReferenceThumb(name, f"{name}.png", caption=f"@{name}") for name in names))

    @property
    def field(self) -> QLineEdit | None:
        found = self.strip.findChild(QLineEdit)
        return found if found is not None and found.isVisible() else None

    def drag(self, tile: int, to: QPoint, *, let_go: bool = True) -> None:
        """`to` is a place in the strip."""
        grasped = self.strip.tiles[tile]
        middle = grasped.rect().center()
        target = grasped.mapFrom(self.strip, to)
        steps = [
            (QEvent.Type.MouseButtonPress, middle),
            (QEvent.Type.MouseMove, middle + QPoint(30, 0)),
            (QEvent.Type.MouseMove, target),
        ]
        for kind, place in [*steps, (QEvent.Type.MouseButtonRelease, target)] if let_go else steps:
            held = (
                Qt.MouseButton.NoButton
                if kind is QEvent.Type.MouseButtonRelease
                else Qt.MouseButton.LeftButton
            )
            button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
            where = QPointF(place)
            event = QMouseEvent(
                kind, where, QPointF(grasped.mapToGlobal(place)), button, held, Qt.KeyboardModifier.NoModifier
            )
            QApplication.sendEvent(grasped, event)


@pytest.fixture
def scene(qtbot: QtBot, theme: Theme) -> Scene:
    made = Scene(theme)
    qtbot.addWidget(made.window)
    qtbot.waitExposed(made.window)
    return made


def test_a_tile_is_dragged_to_another_place(scene: Scene) -> None:
    told = heard(scene.strip.moved)
    scene.drag(0, scene.strip.tiles[2].geometry().center() + QPoint(10, 0))
    assert told == ["a", 2]
    scene.drag(2, QPoint(1, 10))
    assert told == ["a", 2, "c", 0]


def test_dragged_to_where_it_is_it_stays(scene: Scene) -> None:
    told = heard(scene.strip.moved)
    scene.drag(1, scene.strip.tiles[1].geometry().center())
    scene.drag(1, scene.strip.tiles[0].geometry().center() + QPoint(20, 0))
    assert told == []


def test_while_it_is_dragged_a_line_shows_where_it_would_go(scene: Scene) -> None:
    before = scene.strip.grab().toImage()
    scene.drag(0, scene.strip.tiles[2].geometry().center() + QPoint(20, 0), let_go=False)
    assert scene.strip.grab().toImage() != before


def test_keys_move_a_tile_and_the_focus_goes_with_it(scene: Scene) -> None:
    told = heard(scene.strip.moved)
    tile = scene.strip.tiles[1]
    tile.setFocus()
    QTest.keyClick(tile, Key.Key_Left, ALT)
    assert told == ["b", 0]
    scene.show("b", "a", "c")
    assert scene.strip.tiles[0] is tile
    assert tile.hasFocus()
    QTest.keyClick(tile, Key.Key_Left, ALT)
    assert told == ["b", 0]


def test_its_keys_are_no_shortcuts_of_the_window(scene: Scene) -> None:
    tile = scene.strip.tiles[0]
    for key, modifier in (
        (Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (Key.Key_F2, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Right, ALT),
    ):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifier)
        event.ignore()
        QApplication.sendEvent(tile, event)
        assert event.isAccepted(), key


def test_a_name_is_written_anew_in_place(scene: Scene) -> None:
    told = heard(scene.strip.renamed)
    tile = scene.strip.tiles[1]
    tile.setFocus()
    QTest.keyClick(tile, Key.Key_F2)
    assert scene.field is not None
    assert scene.field.text() == "b"
    assert speech.name(scene.field) == "Name"
    QTest.keyClicks(scene.field, "layout")
    QTest.keyClick(scene.field, Key.Key_Return)
    assert told == ["b", "layout"]
    assert scene.field is None
    assert tile.hasFocus()


def test_escape_leaves_the_old_name(scene: Scene) -> None:
    told = heard(scene.strip.renamed)
    QTest.mouseDClick(scene.strip.tiles[0], Qt.MouseButton.LeftButton)
    assert scene.field is not None
    QTest.keyClicks(scene.field, "layout")
    QTest.keyClick(scene.field, Key.Key_Escape)
    assert (told, scene.field) == ([], None)


def test_going_elsewhere_takes_the_name(scene: Scene) -> None:
    told = heard(scene.strip.renamed)
    scene.strip.rename(scene.strip.tiles[0])
    assert scene.field is not None
    QTest.keyClicks(scene.field, "layout")
    scene.after.setFocus()
    assert told == ["a", "layout"]
    assert scene.after.hasFocus()


def test_one_that_is_still_being_read_can_only_be_taken_away(scene: Scene) -> None:
    scene.strip.set_items((ReferenceThumb("adding-0", "a.png"), ReferenceThumb("b", "b.png", caption="@b")))
    told = heard(scene.strip.moved)
    QTest.keyClick(scene.strip.tiles[0], Key.Key_F2)
    QTest.keyClick(scene.strip.tiles[0], Key.Key_Right, ALT)
    scene.drag(0, scene.strip.tiles[1].geometry().center() + QPoint(20, 0))
    assert (told, scene.field) == ([], None)


def test_tab_goes_from_tile_to_tile_and_then_on(scene: Scene) -> None:
    scene.show("c", "a", "d", "b")
    stops = [*scene.strip.tiles, scene.strip.add_tile, scene.after]
    stops[0].setFocus()
    walked = [scene.window.focusWidget()]
    while len(walked) < len(stops):
        QTest.keyClick(scene.window.focusWidget(), Key.Key_Tab)
        walked.append(scene.window.focusWidget())
    assert walked == stops


def test_it_says_what_it_is_called(scene: Scene) -> None:
    interface = QAccessible.queryAccessibleInterface(scene.strip.tiles[0])
    assert interface.text(QAccessible.Text.Name) == "a.png"
    assert interface.text(QAccessible.Text.Description) == "@a"

"""Pictures from other programs are dropped on the gallery: where they are let go says what they become."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
)
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from studio.ui.import_drop import ImportDrop
from studio.ui.quiet_line import QuietLine
from studio.ui.theme import Theme
from studio.viewmodels.dragging import put_versions
from studio.viewmodels.importing import ImportViewModel
from studio.viewmodels.waiting import WaitingViewModel
from tests.library.scenes import picture
from tests.support.window import run_in_window, surroundings, until

Copy = Qt.DropAction.CopyAction
Left = Qt.MouseButton.LeftButton
Plain = Qt.KeyboardModifier.NoModifier


class Place:
    """A host with a view in it, and hands that drag over it."""

    def __init__(self, theme: Theme) -> None:
        self.host = QWidget()
        self.view = QListView()
        QVBoxLayout(self.host).addWidget(self.view)
        self.host.resize(700, 500)
        self.drop = ImportDrop(theme, self.host, keys=self.view)
        self.imported = QSignalSpy(self.drop.import_dropped)
        self.references = QSignalSpy(self.drop.references_dropped)
        self.host.show()

    def enter(self, mime: QMimeData) -> bool:
        event = QDragEnterEvent(QPoint(350, 100), Copy | Qt.DropAction.MoveAction, mime, Left, Plain)
        event.setAccepted(False)
        QCoreApplication.sendEvent(self.host, event)
        return event.isAccepted()

    def let_go(self, mime: QMimeData, place: QPoint) -> QDropEvent:
        move = QDragMoveEvent(place, Copy, mime, Left, Plain)
        QCoreApplication.sendEvent(self.host, move)
        event = QDropEvent(QPointF(place), Copy | Qt.DropAction.MoveAction, mime, Left, Plain)
        QCoreApplication.sendEvent(self.host, event)
        return event


@pytest.fixture
def place(qtbot: QtBot, theme: Theme) -> Place:
    made = Place(theme)
    qtbot.addWidget(made.host)
    return made


def files(*names: str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(name) for name in names])
    return mime


def test_let_go_above_they_are_imported_and_below_they_are_references(place: Place) -> None:
    mime = files("/a/fox.png", "/a/owl.JPG")
    assert place.enter(mime)
    overlay = place.drop.overlay
    assert overlay.isVisible()
    assert overlay.words == ("Import 2 pictures", "Use as references")
    assert overlay.accessibleName() == "Import 2 pictures"
    event = place.let_go(mime, overlay.import_place().center())
    assert event.dropAction() is Copy
    assert place.imported.at(0) == [(Path("/a/fox.png"), Path("/a/owl.JPG"))]
    assert overlay.isHidden()
    place.enter(mime)
    place.let_go(mime, overlay.references_place().center())
    assert place.references.at(0) == [(Path("/a/fox.png"), Path("/a/owl.JPG"))]
    assert (place.imported.count(), place.references.count()) == (1, 1)


def test_a_folder_promises_no_number(place: Place) -> None:
    place.enter(files("/a/pictures", "/a/fox.png"))
    assert place.drop.overlay.words[0] == "Import pictures"
    QCoreApplication.sendEvent(place.host, QDragLeaveEvent())
    assert place.drop.overlay.isHidden()


def from_browser() -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/fox.webp")])
    mime.setData("image/webp", picture("WEBP"))
    return mime


def bare_image() -> QMimeData:
    mime = QMimeData()
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(0)
    mime.setImageData(image)
    return mime


@pytest.mark.parametrize("make", [from_browser, bare_image])
def test_a_picture_that_is_no_file_comes_as_bytes_or_as_itself(
    place: Place, make: Callable[[], QMimeData]
) -> None:
    mime = make()
    assert place.enter(mime)
    assert place.drop.overlay.words[0] == "Import picture"
    place.let_go(mime, QPoint(300, 100))
    ((got,),) = cast("list[tuple[object]]", place.imported.at(0))
    assert got == picture("WEBP") if isinstance(got, bytes) else isinstance(got, QImage)


def test_what_is_ours_or_no_picture_is_not_offered_for_import(place: Place) -> None:
    ours = files("/library/fox.png")
    put_versions(ours, ["version-1"])
    words = QMimeData()
    words.setText("a fox")
    assert not place.enter(ours)
    assert not place.enter(words)
    assert place.drop.overlay.isHidden()


def test_a_picture_on_the_clipboard_is_imported_by_pasting(place: Place) -> None:
    QGuiApplication.clipboard().setMimeData(files("/a/fox.png"))
    QTest.keyClick(place.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert place.imported.at(0) == [(Path("/a/fox.png"),)]
    QGuiApplication.clipboard().setText("words")
    assert not place.drop.paste()


def test_a_quiet_line_says_what_is_imported_and_can_stop_it(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    around = surroundings(tmp_path)
    waiting = WaitingViewModel(seconds_before_saying=0)
    importing = ImportViewModel(
        bridge=around.bridge,
        tasks=around.tasks,
        notices=around.notices,
        project=lambda: "Sketches",
        undo=lambda: None,
    )
    line = QuietLine(theme, importing=importing, waiting=waiting)
    qtbot.addWidget(line)
    line.show()
    said: list[str] = []
    importing.state_changed.connect(lambda: said.append(line.words))
    for number in range(4):
        (tmp_path / f"{number}.png").write_bytes(picture(size=(64 + number, 48)))

    async def story() -> None:
        async with around.engine():
            importing.bring_in(tuple(tmp_path / f"{number}.png" for number in range(4)))
            await until(lambda: around.said)
            await until(line.isHidden)

    from PySide6.QtWidgets import QApplication

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    run_in_window(application, story())
    assert "Importing 2 of 4: 1.png" in said

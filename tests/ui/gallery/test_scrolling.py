"""What is scrolled is moved as it was painted: it must look as if it were painted anew."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from studio.engine.events import VersionSaved
from studio.ui.gallery.new_pill import NewPill
from studio.ui.gallery.view import GalleryView
from tests.support.gallery import Shelf, numbered
from tests.ui.gallery.conftest import MakeView

Select = QItemSelectionModel.SelectionFlag.Select


@pytest.fixture
def view(make_view: MakeView, shown: Shelf) -> GalleryView:
    for number in range(1, 201):
        shown.around.bridge.happened.emit(VersionSaved(numbered(number)))
    return make_view()


def on_screen(view: GalleryView) -> QImage:
    QApplication.processEvents()
    return tiles_of(view, view.screen().grabWindow(view.winId()).toImage())


def painted_anew(view: GalleryView) -> QImage:
    return tiles_of(view, view.grab().toImage())


def tiles_of(view: GalleryView, picture: QImage) -> QImage:
    """Without the scrubber, which has no ground of its own."""
    return picture.copy(view.viewport().geometry()).convertToFormat(QImage.Format.Format_RGB32)


STEPS = (30, 7, 191, -30, 1, 400, -380, 2, 5000, -90)


@pytest.mark.parametrize("edge", [96, 180, 331])
def test_after_every_step_all_stands_where_it_belongs(view: GalleryView, shown: Shelf, edge: int) -> None:
    view.set_tile_edge(edge)
    view.selectionModel().select(shown.gallery.index(9), Select)
    bar = view.verticalScrollBar()
    for step in STEPS:
        bar.setValue(bar.value() + step)
        assert on_screen(view) == painted_anew(view), (bar.value(), step)


def test_several_steps_before_a_frame_are_one(view: GalleryView) -> None:
    bar = view.verticalScrollBar()
    for _ in range(3):
        for step in STEPS:
            bar.setValue(bar.value() + step)
        assert on_screen(view) == painted_anew(view)


def test_what_lies_over_the_tiles_stays(view: GalleryView, shown: Shelf) -> None:
    pill = NewPill(view, shown.gallery)
    view.verticalScrollBar().setValue(900)
    shown.around.bridge.happened.emit(VersionSaved(numbered(301)))
    assert pill.isVisible()
    for step in STEPS[:5]:
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + step)
        assert on_screen(view) == painted_anew(view), step


def test_a_band_that_is_pulled_while_it_scrolls(view: GalleryView) -> None:
    port = view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(2, 300))
    for height in (320, 500, 760, 800, 400):
        QTest.mouseMove(port, QPoint(400, height))
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 13)
        assert on_screen(view) == painted_anew(view), height


def test_selecting_tiles_that_were_moved(view: GalleryView, shown: Shelf) -> None:
    view.verticalScrollBar().setValue(77)
    for row in (5, 6, 12, 13):
        view.selectionModel().select(shown.gallery.index(row), QItemSelectionModel.SelectionFlag.Toggle)
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 17)
        assert on_screen(view) == painted_anew(view), row
    shown.around.bridge.happened.emit(VersionSaved(numbered(301)))
    assert on_screen(view) == painted_anew(view)


@pytest.mark.skipif(
    "QT_SCALE_FACTOR" in os.environ, reason="this is that screen: it would start itself without end"
)
@pytest.mark.parametrize("scale", ["1.5", "2"])
def test_on_a_screen_of_another_scale(scale: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", __file__],
        env={**os.environ, "QT_SCALE_FACTOR": scale},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout[-3000:]

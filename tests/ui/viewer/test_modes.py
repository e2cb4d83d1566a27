"""The viewer's modes: pages that stand in the picture's stead, chosen by a chip and left by Escape."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from studio.ui.kit import Chip
from studio.ui.theme import Theme
from studio.ui.version_actions import VersionActions
from studio.ui.viewer.modes import ModePage
from studio.ui.viewer.panel import ViewerPanel
from studio.ui.viewer.zoom import View
from studio.viewmodels.viewer_state import ViewerMode, ZoomStep
from tests.support.gallery import Shelf
from tests.support.viewing import Viewing, pictures_in, viewing


class Page(ModePage):
    """Zoomed by steps alone."""

    def __init__(self) -> None:
        super().__init__()
        self.steps: list[ZoomStep] = []
        self.button = QPushButton("Draw")
        QVBoxLayout(self).addWidget(self.button)
        self.setFocusProxy(self.button)

    @property
    def view(self) -> View:
        whole = View(100, 100, 50, 50)
        return whole.zoomed(1.0) if self.steps else whole.fitted()

    def take_step(self, step: ZoomStep) -> None:
        self.steps.append(step)
        self.view_changed.emit()


@pytest.fixture
def made(shown: Shelf) -> Iterator[Viewing]:
    view = viewing(shown)
    yield view
    view.end()


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, shown: Shelf, made: Viewing) -> ViewerPanel:
    panel = ViewerPanel(
        theme,
        viewer=made.viewer,
        thumbnails=shown.thumbnails,
        saving=shown.saving,
        versions=VersionActions(theme, shown.saving, shown.thumbnails, owner=QWidget()),
        actions=made.actions,
    )
    qtbot.addWidget(panel)
    panel.resize(900, 600)
    panel.take_mode(ViewerMode.MARK_UP, Page, words="Mark up", icon="pencil")
    ids = made.hold(pictures_in(made.shown, 2))
    made.viewer.open(ids, ids[0])
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.setFocus()
    return panel


def chip(panel: ViewerPanel) -> Chip:
    return next(
        one for one in panel.head.findChildren(Chip) if "Mark up" in (one.text(), one.accessibleName())
    )


def page(panel: ViewerPanel) -> Page:
    found = panel.modes.page(ViewerMode.MARK_UP)
    assert isinstance(found, Page)
    return found


def test_a_chip_leads_into_its_mode_and_out_again(panel: ViewerPanel, made: Viewing) -> None:
    assert panel.stage.isVisible()
    QTest.mouseClick(chip(panel), Qt.MouseButton.LeftButton)
    assert made.viewer.look.state.mode is ViewerMode.MARK_UP
    assert page(panel).isVisible()
    assert page(panel).button.hasFocus()
    assert not panel.stage.isVisible()
    QTest.mouseClick(chip(panel), Qt.MouseButton.LeftButton)
    assert made.viewer.look.state.mode is ViewerMode.LOOK
    assert panel.stage.canvas.hasFocus()


def test_escape_leaves_the_mode_then_the_viewer(panel: ViewerPanel, made: Viewing) -> None:
    made.viewer.look.set_mode(ViewerMode.MARK_UP)
    assert chip(panel).isChecked()
    QTest.keyClick(page(panel).button, Qt.Key.Key_Escape)
    assert made.viewer.look.state.mode is ViewerMode.LOOK
    assert not chip(panel).isChecked()
    assert made.viewer.state.is_open
    QTest.keyClick(panel.stage.canvas, Qt.Key.Key_Escape)
    assert not made.viewer.state.is_open


def test_a_mode_is_over_once_the_viewer_was_left(made: Viewing) -> None:
    ids = made.hold(pictures_in(made.shown, 2))
    made.viewer.open(ids, ids[0])
    made.viewer.look.set_mode(ViewerMode.REGION)
    made.viewer.close()
    made.viewer.open(ids, ids[1])
    assert made.viewer.look.state.mode is ViewerMode.LOOK


def test_zooming_is_the_pages_while_it_stands_there(panel: ViewerPanel, made: Viewing) -> None:
    made.viewer.look.set_mode(ViewerMode.MARK_UP)
    assert panel.head.fit.isChecked()
    made.actions.run("zoom-in")
    QTest.mouseClick(panel.head.whole, Qt.MouseButton.LeftButton)
    assert page(panel).steps == [ZoomStep.IN, ZoomStep.WHOLE]
    assert panel.head.whole.isChecked()
    assert panel.stage.canvas.view.fits


def test_a_slideshow_and_a_colour_are_for_looking(made: Viewing) -> None:
    look = made.viewer.look
    look.set_mode(ViewerMode.MARK_UP)
    look.pick_colour(picks=True)
    assert look.state.mode is ViewerMode.LOOK
    look.set_mode(ViewerMode.MARK_UP)
    assert not look.state.picks_colour
    look.play(plays=True)
    assert look.state.mode is ViewerMode.LOOK

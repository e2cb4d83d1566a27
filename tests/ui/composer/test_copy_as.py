"""What would be sent, copied as code from beside the prompt."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from studio.domain.as_code import CodeLanguage
from studio.ui.composer import ComposerPanel
from studio.ui.composer.copy_as_button import CopyAsButton
from studio.ui.theme import Theme
from studio.viewmodels.thumbnails import Thumbnails
from tests.support.window import surroundings


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> ComposerPanel:
    made = ComposerPanel(theme)
    qtbot.addWidget(made)
    made.resize(344, 852)
    made.show()
    return made


def fill(panel: ComposerPanel, folder: Path) -> CopyAsButton:
    around = surroundings(folder)
    thumbnails = Thumbnails(folder=around.folder, bridge=around.bridge, tasks=around.tasks)
    for _ in panel.fill(around.composer(), thumbnails):
        QApplication.sendPostedEvents()
    thumbnails.end()
    (button,) = panel.findChildren(CopyAsButton)
    return button


def test_each_language_is_picked_from_the_menu(panel: ComposerPanel, tmp_path: Path) -> None:
    button = fill(panel, tmp_path)
    picked = QSignalSpy(panel.copy_as_requested)
    words: list[str] = []
    for at in range(len(CodeLanguage)):
        menu = button.menu_of_languages()
        words.append(menu.actions()[at].text())
        menu.actions()[at].trigger()
        menu.deleteLater()
    assert words == ["curl", "Python (httpx)", "Python (google-genai)", "JavaScript"]
    assert [picked.at(at)[0] for at in range(picked.count())] == list(CodeLanguage)


def test_the_menu_opens_from_the_keyboard_and_closes_with_escape(
    qtbot: QtBot, panel: ComposerPanel, tmp_path: Path
) -> None:
    button = fill(panel, tmp_path)
    assert button.accessibleDescription().endswith("Never with the key.")
    QTest.keyClick(button, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


def test_what_is_being_written_in_stays_where_it_is(panel: ComposerPanel, tmp_path: Path) -> None:
    QApplication.sendPostedEvents()
    before = panel.prompt.mapTo(panel, QPoint(0, 0))
    fill(panel, tmp_path)
    QApplication.sendPostedEvents()
    assert panel.prompt.mapTo(panel, QPoint(0, 0)) == before

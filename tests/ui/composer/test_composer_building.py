"""The composer while its parts are still being built one after the other."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton

from studio.domain.geometry import AspectRatio, Resolution
from studio.domain.recipe import ThinkingLevel
from studio.ui.composer import ComposerPanel
from studio.ui.theme import Theme
from studio.viewmodels.thumbnails import Thumbnails
from tests.support.window import surroundings

CHOICES = ("16:9", "0.5K", "High")


def test_what_is_chosen_before_all_is_built_stays_chosen(theme: Theme, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    thumbnails = Thumbnails(folder=around.folder, bridge=around.bridge, tasks=around.tasks)
    composer, panel = around.composer(), ComposerPanel(theme)
    panel.resize(344, 852)
    panel.show()
    open_choices: set[str] = set(CHOICES)
    for _ in panel.fill(composer, thumbnails):
        for button in panel.findChildren(QRadioButton):
            if button.accessibleName() in open_choices:
                open_choices.remove(button.accessibleName())
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    state = composer.state
    assert not open_choices
    assert (state.aspect, state.resolution, state.thinking) == (
        AspectRatio.R16_9,
        Resolution.HALF_K,
        ThinkingLevel.HIGH,
    )
    checked = {button.accessibleName() for button in panel.findChildren(QRadioButton) if button.isChecked()}
    assert checked == set(CHOICES)
    thumbnails.end()
    panel.close()

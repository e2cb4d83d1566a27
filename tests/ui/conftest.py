"""What tests of widgets need: the theme, in dark, on the application of pytest-qt."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from studio.ui.theme import Theme, ThemePreference

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, RESOURCES, preference=ThemePreference.DARK)

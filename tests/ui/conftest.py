"""What tests of widgets need: the theme, in dark, on the application of pytest-qt."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from studio.ui.theme import Theme, ThemePreference
from tests.support.clearing import nothing_is_left
from tests.support.gallery import Shelf, shelf
from tests.support.window import surroundings

__all__ = ["nothing_is_left", "shown", "theme"]

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, RESOURCES, preference=ThemePreference.DARK)


@pytest.fixture
def shown(qapp: QApplication, tmp_path: Path) -> Iterator[Shelf]:
    """What gallery and details show: an empty library, not yet open."""
    made = shelf(surroundings(tmp_path))
    yield made
    made.thumbnails.end()

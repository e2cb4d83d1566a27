"""The gallery's view, shown in a window of its own."""

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

import pytest
from pytestqt.qtbot import QtBot

from studio.ui.gallery.view import GalleryView
from studio.ui.theme import Theme
from tests.support.gallery import Shelf

MakeView: TypeAlias = Callable[[], GalleryView]


@pytest.fixture
def make_view(qtbot: QtBot, theme: Theme, shown: Shelf) -> MakeView:
    def make() -> GalleryView:
        made = GalleryView(
            theme,
            shown.gallery,
            thumbnails=shown.thumbnails,
            versions=shown.versions,
            today=lambda: date(2026, 11, 22),
        )
        qtbot.addWidget(made)
        made.resize(792, 700)
        with qtbot.waitExposed(made):
            made.show()
        return made

    return make

"""The gallery's view, shown in a window of its own."""

from datetime import date
from typing import Protocol

import pytest
from pytestqt.qtbot import QtBot

from studio.ui.gallery.view import GalleryView
from studio.ui.theme import Theme
from tests.support.gallery import Shelf


class MakeView(Protocol):
    """A view of the usual library, or of another; shown, unless it is to be `unseen`."""

    def __call__(self, other: Shelf | None = None, /, *, unseen: bool = False) -> GalleryView: ...


@pytest.fixture
def make_view(qtbot: QtBot, theme: Theme, shown: Shelf) -> MakeView:
    def make(other: Shelf | None = None, /, *, unseen: bool = False) -> GalleryView:
        shelf = other or shown
        made = GalleryView(
            theme,
            shelf.gallery,
            thumbnails=shelf.thumbnails,
            versions=shelf.versions,
            today=lambda: date(2026, 11, 22),
        )
        qtbot.addWidget(made)
        made.resize(792, 700)
        if not unseen:
            with qtbot.waitExposed(made):
                made.show()
        return made

    return make

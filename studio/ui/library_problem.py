"""What stands in the gallery's place when the library can't be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.domain.words import describe, sentences
from studio.ui.kit import Card, Words

if TYPE_CHECKING:
    from studio.domain.errors import StudioError
    from studio.ui.theme import Theme

_WIDTH = 520


class LibraryProblem(QWidget):
    """A card that says what is wrong with the library's folder and what to do."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = Card(padding=theme.tokens.sizes.margin * 2)
        card.setFixedWidth(_WIDTH)
        self._title = Words("", role="heading", wrap=True)
        self._words = Words("", role="muted", wrap=True, selectable=True)
        card.body.addWidget(self._title)
        card.body.addWidget(self._words)
        layout = QVBoxLayout(self)
        layout.addWidget(card, alignment=Qt.AlignmentFlag.AlignCenter)

    def show_problem(self, error: StudioError) -> None:
        """Word this error."""
        words = describe(error, QCoreApplication.translate)
        self._title.set_words(words.what)
        self._words.set_words(sentences(words.cost, words.next))

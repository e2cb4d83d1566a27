"""The line under a crop: what it is, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from studio.ui.kit import Button, ButtonKind, Elided, announce
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from studio.ui.theme import Theme


class CropLine(QWidget):
    """`copy_pressed`, `around_pressed` and `export_pressed`."""

    copy_pressed = Signal()
    around_pressed = Signal()
    export_pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._words = Elided(role="caption")
        around = translate("crop", "Fill around it…")
        self.around = Button(theme, around, kind=ButtonKind.QUIET)
        self.around.setToolTip(
            translate("crop", "Export in the last sizes; those that fill a frame keep this crop’s middle")
        )
        self.copy = Button(theme, translate("crop", "Copy crop"))
        self.export = Button(theme, translate("crop", "Export crop…"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        pressed = (self.around_pressed, self.copy_pressed, self.export_pressed)
        for button, signal in zip((self.around, self.copy, self.export), pressed, strict=True):
            # A click leaves the keyboard to the picture.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(signal)
            row.addWidget(button)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.whole

    def show_keys(self, *, copy: str, export: str) -> None:
        """The keys of the buttons."""
        for button, keys in ((self.copy, copy), (self.export, export)):
            button.setToolTip(keys)
            button.setAccessibleDescription(keys)

    def say(self, words: str, tone: str) -> None:
        """Say this; what is a warning is read out."""
        if words != self._words.whole:
            self._words.set_words(words)
            self._words.set_role(tone or "caption")
            if tone:
                announce(self, words)

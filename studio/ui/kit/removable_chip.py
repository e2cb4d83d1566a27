"""A pill with a cross: a press, Delete or Backspace takes away what it stands for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from studio.ui.theme import Theme

TAKES_OFF = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter)
WIDEST = 220


class RemovableChip(QPushButton):
    removed = Signal()

    def __init__(
        self, theme: "Theme", words: str, *, name: str, note: str = "", parent: QWidget | None = None
    ) -> None:
        """`name` says what a press does; `note` is a second, quieter word on it."""
        super().__init__(parent)
        self._theme = theme
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_words(words, name=name, note=note)
        self.clicked.connect(self.removed)
        theme.changed.connect(self._tint)
        self._tint()

    def set_words(self, words: str, *, name: str, note: str = "") -> None:
        whole = " ".join(f"{words} {note}".split())
        shown = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, WIDEST)
        self.setText(shown.replace("&", "&&"))
        self.setAccessibleName(name)
        self.setToolTip(name)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        if event.key() in TAKES_OFF:
            if not event.isAutoRepeat():
                self.removed.emit()
            return
        super().keyPressEvent(event)

    def _tint(self) -> None:
        self.setIconSize(QSize(16, 12))
        self.setIcon(self._theme.icons.icon("x", size=12, role="muted", before=4))

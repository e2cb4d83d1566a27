"""The one button that spends."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from studio.ui.kit.look import set_look

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

SHORTEST_REST_MS = 500


class SpendButton(QPushButton):
    """Yellow; its label is the sentence that says what a press costs.

    After a press it rests for half a second, and longer while `set_resting(True)` holds: presses in that
    time, and those of a key held down, do nothing.
    """

    spend_pressed = Signal()

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._held = False
        self._reason = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(SHORTEST_REST_MS)
        self._rest.timeout.connect(self._show_rest)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._press)

    @property
    def resting(self) -> bool:
        return self._held or self._rest.isActive()

    def set_resting(self, resting: bool) -> None:
        """Hold the rest, or end it; the half second after a press always passes."""
        self._held = resting
        self._show_rest()

    def set_reason(self, words: str) -> None:
        """Say why it can't be pressed, in its description; empty takes the words away."""
        self._reason = words
        self.setToolTip(words)
        self._show_rest()

    def press(self) -> None:
        """Press it as a shortcut would: nothing happens while it is disabled or rests."""
        if self.isEnabled() and self.isVisible():
            self._press()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        if event.isAutoRepeat():
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def _press(self) -> None:
        if self.resting:
            return
        self._rest.start()
        self._show_rest()
        self.spend_pressed.emit()

    def _show_rest(self) -> None:
        set_look(self, "resting", self.resting)
        self.setAccessibleDescription(self._reason or (self.tr("Sending…") if self.resting else ""))

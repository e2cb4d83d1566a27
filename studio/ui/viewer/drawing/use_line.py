"""The line under the picture: what is drawn, whether the composer has it, and the button that gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from studio.ui.kit import Button, ButtonKind, Elided, Tone, announce, draw_dot

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from studio.ui.theme import Theme
    from studio.viewmodels.drawing_words import UseLineState

DOT = 8


class UseLine(QWidget):
    """`use_pressed` and `stop_pressed`."""

    use_pressed = Signal()
    stop_pressed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dot = _Dot(theme)
        self._words = Elided(role="caption")
        self.stop = Button(theme, self.tr("Don’t use"), kind=ButtonKind.QUIET)
        self.use = Button(theme, "", icon="arrow-left")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._dot)
        row.addWidget(self._words, 1)
        row.addWidget(self.stop)
        row.addWidget(self.use)
        for button in (self.stop, self.use):
            # A click leaves the keyboard to the picture.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.stop.clicked.connect(self.stop_pressed)
        self.use.clicked.connect(self.use_pressed)
        self._said: Tone | None = None
        self._hint = self._keys = ""

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.whole

    def show_keys(self, keys: str) -> None:
        """The keys of the button, beside what it says."""
        self._keys = keys
        self._say_hint()

    def _say_hint(self) -> None:
        """Why it can't be pressed, or the keys that press it."""
        self.use.setToolTip(self._hint or self._keys)
        self.use.setAccessibleDescription(self._hint or self._keys)

    def show_state(self, state: UseLineState) -> None:
        """Say this."""
        tone = {"ok": Tone.OK, "warning": Tone.WARNING}.get(state.tone)
        self._dot.show_tone(tone)
        self._words.set_words(state.words)
        self.stop.setVisible(state.can_stop)
        self.use.setText(state.button)
        self.use.setVisible(bool(state.button))
        self.use.setEnabled(state.can_use)
        self._hint = state.hint
        self._say_hint()
        if tone is not self._said:
            self._said = tone
            if tone is not None:
                announce(self, state.words)


class _Dot(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._tone: Tone | None = None
        self.setFixedSize(QSize(DOT, DOT))
        self.hide()

    def show_tone(self, tone: Tone | None) -> None:
        self._tone = tone
        self.setVisible(tone is not None)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Beside the words that say the same."""
        if self._tone is not None:
            colour = self._theme.colour(self._tone.role)
            draw_dot(QPainter(self), QPointF(DOT / 2, DOT / 2), colour, diameter=DOT)

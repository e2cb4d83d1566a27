"""A button with the keys of an action on it: pressed, it takes the next keys instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from studio.ui.kit import Button, announce, set_look
from studio.viewmodels.actions import PORTABLE, cap_words, key_words

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent
    from PySide6.QtWidgets import QWidget

    from studio.ui.theme import Theme

_MODIFIERS = {
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_Super_L,
    Qt.Key.Key_Super_R,
    Qt.Key.Key_unknown,
}
_LEAVING = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}


class KeyPicker(Button):
    """`picked` carries the keys as portable text. Escape, Tab, and a lost focus leave them as they are."""

    picked = Signal(str)
    recording = False

    def __init__(self, theme: Theme, title: str, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", small=True, parent=parent)
        self._title = title
        self._keys: tuple[str, ...] = ()
        self.clicked.connect(self.record)

    def show_keys(self, keys: tuple[str, ...]) -> None:
        """Show these keys."""
        self._keys = keys
        self._show()

    def record(self) -> None:
        """Take the next keys that are pressed."""
        self._set_recording(True)
        announce(self, self.tr("Press the new keys"))

    def _set_recording(self, recording: bool) -> None:
        if recording != self.recording:
            self.recording = recording
            set_look(self, "recording", recording)
            self._show()

    def _show(self) -> None:
        words = " · ".join(map(cap_words, self._keys)) or self.tr("None")
        self.setText(self.tr("Press keys…") if self.recording else words)
        spoken = ", ".join(map(key_words, self._keys)) or self.tr("no keys")
        self.setAccessibleName(self.tr("{action}: {keys}").format(action=self._title, keys=spoken))

    def event(self, event: QEvent) -> bool:
        """While it records, no keys mean anything else."""
        if self.recording and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if self.recording and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The next keys that aren't modifiers alone."""
        key = Qt.Key(event.key())
        if not self.recording:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape:
            self._set_recording(False)
        elif key in _LEAVING:
            self._set_recording(False)
            self.focusNextPrevChild(key == Qt.Key.Key_Tab)
        elif key not in _MODIFIERS and not event.isAutoRepeat():
            self._set_recording(False)
            self.picked.emit(pressed_keys(event))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Letting the new keys go presses nothing."""
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._set_recording(False)
        super().focusOutEvent(event)


def pressed_keys(event: QKeyEvent) -> str:
    """The keys of an event as shortcuts are written: a sign that needs Shift ("?") is that sign alone."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    text = event.text()
    is_sign = len(text) == 1 and text.isprintable() and not text.isalnum() and not text.isspace()
    if is_sign:
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    return QKeySequence(event.key() | modifiers.value).toString(PORTABLE)

"""The fields with which a key is connected, in the card of the first run and in the key dialog."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from studio.ui.kit import ComboField, FieldLabel, TextField, Words, announce

if TYPE_CHECKING:
    from studio.ui.theme import Theme
    from studio.viewmodels.first_run import ConnectViewModel


class ConnectForm(QWidget):
    """The key stands in its field only, until it is saved. `changed` when the state that buttons show did."""

    changed = Signal()

    def __init__(self, theme: "Theme", connect: "ConnectViewModel", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._connect = connect
        self._kept: QWidget | None = None
        self.key = TextField(name=self.tr("API key"), secret=True)
        self.group = ComboField(theme, name=self.tr("Group the key bills at"))
        self.group.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.address = TextField(name=self.tr("Gateway"))
        self._note = Words(role="caption", wrap=True)
        self._words = Words(wrap=True, selectable=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        fields = (
            (self.tr("API key"), self.key),
            (self.tr("Group the key bills at"), self.group),
            (self.tr("Gateway"), self.address),
        )
        for label, field in fields:
            row = FieldLabel(label)
            row.set_buddy(field)
            column.addWidget(row)
            column.addWidget(field)
            if field is self.group:
                column.addWidget(self._note)
            column.addSpacing(6)
        column.addWidget(self._words)
        self.setFocusProxy(self.key)
        self.group.set_options(connect.state.groups)
        self.group.picked.connect(connect.choose_group)
        self.address.textEdited.connect(connect.edit_address)
        self.key.returnPressed.connect(self.save)
        connect.state_changed.connect(self._show)
        connect.connected.connect(self.key.clear)
        self._show()

    @property
    def words(self) -> str:
        """How the last press ended."""
        return self._words.text()

    def save(self) -> None:
        self._connect.save(self.key.text())

    def test(self) -> None:
        self._connect.test(self.key.text())

    def _show(self) -> None:
        state = self._connect.state
        if state.busy and self._kept is None:
            self._kept = self.window().focusWidget()
        self.group.set_value(state.group)
        self._note.set_words(state.group_note)
        if self.address.text() != state.address:
            self.address.setText(state.address)
        self._words.set_role("text" if state.kind.value == "info" else state.kind.value)
        if state.words != self._words.text():
            self._words.set_words(state.words)
            announce(self, state.words)
        self._words.setVisible(bool(state.words))
        for field in (self.key, self.group, self.address):
            field.setEnabled(not state.busy)
        self.changed.emit()
        if not state.busy and self._kept is not None:
            self._give_keyboard_back(self._kept)
            self._kept = None

    def _give_keyboard_back(self, kept: QWidget) -> None:
        """What can't be used for a moment loses the keyboard to whatever comes next."""
        if kept.isVisible():
            kept.setFocus()

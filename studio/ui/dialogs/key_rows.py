"""The groups and their keys, in the settings."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from studio.domain.keys import EVERY_GROUP
from studio.ui.kit import Button, ButtonKind, Elided, IconButton, Words

if TYPE_CHECKING:
    from studio.ui.theme import Theme
    from studio.viewmodels.preferences import KeyRow, PreferencesState


class KeyRows(QWidget):
    """`wanted` asks for a new key, `removed` to forget one; both name the group."""

    wanted = Signal(str)
    removed = Signal(str)

    def __init__(self, theme: "Theme", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._shown: PreferencesState | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_keys(self, state: "PreferencesState") -> None:
        before, self._shown = self._shown, state
        if before is not None and (before.keys, before.keys_ready) == (state.keys, state.keys_ready):
            return
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, key in enumerate(state.keys):
            self._add_row(row, key, ready=state.keys_ready)
        if state.every_removable:
            self._add_remove(len(state.keys), EVERY_GROUP, self.tr("Remove the key used for every group"))

    def _add_row(self, row: int, key: "KeyRow", *, ready: bool) -> None:
        name = Words(key.group)
        words = Elided(key.words, role="caption")
        change = Button(
            self._theme,
            self.tr("Replace…") if key.has_key else self.tr("Add…"),
            kind=ButtonKind.QUIET,
            small=True,
        )
        action = self.tr("Replace the key for {group}") if key.has_key else self.tr("Add a key for {group}")
        change.setAccessibleName(action.format(group=key.group))
        change.setEnabled(ready)
        change.clicked.connect(lambda: self.wanted.emit(key.group))
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(words, row, 1)
        self._grid.addWidget(change, row, 2, Qt.AlignmentFlag.AlignRight)
        if key.removable:
            self._add_remove(row, key.group, self.tr("Remove the key for {group}").format(group=key.group))

    def _add_remove(self, row: int, group: str, name: str) -> None:
        if group == EVERY_GROUP:
            button = Button(self._theme, name, kind=ButtonKind.QUIET, small=True)
            self._grid.addWidget(button, row, 0, 1, 4)
        else:
            button = IconButton(self._theme, "trash-2", name=name, small=True)
            self._grid.addWidget(button, row, 3)
        button.clicked.connect(lambda: self.removed.emit(group))

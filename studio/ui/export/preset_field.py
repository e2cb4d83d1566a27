"""The preset of an export: chosen, kept under a name, renamed, removed, shared, taken."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from studio.domain.export_names import legal_name
from studio.ui.kit import Button, ButtonKind, ComboField, FieldLabel, Popover, TextField, Words
from studio.viewmodels.export_words import preset_label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from studio.ui.theme import Theme
    from studio.viewmodels.export import ExportViewModel
    from studio.viewmodels.export_state import ExportState

CHANGED = "\n changed"
"""No preset is called so: names have no line breaks."""

MOST_NAME = 80
SHARED = "json"


class NamePopover(Popover):
    """`named` carries what was typed."""

    named = Signal(str)

    def __init__(self, theme: Theme, anchor: QWidget, *, name: str) -> None:
        super().__init__(anchor, name=name)
        self.field = TextField(name=name)
        self.field.setMaxLength(MOST_NAME)
        self.save = Button(theme, self.tr("Save"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.save)
        self.body.setContentsMargins(8, 8, 8, 8)
        self.body.addLayout(row)
        self.save.clicked.connect(self._name)

    def ask(self, text: str, *, label: str) -> None:
        """Open it with this text, selected, and this word on its button."""
        self.field.setText(text)
        self.field.selectAll()
        self.save.setText(label)
        self.open()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._name()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _name(self) -> None:
        text = self.field.text().strip()
        if text:
            self.dismiss()
            self.named.emit(text)


class PresetField(QWidget):
    def __init__(self, theme: Theme, export: ExportViewModel) -> None:
        super().__init__()
        self._theme = theme
        self._export = export
        self._shown: tuple[tuple[str, str], ...] = ()
        self._renames = False
        self.save_as = Button(
            theme, self.tr("Save as…"), kind=ButtonKind.LINK, name=self.tr("Save preset as…")
        )
        self.more = Button(theme, "⋯", kind=ButtonKind.LINK, name=self.tr("More with presets"))
        label = FieldLabel(self.tr("Preset"))
        label.add_right(self.save_as)
        label.add_right(self.more)
        self.combo = ComboField(theme, name=self.tr("Preset"))
        self.naming = NamePopover(theme, self.combo, name=self.tr("Name of the preset"))
        self._said = Words(role="caption", wrap=True)
        self.undo = Button(theme, self.tr("Undo"), kind=ButtonKind.LINK)
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self._said, 1)
        said.addWidget(self.undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label)
        column.addWidget(self.combo)
        column.addLayout(said)
        self.combo.picked.connect(self._pick)
        self.save_as.clicked.connect(self._ask_name)
        self.more.clicked.connect(self._open_menu)
        self.naming.named.connect(self._take_name)
        self.undo.clicked.connect(export.undo)

    def show_state(self, state: ExportState) -> None:
        """Show the preset of this state among all of them."""
        changed = ((CHANGED, preset_label(state.draft.base, changed=True)),) if state.draft.is_changed else ()
        options = (
            *changed,
            *((preset.name, preset_label(preset)) for preset in (*state.own, *state.shipped)),
        )
        if options != self._shown:
            self._shown = options
            self.combo.set_options(options)
            if state.own:
                self.combo.combo.insertSeparator(len(changed) + len(state.own))
        self.combo.set_value(CHANGED if changed else state.draft.base.name)
        self.save_as.setEnabled(state.can_be_kept)
        words = state.problem or state.said
        self._said.set_words(words)
        self._said.set_role("bad" if state.problem else "caption")
        self._said.setVisible(bool(words))
        self.undo.setVisible(state.can_undo)

    def _pick(self, name: str) -> None:
        if name != CHANGED:
            self._export.choose_preset(name)

    def _open_menu(self) -> None:
        state, menu = self._export.state, QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        icons = self._theme.icons
        rename = menu.addAction(icons.icon("pencil"), self.tr("Rename…"))
        rename.triggered.connect(self._ask_new_name)
        remove = menu.addAction(icons.icon("trash-2"), self.tr("Remove"))
        remove.triggered.connect(self._export.remove_preset)
        for action in (rename, remove):
            action.setEnabled(state.is_own)
        menu.addSeparator()
        share = menu.addAction(icons.icon("upload"), self.tr("Share as a file…"))
        share.triggered.connect(self.ask_where_to_share)
        share.setEnabled(state.can_be_kept)
        take = menu.addAction(icons.icon("download"), self.tr("Take from a file…"))
        take.triggered.connect(self.ask_what_to_take)
        below = self.more.mapToGlobal(QPoint(self.more.width(), self.more.height() + 4))
        menu.popup(below - QPoint(menu.sizeHint().width(), 0))

    # Names

    def _ask_name(self) -> None:
        self._renames = False
        state = self._export.state
        self.naming.ask(state.draft.base.name if state.is_own else "", label=self.tr("Save"))

    def _ask_new_name(self) -> None:
        self._renames = True
        self.naming.ask(self._export.state.draft.base.name, label=self.tr("Rename"))

    def _take_name(self, name: str) -> None:
        if self._renames:
            self._export.rename_preset(name)
        else:
            self._export.save_preset(name)

    # Files

    def ask_where_to_share(self) -> None:
        """Ask for a file to write the preset to."""
        dialog = self._file_dialog(self.tr("Share preset"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SHARED)
        dialog.selectFile(legal_name(self._export.state.draft.base.name, f".{SHARED}"))
        dialog.fileSelected.connect(self._share)
        dialog.open()

    def ask_what_to_take(self) -> None:
        """Ask for such a file."""
        dialog = self._file_dialog(self.tr("Take a preset"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._take)
        dialog.open()

    def _share(self, name: str) -> None:
        self._export.share_preset(Path(name))

    def _take(self, name: str) -> None:
        self._export.take_preset(Path(name))

    def _file_dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter(self.tr("Export presets (*.{ending})").format(ending=SHARED))
        return dialog

"""Where an export goes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from studio.ui.kit import Button, ButtonKind, FieldLabel, IconButton, TextField, Words
from studio.viewmodels.export_preview import FolderState
from studio.viewmodels.export_words import folder_words, short_path

if TYPE_CHECKING:
    from studio.ui.theme import Theme
    from studio.viewmodels.export import ExportViewModel
    from studio.viewmodels.export_state import ExportState

HOME = Path("~")


class FolderField(QWidget):
    """A path can be typed or chosen; what isn't there yet is made only when that is asked for."""

    def __init__(self, theme: Theme, export: ExportViewModel) -> None:
        super().__init__()
        self._export = export
        label = FieldLabel(self.tr("Folder"))
        self.field = TextField(name=self.tr("Folder"))
        label.set_buddy(self.field)
        self.choose = IconButton(
            theme, "folder-open", name=self.tr("Choose a folder…"), small=True, parent=self.field
        )
        self.choose.setCursor(Qt.CursorShape.ArrowCursor)
        inner = QHBoxLayout(self.field)
        inner.setContentsMargins(0, 0, 6, 0)
        inner.addStretch(1)
        inner.addWidget(self.choose)
        self.field.setTextMargins(0, 0, 28, 0)
        self._problem = Words(role="bad", wrap=True)
        self.make = Button(theme, self.tr("Make it"), kind=ButtonKind.LINK, name=self.tr("Make the folder"))
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self._problem)
        below.addWidget(self.make)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label)
        column.addWidget(self.field)
        column.addLayout(below)
        self.field.textEdited.connect(self._type)
        self.choose.clicked.connect(self.ask_where)
        self.make.clicked.connect(export.make_folder)

    def show_state(self, state: ExportState) -> None:
        """Show the folder of this state, and what is wrong with it."""
        folder = state.draft.folder
        if not self.field.hasFocus():
            self.field.setText(short_path(folder, Path.home()))
            self.field.setToolTip(str(folder or ""))
        problem = folder_words(state)
        self._problem.set_words(problem)
        self._problem.setVisible(bool(problem))
        self.make.setVisible(state.folder is FolderState.MISSING)
        self.field.setAccessibleDescription(problem)

    def _type(self, text: str) -> None:
        """What isn't a whole path is one of the person's own folder."""
        path = Path(text.strip())
        below = path.parts[1:] if path.parts[:1] == HOME.parts else path.parts
        self._export.choose_folder(Path.home().joinpath(*below))

    def ask_where(self) -> None:
        """Ask for the folder, without holding anything up."""
        dialog = QFileDialog(self, self.tr("Export to"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        folder = self._export.state.draft.folder
        if folder is not None:
            dialog.setDirectory(str(folder))
        dialog.fileSelected.connect(self._take)
        dialog.open()

    def _take(self, name: str) -> None:
        self.field.setText(short_path(Path(name), Path.home()))
        self._export.choose_folder(Path(name))

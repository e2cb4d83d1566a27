"""The library's folder in the settings: where it is, and another one for the next start."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from studio.ui.kit import Button, Elided, IconButton

if TYPE_CHECKING:
    from studio.ui.theme import Theme


class LibraryField(QWidget):
    def __init__(self, theme: "Theme", folder: Path, parent: QWidget | None = None) -> None:
        """`folder` is the one in use now."""
        super().__init__(parent)
        self._folder = folder
        self._chosen: Path | None = None
        self._path = Elided(str(folder), middle=True)
        self.setAccessibleName(self.tr("Library folder"))
        open_it = IconButton(theme, "folder-open", name=self.tr("Open the library folder"))
        open_it.clicked.connect(self._open)
        change = Button(theme, self.tr("Change…"))
        change.clicked.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._path, 1)
        row.addWidget(open_it)
        row.addWidget(change)

    @property
    def chosen(self) -> Path | None:
        """The folder for the next start; None for the default one."""
        return self._chosen

    def set_chosen(self, folder: Path | None) -> None:
        self._chosen = folder
        self._path.set_words(str(folder or self._folder))
        self.setAccessibleDescription(self._path.whole)

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Library folder"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setDirectory(str(self._folder))
        dialog.fileSelected.connect(self._take)
        dialog.open()

    def _take(self, name: str) -> None:
        self.set_chosen(Path(name))

"""Asks where pictures are that aren't in the library any more."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from studio.viewmodels.notices import Action, Kind, Notice
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from studio.viewmodels.missing import MissingViewModel
    from studio.viewmodels.notices import Notices


class LocateFlow(QObject):
    """What isn't found in the library is asked for: a folder to search, or for a single one its file."""

    def __init__(self, missing: MissingViewModel, notices: Notices, *, owner: QWidget) -> None:
        super().__init__(owner)
        self._missing = missing
        self._notices = notices
        self._owner = owner
        missing.place_wanted.connect(self._ask)

    def _ask(self, ids: tuple[str, ...]) -> None:
        folder = Action(translate("missing", "Search a folder…"), lambda: self.ask_folder(ids))
        file = Action(translate("missing", "Choose the file…"), lambda: self.ask_file(ids[0]))
        one = len(ids) == 1
        words = (
            translate("missing", "It isn't in the library's folder any more.")
            if one
            else translate("missing", "{count} aren't in the library's folder any more.").format(
                count=len(ids)
            )
        )
        self._notices.post(Notice(words, Kind.WARNING, (file, folder) if one else (folder,), lasts=True))

    def ask_file(self, version_id: str) -> QFileDialog:
        """Open the chooser of the file."""
        dialog = self._dialog(translate("missing", "Where is the picture?"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)

        def show(name: str) -> None:
            self._missing.show_file(version_id, Path(name))

        dialog.fileSelected.connect(show)
        dialog.open()
        return dialog

    def ask_folder(self, ids: tuple[str, ...]) -> QFileDialog:
        """Open the chooser of a folder."""
        dialog = self._dialog(translate("missing", "In which folder are the pictures?"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)

        def search(name: str) -> None:
            self._missing.search_folder(ids, Path(name))

        dialog.fileSelected.connect(search)
        dialog.open()
        return dialog

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._owner, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

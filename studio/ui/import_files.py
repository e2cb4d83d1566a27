"""The choosers of pictures to import: opened, never waited for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

PATTERNS = "*.png *.jpg *.jpeg *.webp"

translate = QCoreApplication.translate


def choose_pictures_to_import(parent: QWidget, chosen: Callable[[tuple[Path, ...]], object]) -> QFileDialog:
    """Ask for files; `chosen` gets them when there are some."""
    dialog = _dialog(parent, translate("importing", "Import pictures"), chosen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    pictures = translate("importing", "Pictures ({patterns})").format(patterns=PATTERNS)
    dialog.setNameFilters([pictures, translate("importing", "All files (*)")])
    dialog.open()
    return dialog


def choose_folder_to_import(parent: QWidget, chosen: Callable[[tuple[Path, ...]], object]) -> QFileDialog:
    """Ask for a folder, all of whose pictures are meant."""
    dialog = _dialog(parent, translate("importing", "Import a folder of pictures"), chosen)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.open()
    return dialog


def _dialog(parent: QWidget, title: str, chosen: Callable[[tuple[Path, ...]], object]) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))

    def take(names: list[str]) -> None:
        chosen(tuple(Path(name) for name in names))

    dialog.filesSelected.connect(take)
    return dialog

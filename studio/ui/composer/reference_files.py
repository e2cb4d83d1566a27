"""The file chooser for references."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

PATTERNS = "*.png *.jpg *.jpeg *.webp *.heic *.heif *.gif *.avif *.bmp *.tif *.tiff"

translate = QCoreApplication.translate


def choose_reference_files(parent: "QWidget", chosen: "Callable[[tuple[Path, ...]], None]") -> QFileDialog:
    """Open the chooser and return at once; `chosen` gets the files when there are some."""
    dialog = QFileDialog(parent, translate("composer", "Add references"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    pictures = translate("composer", "Pictures ({patterns})").format(patterns=PATTERNS)
    dialog.setNameFilters([pictures, translate("composer", "All files (*)")])
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    dialog.setDirectory(folder)

    def take(names: list[str]) -> None:
        chosen(tuple(Path(name) for name in names))

    dialog.filesSelected.connect(take)
    dialog.open()
    return dialog

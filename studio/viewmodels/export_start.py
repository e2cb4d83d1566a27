"""What the export dialog begins with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from studio.viewmodels.export_draft import ExportDraft, usual_draft
from studio.viewmodels.export_presets import Shelf, read_shelf

if TYPE_CHECKING:
    from studio.settings import Folders, Settings


def read_usual(folders: Folders, settings: Settings, last: ExportDraft | None) -> tuple[ExportDraft, Shelf]:
    """For a thread: what was chosen last, here or before the start, and all presets.

    Before the first export the folder is that of downloads, else the person's own.
    """
    shelf = read_shelf(folders)
    if last is not None:
        return last, shelf
    folder = settings.export_folder or _usual_folder()
    return usual_draft(shelf.all, settings.export_preset, folder), shelf


def _usual_folder() -> Path:
    kinds = QStandardPaths.StandardLocation
    downloads, home = map(
        Path, map(QStandardPaths.writableLocation, (kinds.DownloadLocation, kinds.HomeLocation))
    )
    return downloads if downloads.is_dir() else home

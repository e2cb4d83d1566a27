"""Asks for the file that is to follow a version's tree."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from studio.domain.version import Version
    from studio.viewmodels.linking import LinkChoice, LinkingViewModel


def choose_linked_file(
    owner: QWidget, linking: LinkingViewModel, version: Version, choices: tuple[LinkChoice, ...]
) -> None:
    """Without holding anything up. That a file is written over is asked by the system's own dialog."""
    dialog = QFileDialog(owner, translate("links", "Link to a file"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, translate("links", "Link"))
    filters = {f"{choice.label} (*.{choice.suffix})": choice for choice in choices}
    dialog.setNameFilters(list(filters))
    dialog.setDefaultSuffix(choices[0].suffix)
    dialog.setDirectory(str(Path.home()))
    dialog.selectFile(Path(version.path).stem)

    def follow_format(chosen: str) -> None:
        dialog.setDefaultSuffix(filters[chosen].suffix)

    def link(name: str) -> None:
        linking.link(version, Path(name), filters[dialog.selectedNameFilter()])

    dialog.filterSelected.connect(follow_format)
    dialog.fileSelected.connect(link)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()

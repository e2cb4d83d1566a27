"""What can be done with a version, as menus offer it: the same in the gallery and in details."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QSize, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from studio.ui.show_in_folder import show_in_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studio.domain.version import Version
    from studio.ui.theme import Theme
    from studio.viewmodels.saving import SaveChoice, SavingViewModel
    from studio.viewmodels.thumbnails import Thumbnails

DRAG_EDGE = 128


class VersionActions(QObject):
    """`iterate_requested` carries the version's id."""

    iterate_requested = Signal(str)

    def __init__(
        self, theme: Theme, saving: SavingViewModel, thumbnails: Thumbnails, *, owner: QWidget
    ) -> None:
        super().__init__(owner)
        self._theme = theme
        self._saving = saving
        self._thumbnails = thumbnails
        self._owner = owner

    def menu(self, version: Version, *, whole: bool) -> QMenu:
        """A menu for this version; `whole` with what stands as buttons in details."""
        menu = QMenu(self._owner)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if whole:
            self._add(menu, "git-branch", self.tr("Iterate"), lambda: self.iterate_requested.emit(version.id))
            self._add(menu, "save", self.tr("Save as…"), lambda: self.save_as(version))
            menu.addSeparator()
        self._add(menu, "copy", self.tr("Copy picture"), lambda: self._saving.copy_picture(version))
        self._add(menu, "copy", self.tr("Copy prompt"), lambda: self._saving.copy_prompt(version))
        if not whole:
            self._add(menu, "copy", self.tr("Copy path"), lambda: self._saving.copy_path(version))
        self._add(menu, "folder-open", self.tr("Show in folder"), lambda: self.show_in_folder(version))
        return menu

    def menu_for(self, version: Version, ids: Sequence[str]) -> QMenu:
        """A menu for what is selected in the gallery: `version` is the one that it was asked for on."""
        del ids
        return self.menu(version, whole=True)

    def drag_out(self, version: Version, ids: Sequence[str]) -> None:
        """Drag what is selected out, from a mouse handler."""
        del ids
        self.drag(version)

    def save_as(self, version: Version) -> None:
        """Ask where and as what, without holding anything up."""
        choices = self._saving.choices(version)
        dialog = QFileDialog(self._owner, self.tr("Save as"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        filters = {f"{choice.label} (*.{choice.suffix})": choice for choice in choices}
        dialog.setNameFilters(list(filters))
        dialog.setDefaultSuffix(choices[0].suffix)
        dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
        dialog.selectFile(self._saving.path(version).stem)

        def follow_format(chosen: str) -> None:
            dialog.setDefaultSuffix(filters[chosen].suffix)

        def save(name: str) -> None:
            self._save(version, Path(name), filters[dialog.selectedNameFilter()])

        dialog.filterSelected.connect(follow_format)
        dialog.fileSelected.connect(save)
        dialog.open()

    def _save(self, version: Version, target: Path, chosen: SaveChoice) -> None:
        """An ending that was typed and names another format counts more than the list of formats."""
        ending = target.suffix.lower().removeprefix(".").replace("jpeg", "jpg")
        if ending != chosen.suffix:
            typed = [choice for choice in self._saving.choices(version)[1:] if choice.suffix == ending]
            chosen = typed[0] if typed else chosen
        self._saving.save(version, target, chosen.format)

    def show_in_folder(self, version: Version) -> None:
        """Show its file in the system's file manager."""
        show_in_folder(self._saving.path(version), self)

    def drag(self, version: Version) -> None:
        """Drag it out as a file, from a mouse handler."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(self._saving.path(version)))])
        drag = QDrag(self._owner)
        drag.setMimeData(mime)
        pixmap = self._thumbnails.pixmap(version.id, QSize(DRAG_EDGE, DRAG_EDGE))
        if pixmap is not None:
            drag.setPixmap(
                pixmap.scaled(DRAG_EDGE, DRAG_EDGE, Qt.AspectRatioMode.KeepAspectRatio)
                if max(pixmap.width(), pixmap.height()) > DRAG_EDGE
                else pixmap
            )
        drag.exec(Qt.DropAction.CopyAction)

    def _add(self, menu: QMenu, icon: str, text: str, act: object) -> None:
        action = menu.addAction(self._theme.icons.icon(icon), text)
        action.triggered.connect(act)

"""What can be done with a version, as menus offer it: the same in the gallery and in details."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from studio.ui.show_in_folder import show_in_folder
from studio.ui.version_drag import MOST_FILES, drag_data, drag_picture, start_drag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studio.domain.version import Version
    from studio.ui.action_means import ActionMeans
    from studio.ui.theme import Theme
    from studio.viewmodels.saving import SaveChoice, SavingViewModel
    from studio.viewmodels.thumbnails import Thumbnails

MOST_LOOKED_AT = 20
"""Files of a drag that are looked at while it goes on."""


class VersionActions(QObject):
    """The requests carry a version's id: to continue from it, to look at it, to find what is like it, to put
    it together with its parent; or the Version: to use again what made it (with a Reuse), to open its tree,
    to replay the edits that led to it, to see its palette, to be tied to a file; or the ids of all that are
    to be exported, or to be handed off (with a HandOffKind).

    Without `means` there are only the few things that need none.
    """

    iterate_requested = Signal(str)
    view_requested = Signal(str)
    similar_requested = Signal(str)
    compose_requested = Signal(str)
    reuse_requested = Signal(object, object)
    tree_requested = Signal(object)
    replay_requested = Signal(object)
    export_requested = Signal(object)
    palette_requested = Signal(object)
    hand_off_requested = Signal(object, object)
    link_requested = Signal(object)

    def __init__(
        self,
        theme: Theme,
        saving: SavingViewModel,
        thumbnails: Thumbnails,
        *,
        owner: QWidget,
        means: ActionMeans | None = None,
    ) -> None:
        super().__init__(owner)
        self._theme = theme
        self._saving = saving
        self._thumbnails = thumbnails
        self._owner = owner
        self._means = means

    def menu(self, version: Version, *, whole: bool) -> QMenu:
        """A menu for this version; `whole` with what stands as buttons in details."""
        return self._menu(version, (version.id,), whole=whole)

    def menu_for(self, version: Version, ids: Sequence[str]) -> QMenu:
        """A menu for what is selected in the gallery: `version` is the one that it was asked for on."""
        selected = tuple(ids) if version.id in ids else (version.id,)
        return self._menu(version, selected, whole=True)

    def _menu(self, version: Version, ids: tuple[str, ...], *, whole: bool) -> QMenu:
        menu = QMenu(self._owner)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._means is None:
            self._fill_few(menu, version, whole=whole)
            return menu
        from studio.ui.version_menu import VersionMenu  # the window opens sooner without it

        filled = VersionMenu(menu, self._theme, self, self._means, version=version, ids=ids)
        filled.fill(whole=whole)
        return menu

    def _fill_few(self, menu: QMenu, version: Version, *, whole: bool) -> None:
        if whole:
            self._add(menu, "git-branch", self.tr("Iterate"), lambda: self.iterate_requested.emit(version.id))
        self._add(menu, "save", self.tr("Save as…"), lambda: self.save_as(version))
        menu.addSeparator()
        self._add(menu, "copy", self.tr("Copy picture"), lambda: self._saving.copy_picture(version))
        self._add(menu, "copy", self.tr("Copy prompt"), lambda: self._saving.copy_prompt(version))
        if not whole:
            self._add(menu, "copy", self.tr("Copy path"), lambda: self._saving.copy_path(version))
        self._add(menu, "folder-open", self.tr("Show in folder"), lambda: self.show_in_folder(version))

    # Dragging

    def drag_out(self, version: Version, ids: Sequence[str]) -> None:
        """Drag what is selected out, from a mouse handler; `version` is the one that was grasped."""
        selected = tuple(ids) if version.id in ids else (version.id,)
        if self._means is None:
            self._drag_many(version, (version.id,), (self._saving.path(version),))
        elif len(selected) > MOST_FILES:
            self._drag_many(version, selected, ())
        else:
            self._means.dragged.name_then(
                selected, lambda files: self._drag_when_held(version, selected, files)
            )

    def _drag_when_held(self, version: Version, ids: tuple[str, ...], files: Sequence[Path]) -> None:
        """They had to be named first: go on unless the button was let go. Not from within a coroutine."""

        def go_on() -> None:
            if QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
                self._drag_many(version, ids, files)

        QTimer.singleShot(0, self, go_on)

    def drag(self, version: Version) -> None:
        """Drag this one out as a file, from a mouse handler."""
        self.drag_out(version, (version.id,))

    def _drag_many(self, version: Version, ids: tuple[str, ...], files: Sequence[Path]) -> None:
        grasped = (version.id, *(name for name in ids if name != version.id))
        scale = self._owner.devicePixelRatioF()
        picture = drag_picture(self._theme, self._thumbnails, grasped, scale=scale)
        if self._means is not None:
            self._means.missing.suspect(grasped[:MOST_LOOKED_AT])
        start_drag(self._owner, drag_data(ids, files), picture)

    # Saving

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
        if self._means is None:
            self._saving.save(version, target, chosen.format)
            return
        format_ = chosen.format

        async def save(found: tuple[Version, ...]) -> None:
            await self._saving.save_copy(found[0], target, format_)

        self._means.outgoing.use((version.id,), save)

    def show_in_folder(self, version: Version) -> None:
        """Show its file in the system's file manager."""
        show_in_folder(self._saving.path(version), self)

    def _add(self, menu: QMenu, icon: str, text: str, act: object) -> None:
        action = menu.addAction(self._theme.icons.icon(icon), text)
        action.triggered.connect(act)

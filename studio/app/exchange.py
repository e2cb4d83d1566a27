"""Pictures from other programs, and ours for them: where they are dropped, chosen, printed, opened, found."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studio.ui.action_means import ActionMeans
from studio.ui.import_drop import ImportDrop
from studio.ui.import_files import choose_folder_to_import, choose_pictures_to_import
from studio.ui.locating import LocateFlow
from studio.ui.open_with import OpenWith
from studio.ui.quiet_line import QuietLine
from studio.ui.version_actions import VersionActions
from studio.viewmodels.full_picture import Trouble
from studio.viewmodels.reuse import Reuse, reuse
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from studio.app.models import ViewModels
    from studio.domain.version import Version
    from studio.ui.gallery.panel import GalleryPanel
    from studio.ui.printing import Printing
    from studio.ui.theme import Theme


class Exchange(QObject):
    """Belongs to the gallery, over which things are dropped. `versions` are the actions on versions."""

    def __init__(self, theme: Theme, models: ViewModels, gallery: GalleryPanel) -> None:
        super().__init__(gallery)
        self._models = models
        self._gallery = gallery
        self._drop = ImportDrop(theme, gallery, keys=gallery.view)
        self._drop.import_dropped.connect(models.importing.bring_in)
        self._drop.references_dropped.connect(self._use_as_references)
        self._locating = LocateFlow(models.missing, models.notices, owner=gallery)
        gallery.view.tell_problems(models.missing)
        gallery.take_strip(QuietLine(theme, importing=models.importing, waiting=models.waiting))
        self.versions = VersionActions(
            theme, models.saving, models.thumbnails, owner=gallery, means=self._means()
        )
        self.versions.iterate_requested.connect(models.continue_from)
        self.versions.view_requested.connect(gallery.view_requested)
        self.versions.similar_requested.connect(self._show_similar)
        self.versions.compose_requested.connect(models.compositing.compose)
        self.versions.reuse_requested.connect(self._reuse)
        models.thumbnails.arrived.connect(self._suspect)
        models.pictures.arrived.connect(self._suspect_whole)
        models.missing.changed.connect(self._forget)
        models.importing.imported.connect(self._show_imported)

    def _means(self) -> ActionMeans:
        models = self._models
        return ActionMeans(
            outgoing=models.outgoing,
            copying=models.copying,
            dragged=models.dragged,
            linking=models.linking,
            missing=models.missing,
            versions=models.versions,
            judging=models.judging,
            print_pictures=self.print_pictures,
            open_with=OpenWith(tasks=models.tasks, owner=self._gallery),
            projects=lambda: models.projects.state.projects,
            keys=models.actions.shown,
        )

    @cached_property
    def _printing(self) -> Printing:
        from studio.ui.printing import Printing  # what few people do, the start doesn't wait for

        models = self._models
        return Printing(
            owner=self._gallery,
            outgoing=models.outgoing,
            tasks=models.tasks,
            notices=models.notices,
            waiting=models.waiting,
        )

    def print_pictures(self, ids: tuple[str, ...]) -> None:
        """Ask for the printer, then print these."""
        self._printing.start(ids)

    def choose_pictures(self) -> None:
        """Ask for files to import."""
        choose_pictures_to_import(self._gallery, self._models.importing.bring_in)

    def choose_folder(self) -> None:
        """Ask for a folder to import."""
        choose_folder_to_import(self._gallery, self._models.importing.bring_in)

    def paste(self) -> None:
        """Import the picture that is on the clipboard, or say that there is none."""
        if not self._drop.paste():
            self._models.notices.say(translate("importing", "There is no picture on the clipboard."))

    def _use_as_references(self, pictures: tuple[object, ...]) -> None:
        """Folders have no place among references: files named as pictures, or the picture itself."""
        from studio.ui.kit.pictures import SUFFIXES

        usable = tuple(one for one in pictures if not isinstance(one, Path) or one.suffix.lower() in SUFFIXES)
        if usable:
            self._models.composer.add_pictures(usable)  # pyright: ignore[reportArgumentType] - as they were dropped

    def _suspect(self, keys: frozenset[str]) -> None:
        """No thumbnail could be made: perhaps there is no picture any more."""
        absent = [key for key in keys if self._models.thumbnails.is_absent(key)]
        self._models.missing.suspect(absent)

    def _suspect_whole(self, version_id: str) -> None:
        """The viewer couldn't show all of it, or found another picture in its place."""
        version = self._models.versions.get(version_id)
        picture = self._models.pictures.get(version) if version else None
        if isinstance(picture, Trouble) or (picture is not None and picture.is_replaced):
            self._models.missing.suspect((version_id,))

    def _forget(self, ids: frozenset[str]) -> None:
        """What was drawn of these may be out of date."""
        models = self._models
        models.thumbnails.try_again(ids)
        for name in ids:
            version = models.versions.get(name)
            if version is not None and models.missing.state(name) is None:
                models.pictures.forget(version)

    def _reuse(self, version: Version, what: Reuse) -> None:
        reuse(self._models.composer, version, what)

    def _show_similar(self, version_id: str) -> None:
        self._models.search.near(f"similar:{version_id}")

    def _show_imported(self, ids: tuple[str, ...]) -> None:
        """What was asked for is shown: the first of them is selected, where it stands in what is shown."""
        self._gallery.show_version(ids[0])

"""The gallery as it stands right after the first paint, before there is an engine: pictures come first."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from studio.domain.query import Query
from studio.library.desk import write_desk
from studio.ui.gallery.panel import GalleryPanel
from studio.viewmodels.desk_keeper import DeskKeeper
from studio.viewmodels.gallery import GalleryModel
from studio.viewmodels.listing_reader import ListingReader
from studio.viewmodels.versions import Versions

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from studio.app.first_look import FirstLook
    from studio.app.first_pictures import FirstPictures
    from studio.app.front import Front
    from studio.ui.theme import Theme


class Shelf:
    """What the gallery is made of, without all that can be done with it."""

    def __init__(self, front: Front, pictures: FirstPictures) -> None:
        folder = front.library
        self.bridge = pictures.bridge
        self.tasks = pictures.tasks
        self.thumbnails = pictures.thumbnails
        self.versions = Versions(bridge=self.bridge, tasks=self.tasks)
        self.listing = ListingReader(bridge=self.bridge, tasks=self.tasks)
        self.listing.leave_as(opened=front.desk.opened, stacks=front.desk.stacks)
        self.gallery = GalleryModel(reader=self.listing, versions=self.versions)
        self.desk = DeskKeeper(front.desk, tasks=self.tasks, save=lambda desk: write_desk(folder, desk))

    def show(self, seen: FirstLook) -> None:
        """Fill the gallery with what was read of the library."""
        self.listing.take(Query(), seen.glance.listing, seen.rows)

    def panel(self, theme: Theme, parent: QWidget) -> GalleryPanel:
        """The gallery as a widget."""
        return GalleryPanel(
            theme,
            model=self.gallery,
            thumbnails=self.thumbnails,
            versions=self.versions,
            desk=self.desk,
            today=date.today,
            parent=parent,
        )

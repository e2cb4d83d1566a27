"""The gallery as it stands right after the first paint, before there is an engine: pictures come first."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from studio.domain.query import Query
from studio.library.desk import write_desk
from studio.ui.gallery import GalleryPanel
from studio.ui.gallery.fitting import picture_size
from studio.ui.gallery.grid import Grid
from studio.viewmodels.bridge import Bridge
from studio.viewmodels.desk_keeper import DeskKeeper
from studio.viewmodels.gallery import GalleryModel
from studio.viewmodels.listing_reader import ListingReader
from studio.viewmodels.tasks import Tasks
from studio.viewmodels.thumbnails import Thumbnails
from studio.viewmodels.versions import Versions

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QWidget

    from studio.app.first_look import FirstLook
    from studio.app.front import Front
    from studio.ui.theme import Theme


class Shelf:
    """What the gallery is made of, without all that can be done with it."""

    def __init__(self, front: Front) -> None:
        folder = front.library
        self.bridge = Bridge()
        self.tasks = Tasks()
        self.thumbnails = Thumbnails(folder=folder, bridge=self.bridge, tasks=self.tasks)
        self.versions = Versions(bridge=self.bridge, tasks=self.tasks)
        self.listing = ListingReader(bridge=self.bridge, tasks=self.tasks)
        self.listing.leave_as(opened=front.desk.opened, stacks=front.desk.stacks)
        self.gallery = GalleryModel(reader=self.listing, versions=self.versions)
        self.desk = DeskKeeper(front.desk, tasks=self.tasks, save=lambda desk: write_desk(folder, desk))

    def show(self, seen: FirstLook, *, room: QSize, scale: float) -> None:
        """Fill the gallery, which will be as large as `room`, with what was read of the library."""
        desk, rows = self.desk.desk, seen.rows
        self.listing.take(Query(), seen.glance.listing, rows)
        grid = Grid(room.width(), desk.edge, cards=0, versions=len(rows), starts=tuple(rows.starts))
        first = rows.row_of(desk.first) if desk.first else None
        top = 0 if first is None else max(grid.rect(first).top() - desk.offset, 0)
        # The pictures are on their way while the widgets are still being made.
        self.thumbnails.aim(
            (rows.ids[row], picture_size(rows.looks[row], grid.edge, scale))
            for row in grid.rows_between(top, top + room.height())
        )

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

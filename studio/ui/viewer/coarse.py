"""Thumbnails as coarse pictures: what is seen until the whole is there, or instead of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from studio.viewmodels.full_picture import FullPicture

if TYPE_CHECKING:
    from studio.domain.version import Version
    from studio.ui.viewer.zoom import View
    from studio.viewmodels.thumbnails import Thumbnails

LARGEST_THUMBNAIL = 1024


class CoarsePicture:
    """Holds the last one that was made."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        self._thumbnails = thumbnails
        self._made: tuple[int, FullPicture] | None = None

    def of(self, version_id: str, version: Version | None, room: View) -> FullPicture | None:
        """The picture of this version, as its thumbnail has it, to fit the room of this view; None while
        there is no thumbnail. It says its own size where the version isn't known yet.
        """
        whole = QSize(version.width, version.height) if version else QSize(1, 1)
        edge = QSize(LARGEST_THUMBNAIL, LARGEST_THUMBNAIL)
        wanted = room.of(whole.width(), whole.height()).fitted().extent
        pixmap = self._thumbnails.pixmap(version_id, QSize(*wanted).boundedTo(edge))
        if pixmap is None:
            return None
        if self._made is None or self._made[0] != pixmap.cacheKey():
            size = whole if version else pixmap.size()
            made = FullPicture(size.width(), size.height(), (pixmap.toImage(),))
            self._made = (pixmap.cacheKey(), made)
        return self._made[1]

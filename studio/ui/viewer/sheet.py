"""The picture at the scale it is seen at, in tiles that are drawn once and then copied.

Each is small enough that the window answers between two of them, however large picture and screen are.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform

from studio.viewmodels.thumbnails import pixmap_bytes

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from studio.viewmodels.full_picture import FullPicture

EDGE = 512
"""Device pixels of a tile's side: a tile costs half a millisecond."""

LEAST_BYTES = 48 * 1024 * 1024
_CRISP_FROM = 2.0
"""From this scale on pixels are shown as squares; below, enlarging blurs less than it makes uneven."""


class Sheet:
    """Holds tiles of one picture in one size and turn. Rectangles count from the picture's top left corner
    as it is seen, in device pixels.
    """

    def __init__(self) -> None:
        self._picture: FullPicture | None = None
        self._extent = (0, 0)
        self._scale = 1.0
        self._turned = 0
        self._limit = LEAST_BYTES
        self._tiles: OrderedDict[tuple[int, int], QPixmap] = OrderedDict()

    def lay_out(
        self, picture: FullPicture, *, extent: tuple[int, int], scale: float, turned: int, room: int
    ) -> None:
        """Show this picture in so many device pixels; tiles of anything else are dropped. `room` is how many
        device pixels are seen at once.
        """
        laid = (self._extent, self._scale, self._turned)
        if picture is not self._picture or laid != (extent, scale, turned):
            self._tiles.clear()
        self._picture, self._extent, self._scale, self._turned = picture, extent, scale, turned
        # What is seen, and as much again around it.
        self._limit = max(LEAST_BYTES, 2 * room * 4)

    def clear(self) -> None:
        """Nothing is shown."""
        self._picture = None
        self._tiles.clear()

    def tiles_in(self, seen: QRect) -> list[tuple[int, int]]:
        """Column and row of each tile of what is seen, from the middle outwards."""
        seen = seen.intersected(QRect(0, 0, *self._extent))
        if seen.isEmpty():
            return []
        columns = range(seen.left() // EDGE, seen.right() // EDGE + 1)
        rows = range(seen.top() // EDGE, seen.bottom() // EDGE + 1)
        middle = seen.center()
        found = [(column, row) for row in rows for column in columns]
        found.sort(key=lambda tile: (self.place(tile).center() - middle).manhattanLength())
        return found

    def place(self, tile: tuple[int, int]) -> QRect:
        """Where this tile lies."""
        column, row = tile
        whole = QRect(column * EDGE, row * EDGE, EDGE, EDGE)
        return whole.intersected(QRect(0, 0, *self._extent))

    def tile(self, tile: tuple[int, int]) -> QPixmap | None:
        """The tile, if it was drawn."""
        found = self._tiles.get(tile)
        if found is not None:
            self._tiles.move_to_end(tile)
        return found

    def draw(self, tile: tuple[int, int]) -> QPixmap:
        """Draw the tile, and keep it."""
        picture, place = self._shown, self.place(tile)
        pixmap = QPixmap(place.size())
        if picture.has_alpha:
            pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        crisp = picture.is_whole and self._scale >= _CRISP_FROM
        level = picture.level_for(self._scale)
        self._draw(painter, level, place, smooth=not crisp and level.size() != self._upright_size())
        painter.end()
        self._tiles[tile] = pixmap
        while sum(pixmap_bytes(one) for one in self._tiles.values()) > self._limit and len(self._tiles) > 1:
            self._tiles.popitem(last=False)
        return pixmap

    def draw_roughly(self, painter: QPainter, tile: tuple[int, int]) -> None:
        """Draw the tile's place quickly, for as long as there is no tile; the painter stands at the picture's
        corner.
        """
        place = self.place(tile)
        painter.save()
        painter.translate(place.topLeft())
        painter.setClipRect(QRect(0, 0, place.width(), place.height()))
        self._draw(painter, self._shown.level_for(self._scale / 2), place, smooth=False)
        painter.restore()

    @property
    def _shown(self) -> FullPicture:
        if self._picture is None:
            raise RuntimeError("no picture is laid out")
        return self._picture

    def _upright_size(self) -> object:
        extent = QRect(0, 0, *self._extent).size()
        return extent.transposed() if self._turned % 2 else extent

    def _draw(self, painter: QPainter, level: QImage, place: QRect, *, smooth: bool) -> None:
        onto = self._onto(level) * QTransform.fromTranslate(-place.left(), -place.top())
        back, ok = onto.inverted()
        if not ok:
            return
        whole = QRect(0, 0, level.width(), level.height())
        # Two pixels more than are seen: smooth drawing looks at neighbours.
        seen = back.mapRect(QRectF(0, 0, place.width(), place.height())).toAlignedRect()
        part = QRectF(seen.adjusted(-2, -2, 2, 2).intersected(whole))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        painter.setTransform(onto, combine=True)
        painter.drawImage(part, level, part)

    def _onto(self, level: QImage) -> QTransform:
        """From the level's pixels to the picture as it is seen."""
        across, down = self._extent
        wide, high = (down, across) if self._turned % 2 else (across, down)
        scaled = QTransform.fromScale(wide / level.width(), high / level.height())
        turned = QTransform()
        match self._turned % 4:
            case 1:
                turned = QTransform(0, 1, -1, 0, high, 0)
            case 2:
                turned = QTransform(-1, 0, 0, -1, wide, high)
            case 3:
                turned = QTransform(0, -1, 1, 0, 0, wide)
            case _:
                pass
        return scaled * turned

"""What lies under the picture of a tile, and looks out over its round corners."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap

from studio.ui.gallery.drawings import Drawings
from studio.ui.kit.look import draw_frame

if TYPE_CHECKING:
    from studio.ui.gallery.fitting import Box
    from studio.ui.theme import Theme

BEHIND = 3
"""How far the edge of a stack's other pictures looks out over the first."""

_CORNERS = ((0, 0), (1, 0), (0, 1), (1, 1))


class Spot(NamedTuple):
    """Where a tile is painted, its edge, and device pixels for each pixel of it."""

    x: int
    y: int
    edge: int
    scale: float


class Grounds:
    """Each is drawn once: tiles of one size stand on the same few."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        # Not many: each is as large as a tile, and while a window is resized tiles have ever other sizes.
        self._drawings = Drawings(theme, most=24)

    def of(self, edge: int, scale: float, *, stacked: bool, hovered: bool) -> QPixmap:
        """The ground of a tile of this edge, `BEHIND` higher than that; over a stack looks the edge of its
        other pictures. Nothing shines through: what is opaque is copied, not blended.
        """
        known = (edge, scale, stacked, hovered)
        return self._drawings.get(known, lambda: self._draw(edge, scale, stacked=stacked, hovered=hovered))

    def round_off(self, painter: QPainter, ground: QPixmap, spot: Spot, place: Box) -> None:
        """Lay the ground over the corners of what was painted in this place of the tile: to paint a picture
        with round corners takes twenty times as long.
        """
        left, top, width, height = place
        within = (left - spot.x, top - spot.y, width, height)
        corners = self._drawings.get(
            (ground.cacheKey(), *within), lambda: self._draw_corners(ground, *within)
        )
        length, pixels = self._corner, round(self._corner * spot.scale)
        for right, bottom in _CORNERS:
            x, y = left + right * (width - length), top + bottom * (height - length)
            at_x, at_y = right * pixels, bottom * pixels
            painter.drawPixmap(x, y, length, length, corners, at_x, at_y, pixels, pixels)

    @property
    def _corner(self) -> int:
        return self._theme.tokens.sizes.radius_card

    def _draw(self, edge: int, scale: float, *, stacked: bool, hovered: bool) -> QPixmap:
        theme, radius = self._theme, self._corner
        ground = QPixmap(round(edge * scale), round((edge + BEHIND) * scale))
        ground.setDevicePixelRatio(scale)
        ground.fill(theme.colour("background"))
        painter = QPainter(ground)
        if stacked:
            behind = QRect(6, 0, edge - 12, 12)
            draw_frame(painter, behind, radius=radius, fill=theme.colour("line"), line=None)
        fill = theme.colour("raised" if hovered else "panel")
        draw_frame(painter, QRect(0, BEHIND, edge, edge), radius=radius, fill=fill, line=None)
        painter.end()
        return ground

    def _draw_corners(self, ground: QPixmap, left: int, top: int, width: int, height: int) -> QPixmap:
        """All four side by side: the ground, without what is inside of them."""
        length, scale = self._corner, ground.devicePixelRatio()
        pixels = round(length * scale)
        corners = QPixmap(2 * pixels, 2 * pixels)
        corners.setDevicePixelRatio(scale)
        corners.fill(Qt.GlobalColor.transparent)
        painter = QPainter(corners)
        for right, bottom in _CORNERS:
            x = round((left + right * (width - length)) * scale)
            y = round((top + BEHIND + bottom * (height - length)) * scale)
            painter.drawPixmap(right * length, bottom * length, length, length, ground, x, y, pixels, pixels)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
        inside, opaque = QRect(0, 0, 2 * length, 2 * length), self._theme.colour("text")
        draw_frame(painter, inside, radius=length, fill=opaque, line=None)
        painter.end()
        return corners

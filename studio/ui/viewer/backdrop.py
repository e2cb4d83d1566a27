"""What lies behind a picture and over its pixels: a plain colour, a checkerboard, a grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap, QRegion

from studio.viewmodels.viewer_state import Background

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from studio.ui.theme import Theme
    from studio.ui.viewer.zoom import View

_TOKENS = {
    Background.WINDOW: "background",
    Background.BLACK: "view_black",
    Background.GREY: "view_grey",
    Background.WHITE: "view_white",
}

CHECK = 8
"""Device-independent pixels of a square's side."""


def draw_backdrop(
    painter: QPainter, theme: Theme, background: Background, *, room: QRect, hidden: QRect
) -> None:
    """Fill the room, but for what a picture without holes hides; in device pixels."""
    painter.save()
    if not hidden.isEmpty():
        painter.setClipRegion(QRegion(room) - QRegion(hidden), Qt.ClipOperation.IntersectClip)
    if background is Background.CHECKERBOARD:
        painter.fillRect(room, QBrush(_checks(theme, painter)))
    else:
        painter.fillRect(room, theme.colour(_TOKENS[background]))
    painter.restore()


def _checks(theme: Theme, painter: QPainter) -> QPixmap:
    edge = round(CHECK * painter.device().devicePixelRatioF())
    checks = QPixmap(2 * edge, 2 * edge)
    checks.fill(QColor(theme.colour("view_white")))
    drawing = QPainter(checks)
    for left, top in ((0, 0), (edge, edge)):
        drawing.fillRect(left, top, edge, edge, theme.colour("view_check"))
    drawing.end()
    return checks


def draw_pixel_grid(painter: QPainter, theme: Theme, view: View) -> None:
    """A line between any two pixels that are seen; in device pixels."""
    left, top = view.origin
    across, down = view.extent
    right, bottom = min(view.room_width, left + across), min(view.room_height, top + down)
    first_x, first_y = max(0, left), max(0, top)
    colour = QColor(theme.colour("pixel_grid"))
    # Filled, not drawn: lines that let something through take ten times as long.
    for place in _borders(left, view.scale, view.width, view.room_width):
        painter.fillRect(place, first_y, 1, bottom - first_y, colour)
    for place in _borders(top, view.scale, view.height, view.room_height):
        painter.fillRect(first_x, place, right - first_x, 1, colour)


def _borders(origin: int, scale: float, count: int, room: int) -> list[int]:
    first = max(0, int(-origin / scale))
    last = min(count, int((room - origin) / scale) + 1)
    return [round(origin + number * scale) for number in range(first, last + 1)]

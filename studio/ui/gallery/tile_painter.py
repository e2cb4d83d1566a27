"""The tile of a version: the picture whole, its price, its children, and what isn't as asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor

from studio.domain.flags import Flag, Label
from studio.domain.listing import look_colour, look_shape
from studio.ui.gallery.badges import BADGE, Badges
from studio.ui.gallery.fitting import draw_near, fill_box, fitted_box, picture_size
from studio.ui.gallery.grounds import BEHIND, Grounds, Spot
from studio.viewmodels.tile import price_words, remarks

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPixmap

    from studio.domain.version import Version
    from studio.ui.theme import Theme
    from studio.viewmodels.thumbnails import Thumbnails
    from studio.viewmodels.tile import TileState

INSET = 8
BETWEEN = 4
ROUND_FROM = 4
WIDE_ENOUGH = 132
"""From this edge on there is room for words and marks side by side."""


class TilePainter:
    """Paints tiles. It never waits: until a thumbnail is there it paints the picture's main colour."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails) -> None:
        self._theme = theme
        self._thumbnails = thumbnails
        self._badges = Badges(theme)
        self._grounds = Grounds(theme)

    def paint(self, painter: QPainter, tile: TileState, spot: Spot, *, hovered: bool) -> None:
        """Paint it there, whole: to keep it drawn would take as much memory again, and save little."""
        ground = self._grounds.of(spot.edge, spot.scale, stacked=tile.holds > 1, hovered=hovered)
        painter.drawPixmap(spot.x, spot.y - BEHIND, ground)
        self._paint_picture(painter, tile, spot, ground)
        if tile.version is not None:
            self._paint_marks(painter, tile, tile.version, spot)
            if tile.holds > 1 or tile.opened:
                self._paint_stack(painter, tile, spot)

    def _paint_picture(self, painter: QPainter, tile: TileState, spot: Spot, ground: QPixmap) -> None:
        """The picture, whole, in the middle; what was rejected steps back."""
        thumbnail = self._thumbnails.held(tile.id, picture_size(tile.look, spot.edge, spot.scale))
        place = fitted_box(look_shape(tile.look), (spot.x, spot.y, spot.edge, spot.edge))
        if thumbnail is not None:
            rejected = tile.version is not None and tile.version.judgement.flag is Flag.REJECT
            painter.setOpacity(0.35 if rejected else 1.0)
            draw_near(painter, thumbnail, place, spot.scale)
            painter.setOpacity(1.0)
        else:
            fill_box(painter, place, QColor.fromRgb(look_colour(tile.look)))
            if self._thumbnails.is_absent(tile.id):
                icon = self._theme.icons.pixmap("image-off", size=20, role="muted", dpr=spot.scale)
                painter.drawPixmap(spot.x + spot.edge // 2 - 10, spot.y + spot.edge // 2 - 10, icon)
        _, _, width, height = place
        if spot.edge - width <= ROUND_FROM and spot.edge - height <= ROUND_FROM:
            self._grounds.round_off(painter, ground, spot, place)

    def _paint_marks(self, painter: QPainter, tile: TileState, version: Version, spot: Spot) -> None:
        """Price and size on the left, what the person said of it on the right, what is wrong at the top."""
        wide = spot.edge >= WIDE_ENOUGH
        left, right = spot.x + INSET, spot.x + spot.edge - INSET
        line = spot.y + spot.edge - INSET - BADGE
        taken = left
        if wide:
            price = self._badges.of(price_words(version), spot.scale)
            painter.drawPixmap(left, line, price.pixmap)
            taken += price.width + BETWEEN
        for text, icon, colour in self._right_marks(version):
            badge = self._badges.of(text, spot.scale, icon=icon, colour=colour)
            if right - badge.width < taken:
                # No room beside the others: the rest stands above them.
                right, line, taken = spot.x + spot.edge - INSET, line - BADGE - BETWEEN, spot.x
            right -= badge.width
            painter.drawPixmap(right, line, badge.pixmap)
            right -= BETWEEN
        top = spot.y + INSET
        problems = (tile.problem,) if tile.problem else ()
        for words in (*problems, *remarks(version)) if wide else ():
            badge = self._badges.of(words, spot.scale, icon="triangle-alert", most=spot.edge - 2 * INSET)
            painter.drawPixmap(left, top, badge.pixmap)
            top += BADGE + BETWEEN

    def _right_marks(self, version: Version) -> list[tuple[str, str, str]]:
        """From the right: words, icon and colour of each."""
        judgement = version.judgement
        marks: list[tuple[str, str, str]] = []
        if judgement.flag is not Flag.NONE:
            picked = judgement.flag is Flag.PICK
            marks.append(("", "flag" if picked else "ban", "on_badge"))
        if version.children:
            marks.append((str(version.children), "git-branch", "on_badge"))
        if judgement.rating:
            marks.append(("★" * judgement.rating, "", "on_badge"))
        if judgement.label is not Label.NONE:
            marks.append(("", "dot", f"label_{judgement.label.value}"))
        return marks

    def stack_place(self, tile: TileState, rect: QRect) -> QRect:
        """Where a stack is opened or closed by a click; nowhere for a tile that is none."""
        if tile.holds == 1 and not tile.opened:
            return QRect()
        width = 44
        return QRect(rect.right() - INSET - width + 1, rect.top() + INSET, width, BADGE)

    def _paint_stack(self, painter: QPainter, tile: TileState, spot: Spot) -> None:
        icon = "layers" if tile.holds > 1 else "chevron-left"
        text = str(tile.holds) if tile.holds > 1 else ""
        badge = self._badges.of(text, spot.scale, icon=icon)
        painter.drawPixmap(spot.x + spot.edge - INSET - badge.width, spot.y + INSET, badge.pixmap)

"""The tile of a version: the picture whole, its price, its children, and what isn't as asked."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap

from studio.domain.flags import Flag, Label
from studio.domain.listing import look_colour, look_shape
from studio.ui.gallery.fitting import draw_near, draw_rounded, fill_box, fitted_box, picture_size
from studio.ui.kit.look import draw_frame
from studio.viewmodels.thumbnails import pixmap_bytes
from studio.viewmodels.tile import price_words, remarks

if TYPE_CHECKING:
    from studio.domain.version import Version
    from studio.ui.theme import Theme
    from studio.viewmodels.thumbnails import Thumbnails
    from studio.viewmodels.tile import TileState

INSET = 8
BADGE = 18
BETWEEN = 4
BEHIND = 3
"""How far the edge of a stack's other pictures looks out over the first."""

ROUND_FROM = 4
MOST_BADGES = 200
WIDE_ENOUGH = 132
"""From this edge on there is room for words and marks side by side."""

TILE_BYTES = 6 * 1024 * 1024
"""Of drawn tiles that are kept at scale 1: more than are seen at once."""


Shown: TypeAlias = "tuple[TileState, bool, int, int, float]"
"""What it shows, whether the pointer is over it, its thumbnail's cache key, its edge, the scale."""


class Spot(NamedTuple):
    """Where a tile is painted, its edge, and device pixels for each pixel of it."""

    x: int
    y: int
    edge: int
    scale: float


class Badge(NamedTuple):
    """A badge, and its width as it is seen."""

    pixmap: QPixmap
    width: int


class Drawn(NamedTuple):
    """A tile as it was drawn."""

    shown: Shown
    pixmap: QPixmap


class TilePainter:
    """Paints tiles. It never waits: until a thumbnail is there it paints the picture's main colour."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails) -> None:
        self._theme = theme
        self._thumbnails = thumbnails
        self._badges: dict[tuple[object, ...], QPixmap] = {}
        self._tiles: OrderedDict[str, Drawn] = OrderedDict()
        self._background = theme.colour("background")
        self._bytes = 0
        self._seen_bytes = 0
        theme.changed.connect(self._forget)

    def _forget(self) -> None:
        self._badges.clear()
        self._tiles.clear()
        self._background = self._theme.colour("background")
        self._bytes = 0

    def make_room(self, pixels: float) -> None:
        """The view has so many device pixels: what fills it is always kept, and half as much again."""
        self._seen_bytes = round(pixels * 6)

    def paint(self, painter: QPainter, tile: TileState, spot: Spot, *, hovered: bool) -> None:
        """Paint it there. A tile with all that belongs to it is drawn once, then copied."""
        size = picture_size(tile.look, spot.edge, spot.scale)
        thumbnail = self._thumbnails.fitting(tile.id, size)
        if thumbnail is None or tile.version is None:
            # It will be another in a moment: while tiles grow or shrink it isn't worth the keeping.
            held = self._thumbnails.held(tile.id, size)
            self._paint(painter, tile, spot, held, hovered=hovered, passing=thumbnail is None)
            return
        drawn, _ = self._drawn(tile, thumbnail, spot.edge, spot.scale, hovered=hovered)
        painter.drawPixmap(spot.x, spot.y - BEHIND, drawn)

    def draw_ahead(self, tile: TileState, edge: int, scale: float) -> bool:
        """Draw it before it is seen, if all of it is there. Tells whether there was anything to draw."""
        thumbnail = self._thumbnails.fitting(tile.id, picture_size(tile.look, edge, scale))
        if thumbnail is None or tile.version is None:
            return False
        _, is_new = self._drawn(tile, thumbnail, edge, scale, hovered=False)
        return is_new

    def _drawn(
        self, tile: TileState, thumbnail: QPixmap, edge: int, scale: float, *, hovered: bool
    ) -> tuple[QPixmap, bool]:
        """The tile, and whether it had to be drawn for it."""
        shown = (tile, hovered, thumbnail.cacheKey(), edge, scale)
        drawn = self._tiles.get(tile.id)
        if drawn is not None and drawn.shown == shown:
            self._tiles.move_to_end(tile.id)
            return drawn.pixmap, False
        pixmap = QPixmap(round(edge * scale), round((edge + BEHIND) * scale))
        pixmap.setDevicePixelRatio(scale)
        painter = QPainter(pixmap)
        self._paint(painter, tile, Spot(0, BEHIND, edge, scale), thumbnail, hovered=hovered)
        painter.end()
        self._keep(Drawn(shown, pixmap))
        return pixmap, True

    def _keep(self, drawn: Drawn) -> None:
        before = self._tiles.pop(drawn.shown[0].id, None)
        self._bytes += pixmap_bytes(drawn.pixmap) - (pixmap_bytes(before.pixmap) if before else 0)
        self._tiles[drawn.shown[0].id] = drawn
        limit = max(TILE_BYTES * drawn.pixmap.devicePixelRatio() ** 2, self._seen_bytes)
        while self._bytes > limit and len(self._tiles) > 1:
            _, gone = self._tiles.popitem(last=False)
            self._bytes -= pixmap_bytes(gone.pixmap)

    def _paint(
        self,
        painter: QPainter,
        tile: TileState,
        spot: Spot,
        thumbnail: QPixmap | None,
        *,
        hovered: bool,
        passing: bool = False,
    ) -> None:
        """With a thumbnail that is `passing`, another will be there in a moment."""
        ground = self._ground_of(spot, stacked=tile.holds > 1, hovered=hovered)
        painter.drawPixmap(spot.x, spot.y - BEHIND, ground)
        self._paint_picture(painter, tile, spot, thumbnail, passing=passing)
        if tile.version is not None:
            self._paint_marks(painter, tile, tile.version, spot)
            if tile.holds > 1 or tile.opened:
                self._paint_stack(painter, tile, spot)

    def _ground_of(self, spot: Spot, *, stacked: bool, hovered: bool) -> QPixmap:
        """What lies under every picture, drawn once; over a stack looks the edge of its other pictures."""
        known = (spot.edge, stacked, hovered, spot.scale)
        ground = self._badges.get(known)
        if ground is None:
            theme, edge = self._theme, spot.edge
            radius = theme.tokens.sizes.radius_card
            ground = QPixmap(round(edge * spot.scale), round((edge + BEHIND) * spot.scale))
            ground.setDevicePixelRatio(spot.scale)
            # Nothing shines through: what is opaque is copied, not blended, and fills a drawn tile.
            ground.fill(self._background)
            drawing = QPainter(ground)
            if stacked:
                behind = QRect(6, 0, edge - 12, 12)
                draw_frame(drawing, behind, radius=radius, fill=theme.colour("line"), line=None)
            fill = theme.colour("raised" if hovered else "panel")
            draw_frame(drawing, QRect(0, BEHIND, edge, edge), radius=radius, fill=fill, line=None)
            drawing.end()
            self._remember(known, ground)
        return ground

    def _paint_picture(
        self, painter: QPainter, tile: TileState, spot: Spot, thumbnail: QPixmap | None, *, passing: bool
    ) -> None:
        """The picture, whole, in the middle; what was rejected steps back."""
        place = fitted_box(look_shape(tile.look), (spot.x, spot.y, spot.edge, spot.edge))
        left, top, width, height = place
        fills = spot.edge - width <= ROUND_FROM and spot.edge - height <= ROUND_FROM
        radius = self._theme.tokens.sizes.radius_card if fills else 0
        if thumbnail is not None:
            rejected = tile.version is not None and tile.version.judgement.flag is Flag.REJECT
            painter.setOpacity(0.35 if rejected else 1.0)
            if radius and not passing:
                draw_rounded(painter, thumbnail, place, radius, window=place)
            else:
                # Round corners would take longer than all the rest of the tile.
                draw_near(painter, thumbnail, place, spot.scale)
            painter.setOpacity(1.0)
        elif self._thumbnails.is_absent(tile.id):
            colour = QColor.fromRgb(look_colour(tile.look))
            draw_frame(painter, QRect(*place), radius=radius, fill=colour, line=None)
            icon = self._theme.icons.pixmap("image-off", size=20, role="muted", dpr=spot.scale)
            painter.drawPixmap(spot.x + spot.edge // 2 - 10, spot.y + spot.edge // 2 - 10, icon)
        else:
            # For a moment, too.
            inset = 2 if radius else 0
            colour = QColor.fromRgb(look_colour(tile.look))
            fill_box(painter, (left + inset, top + inset, width - 2 * inset, height - 2 * inset), colour)

    def _paint_marks(self, painter: QPainter, tile: TileState, version: Version, spot: Spot) -> None:
        """Price and size on the left, what the person said of it on the right, what is wrong at the top."""
        wide = spot.edge >= WIDE_ENOUGH
        left, right = spot.x + INSET, spot.x + spot.edge - INSET
        line = spot.y + spot.edge - INSET - BADGE
        taken = left
        if wide:
            price = self._badge_of(price_words(version), spot.scale)
            painter.drawPixmap(left, line, price.pixmap)
            taken += price.width + BETWEEN
        for text, icon, colour in self._right_marks(version):
            badge = self._badge_of(text, spot.scale, icon=icon, colour=colour)
            if right - badge.width < taken:
                # No room beside the others: the rest stands above them.
                right, line, taken = spot.x + spot.edge - INSET, line - BADGE - BETWEEN, spot.x
            right -= badge.width
            painter.drawPixmap(right, line, badge.pixmap)
            right -= BETWEEN
        top = spot.y + INSET
        problems = (tile.problem,) if tile.problem else ()
        for words in (*problems, *remarks(version)) if wide else ():
            badge = self._badge_of(words, spot.scale, icon="triangle-alert", most=spot.edge - 2 * INSET)
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
        badge = self._badge_of(text, spot.scale, icon=icon)
        painter.drawPixmap(spot.x + spot.edge - INSET - badge.width, spot.y + INSET, badge.pixmap)

    # Badges: words on a dark ground. Drawn once: the same few stand on all tiles.

    def _badge_of(
        self, text: str, scale: float, *, icon: str = "", colour: str = "on_badge", most: int = 0
    ) -> Badge:
        known = (text, icon, colour, most, scale)
        badge = self._badges.get(known)
        if badge is None:
            badge = self._draw_badge(text, icon, colour, most=most, scale=scale)
            self._remember(known, badge)
        return Badge(badge, round(badge.width() / scale))

    def _remember(self, known: tuple[object, ...], drawn: QPixmap) -> None:
        if len(self._badges) >= MOST_BADGES:
            self._badges.clear()
        self._badges[known] = drawn

    def _draw_badge(self, text: str, icon: str, colour: str, *, most: int, scale: float) -> QPixmap:
        font = self._theme.font(size=self._theme.tokens.sizes.small)
        metrics = QFontMetrics(font)
        before = (16 if text else 12) if icon else 0
        if most:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, most - 12 - before)
        ground = QRect(0, 0, metrics.horizontalAdvance(text) + 12 + before, BADGE)
        badge = QPixmap(ground.size() * scale)
        badge.setDevicePixelRatio(scale)
        badge.fill(Qt.GlobalColor.transparent)
        painter = QPainter(badge)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_frame(painter, ground, radius=4, fill=QColor(self._theme.colour("badge")), line=None)
        if icon == "dot":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(colour))
            painter.drawEllipse(QPointF(ground.center()) + QPointF(0.5, 0.5), 5, 5)
        elif icon:
            pixmap = self._theme.icons.pixmap(icon, size=12, role=colour, dpr=scale)
            painter.drawPixmap(ground.left() + 6, ground.top() + 3, pixmap)
        painter.setFont(font)
        painter.setPen(self._theme.colour("on_badge"))
        words = ground.adjusted(6 + before, 0, -6, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()
        return badge

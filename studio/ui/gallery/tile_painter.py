"""The tile of a version: the picture whole, its price, its children, and what isn't as asked."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap

from studio.domain.judgement import Flag, Label
from studio.domain.listing import look_colour, look_shape
from studio.ui.gallery.fitting import draw_picture, fitted, picture_size
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


def _width(badge: QPixmap) -> int:
    """As it is seen."""
    return round(badge.width() / badge.devicePixelRatio())


class TilePainter:
    """Paints tiles. It never waits: until a thumbnail is there it paints the picture's main colour."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails) -> None:
        self._theme = theme
        self._thumbnails = thumbnails
        self._badges: dict[tuple[object, ...], QPixmap] = {}
        self._tiles: OrderedDict[tuple[object, ...], QPixmap] = OrderedDict()
        self._bytes = 0
        self._seen_bytes = 0
        theme.changed.connect(self._forget)

    def _forget(self) -> None:
        self._badges.clear()
        self._tiles.clear()
        self._bytes = 0

    def make_room(self, pixels: float) -> None:
        """The view has so many device pixels: what fills it is always kept, and half as much again."""
        self._seen_bytes = round(pixels * 6)

    def paint(self, painter: QPainter, tile: TileState, rect: QRect, *, hovered: bool) -> None:
        """Paint it into `rect`. A tile with all that belongs to it is drawn once, then copied."""
        scale = painter.device().devicePixelRatioF()
        thumbnail = self._thumbnails.held(tile.id, picture_size(tile.look, rect.width(), scale))
        if thumbnail is None or tile.version is None:
            self._paint(painter, tile, rect, thumbnail, hovered=hovered)
            return
        version = tile.version
        shown = (version.judgement, version.children, tile.count, tile.opened, tile.problem, hovered)
        known = (tile.id, thumbnail.cacheKey(), rect.width(), *shown, scale)
        drawn = self._tiles.get(known)
        if drawn is None:
            drawn = self._draw(tile, rect.size(), thumbnail, scale, hovered=hovered)
            self._keep(known, drawn)
        else:
            self._tiles.move_to_end(known)
        painter.drawPixmap(rect.left(), rect.top() - BEHIND, drawn)

    def _draw(
        self, tile: TileState, size: QSize, thumbnail: QPixmap, scale: float, *, hovered: bool
    ) -> QPixmap:
        drawn = QPixmap((size + QSize(0, BEHIND)) * scale)
        drawn.setDevicePixelRatio(scale)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self._paint(painter, tile, QRect(QPoint(0, BEHIND), size), thumbnail, hovered=hovered)
        painter.end()
        return drawn

    def _keep(self, known: tuple[object, ...], drawn: QPixmap) -> None:
        self._tiles[known] = drawn
        self._bytes += pixmap_bytes(drawn)
        limit = max(TILE_BYTES * drawn.devicePixelRatio() ** 2, self._seen_bytes)
        while self._bytes > limit and len(self._tiles) > 1:
            _, gone = self._tiles.popitem(last=False)
            self._bytes -= pixmap_bytes(gone)

    def _paint(
        self, painter: QPainter, tile: TileState, rect: QRect, thumbnail: QPixmap | None, *, hovered: bool
    ) -> None:
        ground = self._ground_of(painter, rect.size(), stacked=tile.count > 1, hovered=hovered)
        painter.drawPixmap(rect.left(), rect.top() - BEHIND, ground)
        self._paint_picture(painter, tile, rect, thumbnail, radius=self._theme.tokens.sizes.radius_card)
        if tile.version is not None:
            self._paint_marks(painter, tile, tile.version, rect)
        if tile.count > 1 or tile.opened:
            self._paint_stack(painter, tile, rect)

    def _ground_of(self, painter: QPainter, size: QSize, *, stacked: bool, hovered: bool) -> QPixmap:
        """What lies under every picture, drawn once; over a stack looks the edge of its other pictures."""
        scale = painter.device().devicePixelRatioF()
        known = (size.width(), stacked, hovered, scale)
        ground = self._badges.get(known)
        if ground is None:
            theme, rect = self._theme, QRect(QPoint(0, BEHIND), size)
            radius = theme.tokens.sizes.radius_card
            ground = QPixmap((size + QSize(0, BEHIND)) * scale)
            ground.setDevicePixelRatio(scale)
            ground.fill(Qt.GlobalColor.transparent)
            drawing = QPainter(ground)
            if stacked:
                behind = QRect(6, 0, size.width() - 12, 12)
                draw_frame(drawing, behind, radius=radius, fill=theme.colour("line"), line=None)
            fill = theme.colour("raised" if hovered else "panel")
            draw_frame(drawing, rect, radius=radius, fill=fill, line=None)
            drawing.end()
            self._remember(known, ground)
        return ground

    def _paint_picture(
        self, painter: QPainter, tile: TileState, rect: QRect, thumbnail: QPixmap | None, *, radius: float
    ) -> None:
        """The picture, whole, in the middle of `rect`; what was rejected steps back."""
        place = fitted(*look_shape(tile.look), rect)
        fills = rect.width() - place.width() <= ROUND_FROM and rect.height() - place.height() <= ROUND_FROM
        radius = radius if fills else 0
        colour = QColor.fromRgb(look_colour(tile.look))
        if thumbnail is not None:
            rejected = tile.version is not None and tile.version.judgement.flag is Flag.REJECT
            painter.setOpacity(0.35 if rejected else 1.0)
            draw_picture(painter, thumbnail, place, radius=radius)
            painter.setOpacity(1.0)
        elif self._thumbnails.is_absent(tile.id):
            draw_frame(painter, place, radius=radius, fill=colour, line=None)
            scale = painter.device().devicePixelRatioF()
            icon = self._theme.icons.pixmap("image-off", size=20, role="muted", dpr=scale)
            painter.drawPixmap(rect.center().x() - 9, rect.center().y() - 9, icon)
        else:
            # For a moment: round corners would take longer than all the rest of the tile.
            edge = 2 if radius else 0
            painter.fillRect(place.adjusted(edge, edge, -edge, -edge), colour)

    def _paint_marks(self, painter: QPainter, tile: TileState, version: Version, rect: QRect) -> None:
        """Price and size on the left, what the person said of it on the right, what is wrong at the top."""
        wide = rect.width() >= WIDE_ENOUGH
        bottom = rect.bottom() - INSET - BADGE + 1
        if wide:
            self._badge(painter, price_words(version), QPoint(rect.left() + INSET, bottom))
        taken = rect.left() + INSET
        if wide:
            taken += _width(self._badge_of(painter, price_words(version))) + BETWEEN
        right, line = rect.right() - INSET + 1, bottom
        for text, icon, colour in self._right_marks(version):
            badge = self._badge_of(painter, text, icon=icon, colour=colour)
            if right - _width(badge) < taken:
                # No room beside the others: the rest stands above them.
                right, line, taken = rect.right() - INSET + 1, line - BADGE - BETWEEN, rect.left()
            right -= _width(badge)
            painter.drawPixmap(right, line, badge)
            right -= BETWEEN
        top = rect.top() + INSET
        problems = (tile.problem,) if tile.problem else ()
        for words in (*problems, *remarks(version)) if wide else ():
            most = rect.width() - 2 * INSET
            self._badge(painter, words, QPoint(rect.left() + INSET, top), icon="triangle-alert", most=most)
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
        if tile.count == 1 and not tile.opened:
            return QRect()
        width = 44
        return QRect(rect.right() - INSET - width + 1, rect.top() + INSET, width, BADGE)

    def _paint_stack(self, painter: QPainter, tile: TileState, rect: QRect) -> None:
        icon = "layers" if tile.count > 1 else "chevron-left"
        text = str(tile.count) if tile.count > 1 else ""
        badge = self._badge_of(painter, text, icon=icon)
        painter.drawPixmap(rect.right() - INSET - _width(badge) + 1, rect.top() + INSET, badge)

    # Badges: words on a dark ground. Drawn once: the same few stand on all tiles.

    def _badge(self, painter: QPainter, text: str, at: QPoint, *, icon: str = "", most: int = 0) -> None:
        painter.drawPixmap(at, self._badge_of(painter, text, icon=icon, most=most))

    def _badge_of(
        self, painter: QPainter, text: str, *, icon: str = "", colour: str = "on_badge", most: int = 0
    ) -> QPixmap:
        scale = painter.device().devicePixelRatioF()
        known = (text, icon, colour, most, scale)
        badge = self._badges.get(known)
        if badge is None:
            badge = self._draw_badge(text, icon, colour, most=most, scale=scale)
            self._remember(known, badge)
        return badge

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

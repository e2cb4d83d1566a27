"""The tile of a version: the picture whole, its price, its children, and what isn't as asked."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPixmap, QTransform

from studio.ui.kit import draw_frame
from studio.viewmodels.tile import delivered_words, price_words
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from studio.domain.version import Version
    from studio.ui.theme import Theme
    from studio.viewmodels.thumbnails import Thumbnails

INSET = 8
BADGE = 18
ROUND_FROM = 4
MOST_BADGES = 200
MOST_TILES = 120
"""Drawn tiles that are kept: more than are seen at once, a few megabytes at the usual size."""


def fitted(width: int, height: int, box: QRect) -> QRect:
    """The largest place of this shape in the middle of the box."""
    size = QSize(width, height).scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
    size = size.expandedTo(QSize(1, 1))
    left = box.left() + (box.width() - size.width()) // 2
    top = box.top() + (box.height() - size.height()) // 2
    return QRect(left, top, size.width(), size.height())


def covering(width: int, height: int, box: QRect) -> QRect:
    """The smallest place of this shape that covers the box, in its middle."""
    size = QSize(width, height).scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    left = box.left() + (box.width() - size.width()) // 2
    top = box.top() + (box.height() - size.height()) // 2
    return QRect(left, top, size.width(), size.height())


def draw_picture(
    painter: QPainter, pixmap: QPixmap, place: QRect, *, radius: float, window: QRect | None = None
) -> None:
    """The pixmap in `place`, with round corners where `radius` is more than 0; only what is in `window`."""
    if radius <= 0:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, pixmap)
        return
    brush = QBrush(pixmap)
    moved = QTransform.fromTranslate(place.left(), place.top())
    width = pixmap.width() / pixmap.devicePixelRatio()
    height = pixmap.height() / pixmap.devicePixelRatio()
    brush.setTransform(moved.scale(place.width() / width, place.height() / height))
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush)
    painter.drawRoundedRect(window or place, radius, radius)


class TilePainter:
    """Paints tiles. It never waits: until a thumbnail is there it paints the picture's main colour."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails) -> None:
        self._theme = theme
        self._thumbnails = thumbnails
        self._badges: dict[tuple[str, str, int, float], QPixmap] = {}
        self._tiles: OrderedDict[tuple[object, ...], QPixmap] = OrderedDict()
        theme.changed.connect(self._forget)

    def _forget(self) -> None:
        self._badges.clear()
        self._tiles.clear()

    def paint(
        self, painter: QPainter, version: Version, rect: QRect, *, children: int, hovered: bool
    ) -> None:
        """Paint it into `rect`. A tile with its thumbnail is drawn once, then copied."""
        scale = painter.device().devicePixelRatioF()
        place = fitted(version.width, version.height, rect)
        thumbnail = self._thumbnails.pixmap(version.id, place.size() * scale)
        if thumbnail is None:
            self._paint(painter, version, rect, children=children, hovered=hovered)
            return
        known = (version.id, thumbnail.cacheKey(), rect.width(), rect.height(), children, hovered, scale)
        tile = self._tiles.pop(known, None)
        if tile is None:
            tile = QPixmap(rect.size() * scale)
            tile.setDevicePixelRatio(scale)
            tile.fill(Qt.GlobalColor.transparent)
            drawing = QPainter(tile)
            box = QRect(QPoint(), rect.size())
            self._paint(drawing, version, box, children=children, hovered=hovered)
            drawing.end()
        self._tiles[known] = tile
        if len(self._tiles) > MOST_TILES:
            self._tiles.popitem(last=False)
        painter.drawPixmap(rect.topLeft(), tile)

    def _paint(
        self, painter: QPainter, version: Version, rect: QRect, *, children: int, hovered: bool
    ) -> None:
        theme = self._theme
        radius = theme.tokens.sizes.radius_card
        ground = theme.colour("raised" if hovered else "panel")
        draw_frame(painter, rect, radius=radius, fill=ground, line=None)
        self.paint_picture(painter, version, rect, radius=radius)
        bottom = rect.bottom() - INSET - BADGE + 1
        self._badge(painter, price_words(version), QRect(rect.left() + INSET, bottom, 0, BADGE))
        if children:
            self._branches(painter, children, rect.right() - INSET + 1, bottom)
        self._remarks(painter, version, rect)

    def paint_picture(self, painter: QPainter, version: Version, rect: QRect, *, radius: float) -> None:
        """Only the picture, whole, in the middle of `rect`."""
        place = fitted(version.width, version.height, rect)
        fills = rect.width() - place.width() <= ROUND_FROM and rect.height() - place.height() <= ROUND_FROM
        radius = radius if fills else 0
        scale = painter.device().devicePixelRatioF()
        pixmap = self._thumbnails.pixmap(version.id, place.size() * scale)
        if pixmap is not None:
            draw_picture(painter, pixmap, place, radius=radius)
            return
        colour = QColor(version.palette[0]) if version.palette else self._theme.colour("raised")
        draw_frame(painter, place, radius=radius, fill=colour, line=None)
        if self._thumbnails.is_absent(version.id):
            icon = self._theme.icons.pixmap("image-off", size=20, role="muted", dpr=scale)
            painter.drawPixmap(rect.center().x() - 9, rect.center().y() - 9, icon)

    def _remarks(self, painter: QPainter, version: Version, rect: QRect) -> None:
        """What isn't as asked stands at the top, in words."""
        remarks: list[str] = []
        if version.matches_size is False:
            remarks.append(delivered_words(version))
        if version.arrived_after_cancel:
            remarks.append(translate("tile", "arrived after cancel"))
        top = rect.top() + INSET
        for words in remarks:
            place = QRect(rect.left() + INSET, top, rect.width() - 2 * INSET, BADGE)
            self._badge(painter, words, place, icon="triangle-alert")
            top += BADGE + 4

    def _badge(self, painter: QPainter, text: str, place: QRect, *, icon: str = "") -> None:
        """Words on a dark ground, starting at the place's left; its width, where given, is the most."""
        scale = painter.device().devicePixelRatioF()
        known = (text, icon, place.width(), scale)
        badge = self._badges.get(known)
        if badge is None:
            # Drawn once: the same few stand on all tiles.
            badge = self._draw_badge(text, icon, most=place.width(), scale=scale)
            if len(self._badges) >= MOST_BADGES:
                self._badges.clear()
            self._badges[known] = badge
        painter.drawPixmap(place.topLeft(), badge)

    def _draw_badge(self, text: str, icon: str, *, most: int, scale: float) -> QPixmap:
        font = self._theme.font(size=self._theme.tokens.sizes.small)
        metrics = QFontMetrics(font)
        before = 16 if icon else 0
        if most:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, most - 12 - before)
        ground = QRect(0, 0, metrics.horizontalAdvance(text) + 12 + before, BADGE)
        badge = QPixmap(ground.size() * scale)
        badge.setDevicePixelRatio(scale)
        badge.fill(Qt.GlobalColor.transparent)
        painter = QPainter(badge)
        draw_frame(painter, ground, radius=4, fill=QColor(self._theme.colour("badge")), line=None)
        if icon:
            self._icon(painter, icon, ground)
        painter.setFont(font)
        painter.setPen(self._theme.colour("on_badge"))
        words = ground.adjusted(6 + before, 0, -6, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()
        return badge

    def _branches(self, painter: QPainter, children: int, right: int, top: int) -> None:
        painter.setFont(self._theme.font(size=self._theme.tokens.sizes.small))
        text = str(children)
        width = QFontMetrics(painter.font()).horizontalAdvance(text) + 28
        ground = QRect(right - width, top, width, BADGE)
        draw_frame(painter, ground, radius=4, fill=QColor(self._theme.colour("badge")), line=None)
        self._icon(painter, "git-branch", ground)
        painter.setPen(self._theme.colour("on_badge"))
        painter.drawText(
            ground.adjusted(21, 0, -6, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text
        )

    def _icon(self, painter: QPainter, name: str, ground: QRect) -> None:
        scale = painter.device().devicePixelRatioF()
        icon = self._theme.icons.pixmap(name, size=12, role="on_badge", dpr=scale)
        painter.drawPixmap(ground.left() + 6, ground.top() + 3, icon)

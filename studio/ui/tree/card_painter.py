"""The cards of a drawn tree: a version's picture with two lines of words, and what is folded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPen, QPixmap

from studio.domain.flags import Flag
from studio.ui.gallery.fitting import draw_picture, fitted
from studio.ui.kit import draw_frame
from studio.ui.tree.items import FRAME
from studio.ui.tree.placeholder import STEPPED_BACK, draw_empty_frame, draw_icon
from studio.viewmodels.branches import is_gone
from studio.viewmodels.tree_words import folded_words, node_line, node_title

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from studio.domain.version import Version
    from studio.ui.theme import Theme
    from studio.viewmodels.thumbnails import Thumbnails
    from studio.viewmodels.tree_plan import TreeNode

WORDS = 40
"""How high the two lines are that stand under a picture, at every scale."""

WORDS_FROM = 116
"""Cards as wide as this have words."""

MARKS_FROM = 64
PICTURES_FROM = 24
"""Narrower ones are only their main colour."""

EDGES = (64, 128, 256, 512)
"""Of thumbnails that are asked for: zooming a little asks for no others."""


class CardPainter:
    """Paints one card at a time. It never waits: until a thumbnail is there it paints the main colour."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails) -> None:
        self._theme = theme
        self._thumbnails = thumbnails

    def has_pictures(self, width: float) -> bool:
        """Whether cards of this width are more than their main colour."""
        return width >= PICTURES_FROM

    def wanted(self, node: TreeNode, width: float, scale: float) -> tuple[str, QSize] | None:
        """The thumbnail that this card shows, by id and size, None for one that shows none."""
        version = node.version
        if version is None or version.purged:
            return None
        edge = next((edge for edge in EDGES if edge >= width * scale), EDGES[-1])
        return version.id, fitted(version.width, version.height, QRect(0, 0, edge, edge)).size()

    def paint(
        self,
        painter: QPainter,
        node: TreeNode,
        rect: QRectF,
        *,
        chosen: bool,
        hovered: bool,
        linked: str = "",
    ) -> None:
        """Paint it into `rect`; `linked` names the file outside that holds the version."""
        if node.version is None:
            self._paint_fold(painter, node, rect, hovered=hovered)
        elif rect.width() < PICTURES_FROM:
            painter.fillRect(rect, self._colour(node.version))
        else:
            self._paint_card(painter, node, node.version, rect, hovered=hovered)
            if linked and rect.width() >= MARKS_FROM:
                self._paint_linked(painter, linked, rect)
        if chosen:
            self._paint_frame(painter, rect)

    def _paint_frame(self, painter: QPainter, rect: QRectF) -> None:
        away = FRAME - 1
        frame = rect.adjusted(-away, -away, away, away)
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = self._radius(rect) + away
        painter.drawRoundedRect(frame, radius, radius)

    def _radius(self, rect: QRectF) -> float:
        return min(self._theme.tokens.sizes.radius_card, rect.width() / 12)

    def _paint_card(
        self, painter: QPainter, node: TreeNode, version: Version, rect: QRectF, *, hovered: bool
    ) -> None:
        theme, has_words = self._theme, rect.width() >= WORDS_FROM
        if version.purged:
            draw_empty_frame(painter, theme, rect, radius=self._radius(rect))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("raised" if hovered else "panel"))
            painter.drawRoundedRect(rect, self._radius(rect), self._radius(rect))
        picture = rect.adjusted(0, 0, 0, -WORDS if has_words else 0)
        back = node.put_away or is_gone(version) or version.judgement.flag is Flag.REJECT
        painter.setOpacity(STEPPED_BACK if back else 1.0)
        self._paint_picture(painter, version, picture.toAlignedRect(), bare=not has_words)
        if has_words:
            self._paint_words(painter, node, rect)
        painter.setOpacity(1.0)
        if rect.width() >= MARKS_FROM:
            self._paint_marks(painter, version, picture)

    def _paint_picture(self, painter: QPainter, version: Version, rect: QRect, *, bare: bool) -> None:
        if version.purged:
            draw_icon(painter, self._theme, "trash-2", QRectF(rect))
            return
        place = fitted(version.width, version.height, rect)
        scale = painter.device().devicePixelRatioF()
        edge = next((edge for edge in EDGES if edge >= rect.width() * scale), EDGES[-1])
        asked = fitted(version.width, version.height, QRect(0, 0, edge, edge)).size()
        pixmap: QPixmap | None = self._thumbnails.held(version.id, asked)
        rounds = bare and rect.width() - place.width() <= FRAME and rect.height() - place.height() <= FRAME
        if pixmap is not None:
            draw_picture(painter, pixmap, place, radius=self._radius(QRectF(rect)) if rounds else 0)
            return
        painter.fillRect(place, self._colour(version))
        if self._thumbnails.is_absent(version.id):
            draw_icon(painter, self._theme, "image-off", QRectF(place))

    def _colour(self, version: Version) -> QColor:
        return QColor(version.palette[0]) if version.palette else self._theme.colour("raised")

    def _paint_words(self, painter: QPainter, node: TreeNode, rect: QRectF) -> None:
        sizes, top = self._theme.tokens.sizes, rect.bottom() - WORDS + 5
        for text, size, role in (
            (node_title(node), sizes.label, "text"),
            (node_line(node), sizes.small, "muted"),
        ):
            font = self._theme.font(size=size)
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(self._theme.colour(role))
            line = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()) - 20)
            painter.drawText(QPointF(rect.left() + 10, top + metrics.ascent()), line)
            top += 16

    # Marks: what the person says of the branch, on a dark ground over the picture

    def _paint_marks(self, painter: QPainter, version: Version, rect: QRectF) -> None:
        mark, at, most = version.branch, rect.topLeft() + QPointF(6, 6), rect.width() - 12
        if mark.name:
            self._paint_badge(painter, "git-branch", mark.name, at, most)
            at += QPointF(0, 22)
        words = [("eye-off", mark.hidden), ("archive", mark.archived), ("trash-2", version.trashed)]
        for icon, holds in words:
            if holds and not version.purged:
                self._paint_badge(painter, icon, "", at, most)
                at += QPointF(26, 0)

    def _paint_linked(self, painter: QPainter, name: str, rect: QRectF) -> None:
        """At the lower edge of the picture: the other marks stand at the upper one."""
        words = WORDS if rect.width() >= WORDS_FROM else 0
        at = QPointF(rect.left() + 6, rect.bottom() - words - 24)
        self._paint_badge(painter, "link", name, at, rect.width() - 12)

    def _paint_badge(self, painter: QPainter, icon: str, text: str, at: QPointF, most: float) -> None:
        theme = self._theme
        font = theme.font(size=theme.tokens.sizes.small)
        metrics = QFontMetrics(font)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(most) - 28)
        width = metrics.horizontalAdvance(text) + (28 if text else 22)
        ground = QRect(round(at.x()), round(at.y()), width, 18)
        draw_frame(painter, ground, radius=4, fill=theme.colour("badge"), line=None)
        pixmap = theme.icons.pixmap(icon, size=12, role="on_badge", dpr=painter.device().devicePixelRatioF())
        painter.drawPixmap(ground.left() + 5, ground.top() + 3, pixmap)
        painter.setFont(font)
        painter.setPen(theme.colour("on_badge"))
        words = ground.adjusted(21, 0, -4, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    # What is folded

    def _paint_fold(self, painter: QPainter, node: TreeNode, rect: QRectF, *, hovered: bool) -> None:
        theme = self._theme
        pen = QPen(theme.colour("faint" if hovered else "line"), 1)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(theme.colour("panel") if hovered else Qt.BrushStyle.NoBrush)
        radius = rect.height() / 2
        painter.drawRoundedRect(rect, radius, radius)
        icon = "eye-off" if node.hidden else "archive"
        if rect.width() < MARKS_FROM:
            if rect.width() >= PICTURES_FROM:
                draw_icon(painter, theme, icon, rect)
            return
        font = theme.font(size=theme.tokens.sizes.label)
        metrics = QFontMetrics(font)
        text = metrics.elidedText(folded_words(node), Qt.TextElideMode.ElideRight, int(rect.width()) - 40)
        left = rect.center().x() - (metrics.horizontalAdvance(text) + 18) / 2
        scale = painter.device().devicePixelRatioF()
        pixmap = theme.icons.pixmap(icon, size=12, role="muted", dpr=scale)
        painter.drawPixmap(QPointF(left, rect.center().y() - 6), pixmap)
        painter.setFont(font)
        painter.setPen(theme.colour("muted"))
        baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(left + 18, baseline), text)

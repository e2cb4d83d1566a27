"""Badges: words and icons on a dark ground, as they stand on pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap

from studio.ui.gallery.drawings import Drawings
from studio.ui.kit.look import draw_frame

if TYPE_CHECKING:
    from studio.ui.theme import Theme

BADGE = 18
"""How high one is."""


class Badge(NamedTuple):
    """A badge, and its width as it is seen."""

    pixmap: QPixmap
    width: int


class Badges:
    """Each is drawn once: the same few stand on all tiles."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._drawings = Drawings(theme, most=200)

    def of(
        self, text: str, scale: float, *, icon: str = "", colour: str = "on_badge", most: int = 0
    ) -> Badge:
        """Icon, then text, which is cut where the badge would be wider than `most`, unless that is 0."""
        known = (text, icon, colour, most, scale)
        badge = self._drawings.get(known, lambda: self._draw(text, icon, colour, most=most, scale=scale))
        return Badge(badge, round(badge.width() / scale))

    def _draw(self, text: str, icon: str, colour: str, *, most: int, scale: float) -> QPixmap:
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

"""Two places to let go what is dragged over the gallery."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from studio.ui.kit.look import announce, draw_frame

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from studio.ui.theme import Theme

MARGIN, GAP, ICON = 16, 12, 24
LOWEST_STRIP, HIGHEST_STRIP = 64, 140


class DropOverlay(QWidget):
    """Lies over its parent while something is dragged there; never takes the mouse itself."""

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self._theme = theme
        self._host = host
        self._words = ""
        self._over_references = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def is_over_references(self) -> bool:
        """Whether what is let go now is to be sent along with the next order."""
        return self._over_references

    @property
    def words(self) -> tuple[str, str]:
        """What stands in the two places."""
        return self._words, self.tr("Use as references")

    def offer(self, words: str) -> None:
        """Come up, with these words for importing."""
        self._words = words
        self._over_references = False
        self.setGeometry(self._host.rect())
        self.setAccessibleName(words)
        self.show()
        self.raise_()
        announce(self, words)

    def point(self, place: QPoint) -> None:
        """The pointer is here."""
        over = place.y() >= self._references().top()
        if over != self._over_references:
            self._over_references = over
            self.setAccessibleName(self.words[over])
            announce(self, self.words[over])
            self.update()

    def import_place(self) -> QRect:
        """Where letting go imports."""
        return QRect(MARGIN, MARGIN, self.width() - 2 * MARGIN, self._references().top() - GAP - MARGIN)

    def references_place(self) -> QRect:
        """Where letting go adds references."""
        return self._references()

    def _references(self) -> QRect:
        height = min(HIGHEST_STRIP, max(LOWEST_STRIP, self.height() // 5))
        return QRect(MARGIN, self.height() - MARGIN - height, self.width() - 2 * MARGIN, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = self._theme.colour("background")
        ground.setAlphaF(0.86)
        painter.fillRect(self.rect(), ground)
        importing, references = self.words
        chosen = self._over_references
        self._paint_place(painter, self.import_place(), "download", importing, chosen=not chosen)
        self._paint_place(painter, self.references_place(), "image-plus", references, chosen=chosen)

    def _paint_place(self, painter: QPainter, rect: QRect, icon: str, words: str, *, chosen: bool) -> None:
        theme = self._theme
        radius = theme.tokens.sizes.radius_card
        fill = theme.colour("hover" if chosen else "panel")
        draw_frame(painter, rect, radius=radius, fill=fill, line=None)
        pen = QPen(theme.colour("text" if chosen else "line"), 2 if chosen else 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
        role = "text" if chosen else "muted"
        pixmap = theme.icons.pixmap(icon, size=ICON, role=role, dpr=self.devicePixelRatioF())
        centre = rect.center()
        painter.drawPixmap(centre.x() - ICON // 2, centre.y() - ICON - 2, pixmap)
        painter.setPen(theme.colour(role))
        below = QRect(rect.left(), centre.y() + 6, rect.width(), painter.fontMetrics().height() + 4)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, words)

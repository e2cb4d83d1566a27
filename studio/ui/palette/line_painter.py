"""Draws a line of the palette: what was typed stands out, category and keys stand at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from studio.ui.kit import draw_frame
from studio.viewmodels.actions import cap_words
from studio.viewmodels.palette import Hit, PaletteRole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPainter

    from studio.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
HEIGHT = 34
PAD = 10
GAP = 12
ICON = 16
CAP_HEIGHT = 20
CAP_PAD = 6
CATEGORY = 200


class LinePainter(QStyledItemDelegate):
    """`typed` tells whether anything is typed: without it every letter of a title stands out."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._dress()
        theme.changed.connect(self._dress)

    def _dress(self) -> None:
        theme, sizes = self._theme, self._theme.tokens.sizes
        self._plain = theme.font(size=sizes.text)
        self._strong = theme.font(size=sizes.text, weight=QFont.Weight.Bold)
        self._label = theme.font(size=sizes.label)
        self._small = theme.font(size=sizes.small)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All lines are as high."""
        del option, index
        return QSize(200, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """From the right to the left: keys, category, and the title in what is left."""
        hit = index.data(PaletteRole.HIT)
        if not isinstance(hit, Hit):
            return
        rect: QRect = option.rect
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            radius = self._theme.tokens.sizes.radius_control
            draw_frame(painter, rect, radius=radius, fill=self._theme.colour("hover"), line=None)
        self._draw_icon(painter, hit.entry.icon, rect)
        right = self._draw_keys(painter, hit.entry.key, rect, line="faint" if selected else "line")
        right = self._draw_category(painter, hit.entry.category, rect, right)
        left = rect.left() + PAD + ICON + PAD
        self._draw_title(painter, hit, QRect(left, rect.top(), right - left, rect.height()))
        painter.restore()

    def _draw_icon(self, painter: QPainter, name: str, rect: QRect) -> None:
        if name:
            scale = painter.device().devicePixelRatio()
            icon = self._theme.icons.pixmap(name, size=ICON, role="muted", dpr=scale)
            painter.drawPixmap(rect.left() + PAD, rect.top() + (rect.height() - ICON) // 2, icon)

    def _draw_keys(self, painter: QPainter, key: str, rect: QRect, *, line: str) -> int:
        """Returns where there is room up to."""
        right = rect.right() - PAD
        if not key:
            return right
        words = cap_words(key)
        width = max(QFontMetrics(self._small).horizontalAdvance(words) + 2 * CAP_PAD, CAP_HEIGHT)
        cap = QRect(right - width, rect.top() + (rect.height() - CAP_HEIGHT) // 2, width, CAP_HEIGHT)
        draw_frame(painter, cap, radius=4, fill=None, line=self._theme.colour(line))
        self._draw_words(painter, words, cap, self._small, Qt.AlignmentFlag.AlignCenter)
        return cap.left() - GAP

    def _draw_category(self, painter: QPainter, category: str, rect: QRect, right: int) -> int:
        metrics = QFontMetrics(self._label)
        width = min(metrics.horizontalAdvance(category), CATEGORY, max(0, (right - rect.left()) // 2))
        words = metrics.elidedText(category, Qt.TextElideMode.ElideRight, width + 1)
        room = QRect(right - width, rect.top(), width + 1, rect.height())
        self._draw_words(painter, words, room, self._label, Qt.AlignmentFlag.AlignRight)
        return room.left() - GAP

    def _draw_words(
        self, painter: QPainter, words: str, room: QRect, font: QFont, side: Qt.AlignmentFlag
    ) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, words)

    def _draw_title(self, painter: QPainter, hit: Hit, room: QRect) -> None:
        metrics = QFontMetrics(self._plain)
        base = room.top() + (room.height() + metrics.ascent() - metrics.descent()) / 2
        left = float(room.left())
        for part, stands_out in runs(hit):
            font = self._strong if stands_out and hit.places else self._plain
            measured = QFontMetrics(font)
            width = measured.horizontalAdvance(part)
            last = left + width > room.right()
            shown = (
                measured.elidedText(part, Qt.TextElideMode.ElideRight, int(room.right() - left))
                if last
                else part
            )
            painter.setFont(font)
            painter.setPen(self._theme.colour("text" if stands_out else "muted"))
            painter.drawText(QPointF(left, base), shown)
            if last:
                break
            left += width


def runs(hit: Hit) -> Iterator[tuple[str, bool]]:
    """The title in parts, each with whether it stands out: what was typed does, or all of it."""
    title, places = hit.entry.title, frozenset(hit.places)
    if not places:
        yield title, True
        return
    start = 0
    for at in range(1, len(title) + 1):
        if at == len(title) or (at in places) != (start in places):
            yield title[start:at], start in places
            start = at

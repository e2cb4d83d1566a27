"""How a board of groups is painted: a dot and two lines for the name, figures at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from studio.ui.groups.board_model import ROW
from studio.ui.kit import draw_dot, draw_frame
from studio.viewmodels.groups_board import BoardRow

if TYPE_CHECKING:
    from studio.ui.groups.board_model import Index
    from studio.ui.theme import Theme

HEIGHT = 38
SIDE, GAP, DENSE_GAP = 6, 8, 4
DOT = 18
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ELIDED = Qt.TextElideMode.ElideRight


class BoardPainter(QStyledItemDelegate):
    """The chosen group stands on a ground of its own; one that another beats is muted. `dense` where there is
    little room.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.dense = False

    @property
    def gap(self) -> int:
        """Beside the words of a cell."""
        return DENSE_GAP if self.dense else GAP

    @property
    def _text(self) -> int:
        sizes = self._theme.tokens.sizes
        return sizes.label if self.dense else sizes.text

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as its words."""
        row = index.data(ROW)
        if not isinstance(row, BoardRow):
            return QSize(0, HEIGHT)
        sizes = self._theme.tokens.sizes
        if index.column():
            return QSize(self._width(index.data(), self._text) + 2 * self.gap, HEIGHT)
        badge = self._width(row.badge, sizes.small) + 12 + GAP if row.badge and not self.dense else 0
        second = self._width(row.second, sizes.small)
        return QSize(SIDE + DOT + max(self._name_width(row) + badge, second) + self.gap, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, BoardRow):
            return
        painter.save()
        area = option.rect
        if row.chosen:
            painter.fillRect(area, self._theme.colour("raised"))
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if index.column():
            role = "muted" if row.beaten or index.column() == len(row.cells) else "text"
            words = area.adjusted(self.gap, 0, -self.gap, 0)
            self._write(painter, words, str(index.data()), role=role, align=_RIGHT)
        else:
            self._paint_name(painter, area.adjusted(SIDE, 0, -self.gap, 0), row)
        painter.restore()

    def _paint_name(self, painter: QPainter, area: QRect, row: BoardRow) -> None:
        sizes = self._theme.tokens.sizes
        draw_dot(painter, QPointF(area.left() + 4, area.center().y() + 1), self._theme.colour(row.role))
        lines = area.adjusted(DOT, 0, 0, 0)
        # Where there is little room, the badge stands among the small words.
        second = " · ".join(filter(None, (row.badge if self.dense else "", row.second)))
        first = QRect(lines.left(), lines.top() + 4, lines.width(), 17) if second else QRect(lines)
        if second:
            under = QRect(lines.left(), first.bottom(), lines.width(), 13)
            self._write(painter, under, second, role="muted", size=sizes.small)
        if row.badge and not self.dense:
            room = self._width(row.badge, sizes.small) + 12
            after = min(self._name_width(row) + GAP, first.width() - room)
            badge = QRect(first.left() + after, first.center().y() - 8, room, 17)
            draw_frame(painter, badge, radius=4, fill=self._theme.colour("hover"), line=None)
            self._write(
                painter, badge, row.badge, role="text", size=sizes.small, align=Qt.AlignmentFlag.AlignCenter
            )
            first.setWidth(after - 2)
        role = "muted" if row.beaten else "text"
        weight = QFont.Weight.DemiBold if row.chosen else QFont.Weight.Normal
        self._write(painter, first, row.name, role=role, weight=weight)

    def _write(
        self,
        painter: QPainter,
        area: QRect,
        words: str,
        *,
        role: str,
        size: int | None = None,
        align: Qt.AlignmentFlag = _LEFT,
        weight: QFont.Weight = QFont.Weight.Normal,
    ) -> None:
        painter.setFont(self._theme.font(size=size or self._text, weight=weight))
        painter.setPen(self._theme.colour(role))
        shown = QFontMetrics(painter.font()).elidedText(words, _ELIDED, area.width())
        painter.drawText(area, align, shown)

    def _name_width(self, row: BoardRow) -> int:
        """As wide as when it is chosen, so that choosing moves nothing."""
        font = self._theme.font(size=self._text, weight=QFont.Weight.DemiBold)
        return QFontMetrics(font).horizontalAdvance(row.name) + 1

    def _width(self, words: str, size: int) -> int:
        return QFontMetrics(self._theme.font(size=size)).horizontalAdvance(words) + 1

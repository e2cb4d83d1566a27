"""What a field offers while it is written in: a list under it, moved in with the keys of the field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from studio.ui.kit.look import announce, draw_frame
from studio.ui.kit.popover import Popover

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPainter

    from studio.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
LINE, MOST_LINES, PAD = 30, 12, 10
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Offer:
    """`title` is what would be taken, `note` what it means."""

    title: str
    note: str = ""


class OffersModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._offers: list[Offer] = []

    def show(self, offers: Sequence[Offer]) -> None:
        """Hold these: rows change their words, and come and go at the end."""
        held = len(self._offers)
        if len(offers) < held:
            self.beginRemoveRows(NOWHERE, len(offers), held - 1)
            del self._offers[len(offers) :]
            self.endRemoveRows()
        kept = len(self._offers)
        if kept and self._offers != list(offers[:kept]):
            self._offers[:] = offers[:kept]
            self.dataChanged.emit(self.index(0), self.index(kept - 1))
        if len(offers) > kept:
            self.beginInsertRows(NOWHERE, kept, len(offers) - 1)
            self._offers.extend(offers[kept:])
            self.endInsertRows()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._offers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        offer = self._offers[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return offer.title
            case Qt.ItemDataRole.AccessibleDescriptionRole | Qt.ItemDataRole.UserRole:
                return offer.note
            case _:
                return None


class _Lines(QStyledItemDelegate):
    """The offer at the left, what it means at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = self._theme, option.rect
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            radius = theme.tokens.sizes.radius_control
            draw_frame(painter, rect, radius=radius, fill=theme.colour("hover"), line=None)
        room = rect.adjusted(PAD, 0, -PAD, 0)
        title, note = str(index.data()), str(index.data(Qt.ItemDataRole.UserRole))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font(size=theme.tokens.sizes.text))
        painter.setPen(theme.colour("text"))
        widest = room.width() if not note else max(room.width() // 2, 120)
        shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, widest)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | middle, shown)
        room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(shown) + 2 * PAD)
        painter.setFont(theme.font(size=theme.tokens.sizes.small))
        painter.setPen(theme.colour("muted"))
        shown = painter.fontMetrics().elidedText(note, Qt.TextElideMode.ElideRight, max(0, room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | middle, shown)


class OfferList(Popover):
    """The focus stays in the field, which gives its keys to `take_key`. `taken` carries the row."""

    taken = Signal(int)

    def __init__(self, theme: Theme, field: QWidget, *, name: str, narrowest: int = 0) -> None:
        super().__init__(field, name=name)
        self._field = field
        self._narrowest = narrowest
        self._model = OffersModel()
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(_Lines(theme, self._list))
        self._list.setAccessibleName(name)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(self._take)
        self.body.addWidget(self._list)
        theme.changed.connect(self._list.viewport().update)

    @property
    def row(self) -> int | None:
        """The row that the keys chose, None while none is."""
        index = self._list.currentIndex()
        return index.row() if index.isValid() else None

    def offer(self, offers: Sequence[Offer], *, chosen: int | None = None) -> None:
        """Show these; without any it closes. Without a row that is chosen a key has to choose one."""
        self._model.show(offers)
        self._list.setCurrentIndex(NOWHERE)
        if not offers:
            self.dismiss()
            return
        self.open()
        if chosen is not None:
            self._choose(chosen)

    def sizeHint(self) -> QSize:
        margins = self.body.contentsMargins()
        lines = min(self._model.rowCount(), MOST_LINES)
        width = max(self._field.width(), self._narrowest)
        return QSize(width, lines * LINE + margins.top() + margins.bottom() + 2)

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether the key meant the list: up and down choose, Tab and Enter take, Escape closes."""
        if self.isHidden():
            return False
        match event.key():
            case Qt.Key.Key_Down:
                self._step(1)
            case Qt.Key.Key_Up:
                self._step(-1)
            case Qt.Key.Key_Escape:
                self.dismiss()
            case Qt.Key.Key_Tab:
                self.taken.emit(self.row or 0)
            case key if key in ENTER and self.row is not None:
                self.taken.emit(self.row)
            case _:
                return False
        return True

    def _take(self, index: QModelIndex) -> None:
        self.taken.emit(index.row())

    def _step(self, by: int) -> None:
        count = self._model.rowCount()
        self._choose((0 if by > 0 else count - 1) if self.row is None else (self.row + by) % count)

    def _choose(self, row: int) -> None:
        index = self._model.index(row)
        self._list.setCurrentIndex(index)
        # The focus isn't in the list, so nobody would hear what is chosen there.
        announce(self._field, f"{index.data()}, {index.data(Qt.ItemDataRole.UserRole)}")

"""Draws a line of the switcher, and lets its name be written anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from studio.ui.kit import TextField, draw_frame
from studio.viewmodels.place_entries import Entry, EntryKind, EntryRole

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPixmap

    from studio.ui.theme import Theme
    from studio.viewmodels.thumbnails import Thumbnails

Index = QModelIndex | QPersistentModelIndex
COVER = 32
PAD = 8
HEIGHTS = {EntryKind.HEADING: 28, EntryKind.PROJECT: 44, EntryKind.SEARCH: 44}
LINE = 34
ICONS = {
    EntryKind.ALL: "images",
    EntryKind.SEARCH: "bookmark",
    EntryKind.TRASH: "trash-2",
    EntryKind.CREATE: "folder-plus",
}


class EntryPainter(QStyledItemDelegate):
    """`renamed` carries an Entry and the name that was written; the list itself changes nothing."""

    renamed = Signal(object, str)

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thumbnails = thumbnails
        self.target: Entry | None = None

    # What it looks like

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """By what kind of line it is."""
        return QSize(200, HEIGHTS.get(_entry(index).kind, LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Picture or icon, title over note, count at the right."""
        entry, rect = _entry(index), option.rect
        if entry.kind is EntryKind.HEADING:
            self._words(painter, rect.adjusted(PAD, 8, -PAD, 0), entry.title, role="muted", size="small")
            return
        self._ground(painter, option, entry, rect)
        self._picture(painter, option, entry, QRect(rect.left() + PAD, rect.top(), COVER, rect.height()))
        right = self._count(painter, entry, rect.adjusted(PAD, 0, -PAD, 0))
        words = QRect(rect.left() + 2 * PAD + COVER, rect.top(), 0, rect.height())
        words.setRight(right - PAD)
        self._titles(painter, entry, words)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry, rect: QRect) -> None:
        is_target = entry == self.target
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver) or is_target:
            radius = self._theme.tokens.sizes.radius_control
            line = self._theme.colour("accent") if is_target else None
            draw_frame(painter, rect, radius=radius, fill=self._theme.colour("hover"), line=line, width=2)

    def _picture(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry, room: QRect) -> None:
        if entry.kind is EntryKind.PROJECT:
            place = QRect(room.left(), room.center().y() - COVER // 2 + 1, COVER, COVER)
            self._cover(painter, option, entry, place)
            return
        if entry.kind is EntryKind.ARCHIVE:
            name = "chevron-down" if entry.name else "chevron-right"
        else:
            name = ICONS[entry.kind]
        widget = option.widget
        icon = self._theme.icons.pixmap(name, size=16, role="muted", dpr=widget.devicePixelRatioF())
        painter.drawPixmap(room.center().x() - 7, room.center().y() - 7, icon)

    def _cover(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry, place: QRect) -> None:
        path = QPainterPath()
        path.addRoundedRect(place, 4, 4)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillPath(path, self._theme.colour("background"))
        pixmap = self._pixmap(entry.cover, option.widget.devicePixelRatioF())
        if pixmap is not None:
            painter.setClipPath(path)
            painter.drawPixmap(place, pixmap, _middle(pixmap))
        painter.restore()
        if pixmap is None:
            icon = self._theme.icons.pixmap("folder", size=16, role="faint")
            painter.drawPixmap(place.center().x() - 7, place.center().y() - 7, icon)

    def _pixmap(self, cover: str, scale: float) -> QPixmap | None:
        # Twice as large as shown: the middle of a wide picture must be sharp too.
        side = round(2 * COVER * scale)
        return self._thumbnails.pixmap(cover, QSize(side, side)) if cover else None

    def _titles(self, painter: QPainter, entry: Entry, room: QRect) -> None:
        heavy = QFont.Weight.DemiBold if entry.shown else QFont.Weight.Normal
        if entry.note and entry.kind in {EntryKind.PROJECT, EntryKind.SEARCH}:
            top = QRect(room.left(), room.top() + 5, room.width(), 18)
            self._words(painter, top, entry.title, role="text", weight=heavy)
            below = QRect(room.left(), room.top() + 22, room.width(), 16)
            self._words(painter, below, entry.note, role="muted", size="small")
        else:
            self._words(painter, room, entry.title, role="text", weight=heavy)

    def _count(self, painter: QPainter, entry: Entry, room: QRect) -> int:
        """Returns where the words must end."""
        parts = [f"{entry.count:,}"] if entry.count is not None else []
        if entry.kind is EntryKind.TRASH:
            parts.append(entry.note)
        words = " · ".join(parts)
        font = self._theme.font(size=self._theme.tokens.sizes.label)
        painter.setFont(font)
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        left = room.right() - painter.fontMetrics().horizontalAdvance(words)
        if not entry.shown:
            return left
        check = self._theme.icons.pixmap(
            "check", size=14, role="text", dpr=painter.device().devicePixelRatioF()
        )
        painter.drawPixmap(left - 20, room.center().y() - 6, check)
        return left - 20

    def _words(
        self,
        painter: QPainter,
        room: QRect,
        words: str,
        *,
        role: str,
        size: str = "text",
        weight: QFont.Weight = QFont.Weight.Normal,
    ) -> None:
        painter.setFont(self._theme.font(size=getattr(self._theme.tokens.sizes, size), weight=weight))
        painter.setPen(QColor(self._theme.colour(role)))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(0, room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    # Its name, written anew

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field in the line."""
        editor = TextField(name=self.tr("New name"), parent=parent)
        editor.setProperty("inline", True)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Over the words."""
        rect = option.rect
        editor.setGeometry(rect.adjusted(PAD + COVER, 5, -2, -5))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Tell the name; what becomes of it is shown when it has."""
        if isinstance(editor, TextField):
            self.renamed.emit(_entry(index), editor.text())


def _entry(index: Index) -> Entry:
    entry = index.data(EntryRole.ENTRY)
    if not isinstance(entry, Entry):
        raise TypeError
    return entry


def _middle(pixmap: QPixmap) -> QRect:
    side = min(pixmap.width(), pixmap.height())
    return QRect((pixmap.width() - side) // 2, (pixmap.height() - side) // 2, side, side)

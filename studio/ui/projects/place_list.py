"""The list of the switcher: chosen from with keys and mouse, dropped into, its names written anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from studio.ui.projects.entry_painter import EntryPainter
from studio.viewmodels.dragging import VERSIONS, versions_in
from studio.viewmodels.place_entries import EntriesModel, Entry, EntryKind

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QContextMenuEvent,
        QDragEnterEvent,
        QDragLeaveEvent,
        QDragMoveEvent,
        QDropEvent,
        QKeyEvent,
    )

    from studio.ui.theme import Theme
    from studio.viewmodels.thumbnails import Thumbnails

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PlaceList(QListView):
    """Signals carry an Entry: `chosen` by Enter or a click; `dropped` with ids; `renamed` with a name;
    `menu_asked` with a point of the screen.
    """

    chosen = Signal(object)
    dropped = Signal(object, object)
    renamed = Signal(object, str)
    menu_asked = Signal(object, QPoint)

    def __init__(
        self, theme: Theme, model: EntriesModel, thumbnails: Thumbnails, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._entries = model
        self._painter = EntryPainter(theme, thumbnails, self)
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(self.tr("Projects"))
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.clicked.connect(self._press)
        self._painter.renamed.connect(self.renamed)
        thumbnails.arrived.connect(self.viewport().update)
        theme.changed.connect(self.viewport().update)

    @property
    def current(self) -> Entry | None:
        """The entry that keys mean."""
        index = self.currentIndex()
        return self._entries.entry(index.row()) if index.isValid() else None

    def show_current(self, row: int | None) -> None:
        """Make this the entry that keys mean."""
        self.setCurrentIndex(self._entries.index(row) if row is not None else QModelIndex())

    def choose_first(self) -> None:
        """The first that can be chosen: Enter takes it."""
        rows = range(self._entries.rowCount())
        self.show_current(
            next((row for row in rows if self._entries.entry(row).kind is not EntryKind.HEADING), None)
        )

    def rename_current(self) -> None:
        """Write its name anew."""
        if self.current is not None:
            self.edit(self.currentIndex())

    def sizeHint(self) -> QSize:
        """As high as all of it; whoever shows it bounds it."""
        rows = range(self._entries.rowCount())
        height = sum(self.sizeHintForRow(row) for row in rows)
        return QSize(240, height + 2 * self.frameWidth() + 2)

    # By key, by mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, and is no key of the editor."""
        current = self.current
        if event.key() in ENTER and current and self.state() != QAbstractItemView.State.EditingState:
            self.chosen.emit(current)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """At the mouse, or at the current entry for the menu key."""
        by_key = event.reason() is event.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            place = self.visualRect(index).center() if by_key else event.pos()
            self.menu_asked.emit(self._entries.entry(index.row()), self.viewport().mapToGlobal(place))

    def _press(self, index: QModelIndex) -> None:
        self.chosen.emit(self._entries.entry(index.row()))

    # Dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Versions only."""
        if event.mimeData().hasFormat(VERSIONS):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where they would go."""
        super().dragMoveEvent(event)
        entry = self._entry_at(event.position().toPoint())
        self._aim(entry)
        if entry is None:
            event.ignore()
        else:
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nowhere, then."""
        self._aim(None)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """They go there."""
        entry = self._entry_at(event.position().toPoint())
        self._aim(None)
        ids = versions_in(event.mimeData())
        if entry is None or not ids:
            event.ignore()
            return
        event.acceptProposedAction()
        self.dropped.emit(entry, ids)

    def _entry_at(self, place: QPoint) -> Entry | None:
        """The entry there, if it takes pictures."""
        index = self.indexAt(place)
        entry = self._entries.entry(index.row()) if index.isValid() else None
        return entry if entry and entry.takes_pictures else None

    def _aim(self, entry: Entry | None) -> None:
        if self._painter.target != entry:
            self._painter.target = entry
            self.viewport().update()

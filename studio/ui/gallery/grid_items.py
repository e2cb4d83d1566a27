"""What Qt asks of an item view, answered by arithmetic: where items are, where keys lead, what is chosen."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QScrollBar, QWidget

from studio.ui.gallery.grid import GAP
from studio.ui.gallery.moves import moved

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from studio.ui.gallery.grid import Grid
    from studio.viewmodels.gallery import GalleryModel

FRAME = 3
"""How far the frame of a selected tile reaches beyond it."""


class GridItems(QListView):
    """Finds, moves and selects in a grid that a subclass lays out.

    It is a QListView only because Qt makes lists, tables and trees known to assistive technology and no other
    item view. Nothing of the list's own layout is used: each method that would ask it is replaced.
    """

    _grid: Grid

    def __init__(self, model: GalleryModel, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gallery = model
        # Made here: for those that Qt has made, PySide first looks at every kind of widget, which takes long.
        self._port = QWidget()
        # What is scrolled is moved, and only what comes into view is painted: for that it paints its ground.
        self._port.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._selected: list[tuple[int, int]] | None = None
        for changed in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            changed.connect(self._forget_selected)
        self._over: list[QWidget] = []
        self._is_settling = False
        self._bar = QScrollBar(Qt.Orientation.Vertical)
        self.setViewport(self._port)
        self.setVerticalScrollBar(self._bar)

    def setSelectionModel(self, selectionModel: QItemSelectionModel) -> None:
        """Follow what is selected."""
        super().setSelectionModel(selectionModel)
        selectionModel.selectionChanged.connect(self._forget_selected)
        self._forget_selected()

    @property
    def grid(self) -> Grid:
        """Where everything stands."""
        return self._grid

    def seen_rows(self) -> range:
        """The rows whose tiles are in view, in part or whole, and be it by the frame round them."""
        scroll, room = self.verticalOffset(), max(GAP, self.viewport().height())
        # Of the first line the gap alone may be in view, and nothing is painted for that.
        return self._grid.rows_between(scroll + GAP - FRAME, scroll + room - 1)

    def rowsInserted(self, parent: QModelIndex | QPersistentModelIndex, start: int, end: int) -> None:
        """Past the list's own."""
        QAbstractItemView.rowsInserted(self, parent, start, end)

    def dataChanged(
        self,
        topLeft: QModelIndex | QPersistentModelIndex,
        bottomRight: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        """Past the list's own, which lays out everything anew."""
        QAbstractItemView.dataChanged(self, topLeft, bottomRight, roles)

    def rowsAboutToBeRemoved(self, parent: QModelIndex | QPersistentModelIndex, start: int, end: int) -> None:
        """Past the list's own."""
        QAbstractItemView.rowsAboutToBeRemoved(self, parent, start, end)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is seen, and paint what comes into view. What lies over the items isn't moved; nothing is
        while things are laid out anew: then it is the layout that moves.
        """
        if self._is_settling:
            return
        if self.devicePixelRatioF() % 1:
            # Where tiles begin within the screen's pixels, what is moved isn't what would be painted there.
            self._port.update()
            return
        covered = max((one.geometry().bottom() + 1 for one in self._over if one.isVisible()), default=0)
        whole = self._port.rect()
        self._port.scroll(dx, dy, whole.adjusted(0, covered, 0, 0))
        if covered:
            self._port.update(0, 0, whole.width(), covered)

    def lay_over(self, widget: QWidget) -> None:
        """It lies over the upper edge, now and then."""
        self._over.append(widget)

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        """Where this item is seen."""
        if not index.isValid():
            return QRect()
        return self._grid.rect(index.row()).translated(0, -self.verticalOffset())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The item under this point."""
        row = self._grid.row_at(point.x(), point.y() + self.verticalOffset())
        return QModelIndex() if row is None else self._gallery.index(row)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring this item into view, with a header over it by as little as needed, or into the middle."""
        if not index.isValid():
            return
        rect, bar = self._grid.rect(index.row()).adjusted(0, -4, 0, 4), self.verticalScrollBar()
        if hint is QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(rect.center().y() - self.viewport().height() // 2)
        elif rect.top() < bar.value():
            bar.setValue(self._grid.top_of_line(index.row()) - 4)
        elif rect.bottom() > bar.value() + self.viewport().height():
            bar.setValue(rect.bottom() - self.viewport().height())

    def horizontalOffset(self) -> int:
        """It doesn't scroll sideways."""
        return 0

    def verticalOffset(self) -> int:
        """How far it is scrolled."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        """No item is."""
        del index
        return False

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Arrows go by places, so that the way from cards to versions is as it looks."""
        del modifiers
        if not self._gallery.rowCount():
            return QModelIndex()
        row = self.currentIndex().row()
        if row < 0:
            return self._gallery.index(0)
        lines = max(1, self.viewport().height() // self._grid.step)
        return self._gallery.index(moved(self._grid, row, action, lines=lines))

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """From one item to another: every row between them."""
        first, last = self.indexAt(rect.topLeft()), self.indexAt(rect.bottomRight())
        if first.isValid() and last.isValid():
            low, high = sorted((first.row(), last.row()))
            self.select_rows(((low, high),), command)

    def select_rows(
        self, runs: Iterable[tuple[int, int]], command: QItemSelectionModel.SelectionFlag
    ) -> None:
        """Select these runs of rows, each by its first and last."""
        selection = QItemSelection()
        for first, last in runs:
            selection.select(self._gallery.index(first), self._gallery.index(last))
        self.selectionModel().select(selection, command)

    def selected_runs(self) -> list[tuple[int, int]]:
        """First and last row of each run that is selected, in order: a few, however many rows there are."""
        selection = self.selectionModel().selection()
        spans = (selection.at(number) for number in range(selection.size()))
        return sorted((span.top(), span.bottom()) for span in spans)

    def _is_selected(self, row: int) -> bool:
        """Asked for every tile that is painted: the selection's runs are found once."""
        if self._selected is None:
            self._selected = self.selected_runs() if self.selectionModel().hasSelection() else []
        at = bisect_right(self._selected, row, key=itemgetter(0)) - 1
        return at >= 0 and row <= self._selected[at][1]

    def _forget_selected(self) -> None:
        self._selected = None

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """What has to be painted anew when the selection changes."""
        region = QRegion()
        scroll = self.verticalOffset()
        for row in self.seen_rows():
            if selection.contains(self._gallery.index(row)):
                rect = self._grid.rect(row).translated(0, -scroll)
                region += rect.adjusted(-FRAME - 1, -FRAME - 1, FRAME + 1, FRAME + 1)
        return region

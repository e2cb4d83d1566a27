"""An item view over the gallery's model: an arithmetic grid, whose tiles stay put when rows come in above."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from studio.ui.gallery.grid import Grid
from studio.ui.gallery.grid_items import GridItems

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from studio.viewmodels.gallery import GalleryModel

USUAL_EDGE = 180
SMALLEST_EDGE, LARGEST_EDGE = 96, 512


class Anchor(NamedTuple):
    """What stands still while rows come and go, or tiles grow: an item, the height in the window of its top,
    and its column.
    """

    item: QPersistentModelIndex
    offset: int
    column: int


class GridView(GridItems):
    """Lays out, and keeps what is seen where it is; what an item looks like is for a subclass.

    `laid_out` when things stand elsewhere; `edge_changed` carries the tile's wanted edge in px.
    """

    laid_out = Signal()
    edge_changed = Signal(int)

    def __init__(self, model: GalleryModel, *, parent: QWidget | None = None) -> None:
        super().__init__(model, parent=parent)
        self._wanted = USUAL_EDGE
        self._lead = self._led = 0
        self._anchor: Anchor | None = None
        self._steady = QPersistentModelIndex()
        self._rested: tuple[Anchor, int] | None = None
        self._stood: object = None
        self._steps_from: object = None
        # A resize asks several times, also for the scroll bars.
        self._grid_for = lru_cache(maxsize=2)(Grid)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The scrubber stands for the bar.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self._grid = self._lay_out()
        self.setModel(model)
        model.rowsAboutToBeInserted.connect(self._await_insertion)
        model.rowsAboutToBeRemoved.connect(self._await_removal)
        model.about_to_follow.connect(self._await_steps)
        model.followed.connect(self._end_steps)
        model.rowsInserted.connect(self._settle)
        model.rowsRemoved.connect(self._settle)
        model.dataChanged.connect(self._follow_sections)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def tile_edge(self) -> int:
        """The edge of a tile that is asked for, in px."""
        return self._wanted

    def set_tile_edge(self, edge: int, *, around: QPoint | None = None) -> None:
        """Tiles come as close to this edge as fills the width. What is under `around` stays there, else what
        is seen first.
        """
        edge = min(max(edge, SMALLEST_EDGE), LARGEST_EDGE)
        if edge == self._wanted:
            return
        under = self.indexAt(around) if around else QModelIndex()
        before = self.visualRect(under)
        self._hold_whole()
        self._wanted = edge
        self._lead = self._led = 0
        self._grid = self._lay_out()
        if around and under.isValid():
            share = (around.y() - before.top()) / before.height()
            self._lead_under(under, around.x(), offset=around.y() - round(share * self._grid.edge))
        self._settle_columns()
        self.edge_changed.emit(edge)

    def toggle_stack(self, row: int) -> None:
        """Open or close a stack; its tile stands still."""
        self._steady = QPersistentModelIndex(self._gallery.index(row))
        self._gallery.toggle_stack(row)
        self._steady = QPersistentModelIndex()

    # Layout

    def _lay_out(self) -> Grid:
        rows = self._gallery.rows
        return self._grid_for(
            self.width(),
            self._wanted,
            cards=self._gallery.card_count,
            versions=len(rows),
            lead=self._lead,
            led=self._led,
            starts=tuple(rows.starts),
        )

    # What stands still

    def _hold(self, row: int | None) -> None:
        """Remember the item that is to stand still. One that is held for a view without room stays so."""
        if self._anchor is None and row is not None:
            rect, index = self._grid.rect(row), QPersistentModelIndex(self._gallery.index(row))
            self._anchor = Anchor(index, rect.top() - self.verticalOffset(), self._grid.column(row))

    def _hold_whole(self) -> None:
        """The first that is seen whole, else the first that is seen; the one before, where nobody scrolled
        since: back and forth leads back.
        """
        if self._rested and self._rested[1] == self.verticalOffset():
            self._anchor = self._anchor or self._rested[0]
        seen, scroll = self.seen_rows(), self.verticalOffset()
        whole = (row for row in seen if self._grid.rect(row).top() >= scroll)
        self._hold(next(whole, next(iter(seen), None)))

    def _await_steps(self) -> None:
        self._steps_from = self._what_is_seen()

    def _end_steps(self) -> None:
        """It is painted once, however many they were."""
        stood, self._steps_from = self._steps_from, None
        self._paint_what_changed(stood)

    def _await_insertion(self) -> None:
        self._remember()
        self._hold_staying()

    def _await_removal(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._remember()
        self._hold_staying(going=range(first, last + 1))

    def _remember(self) -> None:
        if self._steps_from is None:
            self._stood = self._what_is_seen()

    def _hold_staying(self, *, going: range = range(0)) -> None:
        """What is seen first, if only in part, and doesn't go; a version before a job."""
        if self._steady.isValid():
            self._hold(self._steady.row())
            return
        scroll, grid, seen = self.verticalOffset(), self._grid, self.seen_rows()

        def stays(row: int) -> bool:
            return grid.corner(row)[1] + grid.edge > scroll and row not in going

        versions = range(max(seen.start, grid.cards), seen.stop)
        self._hold(next(filter(stays, versions), next(filter(stays, seen), None)))

    def _what_is_seen(self) -> object:
        """All that is seen, and where, to be compared: where it stays the same nothing is painted anew."""
        scroll, corner = self.verticalOffset(), self._grid.corner
        places = ((row, corner(row)) for row in self.seen_rows())
        return [(self._shows(row), x, y - scroll) for row, (x, y) in places]

    def _shows(self, row: int) -> object:
        """What is seen of this row; a subclass may show more."""
        return self._gallery.id_at(row)

    def _follow_sections(self) -> None:
        """Headers may come and go where no row does."""
        if tuple(self._gallery.rows.starts) != tuple(self._grid.starts):
            self._hold_staying()
            self._settle()

    def _settle(self) -> None:
        """Rows came or went: keep what is seen in its place, by leaving cells empty above it."""
        anchor = self._anchor
        at_top = self.verticalScrollBar().value() == 0
        self._lead = self._led = 0
        if anchor and anchor.item.isValid() and not at_top:
            self._lead_to(anchor.item.row(), anchor.column)
        stood, self._stood = self._stood, None
        self._settle_columns(stays_at_top=at_top, stood=stood)
        self._rested = None

    def _lead_to(self, row: int, column: int) -> None:
        """Have this version in this column."""
        rows, at = self._gallery.rows, row - self._gallery.card_count
        if at >= 0:
            self._led = rows.section_of(at)
            self._lead = (column - at + rows.starts[self._led]) % self._grid.columns

    def _lead_under(self, index: QModelIndex, x: int, *, offset: int) -> None:
        """Hold this item at this height, and in the column there where empty cells stay out of sight."""
        row, grid = index.row(), self._grid
        self._anchor = Anchor(QPersistentModelIndex(index), offset, grid.column_at(x))
        self._lead_to(row, self._anchor.column)
        self._grid = self._lay_out()
        if self._lead and self._grid.lead_bottom > self._grid.rect(row).top() - offset:
            self._lead = self._led = 0

    def _settle_columns(self, *, stays_at_top: bool = False, stood: object = None) -> None:
        """Lay out, and hold what is held. `stood` is what was seen before, where that may be all the same."""
        self._grid = self._lay_out()
        self._is_settling = True
        self._measure()
        anchor = self._anchor
        if anchor and anchor.item.isValid() and not stays_at_top:
            top = self._grid.rect(anchor.item.row()).top()
            self.verticalScrollBar().setValue(top - anchor.offset)
            self._rested = (anchor, self.verticalOffset())
        self._is_settling = False
        if not self.viewport().size().isEmpty():
            self._anchor = None
        if self._steps_from is None:
            self._paint_what_changed(stood)
        self.laid_out.emit()

    def _paint_what_changed(self, stood: object) -> None:
        """All of it, unless it is known what was seen before, and that is the same."""
        if stood is None or stood != self._what_is_seen():
            self.viewport().update()

    def _measure(self) -> None:
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self._grid.height - room))
        bar.setPageStep(room)
        bar.setSingleStep(max(1, self._grid.step // 3))

    def _scrolled(self, value: int) -> None:
        if value == 0 and self._lead:
            self._lead = self._led = 0
            self._grid = self._lay_out()
            self._measure()
            self.viewport().update()
            self.laid_out.emit()

    def updateGeometries(self) -> None:
        """Qt asks for the scroll bars' ranges."""
        self._grid = self._lay_out()
        self._measure()
        QAbstractItemView.updateGeometries(self)

    def doItemsLayout(self) -> None:
        """There is nothing to lay out but the scroll bars."""
        self.updateGeometries()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns come and go with the width; what is seen first stays."""
        if event.oldSize().width() != event.size().width():
            self._hold_whole()
            self._lead = self._led = 0
        QAbstractItemView.resizeEvent(self, event)
        self._settle_columns(stays_at_top=self.verticalScrollBar().value() == 0)

"""What Qt asks of an item view, answered from the drawing of a tree: where versions are, where keys lead."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from studio.ui.tree.geometry import CARD, FOLD, Geometry
from studio.viewmodels.tree_rows import TreeRowsModel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QResizeEvent

    from studio.viewmodels.tree_page import Direction
    from studio.viewmodels.tree_plan import TreePlan

FRAME = 4
"""How far the frame of a chosen version reaches beyond it."""
Index = QModelIndex | QPersistentModelIndex
Cursor = QAbstractItemView.CursorAction


class TreeItems(QListView):
    """Finds and moves in a tree that is drawn at some scale, and scrolls both ways. `looked` when something
    else is seen of it.

    It is a QListView only because Qt makes lists, tables and trees known to assistive technology and no other
    item view. Nothing of the list's own layout is used: each method that would ask it is replaced.
    """

    looked = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = TreeRowsModel(self)
        self._placed: tuple[TreePlan, Direction] | None = None
        self._geometry = Geometry()
        self._corner = (0.0, 0.0)
        self._spots: list[tuple[float, float]] = []
        self._sideways, self._downwards = self.horizontalScrollBar(), self.verticalScrollBar()
        self.setModel(self._rows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    @property
    def drawing(self) -> TreePlan:
        """What is drawn."""
        return self._rows.plan

    @property
    def laid_out(self) -> Geometry:
        """Where it lies."""
        return self._geometry

    # Places. The drawing's own begin at its corner; the view's at that of what is seen.

    def _find_corner(self) -> None:
        """Where the drawing's corner is seen: what is smaller than the view lies in its middle."""
        (width, height), room = self._geometry.size, self.viewport().size()
        self._corner = (
            (room.width() - width) / 2 if width < room.width() else float(-self._sideways.value()),
            (room.height() - height) / 2 if height < room.height() else float(-self._downwards.value()),
        )
        self.looked.emit()

    def _place(self, geometry: Geometry) -> None:
        """Lay what is drawn out like this."""
        plan = self.drawing
        self._geometry = geometry
        if self._placed != (plan, geometry.direction):
            # Only once: a look at all of a large tree asks for thousands of places.
            self._placed = (plan, geometry.direction)
            depths = (node.depth for node in plan.nodes)
            self._spots = [geometry.spot(*at) for at in zip(depths, plan.across, strict=True)]

    @property
    def corner(self) -> tuple[float, float]:
        """Where the drawing's own corner is seen."""
        return self._corner

    def spot_at_full(self, row: int) -> tuple[float, float]:
        """Where the top left corner of the version in this row lies in the drawing at scale 1."""
        return self._spots[row]

    def spot(self, row: int) -> tuple[float, float]:
        """Where the top left corner of the version in this row is seen."""
        scale, (left, top), (x, y) = self._geometry.scale, self._corner, self._spots[row]
        return left + x * scale, top + y * scale

    def node_rect(self, row: int) -> QRectF:
        """Where the node in this row is seen."""
        (x, y), scale = self.spot(row), self._geometry.scale
        if self.drawing.nodes[row].version is not None:
            return QRectF(x, y, CARD[0] * scale, CARD[1] * scale)
        height = min(FOLD, CARD[1] * scale)
        middle = (CARD[1] * scale - height) / 2 if self._geometry.grows_across else 0.0
        return QRectF(x, y + middle, CARD[0] * scale, height)

    def rows_in(self, area: QRectF) -> Iterator[int]:
        """The rows that are seen in this area, or whose edges may be."""
        low, high = self.places_in(area)
        for depth in self.depths_in(area):
            yield from self.drawing.seen(depth, low, high)

    def depths_in(self, area: QRectF) -> range:
        """How deep stands what is seen in this area."""
        left, top = self._corner
        if self._geometry.grows_across:
            return self._geometry.depths(area.left() - left, area.right() - left)
        return self._geometry.depths(area.top() - top, area.bottom() - top)

    def places_in(self, area: QRectF) -> tuple[float, float]:
        """Between which places across the tree lies this area."""
        left, top = self._corner
        if self._geometry.grows_across:
            return self._geometry.places(area.top() - top, area.bottom() - top)
        return self._geometry.places(area.left() - left, area.right() - left)

    # Qt's questions

    def visualRect(self, index: Index) -> QRect:
        """Where this node is seen."""
        if not index.isValid() or index.row() >= len(self.drawing.nodes):
            return QRect()
        return self.node_rect(index.row()).toAlignedRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The node under this point."""
        spot = QRectF(point.x(), point.y(), 1, 1)
        rows = (row for row in self.rows_in(spot) if self.node_rect(row).contains(point))
        return next((self._rows.index(row) for row in rows), QModelIndex())

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring this node into view by as little as needed, or into the middle."""
        rect, room = self.visualRect(index), self.viewport().rect()
        if rect.isNull():
            return
        if hint is QAbstractItemView.ScrollHint.PositionAtCenter:
            self.scroll_by(rect.center() - room.center())
        else:
            rect = rect.adjusted(-2 * FRAME, -2 * FRAME, 2 * FRAME, 2 * FRAME)
            across = min(0, rect.left()) or max(0, rect.right() - room.right())
            down = min(0, rect.top()) or max(0, rect.bottom() - room.bottom())
            self.scroll_by(QPoint(across, down))

    def scroll_by(self, distance: QPoint) -> None:
        """Look at what lies so far from what is seen."""
        self._sideways.setValue(self._sideways.value() + distance.x())
        self._downwards.setValue(self._downwards.value() + distance.y())

    def moveCursor(self, action: Cursor, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Arrows go as it looks: back to the parent, on to a child, and to neighbours on both sides."""
        del modifiers
        plan, row = self.drawing, self.currentIndex().row()
        if not plan.nodes:
            return QModelIndex()
        if not 0 <= row < len(plan.nodes):
            return self._rows.index(0)
        return self._rows.index(self._beyond(row, action))

    def _beyond(self, row: int, action: Cursor) -> int:
        plan, across = self.drawing, self._geometry.grows_across
        back, on = (Cursor.MoveLeft, Cursor.MoveRight) if across else (Cursor.MoveUp, Cursor.MoveDown)
        less, more = (Cursor.MoveUp, Cursor.MoveDown) if across else (Cursor.MoveLeft, Cursor.MoveRight)
        room = self.viewport().height() if across else self.viewport().width()
        page = max(1, math.floor(room / self._geometry.across_step) - 1)
        steps = {less: -1, more: 1, Cursor.MovePageUp: -page, Cursor.MovePageDown: page}
        if action in steps:
            return plan.beside(row, steps[action])
        if action == back:
            return max(plan.nodes[row].parent, 0)
        if action == on:
            return plan.child_near(row)
        if action == Cursor.MoveHome:
            return plan.path(row)[-1]
        if action == Cursor.MoveEnd:
            return _last_of(plan, row)
        return row

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """The one that was pressed."""
        self.selectionModel().select(self.indexAt(rect.topLeft()), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """What has to be painted anew when another is chosen: the way to it as well."""
        del selection
        return QRegion(self.viewport().rect())

    def horizontalOffset(self) -> int:
        """How far it is scrolled to the right."""
        return self._sideways.value()

    def verticalOffset(self) -> int:
        """How far it is scrolled down."""
        return self._downwards.value()

    def isIndexHidden(self, index: Index) -> bool:
        """No node is."""
        del index
        return False

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        """Past the list's own."""
        QAbstractItemView.rowsInserted(self, parent, start, end)

    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:
        """Past the list's own."""
        QAbstractItemView.rowsAboutToBeRemoved(self, parent, start, end)

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of actions here."""

    # Scrolling

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paint what is in view now."""
        del dx, dy
        self._find_corner()
        self.viewport().update()

    def updateGeometries(self) -> None:
        """Qt asks for the scroll bars' ranges."""
        (width, height), room = self._geometry.size, self.viewport().size()
        for bar, whole, seen in (
            (self._sideways, width, room.width()),
            (self._downwards, height, room.height()),
        ):
            bar.setRange(0, max(0, whole - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(48)
        self._find_corner()
        QAbstractItemView.updateGeometries(self)

    def doItemsLayout(self) -> None:
        """There is nothing to lay out but the scroll bars."""
        self.updateGeometries()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is seen stays where it is."""
        QAbstractItemView.resizeEvent(self, event)
        self.updateGeometries()


def _last_of(plan: TreePlan, row: int) -> int:
    """As far on as it goes from here."""
    while plan.children(row):
        row = plan.child_near(row)
    return row

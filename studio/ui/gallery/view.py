"""The gallery by mouse and by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QNativeGestureEvent
from PySide6.QtWidgets import QApplication

from studio.ui.gallery.band import Band
from studio.ui.gallery.tiles_view import TilesView
from studio.ui.kit.tips import in_lines

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import (
        QContextMenuEvent,
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
        QPainter,
        QWheelEvent,
    )

    from studio.viewmodels.job_card import NextStep

ClearAndSelect = QItemSelectionModel.SelectionFlag.ClearAndSelect
NoUpdate = QItemSelectionModel.SelectionFlag.NoUpdate
ZOOM_STEP = 1.12
NOWHERE = QPoint(-1, -1)


class GalleryView(TilesView):
    """`menu_asked` carries an index and a global place; `pressed_step` a job's id and the step of its card;
    `dragged` that what is selected is dragged out; `opened` the row that is to be looked at.
    """

    menu_asked = Signal(QModelIndex, QPoint)
    pressed_step = Signal(str, object)
    dragged = Signal()
    opened = Signal(int)

    _band: Band | None = None
    _pinched = 1.0
    _pressed_here = False
    """Whether what was pressed is none of Qt's affair."""
    _kept = False
    """Whether what was pressed was selected, and others with it."""
    _grasped: QPoint | None = None
    """Where a tile was pressed that has not been dragged yet."""

    def _paint_over(self, painter: QPainter) -> None:
        if self._band:
            self._band.paint(painter)

    # What is under the pointer

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up what is under the pointer, or pull the band."""
        point = event.position().toPoint()
        if self._band:
            self._band.pull(point)
            self._scroll_at_edge(point)
            return
        if self._grasped is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._pull_out(point, self._grasped)
            return
        if not self._pressed_here:
            super().mouseMoveEvent(event)
        self._hover(point)

    def _pull_out(self, point: QPoint, grasped: QPoint) -> None:
        """Qt would ask the model of every selected tile whether it can be dragged: all versions can."""
        if (point - grasped).manhattanLength() >= QApplication.startDragDistance():
            self._grasped = None
            if self.currentIndex().row() >= self._gallery.card_count:
                self.dragged.emit()

    def _scroll_at_edge(self, point: QPoint) -> None:
        beyond = min(point.y(), 0) + max(point.y() - self.viewport().height(), 0)
        if beyond:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + beyond)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        super().leaveEvent(event)
        self._hover(NOWHERE)

    def _hover(self, point: QPoint) -> None:
        index = self.indexAt(point)
        step = self.step_at(point)
        if index == self._hovered and step == self._hovered_step:
            return
        self.viewport().update(self.visualRect(self._hovered))
        self.viewport().update(self.visualRect(index))
        self._hovered, self._hovered_step = QPersistentModelIndex(index), step
        self.viewport().setToolTip(self._tip(index, step))

    def _tip(self, index: QModelIndex, step: NextStep | None) -> str:
        if step is not None:
            return step.label
        card = self._gallery.card(index.row()) if index.isValid() else None
        if card is not None:
            return "\n".join(part for part in (card.words, card.advice) if part) if card.ended else ""
        version = self._gallery.version(index.row())
        return in_lines(version.recipe.prompt) if version else ""

    def step_at(self, point: QPoint) -> NextStep | None:
        """The button of a card under this point."""
        index = self.indexAt(point)
        card = self._gallery.card(index.row()) if index.isValid() else None
        return self._cards.button_at(card, self.visualRect(index), point) if card else None

    def _stack_at(self, point: QPoint) -> int | None:
        """The row whose stack is opened or closed by a click here."""
        row = self.indexAt(point).row()
        if row < self._gallery.card_count:
            return None
        place: QRect = self._tiles.stack_place(
            self.tile_state(row), self._grid.rect(row).translated(0, -self.verticalOffset())
        )
        return row if place.contains(point) else None

    # Pressing

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a button selects nothing; one beside the tiles begins a band."""
        point = event.position().toPoint()
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        step, stack, header = self.step_at(point), self._stack_at(point), self.header_at(point)
        adds = bool(
            event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        )
        self._pressed_here = not (step is None and stack is None and header is None)
        if step is not None:
            self._held_step = step
            self._hover(point)
            self.viewport().update()
        elif stack is not None:
            self.toggle_stack(stack)
        elif header is not None:
            rows = self._grid.section_rows(header)
            command = QItemSelectionModel.SelectionFlag.Select if adds else ClearAndSelect
            self.select_rows(((rows.start, rows.stop - 1),), command)
        elif not self.indexAt(point).isValid():
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            if not adds:
                self.clearSelection()
            self._band = Band(self, self._theme, point, keeps=adds)
        else:
            self._grasped = point
            self._kept = not adds and self.selectionModel().isSelected(self.indexAt(point))
            if self._kept:
                # It may be one of many that are pulled out: the others go when the mouse is let go.
                self.setFocus(Qt.FocusReason.MouseFocusReason)
                self.selectionModel().setCurrentIndex(self.indexAt(point), NoUpdate)
            else:
                super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Look at a picture; the second press of a double click presses no button again."""
        point = event.position().toPoint()
        if self.step_at(point) is not None or self._stack_at(point) is not None:
            return
        row = self.indexAt(point).row()
        super().mouseDoubleClickEvent(event)
        if row >= self._gallery.card_count and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A button works when it is let go where it was pressed."""
        grasped, self._grasped = self._grasped, None
        kept, self._kept = self._kept, False
        if kept:
            if grasped is not None:
                self.selectionModel().select(self.currentIndex(), ClearAndSelect)
            return
        if self._band:
            self._band = None
            self.viewport().update()
            return
        held, self._held_step = self._held_step, None
        pressed_here, self._pressed_here = self._pressed_here, False
        if held is None:
            if not pressed_here:
                super().mouseReleaseEvent(event)
            return
        point = event.position().toPoint()
        index = self.indexAt(point)
        self.viewport().update()
        if self.step_at(point) == held:
            self.pressed_step.emit(self._gallery.id_at(index.row()), held.step)

    # The size of tiles

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl tiles grow or shrink around the pointer."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self.zoom_tiles(ZOOM_STEP ** (event.angleDelta().y() / 60), around=event.position().toPoint())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Two fingers make tiles grow or shrink."""
        if not isinstance(event, QNativeGestureEvent):
            return super().viewportEvent(event)
        if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
            return super().viewportEvent(event)
        self._pinched *= 1 + event.value()
        if abs(self._pinched - 1) > ZOOM_STEP - 1:
            self.zoom_tiles(self._pinched, around=event.position().toPoint())
            self._pinched = 1.0
        return True

    def zoom_tiles(self, factor: float, *, around: QPoint | None = None) -> None:
        """Make tiles larger or smaller."""
        self.set_tile_edge(round(self.tile_edge * factor), around=around)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space looks at a picture; Return selects one, or looks at it, and opens a job's next steps; Escape
        selects nothing.
        """
        index = self.currentIndex()
        match event.key():
            case Qt.Key.Key_Space if index.isValid():
                self._go_into(index)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if index.isValid():
                self._choose(index)
            case Qt.Key.Key_Escape if self.selectionModel().hasSelection():
                self.clearSelection()
            case _:
                super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        if self.selectionModel().isSelected(index) or index.row() < self._gallery.card_count:
            self._go_into(index)
        else:
            self.selectionModel().setCurrentIndex(index, ClearAndSelect)

    def open_current(self) -> None:
        """Look at the picture where the keyboard is, or ask what to do with a job."""
        if self.currentIndex().isValid():
            self._go_into(self.currentIndex())

    def _go_into(self, index: QModelIndex) -> None:
        if not self.selectionModel().isSelected(index):
            self.selectionModel().setCurrentIndex(index, ClearAndSelect)
        if index.row() < self._gallery.card_count:
            self._ask_menu(index)
        else:
            self.opened.emit(index.row())

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of actions here; what is looked for is written in the search field."""
        del search

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard needs a place to start from."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._gallery.rowCount():
            first = self._gallery.index(self.seen_rows().start if self.verticalOffset() else 0)
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By the mouse for what is under it, by the keyboard for where the keyboard is."""
        if event.reason() is event.Reason.Mouse:
            index = self.indexAt(event.pos())
            if index.isValid():
                self.menu_asked.emit(index, event.globalPos())
        elif self.currentIndex().isValid():
            self._ask_menu(self.currentIndex())

    def _ask_menu(self, index: QModelIndex) -> None:
        self.scrollTo(index)
        place = self.visualRect(index).center()
        self.menu_asked.emit(index, self.viewport().mapToGlobal(place))

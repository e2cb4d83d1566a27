"""The drawn tree by mouse, wheel, touch pad and keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHelpEvent, QNativeGestureEvent
from PySide6.QtWidgets import QToolTip

from studio.ui.tree.canvas import TreeCanvas
from studio.ui.viewer.zooming import take_gesture, turn_wheel
from studio.viewmodels.viewer_state import ZoomStep

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QWheelEvent

STEP = 64
"""How far an arrow key with Shift moves what is seen."""

_ARROWS = {
    Qt.Key.Key_Left: QPointF(STEP, 0),
    Qt.Key.Key_Right: QPointF(-STEP, 0),
    Qt.Key.Key_Up: QPointF(0, STEP),
    Qt.Key.Key_Down: QPointF(0, -STEP),
}
_OPENING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class DrawnTreeView(TreeCanvas):
    """`menu_asked` carries a row and a place on the screen; `dragged` the row that is dragged out."""

    menu_asked = Signal(int, QPoint)
    dragged = Signal(int)

    _pulled_from: QPointF | None = None
    _grasped = -1

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space look at it, Escape goes back, arrows walk, and with Shift move what is seen."""
        key, row = Qt.Key(event.key()), self.currentIndex().row()
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if key == Qt.Key.Key_Escape:
            self._page.close()
        elif key in _OPENING and row >= 0:
            self._page.look(self.drawing.nodes[row].id)
        elif key in _ARROWS and shifted:
            self.move_by(_ARROWS[key])
        else:
            super().keyPressEvent(event)

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a version chooses it; beside them, or with the middle button, the tree is grasped."""
        row = self.indexAt(event.position().toPoint()).row()
        left = event.button() is Qt.MouseButton.LeftButton
        self._pulled_from, self._grasped = event.position(), row if left else -1
        if event.button() is Qt.MouseButton.MiddleButton or (left and row < 0):
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            event.accept()
        else:
            super().mousePressEvent(event)
            if left and self.drawing.nodes[row].version is None:
                self._page.look(self.drawing.nodes[row].id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull the tree, drag a picture out, or light up what is under the pointer."""
        place = event.position()
        if self._pulled_from is None or not event.buttons():
            self._hover(self.indexAt(place.toPoint()).row())
            return
        if self._grasped < 0:
            self.move_by(place - self._pulled_from)
            self._pulled_from = place
            return
        far = QGuiApplication.styleHints().startDragDistance()
        if (place - self._pulled_from).manhattanLength() >= far:
            self._pulled_from = None
            if self.drawing.nodes[self._grasped].version is not None:
                self.dragged.emit(self._grasped)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It is let go."""
        self._pulled_from = None
        self.viewport().unsetCursor()
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Look at the version; beside them all of the tree is shown."""
        row = self.indexAt(event.position().toPoint()).row()
        if row < 0:
            self.take_step(ZoomStep.TOGGLE)
        elif self.drawing.nodes[row].version is not None:
            self._page.look(self.drawing.nodes[row].id)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """As wherever something is zoomed."""
        turn_wheel(self, event)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By the mouse for what is under it, by the keyboard for what is chosen."""
        by_mouse = event.reason() is event.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            spot = event.globalPos()
            if not by_mouse:
                spot = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_asked.emit(index.row(), spot)

    def viewportEvent(self, event: QEvent) -> bool:
        """Pinches, and the whole change under the pointer."""
        match event:
            case QNativeGestureEvent():
                return take_gesture(self, event)
            case QHelpEvent():
                self._tell(event)
                return True
            case _:
                return super().viewportEvent(event)

    def _tell(self, event: QHelpEvent) -> None:
        """What was changed on the way to the version whose card or edge is under the pointer."""
        spot = QPointF(event.pos())
        near = self.viewport().rect()
        for row in self.rows_in(near.toRectF()):
            node = self.drawing.nodes[row]
            if node.version is None or node.parent < 0:
                continue
            if self.node_rect(row).contains(spot) or self._edges.room(row).contains(spot):
                parent = self.drawing.nodes[node.parent].version
                QToolTip.showText(event.globalPos(), self._edges.words.whole(parent, node.version), self)
                return
        QToolTip.hideText()

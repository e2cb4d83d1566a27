"""A frame that opens over its window, under what it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from studio.ui.kit.look import KEEPS_KEYS

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

GAP = 4
EDGE = 8


class Popover(QFrame):
    """Closes on Escape, a press elsewhere, or when the focus goes elsewhere.

    It is no popup window: the field it belongs to keeps the focus and its input method, and what is dragged
    can be dropped into it.
    """

    closed = Signal()

    def __init__(self, anchor: QWidget, *, name: str, right: bool = False) -> None:
        """`right` lays its right edge under that of the anchor."""
        super().__init__(anchor)
        self._anchor = anchor
        self._right = right
        self.setAccessibleName(name)
        self.setProperty(KEEPS_KEYS, True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(5, 5, 5, 5)
        self.body.setSpacing(4)
        self.hide()

    def open(self) -> None:
        """Show it, or find its place anew."""
        window = self._anchor.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        self.place()
        if self.isHidden():
            window.installEventFilter(self)
            handle = window.windowHandle()
            handle.installEventFilter(self)
            handle.focusObjectChanged.connect(self._follow_focus)
            self.show()
        self.raise_()

    def dismiss(self) -> None:
        """Close it; the focus goes back to where it came from."""
        if self.isHidden():
            return
        window = self.window()
        window.removeEventFilter(self)
        handle = window.windowHandle()
        handle.removeEventFilter(self)
        handle.focusObjectChanged.disconnect(self._follow_focus)
        inside = self._holds(window.focusWidget())
        self.hide()
        if inside:
            self._anchor.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def place(self) -> None:
        """Under the anchor, as large as it wants and the window has room for."""
        window = self._anchor.window()
        below = self._anchor.mapTo(window, QPoint(0, self._anchor.height() + GAP))
        self.ensurePolished()
        room = window.size()
        width = min(self.sizeHint().width(), room.width() - 2 * EDGE)
        left = below.x() + self._anchor.width() - width if self._right else below.x()
        left = max(EDGE, min(left, room.width() - width - EDGE))
        wanted = self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()
        height = max(0, min(wanted, room.height() - below.y() - EDGE))
        self.setGeometry(left, below.y(), width, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes one step back."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            # Nothing that is typed here is meant for the window below.
            event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press anywhere else closes it; that press still does what it does."""
        match event.type():
            case QEvent.Type.Resize if watched is self.window():
                self.place()
            case QEvent.Type.MouseButtonPress if isinstance(event, QMouseEvent):
                self._look_at_press(event.globalPosition())
            case _:
                pass
        return False

    def _look_at_press(self, place: QPointF) -> None:
        for own in (self, self._anchor):
            if own.rect().contains(own.mapFromGlobal(place.toPoint())):
                return
        self.dismiss()

    def _follow_focus(self, focus: QObject | None) -> None:
        """No focus at all is another window's, as that of a menu or a dialog."""
        if isinstance(focus, QWidget) and focus.window() is self.window() and not self._owns(focus):
            self.dismiss()

    def _holds(self, widget: QWidget | None) -> bool:
        return widget is not None and self.isAncestorOf(widget)

    def _owns(self, widget: QWidget) -> bool:
        return any(own is widget or own.isAncestorOf(widget) for own in (self, self._anchor))

"""A card over its window that has the keyboard while it is open, and gives the focus back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from studio.ui.kit.frames import Card
from studio.ui.kit.look import KEEPS_KEYS

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent

EDGE = 16


class Overlay(QWidget):
    """Closes on Escape and on a press beside its card, which does nothing else then.

    It is no popup window: those have no input method on some systems. `closed` when the focus is back.
    """

    closed = Signal()

    def __init__(self, host: QWidget, *, name: str, width: int, top: int) -> None:
        """Its card lies `top` px under the upper edge of the window `host`."""
        super().__init__(host)
        self._host = host
        self._width = width
        self._top = top
        self._before: QWidget | None = None
        self.setAccessibleName(name)
        self.setProperty(KEEPS_KEYS, True)
        self.card = Card(padding=0, parent=self)
        self.hide()

    def open(self, focus: QWidget) -> None:
        """Show it, with the keyboard in `focus`."""
        if self.isHidden():
            self._before = self._host.focusWidget()
            self._host.installEventFilter(self)
            self.place()
            self.show()
            self.raise_()
        focus.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Close it; the focus goes back to where it was."""
        if self.isHidden():
            return
        self._host.removeEventFilter(self)
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            self._host.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()
        self.closed.emit()

    def place(self) -> None:
        """Cover the window; the card is as high as it wants and the window has room for."""
        self.setGeometry(self._host.rect())
        width = min(self._width, self.width() - 2 * EDGE)
        top = min(self._top, self.height() // 8)
        layout = self.card.body
        layout.activate()
        fits_width = layout.hasHeightForWidth()
        wanted = layout.totalHeightForWidth(width) if fits_width else layout.totalSizeHint().height()
        height = max(0, min(wanted, self.height() - top - EDGE))
        self.card.setGeometry((self.width() - width) // 2, top, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() is QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab stays inside."""
        stops = [
            widget
            for widget in self.findChildren(QWidget)
            if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        focus = self._host.focusWidget()
        if stops:
            at = stops.index(focus) if focus in stops else -1
            stops[(at + (1 if forwards else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes one step back; nothing that is typed here is meant for the window below."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.dismiss()
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """What lies below doesn't scroll."""
        event.accept()

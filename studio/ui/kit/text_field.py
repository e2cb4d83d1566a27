"""Line edits: a plain field, and the search field of the top bar."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QWidget

from studio.ui.kit.button import IconButton
from studio.ui.kit.words import KeyCap

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from studio.ui.theme import Theme


class TextField(QLineEdit):
    def __init__(
        self, *, name: str, placeholder: str = "", secret: bool = False, parent: QWidget | None = None
    ) -> None:
        """`secret` shows dots and keeps the words from the clipboard and from input methods."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        if secret:
            self.setEchoMode(QLineEdit.EchoMode.Password)


class SearchField(QLineEdit):
    """Escape clears; on an empty field it says `escaped`, and whoever lays out moves the focus on.

    `hint_pressed` when the keys that are shown while it is empty are pressed with the mouse.
    """

    escaped = Signal()
    hint_pressed = Signal()

    def __init__(
        self,
        theme: "Theme",
        *,
        name: str,
        placeholder: str = "",
        shortcut_hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cap = KeyCap(shortcut_hint, self)
        self._cap.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear = IconButton(theme, "x", name=self.tr("Clear search"), small=True, parent=self)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.clicked.connect(self.clear)
        self.setAccessibleName(name)
        self.setAccessibleDescription(shortcut_hint)
        self.setPlaceholderText(placeholder)
        self.setTextMargins(30, 0, 64, 0)
        self.textChanged.connect(self._show_right)
        theme.changed.connect(self.update)
        self._show_right()

    def set_hint(self, keys: str) -> None:
        """Show these keys while it is empty."""
        self._cap.setText(keys)
        self.setAccessibleDescription(keys)
        self._show_right()

    def mousePressEvent(self, event: "QMouseEvent") -> None:
        """The keys stand over the field, and are no part of what is written."""
        if self._cap.isVisible() and self._cap.geometry().contains(event.position().toPoint()):
            self.hint_pressed.emit()
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.text():
            self.clear()
        else:
            self.escaped.emit()

    def resizeEvent(self, event: "QResizeEvent") -> None:
        super().resizeEvent(event)
        self._show_right()

    def paintEvent(self, event: "QPaintEvent") -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        icon = self._theme.icons.pixmap("search", size=14, role="muted", dpr=self.devicePixelRatioF())
        painter.drawPixmap(10, (self.height() - 14) // 2, icon)

    def _show_right(self) -> None:
        """The shortcut while it is empty, a button that clears it while it isn't."""
        self._clear.setVisible(bool(self.text()))
        self._cap.setVisible(bool(self._cap.text()) and not self.text())
        self._cap.adjustSize()
        for widget, size in ((self._cap, self._cap.size()), (self._clear, self._clear.sizeHint())):
            widget.resize(size)
            widget.move(self.width() - size.width() - 6, (self.height() - size.height()) // 2)

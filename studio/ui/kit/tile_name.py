"""The name of a tile while it is written anew, over the tile's caption."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from studio.ui.kit.look import set_look
from studio.ui.kit.text_field import TextField

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from studio.ui.kit.thumb_tile import ThumbTile

WIDTH, HEIGHT = 150, 26


class TileName(TextField):
    """Enter, or going elsewhere, takes the name; Escape leaves the old one. `written` carries the tile's id
    and what was written; `left` when it is over and the focus has to go somewhere.
    """

    written = Signal(str, str)
    left = Signal()

    def __init__(self, strip: QWidget, *, name: str) -> None:
        super().__init__(name=name, parent=strip)
        set_look(self, "inline", value=True)
        self._strip = strip
        self._id = ""
        self._writing = False
        self.hide()

    def begin(self, tile: "ThumbTile", text: str) -> None:
        """Write the name of this tile anew, beginning with `text`."""
        self._id = tile.thumb.id
        self._writing = True
        self.setText(text)
        self.selectAll()
        strip = self._strip
        below = tile.mapTo(strip, QPoint(0, tile.height() - HEIGHT))
        width = min(WIDTH, strip.width())
        self.setGeometry(max(0, min(below.x(), strip.width() - width)), below.y(), width, HEIGHT)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Its keys are its own, whatever they do elsewhere in the window."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self._end(take=False)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._end(take=True)
            case _:
                QLineEdit.keyPressEvent(self, event)

    def focusOutEvent(self, event: "QFocusEvent") -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._end(take=True)

    def _end(self, *, take: bool) -> None:
        if not self._writing:
            return
        self._writing = False
        if take:
            self.written.emit(self._id, self.text())
        if self.hasFocus():
            self.left.emit()
        self.hide()

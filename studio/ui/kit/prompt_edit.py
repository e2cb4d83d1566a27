"""The prompt editor: plain words, grows with them, takes pictures."""

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from studio.ui.kit.pictures import has_pictures, pictures_in

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent

    from studio.ui.theme import Theme

# Border and padding above and below, as the style sheet sets them.
FRAME = 24
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PromptEdit(QTextEdit):
    """Enter makes a new line, Ctrl+Enter submits, and neither while an input method is composing.

    `pictures_pasted` carries a tuple of Picture, from a paste or a drop; words beside them are left out.
    """

    text_edited = Signal(str)
    submitted = Signal()
    pictures_pasted = Signal(object)

    def __init__(
        self,
        theme: "Theme",
        *,
        name: str,
        placeholder: str = "",
        minimum_lines: int = 6,
        maximum_lines: int = 14,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._line = theme.tokens.sizes.prompt_line
        self._lines = (minimum_lines, maximum_lines)
        self._composing = False
        self._setting = False
        self._told = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._space_lines()
        self.textChanged.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    @property
    def text(self) -> str:
        return self.toPlainText()

    @property
    def composing(self) -> bool:
        """Whether an input method holds words that aren't in the text yet."""
        return self._composing

    def set_text(self, text: str) -> None:
        """Replace the words, as a step that can be undone; equal words leave the caret where it is."""
        if text == self.text:
            return
        self._setting = True
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self._told = self.text
        self._setting = False

    def set_minimum_lines(self, lines: int) -> None:
        self._lines = (lines, max(lines, self._lines[1]))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        lowest, highest = (lines * self._line for lines in self._lines)
        wanted = math.ceil(self.document().size().height())
        return QSize(240, min(max(wanted, lowest), highest) + FRAME)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and _submits(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        if _submits(event):
            if not self._composing and not event.isAutoRepeat():
                self.submitted.emit()
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: "QInputMethodEvent") -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: "QFocusEvent") -> None:
        self._composing = False
        super().focusOutEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return has_pictures(source) or source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        pictures = pictures_in(source)
        if pictures:
            self.pictures_pasted.emit(pictures)
        elif source.hasText():
            self.textCursor().insertText(source.text())
            self.ensureCursorVisible()

    def _tell(self) -> None:
        """Qt says that the text has changed when a word of it is coloured, too."""
        if not self._setting and self.text != self._told:
            self._told = self.text
            self.text_edited.emit(self.text)

    def _space_lines(self) -> None:
        """One line height for all scripts, so that Chinese in the middle doesn't move the lines."""
        document = self.document()
        document.setDocumentMargin(0)
        document.setUndoRedoEnabled(False)
        spaced = QTextBlockFormat()
        spaced.setLineHeight(self._line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self.textCursor().setBlockFormat(spaced)
        document.setUndoRedoEnabled(True)


def _submits(event: QEvent) -> bool:
    from PySide6.QtGui import QKeyEvent

    if not isinstance(event, QKeyEvent) or event.key() not in ENTER:
        return False
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)

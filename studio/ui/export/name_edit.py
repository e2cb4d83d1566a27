"""One line for a template of names: placeholders stand out, and are offered as soon as "{" is typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from studio.domain.export_names import Placeholder
from studio.ui.kit import Offer, OfferList

if TYPE_CHECKING:
    from PySide6.QtGui import QInputMethodEvent

    from studio.ui.theme import Theme
    from studio.viewmodels.export_placeholders import PlaceholderOffer

GROUND = 0.18
PAD = 8
FRAME = 2
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BEGUN = re.compile(r"\{([a-z]*)$")
_WHOLE = re.compile(r"\{[^{}]*\}")
_KNOWN = frozenset(f"{{{one.value}}}" for one in Placeholder)


class _Marks(QSyntaxHighlighter):
    """What is known has a ground, what isn't is underlined as wrong."""

    def __init__(self, theme: Theme, edit: QTextEdit) -> None:
        super().__init__(edit.document())
        self._theme = theme
        theme.changed.connect(self._dress)
        self._dress()

    def highlightBlock(self, text: str) -> None:
        for found in _WHOLE.finditer(text):
            start = len(text[: found.start()].encode("utf-16-le", "surrogatepass")) // 2
            known = found[0] in _KNOWN
            self.setFormat(start, len(found[0]), self._known if known else self._unknown)

    def _dress(self) -> None:
        self._known = QTextCharFormat()
        colour = self._theme.colour("info")
        self._known.setForeground(colour)
        colour.setAlphaF(GROUND)
        self._known.setBackground(colour)
        self._unknown = QTextCharFormat()
        self._unknown.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        self._unknown.setUnderlineColor(self._theme.colour("bad"))
        self.rehighlight()


class NameEdit(QTextEdit):
    """Enter is left to the dialog. `edited` carries the text that a person changed."""

    edited = Signal(str)

    def __init__(self, theme: Theme, *, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._offers: tuple[PlaceholderOffer, ...] = ()
        self._offered: tuple[PlaceholderOffer, ...] = ()
        self._told = ""
        self._composing = False
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QTextEdit.LineWrapMode.NoWrap)
        self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self._marks = _Marks(theme, self)
        self.list = OfferList(theme, self, name=self.tr("Placeholders"))
        self.list.taken.connect(self._take)
        self.textChanged.connect(self._tell)

    @property
    def text(self) -> str:
        """What is written."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Equal words leave the caret where it is."""
        if text != self.text:
            self._told = text
            self.setPlainText(text)
            self.moveCursor(QTextCursor.MoveOperation.End)

    def set_offers(self, offers: tuple[PlaceholderOffer, ...]) -> None:
        """What can be inserted."""
        self._offers = offers

    def insert(self, written: str) -> None:
        """Put this where the caret is."""
        self.textCursor().insertText(written)
        self.setFocus()

    def sizeHint(self) -> QSize:
        return QSize(200, self._theme.tokens.sizes.field)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._theme.tokens.sizes.field)

    def event(self, event: QEvent) -> bool:
        """Before Tab leads to the next field."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and not self._composing:
            return self.list.take_key(event) or super().event(event)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not self._composing:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.textCursor().insertText(" ".join(source.text().split()))

    def _tell(self) -> None:
        if self.text == self._told:
            return
        self._told = self.text
        self.edited.emit(self.text)
        self._offer()

    def _offer(self) -> None:
        begun = _BEGUN.search(self.text[: self._caret()])
        self._offered = tuple(
            one for one in self._offers if begun and one.written.startswith(f"{{{begun[1]}")
        )
        if self._offered or not self.list.isHidden():
            self.list.offer([Offer(one.written, one.meaning) for one in self._offered], chosen=0)

    def _caret(self) -> int:
        """In letters; Qt counts in units of UTF-16."""
        units = self.text.encode("utf-16-le", "surrogatepass")[: 2 * self.textCursor().position()]
        return len(units.decode("utf-16-le", "replace"))

    def _take(self, row: int) -> None:
        begun = _BEGUN.search(self.text[: self._caret()])
        if begun and row < len(self._offered):
            cursor = self.textCursor()
            cursor.movePosition(
                QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(begun[0])
            )
            cursor.insertText(self._offered[row].written)
        self.list.dismiss()

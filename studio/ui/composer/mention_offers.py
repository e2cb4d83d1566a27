"""Offers the names of references as soon as "@" is typed."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize
from PySide6.QtGui import QTextCursor

from studio.domain.handles import being_named
from studio.ui.composer.mention_marks import letters_before, utf16_place
from studio.ui.kit import Offer, OfferList

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from studio.ui.kit import PromptEdit
    from studio.ui.theme import Theme

translate = QCoreApplication.translate

WIDTH = 260
GAP = 6
EDGE = 8


class MentionOffers(QObject):
    """Has the keys of the editor while it offers something, but never while an input method composes."""

    def __init__(self, theme: "Theme", prompt: "PromptEdit") -> None:
        super().__init__(prompt)
        self._prompt = prompt
        self._handles: tuple[str, ...] = ()
        self._notes: dict[str, str] = {}
        self._offered: tuple[str, ...] = ()
        self._list = _AtTheName(theme, prompt)
        self._list.taken.connect(self._take)
        prompt.installEventFilter(self)
        prompt.text_edited.connect(self._offer)
        prompt.cursorPositionChanged.connect(self._follow)

    def show_handles(self, notes: dict[str, str]) -> None:
        """The names of references in their order, each with what it says beside it."""
        self._handles, self._notes = tuple(notes), notes
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.KeyPress if not self._list.isHidden() and not self._prompt.composing:
                return self._list.take_key(cast("QKeyEvent", event))
            case QEvent.Type.FocusOut | QEvent.Type.InputMethod:
                self._list.dismiss()
            case _:
                pass
        return False

    def _follow(self) -> None:
        """The cursor has moved, or the names are others."""
        if not self._list.isHidden():
            self._offer()

    def _offer(self) -> None:
        begun = None if self._prompt.composing else self._begun()
        self._offered = () if begun is None else self._matching(begun.lower())
        if begun is not None and self._offered:
            self._list.stand_at(self._name_cursor(begun))
        offers = [Offer(f"@{handle}", self._notes[handle]) for handle in self._offered]
        if offers or not self._list.isHidden():
            self._list.offer(offers, chosen=0)

    def _begun(self) -> str | None:
        text = self._prompt.text
        cursor = self._prompt.textCursor()
        if cursor.hasSelection():
            return None
        return being_named(text, letters_before(text, cursor.position()))

    def _matching(self, begun: str) -> tuple[str, ...]:
        """Those that begin so, then those that hold it; none where one of them stands there already."""
        if begun in self._handles:
            return ()
        first = [handle for handle in self._handles if handle.startswith(begun)]
        return (*first, *(handle for handle in self._handles if begun in handle and handle not in first))

    def _name_cursor(self, begun: str) -> QTextCursor:
        """From the sign to the cursor."""
        cursor = self._prompt.textCursor()
        end = cursor.position()
        cursor.setPosition(end - utf16_place(begun, len(begun)) - 1)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _take(self, row: int) -> None:
        begun = self._begun()
        if begun is not None and row < len(self._offered):
            # One step for undo, and the editor's own cursor ends behind it.
            self._name_cursor(begun).insertText(f"@{self._offered[row]}")
        self._list.dismiss()


class _AtTheName(OfferList):
    """Stands under the name that is being written, or over it where there is no room."""

    def __init__(self, theme: "Theme", prompt: "PromptEdit") -> None:
        super().__init__(theme, prompt, name=translate("composer", "Names of references"), narrowest=WIDTH)
        self._prompt = prompt
        self._start = prompt.textCursor()

    def stand_at(self, name: QTextCursor) -> None:
        """`name` is selected from its sign to the cursor."""
        self._start = QTextCursor(name)
        self._start.setPosition(name.selectionStart())

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, super().sizeHint().height())

    def place(self) -> None:
        window = self._prompt.window()
        line = self._prompt.cursorRect(self._start)
        above = self._prompt.viewport().mapTo(window, line.topLeft())
        size = self.sizeHint()
        left = max(EDGE, min(above.x(), window.width() - size.width() - EDGE))
        top = above.y() + line.height() + GAP
        if top + size.height() > window.height() - EDGE:
            top = max(EDGE, above.y() - GAP - size.height())
        self.setGeometry(left, top, size.width(), min(size.height(), window.height() - top - EDGE))

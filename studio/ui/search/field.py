"""The search field of the top bar: completes what is typed, and searches by colour."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from studio.ui.kit import IconButton, SearchField
from studio.ui.kit.offer_list import ENTER, Offer, OfferList

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from studio.ui.search.colour_panel import ColourPanel
    from studio.ui.theme import Theme
    from studio.viewmodels.search import SearchViewModel
    from studio.viewmodels.suggestions import SuggestionsViewModel

LIST_WIDTH = 440


class GallerySearch(SearchField):
    """`left` when the person goes on to what was found: Enter, or Escape in the empty field."""

    left = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        search: SearchViewModel,
        suggestions: SuggestionsViewModel,
        palette: Callable[[], tuple[str, ...]],
        shortcut_hint: str,
        parent: QWidget | None = None,
    ) -> None:
        """`palette` tells the main colours of the picture that is selected now."""
        super().__init__(
            theme,
            name=self.tr("Search"),
            placeholder=self.tr("Search prompts, tags, sizes…"),
            shortcut_hint=shortcut_hint,
            parent=parent,
        )
        self._search = search
        self._suggestions = suggestions
        self._picture_palette = palette
        self._composing = False
        self._asked = ""
        self._colour = IconButton(theme, "palette", name=self.tr("Search by colour"), small=True, parent=self)
        self._colour.clicked.connect(self._pick_colour)
        self.setTextMargins(30, 0, 92, 0)
        self.textEdited.connect(self._edit)
        self.textChanged.connect(self._write)
        self.cursorPositionChanged.connect(self._follow_cursor)
        self.escaped.connect(self.left)
        search.state_changed.connect(self._show)
        suggestions.changed.connect(self._offer)
        self._show()

    # Both are built when they are first shown: the window opens sooner without them.

    @cached_property
    def offers(self) -> OfferList:
        """What is offered under it."""
        made = OfferList(self._theme, self, name=self.tr("Suggestions"), narrowest=LIST_WIDTH)
        made.taken.connect(self._take)
        return made

    @cached_property
    def colours(self) -> ColourPanel:
        """Where a colour is chosen."""
        from studio.ui.search.colour_panel import ColourPanel

        made = ColourPanel(self._theme, self._colour)
        made.chosen.connect(self._search_colour)
        return made

    # Writing

    def _write(self, text: str) -> None:
        self._search.write(text)

    def _edit(self, text: str) -> None:
        if text.strip():
            self._ask()
        else:
            self._suggestions.stop()

    def _ask(self) -> None:
        self._asked = self.text()
        self._suggestions.ask(self._asked, self.cursorPosition())

    def _follow_cursor(self) -> None:
        """Moved in what is written; while it is being written the cursor moves too."""
        if self._is_offering() and self.text() == self._asked:
            self._ask()

    def _show(self) -> None:
        """The text was changed elsewhere, as by taking off a chip."""
        text = self._search.state.query.text
        if text != self.text():
            self.setText(text)

    # Completing

    def _is_offering(self) -> bool:
        return "offers" in self.__dict__ and not self.offers.isHidden()

    def _offer(self) -> None:
        offered = self._suggestions.offered if self.hasFocus() and not self._composing else ()
        if offered or self._is_offering():
            self.offers.offer([Offer(one.title, one.note) for one in offered])

    def _take(self, row: int) -> None:
        offered = self._suggestions.offered
        if row < len(offered):
            taken = offered[row]
            self._suggestions.stop()
            self.setText(taken.text)
            self.setCursorPosition(taken.cursor)
            # Behind the colon of a field its values are offered at once.
            if taken.text[: taken.cursor].endswith(":"):
                self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """First what is offered has the keys; never while an input method is composing."""
        if self._composing:
            super().keyPressEvent(event)
        elif self._is_offering() and self.offers.take_key(event):
            if self.offers.isHidden():
                self._suggestions.stop()
        elif event.key() in ENTER:
            self._suggestions.stop()
            self._search.remember()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self._ask()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab takes what is offered before it goes on."""
        if forwards and self._is_offering():
            self._take(self.offers.row or 0)
            return True
        return super().focusNextPrevChild(forwards)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """While it composes nothing is offered."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if self._composing:
            self._suggestions.stop()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What is offered goes with the focus; what was searched for was meant."""
        super().focusOutEvent(event)
        self._composing = False
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._suggestions.stop()
            self._search.remember()

    # By colour

    def _search_colour(self, colour: str) -> None:
        self._search.near(f"color:{colour}")

    def _pick_colour(self) -> None:
        self.colours.choose(self._picture_palette())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The button stands left of the shortcut."""
        super().resizeEvent(event)
        size = self._colour.sizeHint()
        self._colour.resize(size)
        self._colour.move(self.width() - size.width() - 60, (self.height() - size.height()) // 2)

"""The filters over the gallery: those that are one click away, and those that were typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from studio.ui.kit import Button, ButtonKind, Chip, FlowLayout, TextField, Words, set_look
from studio.ui.kit.removable_chip import RemovableChip
from studio.viewmodels.search_words import problem_words

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtGui import QResizeEvent

    from studio.domain.search import Chip as Term
    from studio.ui.theme import Theme
    from studio.viewmodels.search import SearchViewModel
    from studio.viewmodels.search_state import QuickFilter

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
GAP, CHIP = 8, 26


class QuickChips(QWidget):
    """In one row; the last ones go when there is no room. What finds nothing isn't offered."""

    def __init__(self, search: SearchViewModel, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = search
        self._chips: dict[str, Chip] = {}
        self.setAccessibleName(self.tr("Filters"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for quick in search.state.quick:
            self._chips[quick.id] = self._made(quick.id)
        search.state_changed.connect(self._show)
        self._show()

    def sizeHint(self) -> QSize:
        """All of them beside each other."""
        shown = [chip.sizeHint() for chip in self._chips.values() if self._wanted(chip)]
        width = sum(size.width() + GAP for size in shown)
        return QSize(width, max((size.height() for size in shown), default=26))

    def minimumSizeHint(self) -> QSize:
        """At least the first."""
        return next(iter(self._chips.values())).sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many as there is room for."""
        super().resizeEvent(event)
        self._place()

    def _made(self, id_: str) -> Chip:
        chip = Chip(self._words(id_), parent=self)
        chip.clicked.connect(lambda: self._toggle(id_))
        return chip

    def _words(self, id_: str) -> str:
        words = {
            "all": self.tr("All"),
            "picks": self.tr("Picks"),
            "session": self.tr("This session"),
            "4k": self.tr("4K"),
            "unrated": self.tr("Unrated"),
        }
        return words[id_]

    def _toggle(self, id_: str) -> None:
        self._search.toggle(id_)
        self._show()

    def _show(self) -> None:
        for quick in self._search.state.quick:
            chip = self._chips[quick.id]
            chip.setChecked(quick.chosen)
            chip.set_count(quick.count)
            chip.setProperty("wanted", _is_wanted(quick))
        self.updateGeometry()
        self._place()

    def _wanted(self, chip: Chip) -> bool:
        return bool(chip.property("wanted"))

    def _place(self) -> None:
        left = 0
        for chip in self._chips.values():
            size = chip.sizeHint()
            fits = self._wanted(chip) and (not left or left + size.width() <= self.width())
            if fits:
                chip.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())
                left += size.width() + GAP
            chip.setVisible(fits)


def _is_wanted(quick: QuickFilter) -> bool:
    return not quick.term or quick.chosen or bool(quick.count)


class FilterRow(QWidget):
    """Shown while something is searched for; the search can be kept from here."""

    def __init__(self, theme: Theme, search: SearchViewModel, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._search = search
        self._shown: tuple[Term, ...] = ()
        self._chips: list[RemovableChip] = []
        self.setAccessibleName(self.tr("Search terms"))
        # The flow knows no margins of its own.
        around = QVBoxLayout(self)
        around.setContentsMargins(16, 0, 16, 8)
        self._flow = FlowLayout(gap=6)
        around.addLayout(self._flow)
        self._save = Button(theme, self.tr("Save search…"), kind=ButtonKind.LINK)
        self._save.setFixedHeight(CHIP)
        self._naming = QWidget()
        naming = QHBoxLayout(self._naming)
        naming.setContentsMargins(0, 0, 0, 0)
        self._name = TextField(name=self.tr("Name of the search"), placeholder=self.tr("Name of the search"))
        self._name.setFixedWidth(200)
        set_look(self._name, "inline", value=True)
        self._name.installEventFilter(self)
        naming.addWidget(self._name)
        naming.addWidget(Words(self.tr("Enter keeps it"), role="faint"))
        self._found = Words("", role="caption")
        self._found.setFixedHeight(CHIP)
        for widget in (self._found, self._save, self._naming):
            self._flow.addWidget(widget)
        self._naming.hide()
        self._save.clicked.connect(self.ask_name)
        search.state_changed.connect(self._show)
        self._show()

    def show_found(self, count: int, *, counted: bool = True) -> None:
        """Say how many versions the search finds, or that there are more than these."""
        number = f"{count:,}" if counted else f"{count:,}+"
        words = self.tr("1 picture") if number == "1" else self.tr("{count} pictures").format(count=number)
        self._found.setText(words)

    def ask_name(self) -> None:
        """Keep the search under a name that is written here."""
        self._save.hide()
        self._name.clear()
        self._naming.show()
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter keeps the search, Escape doesn't."""
        if watched is self._name and isinstance(event, QKeyEvent) and event.type() == event.Type.KeyPress:
            if event.key() in ENTER and self._name.text().strip():
                self._search.save(self._name.text())
                self._leave_name()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._leave_name()
                return True
        return super().eventFilter(watched, event)

    def _leave_name(self) -> None:
        had_focus = self._name.hasFocus()
        self._naming.hide()
        self._save.setVisible(self._search.can_save)
        if had_focus and self._search.can_save:
            self._save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        terms = self._search.state.filters
        if terms != self._shown:
            self._shown = terms
            self._build(terms)
        if self._naming.isHidden():
            self._save.setVisible(self._search.can_save)
        elif not self._search.can_save:
            self._leave_name()
        self.setVisible(bool(terms) or self._search.can_save)

    def _build(self, terms: tuple[Term, ...]) -> None:
        """Chips for these; where the last one goes with the focus, the one before it has it."""
        while len(self._chips) > len(terms):
            chip = self._chips.pop()
            if chip.hasFocus() and self._chips:
                self._chips[-1].setFocus(Qt.FocusReason.OtherFocusReason)
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        while len(self._chips) < len(terms):
            at = len(self._chips)
            chip = RemovableChip(self._theme, "", name="", parent=self)
            chip.removed.connect(lambda at=at: self._search.take_off(self._shown[at]))
            self._chips.append(chip)
            self._flow.insert_widget(at, chip)
            chip.show()
        for chip, term in zip(self._chips, terms, strict=True):
            self._name_chip(chip, term)

    def _name_chip(self, chip: RemovableChip, term: Term) -> None:
        words = " ".join(term.text.split())
        why = problem_words(term.problem) if term.problem else ""
        chip.set_words(words, name=self.tr("Take off {term}").format(term=words))
        set_look(chip, "problem", bool(why))
        chip.setAccessibleDescription(why)
        if why:
            chip.setToolTip(f"{words}: {why}")

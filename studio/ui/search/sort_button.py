"""What the gallery is sorted by, and which way round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QSizePolicy

from studio.domain.query import Sort, SortKey
from studio.ui.kit import MenuButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from studio.ui.theme import Theme
    from studio.viewmodels.search import SearchViewModel


class SortButton(MenuButton):
    """Its label is the order."""

    def __init__(self, theme: Theme, search: SearchViewModel, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self._search = search
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)
        search.state_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        words = self._words(self._search.state.query.sort)
        self.setText(words)
        self.setAccessibleName(self.tr("Order: {order}").format(order=words))

    def _words(self, sort: Sort) -> str:
        first, last = {
            SortKey.DATE: (self.tr("Newest first"), self.tr("Oldest first")),
            SortKey.COST: (self.tr("Dearest first"), self.tr("Cheapest first")),
            SortKey.RATING: (self.tr("Best rated first"), self.tr("Least rated first")),
            SortKey.SIZE: (self.tr("Largest first"), self.tr("Smallest first")),
            SortKey.NEAREST: (self.tr("Nearest first"), self.tr("Farthest first")),
        }[sort.key]
        return first if sort.descending else last

    def _key_words(self) -> dict[SortKey, str]:
        words = {
            SortKey.DATE: self.tr("Date"),
            SortKey.COST: self.tr("Cost"),
            SortKey.RATING: self.tr("Rating"),
            SortKey.SIZE: self.tr("Size"),
        }
        if self._search.state.can_be_near:
            words[SortKey.NEAREST] = self.tr("Likeness")
        return words

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        now = self._search.state.query.sort
        for key, words in self._key_words().items():
            self._add(menu, words, Sort(key, descending=True), chosen=key is now.key)
        menu.addSeparator()
        for descending in (True, False):
            sort = Sort(now.key, descending=descending)
            self._add(menu, self._words(sort), sort, chosen=sort == now)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def _add(self, menu: QMenu, words: str, sort: Sort, *, chosen: bool) -> None:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(chosen)
        action.triggered.connect(lambda: self._search.sort_by(sort))

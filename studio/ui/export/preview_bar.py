"""How many files an export makes and what they are called; opened, all of their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListView, QStyledItemDelegate

from studio.ui.kit import Card, Elided, IconButton
from studio.viewmodels.export_words import preview_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

    from studio.ui.theme import Theme
    from studio.viewmodels.export_state import ExportState

Index = QModelIndex | QPersistentModelIndex
LINE, MOST_LINES, MARGIN = 20, 4, 8


class _Lines(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), LINE)


class PreviewBar(Card):
    """`folded` when it got higher or lower."""

    folded = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(padding=0, framed=False)
        self.setAccessibleName(self.tr("Files"))
        self._shown: tuple[str, ...] = ()
        self._words = Elided(role="muted")
        self.more = IconButton(theme, "chevron-down", name=self.tr("All names"), small=True)
        self.more.setCheckable(True)
        self._names = QStringListModel(self)
        self.list = QListView()
        self.list.setModel(self._names)
        self.list.setAccessibleName(self.tr("All names"))
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(_Lines(self.list))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.hide()
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 8, 8)
        row.addWidget(self._words, 1)
        row.addWidget(self.more)
        self.body.setSpacing(0)
        self.body.addLayout(row)
        below = QHBoxLayout()
        below.setContentsMargins(MARGIN, 0, MARGIN, 0)
        below.addWidget(self.list)
        self.body.addLayout(below)
        self.more.toggled.connect(self._unfold)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.whole

    def show_state(self, state: ExportState) -> None:
        """Show the files of this state."""
        self._words.set_words(preview_words(state))
        names = state.foreseen.names if state.foreseen else ()
        self.more.setVisible(bool(names))
        if names is not self._shown:
            self._shown = names
            self._show_names()

    def fit(self, *, spare: int = 0) -> None:
        """As high as its names want; `spare` px less where there is no room, but never less than a line."""
        wanted = min(len(self._shown), MOST_LINES) * LINE
        self.list.setFixedHeight(max(LINE, wanted - spare))

    def _unfold(self, on: bool) -> None:
        self.more.set_icon("chevron-up" if on else "chevron-down")
        self._show_names()
        self.list.setVisible(on)
        self.body.setContentsMargins(0, 0, 0, MARGIN if on else 0)
        self.folded.emit()

    def _show_names(self) -> None:
        """Thousands of them are listed only where somebody looks."""
        self._names.setStringList(self._shown if self.more.isChecked() else ())

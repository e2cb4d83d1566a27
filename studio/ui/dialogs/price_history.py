"""The dialog that shows when which price changed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from studio.ui.kit import Dialog, Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from studio.ui.theme import Theme
    from studio.viewmodels.chart_saving import ChartSaving
    from studio.viewmodels.price_history import PriceHistoryViewModel

translate = QCoreApplication.translate

WIDTH = 620
HEIGHT = 340
ROW = 26
GROUP, FIRST_FIGURE = 1, 3
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PriceHistoryDialog(Dialog[bool]):
    """A table to read and to copy; it answers nothing."""

    def __init__(
        self,
        theme: "Theme",
        history: "PriceHistoryViewModel",
        saving: "ChartSaving",
        *,
        parent: "QWidget | None" = None,
    ) -> None:
        super().__init__(theme, title=translate("dialogs", "Price history"), parent=parent)
        self._history = history
        self._saving = saving
        self.setMinimumWidth(WIDTH)
        self._about = Words(role="muted", wrap=True)
        self.table = self._make_table()
        self.body.addWidget(self._about)
        self.body.addWidget(self.table)
        self._copy = self.add_action(self.tr("Copy table"), self._copy_table)
        self.add_action(self.tr("Close"), self.reject, default=True).setFocus()
        history.state_changed.connect(self._show)
        self._show()
        history.read()

    def _make_table(self) -> QTreeWidget:
        table = QTreeWidget()
        table.setAccessibleName(self.tr("Price history"))
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setMinimumHeight(HEIGHT)
        table.header().setStretchLastSection(False)
        return table

    def _copy_table(self) -> None:
        self._saving.copy(self._history.state.table)

    def _show(self) -> None:
        state = self._history.state
        self._about.set_words(state.about or self.tr("Reading…"))
        self._copy.setVisible(bool(state.table.rows))
        self.table.setVisible(bool(state.table.rows))
        self.table.clear()
        self.table.setHeaderLabels(list(state.table.headings))
        items = [QTreeWidgetItem(list(row)) for row in state.table.rows]
        self.table.addTopLevelItems(items)
        for column in range(len(state.table.headings)):
            self._arrange(column, items)

    def _arrange(self, column: int, items: list[QTreeWidgetItem]) -> None:
        """Names at the left, with the room that is left over; figures at the right."""
        fits, takes_all = QHeaderView.ResizeMode.ResizeToContents, QHeaderView.ResizeMode.Stretch
        self.table.header().setSectionResizeMode(column, takes_all if column == GROUP else fits)
        if column >= FIRST_FIGURE:
            for item in (self.table.headerItem(), *items):
                item.setTextAlignment(column, RIGHT)
        if column == GROUP:
            for item in items:
                item.setSizeHint(column, QSize(0, ROW))

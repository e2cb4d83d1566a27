"""Spend by day as a table: the same figures that the chart paints, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QShowEvent

    from studio.domain.spending import Spending
    from studio.viewmodels.ledger import LedgerViewModel

_ROW = 24


class DayTable(QTableWidget):
    """All days there are. Copying it (Ctrl+C) gives text that a spreadsheet takes."""

    def __init__(self, ledger: LedgerViewModel, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ledger = ledger
        self._shown: tuple[Spending, ...] | None = None
        self._titles = (self.tr("Day"), self.tr("Charged"), self.tr("Unknown"), self.tr("Reserved"))
        self.setAccessibleName(self.tr("Spend by day, as a table"))
        self.setColumnCount(len(self._titles))
        self.setHorizontalHeaderLabels(self._titles)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setHighlightSections(False)
        ledger.state_changed.connect(self._follow)

    def showEvent(self, event: QShowEvent) -> None:
        """Filled when it is looked at."""
        super().showEvent(event)
        self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy is the whole table."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.text())
        else:
            super().keyPressEvent(event)

    def text(self) -> str:
        """Lines of columns with tabs between, money as plain decimals."""
        rows = (
            (one.name, one.charged.plain, one.unknown.plain, one.reserved.plain)
            for one in reversed(self._ledger.state.days)
        )
        return "\n".join("\t".join(row) for row in (self._titles, *rows))

    def _follow(self) -> None:
        days = self._ledger.state.days
        if not self.isVisible() or days is self._shown:
            return
        self._shown = days
        self.setRowCount(len(days))
        for at, one in enumerate(reversed(days)):
            cells = (one.name, str(one.charged), str(one.unknown), str(one.reserved))
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                if column:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.setItem(at, column, item)

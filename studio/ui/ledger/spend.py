"""What was spent, seen from every side: by day, by project, by group, by size."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from studio.domain.geometry import Resolution
from studio.ui.kit import Card, Chip, Words
from studio.ui.ledger.day_chart import DayChart
from studio.ui.ledger.day_table import DayTable
from studio.ui.ledger.spend_list import SpendList

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from studio.ui.theme import Theme
    from studio.viewmodels.ledger import LedgerViewModel

_HEIGHT = 182
_NARROW = 900


class LedgerSpend(QWidget):
    """Cards beside each other. A press in any of them narrows the ledger down; once more takes it back."""

    def __init__(self, theme: Theme, ledger: LedgerViewModel, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ledger = ledger
        self.chart = DayChart(theme, ledger)
        self.table = DayTable(ledger)
        self.as_table = Chip(self.tr("Table"))
        self.as_table.setToolTip(self.tr("Show the days as a table; Ctrl+C copies it"))
        self.projects = SpendList(theme, title=self.tr("By project"))
        self.groups = SpendList(theme, title=self.tr("By group"))
        self.sizes = SpendList(theme, title=self.tr("By size"))
        self.setFixedHeight(_HEIGHT)
        self._lay_out()
        self.as_table.toggled.connect(self._days.setCurrentIndex)
        self.projects.picked.connect(self._pick_project)
        self.groups.picked.connect(self._pick_group)
        self.sizes.picked.connect(self._pick_size)
        ledger.state_changed.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        days, projects, groups, self._sizes = (Card(padding=12) for _ in range(4))
        head = QHBoxLayout()
        head.addWidget(Words(self.tr("Spend by day"), role="label"))
        head.addStretch(1)
        head.addWidget(self.as_table)
        self._days = QStackedWidget()
        self._days.addWidget(self.chart)
        self._days.addWidget(self.table)
        days.body.addLayout(head)
        days.body.addWidget(self._days, 1)
        projects.body.addWidget(self.projects)
        groups.body.addWidget(self.groups)
        self._sizes.body.addWidget(self.sizes)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for card, share in ((days, 4), (projects, 2), (groups, 2), (self._sizes, 1)):
            row.addWidget(card, share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window leaves the sizes to the filter."""
        super().resizeEvent(event)
        self._sizes.setVisible(event.size().width() >= _NARROW)

    def _show(self) -> None:
        state = self._ledger.state
        self.projects.show_spending(state.projects, state.choice.project)
        self.groups.show_spending(state.groups, state.choice.group)
        self.sizes.show_spending(state.sizes, state.choice.size.value if state.choice.size else "")

    def _pick_project(self, name: str) -> None:
        choice = self._ledger.state.choice
        self._ledger.choose(replace(choice, project="" if name == choice.project else name))

    def _pick_group(self, name: str) -> None:
        choice = self._ledger.state.choice
        self._ledger.choose(replace(choice, group="" if name == choice.group else name))

    def _pick_size(self, name: str) -> None:
        choice, size = self._ledger.state.choice, Resolution(name)
        self._ledger.choose(replace(choice, size=None if size is choice.size else size))

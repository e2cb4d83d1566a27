"""The ledger as a page of the window: filters, sums, what was spent on what, and every attempt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from studio.ui.kit import Card, EmptyState, surface
from studio.ui.ledger.filters import LedgerFilters
from studio.ui.ledger.head import LedgerHead
from studio.ui.ledger.settle_bar import SettleBar
from studio.ui.ledger.spend import LedgerSpend
from studio.ui.ledger.sums import LedgerSums
from studio.ui.ledger.table import LedgerTable

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from studio.ui.theme import Theme
    from studio.viewmodels.ledger import LedgerViewModel
    from studio.viewmodels.settling import SettlingViewModel


class LedgerPage(QWidget):
    """Shows what its view-model says. `compose_requested` where there is nothing to show yet."""

    compose_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        ledger: LedgerViewModel,
        settling: SettlingViewModel,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ledger = ledger
        surface(self, "window")
        self.setAccessibleName(self.tr("Ledger page"))
        self.head = LedgerHead(theme, ledger)
        self.filters = LedgerFilters(theme, ledger)
        self.sums = LedgerSums(ledger)
        self.spend = LedgerSpend(theme, ledger)
        self.settle = SettleBar(theme, ledger, settling)
        self.table = LedgerTable(theme, ledger, settling)
        self.empty = EmptyState(
            theme,
            icon="wallet",
            title=self.tr("No attempts yet"),
            words=self.tr(
                "Every call is written down here before it is sent: its price, how it ended, and whether it "
                "was charged."
            ),
            action=self.tr("Write a prompt"),
        )
        self.nothing = EmptyState(
            theme,
            icon="search",
            title=self.tr("Nothing here"),
            words=self.tr("No attempt fits these filters."),
            action=self.tr("Show all"),
        )
        self._lay_out()
        self._listen()
        self._show()

    def _lay_out(self) -> None:
        self._rows = QStackedWidget()
        card = Card(padding=1)
        card.body.addWidget(self.table)
        self._rows.addWidget(card)
        self._rows.addWidget(self.nothing)
        content = QWidget()
        body = QVBoxLayout(content)
        # The words of the filters stand over those below, not the edges of their buttons.
        body.setContentsMargins(4, 0, 16, 16)
        body.setSpacing(12)
        body.addWidget(self.filters)
        below = QVBoxLayout()
        below.setContentsMargins(12, 0, 0, 0)
        below.setSpacing(12)
        for widget in (self.sums, self.spend, self.settle):
            below.addWidget(widget)
        below.addWidget(self._rows, 1)
        body.addLayout(below, 1)
        self._content = QStackedWidget()
        self._content.addWidget(content)
        self._content.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._content, 1)
        self.setFocusProxy(self.table)

    def _listen(self) -> None:
        self.head.back_pressed.connect(self._ledger.close)
        self.empty.acted.connect(self.compose_requested)
        self.nothing.acted.connect(self._ledger.show_everything)
        self.settle.by_hand_pressed.connect(self.table.select_first_soon)
        self._ledger.state_changed.connect(self._show)

    def _show(self) -> None:
        state = self._ledger.state
        self._content.setCurrentIndex(1 if state.is_empty else 0)
        self._rows.setCurrentIndex(1 if state.count == 0 else 0)
        self.spend.setVisible(bool(state.days) or state.count != 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back, whatever has the focus here."""
        if event.key() == Qt.Key.Key_Escape:
            self._ledger.close()
        else:
            super().keyPressEvent(event)

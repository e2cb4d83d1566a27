"""The line over the ledger's rows: what may have been charged, and how that can be settled."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from studio.domain.charge import Charge
from studio.ui.kit import Button, Elided, Words
from studio.viewmodels.settle_offer import CHARGES, SettleOffer, SettleStep, settle_offer, step_words

if TYPE_CHECKING:
    from studio.ui.theme import Theme
    from studio.viewmodels.ledger import LedgerViewModel
    from studio.viewmodels.settling import SettlingViewModel


class SettleBar(QWidget):
    """Stands there where there is something to settle. `by_hand_pressed` asks for the rows to be selected."""

    by_hand_pressed = Signal()

    def __init__(
        self,
        theme: Theme,
        ledger: LedgerViewModel,
        settling: SettlingViewModel,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ledger = ledger
        self._settling = settling
        self._offer = SettleOffer()
        self.setAccessibleName(self.tr("Unknown charges"))
        self._mark = QLabel()
        self._words = Words(role="label")
        self._hint = Elided(role="caption")
        self.buttons = {step: Button(theme, step_words(step), small=True) for step in SettleStep}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self._words)
        row.addWidget(self._hint, 1)
        for step, button in self.buttons.items():
            row.addWidget(button)
            button.clicked.connect(lambda *, step=step: self._press(step))
        theme.changed.connect(self._tint)
        ledger.state_changed.connect(self._show)
        settling.state_changed.connect(self._show)
        self._tint()
        self._show()

    def _press(self, step: SettleStep) -> None:
        match step:
            case SettleStep.ASK_LOG:
                self._settling.ask_log()
            case SettleStep.CLAIM:
                self._ledger.copy_claim()
            case SettleStep.SHOW:
                self._ledger.choose(replace(self._ledger.state.choice, charge=Charge.UNKNOWN))
                self.by_hand_pressed.emit()
            case _:
                self._settling.settle(CHARGES[step])

    def _show(self) -> None:
        found = self._ledger.state.in_question
        if found is not None and found.calls:
            self._settling.learn()
        offer = settle_offer(self._ledger.state, self._settling.state)
        self.setVisible(bool(offer.words))
        if offer == self._offer:
            return
        self._offer = offer
        self._mark.setVisible(offer.warns)
        self._words.set_words(offer.words)
        self._hint.set_words(offer.hint)
        for step, button in self.buttons.items():
            button.setVisible(step in offer.steps)
        log = self.buttons[SettleStep.ASK_LOG]
        log.setEnabled(not offer.is_asking)
        log.setText(self.tr("Asking…") if offer.is_asking else step_words(SettleStep.ASK_LOG))

    def _tint(self) -> None:
        size = self._theme.tokens.sizes.icon
        icon = self._theme.icons.icon("triangle-alert", size=size, role="warning")
        self._mark.setPixmap(icon.pixmap(size, size))

"""What is shown of the ledger comes to: charged, unknown, reserved, and what a kept picture cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.ui.kit import Words, joined

if TYPE_CHECKING:
    from studio.viewmodels.ledger import LedgerViewModel


class LedgerSums(QWidget):
    """Figures beside each other, each with its words over it."""

    def __init__(self, ledger: LedgerViewModel, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ledger = ledger
        self.charged = _Figure(self.tr("Charged"))
        self.unknown = _Figure(self.tr("Unknown"))
        self.reserved = _Figure(self.tr("Reserved"))
        self.per_kept = _Figure(self.tr("Per kept picture"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(36)
        for figure in (self.charged, self.unknown, self.reserved, self.per_kept):
            row.addWidget(figure)
        row.addStretch(1)
        ledger.state_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        total = self._ledger.state.total
        if total is None:
            for figure in (self.charged, self.unknown, self.reserved, self.per_kept):
                figure.show_figure("—")
            return
        calls = self.tr("1 attempt") if total.calls == 1 else self.tr("{count} attempts")
        self.charged.show_figure(str(total.charged), calls.format(count=f"{total.calls:,}"))
        unknown = self.tr("may have been charged") if total.unknown else ""
        self.unknown.show_figure(str(total.unknown), unknown, role="warning" if total.unknown else "text")
        self.reserved.show_figure(str(total.reserved), self.tr("under way") if total.reserved else "")
        kept = self.tr("{kept} of {count} kept").format(kept=f"{total.kept:,}", count=f"{total.pictures:,}")
        per_kept = "—" if total.per_kept is None else f"¥{total.per_kept:,.2f}"
        self.per_kept.show_figure(per_kept, kept if total.pictures else "")


class _Figure(QWidget):
    """A caption, an amount, and a few words beside it."""

    def __init__(self, caption: str) -> None:
        super().__init__()
        self._caption = caption
        self._amount = Words("—", role="heading")
        self._beside = Words(role="caption")
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self._amount)
        line.addWidget(self._beside)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Words(caption, role="caption"))
        column.addLayout(line)

    def show_figure(self, amount: str, beside: str = "", *, role: str = "text") -> None:
        """`role` is that of what stands beside it."""
        self._amount.set_words(amount)
        self._beside.set_words(beside)
        self._beside.set_role("caption" if role == "text" else role)
        self.setAccessibleName(self._caption)
        self.setAccessibleDescription(joined(amount, beside))

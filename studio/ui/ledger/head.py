"""The line over the ledger: the way back, how much there is, and what can leave."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from studio.ui.kit import Button, ButtonKind, Words

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from studio.ui.theme import Theme
    from studio.viewmodels.ledger import LedgerViewModel

NARROW = 680
"""Below this width the count gives way."""


class LedgerHead(QWidget):
    """`back_pressed` for the way back."""

    back_pressed = Signal()

    def __init__(self, theme: Theme, ledger: LedgerViewModel, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ledger = ledger
        self.back = Button(theme, self.tr("Gallery"), kind=ButtonKind.QUIET, icon="arrow-left")
        self.back.setAccessibleName(self.tr("Back to the gallery"))
        self._count = Words(role="caption")
        self.claim = Button(theme, self.tr("Copy refund claim"), icon="copy")
        self.export = Button(theme, self.tr("Export CSV…"), icon="download")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 7, 16, 7)
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addWidget(Words(self.tr("Ledger"), role="heading"))
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self.claim)
        row.addWidget(self.export)
        self.back.clicked.connect(self.back_pressed)
        self.claim.clicked.connect(ledger.copy_claim)
        self.export.clicked.connect(self.ask_where)
        ledger.state_changed.connect(self._show)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window keeps what nothing else tells."""
        super().resizeEvent(event)
        self._count.setVisible(event.size().width() >= NARROW)

    def _show(self) -> None:
        state = self._ledger.state
        words = self.tr("1 attempt") if state.count == 1 else self.tr("{count} attempts")
        self._count.set_words("" if state.count is None else words.format(count=f"{state.count:,}"))
        self.claim.setEnabled(state.disputed > 0)
        self.claim.setToolTip(
            self.tr("A text with times, request ids and amounts of {count} calls").format(
                count=state.disputed
            )
            if state.disputed
            else self.tr("Nothing here is unknown, or came smaller than it was paid.")
        )
        self.export.setEnabled(bool(state.count))

    def ask_where(self) -> None:
        """Ask for a file, without holding anything up."""
        dialog = QFileDialog(self, self.tr("Export CSV"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilter(self.tr("Comma-separated text (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.setDirectory(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )
        dialog.selectFile(f"proofroom-ledger-{self._ledger.today.isoformat()}.csv")
        dialog.fileSelected.connect(self._export)
        dialog.open()

    def _export(self, name: str) -> None:
        self._ledger.export(Path(name))

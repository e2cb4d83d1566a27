"""A quiet card over the window: the export that goes on without its dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from studio.ui.export.progress_part import ProgressPart
from studio.ui.kit import Card

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from studio.ui.theme import Theme
    from studio.viewmodels.exporting import ExportingViewModel

WIDTH, MARGIN = 400, 16


class ExportCard(Card):
    """At the bottom of `host`, at its right; not there while nothing is exported, or a dialog shows it."""

    def __init__(self, theme: Theme, exporting: ExportingViewModel, *, host: QWidget) -> None:
        super().__init__(padding=12, parent=host)
        self._host = host
        self._exporting = exporting
        self._is_elsewhere = False
        self.progress = ProgressPart(theme, exporting)
        self.body.addWidget(self.progress)
        self.setAccessibleName(self.tr("Export"))
        host.installEventFilter(self)
        exporting.state_changed.connect(self._show)
        self._show()

    def stand_back(self, *, back: bool) -> None:
        """A dialog shows it, or doesn't any more."""
        self._is_elsewhere = back
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self._host and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        shown = self._exporting.state.running and not self._is_elsewhere
        self.setVisible(shown)
        if shown:
            self._place()
            self.raise_()

    def _place(self) -> None:
        width = min(WIDTH, self._host.width() - 2 * MARGIN)
        height = self.sizeHint().height()
        right, bottom = self._host.width() - MARGIN, self._host.height() - MARGIN
        self.setGeometry(right - width, bottom - height, width, height)

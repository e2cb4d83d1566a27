"""How far an export is, with what ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from studio.ui.kit import Button, Elided, ProgressLine, Tone

if TYPE_CHECKING:
    from studio.ui.theme import Theme
    from studio.viewmodels.exporting import ExportingViewModel

BAR = 120


class ProgressPart(QWidget):
    """A line: the words, the bar, Stop."""

    def __init__(self, theme: Theme, exporting: ExportingViewModel) -> None:
        super().__init__()
        self._exporting = exporting
        self._words = Elided(role="muted")
        self._bar = ProgressLine(theme, name=self.tr("Export"))
        self._bar.set_tone(Tone.INFO)
        self._bar.setFixedWidth(BAR)
        self.stop = Button(theme, self.tr("Stop"), name=self.tr("Stop exporting"), small=True)
        self.stop.clicked.connect(exporting.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._bar)
        row.addWidget(self.stop)
        exporting.state_changed.connect(self._show)
        self._show()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.whole

    def _show(self) -> None:
        state = self._exporting.state
        self._words.set_words(state.words)
        self._bar.set_fraction(state.fraction)
        self._bar.set_words(state.words)
        self.stop.setEnabled(state.running and not state.stopping)

"""One quiet line over the tiles: what is being imported, or what the window waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from studio.ui.kit import Button, ButtonKind, Elided, ProgressLine, Tone

if TYPE_CHECKING:
    from studio.ui.theme import Theme
    from studio.viewmodels.importing import ImportViewModel
    from studio.viewmodels.waiting import WaitingViewModel


class QuietLine(QWidget):
    """Not there while there is nothing to say."""

    def __init__(
        self,
        theme: Theme,
        *,
        importing: ImportViewModel,
        waiting: WaitingViewModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._importing = importing
        self._waiting = waiting
        self._words = Elided(role="caption", middle=True)
        self._bar = ProgressLine(theme, name=self.tr("Import"))
        self._bar.set_tone(Tone.INFO)
        self._bar.setFixedWidth(120)
        self._stop = Button(theme, self.tr("Stop"), kind=ButtonKind.LINK)
        self._stop.setAccessibleName(self.tr("Stop importing"))
        self._stop.clicked.connect(importing.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 2, 16, 6)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._bar)
        row.addWidget(self._stop)
        importing.state_changed.connect(self._show)
        waiting.changed.connect(self._show)
        self._show()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.whole

    def _show(self) -> None:
        state = self._importing.state
        words = state.words or self._waiting.words
        self._words.set_words(words)
        for part in (self._bar, self._stop):
            part.setVisible(state.running)
        self._bar.set_fraction(state.done / state.total if state.total else 0)
        self._bar.set_words(words)
        self.setVisible(bool(words))

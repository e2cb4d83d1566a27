"""Details of a job that is no picture yet, or never will be: its state in full, and the next steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.ui.details.rows import key_value
from studio.ui.kit import (
    Button,
    Divider,
    FieldLabel,
    FlowLayout,
    KeyValueRows,
    ProgressLine,
    ScrollColumn,
    Tone,
    Words,
)
from studio.viewmodels.detail_rows import job_rows

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from studio.ui.theme import Theme
    from studio.viewmodels.detail_rows import DetailRow
    from studio.viewmodels.job_card import JobCard, NextStep
    from studio.viewmodels.jobs import JobsViewModel


class JobPart(ScrollColumn):
    """Follows one job as long as its card stands in the gallery."""

    def __init__(self, theme: Theme, jobs: JobsViewModel, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._jobs = jobs
        self._job = ""
        self._steps: tuple[NextStep, ...] = ()
        self._shown: tuple[DetailRow, ...] = ()
        self._title = Words(role="heading", wrap=True)
        self._words = Words(role="muted", wrap=True, selectable=True)
        self._bar = ProgressLine(theme, name=self.tr("Progress"))
        self._buttons = FlowLayout()
        self._rows = KeyValueRows(theme)
        self.body.addWidget(self._title)
        self.body.addWidget(self._words)
        self.body.addWidget(self._bar)
        self.body.addSpacing(4)
        self.body.addLayout(self._buttons)
        self.body.addSpacing(8)
        self.body.addWidget(Divider())
        self.body.addSpacing(8)
        self.body.addWidget(FieldLabel(self.tr("Details")))
        self.body.addWidget(self._rows)
        self.body.addStretch(1)
        jobs.state_changed.connect(self._refresh)

    def show_job(self, job_id: str) -> None:
        """Show this job."""
        self._job = job_id
        self._refresh()

    def _refresh(self) -> None:
        card, job = self._jobs.card(self._job), self._jobs.job(self._job)
        if card is None or job is None:
            return
        self._title.set_words(card.title)
        self._words.set_words(card.words)
        self._show_bar(card)
        rows = job_rows(job, card)
        if rows != self._shown:
            self._shown = rows
            self._rows.set_rows(tuple(key_value(row) for row in rows))
        if card.steps != self._steps:
            self._show_steps(card)

    def _show_bar(self, card: JobCard) -> None:
        self._bar.setVisible(card.fraction is not None)
        self._bar.set_fraction(card.fraction or 0.0)
        self._bar.set_tone(Tone(card.tone.value))
        self._bar.set_words(card.words)

    def _show_steps(self, card: JobCard) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._steps = card.steps
        for offered in card.steps:
            button = Button(self._theme, offered.label)
            button.clicked.connect(lambda *, step=offered.step: self._jobs.act(self._job, step))
            self._buttons.addWidget(button)

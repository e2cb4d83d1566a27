"""What jobs ask and what holds them up, said over the gallery."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.domain.words import describe, sentences
from studio.ui.kit import Notice, Tone
from studio.viewmodels.wording import cost_span

if TYPE_CHECKING:
    from studio.domain.errors import LibraryError
    from studio.ui.theme import Theme
    from studio.viewmodels.jobs import JobsViewModel


class JobNotices(QWidget):
    """Not there while there is nothing to say."""

    def __init__(self, theme: Theme, jobs: JobsViewModel, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._asking = Notice(theme)
        self._held_up = Notice(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 2, 16, 8)
        for notice in (self._asking, self._held_up):
            column.addWidget(notice)
        self.hide()
        self._asking.chosen.connect(self._answer_asking)
        self._held_up.chosen.connect(jobs.try_disk_again)
        jobs.state_changed.connect(self._show)

    def _show(self) -> None:
        state = self._jobs.state
        self.setVisible(bool(state.asking) or state.held_up is not None)
        if state.asking:
            self._ask_to_run(len(state.asking), cost_span(state.asking_price, state.asking_most))
        else:
            self._asking.close_words()
        if state.held_up is None:
            self._held_up.close_words()
        else:
            self._say_held_up(state.held_up)

    def _say_held_up(self, error: LibraryError) -> None:
        what = describe(error, QCoreApplication.translate).what
        safe = self.tr("What arrived is kept, and saved as soon as it can be.")
        words = sentences(what, safe)
        if self._held_up.isHidden() or self._held_up.words != words:
            actions = (("again", self.tr("Try again")),)
            self._held_up.show_words(words, tone=Tone.BAD, actions=actions, closable=False)

    def _ask_to_run(self, count: int, price: str) -> None:
        words = (
            self.tr("1 job, {price}. Run it?") if count == 1 else self.tr("{count} jobs, {price}. Run them?")
        )
        words = words.format(count=count, price=price)
        if self._asking.isHidden() or self._asking.words != words:
            run = self.tr("Run for {price}").format(price=price)
            actions = (("run", run), ("discard", self.tr("Discard")))
            self._asking.show_words(words, tone=Tone.WARNING, actions=actions, closable=False)

    def _answer_asking(self, answer: str) -> None:
        if answer == "run":
            self._jobs.run_asking()
        else:
            self._jobs.discard_asking()

"""The right side: all that is known of what is chosen, and the tree it stands in."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from studio.ui.details.job_part import JobPart
from studio.ui.details.many_part import ManyPart
from studio.ui.details.version_part import VersionPart
from studio.ui.kit import EmptyState, surface

if TYPE_CHECKING:
    from studio.ui.theme import Theme
    from studio.ui.version_actions import VersionActions
    from studio.viewmodels.details import DetailsViewModel
    from studio.viewmodels.jobs import JobsViewModel
    from studio.viewmodels.judging import JudgingViewModel
    from studio.viewmodels.linking import LinkingViewModel
    from studio.viewmodels.missing import MissingViewModel
    from studio.viewmodels.saving import SavingViewModel
    from studio.viewmodels.tags import TagsViewModel
    from studio.viewmodels.thumbnails import Thumbnails


class DetailsPanel(QWidget):
    """`iterate_requested` carries a version's id."""

    iterate_requested = Signal(str)

    def __init__(
        self,
        theme: Theme,
        *,
        details: DetailsViewModel,
        thumbnails: Thumbnails,
        saving: SavingViewModel,
        jobs: JobsViewModel,
        judging: JudgingViewModel,
        tags: TagsViewModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._details = details
        self._thumbnails = thumbnails
        self._saving = saving
        self._jobs = jobs
        self._judging = judging
        self._tags = tags
        self._actions: VersionActions | None = None
        self._missing: MissingViewModel | None = None
        self._linking: LinkingViewModel | None = None
        self.setAccessibleName(self.tr("Details"))
        surface(self, "panel", edge="left")
        self._nothing = EmptyState(
            theme,
            icon="info",
            title=self.tr("Nothing selected"),
            words=self.tr("Select a picture to see how it was made, what it cost and what came of it."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.addWidget(self._stack)
        details.state_changed.connect(self._show)
        self._show()

    def furnish(
        self, *, actions: VersionActions, missing: MissingViewModel, linking: LinkingViewModel | None = None
    ) -> None:
        """What can be done with a version, what may be wrong with its file, and which files follow it."""
        self._actions, self._missing, self._linking = actions, missing, linking
        if "_version" in self.__dict__:
            self._version.furnish(actions=actions, missing=missing, linking=linking)

    def build_ahead(self) -> None:
        """What many versions need: selecting a thousand has no time for it."""
        self._many.judgement.build_ahead()

    # The parts are built when they are first shown: the window opens sooner without them.

    @cached_property
    def _version(self) -> VersionPart:
        part = VersionPart(
            self._theme, self._thumbnails, self._saving, judging=self._judging, tags=self._tags
        )
        if self._actions and self._missing:
            part.furnish(actions=self._actions, missing=self._missing, linking=self._linking)
        part.iterate_requested.connect(self.iterate_requested)
        part.version_chosen.connect(self._details.choose)
        self._stack.addWidget(part)
        return part

    @cached_property
    def _job(self) -> JobPart:
        part = JobPart(self._theme, self._jobs)
        self._stack.addWidget(part)
        return part

    @cached_property
    def _many(self) -> ManyPart:
        part = ManyPart(self._theme, judging=self._judging, tags=self._tags)
        part.export_requested.connect(self._ask_export)
        self._stack.addWidget(part)
        return part

    def _ask_export(self, ids: tuple[str, ...]) -> None:
        if self._actions:
            self._actions.export_requested.emit(ids)

    def _show(self) -> None:
        state = self._details.state
        if state.many:
            self._many.show_state(state)
            self._stack.setCurrentWidget(self._many)
        elif state.version:
            self._version.show_state(state)
            self._stack.setCurrentWidget(self._version)
        elif state.job:
            self._job.show_job(state.job)
            self._stack.setCurrentWidget(self._job)
        else:
            self._stack.setCurrentWidget(self._nothing)

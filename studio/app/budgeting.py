"""The ways to a budget: from the composer, the bar, the projects and the settings to where it is changed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studio.domain.budget import BudgetKind
from studio.viewmodels.actions import Action
from studio.viewmodels.budget_watch import BudgetWatch
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from studio.app.models import ViewModels
    from studio.domain.budget import Standing
    from studio.ui.theme import Theme

_PLACES = {BudgetKind.DAY: "budget-day", BudgetKind.MONTH: "budget-month"}


class Budgeting(QObject):
    """Opens what changes a budget, and warns of those that are nearly used up."""

    def __init__(
        self, theme: Theme, models: ViewModels, *, window: QWidget, open_settings: Callable[[str], object]
    ) -> None:
        """`open_settings` opens them at a place."""
        super().__init__(window)
        self._theme = theme
        self._models = models
        self._window = window
        self._open_settings = open_settings
        self._watch = BudgetWatch(session=models.session, notices=models.notices, today=date.today)
        self._watch.change_requested.connect(self.change)

    def change(self, standing: Standing) -> None:
        """Change the budget that stands like this."""
        place = _PLACES.get(standing.kind)
        if place is None:
            self.change_project(standing.project)
        else:
            self._open_settings(place)

    def change_project(self, project: str, over: QWidget | None = None) -> None:
        """Change a project's budget, over another dialog if it is asked for there."""

        async def ask() -> None:
            from studio.ui.dialogs.project_budget import ProjectBudgetDialog
            from studio.viewmodels.project_budget import ProjectBudgetViewModel

            budget = ProjectBudgetViewModel(
                project=project, bridge=self._models.bridge, tasks=self._models.tasks
            )
            await ProjectBudgetDialog(self._theme, budget, over or self._window).ask()

        if self._models.bridge.is_open:
            self._models.tasks.start(ask)

    def action(self) -> Action:
        """The budget of the project that new pictures go to, for a key and the palette."""
        return Action(
            "project-budget",
            translate("actions", "Budget of the project…"),
            translate("actions", "Project"),
            lambda: self.change_project(self._models.projects.state.current),
            icon="wallet",
        )

"""One project's budget: what it is, what counts against it, and another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from studio.domain.errors import StudioError
from studio.domain.words import describe
from studio.viewmodels.budget_form import amount_text, amount_wanted, read_amount

if TYPE_CHECKING:
    from studio.domain.money import Money
    from studio.engine.studio import Studio
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.tasks import Tasks

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ProjectBudgetState:
    """`text` is the amount to edit, and `used` says what it cost so far; None until both are known."""

    project: str
    text: str | None = None
    used: str | None = None
    problem: str = ""


class ProjectBudgetViewModel(QObject):
    """`saved` when the amount is kept."""

    state_changed = Signal()
    saved = Signal()

    def __init__(self, *, project: str, bridge: Bridge, tasks: Tasks) -> None:
        super().__init__()
        self._bridge = bridge
        self._tasks = tasks
        self._state = ProjectBudgetState(project)
        tasks.start(self._read)

    @property
    def state(self) -> ProjectBudgetState:
        """The state now."""
        return self._state

    def save(self, text: str) -> None:
        """Keep this amount, nothing for no limit; or say why not."""
        try:
            budget = read_amount(text)
        except ValueError:
            self._change(replace(self._state, problem=amount_wanted()))
            return
        self._tasks.start(lambda: self._save(budget))

    async def _save(self, budget: Money | None) -> None:
        project = self._state.project
        try:
            await self._bridge.ask(lambda studio: studio.set_budget(project, budget))
        except StudioError as error:
            self._change(replace(self._state, problem=str(describe(error, translate).what)))
        else:
            self.saved.emit()

    async def _read(self) -> None:
        name = self._state.project

        async def learn(studio: Studio) -> tuple[Money | None, Money]:
            projects = {project.name: project for project in await studio.library.projects()}
            budget = projects[name].budget if name in projects else None
            return budget, await studio.library.project_used(name)

        budget, used = await self._bridge.ask(learn)
        words = translate("budgets", "{used} so far, with what is reserved and what may have been charged.")
        used_words = words.format(used=used)
        self._change(replace(self._state, text=amount_text(budget), used=used_words))

    def _change(self, state: ProjectBudgetState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit()

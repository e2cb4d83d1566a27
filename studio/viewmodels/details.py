"""What is chosen, a version or a job, and everything that is known of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.domain.errors import UnknownVersion
from studio.domain.money import Money
from studio.domain.version import Branch, Tree, Version

if TYPE_CHECKING:
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.jobs import JobsViewModel
    from studio.viewmodels.tasks import Tasks


@dataclass(frozen=True, slots=True)
class DetailsState:
    """`version` or `job` (an id) or neither; `branches` is empty until the tree has been read."""

    version: Version | None = None
    job: str = ""
    branches: tuple[Branch, ...] = ()
    tree_cost: Money | None = None

    @property
    def chosen(self) -> str:
        """The id of what is chosen, empty for nothing."""
        return self.version.id if self.version else self.job


class DetailsViewModel(QObject):
    """Owns what is chosen: gallery, details and tree follow it."""

    state_changed = Signal()

    def __init__(self, *, bridge: Bridge, tasks: Tasks, jobs: JobsViewModel) -> None:
        super().__init__()
        self._bridge = bridge
        self._tasks = tasks
        self._jobs = jobs
        self._state = DetailsState()
        bridge.happened.connect(self._hear)
        jobs.state_changed.connect(self._follow_jobs)

    @property
    def state(self) -> DetailsState:
        """The state now."""
        return self._state

    def choose(self, version: Version) -> None:
        """Show this version; its tree is read."""
        if self._state.version == version:
            return
        same_tree = any(branch.version.id == version.id for branch in self._state.branches)
        if same_tree:
            self._change(replace(self._state, version=version, job=""))
        else:
            self._change(DetailsState(version=version))
            self._read_tree()

    def choose_job(self, job_id: str) -> None:
        """Show this job."""
        self._change(DetailsState(job=job_id))

    def choose_none(self) -> None:
        """Nothing is chosen."""
        self._change(DetailsState())

    def _change(self, state: DetailsState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit()

    def _read_tree(self) -> None:
        if self._bridge.is_open:
            self._tasks.start(self.read_tree)

    async def read_tree(self) -> None:
        """Bring the tree that the chosen version stands in."""
        version = self._state.version
        if version is None:
            return
        try:
            versions = await self._bridge.ask(lambda studio: studio.library.tree(version.id))
        except UnknownVersion:
            return
        if self._state.version == version:
            tree = Tree(versions)
            self._change(replace(self._state, branches=tuple(tree.branches()), tree_cost=tree.cost))

    def _hear(self, event: object) -> None:
        from studio.engine.events import VersionSaved

        if isinstance(event, VersionSaved):
            parent = event.version.recipe.parent
            if any(branch.version.id == parent for branch in self._state.branches):
                self._read_tree()

    def _follow_jobs(self) -> None:
        if self._state.job and self._jobs.card(self._state.job) is None:
            self.choose_none()

"""What is chosen, a version, many of them, or a job, and everything that is known of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from studio.domain.errors import UnknownVersion
from studio.domain.money import Money
from studio.domain.sent import SentPicture
from studio.domain.version import Branch, Tree, Version
from studio.viewmodels.sent_words import sends_pictures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studio.domain.judgement import Standing
    from studio.domain.summary import Summary
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.jobs import JobsViewModel
    from studio.viewmodels.tasks import Tasks

REST_MS = 40
"""While a rubber band is drawn nothing is summed up."""


@dataclass(frozen=True, slots=True)
class DetailsState:
    """`version` or `job` (an id), the ids of `many` versions, or nothing; `branches` and `sent`, the pictures
    that went with its call, are empty until they have been read, `summary` None until it is known what the
    many have in common.
    """

    version: Version | None = None
    job: str = ""
    many: tuple[str, ...] = ()
    branches: tuple[Branch, ...] = ()
    tree_cost: Money | None = None
    sent: tuple[SentPicture, ...] = ()
    summary: Summary | None = None

    @property
    def selected(self) -> tuple[str, ...]:
        """The ids of the versions that are chosen, one or many."""
        return (self.version.id,) if self.version else self.many

    @property
    def chosen(self) -> str:
        """The id of the one thing that is chosen, empty for nothing or many."""
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
        self._heard = 0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._sum_up)
        bridge.happened.connect(self._hear)
        bridge.opened.connect(self._catch_up)
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
        is_other = self._state.version is None or self._state.version.id != version.id
        sent = () if is_other else self._state.sent
        if same_tree:
            self._change(replace(self._state, version=version, job="", many=(), sent=sent))
        else:
            self._change(DetailsState(version=version, sent=sent))
            self._read_tree()
        self._read_sent()

    def choose_job(self, job_id: str) -> None:
        """Show this job."""
        self._change(DetailsState(job=job_id))

    def choose_many(self, ids: Sequence[str]) -> None:
        """Show what these versions have in common, as soon as the choosing rests."""
        if self._state.many != tuple(ids):
            self._change(DetailsState(many=tuple(ids)))
            self._rest.start()

    def choose_none(self) -> None:
        """Nothing is chosen."""
        self._change(DetailsState())

    def _change(self, state: DetailsState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit()

    def _catch_up(self) -> None:
        """With what was chosen before the library was open."""
        if self._state.version is not None:
            self._read_tree()
            self._read_sent()

    def _read_sent(self) -> None:
        version = self._state.version
        if version and sends_pictures(version) and not self._state.sent and self._bridge.is_open:
            self._tasks.start(self.read_sent)

    def _read_tree(self) -> None:
        if self._bridge.is_open:
            self._tasks.start(self.read_tree)

    async def read_tree(self) -> None:
        """Bring the tree that the chosen version stands in."""
        version = self._state.version
        if version is None:
            return
        versions: tuple[Version, ...] = ()
        heard = -1
        while heard != self._heard:
            # What was changed while it was read may not be in it.
            heard = self._heard
            try:
                versions = await self._bridge.ask(lambda studio: studio.library.tree(version.id))
            except UnknownVersion:
                return
            if self._state.version is None or self._state.version.id != version.id:
                return
        tree = Tree(versions)
        self._change(replace(self._state, branches=tuple(tree.branches()), tree_cost=tree.cost))

    async def read_sent(self) -> None:
        """Bring the pictures that were sent for the chosen version."""
        version = self._state.version
        if version is None:
            return
        try:
            sent = await self._bridge.ask(lambda studio: studio.sent_with(version.id))
        except UnknownVersion:
            return
        if self._state.version is not None and self._state.version.id == version.id:
            self._change(replace(self._state, sent=sent))

    def _sum_up(self) -> None:
        if self._state.many and self._bridge.is_open:
            self._tasks.start(self._read_summary)

    async def _read_summary(self) -> None:
        many = self._state.many
        summary = await self._bridge.ask(lambda studio: studio.library.summary(many))
        if self._state.many == many:
            self._change(replace(self._state, summary=summary))

    def _hear(self, event: object) -> None:
        from studio.engine.events import VersionSaved, VersionsChanged, VersionsGone

        match event:
            case VersionsGone(ids):
                self._heard += 1
                if any(branch.version.id in ids for branch in self._state.branches):
                    self._read_tree()
            case VersionSaved(version):
                parent = version.recipe.parent
                if any(branch.version.id == parent for branch in self._state.branches):
                    self._read_tree()
            case VersionsChanged(standings):
                self._heard += 1
                self._follow_standings(dict(standings))
            case _:
                pass

    def _follow_standings(self, standings: dict[str, Standing]) -> None:
        """What is shown says at once what the person said of it."""
        version = self._state.version
        if version is not None and version.id in standings:
            version = version.restood(standings[version.id])
        branches = tuple(
            replace(branch, version=branch.version.restood(standings[branch.version.id]))
            if branch.version.id in standings
            else branch
            for branch in self._state.branches
        )
        self._change(replace(self._state, version=version, branches=branches))
        if not standings.keys().isdisjoint(self._state.many):
            self._rest.start()

    def _follow_jobs(self) -> None:
        if self._state.job and self._jobs.card(self._state.job) is None:
            self.choose_none()

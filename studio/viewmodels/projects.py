"""Projects: where new pictures go, what the gallery is shown of, and what can be done with projects."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from studio.domain.errors import StudioError
from studio.domain.first_project import FIRST_PROJECT
from studio.domain.places import Project, SavedSearch, TrashSize
from studio.domain.words import describe

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from studio.engine.studio import Studio
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.judging import JudgingViewModel
    from studio.viewmodels.search import SearchViewModel
    from studio.viewmodels.session import SessionViewModel
    from studio.viewmodels.tasks import Tasks


NO_TRASH = TrashSize()


class ScopeKind(Enum):
    """What the gallery shows pictures of."""

    ALL = auto()
    PROJECT = auto()
    SEARCH = auto()
    TRASH = auto()


@dataclass(frozen=True, slots=True)
class Scope:
    """A kind, with the name of the project or the saved search."""

    kind: ScopeKind = ScopeKind.ALL
    name: str = ""


EVERYTHING = Scope()


@dataclass(frozen=True, slots=True)
class ProjectsState:
    """`current` is where new pictures go; `problem` is why the last thing asked for wasn't done."""

    projects: tuple[Project, ...] = ()
    current: str = FIRST_PROJECT
    scope: Scope = EVERYTHING
    trash: TrashSize = NO_TRASH
    problem: str = ""

    @property
    def total(self) -> int:
        """How many pictures there are outside the trash."""
        return sum(project.count for project in self.projects)

    def project(self, name: str) -> Project | None:
        """The project of this name."""
        return next((project for project in self.projects if project.name == name), None)


class ProjectsViewModel(QObject):
    """The gallery's scope itself stands in the search; here it has a name."""

    state_changed = Signal()

    def __init__(
        self,
        *,
        bridge: Bridge,
        tasks: Tasks,
        session: SessionViewModel,
        search: SearchViewModel,
        judging: JudgingViewModel,
    ) -> None:
        super().__init__()
        self._bridge = bridge
        self._tasks = tasks
        self._session = session
        self._search = search
        self._judging = judging
        self._reading = False
        self._again = False
        self._state = ProjectsState(current=session.state.settings.project)
        search.state_changed.connect(self._follow_search)
        session.state_changed.connect(self._follow_session)
        bridge.happened.connect(self._hear)

    @property
    def state(self) -> ProjectsState:
        """The state now."""
        return self._state

    async def begin(self) -> None:
        """The engine is open: learn which projects there are."""
        await self._read()
        self._mend_current()

    # What is shown

    def show_all(self) -> None:
        """Pictures of every project."""
        self._search.show_project("")

    def show_project(self, name: str) -> None:
        """Pictures of this project; new ones go there too."""
        self._search.show_project(name)
        self.make_current(name)

    def show_search(self, saved: SavedSearch) -> None:
        """What this search finds."""
        self._search.show_saved(saved)

    def show_trash(self) -> None:
        """What was deleted and is still kept."""
        self._search.show_trash()

    def make_current(self, name: str) -> None:
        """New pictures go to this project."""
        settings = self._session.state.settings
        if settings.project != name:
            self._tasks.start(lambda: self._session.change_settings(replace(settings, project=name)))

    # Projects themselves

    def create(self, name: str, *, move: tuple[str, ...] = ()) -> None:
        """Make a project and show it; or make it for these versions, and leave shown what is."""
        wanted = _clean(name)
        if not wanted:
            return

        async def make() -> None:
            if await self._tried(lambda studio: studio.create_project(wanted)):
                if move:
                    self._judging.move(move, wanted)
                else:
                    self.show_project(wanted)

        self._tasks.start(make)

    def rename(self, old: str, new: str) -> None:
        """Give it another name; its pictures stay where they are."""
        wanted = _clean(new)
        if not wanted or wanted == old:
            return

        async def make() -> None:
            was_shown = self._state.scope == Scope(ScopeKind.PROJECT, old)
            was_current = self._state.current == old
            if await self._tried(lambda studio: studio.rename_project(old, wanted)):
                if was_shown:
                    self._search.show_project(wanted)
                if was_current:
                    self.make_current(wanted)

        self._tasks.start(make)

    def archive(self, name: str, *, archived: bool) -> None:
        """Fold it away, or bring it back. What new pictures went to is then another one."""

        async def make() -> None:
            if await self._tried(lambda studio: studio.archive_project(name, archived=archived)):
                await self._read()
                self._mend_current()

        self._tasks.start(make)

    def set_cover(self, name: str, version: str) -> None:
        """Show this version as the picture of the project."""
        self._do(lambda studio: studio.set_cover(name, version))

    def remove(self, name: str) -> None:
        """Only an empty one can be removed."""

        async def make() -> None:
            if await self._tried(lambda studio: studio.remove_project(name)):
                if self._state.scope == Scope(ScopeKind.PROJECT, name):
                    self.show_all()
                await self._read()
                self._mend_current()

        self._tasks.start(make)

    # The trash

    def empty_trash(self) -> None:
        """For good."""
        self._do(lambda studio: studio.empty_trash())

    # Saved searches

    def rename_search(self, saved: SavedSearch, name: str) -> None:
        """Keep it under another name."""
        wanted = _clean(name)
        if not wanted or wanted == saved.name:
            return

        async def act(studio: Studio) -> None:
            await studio.save_search(replace(saved, name=wanted))
            await studio.remove_search(saved.name)

        self._do(act)

    def remove_search(self, name: str) -> None:
        """Forget it; no picture goes with it."""
        self._do(lambda studio: studio.remove_search(name))

    def forget_problem(self) -> None:
        """What it said has been read."""
        self._change(replace(self._state, problem=""))

    # Behind it

    def _do(self, act: Callable[[Studio], Awaitable[object]]) -> None:
        async def make() -> None:
            await self._tried(act)

        if self._bridge.is_open:
            self._tasks.start(make)

    async def _tried(self, act: Callable[[Studio], Awaitable[object]]) -> bool:
        """Whether it was done; else why not stands in the state."""
        try:
            await self._bridge.ask(act)
        except StudioError as error:
            what = describe(error, QCoreApplication.translate).what
            self._change(replace(self._state, problem=what))
            return False
        self._change(replace(self._state, problem=""))
        return True

    def _change(self, state: ProjectsState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit()

    def _hear(self, event: object) -> None:
        from studio.engine.events import ProjectsChanged, VersionSaved, VersionsChanged, VersionsGone

        if not isinstance(event, (ProjectsChanged, VersionsChanged, VersionsGone, VersionSaved)):
            return
        # While one answer is under way another is asked for once, however many events come.
        if self._reading:
            self._again = True
        elif self._bridge.is_open:
            self._tasks.start(self._read)

    async def _read(self) -> None:
        async def learn(studio: Studio) -> tuple[tuple[Project, ...], TrashSize]:
            return await studio.library.projects(), await studio.library.trash_size()

        self._reading = True
        try:
            projects, trash = await self._bridge.ask(learn)
        finally:
            self._reading = False
        self._change(replace(self._state, projects=projects, trash=trash))
        if self._again:
            self._again = False
            self._tasks.start(self._read)

    def _mend_current(self) -> None:
        """New pictures go to a project that is there, and that isn't archived."""
        open_ones = [project.name for project in self._state.projects if not project.archived]
        if open_ones and self._state.current not in open_ones:
            self.make_current(open_ones[0])

    def _follow_session(self) -> None:
        self._change(replace(self._state, current=self._session.state.settings.project))

    def _follow_search(self) -> None:
        self._change(replace(self._state, scope=self._scope()))

    def _scope(self) -> Scope:
        """What is shown has the name of a saved search as long as it is exactly that."""
        query, shown = self._search.state.query, self._search.state.shown_search
        if query.trash:
            return Scope(ScopeKind.TRASH)
        if shown is not None:
            return Scope(ScopeKind.SEARCH, shown.name)
        return Scope(ScopeKind.PROJECT, query.project) if query.project else EVERYTHING


def _clean(name: str) -> str:
    return " ".join(name.split())

"""One picture at a time: which, how it is shown, and the way from one to the next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from studio.viewmodels.full_picture import FullPicture
from studio.viewmodels.viewer_look import ViewerLook
from studio.viewmodels.viewer_pictures import ViewerPictures
from studio.viewmodels.viewer_state import ViewerState
from studio.viewmodels.viewer_trees import ViewerTrees
from studio.viewmodels.walk import Walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from random import Random

    from studio.domain.judgement import Standing
    from studio.domain.version import Branch, Version
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.full_pictures import FullPictures
    from studio.viewmodels.judging import JudgingViewModel
    from studio.viewmodels.tasks import Tasks
    from studio.viewmodels.versions import Versions

SLOW_MS = 1000
"""How long a picture may take before it is said what is waited for."""


class ViewerViewModel(QObject):
    """`closed` carries the id of the picture that was shown last, `shown` that of each picture shown.

    `locate_requested` carries the id of a version whose file the person wants to find. `look` is how it is
    shown.
    """

    state_changed = Signal()
    shown = Signal(str)
    closed = Signal(str)
    locate_requested = Signal(str)

    def __init__(
        self,
        *,
        bridge: Bridge,
        tasks: Tasks,
        versions: Versions,
        pictures: FullPictures,
        judging: JudgingViewModel,
        random: Random,
        slow_ms: int = SLOW_MS,
    ) -> None:
        super().__init__()
        self._bridge = bridge
        self._tasks = tasks
        self._versions = versions
        self._pictures = ViewerPictures(pictures, ahead=self._ahead)
        self._random = random
        self._walk = Walk()
        self._forwards = True
        self._state = ViewerState()
        self.look = ViewerLook()
        self._trees = ViewerTrees(bridge=bridge, tasks=tasks, versions=versions)
        self._trees.came.connect(self._take_tree)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(slow_ms)
        self._slow.timeout.connect(self._say_slow)
        versions.arrived.connect(self._take_versions)
        versions.saved.connect(self._follow_saved)
        versions.changed.connect(self._follow_standings)
        versions.gone.connect(self._leave_out)
        pictures.arrived.connect(self._take_picture)
        judging.advance_requested.connect(self._advance)
        self.look.state_changed.connect(self._follow_look)

    @property
    def state(self) -> ViewerState:
        """The state now."""
        return self._state

    @property
    def is_looking(self) -> bool:
        """Whether a picture is shown anywhere."""
        return self._state.is_open or self.look.state.has_window

    @property
    def picture(self) -> FullPicture | None:
        """The whole picture, when it is there."""
        version = self._state.version
        return self._pictures.whole(version) if version and self.is_looking else None

    def chosen(self) -> tuple[str, ...]:
        """The id of what is shown, for whoever judges it."""
        return (self._state.id,) if self._state.id else ()

    # Opening and leaving

    def open(self, ids: Sequence[str], current: str) -> None:
        """Show this one of these; the others come before and after it."""
        self._walk = Walk(ids, current)
        self._show(current, opens=True)

    def follow(self, ids: Sequence[str], current: str) -> None:
        """Another picture was chosen elsewhere: show it where the viewer is seen, as in its own window."""
        if self.is_looking and current and current != self._state.id:
            self._walk = Walk(ids, current)
            self._show(current)

    def close(self) -> None:
        """Back to where it was opened from."""
        if self._state.is_open:
            self.look.leave()
            self._change(replace(self._state, is_open=False))
            self._rest()
            self.closed.emit(self._state.id)

    def step_back(self) -> None:
        """One step: out of a mode, a slideshow, picking a colour, the full screen; then out."""
        if not self.look.step_back():
            self.close()

    def stand_alone(self, *, alone: bool) -> None:
        """Nothing but the picture on the screen."""
        if self._state.is_open:
            self.look.stand_alone(alone=alone)

    def play(self, *, plays: bool) -> None:
        """Go on from picture to picture by itself."""
        if self._state.is_open:
            self.look.play(plays=plays)

    def _follow_look(self) -> None:
        """The window of its own may have come, or be the last that showed anything."""
        if self.look.state.has_window and self._state.id and not self._pictures.are_wanted:
            self._show(self._state.id)
        self._rest()

    def _rest(self) -> None:
        if not self.is_looking:
            self._slow.stop()
            self._pictures.rest()

    # From one to the next

    def next(self) -> None:
        """Show the next one."""
        self._go(self._walk.step(1), forwards=True)

    def previous(self) -> None:
        """Show the one before."""
        self._go(self._walk.step(-1), forwards=False)

    def first(self) -> None:
        """Show the first."""
        self._go(self._walk.edge(last=False), forwards=True)

    def last(self) -> None:
        """Show the last."""
        self._go(self._walk.edge(last=True), forwards=False)

    def next_round(self) -> None:
        """Show the next, and after the last the first."""
        self._go(self._walk.step(1) or self._walk.edge(last=False), forwards=True)

    def wander(self) -> None:
        """Show any of them."""
        self._go(self._walk.anywhere(self._random), forwards=True)

    def show(self, version_id: str) -> None:
        """Show this one, also where it isn't on the way, as another of the same tree."""
        self._walk.go(version_id)
        self._show(version_id)

    def _go(self, version_id: str, *, forwards: bool) -> None:
        if version_id and self.is_looking:
            self._forwards = forwards
            self._show(version_id)

    def _show(self, version_id: str, *, opens: bool = False) -> None:
        version = self._versions.get(version_id)
        same = version_id == self._state.id
        state = ViewerState(
            is_open=self._state.is_open or opens,
            id=version_id,
            version=version,
            position=self._walk.position if self._walk.count else 0,
            count=self._walk.count,
        )
        if any(branch.version.id == version_id for branch in self._state.branches):
            state = replace(state, branches=self._state.branches)
        if version is not None:
            self._pictures.look_at(version)
            state = self._with_picture(state)
            self._slow.start()
        if not same:
            self.look.stand_upright()
        self._change(state)
        self._versions.want((version_id, *self._walk.around(forwards=self._forwards)))
        if version is not None and not state.branches:
            self._trees.read(version)
        if not same:
            self.shown.emit(version_id)

    def _ahead(self) -> Iterable[Version]:
        around = map(self._versions.get, self._walk.around(forwards=self._forwards))
        return [near for near in around if near is not None]

    def beside(self) -> str:
        """The id of the picture before this one on the way, or after it; empty where it is alone."""
        return next(iter(self._walk.around(forwards=False)), "")

    def stand_beside(self, versions: tuple[Version, ...]) -> None:
        """These are seen beside what is shown; none: what may be looked at next is read ahead again."""
        self._pictures.beside = versions
        if self._state.version is not None and self.is_looking:
            self._pictures.look_at(self._state.version)

    def _with_picture(self, state: ViewerState) -> ViewerState:
        found = self._pictures.found(state.version) if state.version else None
        whole = isinstance(found, FullPicture)
        return replace(
            state,
            is_sharp=whole,
            is_replaced=whole and found.is_replaced,
            trouble=None if whole else found,
            waits=state.waits and found is None,
        )

    def _take_versions(self, ids: frozenset[str]) -> None:
        if not self.is_looking or not self._state.id:
            return
        if self._state.id in ids:
            version = self._versions.get(self._state.id)
            known = self._state.version is not None
            self._change(replace(self._state, version=version))
            if version is not None and not known:
                self._show(version.id)
                return
        if self._state.version and ids & set(self._walk.around(forwards=self._forwards)):
            self._pictures.look_at(self._state.version)

    def _take_picture(self, version_id: str) -> None:
        if version_id == self._state.id and self.is_looking:
            self._slow.stop()
            self._change(self._with_picture(self._state))

    def _say_slow(self) -> None:
        if not self._state.is_sharp and self._state.trouble is None:
            self._change(replace(self._state, waits=True))

    # What becomes of what is shown

    def _advance(self, version_id: str) -> None:
        if self._state.is_open and version_id == self._state.id and not self._pictures.beside:
            self.next()

    def _follow_standings(self, standings: tuple[tuple[str, Standing], ...]) -> None:
        if not self.is_looking:
            return
        trashed = [name for name, standing in standings if standing.trashed]
        back = self._walk.take_back(name for name, standing in standings if not standing.trashed)
        self._leave_out(trashed)
        if back and self._state.is_open:
            self.show(back[0])

    def _leave_out(self, ids: Sequence[str]) -> None:
        """What is thrown away is left for the next one, or the one before; with the last the viewer goes."""
        if not self.is_looking or not ids:
            return
        self._walk.leave_out(ids)
        if self._state.id in ids:
            following = self._walk.step(1) or self._walk.step(-1)
            if following:
                self._show(following)
            else:
                self.close()
        elif self._state.id:
            self._change(replace(self._state, position=self._walk.position, count=self._walk.count))

    def retry(self) -> None:
        """Read the file again: it may be there now, or be another."""

        async def read() -> None:
            await self._versions.read((self._state.id,))
            if self._state.version:
                self._pictures.forget(self._state.version)
                self._show(self._state.id)

        if self.is_looking and self._state.id and self._bridge.is_open:
            self._tasks.start(read)

    def locate(self) -> None:
        """Ask for the file to be found."""
        self.locate_requested.emit(self._state.id)

    def _take_tree(self, version_id: str, branches: tuple[Branch, ...]) -> None:
        if self._state.id == version_id:
            self._change(replace(self._state, branches=branches))

    def _follow_saved(self, version: Version) -> None:
        parent = version.recipe.parent
        if self._state.version and any(branch.version.id == parent for branch in self._state.branches):
            self._trees.read(self._state.version)

    def _change(self, state: ViewerState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit()

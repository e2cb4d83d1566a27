"""Two to nine pictures held against each other: which, in which way, and the one that is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from studio.viewmodels.compare_state import COMPARING, MOST, CompareState, Way
from studio.viewmodels.tile import branch_title
from studio.viewmodels.viewer_state import ViewerMode
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from studio.domain.version import Version
    from studio.viewmodels.full_picture import FullPicture, Trouble
    from studio.viewmodels.full_pictures import FullPictures
    from studio.viewmodels.judging import JudgingViewModel
    from studio.viewmodels.notices import Notices
    from studio.viewmodels.tasks import Tasks
    from studio.viewmodels.versions import Versions
    from studio.viewmodels.viewer import ViewerViewModel

FLICKER_MS = 600
"""How long each of the two stands: slow enough to harm nobody, fast enough to see what jumps."""


class CompareViewModel(QObject):
    """Compares while the viewer's mode says so; the viewer shows the current one of them.

    `picture_arrived` carries the id of one whose picture came, or can't come. `laid_together` when each is to
    lie in its usual place again.
    """

    state_changed = Signal()
    laid_together = Signal()
    picture_arrived = Signal(str)

    def __init__(
        self,
        *,
        viewer: ViewerViewModel,
        versions: Versions,
        pictures: FullPictures,
        judging: JudgingViewModel,
        tasks: Tasks,
        notices: Notices,
        flicker_ms: int = FLICKER_MS,
    ) -> None:
        super().__init__()
        self._viewer = viewer
        self._versions = versions
        self._pictures = pictures
        self._judging = judging
        self._tasks = tasks
        self._notices = notices
        self._state = CompareState()
        self._is_on = False
        self._chosen: tuple[str, ...] = ()
        self._way_of_two = Way.SLIDER
        self._flicker = QTimer(self)
        self._flicker.setInterval(flicker_ms)
        self._flicker.timeout.connect(self.turn)
        judging.advance_requested.connect(self._advance)
        viewer.look.state_changed.connect(self._follow_look)
        viewer.state_changed.connect(self._follow_viewer)
        versions.changed.connect(self._follow_standings)
        versions.gone.connect(self._leave_out)
        versions.arrived.connect(self._take_versions)
        pictures.arrived.connect(self._take_picture)

    @property
    def state(self) -> CompareState:
        """The state now."""
        return self._state

    def picture(self, version: Version) -> FullPicture | Trouble | None:
        """The picture, why there is none, or None while it isn't there."""
        return self._pictures.get(version)

    # Beginning and ending

    def compare(self, ids: Sequence[str]) -> None:
        """Compare these; the viewer is open at one of them. More than nine, or one alone, aren't."""
        if len(ids) > MOST:
            words = translate("compare", "Up to {count} pictures can be compared at once. Select fewer.")
            self._notices.say(words.format(count=MOST))
        elif len(ids) > 1:
            self._chosen = tuple(ids)
            if self._is_on:
                self._change(CompareState(way=self._way_of_two))
                self._begin()
            self._viewer.look.set_mode(ViewerMode.COMPARE)

    def toggle(self, mode: ViewerMode = ViewerMode.COMPARE) -> None:
        """Compare what the viewer shows with what it came from, or leave off."""
        look = self._viewer.look
        if look.state.mode is mode:
            look.set_mode(ViewerMode.LOOK)
        elif self._viewer.state.is_open:
            look.set_mode(mode)

    def _follow_look(self) -> None:
        is_on = self._viewer.look.state.mode in COMPARING
        if is_on == self._is_on:
            return
        self._is_on = is_on
        if is_on:
            self._begin()
        else:
            self._flicker.stop()
            self._viewer.stand_beside(())
            self._change(CompareState(way=self._way_of_two))

    def _begin(self) -> None:
        chosen, self._chosen = self._chosen, ()
        current, version = self._viewer.state.id, self._viewer.state.version
        parent = version.recipe.parent if version else None
        tries = (
            [chosen] if chosen else [(current, other) for other in (parent, self._viewer.beside()) if other]
        )

        async def begin() -> None:
            for ids in tries:
                found = await self._read(ids)
                if not self._is_on or self._state.versions:
                    return
                if len(found) > 1:
                    self._take(found)
                    return
            self._viewer.look.set_mode(ViewerMode.LOOK)
            self._notices.say(translate("compare", "There is nothing to compare this picture with."))

        held = self._held(tries[0]) if tries else ()
        if len(held) > 1:
            self._take(held)
        else:
            self._tasks.start(begin)

    def _held(self, ids: Sequence[str]) -> tuple[Version, ...]:
        """All of them, or nothing where one has to be read."""
        found = tuple(version for name in ids if (version := self._versions.get(name)))
        return found if len(found) == len(ids) else ()

    async def _read(self, ids: Sequence[str]) -> tuple[Version, ...]:
        found = self._held(ids) or await self._versions.read(tuple(ids))
        return tuple(version for version in found if not version.purged)

    def _take(self, versions: Iterable[Version]) -> None:
        ordered = tuple(sorted(versions, key=lambda version: (version.created, version.number)))
        ids = [version.id for version in ordered]
        current = self._viewer.state.id if self._viewer.state.id in ids else ids[-1]
        way = self._way_of_two if len(ordered) == 2 else Way.SIDE_BY_SIDE
        self._change(self._stood(CompareState(versions=ordered, way=way), current))
        self._viewer.stand_beside(ordered)
        if current != self._viewer.state.id:
            self._viewer.show(current)

    def _stood(self, state: CompareState, current: str) -> CompareState:
        """With another current one: what was held against it changes places with it, or stays."""
        against = self._state.current if current == state.against else state.against
        if against not in state.ids:
            parent = next(version.recipe.parent for version in state.versions if version.id == current)
            others = [name for name in state.ids if name != current]
            against = parent if parent in others else others[0]
        state = replace(state, current=current, against=against, is_turned=False)
        return replace(state, titles=self._titles(state.versions))

    # Which, and in which way

    def choose(self, version_id: str) -> None:
        """Let this one be the current one."""
        if version_id in self._state.ids:
            self._viewer.show(version_id)

    def step(self, by: int) -> None:
        """Let the next one (1) or the one before (-1) be the current one, round and round."""
        ids = self._state.ids
        if ids:
            self.choose(ids[(ids.index(self._state.current) + by) % len(ids)])

    def set_way(self, way: Way) -> None:
        """Compare in this way."""
        if len(self._state.versions) == 2:
            self._way_of_two = way
        self._flicker.stop()
        self._change(replace(self._state, way=way, is_turned=False, plays=False))
        if self._is_on:
            self._viewer.look.set_mode(ViewerMode.COMPARE)

    def turn(self) -> None:
        """Flicker: show the other one."""
        self._change(replace(self._state, is_turned=not self._state.is_turned))

    def play(self, *, plays: bool) -> None:
        """Flicker: go to and fro by itself, or no longer."""
        if plays:
            self.set_way(Way.FLICKER)
            self._flicker.start()
        else:
            self._flicker.stop()
        self._change(replace(self._state, plays=plays))

    def lay_together(self) -> None:
        """Whichever were moved for themselves lie over the others again."""
        self.laid_together.emit()

    def keep(self) -> None:
        """Pick the current one and reject the others."""
        state = self._state
        if state.versions:
            self._judging.keep_one(state.current, [name for name in state.ids if name != state.current])

    # Following

    def _advance(self, version_id: str) -> None:
        """One was judged, and the next is to be chosen by itself."""
        if self._is_on and version_id == self._state.current:
            self.step(1)

    def _follow_viewer(self) -> None:
        """Another picture was chosen, of those that are compared or in the current one's place."""
        state, shown = self._state, self._viewer.state
        if not (self._is_on and state.versions and shown.is_open):
            return
        if shown.id in state.ids:
            self._change(self._stood(state, shown.id) if shown.id != state.current else self._named(state))
        elif shown.version is not None and not self._is_gone(state.current):
            kept = [version for version in state.versions if version.id != state.current]
            self._take_in_place(kept, shown.version)
        elif shown.version is not None:
            self._leave_out((state.current,))

    def _take_in_place(self, kept: list[Version], version: Version) -> None:
        ordered = sorted((*kept, version), key=lambda one: (one.created, one.number))
        self._change(self._stood(replace(self._state, versions=tuple(ordered)), version.id))
        self._viewer.stand_beside(self._state.versions)

    def _is_gone(self, version_id: str) -> bool:
        """Whether it was thrown away since it was taken."""
        was = next(version for version in self._state.versions if version.id == version_id)
        now = self._versions.get(version_id)
        return now is None or (now.trashed is not None and was.trashed is None)

    def _follow_standings(self, standings: Iterable[tuple[str, object]]) -> None:
        mine = set(self._state.ids)
        self._leave_out(name for name, _ in standings if name in mine and self._is_gone(name))

    def _leave_out(self, ids: Iterable[str]) -> None:
        gone = set(ids) & set(self._state.ids)
        if not gone:
            return
        rest = [version for version in self._state.versions if version.id not in gone]
        if len(rest) < 2:
            self._viewer.look.set_mode(ViewerMode.LOOK)
        else:
            self._take(rest)

    def _take_versions(self, ids: frozenset[str]) -> None:
        if ids & set(self._state.ids):
            now = tuple(self._versions.get(version.id) or version for version in self._state.versions)
            self._change(replace(self._state, versions=now))

    def _take_picture(self, version_id: str) -> None:
        if version_id in self._state.ids:
            self.picture_arrived.emit(version_id)

    # Titles

    def _named(self, state: CompareState) -> CompareState:
        return replace(state, titles=self._titles(state.versions))

    def _titles(self, versions: tuple[Version, ...]) -> tuple[str, ...]:
        """With the numbers that they have in their tree; of several trees, with those of their project."""
        places = {branch.version.id: at for at, branch in enumerate(self._viewer.state.branches, 1)}
        if all(version.id in places for version in versions):
            numbered = [(version, places[version.id]) for version in versions]
            return tuple(branch_title(version, at, is_first=at == 1) for version, at in numbered)
        return tuple(branch_title(version, version.number, is_first=False) for version in versions)

    def _change(self, state: CompareState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit()

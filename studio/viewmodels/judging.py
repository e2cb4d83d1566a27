"""What the person says of pictures: ratings, flags, labels, tags, where they belong; and taking it back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.domain.deed import DeedKind
from studio.domain.flags import Flag, Label
from studio.domain.judgement import Change
from studio.viewmodels.notices import Action, Notice
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Awaitable, Callable, Iterable, Sequence

    from studio.domain.deed import Deed
    from studio.engine.studio import Studio
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.notices import Notices
    from studio.viewmodels.session import SessionViewModel
    from studio.viewmodels.tasks import Tasks

_SAID = frozenset(
    {DeedKind.TRASH, DeedKind.RESTORE, DeedKind.MOVE, DeedKind.BRANCH_HIDE, DeedKind.BRANCH_ARCHIVE}
)
"""Deeds that take pictures out of sight: they are said, with the way back. The others are seen."""


@dataclass(frozen=True, slots=True)
class HistoryState:
    """What would be undone and redone now, in words as of a menu ("Rated 12 pictures"); empty for nothing."""

    undo: str = ""
    redo: str = ""


@dataclass(frozen=True, slots=True)
class _Done:
    """`before` has where each version belonged, for those that were moved."""

    deed: Deed | None
    before: tuple[tuple[str, str], ...] = ()


class JudgingViewModel(QObject):
    """Works on one version or many, by their ids; one deed after the other, in the order they were asked for.

    `state_changed` when there is something else to undo or redo. `advance_requested` carries the id of a
    version that was judged while the next is to be chosen by itself. `tags_requested` and `project_requested`
    carry ids for which tags are to be typed, or a new project's name; `branch_name_requested` a Version whose
    branch is to be named. `said` has the words of each deed, for
    those who don't see it.
    """

    state_changed = Signal()
    advance_requested = Signal(str)
    tags_requested = Signal(object)
    project_requested = Signal(object)
    branch_name_requested = Signal(object)
    said = Signal(str)

    def __init__(self, *, bridge: Bridge, session: SessionViewModel, tasks: Tasks, notices: Notices) -> None:
        super().__init__()
        self._bridge = bridge
        self._session = session
        self._tasks = tasks
        self._notices = notices
        self._state = HistoryState()
        self._heard = 0
        self._under_way = 0
        self._turn: asyncio.Lock | None = None
        bridge.happened.connect(self._hear)

    @property
    def state(self) -> HistoryState:
        """The state now."""
        return self._state

    @property
    def may_undo(self) -> bool:
        """Whether there is something to undo, or will be in a moment."""
        return bool(self._state.undo or self._under_way)

    @property
    def may_redo(self) -> bool:
        """Whether there is something to do again, or will be in a moment."""
        return bool(self._state.redo or self._under_way)

    # Judging

    def rate(self, ids: Iterable[str], rating: int) -> None:
        """1 to 5, or 0 for none. What all of them have already is taken away, unless the next is chosen."""
        self._judge(tuple(ids), Change(rating=rating), Change(rating=0))

    def flag(self, ids: Iterable[str], flag: Flag) -> None:
        """Pick, reject, or neither; taken away as with `rate`."""
        self._judge(tuple(ids), Change(flag=flag), Change(flag=Flag.NONE))

    def keep_one(self, kept: str, others: Iterable[str]) -> None:
        """Pick this one and reject the others, in one step."""
        rejected = tuple(others)

        async def work() -> None:
            deed = await self._bridge.ask(lambda studio: studio.keep_one(kept, rejected))
            if deed is not None:
                self._tell(deed, (kept, *rejected), ())

        self._take_turn(work)

    def label(self, ids: Iterable[str], label: Label) -> None:
        """A colour, or none. What all of them have already is taken away."""
        self._start(tuple(ids), Change(label=label), Change(label=Label.NONE))

    def tag(self, ids: Iterable[str], *tags: str) -> None:
        """Add these tags."""
        self._start(tuple(ids), Change(add_tags=tags))

    def untag(self, ids: Iterable[str], *tags: str) -> None:
        """Take these tags off."""
        self._start(tuple(ids), Change(remove_tags=tags))

    def move(self, ids: Iterable[str], project: str) -> None:
        """Let them belong to this project."""
        self._start(tuple(ids), Change(project=project))

    def trash(self, ids: Iterable[str]) -> None:
        """Move them to the trash."""
        self._start(tuple(ids), Change(trash=True))

    def restore(self, ids: Iterable[str]) -> None:
        """Take them out of the trash."""
        self._start(tuple(ids), Change(trash=False))

    # Branches: that which begins with a version

    def name_branch(self, version_id: str, name: str) -> None:
        """Call it so; empty takes its name away."""
        self._start((version_id,), Change(branch_name=name))

    def hide_branch(self, version_id: str, *, hides: bool) -> None:
        """Fold it away in its tree, or show it again."""
        self._start((version_id,), Change(branch_hidden=hides))

    def archive_branch(self, version_id: str, *, archives: bool) -> None:
        """Be done with it, or take it up again."""
        self._start((version_id,), Change(branch_archived=archives))

    def _judge(self, ids: Sequence[str], change: Change, back: Change) -> None:
        """Whoever is led on to the next picture doesn't see what was there, and means what is pressed."""
        advances = self.auto_advance and len(ids) == 1
        self._start(ids, change, None if advances else back)
        if advances and self._bridge.is_open:
            self.advance_requested.emit(ids[0])

    # Going on by itself

    @property
    def auto_advance(self) -> bool:
        """Whether the next picture is chosen after a rating or a flag."""
        return self._session.state.settings.auto_advance

    def set_auto_advance(self, advances: bool) -> None:
        """Choose the next picture after a rating or a flag from now on, or don't."""

        async def keep() -> None:
            settings = replace(self._session.state.settings, auto_advance=advances)
            await self._session.change_settings(settings)

        self._tasks.start(keep)

    # Taking back

    def undo(self) -> None:
        """Take the last deed back."""
        self._step(is_undo=True)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._step(is_undo=False)

    def _step(self, *, is_undo: bool) -> None:
        async def step() -> None:
            deed = await self._bridge.ask(lambda studio: studio.undo() if is_undo else studio.redo())
            if deed is not None:
                self._say_step(deed, is_undo=is_undo)

        self._take_turn(step)

    def _say_step(self, deed: Deed, *, is_undo: bool) -> None:
        words = (
            translate("judging", "Undone: {deed}.")
            if is_undo
            else translate("judging", "Done again: {deed}.")
        )
        back = (
            Action(translate("judging", "Redo"), self.redo)
            if is_undo
            else Action(translate("judging", "Undo"), self.undo)
        )
        self._notices.post(Notice(words.format(deed=_words(deed)), actions=(back,)))

    # How it is done

    def _start(self, ids: Sequence[str], change: Change, back: Change | None = None) -> None:
        """`back` is what is done instead where `change` changes nothing."""

        async def work() -> None:
            done = await self._bridge.ask(lambda studio: _changed(studio, ids, change, back))
            if done.deed is not None:
                self._tell(done.deed, ids, done.before)

        if ids:
            self._take_turn(work)

    def _take_turn(self, work: Callable[[], Awaitable[None]]) -> None:
        """After everything that was asked for before."""
        if not self._bridge.is_open:
            return

        async def in_turn() -> None:
            import asyncio  # asyncio is not loaded before the first paint

            self._turn = self._turn or asyncio.Lock()
            try:
                async with self._turn:
                    await work()
            finally:
                self._under_way -= 1

        self._under_way += 1
        self._tasks.start(in_turn)

    def _tell(self, deed: Deed, ids: Sequence[str], before: tuple[tuple[str, str], ...]) -> None:
        words = _words(deed)
        if deed.kind not in _SAID:
            self.said.emit(words)
            return
        heard = self._heard

        def take_back() -> None:
            if self._heard == heard:
                self.undo()
            else:
                # Something else was done since, and that stays.
                self._reverse(deed, ids, before)

        undo = Action(translate("judging", "Undo"), take_back)
        self._notices.post(Notice(f"{words}.", actions=(undo,)))

    def _reverse(self, deed: Deed, ids: Sequence[str], before: tuple[tuple[str, str], ...]) -> None:
        match deed.kind:
            case DeedKind.TRASH:
                self.restore(ids)
            case DeedKind.RESTORE:
                self.trash(ids)
            case DeedKind.BRANCH_HIDE:
                self.hide_branch(ids[0], hides=False)
            case DeedKind.BRANCH_ARCHIVE:
                self.archive_branch(ids[0], archives=False)
            case _:
                for project in dict.fromkeys(project for _, project in before):
                    self.move((id_ for id_, belonged in before if belonged == project), project)

    def _hear(self, event: object) -> None:
        from studio.engine.events import HistoryChanged

        if isinstance(event, HistoryChanged):
            self._heard += 1
            undo, redo = event.undo, event.redo
            state = HistoryState(undo=_words(undo) if undo else "", redo=_words(redo) if redo else "")
            if state != self._state:
                self._state = state
                self.state_changed.emit()


async def _changed(studio: Studio, ids: Sequence[str], change: Change, back: Change | None) -> _Done:
    before: tuple[tuple[str, str], ...] = ()
    if change.project is not None:
        before = tuple((version.id, version.project) for version in await studio.library.versions_of(ids))
    deed = await studio.change(ids, change)
    if deed is None and back is not None:
        deed = await studio.change(ids, back)
    return _Done(deed, before)


def _words(deed: Deed) -> str:
    from studio.domain.words import describe_deed

    return describe_deed(deed, translate)

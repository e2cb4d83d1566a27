"""Judging, projects, saved searches, the trash: every deed is told of, and can be undone and done again."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import replace
from typing import TYPE_CHECKING, Self, TypeVar

from studio.domain.deed import Deed, DeedKind, kind_of
from studio.domain.errors import LibraryError, UnusableInput
from studio.engine.events import HistoryChanged, ProjectsChanged, VersionsChanged, VersionsGone
from studio.engine.history import History
from studio.library.steps import SetStandings, grouped

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence
    from datetime import datetime

    from studio.domain.judgement import Change
    from studio.domain.money import Money
    from studio.domain.places import SavedSearch
    from studio.domain.version import Version
    from studio.engine.announcer import Announcer
    from studio.library.curator import Curator
    from studio.library.steps import Done, Step

    Purge = Callable[[Sequence[str]], Coroutine[object, object, tuple[str, ...]]]

Result = TypeVar("Result")

SECONDS_BEFORE_TIDYING = 20.0
SECONDS_BETWEEN_TIDYING = 3600.0

PURGED_AT_ONCE = 200
"""Versions of a full trash."""


class Curation:
    """An async context manager. Deeds are done one after the other, in the order of asking; one that has
    begun is done and told of even if who asked for it has gone.
    """

    def __init__(
        self,
        curator: Curator,
        announcer: Announcer,
        now: Callable[[], datetime],
        *,
        seconds_before_tidying: float = SECONDS_BEFORE_TIDYING,
        done: Callable[[Done], None] = lambda _: None,
    ) -> None:
        """`done` is told every deed, as it was carried out."""
        self._curator = curator
        self._announcer = announcer
        self._now = now
        self._seconds = seconds_before_tidying
        self._done = done
        self._history = History()
        self._turn = asyncio.Lock()
        self._begun: set[asyncio.Task[object]] = set()
        self._leaving = False

    async def __aenter__(self) -> Self:
        """What has been in the trash for thirty days is removed a while later."""
        self._tidying = asyncio.create_task(self._keep_tidy(), name="tidying")
        return self

    async def __aexit__(self, *_: object) -> None:
        """Finish what has begun."""
        self._leaving = True
        self._tidying.cancel()
        await asyncio.wait({self._tidying})
        while self._begun:
            await asyncio.wait(self._begun)

    # Deeds

    async def change(self, ids: Sequence[str], change: Change) -> Deed | None:
        """As `Studio.change`."""
        kind, name = kind_of(change), change.project or change.branch_name or ""
        return await self._deed(kind, name, lambda: self._curator.change(ids, change))

    async def keep_one(self, kept: str, others: Sequence[str]) -> Deed | None:
        """As `Studio.keep_one`."""
        return await self._deed(DeedKind.FLAG, "", lambda: self._curator.keep_one(kept, others))

    async def create_project(self, name: str) -> Deed | None:
        """As `Studio.create_project`."""
        return await self._deed(DeedKind.PROJECT_CREATE, name, lambda: self._curator.create_project(name))

    async def rename_project(self, old: str, new: str) -> Deed | None:
        """As `Studio.rename_project`."""
        return await self._deed(DeedKind.PROJECT_RENAME, new, lambda: self._curator.rename_project(old, new))

    async def archive_project(self, name: str, *, archived: bool) -> Deed | None:
        """As `Studio.archive_project`."""
        kind = DeedKind.PROJECT_ARCHIVE if archived else DeedKind.PROJECT_UNARCHIVE
        return await self._deed(kind, name, lambda: self._curator.archive_project(name, archived=archived))

    async def set_cover(self, project: str, version_id: str) -> Deed | None:
        """As `Studio.set_cover`."""
        return await self._deed(
            DeedKind.PROJECT_COVER, project, lambda: self._curator.set_cover(project, version_id)
        )

    async def set_budget(self, project: str, budget: Money | None) -> Deed | None:
        """As `Studio.set_budget`."""
        return await self._deed(
            DeedKind.PROJECT_BUDGET, project, lambda: self._curator.set_budget(project, budget)
        )

    async def remove_project(self, name: str) -> Deed | None:
        """As `Studio.remove_project`."""
        return await self._deed(DeedKind.PROJECT_REMOVE, name, lambda: self._curator.remove_project(name))

    async def save_search(self, search: SavedSearch) -> Deed | None:
        """As `Studio.save_search`."""
        return await self._deed(DeedKind.SEARCH_SAVE, search.name, lambda: self._curator.save_search(search))

    async def remove_search(self, name: str) -> Deed | None:
        """As `Studio.remove_search`."""
        return await self._deed(DeedKind.SEARCH_REMOVE, name, lambda: self._curator.remove_search(name))

    async def joined(self, new: tuple[Version, ...], lying: tuple[Version, ...]) -> None:
        """Pictures were imported; those that were `lying` in the trash already are brought back from there.

        One deed: taking it back puts all of them into the trash.
        """

        async def joined() -> None:
            back = [(one.id, replace(one.standing, trashed=self._now())) for one in new]
            made = await self._curator.carry_out(
                grouped((one.id, replace(one.standing, trashed=None)) for one in lying)
            )
            if made is not None:
                back += [(one.id, one.standing) for one in lying]
                self._announcer.tell(VersionsChanged(made.standings))
            if back:
                self._history.add(Deed(DeedKind.IMPORT, len(back)), grouped(back))
                self._tell_history()

        await self._in_turn(joined)

    async def _deed(
        self, kind: DeedKind, name: str, do: Callable[[], Coroutine[object, object, Done | None]]
    ) -> Deed | None:
        async def done() -> Deed | None:
            made = await do()
            if made is None:
                return None
            deed = Deed(kind, len(made.standings), " ".join(name.split()))
            if not isinstance(made.step, SetStandings):
                deed = Deed(kind, name=" ".join(name.split()))
            self._history.add(deed, made.back)
            self._tell(made)
            return deed

        return await self._in_turn(done)

    # Back and again

    async def undo(self) -> Deed | None:
        """As `Studio.undo`."""
        return await self._in_turn(self._undo)

    async def redo(self) -> Deed | None:
        """As `Studio.redo`."""
        return await self._in_turn(self._redo)

    async def _undo(self) -> Deed | None:
        while (entry := self._history.last) is not None:
            made = await self._carry_out(entry.step)
            if made is None:
                self._history.drop(entry)
                continue
            self._history.undone(made.back)
            self._tell(made)
            return entry.deed
        self._tell_history()
        return None

    async def _redo(self) -> Deed | None:
        while (entry := self._history.next) is not None:
            made = await self._carry_out(entry.step)
            if made is None:
                self._history.drop(entry)
                continue
            self._history.redone(made.back)
            self._tell(made)
            return entry.deed
        self._tell_history()
        return None

    async def _carry_out(self, step: Step) -> Done | None:
        """None for what can't be carried out any more: a project that pictures came to since."""
        with contextlib.suppress(UnusableInput):
            return await self._curator.carry_out(step)
        return None

    # The trash

    async def empty_trash(self, ids: Sequence[str] | None) -> int:
        """As `Studio.empty_trash`."""
        chosen = await self._curator.trashed() if ids is None else tuple(ids)
        return await self._purge(chosen, self._curator.purge)

    async def _purge(self, ids: Sequence[str], purge: Purge) -> int:
        """A few at once: deeds, and pictures that are to be saved, come in between."""
        count = 0
        for start in range(0, len(ids), PURGED_AT_ONCE):
            some = ids[start : start + PURGED_AT_ONCE]
            if not self._leaving:
                count += await self._in_turn(lambda some=some: self._purge_some(purge(some)))
        return count

    async def _purge_some(self, purging: Coroutine[object, object, tuple[str, ...]]) -> int:
        gone = await purging
        if gone:
            self._history.forget(gone)
            self._announcer.tell(VersionsGone(gone))
            self._tell_history()
        return len(gone)

    async def _keep_tidy(self) -> None:
        seconds = self._seconds
        while True:
            await asyncio.sleep(seconds)
            seconds = SECONDS_BETWEEN_TIDYING
            # What can't be removed or written now waits for the next time.
            with contextlib.suppress(LibraryError):
                await self._in_turn(self._curator.purge_left_over)
                await self._purge(await self._curator.expired(), self._curator.purge_expired)
                await self._curator.tidy_journal()

    # Telling

    def _tell(self, made: Done) -> None:
        self._done(made)
        if made.standings:
            self._announcer.tell(VersionsChanged(made.standings))
        if not isinstance(made.step, SetStandings):
            self._announcer.tell(ProjectsChanged())
            self._announcer.spent_changed()
        self._tell_history()

    def _tell_history(self) -> None:
        last, following = self._history.last, self._history.next
        self._announcer.tell(
            HistoryChanged(last.deed if last else None, following.deed if following else None)
        )

    async def _in_turn(self, work: Callable[[], Coroutine[object, object, Result]]) -> Result:
        async def in_turn() -> Result:
            async with self._turn:
                return await work()

        task = asyncio.create_task(in_turn())
        self._begun.add(task)
        task.add_done_callback(self._begun.discard)
        return await asyncio.shield(task)

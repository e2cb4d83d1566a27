"""The async face of all that can be changed and taken back: standings, projects, searches; and the trash."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, assert_never

import msgspec

from studio.domain.errors import LibraryError, LibraryFull, UnknownVersion
from studio.domain.judgement import DAYS_IN_TRASH, clean_name, writable
from studio.domain.project_errors import UnusableName
from studio.library import journal as journals
from studio.library import judging, link_records, project_records, replaying, settling, trash
from studio.library.database import ConnectionThread, read_aside
from studio.library.journal import Journal
from studio.library.layout import LibraryFolder
from studio.library.steps import (
    Done,
    PutLink,
    PutProject,
    PutSearch,
    RemoveLink,
    RemoveProject,
    RemoveSearch,
    RenameProject,
    SetStandings,
    SettleCharges,
    Step,
)
from studio.library.thumbnails import forget
from studio.library.trash import Chosen, Going

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from studio.domain.judgement import Change
    from studio.domain.link import Link
    from studio.domain.money import Money
    from studio.domain.places import SavedSearch
    from studio.domain.settlement import Settlement


@dataclass(frozen=True, slots=True)
class Curator:
    """Every step is one transaction, and one line of the journal. None is given where nothing changed.

    All raise LibraryError, and then have changed nothing.
    """

    place: LibraryFolder
    index: ConnectionThread
    thumbnails: ConnectionThread
    journal: Journal
    now: Callable[[], datetime]

    async def change(self, ids: Sequence[str], change: Change) -> Done | None:
        """Change how these versions stand; raises UnknownProject."""
        now = self.now()
        return await self._write(lambda connection: judging.change(connection, ids, change, now=now))

    async def keep_one(self, kept: str, others: Sequence[str]) -> Done | None:
        """Pick this version and reject the others."""
        now = self.now()
        return await self._write(lambda connection: judging.keep_one(connection, kept, others, now=now))

    async def carry_out(self, step: Step) -> Done | None:
        """A step that was kept; raises UnknownProject, ProjectExists, ProjectNotEmpty."""
        return await self._do(lambda _: step)

    async def create_project(self, name: str) -> Done | None:
        """Raises UnusableName, ProjectExists."""
        return await self._do(lambda connection: PutProject(project_records.free_name(connection, name)))

    async def rename_project(self, old: str, new: str) -> Done | None:
        """With all that belongs to it; raises UnknownProject, UnusableName, ProjectExists."""
        now = self.now()

        def step(connection: sqlite3.Connection) -> Step | None:
            name = project_records.free_name(connection, new, but=old)
            return None if name == old else RenameProject(old, name, now)

        return await self._do(step)

    async def archive_project(self, name: str, *, archived: bool) -> Done | None:
        """Put it away, or back; raises UnknownProject."""

        def step(connection: sqlite3.Connection) -> Step | None:
            known = project_records.known(connection, name)
            if known.archived == archived:
                return None
            return msgspec.structs.replace(known, archived=archived)

        return await self._do(step)

    async def set_cover(self, name: str, version_id: str) -> Done | None:
        """Empty for the newest of it; raises UnknownProject, UnknownVersion."""

        def step(connection: sqlite3.Connection) -> Step | None:
            known = project_records.known(connection, name)
            if version_id and not judging.is_kept(connection, version_id):
                raise UnknownVersion(version_id)
            if known.cover == version_id:
                return None
            return msgspec.structs.replace(known, cover=version_id)

        return await self._do(step)

    async def set_budget(self, name: str, budget: Money | None) -> Done | None:
        """None takes it away; raises UnknownProject."""
        fen = None if budget is None else budget.fen

        def step(connection: sqlite3.Connection) -> Step | None:
            known = project_records.known(connection, name)
            return None if known.budget == fen else msgspec.structs.replace(known, budget=fen)

        return await self._do(step)

    async def remove_project(self, name: str) -> Done | None:
        """Raises UnknownProject, ProjectNotEmpty."""
        return await self._do(lambda _: RemoveProject(name))

    async def save_search(self, search: SavedSearch) -> Done | None:
        """In place of the one of this name; raises UnusableName."""
        name = clean_name(search.name)
        if not name:
            raise UnusableName
        kept = replace(search, name=name, text=writable(search.text))

        def step(connection: sqlite3.Connection) -> Step | None:
            return None if project_records.saved_search(connection, name) == kept else PutSearch(kept)

        return await self._do(step)

    async def remove_search(self, name: str) -> Done | None:
        """None where there is none of this name."""
        return await self._do(lambda _: RemoveSearch(name))

    async def settle(self, settled: Mapping[str, Settlement]) -> tuple[str, ...]:
        """What these attempts cost is known now, or isn't any more: see settling.settle. Gives those that
        this changed.
        """
        step = SettleCharges(tuple(settled.items()))
        done = await self._do(lambda _: step)
        return tuple(dict(done.step.settled)) if done and isinstance(done.step, SettleCharges) else ()

    async def put_link(self, link: Link) -> None:
        """In place of the one to this file."""
        await self._do(lambda _: link_records.step_of(link))

    async def remove_link(self, target: Path) -> None:
        """Harmless where there is none to this file."""
        await self._do(lambda _: RemoveLink(str(target)))

    async def _do(self, make: Callable[[sqlite3.Connection], Step | None]) -> Done | None:
        now = self.now()

        def do(connection: sqlite3.Connection) -> Done | None:
            step = make(connection)
            return None if step is None else _carry_out(connection, step, now=now)

        return await self._write(do)

    async def _write(self, do: Callable[[sqlite3.Connection], Done | None]) -> Done | None:
        def work(connection: sqlite3.Connection) -> Done | None:
            self.journal.keep()
            done = do(connection)
            if done is None or done.step == SetStandings(()):
                return None
            self.journal.append(done.step)
            return done

        return await self.index.write(work, take_back=self.journal.take_back)

    async def trashed(self) -> tuple[str, ...]:
        """Ids of all that lies in the trash."""
        return await self.index.read(trash.lying)

    async def expired(self) -> tuple[str, ...]:
        """Ids of what has been in the trash for more than thirty days."""
        before = self._days_ago()
        return await self.index.read(lambda connection: trash.expired(connection, before))

    async def purge(self, ids: Sequence[str]) -> tuple[str, ...]:
        """Remove these for good: files and all. Gives the ids of what is gone.

        What isn't in the trash stays. Nothing else is written meanwhile: a few at once, please.
        """
        return await self._purge(Chosen(tuple(ids)))

    async def purge_expired(self, ids: Sequence[str]) -> tuple[str, ...]:
        """The same, less what has come there anew since they were found to be expired."""
        return await self._purge(Chosen(tuple(ids), before=self._days_ago()))

    async def purge_left_over(self) -> None:
        """Try again to remove files that couldn't be removed when their versions were."""
        await self._remove(await self.index.read(trash.left_over))

    def _days_ago(self) -> datetime:
        return self.now() - timedelta(days=DAYS_IN_TRASH)

    async def _purge(self, chosen: Chosen) -> tuple[str, ...]:
        try:
            going = await self._take(chosen)
        except LibraryFull:
            # Often enough it is emptied to make room; and without any, the index can't be written.
            largest = await self.index.read(lambda connection: trash.largest(connection, chosen))
            await asyncio.to_thread(trash.remove_files, self.place, largest)
            going = await self._take(chosen)
        await self._remove(going)
        return tuple(one.id for one in going)

    async def _take(self, chosen: Chosen) -> tuple[Going, ...]:
        return await self.index.write(lambda connection: trash.take(connection, chosen))

    async def _remove(self, going: tuple[Going, ...]) -> None:
        if not going:
            return
        removed = await asyncio.to_thread(trash.remove_files, self.place, going)
        # Those of a picture that is gone are in nobody's way.
        with contextlib.suppress(LibraryError):
            await self.thumbnails.write(lambda connection: forget(connection, removed))
        # What can't be written down now is found again among what is left over.
        with contextlib.suppress(LibraryError):
            await self.index.write(lambda connection: trash.gone(connection, removed))

    async def tidy_journal(self) -> None:
        """Write the journal anew where most of it isn't needed any more, or where it is missing."""
        if not await asyncio.to_thread(journals.is_overgrown, self.place.journal):
            return
        # In the thread that writes: what stands before this is in the index, too.
        size = await self.index.read(lambda _: self.journal.size)
        written = await asyncio.to_thread(journals.read, self.place.journal)
        lines = await read_aside(
            self.place, lambda connection: journals.encode(replaying.needed(connection, written))
        )
        await self.index.read(lambda _: self.journal.replace(lines, written_since=size))


def _carry_out(connection: sqlite3.Connection, step: Step, *, now: datetime) -> Done | None:
    match step:
        case SetStandings():
            return judging.set_standings(connection, step)
        case PutProject():
            return project_records.put(connection, step)
        case RemoveProject():
            return project_records.remove(connection, step)
        case RenameProject():
            # The clock may have been ahead when its last order was placed.
            at = max(now, project_records.last_order(connection, step.old) or now)
            renamed = RenameProject(step.old, step.new, at)
            project_records.rename(connection, renamed)
            standings = judging.standings_in(connection, step.new)
            return Done(renamed, RenameProject(step.new, step.old, now), standings)
        case SettleCharges():
            return settling.settle(connection, step)
        case _:
            return _keep(connection, step)


def _keep(
    connection: sqlite3.Connection, step: PutSearch | RemoveSearch | PutLink | RemoveLink
) -> Done | None:
    match step:
        case PutSearch():
            return project_records.put_search(connection, step)
        case RemoveSearch():
            return project_records.remove_search(connection, step)
        case PutLink():
            return link_records.put(connection, step)
        case RemoveLink():
            return link_records.remove(connection, step)
        case _:
            assert_never(step)

"""The reading face of the library: beside a writer, in any number of programs at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from studio.domain.errors import UnreadableFile
from studio.domain.query import Query
from studio.library import (
    following,
    link_records,
    project_records,
    records,
    tag_records,
    trash,
    version_records,
)
from studio.library.database import read_aside, reading_thread
from studio.library.layout import LibraryFolder
from studio.library.ledger_reader import LedgerReader
from studio.library.listing import read_listing
from studio.library.reference_shelf import reference_shelf
from studio.library.summary import summary as read_summary
from studio.library.verify import verify

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from pathlib import Path
    from types import TracebackType

    from studio.domain.job import Job
    from studio.domain.link import Link
    from studio.domain.listing import Listing
    from studio.domain.places import Project, SavedSearch, TrashSize
    from studio.domain.recipe import Recipe
    from studio.domain.reference import Reference
    from studio.domain.summary import Summary
    from studio.domain.version import Version
    from studio.library.verify import Finding

_FEW = 5000
"""Versions whose rows are read in no time."""


def _read(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(name) from error


class LibraryReader(LedgerReader):
    """A library opened for reading; an async context manager. A folder without a library reads as empty.

    Entering raises LibraryTooNew, LibraryForeign or LibraryUnwritable (for what can't be read at all).
    """

    def __init__(self, folder: Path) -> None:
        self._place = LibraryFolder(folder.absolute())
        self._reading = reading_thread(self._place)

    async def __aenter__(self) -> Self:
        """Open it; raises as the class says."""
        await self._reading.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        await self._reading.close()

    @property
    def folder(self) -> Path:
        """The folder that holds `<project>/` and `.proofroom/`."""
        return self._place.root

    @property
    def layout(self) -> LibraryFolder:
        """Where everything of it lies."""
        return self._place

    def path(self, version: Version) -> Path:
        """The version's file."""
        return self._place.root / version.path

    def read_picture(self, version: Version) -> bytes:
        """The version's bytes; for a thread. Raises UnreadableFile."""
        return _read(self.path(version), version.path)

    def read_reference(self, sha256: str) -> bytes:
        """A reference's bytes; for a thread. Raises UnreadableFile."""
        return _read(self.reference_path(sha256), sha256)

    def reference_path(self, sha256: str) -> Path:
        """The file of a reference; it has no ending, its type stands in `Reference.mime`."""
        return self._place.references / sha256

    async def reference_shelf(self, limit: int = 50) -> tuple[Reference, ...]:
        """The references that were used last, newest first, each content once; at most `limit`."""

        def read(connection: sqlite3.Connection) -> tuple[Reference, ...]:
            return reference_shelf(connection, self._place, limit=limit)

        return await read_aside(self._place, read)

    async def jobs(self, *, ended: bool = False) -> tuple[Job, ...]:
        """What the person should see, oldest first: jobs that haven't ended, and those that ended without a
        picture and weren't dismissed (refused, blocked, unknown, cancelled after sending).

        With `ended` also the saved, the dismissed and those cancelled before sending: all.
        """
        if ended:
            return await self._reading.read(
                lambda connection: records.all_jobs(connection, newest_first=False)
            )
        return await self._reading.read(records.jobs_to_be_seen)

    async def all_jobs(self, *, limit: int, offset: int = 0) -> tuple[Job, ...]:
        """Every job, newest first."""
        return await self._reading.read(
            lambda connection: records.all_jobs(connection, newest_first=True, limit=limit, offset=offset)
        )

    async def job(self, job_id: str) -> Job:
        """Raises UnknownJob."""
        return await self._reading.read(lambda connection: records.job(connection, job_id))

    async def versions(self, *, query: str = "", limit: int, offset: int = 0) -> tuple[Version, ...]:
        """Those outside the trash that the search finds, newest first in the order in which they were saved,
        whatever the clock said.
        """

        def read(connection: sqlite3.Connection) -> tuple[Version, ...]:
            listing = read_listing(connection, Query(query), limit=offset + limit)
            return version_records.versions_of(connection, listing.ids[offset:])

        return await self._reading.read(read)

    async def listing(self, query: Query, *, limit: int | None = None, counts: bool = True) -> Listing:
        """What the query finds, in its order; with a limit the beginning of it, and how much there is.

        Unless it `counts`, only where that is known as soon as the beginning.
        """

        def read(connection: sqlite3.Connection) -> Listing:
            return read_listing(connection, query, limit=limit, counts=counts)

        # All of it takes long enough that nobody else should wait for it.
        return await (read_aside(self._place, read) if limit is None else self._reading.read(read))

    async def count(self, query: str = "") -> int:
        """How many versions outside the trash the query finds, all of them for an empty query."""
        return (await self.listing(Query(query), limit=1)).found

    async def version(self, id_or_prefix: str) -> Version:
        """By id or by the beginning of exactly one id; raises UnknownVersion."""
        return await self._reading.read(lambda connection: version_records.version(connection, id_or_prefix))

    async def versions_of(self, ids: Sequence[str]) -> tuple[Version, ...]:
        """These, in this order, whether in the trash or not; what isn't there (any more) is left out."""
        return await self._reading.read(lambda connection: version_records.versions_of(connection, ids))

    async def tags(self, prefix: str = "", *, limit: int = 20) -> tuple[tuple[str, int], ...]:
        """Tags that begin like this, whatever the case, with how many versions have them; most used first."""
        return await self._reading.read(lambda connection: tag_records.tags(connection, prefix, limit=limit))

    async def projects(self) -> tuple[Project, ...]:
        """All of them by name, the archived ones too."""
        return await self._reading.read(project_records.projects)

    async def spelling(self, project: str) -> str:
        """How the project is spelt that has this name but for small and capital letters; else as given."""
        return await self._reading.read(lambda connection: project_records.spelling(connection, project))

    async def saved_searches(self) -> tuple[SavedSearch, ...]:
        """All of them by name."""
        return await self._reading.read(project_records.saved_searches)

    async def trash_size(self) -> TrashSize:
        """What lies in the trash."""
        return await self._reading.read(trash.size)

    async def summary(self, ids: Sequence[str]) -> Summary:
        """What these have in common, and what they come to together."""

        def read(connection: sqlite3.Connection) -> Summary:
            return read_summary(connection, ids)

        return await (read_aside(self._place, read) if len(ids) > _FEW else self._reading.read(read))

    async def tree(self, version_id: str) -> tuple[Version, ...]:
        """The whole tree that this version stands in, in the order of saving; raises UnknownVersion."""
        return await self._reading.read(lambda connection: version_records.tree(connection, version_id))

    async def links(self) -> tuple[Link, ...]:
        """Every file that follows a tree, by path."""
        return await self._reading.read(link_records.links)

    async def tree_ids(self, version_id: str) -> frozenset[str]:
        """The ids of the tree that this version stands in; empty where it isn't there (any more)."""
        return await self._reading.read(lambda connection: version_records.tree_ids(connection, version_id))

    async def with_parent(self, recipe: Recipe) -> Recipe:
        """A recipe that names a job as its parent, with that one's version, as soon as there is one.

        Raises UnknownJob, NothingToContinue where none will come, and NotPutTogether.
        """
        return await self._reading.read(lambda connection: following.with_parent(connection, recipe))

    async def verify(self) -> tuple[Finding, ...]:
        """Compare files and rows; reads every byte of every picture."""
        return await read_aside(self._place, lambda connection: verify(connection, self._place))

"""The async face of the library. Every method runs its SQL and file work in threads."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from datetime import timedelta
from typing import TYPE_CHECKING, Self

from studio.library import project_records, rebuild, records
from studio.library.calls import CallRecords
from studio.library.composites import Composites
from studio.library.curator import Curator
from studio.library.database import ConnectionThread, open_for_writing
from studio.library.files import file_errors, make_folders
from studio.library.importing import Importer
from studio.library.joining import Joiner
from studio.library.journal import Journal
from studio.library.keeping import Keeper
from studio.library.locating import Locator
from studio.library.lock import writers_lock
from studio.library.looks import Looks
from studio.library.outgoing_making import forget_unused
from studio.library.reader import LibraryReader
from studio.library.recovery import Recoverer, Recovery
from studio.library.references import prepare, read_picture, write_reference
from studio.library.thumbnailer import Thumbnailer
from studio.library.thumbnails import open_store, replace_store, store

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path
    from types import TracebackType

    from studio.domain.reference import Reference
    from studio.library.incoming import IncomingFolder


class Library(CallRecords):
    """A library opened for writing, by one program at a time; an async context manager.

    Entering makes the folder and takes the writer's lock. It raises LibraryInUse, LibraryUnwritable,
    LibraryFull, LibraryTooNew or LibraryForeign. `now` gives aware times; `new_id` gives ids that are safe in
    a file name. `checkpoint` is called with the name of each step from bytes to row when it is reached, in
    whatever thread: tests end the process there. `spill` is where bytes go that the library's disk has no
    room for, the system's folder for temporary files if None.
    """

    def __init__(
        self,
        folder: Path,
        *,
        now: Callable[[], datetime],
        new_id: Callable[[], str],
        thumbnails: bool = True,
        checkpoint: Callable[[str], None] = lambda _: None,
        spill: Path | None = None,
    ) -> None:
        super().__init__(folder)
        self._now = now
        self._new_id = new_id
        self._spill_root = spill
        self._thumbnailer = Thumbnailer()
        self._writing = ConnectionThread(
            self._place.root, lambda: open_for_writing(self._place), name="library-writer"
        )
        self._thumbnails = ConnectionThread(
            self._place.root,
            lambda: open_store(self._place),
            name="library-thumbnails",
            replace=lambda: replace_store(self._place),
        )
        self._keeper = Keeper(
            self._place,
            self._writing,
            self._thumbnails,
            self._thumbnailer if thumbnails else None,
            now,
            new_id,
            checkpoint,
        )
        self._incoming: dict[str, IncomingFolder] = {}
        self._begun: set[str] = set()
        self._journal = Journal(self._place.journal, folder=self._place.root)
        self.curator = Curator(self._place, self._writing, self._thumbnails, self._journal, now)
        self.locator = Locator(self._place, self._writing)
        joiner = Joiner(self._keeper, under_way=self._begun)
        self.importer = Importer(self._keeper, self.locator, joiner)
        self.composites = Composites(self._keeper, joiner)
        self._looks = Looks(self, self._keeper, self._reading)
        self._opened = AsyncExitStack()

    async def __aenter__(self) -> Self:
        """Open it; raises as the class says."""
        async with AsyncExitStack() as stack:
            with file_errors(self._place.root):
                for path in (self._place.incoming, self._place.references):
                    await asyncio.to_thread(make_folders, path)
            stack.enter_context(writers_lock(self._place))
            for thread in (self._writing, self._thumbnails):
                await thread.start()
                stack.push_async_callback(thread.close)
            await stack.enter_async_context(self._thumbnailer)
            await super().__aenter__()
            stack.push_async_callback(self._reading.close)
            if await self._reading.read(records.is_empty):
                # The index is new. Pictures without one: it was lost, or the folder is a copy.
                await rebuild.write_anew(self._place, self._writing, everywhere=False, now=self._now())
            if not await self._reading.read(project_records.are_any):
                await self._writing.write(project_records.make_first)
            stack.push_async_callback(asyncio.to_thread, self._journal.sync)
            self._opened = stack.pop_all()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it, and give the writer's lock back."""
        for incoming in self._incoming.values():
            incoming.close()
        await self._opened.aclose()

    @staticmethod
    def reader(folder: Path) -> LibraryReader:
        """The same folder for reading only, beside a writer."""
        return LibraryReader(folder)

    async def add_reference(self, path: Path) -> Reference:
        """Copy the file into the library.

        Raises UnreadableFile, NotAPicture, PictureTooLarge, LibraryError.
        """
        data = await asyncio.to_thread(read_picture, path)
        return await self.add_reference_bytes(data, name=path.name)

    async def add_reference_bytes(self, data: bytes, *, name: str) -> Reference:
        """The same for pasted or dropped bytes; `name` is for the person. Raises as `add_reference`."""
        prepared = await asyncio.to_thread(lambda: prepare(data, name=name))
        made = await self._thumbnailer.from_bytes(prepared.preview, name)
        await asyncio.to_thread(write_reference, self._place, prepared)
        key = prepared.reference.sha256
        await self._thumbnails.write(lambda connection: store(connection, key, made))
        return prepared.reference

    async def tidy_outgoing(self) -> None:
        """Throw away what was made ready to be sent and not asked for in a week. What was sent stays."""
        since = self._now() - timedelta(days=7)
        await asyncio.to_thread(lambda: forget_unused(self._place, since=since))

    async def recover(self, *, run_queued_asks: bool = True) -> Recovery:
        """Finish what a crash left. What this program itself has begun, before or meanwhile, is left alone.

        With `run_queued_asks` every queued job waits for the person's word afterwards: for the start. Without
        it may be called again at any time, such as when there is room for what was `waiting`.
        """
        recoverer = Recoverer(self._keeper, spill_root=self._spill_root, under_way=self._begun)
        return await recoverer.recover(ask=run_queued_asks)

    async def make_thumbnail(self, key: str) -> None:
        """Make the thumbnails of a version, by its id, or of a reference, by its SHA-256, again, unless none
        are made here.

        Raises UnknownVersion, NotAPicture, UnreadableFile.
        """
        await self._looks.make_thumbnail(key)

    async def look_back(self) -> int:
        """Find out what versions look like that nobody knows it of, slowly; gives their number."""
        return await self._looks.look_back()

    async def rebuild(self) -> int:
        """Make the index agree with the files; gives the number of versions. A copy of the old index goes to
        the trash. The ledger's attempts stay as they are.
        """
        now = self._now()
        await self._writing.read(lambda connection: rebuild.keep_copy(connection, self._place, now=now))
        return await rebuild.write_anew(self._place, self._writing, everywhere=True, now=now)

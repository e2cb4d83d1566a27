"""The async face of the library. Every method runs its SQL and file work in threads."""

from __future__ import annotations

import asyncio
import shutil
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from studio.domain.charge import VERDICTS, Charge
from studio.domain.errors import LibraryError, LibraryFull, StudioError, UnknownJob, UnreadableFile
from studio.domain.job import Attempt, JobState
from studio.library import (
    attempt_records,
    project_records,
    rebuild,
    records,
    sidecars,
    transitions,
)
from studio.library.curator import Curator
from studio.library.database import ConnectionThread, open_for_writing
from studio.library.files import file_errors, make_folders, write_whole
from studio.library.importing import Importer
from studio.library.incoming import REQUEST, IncomingFolder, Spill
from studio.library.journal import Journal
from studio.library.keeping import Keeper
from studio.library.likeness import store_likeness
from studio.library.locating import Locator
from studio.library.lock import writers_lock
from studio.library.looking_back import LookingBack
from studio.library.reader import LibraryReader
from studio.library.recovery import Recoverer, Recovery
from studio.library.references import prepare, read_picture, write_reference
from studio.library.sidecars import Received
from studio.library.thumbnailer import Thumbnailer
from studio.library.thumbnails import open_store, replace_store, store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime
    from pathlib import Path
    from types import TracebackType

    from studio.domain.charge import Outcome
    from studio.domain.job import ErrorWords, Job
    from studio.domain.money import Money
    from studio.domain.recipe import Order, Reference
    from studio.domain.reply import Reply

_SHA256_LETTERS = 64

LEAST_ROOM = 64 * 1024 * 1024
"""Bytes that must be free before a call is paid for: two of the largest replies."""


@dataclass(frozen=True, slots=True)
class Begun:
    """An attempt that may be sent now, and where its reply goes."""

    attempt: Attempt
    incoming: IncomingFolder


class Library(LibraryReader):
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
        self._journal = Journal(self._place.journal, folder=self._place.root)
        self.curator = Curator(self._place, self._writing, self._thumbnails, self._journal, now)
        self._incoming: dict[str, IncomingFolder] = {}
        self._begun: set[str] = set()
        self.locator = Locator(self._place, self._writing)
        self.importer = Importer(self._keeper, self.locator, under_way=self._begun)
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
        made = await self._thumbnailer.from_bytes(prepared.data, name)
        await asyncio.to_thread(write_reference, self._place, prepared)
        key = prepared.reference.sha256
        await self._thumbnails.write(lambda connection: store(connection, key, made))
        return prepared.reference

    async def place(self, order: Order) -> tuple[Job, ...]:
        """Write the order and its jobs, which reserves their money, in one durable transaction."""
        return await self._writing.write(
            lambda connection: records.place(connection, order, new_id=self._new_id)
        )

    async def release(self, job_ids: Iterable[str]) -> None:
        """Let queued jobs that ask run."""
        ids = tuple(job_ids)
        await self._writing.write(lambda connection: records.set_asks(connection, ids, asks=False))

    async def cancel(self, job_id: str) -> Job:
        """A queued job is cancelled and its money released. One that was sent is cancelled too, but its
        attempt goes on and its charge is unknown until it ends. One that is being saved or has ended stays.
        """
        return await self._writing.write(lambda connection: transitions.cancel(connection, job_id))

    async def refuse(self, job_id: str, error: ErrorWords) -> Job:
        """A queued job can't be sent: its money is released. Any other job stays as it is."""
        return await self._writing.write(lambda connection: records.refuse(connection, job_id, error))

    async def dismiss(self, job_id: str) -> None:
        """The person has seen how it ended."""
        await self._writing.write(lambda connection: records.dismiss(connection, job_id))

    async def begin_attempt(self, job_id: str, *, group: str, price: Money, price_assumed: bool) -> Begun:
        """Write that the job is being sent, durably. Only then may it be sent.

        Raises UnknownJob when no such job is queued (any more), LibraryFull with less than 64 MiB of room.
        """
        job, number = await self._writing.read(
            lambda connection: (
                records.job(connection, job_id),
                attempt_records.next_number(connection, job_id),
            )
        )
        if job.state is not JobState.QUEUED:
            raise UnknownJob(job_id)
        attempt = Attempt(
            id=self._new_id(),
            job=job_id,
            number=number,
            group=group,
            gateway=job.order.gateway,
            price=price,
            price_assumed=price_assumed,
            state=JobState.SENDING,
            charge=Charge.RESERVED,
            started=self._now(),
        )
        folder = self._place.incoming / attempt.id
        spill = Spill(attempt.id, root=self._spill_root)
        incoming = IncomingFolder(folder, spill, thumbnailer=self._keeper.thumbnailer)
        self._incoming[attempt.id] = incoming
        self._begun.add(attempt.id)
        try:
            await asyncio.to_thread(self._prepare_folder, folder, job, attempt)
            await self._writing.write(lambda connection: transitions.begin(connection, attempt))
        except StudioError:
            del self._incoming[attempt.id]
            raise
        return Begun(attempt, incoming)

    def _prepare_folder(self, folder: Path, job: Job, attempt: Attempt) -> None:
        with file_errors(self._place.root):
            if shutil.disk_usage(self._place.root).free < LEAST_ROOM:
                raise LibraryFull(self._place.root)
            make_folders(folder)
            write_whole(folder / REQUEST, sidecars.encode(sidecars.request_of(job, attempt)))

    async def advance(self, attempt_id: str, state: JobState) -> Job:
        """The attempt is waiting or receiving now. A job that was cancelled meanwhile stays cancelled.

        Progress that can't be written is let go: a call under way isn't given up for it.
        """
        try:
            return await self._writing.write(
                lambda connection: transitions.advance(connection, attempt_id, state)
            )
        except LibraryError:
            return await self._reading.read(
                lambda connection: records.job(
                    connection, transitions.known_attempt(connection, attempt_id).job
                )
            )

    async def end_attempt(
        self,
        attempt_id: str,
        *,
        outcome: Outcome,
        error: ErrorWords | None,
        words: str = "",
        request_id: str = "",
        seconds: float | None,
        not_before: datetime | None = None,
    ) -> Job:
        """End an attempt that brought no picture, as the table of charges says.

        With an outcome that may be repeated, the job is queued again if `not_before` is given, else refused.
        """
        incoming = self._incoming.get(attempt_id)
        if incoming is not None:
            incoming.close()
            if VERDICTS[outcome].charge is Charge.NOT_CHARGED:
                await asyncio.to_thread(incoming.discard)
            else:
                await asyncio.to_thread(incoming.gather_what_fits)
        ended = transitions.Ended(outcome, error, words, request_id, seconds, not_before)
        now = self._now()
        job = await self._writing.write(
            lambda connection: transitions.end(connection, attempt_id, ended, now=now)
        )
        self._incoming.pop(attempt_id, None)
        return job

    async def keep(self, attempt_id: str, reply: Reply, *, seconds: float) -> Job:
        """Make what arrived durable, then a version of it. For every reply with status 200.

        Whatever happens, the bytes are kept. Raises LibraryFull when there is no room; calling it again when
        there is finishes the work, as often as it takes.
        """
        incoming = self._incoming[attempt_id]
        job = await self._keeper.keep(attempt_id, Received(reply, seconds), incoming)
        del self._incoming[attempt_id]
        return job

    def is_on_disk(self, attempt_id: str) -> bool:
        """Whether all that came is on some disk, in incoming or spilled, so that a later start finds it."""
        incoming = self._incoming.get(attempt_id)
        return incoming is None or not incoming.in_memory

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
        if self._keeper.thumbnailer is None:
            return
        path = self.reference_path(key)
        if len(key) != _SHA256_LETTERS or not await asyncio.to_thread(path.is_file):
            version = await self.version(key)
            key, path = version.id, self.path(version)
        try:
            made = await self._thumbnailer.from_file(path)
        except OSError as error:
            raise UnreadableFile(path.relative_to(self._place.root).as_posix()) from error
        await self._thumbnails.write(lambda connection: store(connection, key, made))
        await self._writing.write(
            lambda connection: store_likeness(connection, key, made.colours, made.phash)
        )

    async def look_back(self) -> int:
        """Find out what versions look like that nobody knows it of, slowly; gives their number."""
        return await LookingBack(self._reading, self._writing, self._thumbnails).look()

    async def rebuild(self) -> int:
        """Make the index agree with the files; gives the number of versions. A copy of the old index goes to
        the trash. The ledger's attempts stay as they are.
        """
        now = self._now()
        await self._writing.read(lambda connection: rebuild.keep_copy(connection, self._place, now=now))
        return await rebuild.write_anew(self._place, self._writing, everywhere=True, now=now)

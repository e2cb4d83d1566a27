"""What a crash left, finished from what lies in incoming, or else called unknown."""

from __future__ import annotations

import asyncio
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.domain.charge import Charge, Outcome
from studio.domain.errors import LibraryFull, NotAPicture, PictureTooLarge
from studio.domain.job import Attempt, JobState
from studio.domain.reply import ReceivedPicture, Reply
from studio.domain.version import UNSENT_GATEWAYS
from studio.library import attempt_records, journal, placing, records, settling, sidecars, transitions
from studio.library.files import file_errors
from studio.library.images import inspect
from studio.library.incoming import (
    REPLY,
    REQUEST,
    SIDECAR,
    IncomingFolder,
    Spill,
    gather_spilled,
    picture_path,
    pictures_in,
)
from studio.library.joining import forget
from studio.library.sidecars import Received, Request, Sidecar
from studio.library.thumbnailer import render_file

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Set
    from pathlib import Path

    from studio.library.keeping import Keeper


@dataclass(frozen=True, slots=True)
class Recovery:
    """Ids of jobs: `finished` got their outcome from what lay in incoming; `unknown` may have been charged;
    `asking` wait for the person's word; `waiting` are whole in incoming and wait for room on the disk.
    """

    finished: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    asking: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()


class Recoverer:
    """Brings an opened library in order. `spill_root` is where `Spill` looks.

    Attempts that are `under_way` in this program are none of its business, nor what joins them meanwhile.
    """

    def __init__(self, keeper: Keeper, *, spill_root: Path | None, under_way: Set[str]) -> None:
        self._keeper = keeper
        self._spill_root = spill_root
        self._under_way = under_way
        self._place = keeper.place

    async def recover(self, *, ask: bool) -> Recovery:
        """All of it; harmless when repeated. Raises LibraryError."""
        await self._adopt()
        found: dict[str, list[str]] = {"finished": [], "unknown": [], "waiting": [], "forgotten": []}
        ended: set[str] = set()
        for attempt in await self._keeper.index.read(attempt_records.open_attempts):
            if attempt.id not in self._under_way:
                found[await self._settle(attempt)].append(attempt.job)
                ended.add(attempt.id)
        await self._say_again(ended)
        await self._tidy()
        asking = await self._keeper.index.write(_ask if ask else _asking)
        return Recovery(
            finished=tuple(found["finished"]),
            unknown=tuple(found["unknown"]),
            asking=asking,
            waiting=tuple(found["waiting"]),
        )

    async def _settle(self, attempt: Attempt) -> str:
        folder = self._place.incoming / attempt.id
        spill = Spill(attempt.id, root=self._spill_root)
        try:
            received = await asyncio.to_thread(self._received, folder, spill)
            if received is not None:
                incoming = IncomingFolder(folder, spill, thumbnailer=None)
                job = await self._keeper.keep(attempt.id, received, incoming)
                if job.state is JobState.SAVED or attempt.gateway not in UNSENT_GATEWAYS:
                    return "finished"
        except LibraryFull:
            return "waiting"
        if attempt.gateway in UNSENT_GATEWAYS:
            await forget(self._keeper, attempt.id)
            return "forgotten"
        now = self._keeper.now()
        ended = transitions.Ended(Outcome.LEFT_IN_FLIGHT)
        await self._keeper.index.write(
            lambda connection: transitions.end(connection, attempt.id, ended, now=now)
        )
        return "unknown"

    def _received(self, folder: Path, spill: Spill) -> Received | None:
        if not folder.is_dir():
            return None
        with file_errors(self._place.root):
            gather_spilled(folder, spill)
            spill.remove()
            if sidecars.read(folder / REQUEST, Request) is None:
                return None
            return sidecars.read(folder / REPLY, Received) or self._from_pictures(folder)

    def _from_pictures(self, folder: Path) -> Received | None:
        """Whole pictures without a reply: the program ended between the last byte and writing it down."""
        indices = pictures_in(folder)
        whole = [index for index in indices if self._opens(picture_path(folder, index))]
        if not whole:
            return None
        pictures = tuple(ReceivedPicture(index) for index in indices)
        chosen = ReceivedPicture(whole[-1])
        return Received(Reply(Outcome.PICTURE, pictures=pictures, chosen=chosen, cut=True), seconds=None)

    def _opens(self, path: Path) -> bool:
        try:
            inspect(path)
            if self._keeper.thumbnailer is not None:
                render_file(path)
        except (NotAPicture, PictureTooLarge):
            return False
        return True

    async def _say_again(self, ended: Set[str]) -> None:
        """Where the index was lost, the journal may know by now what became of the charges of these."""
        if ended:
            said = await asyncio.to_thread(journal.read, self._place.journal)
            await self._keeper.index.write(lambda connection: settling.replay(connection, said, new=ended))

    async def _adopt(self) -> None:
        """Attempts whose folder is there and whose row is not, for the index was lost."""
        requests = await asyncio.to_thread(self._requests)

        def adopt(connection: sqlite3.Connection) -> list[str]:
            never_sent: list[str] = []
            for request, has_reply, sidecar in requests:
                if attempt_records.attempt(connection, request.attempt.id) is not None:
                    continue
                # The folder is written first: without a row beside a job that is known, nothing was sent.
                if has_reply or not records.is_known(connection, request.attempt.job):
                    transitions.adopt(connection, request, sidecar)
                else:
                    never_sent.append(request.attempt.id)
            return never_sent

        for attempt_id in await self._keeper.index.write(adopt):
            await asyncio.to_thread(placing.tidy, self._place.incoming / attempt_id)

    def _requests(self) -> list[tuple[Request, bool, Sidecar | None]]:
        with file_errors(self._place.root):
            found: list[tuple[Request, bool, Sidecar | None]] = []
            for folder in sorted(self._place.incoming.iterdir()):
                request = sidecars.read(folder / REQUEST, Request)
                if request is None or request.attempt.id != folder.name:
                    continue
                if request.order.gateway in UNSENT_GATEWAYS and not (folder / REPLY).exists():
                    self._drop_half_a_copy(folder)
                elif folder.name not in self._under_way:
                    has_reply = (folder / REPLY).exists() or bool(pictures_in(folder))
                    found.append((request, has_reply, sidecars.read(folder / SIDECAR, Sidecar)))
            # In the order in which they were sent: the ledger has them so.
            return sorted(found, key=lambda one: one[0].attempt.started)

    def _drop_half_a_copy(self, folder: Path) -> None:
        """The program ended while it copied a file that lies safe elsewhere, or put one together."""
        if folder.name not in self._under_way:
            shutil.rmtree(folder, ignore_errors=True)

    async def _tidy(self) -> None:
        """Folders whose picture has its row, and those of calls that brought and cost nothing."""
        folders = await asyncio.to_thread(lambda: [path.name for path in self._place.incoming.iterdir()])
        for name in folders:
            attempt = await self._keeper.index.read(
                lambda connection, name=name: attempt_records.attempt(connection, name)
            )
            if attempt is None or attempt.ended is None or name in self._under_way:
                continue
            # What came of a call that was settled stays: it may be settled otherwise.
            costs_nothing = attempt.charge is Charge.NOT_CHARGED and attempt.settlement is None
            if attempt.state is JobState.SAVED or costs_nothing:
                await asyncio.to_thread(placing.tidy, self._place.incoming / name)


def _ask(connection: sqlite3.Connection) -> tuple[str, ...]:
    queued = records.queued_jobs(connection)
    records.set_asks(connection, queued, asks=True)
    return queued


def _asking(connection: sqlite3.Connection) -> tuple[str, ...]:
    return tuple(job.id for job in records.jobs_to_be_seen(connection) if job.asks)

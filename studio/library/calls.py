"""What a call goes through from its order to its version: written down before it is sent, and kept."""

from __future__ import annotations

import asyncio
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.domain.charge import VERDICTS, Charge
from studio.domain.errors import LibraryError, LibraryFull, StudioError, UnknownJob
from studio.domain.job import Attempt, JobState
from studio.library import attempt_records, budgets, following, records, sidecars, transitions
from studio.library.files import file_errors, make_folders, write_whole
from studio.library.incoming import REQUEST, IncomingFolder, Spill
from studio.library.reader import LibraryReader
from studio.library.sidecars import Received

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable
    from datetime import datetime
    from pathlib import Path

    from studio.domain.budget import Limit
    from studio.domain.charge import Outcome
    from studio.domain.job import ErrorWords, Job
    from studio.domain.money import Money
    from studio.domain.recipe import Order
    from studio.domain.reply import Reply
    from studio.domain.sent import Sent
    from studio.library.database import ConnectionThread
    from studio.library.keeping import Keeper

LEAST_ROOM = 64 * 1024 * 1024
"""Bytes that must be free before a call is paid for: two of the largest replies."""


@dataclass(frozen=True, slots=True)
class Begun:
    """An attempt that may be sent now, and where its reply goes."""

    attempt: Attempt
    incoming: IncomingFolder


class CallRecords(LibraryReader):
    """The half of a Library that jobs are written to; the other half opens it."""

    _now: Callable[[], datetime]
    _new_id: Callable[[], str]
    _spill_root: Path | None
    _writing: ConnectionThread
    _keeper: Keeper
    _incoming: dict[str, IncomingFolder]
    _begun: set[str]

    async def place(self, order: Order, limits: Iterable[Limit] = ()) -> tuple[Job, ...]:
        """Write the order and its jobs, which reserves their money, in one durable transaction.

        In the same one it is made sure that it stays within these limits and its project's budget: raises
        OverBudget.
        """

        def place(connection: sqlite3.Connection) -> tuple[Job, ...]:
            budgets.check(connection, (order,), limits)
            return records.place(connection, order, new_id=self._new_id)

        return await self._writing.write(place)

    async def place_chain(self, orders: Iterable[Order], limits: Iterable[Limit] = ()) -> tuple[Job, ...]:
        """The same for orders of one job, each of which continues what the one before it brings.

        All of them or none.
        """
        chain = tuple(orders)

        def place(connection: sqlite3.Connection) -> tuple[Job, ...]:
            budgets.check(connection, chain, limits)
            return following.place_chain(connection, chain, new_id=self._new_id)

        return await self._writing.write(place)

    async def follow(self, job_id: str) -> Job:
        """A queued job that waits for the one before it is given that one's version as its parent, or is
        refused where that one has brought none. As long as nobody knows, it stays, and so does any other.
        """
        return await self._writing.write(lambda connection: following.follow(connection, job_id))

    async def release(self, job_ids: Iterable[str]) -> None:
        """Let queued jobs that ask run."""
        ids = tuple(job_ids)
        await self._writing.write(lambda connection: records.set_asks(connection, ids, asks=False))

    async def cancel(self, job_id: str) -> Job:
        """A queued job is cancelled and its money released. One that was sent is cancelled too, but its
        attempt goes on and its charge is unknown until it ends. One that is being saved or has ended stays.
        """
        return await self._writing.write(lambda connection: transitions.cancel(connection, job_id))

    async def pass_over(self, job_id: str, *, until: datetime | None) -> Job:
        """A queued job goes to its order's next group, without a call through this one, which rests `until`
        then or has no key. At its last group it stays, and so does any other job.
        """
        return await self._writing.write(
            lambda connection: records.pass_over(connection, job_id, until=until)
        )

    async def refuse(self, job_id: str, error: ErrorWords) -> Job:
        """A queued job can't be sent: its money is released. Any other job stays as it is."""
        return await self._writing.write(lambda connection: records.refuse(connection, job_id, error))

    async def dismiss(self, job_id: str) -> None:
        """The person has seen how it ended."""
        await self._writing.write(lambda connection: records.dismiss(connection, job_id))

    async def begin_attempt(
        self, job_id: str, *, group: str, price: Money, price_assumed: bool, sent: Sent | None = None
    ) -> Begun:
        """Write that the job is being sent, and what, durably. Only then may it be sent.

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
            await asyncio.to_thread(self._prepare_folder, folder, job, attempt, sent)
            await self._writing.write(lambda connection: transitions.begin(connection, attempt))
        except StudioError:
            del self._incoming[attempt.id]
            raise
        return Begun(attempt, incoming)

    def _prepare_folder(self, folder: Path, job: Job, attempt: Attempt, sent: Sent | None) -> None:
        with file_errors(self._place.root):
            if shutil.disk_usage(self._place.root).free < LEAST_ROOM:
                raise LibraryFull(self._place.root)
            make_folders(folder)
            write_whole(folder / REQUEST, sidecars.encode(sidecars.request_of(job, attempt, sent)))

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
        moves_on: bool = False,
    ) -> Job:
        """End an attempt that brought no picture, as the table of charges says.

        With an outcome that may be repeated, the job is queued again if `not_before` is given, else refused.
        With one that was not charged it may instead move on: it is queued for its order's next group.
        """
        incoming = self._incoming.get(attempt_id)
        if incoming is not None:
            incoming.close()
            if VERDICTS[outcome].charge is Charge.NOT_CHARGED:
                await asyncio.to_thread(incoming.discard)
            else:
                await asyncio.to_thread(incoming.gather_what_fits)
        ended = transitions.Ended(outcome, error, words, request_id, seconds, not_before, moves_on)
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

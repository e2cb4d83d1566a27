"""A job in hand, and the order in which its states reach the disk."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from studio.domain.errors import LibraryError
from studio.domain.job import Attempt, Job, JobState

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.domain.charge import Outcome
    from studio.jobs.ports import JobRecords


class Stage(Enum):
    """How far a job in hand has gone, which decides what cancelling and leaving may still do.

    IDLE waits for its turn; STARTING is made ready and written down as being sent; of a SENT one not a byte
    has come back; ARRIVING is a reply on its way in, or any end of a call: it is written down, come what may.
    """

    IDLE = auto()
    STARTING = auto()
    SENT = auto()
    ARRIVING = auto()


@dataclass(slots=True, eq=False)
class Run:
    """One job in hand, as last seen.

    `began` and `resumes` are monotonic times: of its first attempt, and before which the next one isn't made.
    `cancelled` is the person's word, which holds from when it is spoken; `hurried` their word to send it once
    without any wait, also while its group rests.
    """

    job: Job
    stage: Stage = Stage.IDLE
    attempt: Attempt | None = None
    began: float | None = None
    resumes: float | None = None
    cancelled: bool = False
    hurried: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def place(self) -> tuple[str, str]:
        """The gateway and the group that it goes through now."""
        return self.job.order.gateway, self.job.group

    @property
    def outcome(self) -> Outcome | None:
        """How its attempt ended; None where it didn't, or there is none."""
        mine = (one.outcome for one in self.job.attempts if self.attempt and one.id == self.attempt.id)
        return next(mine, None)

    @property
    def wants_sending(self) -> bool:
        """Whether another attempt is to be made."""
        return self.job.state is JobState.QUEUED and not self.cancelled


class Progress:
    """Writes a call's states in the order in which they were reached, without holding up the call."""

    def __init__(self, run: Run, attempt: Attempt, records: JobRecords, saw: Callable[[Job], None]) -> None:
        self._run = run
        self._attempt = attempt
        self._records = records
        self._saw = saw
        self._last: asyncio.Task[None] | None = None

    def reach(self, state: JobState) -> None:
        """The call is in `state` now: waiting, or receiving."""
        if state is JobState.RECEIVING:
            self._run.stage = Stage.ARRIVING
        self._last = asyncio.create_task(self._write(self._last, state))

    async def settle(self) -> None:
        """Return when every state reached so far is on disk."""
        if self._last:
            await self._last

    async def _write(self, before: asyncio.Task[None] | None, state: JobState) -> None:
        if before:
            await before
        # Without room for it the states in between are missing: the end of the call says all that counts.
        with contextlib.suppress(LibraryError):
            self._saw(await self._records.advance(self._attempt.id, state))

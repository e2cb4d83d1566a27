"""Bringing to disk how a call ended: it is tried until there is room for it."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.domain.errors import LibraryError
from studio.domain.job import Job

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from studio.jobs.progress import Run

SECONDS_BETWEEN_LOOKS = 5.0


@dataclass(frozen=True, slots=True)
class Reports:
    """Where the runner says what happened: a job changed; what is known of one waits for its disk."""

    changed: Callable[[Job], None]
    disk_full: Callable[[Job, LibraryError], None]


class Writing:
    """Writes what became of jobs, and doesn't let go of it while the disk is full or can't be reached."""

    def __init__(self, reports: Reports) -> None:
        self._reports = reports
        self._room = asyncio.Event()
        self._leaving = False

    def saw(self, run: Run, job: Job) -> None:
        """The job is in this state now."""
        run.job = job
        self._reports.changed(job)

    async def finish(
        self,
        run: Run,
        write: Callable[[], Awaitable[Job]],
        *,
        may_be_left: Callable[[], bool] = lambda: True,
    ) -> None:
        """Do `write`, which may be repeated, until it succeeds.

        When leaving, it is done once more: what isn't written by then the next start finds in incoming. But
        while `may_be_left` says no, even leaving waits.
        """
        told = False
        while True:
            try:
                job = await write()
            except LibraryError as error:
                if self._leaving and may_be_left():
                    return
                if not told:
                    self._reports.disk_full(run.job, error)
                told = True
                await self._wait_for_room()
            else:
                self.saw(run, job)
                return

    async def _wait_for_room(self) -> None:
        self._room.clear()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._room.wait(), SECONDS_BETWEEN_LOOKS)

    def room_made(self) -> None:
        """There may be room on the disk again: look now."""
        self._room.set()

    def leave(self) -> None:
        """Try what waits once more, and then let it be."""
        self._leaving = True
        self._room.set()

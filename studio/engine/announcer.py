"""Tells listeners what happened."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from studio.domain.budget import NO_BUDGETS
from studio.domain.errors import LibraryError, StudioError
from studio.domain.job import JobState
from studio.engine.days import limits_at, local_day
from studio.engine.events import DiskFull, Event, JobChanged, SpentChanged, VersionSaved

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from datetime import datetime

    from studio.domain.budget import Budgets
    from studio.domain.job import Job
    from studio.library.ledger import Spent
    from studio.library.reader import LibraryReader

SECONDS_BETWEEN_LOOKS_AT_THE_DATE = 60.0


class Announcer:
    """An async context manager. A listener is called on the loop, in the order of what happened, and on its
    own: that it fails changes nothing for the jobs.
    """

    def __init__(
        self,
        library: LibraryReader,
        now: Callable[[], datetime],
        *,
        budgets: Callable[[], Budgets] = lambda: NO_BUDGETS,
        seconds_between_looks: float = SECONDS_BETWEEN_LOOKS_AT_THE_DATE,
    ) -> None:
        self._library = library
        self._now = now
        self._budgets = budgets
        self._seconds = seconds_between_looks
        self._listeners: list[Callable[[Event], None]] = []
        self._telling: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Announcer:
        self._days = asyncio.create_task(self._follow_days(local_day(self._now())), name="days")
        return self

    async def __aexit__(self, *_: object) -> None:
        """Tell what is still to be told."""
        self._days.cancel()
        await asyncio.wait({self._days})
        await self.finish()

    def subscribe(self, listener: Callable[[Event], None]) -> None:
        """Call `listener` with every event from now on."""
        self._listeners.append(listener)

    def tell(self, event: Event) -> None:
        """Tell all listeners."""
        loop = asyncio.get_running_loop()
        for listener in self._listeners:
            loop.call_soon(listener, event)

    def job_changed(self, job: Job) -> None:
        """Tell of the job, then of what it brought and of what is spent now."""
        self.tell(JobChanged(job))
        if self._listeners:
            self.start(self._tell_more(job))

    def disk_full(self, job: Job, error: LibraryError) -> None:
        """Tell that how this job ended can't be written yet."""
        self.tell(DiskFull(job, error.folder, error))

    def spent_changed(self) -> None:
        """Tell what is spent now."""
        if self._listeners:
            self.start(self._tell_spent())

    async def spent_today(self) -> Spent:
        """Charged, unknown and reserved money of the local day."""
        return await self._library.spent(*local_day(self._now()))

    async def finish(self) -> None:
        """Return when all has been told."""
        while self._telling:
            await asyncio.wait(self._telling)
        # The listeners' turn comes before this one goes on.
        await asyncio.sleep(0)

    def start(self, telling: Coroutine[object, object, None]) -> None:
        """Tell what must be read first, beside everything else; `finish` waits for it."""
        task = asyncio.create_task(_as_far_as_can_be_read(telling))
        self._telling.add(task)
        task.add_done_callback(self._telling.discard)

    async def _tell_more(self, job: Job) -> None:
        if job.state is JobState.SAVED:
            for version in job.versions:
                self.tell(VersionSaved(await self._library.version(version)))
        await self._tell_spent()

    async def _tell_spent(self) -> None:
        limits = limits_at(self._now(), self._budgets())
        self.tell(SpentChanged(await self.spent_today(), await self._library.standings(limits)))

    async def _follow_days(self, day: tuple[datetime, datetime]) -> None:
        """In short looks: the computer may sleep through midnight, and its clock may be set."""
        while True:
            await asyncio.sleep(self._seconds)
            if day != (day := local_day(self._now())):
                self.start(self._tell_spent())


async def _as_far_as_can_be_read(telling: Coroutine[object, object, None]) -> None:
    # What can't be read now is read when the person looks next.
    with contextlib.suppress(StudioError):
        await telling

"""Drives jobs from queued to their end: bounded per group, durable before sending, stoppable."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Self

from studio.domain.charge import Outcome
from studio.domain.job import ErrorWords, Job, JobState
from studio.domain.next_group import MoveOn
from studio.jobs.attempts import Attempts, Clock
from studio.jobs.parents import Parents
from studio.jobs.progress import Run, Stage
from studio.jobs.retry import RetryRule
from studio.jobs.slots import Slots
from studio.jobs.writing import Reports, Writing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random
    from types import TracebackType

    from studio.jobs.breakers import Breakers
    from studio.jobs.ports import Caller, JobRecords

__all__ = ["Clock", "Reports", "Runner"]

_log = logging.getLogger(__name__)


class Runner:
    """Runs jobs; an async context manager. Leaving it cuts calls off, but waits for what is arriving.

    `parallel` is the number of calls at once for each group.
    """

    def __init__(
        self,
        *,
        records: JobRecords,
        caller: Caller,
        reports: Reports,
        clock: Clock,
        random: Random,
        breakers: Breakers,
        parallel: int,
        rule: RetryRule | None = None,
    ) -> None:
        self._records = records
        self._breakers = breakers
        self._reports = Reports(changed=self.saw, disk_full=reports.disk_full)
        self._tell = reports.changed
        self._clock = clock
        self._rule = rule or RetryRule()
        self._writing = Writing(self._reports)
        self._parents = Parents(records, self._writing)
        self._attempts = Attempts(records, caller, self._writing, clock, random, self._rule)
        self._slots = Slots(parallel)
        self._runs: dict[str, tuple[Run, asyncio.Task[None]]] = {}
        self._sends = True
        self._idle = asyncio.Event()
        self._idle.set()

    async def __aenter__(self) -> Self:
        """Nothing starts by itself."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave: see `leave`."""
        await self.leave()

    def add(self, jobs: Iterable[Job]) -> None:
        """Take these queued jobs in hand, once each; none any more once sending has been stopped."""
        for job in jobs:
            if job.id not in self._runs and self._sends:
                run = Run(job)
                task = asyncio.create_task(self._drive(run), name=f"job {job.id}")
                self._runs[job.id] = run, task
                self._idle.clear()
                task.add_done_callback(lambda task, job_id=job.id: self._ended(job_id, task))

    def saw(self, job: Job) -> None:
        """The job has changed, in hand or not: those that are to continue its version hear of it."""
        self._tell(job)
        self._parents.saw(job)

    def wake(self, job: Job) -> None:
        """It is known now what continues this job's version: those that wait for it look again."""
        self._parents.saw(job)

    def allow(self, parallel: int) -> None:
        """From now on so many calls at once for each group."""
        self._slots.allow(parallel)

    @property
    def in_hand(self) -> tuple[Job, ...]:
        """The jobs that are queued or under way, as last seen."""
        return tuple(run.job for run, _ in self._runs.values())

    async def cancel(self, job_id: str) -> Job:
        """Before sending: nothing will be sent. After: no further attempt, but it keeps listening.

        Raises UnknownJob, and LibraryError when it can't be written; nothing more is sent all the same.
        """
        if job_id in self._runs:
            run, task = self._runs[job_id]
            run.cancelled = True
            if run.stage is Stage.IDLE:
                task.cancel()
                await asyncio.wait({task})
        job = await self._records.cancel(job_id)
        if job_id in self._runs:
            self._writing.saw(self._runs[job_id][0], job)
        else:
            self._reports.changed(job)
        return job

    def hurry(self, job_id: str) -> None:
        """Send this queued job without any further wait, once: the person's word goes above a rest."""
        if job_id in self._runs and self._runs[job_id][0].stage is Stage.IDLE:
            self._runs[job_id][0].hurried.set()
            self._breakers.wake()

    async def wait_idle(self) -> None:
        """Return when no job is in hand."""
        await self._idle.wait()

    async def stop_sending(self) -> None:
        """Send nothing new; return when what was sent has ended. What is queued stays queued on disk."""
        self._stop({Stage.IDLE})
        await self._idle.wait()

    async def leave(self) -> None:
        """Cut off what was sent, as unknown; but from the first byte of a reply on, wait for it."""
        self._writing.leave()
        self._stop({Stage.IDLE, Stage.SENT})
        await self._idle.wait()

    def room_made(self) -> None:
        """There may be room on the disk again: look now."""
        self._writing.room_made()

    def _stop(self, stages: set[Stage]) -> None:
        self._sends = False
        for run, task in self._runs.values():
            if run.stage in stages:
                task.cancel()

    async def _drive(self, run: Run) -> None:
        try:
            while run.wants_sending and self._sends:
                if not await self._parents.has_come(run):
                    break
                await self._pause(run)
                while run.wants_sending and self._sends and not await self._try(run):
                    await self._rest(run)
            if run.cancelled and run.job.state is JobState.QUEUED:
                # The disk had no room for the person's word when it was spoken.
                await self._writing.finish(run, lambda: self._records.cancel(run.job.id))
        except Exception:  # noqa: BLE001 - one of the two places where a bug is caught
            _log.exception("a job met a bug")
            run.stage = Stage.ARRIVING
            await self._attempts.end_after_bug(run, ErrorWords(code="bug"))

    async def _try(self, run: Run) -> bool:
        """Make an attempt when it is the job's turn; False where the group takes no call then."""
        place = run.place
        async with self._slots.one(place):
            if not run.hurried.is_set() and not self._breakers.lets_through(place):
                return False
            self._breakers.sent(place)
            try:
                await self._attempts.make(run, may_send=lambda: self._sends)
            finally:
                self._breakers.ended(place, run.outcome or Outcome.NOT_SENT)
                run.hurried.clear()
            run.stage, run.attempt = Stage.IDLE, None
        return True

    async def _rest(self, run: Run) -> None:
        """The group rests: go on to the next one, or wait."""
        until = self._breakers.until(run.place)
        if run.job.moves_on_after(MoveOn.BUSY):
            await self._writing.finish(run, lambda: self._records.pass_over(run.job.id, until=until))
            return
        if run.job.not_before != until:
            self._writing.saw(run, replace(run.job, not_before=until))
        await self._breakers.turn()

    def _ended(self, job_id: str, task: asyncio.Task[None]) -> None:
        del self._runs[job_id]
        if not self._runs:
            self._idle.set()
        if not task.cancelled() and (error := task.exception()):
            _log.error("a job met a bug, and its end can't be written", exc_info=error)

    async def _pause(self, run: Run) -> None:
        """Wait as the gateway asked, also when that was before a restart, and whatever the clock does."""
        if run.resumes is not None:
            wait = run.resumes - self._clock.monotonic()
        elif run.job.not_before:
            wait = (run.job.not_before - self._clock.now()).total_seconds()
        else:
            return
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(run.hurried.wait(), min(max(wait, 0), self._rule.total))

"""One attempt of a job, from the key to the ledger."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from studio.domain.charge import VERDICTS, Outcome
from studio.domain.errors import GatewayError, NoKey, StudioError
from studio.domain.fallback import moves_on
from studio.domain.job import JobState
from studio.domain.words import kept
from studio.jobs.ports import Caller, JobRecords
from studio.jobs.progress import Progress, Stage
from studio.jobs.retry import RetryRule
from studio.jobs.writing import Writing

if TYPE_CHECKING:
    from studio.domain.job import Attempt, ErrorWords, Job
    from studio.domain.reply import Reply
    from studio.jobs.ports import BegunAttempt, Call
    from studio.jobs.progress import Run


@dataclass(frozen=True, slots=True)
class Clock:
    """Time, as it is passed in: `now` is aware UTC, `monotonic` seconds that never jump."""

    now: Callable[[], datetime]
    monotonic: Callable[[], float]


@dataclass(frozen=True, slots=True)
class Attempts:
    """Makes attempts. What is on disk is always ahead of what was sent, and never behind what arrived."""

    records: JobRecords
    caller: Caller
    writing: Writing
    clock: Clock
    random: Random
    rule: RetryRule

    async def make(self, run: Run, *, may_send: Callable[[], bool]) -> None:
        """Send a queued job once and write down what became of it.

        `may_send` is asked last of all; without its yes the job is queued as before. Cancelling this cuts
        the call off, as unknown.
        """
        run.stage = Stage.STARTING
        if run.began is None:
            run.began = self.clock.monotonic()
        try:
            call = await self.caller.prepare(run.job)
            begun = await self._begin(run.job, call)
        except StudioError as error:
            if isinstance(error, NoKey) and run.job.has_further_step:
                await self.writing.finish(run, lambda: self.records.pass_over(run.job.id, until=None))
                return
            words = kept(error)
            await self.writing.finish(run, lambda: self.records.refuse(run.job.id, words))
            return
        run.attempt = begun.attempt
        if run.cancelled:
            await self._end(run, begun.attempt, Outcome.CANCELLED_BEFORE_SENDING)
        elif not may_send():
            await self._end(run, begun.attempt, Outcome.NOT_SENT, not_before=self.clock.now())
        else:
            await self._send(run, call, begun)

    async def _begin(self, job: Job, call: Call) -> BegunAttempt:
        return await self.records.begin_attempt(
            job.id, group=job.group, price=job.price, price_assumed=call.price_assumed, sent=call.sent
        )

    async def _send(self, run: Run, call: Call, begun: BegunAttempt) -> None:
        attempt, began = begun.attempt, self.clock.monotonic()
        run.stage = Stage.SENT
        self.writing.saw(run, _being_sent(run.job, attempt))
        progress = Progress(run, attempt, self.records, lambda job: self.writing.saw(run, job))
        try:
            answer = await self._answer(run, call, begun, progress)
        except asyncio.CancelledError:
            seconds = self.clock.monotonic() - began
            await self._end(run, attempt, Outcome.LEFT_IN_FLIGHT, seconds=seconds)
            raise
        seconds = self.clock.monotonic() - began
        if isinstance(answer, GatewayError):
            await self._end_failed(run, attempt, answer, seconds)
        else:
            await self.writing.finish(
                run,
                lambda: self.records.keep(attempt.id, answer, seconds=seconds),
                may_be_left=lambda: self.records.is_on_disk(attempt.id),
            )

    async def _answer(
        self, run: Run, call: Call, begun: BegunAttempt, progress: Progress
    ) -> Reply | GatewayError:
        try:
            return await call.make(begun.incoming, progress.reach)
        except GatewayError as error:
            return error
        finally:
            run.stage = Stage.ARRIVING
            await progress.settle()

    async def _end_failed(self, run: Run, attempt: Attempt, error: GatewayError, seconds: float) -> None:
        outcome, not_before = error.outcome, None
        run.resumes = None
        if run.job.moves_on_after(moves_on(error)):
            await self._end(run, attempt, outcome, error=kept(error), seconds=seconds, moves_on=True)
            return
        if VERDICTS[outcome].repeats:
            wait = self._wait(run, attempt, error)
            if wait is None:
                outcome = Outcome.GAVE_UP
            else:
                run.resumes = self.clock.monotonic() + wait
                not_before = self.clock.now() + timedelta(seconds=wait)
        await self._end(run, attempt, outcome, error=kept(error), seconds=seconds, not_before=not_before)

    def _wait(self, run: Run, attempt: Attempt, error: GatewayError) -> float | None:
        """Seconds until it is sent through the same group again. Each group has its own number of attempts;
        the time is that of all.
        """
        made = sum(one.group == attempt.group for one in run.job.attempts)
        elapsed = 0 if run.began is None else self.clock.monotonic() - run.began
        return self.rule.wait(attempts=made, elapsed=elapsed, asked=error.retry_after, random=self.random)

    async def end_after_bug(self, run: Run, words: ErrorWords) -> None:
        """What was sent may have been charged; what wasn't is refused."""
        attempt = run.attempt
        if attempt:
            await self._end(run, attempt, Outcome.LOST, error=words)
        else:
            await self.writing.finish(run, lambda: self.records.refuse(run.job.id, words))

    async def _end(
        self,
        run: Run,
        attempt: Attempt,
        outcome: Outcome,
        *,
        error: ErrorWords | None = None,
        seconds: float | None = None,
        not_before: datetime | None = None,
        moves_on: bool = False,
    ) -> None:
        await self.writing.finish(
            run,
            lambda: self.records.end_attempt(
                attempt.id,
                outcome=outcome,
                error=error,
                request_id=error.request_id if error else "",
                seconds=seconds,
                not_before=not_before,
                moves_on=moves_on,
            ),
        )


def _being_sent(job: Job, attempt: Attempt) -> Job:
    """The job as it stands on disk since its attempt has begun."""
    return replace(
        job, state=JobState.SENDING, attempts=(*job.attempts, attempt), not_before=None, asks=False
    )

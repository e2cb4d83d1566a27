"""A Runner over a real library, with calls that do what a test says."""

from __future__ import annotations

import asyncio
import hashlib
import io
import time
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from PIL import Image

from studio.domain.charge import Outcome
from studio.domain.errors import GatewayError, LibraryError, LibraryFull, NoKey
from studio.domain.incoming import Incoming
from studio.domain.job import ErrorWords, Job, JobState
from studio.domain.money import Money
from studio.domain.next_group import USUALLY, MoveOn, Step
from studio.domain.recipe import Order, Recipe
from studio.domain.reply import ReceivedPicture, Reply
from studio.domain.sent import Sent
from studio.engine.compose import new_id
from studio.jobs.breakers import Breakers
from studio.jobs.retry import RetryRule
from studio.jobs.runner import Clock, Reports, Runner
from studio.library.library import Library

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path

    from studio.jobs.ports import BegunAttempt, JobRecords

PRICE = Money.parse("0.25")
QUICK = RetryRule(attempts=5, total=5, shortest=0.001, longest=0.01)


def picture() -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (48, 32), "#c04020").save(written, "PNG")
    return written.getvalue()


async def brings_a_picture(incoming: Incoming, progress: Callable[[JobState], None]) -> Reply:
    progress(JobState.WAITING)
    progress(JobState.RECEIVING)
    sink = incoming.open_sink(0)
    sink.write(picture())
    sink.close()
    incoming.keep_rest(b"{}")
    chosen = ReceivedPicture(0, "image/png")
    return Reply(Outcome.PICTURE, pictures=(chosen,), chosen=chosen)


Making = Callable[[Incoming, Callable[[JobState], None]], Awaitable[Reply]]


def fails(outcome: Outcome, status: int | None = None, message: str = "") -> Making:
    """A call that ends with this row of the table of charges."""

    async def make(_: Incoming, progress: Callable[[JobState], None]) -> Reply:
        progress(JobState.WAITING)
        raise GatewayError(str(status or ""), outcome=outcome, status=status, message=message)

    return make


@dataclass
class ScriptedCall:
    caller: ScriptedCaller
    group: str = "G"
    price_assumed: bool = False
    sent: Sent | None = None

    async def make(self, incoming: Incoming, progress: Callable[[JobState], None]) -> Reply:
        self.caller.made += 1
        self.caller.called.append(self.group)
        return await self.caller.by_group.get(self.group, self.caller.making)(incoming, progress)


@dataclass
class ScriptedCaller:
    """Makes calls ready when `ready` is set, and counts those that are made; in the order of their groups
    they stand in `called`.
    """

    making: Making = brings_a_picture
    by_group: dict[str, Making] = field(default_factory=dict[str, Making])
    called: list[str] = field(default_factory=list[str])
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    asked: int = 0
    made: int = 0
    trouble: Exception | None = None
    without_key: set[str] = field(default_factory=set[str])

    async def prepare(self, job: Job) -> ScriptedCall:
        assert job.state is JobState.QUEUED
        self.asked += 1
        await self.ready.wait()
        if self.trouble:
            raise self.trouble
        if job.group in self.without_key:
            raise NoKey(job.group)
        return ScriptedCall(self, job.group)


@dataclass
class FullDisk:
    """The library, on a disk that has no room for the methods named in `refuses`."""

    library: Library
    refuses: set[str] = field(default_factory=set[str])
    tried: list[str] = field(default_factory=list[str])

    def _check(self, method: str) -> None:
        self.tried.append(method)
        if method in self.refuses:
            raise LibraryFull(self.library.folder)

    async def begin_attempt(
        self, job_id: str, *, group: str, price: Money, price_assumed: bool, sent: Sent | None
    ) -> BegunAttempt:
        self._check("begin_attempt")
        return await self.library.begin_attempt(
            job_id, group=group, price=price, price_assumed=price_assumed, sent=sent
        )

    async def advance(self, attempt_id: str, state: JobState) -> Job:
        self._check("advance")
        return await self.library.advance(attempt_id, state)

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
        self._check("end_attempt")
        return await self.library.end_attempt(
            attempt_id,
            outcome=outcome,
            error=error,
            words=words,
            request_id=request_id,
            seconds=seconds,
            not_before=not_before,
            moves_on=moves_on,
        )

    async def keep(self, attempt_id: str, reply: Reply, *, seconds: float) -> Job:
        self._check("keep")
        return await self.library.keep(attempt_id, reply, seconds=seconds)

    def is_on_disk(self, attempt_id: str) -> bool:
        return "temporary files" not in self.refuses

    async def follow(self, job_id: str) -> Job:
        self._check("follow")
        return await self.library.follow(job_id)

    async def pass_over(self, job_id: str, *, until: datetime | None) -> Job:
        self._check("pass_over")
        return await self.library.pass_over(job_id, until=until)

    async def refuse(self, job_id: str, error: ErrorWords) -> Job:
        self._check("refuse")
        return await self.library.refuse(job_id, error)

    async def cancel(self, job_id: str) -> Job:
        self._check("cancel")
        return await self.library.cancel(job_id)


@dataclass
class Bench:
    """One runner, its library, and what it reported."""

    library: Library
    disk: FullDisk
    caller: ScriptedCaller
    runner: Runner
    breakers: Breakers
    changed: list[Job]
    full: list[tuple[Job, LibraryError]]

    async def place(
        self, count: int = 1, *, fallback: tuple[Step, ...] = (), moves_on: frozenset[MoveOn] = USUALLY
    ) -> tuple[Job, ...]:
        """Place an order and take it in hand."""
        jobs = await self.library.place(replace(_order(count), fallback=fallback, moves_on=moves_on))
        self.runner.add(jobs)
        return jobs

    def states(self, job: Job) -> list[JobState]:
        return [seen.state for seen in self.changed if seen.id == job.id]


def _order(count: int) -> Order:
    name = hashlib.sha256(str(time.monotonic_ns()).encode()).hexdigest()[:20]
    now = datetime.now(UTC)
    return Order(
        name, "Sketches", Recipe("a fox"), "model", "https://gateway.example", "G", PRICE, count, now
    )


@asynccontextmanager
async def bench(
    folder: Path,
    caller: ScriptedCaller | None = None,
    *,
    parallel: int = 4,
    first_rest: timedelta = timedelta(milliseconds=1),
) -> AsyncGenerator[Bench]:
    """A runner at work; left at the end."""
    caller = caller or ScriptedCaller()
    changed: list[Job] = []
    full: list[tuple[Job, LibraryError]] = []

    def now() -> datetime:
        return datetime.now(UTC)

    async with Library(folder, now=now, new_id=new_id, thumbnails=False) as library:
        disk = FullDisk(library)
        records: JobRecords = disk
        breakers = Breakers(now, lambda: None, first_rest=first_rest)
        runner = Runner(
            records=records,
            caller=caller,
            reports=Reports(changed=changed.append, disk_full=lambda job, error: full.append((job, error))),
            clock=Clock(now=now, monotonic=time.monotonic),
            random=Random(1),
            breakers=breakers,
            parallel=parallel,
            rule=QUICK,
        )
        async with breakers, runner:
            yield Bench(library, disk, caller, runner, breakers, changed, full)


async def until(condition: Callable[[], object]) -> None:
    """Wait for the condition, ten seconds at most."""
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110 - conditions of every kind are waited for, with a deadline
            await asyncio.sleep(0.002)

"""Calls that bring no picture, come too late, or cost nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from studio.domain.charge import Charge, Outcome
from studio.domain.errors import UnknownJob
from studio.domain.job import ErrorWords, JobState
from studio.domain.money import ZERO, Money
from studio.domain.recipe import DEMO_GATEWAY
from studio.domain.reply import Reply
from tests.library.scenes import (
    PRICE,
    START,
    Clock,
    begin,
    generate,
    library_in,
    order,
    picture,
    receive,
    reply_with,
)

if TYPE_CHECKING:
    from pathlib import Path

DAY = (START.replace(hour=0), START.replace(hour=23))


async def test_a_reply_without_a_picture_blocks_the_job_and_keeps_its_words(tmp_path: Path) -> None:
    reply = Reply(Outcome.NO_PICTURE, words="I can't draw that.", reason="IMAGE_SAFETY", explanation="No.")
    async with library_in(tmp_path) as library:
        (job,) = await library.place(order())
        begun = await begin(library, job)
        begun.incoming.keep_rest(b"{}")
        ended = await library.keep(begun.attempt.id, reply, seconds=3)
        assert (ended.state, ended.words) == (JobState.BLOCKED, "I can't draw that.")
        assert ended.error == ErrorWords("no_picture", reason="IMAGE_SAFETY", message="No.")
        assert ended.attempts[0].charge is Charge.UNKNOWN
        assert (begun.incoming.path / "reply.json").exists()
        assert await library.jobs() == (ended,)
        await library.dismiss(ended.id)
        assert await library.jobs() == ()
        assert [one.id for one in await library.jobs(ended=True)] == [ended.id]


async def test_a_busy_gateway_queues_the_job_again_and_costs_nothing(tmp_path: Path) -> None:
    clock = Clock()
    async with library_in(tmp_path, now=clock) as library:
        (job,) = await library.place(order())
        begun = await begin(library, job)
        begun.incoming.keep_rest(b"busy")
        error = ErrorWords("gateway_busy", "429", "Try later", 429)
        later = clock() + timedelta(seconds=37)
        again = await library.end_attempt(
            begun.attempt.id, outcome=Outcome.BUSY, error=error, seconds=1, not_before=later
        )
        assert (again.state, again.not_before) == (JobState.QUEUED, later)
        assert again.attempts[0].charge is Charge.NOT_CHARGED
        assert not begun.incoming.path.exists()
        spent = await library.spent(*DAY)
        assert (spent.reserved, spent.total) == (PRICE, PRICE)

        begun = await begin(library, again)
        assert begun.attempt.number == 2
        refused = await library.end_attempt(begun.attempt.id, outcome=Outcome.BUSY, error=error, seconds=1)
        assert refused.state is JobState.REFUSED
        assert (await library.spent(*DAY)).total == ZERO


async def test_a_job_cancelled_in_the_queue_frees_its_money_and_is_never_sent(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library:
        (job,) = await library.place(order())
        assert (await library.cancel(job.id)).state is JobState.CANCELLED
        assert (await library.spent(*DAY)).total == ZERO
        assert await library.jobs() == ()
        with pytest.raises(UnknownJob):
            await begin(library, job)


async def test_a_picture_that_comes_after_the_job_was_cancelled_is_saved_and_marked(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library:
        (job,) = await library.place(order())
        begun = await begin(library, job)
        cancelled = await library.cancel(job.id)
        assert cancelled.state is JobState.CANCELLED
        assert (await library.spent(*DAY)).unknown == PRICE
        assert await library.jobs() == (cancelled,)
        await receive(library, begun, picture())
        assert (await library.job(job.id)).state is JobState.CANCELLED
        saved = await library.keep(begun.attempt.id, reply_with(False), seconds=1)
        assert saved.state is JobState.SAVED
        assert saved.arrived_after_cancel
        assert (await library.versions(limit=1))[0].arrived_after_cancel
        spent = await library.spent(*DAY)
        assert (spent.charged, spent.unknown) == (PRICE, ZERO)


async def test_a_cancelled_call_that_then_fails_stays_cancelled(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library:
        (job,) = await library.place(order())
        begun = await begin(library, job)
        await library.cancel(job.id)
        ended = await library.end_attempt(
            begun.attempt.id, outcome=Outcome.REFUSED, error=ErrorWords("gateway_refused"), seconds=1
        )
        assert ended.state is JobState.CANCELLED
        assert (await library.spent(*DAY)).total == ZERO


async def test_the_demo_is_never_charged_and_never_in_the_sums(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library:
        await generate(library, order(gateway=DEMO_GATEWAY, price=Money.parse("0.99")))
        (version,) = await library.versions(limit=1)
        assert version.charge is Charge.NOT_CHARGED
        assert (await library.spent(*DAY)).total == ZERO


async def test_recovery_leaves_alone_what_is_under_way(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library:
        sending, queued = await library.place(order(count=2))
        begun = await begin(library, sending)
        await receive(library, begun, picture())
        recovery = await library.recover(run_queued_asks=False)
        assert (recovery.finished, recovery.unknown, recovery.asking) == ((), (), ())
        assert not (await library.job(queued.id)).asks
        saved = await library.keep(begun.attempt.id, reply_with(False), seconds=1)
        assert saved.state is JobState.SAVED

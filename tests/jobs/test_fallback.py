"""An order that may go through several groups: when it moves on, what that costs, and when it never does."""

from __future__ import annotations

import asyncio
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.domain.charge import Charge, Outcome
from studio.domain.job import JobState, PassedOver
from studio.domain.money import Money
from studio.domain.next_group import MoveOn, Step
from tests.jobs.bench import PRICE, Bench, Making, ScriptedCaller, bench, brings_a_picture, fails, until

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.domain.incoming import Incoming
    from studio.domain.reply import Reply

DEARER, DEAREST = Money.parse("0.32"), Money.parse("0.71")
FALLBACK = Step("H", DEARER), Step("I", DEAREST)
EVERYTHING = frozenset(MoveOn)


def caller(**by_group: Making) -> ScriptedCaller:
    """One whose groups answer like this, at once."""
    made = ScriptedCaller(by_group=dict(by_group))
    made.ready.set()
    return made


async def spent(shop: Bench) -> tuple[Money, Money, Money]:
    now = (await shop.library.jobs(ended=True))[0].placed
    found = await shop.library.spent(now - timedelta(hours=1), now + timedelta(hours=1))
    return found.charged, found.unknown, found.reserved


async def test_a_busy_group_is_followed_by_the_next_at_its_own_price(tmp_path: Path) -> None:
    async with bench(tmp_path, caller(G=fails(Outcome.BUSY, 429))) as shop:
        (job,) = await shop.place(fallback=FALLBACK)
        await shop.runner.wait_idle()
        job = await shop.library.job(job.id)
        assert (job.state, job.step, job.group, job.price) == (JobState.SAVED, 1, "H", DEARER)
        assert [(one.group, one.price, one.charge) for one in job.attempts] == [
            ("G", PRICE, Charge.NOT_CHARGED),
            ("H", DEARER, Charge.CHARGED),
        ]
        assert await spent(shop) == (DEARER, Money.from_fen(0), Money.from_fen(0))
        version = await shop.library.version(job.versions[0])
        assert (version.group, version.price) == ("H", DEARER)


async def test_it_moves_on_without_waiting_and_repeats_only_at_the_last_group(tmp_path: Path) -> None:
    busy = fails(Outcome.BUSY, 503)
    async with bench(tmp_path, caller(G=busy, H=busy, I=busy)) as shop:
        (job,) = await shop.place(fallback=FALLBACK)
        await shop.runner.wait_idle()
        assert shop.caller.called == ["G", "H", "I", "I", "I", "I", "I"], "five attempts for each group"
        job = await shop.library.job(job.id)
        assert (job.state, job.attempts[-1].outcome) == (JobState.REFUSED, Outcome.GAVE_UP)
        queued = [seen.not_before for seen in shop.changed if seen.state is JobState.QUEUED and seen.step < 2]
        assert set(queued) == {None}
        assert await spent(shop) == (Money.from_fen(0), Money.from_fen(0), Money.from_fen(0))


async def test_a_kind_of_failure_that_the_person_did_not_name_is_repeated_at_the_same_group(
    tmp_path: Path,
) -> None:
    async with bench(tmp_path, caller(G=fails(Outcome.BUSY, 429))) as shop:
        (job,) = await shop.place(fallback=FALLBACK, moves_on=frozenset({MoveOn.QUOTA}))
        await shop.runner.wait_idle()
        assert set(shop.caller.called) == {"G"}
        assert (await shop.library.job(job.id)).attempts[-1].outcome is Outcome.GAVE_UP


@pytest.mark.parametrize(
    ("outcome", "status", "message"),
    [
        (Outcome.TURNED_DOWN, 403, "no quota"),
        (Outcome.REFUSED, 401, "no such key"),
        (Outcome.NOT_SENT, None, ""),
    ],
)
async def test_every_other_definite_refusal_of_the_group_moves_on_too(
    tmp_path: Path, outcome: Outcome, status: int | None, message: str
) -> None:
    async with bench(tmp_path, caller(G=fails(outcome, status, message))) as shop:
        (job,) = await shop.place(fallback=FALLBACK, moves_on=EVERYTHING)
        await shop.runner.wait_idle()
        job = await shop.library.job(job.id)
        assert shop.caller.called == ["G", "H"]
        assert (job.state, job.attempts[0].outcome) == (JobState.SAVED, outcome)


@pytest.mark.parametrize(
    ("outcome", "status"),
    [(Outcome.LOST, 504), (Outcome.ERROR_IN_SUCCESS, 200), (Outcome.REFUSED, 400), (Outcome.REFUSED, 413)],
)
async def test_after_what_may_have_been_charged_or_is_wrong_anywhere_no_group_is_asked(
    tmp_path: Path, outcome: Outcome, status: int
) -> None:
    async with bench(tmp_path, caller(G=fails(outcome, status))) as shop:
        (job,) = await shop.place(fallback=FALLBACK, moves_on=EVERYTHING)
        await shop.runner.wait_idle()
        assert shop.caller.called == ["G"]
        assert (await shop.library.job(job.id)).ended


async def test_until_it_ended_the_dearest_price_is_reserved(tmp_path: Path) -> None:
    go = asyncio.Event()

    async def holds(incoming: Incoming, progress: Callable[[JobState], None]) -> Reply:
        await go.wait()
        return await brings_a_picture(incoming, progress)

    async with bench(tmp_path, caller(G=fails(Outcome.BUSY, 429), H=holds)) as shop:
        await shop.place(fallback=FALLBACK)
        await until(lambda: shop.caller.called == ["G", "H"])
        assert (await spent(shop))[2] == DEAREST
        go.set()
        await shop.runner.wait_idle()
        assert await spent(shop) == (DEARER, Money.from_fen(0), Money.from_fen(0))


async def test_a_group_without_a_key_is_passed_over(tmp_path: Path) -> None:
    shopper = caller(G=fails(Outcome.BUSY, 429))
    shopper.without_key = {"H"}
    async with bench(tmp_path, shopper) as shop:
        (job,) = await shop.place(fallback=FALLBACK)
        await shop.runner.wait_idle()
        job = await shop.library.job(job.id)
        assert (job.state, job.group, shopper.called) == (JobState.SAVED, "I", ["G", "I"])
        assert job.passed_over == (PassedOver("H"),)


async def test_without_a_key_for_the_last_group_it_is_refused(tmp_path: Path) -> None:
    shopper = caller(G=fails(Outcome.BUSY, 429))
    shopper.without_key = {"H", "I"}
    async with bench(tmp_path, shopper) as shop:
        (job,) = await shop.place(fallback=FALLBACK)
        await shop.runner.wait_idle()
        job = await shop.library.job(job.id)
        assert (job.state, job.error and job.error.code) == (JobState.REFUSED, "no_key")
        assert await spent(shop) == (Money.from_fen(0), Money.from_fen(0), Money.from_fen(0))


async def test_cancelled_while_a_group_is_asked_no_other_is(tmp_path: Path) -> None:
    go = asyncio.Event()

    async def busy_later(_: Incoming, progress: Callable[[JobState], None]) -> Reply:
        progress(JobState.WAITING)
        await go.wait()
        return await fails(Outcome.BUSY, 429)(_, progress)

    async with bench(tmp_path, caller(G=busy_later)) as shop:
        (job,) = await shop.place(fallback=FALLBACK)
        await until(lambda: JobState.WAITING in shop.states(job))
        await shop.runner.cancel(job.id)
        go.set()
        await shop.runner.wait_idle()
        job = await shop.library.job(job.id)
        assert (job.state, job.step, shop.caller.called) == (JobState.CANCELLED, 0, ["G"])
        assert job.attempts[0].charge is Charge.NOT_CHARGED


# The laws

ANSWERS: dict[str, Making] = {
    "picture": brings_a_picture,
    "busy": fails(Outcome.BUSY, 429),
    "unsent": fails(Outcome.NOT_SENT),
    "quota": fails(Outcome.TURNED_DOWN, 403, "no quota left"),
    "words": fails(Outcome.TURNED_DOWN, 400),
    "key": fails(Outcome.REFUSED, 401),
    "plain": fails(Outcome.REFUSED, 400),
    "lost": fails(Outcome.LOST, 504),
    "error": fails(Outcome.ERROR_IN_SUCCESS, 200),
}


@settings(max_examples=40, deadline=None)
@given(
    answers=st.lists(st.sampled_from(sorted(ANSWERS)), min_size=16, max_size=16),
    fallback=st.lists(st.sampled_from("HIJ"), unique=True),
    moves_on=st.frozensets(st.sampled_from(MoveOn)),
    without_key=st.sets(st.sampled_from("GHIJ"), max_size=2),
)
def test_at_most_one_attempt_is_charged_or_unknown_and_it_is_the_last(
    answers: list[str], fallback: list[str], moves_on: frozenset[MoveOn], without_key: set[str]
) -> None:
    steps = tuple(Step(group, Money.from_fen(ord(group))) for group in fallback)
    script = iter(answers)

    async def answer(incoming: Incoming, progress: Callable[[JobState], None]) -> Reply:
        return await ANSWERS[next(script, "picture")](incoming, progress)

    async def run(folder: Path) -> None:
        shopper = ScriptedCaller(making=answer, without_key=without_key)
        shopper.ready.set()
        async with bench(folder, shopper) as shop:
            (job,) = await shop.place(fallback=steps, moves_on=moves_on)
            await shop.runner.wait_idle()
            job = await shop.library.job(job.id)
            assert job.ended
            assert all(one.charge is Charge.NOT_CHARGED for one in job.attempts[:-1])
            assert len(job.attempts) == len(shop.caller.called)
            prices = {step.group: step.price for step in job.order.steps}
            assert all(one.price == prices[one.group] <= job.order.most for one in job.attempts)
            asked = [job.order.step_of(one.group) for one in job.attempts]
            assert asked == sorted(asked), "never back to an earlier group"
            assert max([asked.count(step) for step in asked], default=0) <= 5
            charged, unknown, reserved = await spent(shop)
            assert reserved == Money.from_fen(0)
            last = job.attempts[-1] if job.attempts else None
            nothing = Money.from_fen(0)
            assert charged == (last.price if last and last.charge is Charge.CHARGED else nothing)
            assert unknown == (last.price if last and last.charge is Charge.UNKNOWN else nothing)

    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(run(Path(folder)))

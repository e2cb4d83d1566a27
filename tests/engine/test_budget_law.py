"""The law of budgets, over any course of events: no order is accepted that might break one."""

from __future__ import annotations

import asyncio
import tempfile
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from studio.domain.budget import BudgetKind, Budgets
from studio.domain.budget_errors import OverBudget
from studio.domain.charge import VERDICTS, Charge, Outcome
from studio.domain.job import JobState
from studio.domain.money import Money
from studio.domain.next_group import Step
from studio.engine.days import limits_at
from studio.library.calls import Begun
from tests.library.scenes import library_in, order, picture, receive, reply_with

if TYPE_CHECKING:
    from studio.domain.budget import Limit, Standing
    from studio.domain.job import Job
    from studio.domain.recipe import Order
    from studio.library.library import Library

PICTURE = picture(size=(48, 32))
COUNTED = {Charge.CHARGED, Charge.UNKNOWN}
ENDS = [one for one in Outcome if one is not Outcome.PICTURE]


@dataclass(frozen=True)
class Place:
    """An order at any price, which may move on at any other, also as a chain of so many steps."""

    fen: int
    count: int
    project: str
    moves_to: int | None
    chain: bool


@dataclass(frozen=True)
class Begin:
    """The next job that waits is sent."""


@dataclass(frozen=True)
class End:
    """A call that is under way ends; with `again` it is sent once more, or moves on, where it may."""

    outcome: Outcome
    again: bool
    moves_on: bool


@dataclass(frozen=True)
class Cancel:
    """A job that hasn't ended, the one of this number."""

    at: int


@dataclass(frozen=True)
class SetClock:
    """Forward or back."""

    hours: int


@dataclass(frozen=True)
class Restart:
    """The program ends in the middle of everything, and is started again."""

    rebuilt: bool


Event: TypeAlias = Place | Begin | End | Cancel | SetClock | Restart

places = st.builds(
    Place,
    st.integers(0, 30),
    st.integers(1, 3),
    st.sampled_from(["Foxes", "Harbours"]),
    st.none() | st.integers(0, 30),
    st.booleans(),
)
begins: st.SearchStrategy[Event] = st.builds(Begin)
ends = st.builds(End, st.sampled_from([*ENDS, Outcome.PICTURE]), st.booleans(), st.booleans())
events: st.SearchStrategy[Event] = st.one_of(
    places,
    places,
    places,
    begins,
    begins,
    ends,
    ends,
    st.builds(Cancel, st.integers(0, 5)),
    st.builds(SetClock, st.integers(-30, 50)),
    st.builds(Restart, st.booleans()),
)


FOX = Place(30, 1, "Foxes", moves_to=None, chain=False)


@dataclass
class Course:
    """What happened so far. `under_way` are calls that a kill would leave without an end."""

    folder: Path
    budgets: Budgets
    moment: datetime = datetime(2026, 11, 26, 12, tzinfo=UTC)
    under_way: list[Begun] = field(default_factory=list[Begun])
    orders: int = 0

    def now(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment

    def library(self, seed: str) -> Library:
        return library_in(self.folder, seed=seed, now=self.now, thumbnails=False)

    async def run(self, course: list[Event]) -> None:
        """Each restart is another library over the same folder."""
        rest = list(course)
        for number in range(1 + len(course)):
            async with self.library(str(number)) as library:
                await library.recover()
                self.under_way.clear()
                if number == 0:
                    await library.curator.create_project("Foxes")
                    await library.curator.set_budget("Foxes", Money.from_fen(90))
                while rest and not isinstance(rest[0], Restart):
                    await self.happen(library, rest.pop(0))
                    await self.agree(library)
                if rest and rest.pop(0) == Restart(rebuilt=True):
                    await library.rebuild()
                    await self.agree(library)
                if not rest:
                    return

    async def happen(self, library: Library, event: Event) -> None:
        match event:
            case Place():
                await self.place(library, event)
            case Begin():
                waiting = [job for job in await library.jobs() if job.state is JobState.QUEUED]
                if waiting:
                    await self.begin(library, waiting[0])
            case End() if self.under_way:
                await self.end(library, self.under_way.pop(0), event)
            case Cancel(at):
                open_ones = [job for job in await library.jobs() if not job.ended]
                if at < len(open_ones):
                    await library.cancel(open_ones[at].id)
            case SetClock(hours):
                self.moment += timedelta(hours=hours)
            case _:
                pass

    async def place(self, library: Library, wish: Place) -> None:
        """Accepted, it breaks nothing; refused, it would have, and nothing was written."""
        self.orders += 1
        placed = replace(
            order(
                order_id=f"order-{self.orders}",
                project=wish.project,
                count=1 if wish.chain else wish.count,
                price=Money.from_fen(wish.fen),
                placed=self.now(),
            ),
            fallback=() if wish.moves_to is None else (Step("other", Money.from_fen(wish.moves_to)),),
        )
        chain = [replace(placed, id=f"{placed.id}-{step}") for step in range(wish.count)]
        limits = limits_at(self.moment, self.budgets)
        before = await self.standings(library, wish.project)
        jobs = await library.jobs(ended=True)
        wanted = placed.most * wish.count
        over = await _placed(library, chain if wish.chain else [placed], limits)
        after = await self.standings(library, wish.project)
        if over is None:
            assert [one.used + wanted for one in before] == [one.used for one in after]
            assert not wanted or all(one.used <= one.limit for one in after)
        else:
            assert (after, await library.jobs(ended=True)) == (before, jobs)
            assert over.wanted == wanted
            assert over.standing in before
            assert over.standing.used + wanted > over.standing.limit

    async def begin(self, library: Library, job: Job) -> None:
        begun = await library.begin_attempt(job.id, group=job.group, price=job.price, price_assumed=False)
        self.under_way.append(begun)

    async def end(self, library: Library, begun: Begun, event: End) -> None:
        if event.outcome is Outcome.PICTURE:
            await receive(library, begun, PICTURE)
            await library.keep(begun.attempt.id, reply_with(False), seconds=1)
            return
        job = await library.job(begun.attempt.job)
        free = VERDICTS[event.outcome].charge is Charge.NOT_CHARGED
        await library.end_attempt(
            begun.attempt.id,
            outcome=event.outcome,
            error=None,
            seconds=1,
            not_before=self.moment if event.again else None,
            moves_on=event.moves_on and free and job.has_further_step,
        )

    async def standings(self, library: Library, project: str) -> list[Standing]:
        found = await library.standings(limits_at(self.moment, self.budgets))
        return [one for one in found if one.concerns(project)]

    async def agree(self, library: Library) -> None:
        """What the index adds up is what its jobs and attempts say, one by one."""
        jobs = await library.jobs(ended=True)
        limits = {limit.kind: limit.since for limit in limits_at(self.moment, self.budgets)}
        for standing in await library.standings(limits_at(self.moment, self.budgets)):
            concerned = [job for job in jobs if standing.concerns(job.order.project)]
            since = limits.get(standing.kind)
            spent = sum(
                attempt.price.fen
                for job in concerned
                for attempt in job.attempts
                if attempt.charge in COUNTED and (since is None or attempt.started >= since)
            )
            reserved = sum(job.order.most.fen for job in concerned if not job.ended)
            assert standing.used.fen == spent + reserved, (standing.kind, standing.project)
            if standing.kind is BudgetKind.PROJECT:
                assert await library.project_used(standing.project) == standing.used


async def _placed(library: Library, orders: list[Order], limits: tuple[Limit, ...]) -> OverBudget | None:
    """None where they were placed."""
    try:
        await (library.place(orders[0], limits) if len(orders) == 1 else library.place_chain(orders, limits))
    except OverBudget as stopped:
        return stopped
    return None


@pytest.mark.timeout(300)
@settings(max_examples=60)
@given(st.lists(events, min_size=6, max_size=25), st.integers(10, 80), st.integers(30, 120))
@example([FOX, Begin(), Cancel(0), End(Outcome.PICTURE, again=False, moves_on=False), FOX], 70, 90)
@example([FOX, Begin(), Restart(rebuilt=True), FOX, SetClock(-30), FOX, SetClock(50), FOX], 70, 90)
def test_no_course_of_events_makes_an_order_break_a_budget(course: list[Event], day: int, month: int) -> None:
    budgets = Budgets(day=Money.from_fen(day), month=Money.from_fen(month))
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(Course(Path(folder), budgets).run(course))

"""Ten thousand orders of a person who cancels, leaves and comes back, whose clock is wrong now and then, and
whose prices change: limits hold, nothing is paid twice, and the ledger is the gateway's account.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

import pytest

from studio.domain.budget import BudgetKind, Budgets
from studio.domain.budget_errors import OverBudget
from studio.domain.charge import Charge
from studio.domain.evidence import NO_EVIDENCE, Evidence
from studio.domain.fallback import steps
from studio.domain.goal import Goal
from studio.domain.job import Attempt, JobState
from studio.domain.money import ZERO, Money, total
from studio.domain.next_group import MoveOn
from studio.domain.recipe import Order
from studio.domain.routing import Candidate, choose
from studio.domain.spending import EVERYTHING, By
from studio.engine.days import limits_at
from tests.simulation.floor import MODEL, SIZE, House, Wall, in_virtual_time
from tests.simulation.seven_groups import SevenGroups
from tests.simulation.worlds import AS_PUBLISHED

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from studio.domain.catalog import Model
    from studio.domain.job import Job
    from studio.domain.next_group import Step
    from tests.simulation.floor import Floor

ORDERS = 10_000
VISITS = 20
LOOKS = 10
FIGURES = 100
BUDGETS = Budgets(day=Money.parse("90"), month=Money.parse("1600"))
PROJECT, PROJECT_BUDGET = "Posters", Money.parse("150")
CEILINGS = (None, Money.parse("0.30"), Money.parse("0.60"))
GROUPS = tuple(group.name for group in MODEL.groups)


def dearer() -> Model:
    """The catalog after its prices have risen."""
    return replace(
        MODEL,
        groups=tuple(
            replace(
                group,
                prices=tuple(
                    replace(price, amount=price.amount + Money.parse("0.03")) for price in group.prices
                ),
            )
            for group in MODEL.groups
        ),
    )


@dataclass
class Person:
    """What one person does. `placed` are their orders; `stopped` counts those that a budget stopped."""

    gateway: SevenGroups
    wall: Wall
    chance: Random
    placed: dict[str, Order] = field(default_factory=dict[str, "Order"])
    stopped: int = 0
    project_budget: Money = PROJECT_BUDGET
    evidence: Mapping[str, Evidence] = field(default_factory=dict[str, "Evidence"])

    async def visit(self, floor: Floor, orders: int) -> None:
        """One sitting: answers what asks since the last one, then orders."""
        await self.answer(floor)
        recent: list[Job] = []
        while orders:
            self.touch_the_clock()
            order = self.wish(floor)
            limits = limits_at(self.wall.now(), BUDGETS)
            try:
                recent.append(await floor.place(order, limits))
            except OverBudget as error:
                await self.wait_or_raise(floor, error)
                continue
            orders -= 1
            self.placed[order.id] = order
            if not len(self.placed) % LOOKS:
                await self.look(floor)
            if not len(self.placed) % FIGURES:
                self.evidence = await floor.evidence()
            await asyncio.sleep(self.chance.expovariate(1 / 20))
            if self.chance.random() < 0.02:
                await floor.runner.cancel(self.chance.choice(recent[-20:]).id)

    async def wait_or_raise(self, floor: Floor, error: OverBudget) -> None:
        """Another day there is more; a project's budget is raised."""
        self.stopped += 1
        if error.standing.kind is BudgetKind.PROJECT:
            self.project_budget += Money.parse("40")
            await floor.library.curator.set_budget(PROJECT, self.project_budget)
        else:
            await asyncio.sleep(self.chance.uniform(3600, 14400))

    async def answer(self, floor: Floor) -> None:
        """What waits for the person's word is run, or taken back."""
        for job in await floor.library.jobs():
            if job.state is JobState.QUEUED and self.chance.random() < 0.7:
                await floor.library.release([job.id])
                floor.runner.add([await floor.library.job(job.id)])
            elif job.state is JobState.QUEUED:
                await floor.runner.cancel(job.id)

    def touch_the_clock(self) -> None:
        """Set it wrong, or right again."""
        if self.chance.random() < 0.005:
            wrong = timedelta(hours=self.chance.uniform(-40, 40))
            self.wall.ahead = timedelta() if self.wall.ahead else wrong

    def wish(self, floor: Floor) -> Order:
        """Through a group that a goal chooses, or by hand, with whatever it may move on to."""
        model = MODEL if len(self.placed) < ORDERS // 2 else dearer()
        ceiling, goal = self.chance.choice(CEILINGS), self.chance.choice((None, *Goal))
        group, price = self.group(model, goal, ceiling)
        fallback: tuple[Step, ...] = ()
        if self.chance.random() < 0.5:
            wanted = self.chance.sample(GROUPS, 3)
            fallback = steps(
                wanted,
                first=group,
                model=model,
                resolution=SIZE,
                with_key=frozenset(GROUPS),
                ceiling=ceiling,
            )
        return replace(
            floor.order(group, price),
            project=self.chance.choice(("Sketches", PROJECT)),
            fallback=fallback,
            moves_on=frozenset(kind for kind in MoveOn if self.chance.random() < 0.7),
        )

    def group(self, model: Model, goal: Goal | None, ceiling: Money | None) -> tuple[str, Money]:
        if goal is not None:
            candidates = [Candidate(one, self.evidence.get(one.name, NO_EVIDENCE)) for one in model.groups]
            choice = choose(candidates, goal, SIZE, ceiling=ceiling)
            assert choice is not None
            return choice.group, choice.price
        group = self.chance.choice(model.groups)
        price = group.price(SIZE)
        assert price is not None
        return group.name, price

    async def look(self, floor: Floor) -> None:
        """By the gateway's own account, and what may still be asked for what is open: no limit is broken."""
        opened = {job.order.id: job.order for job in floor.runner.in_hand if not job.ended}
        settled = [line for line in self.gateway.account if line.wish not in opened]
        reserved = total(order.most for order in opened.values())
        for limit in limits_at(self.wall.now(), BUDGETS):
            assert total(line.amount for line in settled if line.at >= limit.since) + reserved <= limit.most
        of_project = [line.amount for line in settled if self.placed[line.wish].project == PROJECT]
        of_project += [order.most for order in opened.values() if order.project == PROJECT]
        assert total(of_project) <= self.project_budget


@dataclass
class Books:
    """The gateway's account and the ledger, wish by wish."""

    charged: dict[str, Money]
    attempts: dict[str, list[Attempt]]

    @classmethod
    async def of(cls, gateway: SevenGroups, floor: Floor) -> Books:
        charged: dict[str, Money] = {}
        for line in gateway.account:
            assert line.wish not in charged, "a wish was charged twice"
            charged[line.wish] = line.amount
        attempts: defaultdict[str, list[Attempt]] = defaultdict(list)
        for job in await floor.library.all_jobs(limit=2 * ORDERS):
            attempts[job.order.id] += job.attempts
        return cls(charged, dict(attempts))

    def sums(self, charge: Charge) -> Money:
        return total(one.price for one in self.every if one.charge is charge)

    @property
    def every(self) -> Iterable[Attempt]:
        return (one for attempts in self.attempts.values() for one in attempts)


@pytest.mark.timeout(900)
def test_ten_thousand_orders_cost_what_the_ledger_says_and_never_more_than_may_be_spent() -> None:
    gateways: list[SevenGroups] = []

    async def live(folder: Path, wall: Wall) -> None:
        gateway = SevenGroups(AS_PUBLISHED, seed=7, now=wall.now)
        gateways.append(gateway)
        house = House(folder, gateway, wall)
        person = Person(gateway, wall, Random(7))
        for visit in range(VISITS):
            async with house.opened() as floor:
                if not visit:
                    await floor.library.curator.create_project(PROJECT)
                    await floor.library.curator.set_budget(PROJECT, PROJECT_BUDGET)
                await person.visit(floor, ORDERS // VISITS)
        async with house.opened() as floor:
            await person.answer(floor)
            await floor.runner.wait_idle()
            check(await Books.of(gateway, floor), person)
            await check_sums(floor, gateway)

    in_virtual_time(live)
    assert gateways


def check(books: Books, person: Person) -> None:
    """Wish by wish, to the fen."""
    assert len(person.placed) == ORDERS
    assert person.stopped, "no budget was ever reached: the limits hold by luck"
    for wish, attempts in books.attempts.items():
        order, paid = person.placed[wish], books.charged.get(wish, ZERO)
        *before, last = attempts or [None]
        assert all(one and one.charge is Charge.NOT_CHARGED for one in before), "sent again without proof"
        if last is None or last.charge is Charge.NOT_CHARGED:
            assert not paid
        elif last.charge is Charge.CHARGED:
            assert paid == last.price
        else:
            assert last.charge is Charge.UNKNOWN
            assert paid in {ZERO, last.price}
        assert all(one.price <= order.most for one in attempts)


async def check_sums(floor: Floor, gateway: SevenGroups) -> None:
    """All together: what differs is unknown."""
    books = await Books.of(gateway, floor)
    in_doubt = {
        wish
        for wish, attempts in books.attempts.items()
        if attempts and attempts[-1].charge is Charge.UNKNOWN
    }
    account = total(line.amount for line in gateway.account)
    assert account == books.sums(Charge.CHARGED) + total(books.charged.get(wish, ZERO) for wish in in_doubt)
    assert books.sums(Charge.UNKNOWN)
    for by in (By.DAY, By.GROUP, By.PROJECT):
        told = await floor.library.ledger_sums(by, EVERYTHING)
        assert total(one.charged for one in told) == books.sums(Charge.CHARGED)
        assert total(one.unknown for one in told) == books.sums(Charge.UNKNOWN)
        assert total(one.reserved for one in told) == ZERO

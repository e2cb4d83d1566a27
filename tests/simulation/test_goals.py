"""What a goal promises, it does: among groups as they are, once there is evidence of each of them."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from dataclasses import dataclass
from statistics import mean
from typing import TYPE_CHECKING

import pytest

from studio.domain.evidence import NO_EVIDENCE
from studio.domain.routing import Candidate, Goal, choose
from tests.simulation.floor import MODEL, SIZE, START, House, in_virtual_time
from tests.simulation.seven_groups import Behaviour, SevenGroups, Trouble
from tests.simulation.worlds import AS_PUBLISHED, WORSE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from studio.domain.evidence import Evidence
    from tests.simulation.floor import Floor, Wall

TRIED = 60
"""Wishes that each group is given by hand, so that something is known of it."""
WISHES = 600
LOOKS = 20
"""So many wishes are chosen for by the same figures."""
MOST_CALLS = 5
REPEATED = {Trouble.BUSY, Trouble.UPSTREAM, Trouble.OUT_OF_REACH}
PRICES = {group.name: price for group in MODEL.groups if (price := group.price(SIZE)) is not None}


@dataclass
class Came:
    """What wishes came to: money in fen, pictures, and seconds of calls."""

    fen: int = 0
    pictures: int = 0
    seconds: float = 0
    calls: int = 0

    @property
    def fen_per_picture(self) -> float:
        return self.fen / self.pictures

    @property
    def seconds_per_picture(self) -> float:
        return self.seconds / self.pictures

    @property
    def success(self) -> float:
        return self.pictures / self.calls


def through(gateway: SevenGroups, group: str, wishes: Iterable[str], came: Came) -> Came:
    """Add what these wishes come to in this group: the same draws that a studio meets there."""
    for wish in wishes:
        for number in range(1, MOST_CALLS + 1):
            fate = gateway.fate(wish, group, number)
            came.calls += 1
            came.seconds += fate.seconds
            came.fen += PRICES[group].fen if fate.charged else 0
            if fate.trouble not in REPEATED:
                came.pictures += fate.trouble is None
                break
    return came


async def try_each(floor: Floor) -> None:
    """By hand, a few wishes through every group."""
    for name, price in PRICES.items():
        for _ in range(TRIED):
            await floor.place(floor.order(name, price))
    await floor.runner.wait_idle()


async def follow(floor: Floor, goal: Goal) -> Mapping[str, list[str]]:
    """Place wishes through the groups that the goal chooses; gives the wishes of each."""
    chosen: defaultdict[str, list[str]] = defaultdict(list)
    for _ in range(WISHES // LOOKS):
        choice = choose(candidates(await floor.evidence()), goal, SIZE)
        assert choice is not None
        for _ in range(LOOKS):
            order = floor.order(choice.group, choice.price)
            chosen[choice.group].append(order.id)
            await floor.place(order)
            await asyncio.sleep(5)
        await floor.runner.wait_idle()
    return chosen


def candidates(evidence: Mapping[str, Evidence]) -> list[Candidate]:
    return [Candidate(group, evidence.get(group.name, NO_EVIDENCE)) for group in MODEL.groups]


def achieved(world: Mapping[str, Behaviour], goal: Goal, seed: int) -> tuple[Came, dict[str, Came]]:
    """What the goal's choices came to, and what each group alone would have come to with the same wishes."""
    gateway = SevenGroups(world, seed, now=lambda: START)
    chosen: dict[str, list[str]] = {}

    async def run(folder: Path, wall: Wall) -> None:
        async with House(folder, gateway, wall).opened() as floor:
            await try_each(floor)
            chosen.update(await follow(floor, goal))

    in_virtual_time(run)
    came = Came()
    for group, wishes in chosen.items():
        through(gateway, group, wishes, came)
    every = [wish for wishes in chosen.values() for wish in wishes]
    return came, {group: through(gateway, group, every, Came()) for group in world}


WORLDS = pytest.mark.parametrize("world", [AS_PUBLISHED, WORSE], ids=["as published", "worse"])


@WORLDS
@pytest.mark.parametrize("seed", [1, 2])
def test_least_money_is_within_two_percent_of_the_best_group_in_hindsight(
    world: Mapping[str, Behaviour], seed: int
) -> None:
    came, alone = achieved(world, Goal.LEAST_MONEY, seed)
    best = min(one.fen_per_picture for one in alone.values())
    assert came.fen_per_picture <= 1.02 * best


@WORLDS
def test_fastest_waits_hardly_longer_than_the_best_group(
    world: Mapping[str, Behaviour],
) -> None:
    came, alone = achieved(world, Goal.FASTEST, 3)
    best = min(one.seconds_per_picture for one in alone.values())
    assert came.seconds_per_picture <= 1.05 * best


@WORLDS
def test_surest_fails_hardly_more_often_than_the_best_group(world: Mapping[str, Behaviour]) -> None:
    came, alone = achieved(world, Goal.SUREST, 4)
    assert came.success >= max(one.success for one in alone.values()) - 0.02


@WORLDS
def test_cheapest_pays_the_lowest_price_for_every_call(world: Mapping[str, Behaviour]) -> None:
    came, alone = achieved(world, Goal.CHEAPEST, 5)
    lowest = min(PRICES, key=lambda name: PRICES[name].fen)
    assert came == alone[lowest]
    assert mean(price.fen for price in PRICES.values()) > PRICES[lowest].fen

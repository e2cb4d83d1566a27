"""Which group a goal chooses, and the facts that say why. Pure: the same facts give the same group."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, assert_never

from studio.domain.belief import Belief, belief
from studio.domain.catalog import Group
from studio.domain.evidence import NO_EVIDENCE, Evidence, Rate, Spread
from studio.domain.goal import Goal
from studio.domain.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studio.domain.geometry import Resolution


class NoChoice(StrEnum):
    """Why a goal can choose no group."""

    NO_KEY = "no_key"
    NO_PRICE = "no_price"
    """None with a key has a price at this size."""
    TOO_DEAR = "too_dear"
    """Those with a key and a price cost more than the ceiling."""
    RESTING = "resting"
    """All that are left rest."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A group, what we know of it ourselves, whether there is a key for it, and whether it rests."""

    group: Group
    own: Evidence = NO_EVIDENCE
    has_key: bool = True
    rests: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A group that a goal chooses, and the facts that say why.

    `own_success` and `own_seconds` are ours; `latency` and `uptime` are published, in seconds and percent;
    each is empty or None where there is none. `money` is yuan expected for each saved picture.
    """

    group: str
    goal: Goal
    price: Money
    own_success: Rate
    own_seconds: Spread | None
    latency: Decimal | None
    uptime: Decimal | None
    money: float


def choose(
    candidates: Iterable[Candidate], goal: Goal, resolution: Resolution, *, ceiling: Money | None = None
) -> Choice | None:
    """The best of them for this goal, None where none can be chosen."""
    return next(iter(ranked(candidates, goal, resolution, ceiling=ceiling)), None)


def going_on(
    candidates: Iterable[Candidate],
    group: str,
    goal: Goal,
    resolution: Resolution,
    *,
    ceiling: Money | None = None,
) -> Choice | None:
    """The group that answered a conversation, where it can be chosen at all: elsewhere the model may refuse
    its turns. A rest passes, and is no reason to leave.
    """
    its_own = [replace(one, rests=False) for one in candidates if one.group.name == group]
    return choose(its_own, goal, resolution, ceiling=ceiling)


def ranked(
    candidates: Iterable[Candidate], goal: Goal, resolution: Resolution, *, ceiling: Money | None = None
) -> tuple[Choice, ...]:
    """Those that can be chosen, best first: with a key, a price at this size up to the ceiling, and no rest.

    What is as good for the goal is in the order of price, sureness, time and name.
    """
    found: list[tuple[tuple[float | str, ...], Choice]] = []
    for candidate in candidates:
        price = candidate.group.price(resolution)
        if price is None or _why_not(candidate, resolution, ceiling) is not None:
            continue
        held = belief(candidate.group, resolution, candidate.own)
        seconds = math.inf if held.seconds is None else held.seconds
        order = (-score(goal, held), price.fen, -held.surely, seconds, candidate.group.name)
        found.append((order, _choice(candidate, goal, price, held)))
    return tuple(choice for _, choice in sorted(found, key=lambda pair: pair[0]))


def why_none(
    candidates: Iterable[Candidate], resolution: Resolution, *, ceiling: Money | None = None
) -> NoChoice | None:
    """Why no goal can choose any of them: what the one that comes nearest lacks; None where one can."""
    every = tuple(NoChoice)
    reasons = [_why_not(candidate, resolution, ceiling) for candidate in candidates]
    return None if None in reasons else max(filter(None, reasons), key=every.index, default=NoChoice.NO_KEY)


def _why_not(candidate: Candidate, resolution: Resolution, ceiling: Money | None) -> NoChoice | None:
    price = candidate.group.price(resolution)
    if not candidate.has_key:
        return NoChoice.NO_KEY
    if price is None:
        return NoChoice.NO_PRICE
    if ceiling is not None and price > ceiling:
        return NoChoice.TOO_DEAR
    return NoChoice.RESTING if candidate.rests else None


def score(goal: Goal, held: Belief) -> float:
    """How well a group serves the goal: more is better, minus infinity where that can't be told."""
    match goal:
        case Goal.CHEAPEST:
            return -math.inf if held.price is None else -held.price.fen
        case Goal.FASTEST:
            # Calls that fail are taken to last as long as those that don't.
            return -held.seconds / held.success if held.seconds is not None and held.success else -math.inf
        case Goal.SUREST:
            return held.surely
        case Goal.LEAST_MONEY:
            return -math.inf if held.money is None else -held.money
    assert_never(goal)


def _choice(candidate: Candidate, goal: Goal, price: Money, held: Belief) -> Choice:
    group, own = candidate.group, candidate.own
    return Choice(
        group=group.name,
        goal=goal,
        price=price,
        own_success=own.success,
        own_seconds=own.seconds,
        latency=group.latency,
        uptime=group.uptime,
        money=math.inf if held.money is None else held.money,
    )

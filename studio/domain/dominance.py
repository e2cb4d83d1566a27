"""Which groups nobody should choose: another costs no more, is as fast and as sure, and better in one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.domain.belief import belief
from studio.domain.evidence import NO_EVIDENCE
from studio.domain.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from studio.domain.catalog import Model
    from studio.domain.evidence import Evidence
    from studio.domain.geometry import Resolution


@dataclass(frozen=True, slots=True)
class Standing:
    """A group at one size, by what is held true of it: only one of which all is known can be compared."""

    name: str
    price: Money
    seconds: float
    success: float


def standings(model: Model, resolution: Resolution, own: Mapping[str, Evidence]) -> tuple[Standing, ...]:
    """The groups that can be compared, in the catalog's order; `own` is by the group's name."""
    found: list[Standing] = []
    for group in model.groups:
        held = belief(group, resolution, own.get(group.name, NO_EVIDENCE))
        if held.price is not None and held.seconds is not None and held.known:
            found.append(Standing(group.name, held.price, held.seconds, held.success))
    return tuple(found)


def dominates(one: Standing, other: Standing) -> bool:
    """Whether `one` is nowhere worse and somewhere better."""
    as_good = one.price <= other.price and one.seconds <= other.seconds and one.success >= other.success
    return as_good and (one.price, one.seconds, one.success) != (other.price, other.seconds, other.success)


def dominated(groups: Iterable[Standing]) -> dict[str, str]:
    """For each group that is dominated, the name of the one to choose instead, which never is itself.

    Of several the cheapest, then the fastest, then the surest, then the first by name.
    """
    every = tuple(groups)
    best = [one for one in every if not any(dominates(other, one) for other in every)]
    best.sort(key=lambda one: (one.price, one.seconds, -one.success, one.name))
    instead = ((one, next((better for better in best if dominates(better, one)), None)) for one in every)
    return {one.name: better.name for one, better in instead if better is not None}


def frontier(groups: Iterable[Standing]) -> tuple[Standing, ...]:
    """The groups of which none is both cheaper and faster, cheapest first: each next one is faster."""
    found: list[Standing] = []
    for one in sorted(groups, key=lambda one: (one.price, one.seconds, one.name)):
        if not found or one.seconds < found[-1].seconds:
            found.append(one)
    return tuple(found)

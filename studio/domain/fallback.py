"""Where a picture is asked for next when a group surely didn't bring it, and at what price."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from studio.domain.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from studio.domain.catalog import Model
    from studio.domain.geometry import Resolution


class MoveOn(StrEnum):
    """A definite refusal, not charged, after which another group may be asked."""

    BUSY = "busy"
    """The group is overloaded, or what stands behind it failed: 429, 503, JSON 500, a 400 that says so."""
    QUOTA = "quota"
    """The balance or the quota of the group's key is used up."""
    REFUSED = "refused"
    """The gateway doesn't take the key or doesn't know the model: 401, 403, 404. Never what was written."""
    UNREACHABLE = "unreachable"
    """Nothing left the machine."""


USUALLY = frozenset({MoveOn.BUSY, MoveOn.QUOTA})


@dataclass(frozen=True, slots=True)
class Step:
    """One group that an order may go through, and what a call costs there: as it was shown."""

    group: str
    price: Money


def steps(
    order: Iterable[str],
    *,
    first: str,
    model: Model,
    resolution: Resolution,
    with_key: AbstractSet[str],
    ceiling: Money | None = None,
) -> tuple[Step, ...]:
    """What `first` may move on to, in the person's order: groups with a key and a price up to the ceiling."""
    found: list[Step] = []
    for name in dict.fromkeys(order):
        group = model.group(name)
        price = group.price(resolution) if group else None
        if name == first or name not in with_key or price is None:
            continue
        if ceiling is None or price <= ceiling:
            found.append(Step(name, price))
    return tuple(found)

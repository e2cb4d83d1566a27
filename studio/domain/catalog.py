"""The catalog: models, their access groups, prices and published figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from studio.domain.geometry import AspectRatio, Resolution
from studio.domain.money import ZERO, Money

DEMO_GROUP = "Demo"
_COMPLETE = 100


@dataclass(frozen=True, slots=True)
class Price:
    """What one call at one resolution costs."""

    resolution: Resolution
    amount: Money


@dataclass(frozen=True, slots=True)
class Group:
    """One access group. A figure that the page leaves blank is None: neither zero nor full.

    `latency` is in seconds, `throughput` in tokens per second, `uptime` in percent, 0 to 100.
    """

    name: str
    prices: tuple[Price, ...]
    latency: Decimal | None = None
    throughput: Decimal | None = None
    uptime: Decimal | None = None

    def price(self, resolution: Resolution) -> Money | None:
        """The price of one call, None where none was published: never zero for unknown."""
        return next((price.amount for price in self.prices if price.resolution is resolution), None)


@dataclass(frozen=True, slots=True)
class Model:
    """One entry of the catalog. `route` is the name in the address of a call; `read_on` the page's day."""

    name: str
    route: str
    description: str
    resolutions: tuple[Resolution, ...]
    groups: tuple[Group, ...]
    aspect_ratios: tuple[AspectRatio, ...] = tuple(AspectRatio)
    read_on: date | None = None

    def group(self, name: str) -> Group | None:
        """The group of that name, if the model has it."""
        return next((group for group in self.groups if group.name == name), None)


def default_group(model: Model) -> Group | None:
    """The cheapest group whose published uptime is complete, by its price at 1K; None without one."""
    return min(
        (group for group in model.groups if group.uptime == _COMPLETE and group.prices),
        key=lambda group: _usual_price(group) or ZERO,
        default=None,
    )


def _usual_price(group: Group) -> Money | None:
    return group.price(Resolution.ONE_K) or next((price.amount for price in group.prices), None)


@dataclass(frozen=True, slots=True)
class Change:
    """One line of what an update would change; `old` or `new` is None where there is none.

    `what` is a resolution's label, "latency", "throughput", "uptime", or "group" for a whole group.
    """

    group: str
    what: str
    old: Money | Decimal | None
    new: Money | Decimal | None


def changes(old: Model, new: Model) -> tuple[Change, ...]:
    """Every price and figure in which `new` differs from `old`, in the order of the groups."""
    names = [group.name for group in old.groups]
    names += [group.name for group in new.groups if group.name not in names]
    found: list[Change] = []
    for name in names:
        before, after = old.group(name), new.group(name)
        if before is None or after is None:
            found.append(Change(name, "group", _cheapest(before), _cheapest(after)))
        else:
            found += _group_changes(before, after)
    return tuple(found)


def _cheapest(group: Group | None) -> Money | None:
    return min((price.amount for price in group.prices), default=None) if group else None


def _group_changes(before: Group, after: Group) -> list[Change]:
    pairs: list[tuple[str, Money | Decimal | None, Money | Decimal | None]] = [
        (resolution.value, before.price(resolution), after.price(resolution)) for resolution in Resolution
    ]
    pairs += [
        ("latency", before.latency, after.latency),
        ("throughput", before.throughput, after.throughput),
        ("uptime", before.uptime, after.uptime),
    ]
    return [Change(after.name, what, old, new) for what, old, new in pairs if old != new]

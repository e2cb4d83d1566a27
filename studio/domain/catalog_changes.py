"""In what two catalogs differ."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from studio.domain.catalog import Group
from studio.domain.geometry import Resolution
from studio.domain.money import Money

if TYPE_CHECKING:
    from studio.domain.catalog import Model


class ChangeKind(StrEnum):
    """What happened to a group, a size, a price or a figure."""

    NEW_SIZE = "new_size"
    SIZE_GONE = "size_gone"
    NEW_GROUP = "new_group"
    GROUP_GONE = "group_gone"
    PRICE_UP = "price_up"
    PRICE_DOWN = "price_down"
    NEW_PRICE = "new_price"
    PRICE_GONE = "price_gone"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Change:
    """One line of what an update would change; `old` or `new` is None where there is none.

    `group` is empty for a size, which is the model's. `what` is a size's label for a size and a price,
    "latency", "throughput" or "uptime" for a figure, and "group" for a whole group, whose amounts are those
    of its cheapest price.
    """

    kind: ChangeKind
    group: str
    what: str
    old: Money | Decimal | None = None
    new: Money | Decimal | None = None


def changes(old: Model, new: Model) -> tuple[Change, ...]:
    """Every size, price and figure in which `new` differs from `old`: sizes first, then group by group."""
    found = _size_changes(old.sizes, new.sizes)
    for name in _names(old, new):
        found += _of_group(name, old.group(name), new.group(name))
    return tuple(found)


def price_changes(old: Model, new: Model) -> tuple[Change, ...]:
    """Every price in which `new` differs from `old`, size by size: also those of groups that came or went."""
    return tuple(
        change
        for name in _names(old, new)
        for change in _price_changes(old.group(name) or Group(name, ()), new.group(name) or Group(name, ()))
    )


def _names(old: Model, new: Model) -> list[str]:
    names = [group.name for group in old.groups]
    return names + [group.name for group in new.groups if group.name not in names]


def _size_changes(old: tuple[str, ...], new: tuple[str, ...]) -> list[Change]:
    come = [Change(ChangeKind.NEW_SIZE, "", size) for size in new if size not in old]
    return come + [Change(ChangeKind.SIZE_GONE, "", size) for size in old if size not in new]


def _of_group(name: str, before: Group | None, after: Group | None) -> list[Change]:
    if before is None:
        return [Change(ChangeKind.NEW_GROUP, name, "group", None, _cheapest(after))]
    if after is None:
        return [Change(ChangeKind.GROUP_GONE, name, "group", _cheapest(before), None)]
    return [*_price_changes(before, after), *_figure_changes(before, after)]


def _cheapest(group: Group | None) -> Money | None:
    return min((price.amount for price in group.prices), default=None) if group else None


def _price_changes(before: Group, after: Group) -> list[Change]:
    pairs = [(size, before.price(size), after.price(size)) for size in Resolution]
    return [
        Change(_price_kind(old, new), after.name, size.value, old, new)
        for size, old, new in pairs
        if old != new
    ]


def _price_kind(old: Money | None, new: Money | None) -> ChangeKind:
    if old is None:
        return ChangeKind.NEW_PRICE
    if new is None:
        return ChangeKind.PRICE_GONE
    return ChangeKind.PRICE_UP if new > old else ChangeKind.PRICE_DOWN


def _figure_changes(before: Group, after: Group) -> list[Change]:
    figures = (
        ("latency", before.latency, after.latency),
        ("throughput", before.throughput, after.throughput),
        ("uptime", before.uptime, after.uptime),
    )
    return [Change(ChangeKind.FIGURE, after.name, what, old, new) for what, old, new in figures if old != new]

"""The catalog: models, their access groups, prices and published figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

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


class ReadFrom(StrEnum):
    """Where prices were read."""

    PAGE = "page"
    GATEWAY = "gateway"


@dataclass(frozen=True, slots=True)
class Model:
    """One entry of the catalog. `route` is the name in the address of a call; `read_on` the day on which the
    prices were published, where `read_from` says.

    `other_sizes` are sizes on the page that can't be asked for here. `figures_read_on` is the day of the
    groups' figures where it is another than that of the prices.
    """

    name: str
    route: str
    description: str
    resolutions: tuple[Resolution, ...]
    groups: tuple[Group, ...]
    aspect_ratios: tuple[AspectRatio, ...] = tuple(AspectRatio)
    read_on: date | None = None
    other_sizes: tuple[str, ...] = ()
    figures_read_on: date | None = None
    read_from: ReadFrom = ReadFrom.PAGE

    @property
    def figures_day(self) -> date | None:
        """The day of latency, throughput and uptime."""
        return self.figures_read_on or self.read_on

    @property
    def sizes(self) -> tuple[str, ...]:
        """The labels of all sizes, those that can't be asked for included."""
        return (*(resolution.value for resolution in self.resolutions), *self.other_sizes)

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

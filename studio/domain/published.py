"""What a gateway publishes beside its model page, where it does: prices, figures, a balance, a log of calls.

None of it is ever needed; each may be missing (wire.md 9).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from studio.domain.call_limit import CallsMade
from studio.domain.catalog import Group, Model, Price, ReadFrom
from studio.domain.errors import NotPublished

if TYPE_CHECKING:
    from studio.domain.money import Money


class Offer(StrEnum):
    """What a gateway may offer."""

    PRICES = "prices"
    FIGURES = "figures"
    BALANCE = "balance"
    LOG = "log"


class WhyNotPublished(StrEnum):
    """Why it isn't there. Worded in published_words.py."""

    NOT_OFFERED = "not_offered"
    NEEDS_LOGIN = "needs_login"
    KEY_REFUSED = "key_refused"
    OTHER_MODEL = "other_model"
    """The gateway lists no such model."""
    OTHER_CURRENCY = "other_currency"
    NOT_PER_CALL = "not_per_call"
    BY_FORMULA = "by_formula"
    ONE_PRICE = "one_price"
    """One price is published where prices differ by size."""
    STRANGE_PRICE = "strange_price"
    """Nothing, negative, absurd, or no number."""
    TOO_OFTEN = "too_often"
    UNREACHABLE = "unreachable"
    UNREADABLE = "unreadable"

    @property
    def lasts(self) -> bool:
        """Whether the gateway will say the same the next time, so that it need not be asked again."""
        return self in {WhyNotPublished.NOT_OFFERED, WhyNotPublished.NEEDS_LOGIN}

    @property
    def passes(self) -> bool:
        """Whether the same question may well be answered another time: what is known still holds."""
        return self in {WhyNotPublished.TOO_OFTEN, WhyNotPublished.UNREACHABLE, WhyNotPublished.UNREADABLE}


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """What a gateway measured of a group: as in Group, None for no data."""

    group: str
    latency: Decimal | None
    throughput: Decimal | None
    uptime: Decimal | None


@dataclass(frozen=True, slots=True)
class Balance:
    """What a key may still spend, None without a limit, and has spent, in `currency` ("CNY" or "USD")."""

    available: Decimal | None
    used: Decimal
    currency: str
    expires: datetime | None = None


@dataclass(frozen=True, slots=True)
class ReadBalance:
    """A balance, when it was read, and the group whose key it is of."""

    balance: Balance
    read: datetime
    group: str = ""

    def is_below(self, cost: Money) -> bool:
        """Whether it is known to be less than that. In another currency it can't be told."""
        left = self.balance.available
        return left is not None and self.balance.currency == "CNY" and left < cost.amount


class LogKind(StrEnum):
    """What an entry of the gateway's log is about."""

    CHARGE = "charge"
    REFUND = "refund"
    ERROR = "error"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of the gateway's own log of a key. `amount` is unrounded, `request_id` may be empty."""

    at: datetime
    kind: LogKind
    model: str
    group: str
    amount: Decimal
    currency: str
    request_id: str = ""
    seconds: int | None = None


@dataclass(frozen=True, slots=True)
class GatewayMemory:
    """What is remembered of a gateway: what it said it doesn't offer, and the calls that count."""

    missing: Mapping[Offer, WhyNotPublished] = field(default_factory=dict[Offer, WhyNotPublished])
    calls: CallsMade = field(default_factory=CallsMade)

    def without(self, offer: Offer, why: WhyNotPublished) -> GatewayMemory:
        """With this not offered."""
        return replace(self, missing={**self.missing, offer: why})


def with_prices(model: Model, prices: Mapping[str, Money], *, read_on: date) -> Model:
    """The catalog with the groups that have these prices per call, the same at every size.

    Raises NotPublished where the prices known so far differ by size: then one price can't be all of them.
    """
    if any(len({price.amount for price in group.prices}) > 1 for group in model.groups):
        raise NotPublished(Offer.PRICES, WhyNotPublished.ONE_PRICE)
    known = [group for group in model.groups if group.name in prices]
    new = [Group(name, ()) for name in prices if model.group(name) is None]
    return replace(
        model,
        groups=tuple(
            replace(group, prices=tuple(Price(size, prices[group.name]) for size in model.resolutions))
            for group in (*known, *new)
        ),
        read_on=read_on,
        read_from=ReadFrom.GATEWAY,
        figures_read_on=None if model.figures_day == read_on else model.figures_day,
    )


def with_figures(model: Model, figures: Sequence[GroupFigures], *, read_on: date) -> Model:
    """The catalog with these figures; a group without any now has none: an old figure has an old day."""
    found = {one.group: one for one in figures}

    def measured(group: Group) -> Group:
        one = found.get(group.name, GroupFigures(group.name, None, None, None))
        return replace(group, latency=one.latency, throughput=one.throughput, uptime=one.uptime)

    return replace(
        model,
        groups=tuple(measured(group) for group in model.groups),
        figures_read_on=None if model.read_on == read_on else read_on,
    )

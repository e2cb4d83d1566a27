"""From the JSON of new-api's account pages (wire.md 9) to what is published: nothing is guessed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final, cast

from studio.domain.errors import NotPublished
from studio.domain.money import Money
from studio.domain.published import (
    Balance,
    GroupFigures,
    LogEntry,
    LogKind,
    Offer,
    WhyNotPublished,
)
from studio.gateway.tolerant import member, members, text

if TYPE_CHECKING:
    from collections.abc import Mapping

_CENT: Final = Decimal("0.01")
_LARGEST_PRICE: Final = 1000
_LONGEST_NAME: Final = 60
_MOST_DIGITS: Final = 20
_EVERY_GROUP: Final = "all"
_PER_CALL: Final = 1
_KINDS: Final = {2: LogKind.CHARGE, 5: LogKind.ERROR, 6: LogKind.REFUND}


@dataclass(frozen=True, slots=True)
class Site:
    """How a site counts money: so many of its units are a US dollar, which is `rate` of `currency`."""

    units: Decimal
    currency: str
    rate: Decimal

    def amount(self, units: Decimal) -> Decimal:
        """Units as money, unrounded."""
        return units / self.units * self.rate


def read_site(value: object, *, offer: Offer) -> Site:
    """From /api/status. Without the worth of a unit nothing of `offer` can be told: raises NotPublished."""
    data = member(value, "data")
    units = _number(data, "quota_per_unit")
    if units is None or units <= 0:
        raise NotPublished(offer, WhyNotPublished.NOT_OFFERED)
    rate = _yuan_per_dollar(data)
    return Site(units, "USD", Decimal(1)) if rate is None else Site(units, "CNY", rate)


def _yuan_per_dollar(data: object) -> Decimal | None:
    """None on a site that doesn't show its money in ¥."""
    match text(data, "quota_display_type").upper(), text(data, "custom_currency_symbol"):
        case "CNY", _:
            rate = _number(data, "usd_exchange_rate")
        case "CUSTOM", "¥" | "￥":
            rate = _number(data, "custom_currency_exchange_rate")
        case _:
            rate = None
    return rate if rate is not None and rate > 0 else None


def read_prices(value: object, *, route: str, site: Site) -> Mapping[str, Money]:
    """From /api/pricing: what a call costs in each group; raises NotPublished for all or none."""
    listed = member(value, "data")
    if not isinstance(listed, list):
        raise _no_price(WhyNotPublished.NOT_OFFERED)
    entry = next((one for one in members(value, "data") if text(one, "model_name") == route), None)
    if entry is None:
        raise _no_price(WhyNotPublished.OTHER_MODEL)
    if text(entry, "billing_expr") or "expr" in text(entry, "billing_mode"):
        raise _no_price(WhyNotPublished.BY_FORMULA)
    if _number(entry, "quota_type") != _PER_CALL:
        raise _no_price(WhyNotPublished.NOT_PER_CALL)
    if site.currency != "CNY":
        raise _no_price(WhyNotPublished.OTHER_CURRENCY)
    ratios = member(value, "group_ratio")
    prices = {name: _price(entry, ratios, name, site) for name in _groups(entry, ratios)}
    if not prices:
        raise _no_price(WhyNotPublished.OTHER_MODEL)
    return prices


def _no_price(why: WhyNotPublished) -> NotPublished:
    return NotPublished(Offer.PRICES, why)


def _groups(entry: object, ratios: object) -> list[str]:
    known = list(cast("dict[str, object]", ratios)) if isinstance(ratios, dict) else []
    enabled = members(entry, "enable_groups")
    return known if _EVERY_GROUP in enabled else [name for name in known if name in enabled]


def _price(entry: object, ratios: object, group: str, site: Site) -> Money:
    dollars, ratio = _number(entry, "model_price"), _number(ratios, group)
    if dollars is None or ratio is None or not group.isprintable() or not 0 < len(group) <= _LONGEST_NAME:
        raise _no_price(WhyNotPublished.STRANGE_PRICE)
    amount = dollars * ratio * site.rate
    if not _CENT / 2 <= amount <= _LARGEST_PRICE:
        raise _no_price(WhyNotPublished.STRANGE_PRICE)
    return Money(amount.quantize(_CENT, ROUND_HALF_UP))


def read_figures(value: object) -> tuple[GroupFigures, ...]:
    """From /api/perf-metrics: only groups that were used are there; raises NotPublished."""
    data = member(value, "data")
    if not isinstance(member(data, "groups"), list):
        raise NotPublished(Offer.FIGURES, WhyNotPublished.NOT_OFFERED)
    return tuple(_figures(one) for one in members(data, "groups") if text(one, "group"))


def _figures(one: object) -> GroupFigures:
    milliseconds = _number(one, "avg_latency_ms")
    uptime = _number(one, "success_rate")
    throughput = _number(one, "avg_tps")
    if any(figure is not None and figure < 0 for figure in (milliseconds, uptime, throughput)) or (
        uptime is not None and uptime > 100
    ):
        raise NotPublished(Offer.FIGURES, WhyNotPublished.UNREADABLE)
    return GroupFigures(
        group=text(one, "group"),
        # Nothing measured is written as 0.
        latency=_rounded(milliseconds / 1000) if milliseconds else None,
        throughput=_rounded(throughput) if throughput else None,
        uptime=None if uptime is None else _rounded(uptime),
    )


def _rounded(figure: Decimal) -> Decimal:
    return figure.quantize(_CENT, ROUND_HALF_UP)


def read_balance(value: object, *, site: Site) -> Balance:
    """From /api/usage/token/; raises NotPublished. What is left may be below nothing."""
    data = member(value, "data")
    used, left = _number(data, "total_used"), _number(data, "total_available")
    unlimited = member(data, "unlimited_quota") is True
    if used is None or (left is None and not unlimited):
        raise NotPublished(Offer.BALANCE, WhyNotPublished.NOT_OFFERED)
    return Balance(
        available=None if unlimited or left is None else site.amount(left),
        used=site.amount(used),
        currency=site.currency,
        expires=_moment(_number(data, "expires_at")),
    )


def read_log(value: object, *, site: Site) -> tuple[LogEntry, ...]:
    """From /api/log/token; raises NotPublished. An entry without a time or an amount is passed over."""
    if not isinstance(member(value, "data"), list):
        raise NotPublished(Offer.LOG, WhyNotPublished.NOT_OFFERED)
    entries = (_entry(one, site) for one in members(value, "data"))
    return tuple(entry for entry in entries if entry is not None)


def _entry(one: object, site: Site) -> LogEntry | None:
    at, units = _moment(_number(one, "created_at")), _number(one, "quota")
    kind, seconds = _number(one, "type"), _number(one, "use_time")
    if at is None or units is None:
        return None
    return LogEntry(
        at=at,
        kind=_KINDS.get(int(kind), LogKind.OTHER) if kind is not None else LogKind.OTHER,
        model=text(one, "model_name"),
        group=text(one, "group"),
        amount=site.amount(units),
        currency=site.currency,
        request_id=text(one, "request_id"),
        seconds=None if seconds is None else int(seconds),
    )


def _moment(seconds: Decimal | None) -> datetime | None:
    """Nothing and less stand for never."""
    if seconds is None or seconds <= 0:
        return None
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _number(value: object, name: str) -> Decimal | None:
    """The number under this name; None for none, and for one that no sum or figure can be."""
    found = member(value, name)
    if isinstance(found, bool) or not isinstance(found, int | Decimal):
        return None
    number = Decimal(found)
    return number if number.is_finite() and abs(number.adjusted()) < _MOST_DIGITS else None

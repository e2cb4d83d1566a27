"""The words for what changed in a catalog."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.domain.catalog_changes import Change, ChangeKind
from studio.domain.geometry import Resolution
from studio.domain.money import Money
from studio.domain.outcome_words import Translate, as_it_is

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

_NOTHING = "—"
_KNOWN_SIZES = frozenset(size.value for size in Resolution)


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """One line of a comparison: whose it is, what it is, and what it was and will be."""

    group: str
    what: str
    old: str
    new: str


def describe_change(change: Change, translate: Translate = as_it_is) -> ChangeWords:
    """A change as a line of a table."""
    what = _what(change, translate)
    if change.what == "group":
        return ChangeWords(change.group, what, _from(change.old, translate), _from(change.new, translate))
    if not change.group:
        old, new = (_NOTHING, change.what) if change.kind is ChangeKind.NEW_SIZE else (change.what, _NOTHING)
        return ChangeWords(translate("catalog", "Model"), what, old, new)
    old, new = (_value(change.what, value, translate) for value in (change.old, change.new))
    return ChangeWords(change.group, what, old, new)


def tell_change(change: Change, translate: Translate = as_it_is) -> str:
    """A change as a sentence: "官KEY-1.5折: 1K per call is up from ¥0.07 to ¥0.08."."""
    words = describe_change(change, translate)
    known = change.kind is not ChangeKind.NEW_SIZE or change.what in _KNOWN_SIZES
    sentence = _sentences(translate)[change.kind] if known else _unknown_size(translate)
    return (
        sentence.replace("{old}", words.old)
        .replace("{new}", words.new)
        .replace("{what}", words.what)
        .replace("{group}", words.group)
    )


def _unknown_size(translate: Translate) -> str:
    return translate("catalog", "The size {new} is new. Proofroom can't ask for it yet.")


def _sentences(translate: Translate) -> Mapping[ChangeKind, str]:
    return {
        ChangeKind.NEW_SIZE: translate("catalog", "The size {new} is new."),
        ChangeKind.SIZE_GONE: translate("catalog", "The size {old} is no longer there."),
        ChangeKind.NEW_GROUP: translate("catalog", "{group} is a new group, {new}."),
        ChangeKind.GROUP_GONE: translate("catalog", "{group} is no longer there."),
        ChangeKind.PRICE_UP: translate("catalog", "{group}: {what} is up from {old} to {new}."),
        ChangeKind.PRICE_DOWN: translate("catalog", "{group}: {what} is down from {old} to {new}."),
        ChangeKind.NEW_PRICE: translate("catalog", "{group}: {what} is {new}; no price was known before."),
        ChangeKind.PRICE_GONE: translate("catalog", "{group}: {what} has no price any more; it was {old}."),
        ChangeKind.FIGURE: translate("catalog", "{group}: {what} was {old}, is {new}."),
    }


def _from(price: Money | Decimal | None, translate: Translate) -> str:
    return _NOTHING if price is None else translate("catalog", "from {price}").format(price=price)


def _what(change: Change, translate: Translate) -> str:
    match change.kind, change.what:
        case ChangeKind.NEW_SIZE, _:
            return translate("catalog", "New size")
        case ChangeKind.NEW_GROUP, _:
            return translate("catalog", "New group")
        case ((ChangeKind.SIZE_GONE | ChangeKind.GROUP_GONE), _):
            return translate("catalog", "No longer there")
        case _, "latency":
            return translate("catalog", "Latency")
        case _, "throughput":
            return translate("catalog", "Throughput")
        case _, "uptime":
            return translate("catalog", "Uptime")
        case _, size:
            return translate("catalog", "{size} per call").format(size=size)


def _value(what: str, value: Money | Decimal | None, translate: Translate) -> str:
    if value is None:
        return _NOTHING
    if isinstance(value, Money):
        return str(value)
    match what:
        case "latency":
            return translate("catalog", "{value} s").format(value=value)
        case "uptime":
            return f"{value.normalize():f}%"
        case _:
            return translate("catalog", "{value} tokens/s").format(value=value)

"""What the composer offers to choose from, with what each choice costs and publishes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from studio.domain.catalog import DEMO_GROUP, default_group
from studio.domain.geometry import Resolution
from studio.domain.keys import KeySource
from studio.viewmodels.wording import clock_time

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal

    from studio.domain.catalog import Group, Model
    from studio.domain.money import Money
    from studio.engine.events import KeyState
    from studio.viewmodels.session import SessionState

UNKNOWN = "—"

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ResolutionChoice:
    """One resolution with the price of a call at the chosen group, "—" where none was published."""

    resolution: Resolution
    price: str


@dataclass(frozen=True, slots=True)
class GroupChoice:
    """One group. `price` is at the chosen resolution; `published` words latency and uptime.

    `has_key` is None until it is known; `key` says the same in words, and where the key is. `rests` says
    until when it rests, and is empty where it takes calls.
    """

    name: str
    price: str
    published: str
    has_key: bool | None
    key: str
    rests: str = ""


def resolution_choices(model: Model, group: Group | None) -> tuple[ResolutionChoice, ...]:
    """Every resolution of the model, priced at this group."""
    return tuple(
        ResolutionChoice(resolution, price_words(group.price(resolution) if group else None))
        for resolution in model.resolutions
    )


def group_choices(session: SessionState, resolution: Resolution) -> tuple[GroupChoice, ...]:
    """Every group of the catalog in use, priced at this resolution."""
    return tuple(
        GroupChoice(
            name=group.name,
            price=price_words(group.price(resolution)),
            published=published_words(group),
            has_key=session.has_key(group.name) if session.keys_known else None,
            key=key_words(session.key(group.name), known=session.keys_known),
            rests=rest_words(session.resting.get(group.name)),
        )
        for group in session.model.groups
    )


def rest_words(until: datetime | None) -> str:
    """ "rests until 14:03"; empty for a group that takes calls."""
    if until is None:
        return ""
    return translate("composer", "rests until {time}").format(time=clock_time(until))


def usual_group(session: SessionState) -> str:
    """The group to begin with: the demo's own, else the cheapest that is always up; empty without one."""
    if session.is_demo:
        return DEMO_GROUP
    group = default_group(session.catalog)
    return group.name if group else ""


def price_words(price: Money | None) -> str:
    """An unknown price is never zero."""
    return UNKNOWN if price is None else str(price)


def published_words(group: Group) -> str:
    """The group's latency and uptime as the model page gives them."""
    latency = UNKNOWN if group.latency is None else latency_words(group.latency)
    words = translate("composer", "{latency} typical · {uptime} up")
    return words.format(latency=latency, uptime=percent_words(group.uptime))


def latency_words(seconds: Decimal) -> str:
    """ "12 s", in whole seconds."""
    return translate("composer", "{seconds} s").format(seconds=f"{seconds:.0f}")


def percent_words(share: Decimal | None) -> str:
    """ "62.5%" and "100%", without zeros that say nothing."""
    return UNKNOWN if share is None else f"{share.normalize():f}%"


def time_words(seconds: float | None) -> str:
    """About how long an order takes."""
    if seconds is None:
        return UNKNOWN
    if seconds < 120:
        return translate("composer", "about {seconds} s").format(seconds=max(round(seconds), 1))
    return translate("composer", "about {minutes} min").format(minutes=round(seconds / 60))


def key_words(state: KeyState | None, *, known: bool = True) -> str:
    """Whether there is a key, and where it is."""
    if not known:
        return translate("keys", "Looking for the key…")
    match state.source if state else None:
        case None:
            return translate("keys", "No key")
        case KeySource.ENVIRONMENT:
            words = translate("keys", "Key from the environment")
        case KeySource.KEYCHAIN:
            words = translate("keys", "Key in keychain")
        case KeySource.SESSION:
            words = translate("keys", "Key for this session")
        case KeySource.DEMO:
            return translate("keys", "Demo, no key needed")
    if state and state.assumed:
        return translate("keys", "{key}, used for every group").format(key=words)
    return words

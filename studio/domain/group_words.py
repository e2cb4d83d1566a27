"""The words for a choice of group, for the goals, and for a group that rests.

The calls are spelled `translate("context", "text")`, so that Qt's lupdate finds each of them.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, assert_never

from studio.domain.breaker import BreakerState
from studio.domain.charge import Outcome
from studio.domain.goal import Goal
from studio.domain.outcome_words import as_it_is
from studio.domain.routing import NoChoice

if TYPE_CHECKING:
    from studio.domain.evidence import Rate
    from studio.domain.geometry import Resolution
    from studio.domain.money import Money
    from studio.domain.outcome_words import Translate
    from studio.domain.routing import Choice

_TEN = 10


def describe_goal(goal: Goal, translate: Translate = as_it_is) -> str:
    """A goal in a few words."""
    match goal:
        case Goal.CHEAPEST:
            return translate("groups", "Cheapest")
        case Goal.FASTEST:
            return translate("groups", "Fastest")
        case Goal.SUREST:
            return translate("groups", "Surest")
        case Goal.LEAST_MONEY:
            return translate("groups", "Least money per saved picture")
    assert_never(goal)


def describe_choice(choice: Choice, translate: Translate = as_it_is) -> str:
    """Why this group: "¥0.25, usually 14 s, 41 of 41 yours succeeded"."""
    parts = [str(choice.price), _time(choice, translate), _success(choice, translate)]
    if choice.goal is Goal.LEAST_MONEY:
        parts.insert(1, _money(choice, translate))
    return translate("groups", ", ").join(filter(None, parts))


def describe_no_choice(
    why: NoChoice, resolution: Resolution, ceiling: Money | None, translate: Translate = as_it_is
) -> str:
    """Why a goal can choose no group at this size, and what to do."""
    match why:
        case NoChoice.NO_KEY:
            return translate("groups", "No group has a key, and a goal chooses among those that have one.")
        case NoChoice.NO_PRICE:
            words = translate("groups", "No group with a key has a price at {size}. Choose another size.")
        case NoChoice.TOO_DEAR:
            words = translate(
                "groups",
                "Every group with a key costs more than {ceiling} at {size}. Choose a smaller size, or raise "
                "the most a picture may cost.",
            )
        case NoChoice.RESTING:
            words = translate(
                "groups",
                "Every group that could be chosen rests after several failures. Wait, or choose one by hand.",
            )
    return words.format(size=resolution.value, ceiling=ceiling)


def _time(choice: Choice, translate: Translate) -> str:
    if choice.own_seconds is not None:
        return translate("groups", "usually {seconds} s").format(
            seconds=rounded_seconds(choice.own_seconds.p50)
        )
    if choice.latency is not None:
        return translate("groups", "{seconds} s published").format(
            seconds=rounded_seconds(float(choice.latency))
        )
    return ""


def _success(choice: Choice, translate: Translate) -> str:
    own = choice.own_success
    if own.count:
        return translate("groups", "{hits} of {count} yours succeeded").format(
            hits=f"{own.hits:,}", count=f"{own.count:,}"
        )
    if choice.uptime is not None:
        uptime = f"{choice.uptime.normalize():f}"
        return translate("groups", "{percent} % up as published").format(percent=uptime)
    return translate("groups", "nothing known of its success")


def _money(choice: Choice, translate: Translate) -> str:
    if not math.isfinite(choice.money):
        return ""
    return translate("groups", "about {money} for each saved picture").format(money=f"¥{choice.money:,.2f}")


def rounded_seconds(seconds: float) -> str:
    """As exact as anybody wants to know it: "9.4", "14"."""
    return f"{seconds:.1f}" if seconds < _TEN else f"{seconds:,.0f}"


def plain_percent(rate: Rate) -> str | None:
    """A rate as it is written: "58 %"; None without a case."""
    if rate.share is None:
        return None
    # Nearly all is not all, nor hardly any none.
    whole = f"{100 * rate.share:.0f}"
    if (whole == "100" and rate.hits < rate.count) or (whole == "0" and rate.hits):
        whole = f"{100 * rate.share:.1f}"
    return f"{whole} %"


def percent(rate: Rate) -> str | None:
    """The same with its interval where it has one: "58 % (32-81)"."""
    plain = plain_percent(rate)
    if plain is None or rate.interval is None:
        return plain
    return f"{plain} ({100 * rate.interval.low:.0f}-{100 * rate.interval.high:.0f})"


def describe_ending(outcome: Outcome, translate: Translate = as_it_is) -> str:
    """How an attempt ended in a few words: for charts, tables and filters."""
    words = {
        Outcome.NOT_SENT: translate("groups", "Not sent"),
        Outcome.TURNED_DOWN: translate("groups", "Turned down"),
        Outcome.BUSY: translate("groups", "Busy"),
        Outcome.GAVE_UP: translate("groups", "Busy to the last"),
        Outcome.REFUSED: translate("groups", "Refused"),
        Outcome.ERROR_IN_SUCCESS: translate("groups", "Error in the reply"),
        Outcome.NO_PICTURE: translate("groups", "No picture"),
        Outcome.PICTURE: translate("groups", "Picture"),
        Outcome.UNUSABLE_PICTURE: translate("groups", "Unusable picture"),
        Outcome.LOST: translate("groups", "Reply lost"),
        Outcome.CANCELLED_BEFORE_SENDING: translate("groups", "Cancelled before sending"),
        Outcome.CANCELLED_AFTER_SENDING: translate("groups", "Cancelled after sending"),
        Outcome.LEFT_IN_FLIGHT: translate("groups", "Left in flight"),
    }
    return words[outcome]


def describe_breaker(state: BreakerState, until: str, translate: Translate = as_it_is) -> str:
    """Whether a group takes calls; `until` is the time of day at which its rest ends, as it is written."""
    match state:
        case BreakerState.CLOSED:
            return ""
        case BreakerState.RESTING:
            return translate("groups", "Rests until {time}, after several failures").format(time=until)
        case BreakerState.TRYING:
            return translate("groups", "Has rested: the next call tries it")
    assert_never(state)

"""The groups of a model side by side, in words: what is published of each, and what we saw ourselves."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.domain.belief import Belief, belief
from studio.domain.breaker import BreakerState
from studio.domain.dominance import dominated, standings
from studio.domain.evidence import NO_EVIDENCE
from studio.domain.group_words import describe_breaker, percent, plain_percent, rounded_seconds
from studio.viewmodels.choices import UNKNOWN, key_words, price_words
from studio.viewmodels.groups_figures import short_names
from studio.viewmodels.groups_goals import suggested
from studio.viewmodels.wording import clock_time, translate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studio.domain.catalog import Group
    from studio.domain.evidence import Evidence
    from studio.viewmodels.groups_figures import Situation

_UP, _NEARLY_UP = 99, 90


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """A heading. `hint` says what stands under it, where the heading alone doesn't; `short` is for little
    room.
    """

    title: str
    hint: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One group. `second` stands small under its name; `badge` beside it, and `why` says more of that.

    `role` is the token of its dot's colour, by its published uptime. `cells` are those behind the name.
    """

    name: str
    role: str
    second: str
    badge: str
    why: str
    chosen: bool
    beaten: bool
    cells: tuple[str, ...]

    @property
    def spoken(self) -> str:
        """What is read of it beside its cells."""
        chosen = translate("groups", "chosen") if self.chosen else ""
        return ", ".join(filter(None, (chosen, self.badge, self.second, self.why)))


@dataclass(frozen=True, slots=True)
class Board:
    """Rows under headings; the first heading is that of the names."""

    columns: tuple[BoardColumn, ...] = ()
    rows: tuple[BoardRow, ...] = ()


NO_BOARD = Board()


def published_board(now: Situation) -> Board:
    """Prices, what the page publishes, what a saved picture comes to, and our own in short."""
    model = now.model
    beaten = dominated(standings(model, now.resolution, now.held))
    best, reason = suggested(now)
    columns = (
        BoardColumn(translate("groups", "Group")),
        *(BoardColumn(size.value, _price_hint(size.value)) for size in model.resolutions),
        BoardColumn(translate("groups", "Latency"), translate("groups", "Published seconds of a call")),
        BoardColumn(translate("groups", "Tokens/s"), translate("groups", "Published output tokens a second")),
        BoardColumn(translate("groups", "Uptime"), translate("groups", "Published share of calls that work")),
        BoardColumn(
            translate("groups", "{size} per success").format(size=now.resolution.value),
            translate("groups", "What a saved picture comes to, with the calls that fail"),
            short=translate("groups", "Per success"),
        ),
        BoardColumn(
            translate("groups", "Yours: runs · p50 · ok"),
            translate("groups", "Your own runs, the time of half of them, and the share with a picture"),
            short=translate("groups", "Yours"),
        ),
    )
    rows = tuple(
        _published_row(group, now, beaten, reason if group.name == best else "") for group in model.groups
    )
    return Board(columns, rows)


def own_board(now: Situation) -> Board:
    """Our own figures over the span, each with its count, and with an interval where that is small."""
    columns = (
        BoardColumn(translate("groups", "Group")),
        BoardColumn(translate("groups", "Runs"), translate("groups", "Calls that tell of the group")),
        BoardColumn(
            translate("groups", "Succeeded"),
            translate("groups", "Runs that brought a picture; in brackets where the true share lies"),
        ),
        BoardColumn(
            translate("groups", "Pictures"), translate("groups", "What the figures beside it are of")
        ),
        BoardColumn(
            translate("groups", "p50"), translate("groups", "Half of the pictures took at most this")
        ),
        BoardColumn(translate("groups", "p90"), translate("groups", "Nine in ten took at most this")),
        BoardColumn(
            translate("groups", "With repeats"),
            translate("groups", "p50 from the first sending, with what was repeated and waited for"),
            short=translate("groups", "Repeats"),
        ),
        BoardColumn(translate("groups", "Tokens/s"), translate("groups", "Output tokens a second")),
        BoardColumn(
            translate("groups", "Wrong size"),
            translate("groups", "Pictures that weren't of the size asked for"),
        ),
        BoardColumn(
            translate("groups", "Per picture"),
            translate("groups", "Money for each saved picture, with what may have been charged"),
            short=translate("groups", "Each"),
        ),
        BoardColumn(translate("groups", "In doubt"), translate("groups", "Money that may have been charged")),
    )
    return Board(columns, tuple(_own_row(group, now) for group in now.model.groups))


def held_of(group: Group, now: Situation) -> Belief:
    """What is held true of this group at the chosen size."""
    return belief(group, now.resolution, now.held.get(group.name, NO_EVIDENCE))


def state_role(group: Group) -> str:
    """The token for how well a group is up, as published."""
    if group.uptime is None:
        return "faint"
    return "ok" if group.uptime >= _UP else "warning" if group.uptime >= _NEARLY_UP else "bad"


def _price_hint(size: str) -> str:
    return translate("groups", "Price of one picture at {size}").format(size=size)


def _published_row(group: Group, now: Situation, beaten: Mapping[str, str], reason: str) -> BoardRow:
    """`reason` is why it is suggested, empty where it isn't."""
    held = held_of(group, now)
    return BoardRow(
        name=group.name,
        role=state_role(group),
        second=_second(group, now, beaten),
        badge=translate("groups", "Suggested") if reason else "",
        why=reason or _why(group, now, beaten),
        chosen=group.name == now.group,
        beaten=group.name in beaten,
        cells=(
            *(price_words(group.price(size)) for size in now.model.resolutions),
            UNKNOWN
            if group.latency is None
            else translate("groups", "{seconds} s").format(seconds=f"{group.latency:,.2f}"),
            UNKNOWN if group.throughput is None else f"{group.throughput:,.2f}",
            UNKNOWN if group.uptime is None else f"{group.uptime:.2f}%",
            _per_success(held),
            _in_short(now.shown(group.name)),
        ),
    )


def _second(group: Group, now: Situation, beaten: Mapping[str, str]) -> str:
    if (until := now.session.resting.get(group.name)) is not None:
        return translate("groups", "Rests until {time}").format(time=clock_time(until))
    no_key = now.session.keys_known and not now.session.has_key(group.name)
    if group.name in beaten:
        words = (
            translate("groups", "No key · beaten by {group}")
            if no_key
            else translate("groups", "Beaten by {group}")
        )
        short = short_names(tuple(one.name for one in now.model.groups))
        return words.format(group=short[beaten[group.name]])
    return key_words(None) if no_key else ""


def _why(group: Group, now: Situation, beaten: Mapping[str, str]) -> str:
    if (until := now.session.resting.get(group.name)) is not None:
        return describe_breaker(BreakerState.RESTING, clock_time(until), translate)
    if group.name in beaten:
        words = translate("groups", "{group} costs no more, and is at least as fast and as sure")
        return words.format(group=beaten[group.name])
    return ""


def _per_success(held: Belief) -> str:
    """Nothing known of success is no reason to take a call for half of what it costs."""
    return money_words(held.money) if held.known else UNKNOWN


def money_words(yuan: float | None) -> str:
    """ "¥0.18"; "—" where it isn't known or never ends."""
    return UNKNOWN if yuan is None or not math.isfinite(yuan) else f"¥{yuan:,.2f}"


def seconds_words(seconds: float | None) -> str:
    """ "13.9 s", or "—"."""
    if seconds is None:
        return UNKNOWN
    # Whole seconds from a hundred on: nobody waits for their tenths.
    digits = f"{seconds:,.0f}" if seconds >= 100 else rounded_seconds(seconds)
    return translate("groups", "{seconds} s").format(seconds=digits)


def _in_short(own: Evidence) -> str:
    if not own.success.count:
        return UNKNOWN
    p50 = seconds_words(own.seconds.p50 if own.seconds else None)
    share = (plain_percent(own.success) or UNKNOWN).replace(" ", "")
    return f"{own.success.count:,} · {p50} · {share}"


def _own_row(group: Group, now: Situation) -> BoardRow:
    own = now.shown(group.name)
    return BoardRow(
        name=group.name,
        role=state_role(group),
        second="",
        badge="",
        why="",
        chosen=group.name == now.group,
        beaten=False,
        cells=(
            f"{own.success.count:,}" if not own.is_empty else UNKNOWN,
            percent(own.success) or UNKNOWN,
            f"{own.success.hits:,}" if not own.is_empty else UNKNOWN,
            seconds_words(own.seconds.p50 if own.seconds else None),
            seconds_words(own.seconds.p90 if own.seconds else None),
            seconds_words(own.end_to_end.p50 if own.end_to_end else None),
            pace_words(own),
            percent(own.wrong_size) or UNKNOWN,
            money_words(own.money_per_picture),
            str(own.unknown) if not own.is_empty else UNKNOWN,
        ),
    )


def pace_words(own: Evidence) -> str:
    """Tokens per second, "—" without a picture."""
    return UNKNOWN if own.pace.per_second is None else f"{own.pace.per_second:,.2f}"

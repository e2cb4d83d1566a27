"""The charts of the groups' page: what is published, what was spent, and our own runs beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.dominance import frontier, standings
from studio.domain.group_words import rounded_seconds
from studio.viewmodels.charts import Dot, DotChart, Table
from studio.viewmodels.choices import percent_words
from studio.viewmodels.groups_bars import CHOSEN, end_to_end, errors, latency, success, throughput
from studio.viewmodels.groups_board import seconds_words, state_role
from studio.viewmodels.groups_figures import short_names
from studio.viewmodels.groups_month import month
from studio.viewmodels.groups_uptime import uptime
from studio.viewmodels.wording import share_words, translate

if TYPE_CHECKING:
    from studio.domain.catalog import Group
    from studio.domain.dominance import Standing
    from studio.viewmodels.charts import Chart
    from studio.viewmodels.groups_figures import Situation


def charts(now: Situation) -> tuple[Chart, ...]:
    """All of them, in the order of reading; none of our own before they have been read."""
    known = price_against_latency(now)
    if now.own is None:
        return (known,)
    bars = (latency(now), end_to_end(now), throughput(now), success(now), errors(now))
    return (known, month(now, now.own), uptime(now, now.own), *bars)


def price_against_latency(now: Situation) -> DotChart:
    """By what is held true of each group: those of which price, time and success are known."""
    size = now.resolution.value
    short = short_names(tuple(group.name for group in now.model.groups))
    known = standings(now.model, now.resolution, now.held)
    headings = (
        translate("groups", "Group"),
        translate("groups", "Price at {size} (¥)").format(size=size),
        translate("groups", "Latency (s)"),
        translate("groups", "Success (%)"),
    )
    return DotChart(
        title=translate("groups", "Price against latency, {size}").format(size=size),
        across=translate("groups", "latency, s"),
        up="¥",
        # The chosen one last: it lies over one that is as good.
        dots=tuple(
            _dot(one, now, short[one.name]) for one in sorted(known, key=lambda one: one.name == now.group)
        ),
        frontier=tuple((one.seconds, one.price.fen / 100) for one in frontier(known)),
        table=Table(headings, tuple(_row(one) for one in known)),
        nothing=translate(
            "groups",
            "Nothing is known of both price and latency of a group. Update from the model page, or generate "
            "a picture.",
        ),
    )


def _dot(one: Standing, now: Situation, short: str) -> Dot:
    group = now.model.group(one.name)
    is_chosen = one.name == now.group
    return Dot(
        label=short if group is None else _label(short, group),
        across=one.seconds,
        up=one.price.fen / 100,
        role=CHOSEN if is_chosen or group is None else state_role(group),
        words=translate("groups", "{group}: {price}, {time}, {share} succeed").format(
            group=one.name, price=one.price, time=seconds_words(one.seconds), share=share_words(one.success)
        ),
    )


def _label(short: str, group: Group) -> str:
    """A group that isn't always up says so: "1.5折 · 62.5% up"."""
    if group.uptime is None or group.uptime == 100:
        return short
    return translate("groups", "{group} · {uptime} up").format(
        group=short, uptime=percent_words(group.uptime)
    )


def _row(one: Standing) -> tuple[str, ...]:
    return (one.name, one.price.plain, rounded_seconds(one.seconds), f"{100 * one.success:.1f}")

"""Charts with a bar for each group: time, throughput, success and errors of our own runs, and what is
published beside them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.charge import Outcome
from studio.domain.evidence import Rate
from studio.domain.group_words import plain_percent, rounded_seconds
from studio.viewmodels.charts import Bar, BarChart, Legend, Table
from studio.viewmodels.choices import UNKNOWN
from studio.viewmodels.groups_board import pace_words, seconds_words
from studio.viewmodels.groups_figures import short_names
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from decimal import Decimal

    from studio.domain.evidence import Evidence, Spread
    from studio.viewmodels.groups_figures import Situation

CHOSEN, OWN, LONG = "accent", "muted", "faint"
PUBLISHED = "text"

_KINDS = (
    ((Outcome.BUSY,), "warning"),
    ((Outcome.GAVE_UP,), "bad"),
    ((Outcome.NO_PICTURE,), "info"),
    ((Outcome.ERROR_IN_SUCCESS, Outcome.UNUSABLE_PICTURE), "label_purple"),
    ((Outcome.LOST,), "faint"),
)
"""The failures that speak of a group, as kinds, with the token of their colour."""


def latency(now: Situation) -> BarChart:
    """Seconds from sending to the last byte: half of the pictures, and nine in ten."""
    title = translate("groups", "Latency")
    return _times(now, title, {name: now.shown(name).seconds for name in _names(now)}, published=True)


def end_to_end(now: Situation) -> BarChart:
    """The same from the first sending of a job, with what was repeated and waited for in between."""
    title = translate("groups", "Latency with repeats")
    return _times(now, title, {name: now.shown(name).end_to_end for name in _names(now)}, published=False)


def throughput(now: Situation) -> BarChart:
    """Output tokens a second."""
    short = short_names(_names(now))

    def bar(name: str, own: Evidence, published: Decimal | None) -> Bar:
        pace = own.pace.per_second
        return Bar(
            short[name],
            words=pace_words(own) if pace is not None else _published_words(published, "{:,.2f}"),
            parts=() if pace is None else ((pace, _role(name, now)),),
            mark=_float(published),
        )

    def row(name: str, own: Evidence, published: Decimal | None) -> tuple[str, ...]:
        return (name, _cell(own.pace.per_second), str(own.pace.count), _cell(_float(published)))

    groups = now.model.groups
    headings = (
        translate("groups", "Group"),
        translate("groups", "Yours (tokens/s)"),
        translate("groups", "Pictures"),
        translate("groups", "Published (tokens/s)"),
    )
    return BarChart(
        title=translate("groups", "Throughput, tokens per second"),
        bars=tuple(bar(group.name, now.shown(group.name), group.throughput) for group in groups),
        legend=(Legend(OWN, translate("groups", "yours")), _published_legend()),
        table=Table(
            headings, tuple(row(group.name, now.shown(group.name), group.throughput) for group in groups)
        ),
        nothing=_nothing(),
    )


def success(now: Situation) -> BarChart:
    """The share of runs that brought a picture, where it truly lies where there are few, and the uptime that
    is published.
    """
    short, groups = short_names(_names(now)), now.model.groups

    def bar(name: str, uptime: Decimal | None) -> Bar:
        rate = now.shown(name).success
        plain = plain_percent(rate)
        reach = rate.interval
        own = translate("groups", "{share} of {count}").format(share=plain, count=f"{rate.count:,}")
        return Bar(
            short[name],
            words=own if plain else _published_words(uptime, "{:.2f}%"),
            parts=() if rate.share is None else ((rate.share, _role(name, now)),),
            mark=None if uptime is None else float(uptime) / 100,
            reach=None if reach is None else (reach.low, reach.high),
        )

    headings = (
        translate("groups", "Group"),
        translate("groups", "Pictures"),
        translate("groups", "Runs"),
        translate("groups", "Success (%)"),
        translate("groups", "At least (%)"),
        translate("groups", "At most (%)"),
        translate("groups", "Published uptime (%)"),
    )
    return BarChart(
        title=translate("groups", "Success"),
        bars=tuple(bar(group.name, group.uptime) for group in groups),
        legend=(
            Legend(OWN, translate("groups", "yours, with its interval")),
            Legend(PUBLISHED, translate("groups", "published uptime")),
        ),
        table=Table(
            headings,
            tuple(_success_row(group.name, now.shown(group.name).success, group.uptime) for group in groups),
        ),
        nothing=_nothing(),
        most=1.0,
    )


def _success_row(name: str, rate: Rate, uptime: Decimal | None) -> tuple[str, ...]:
    reach = rate.interval
    shares = (rate.share, reach.low if reach else None, reach.high if reach else None)
    percents = (UNKNOWN if share is None else f"{100 * share:.1f}" for share in shares)
    return (name, str(rate.hits), str(rate.count), *percents, _cell(_float(uptime)))


# Errors


def errors(now: Situation) -> BarChart:
    """The share of runs that brought none, by kind."""
    short, names = short_names(_names(now)), _names(now)
    kinds = _kind_words()

    def bar(name: str) -> Bar:
        own = now.shown(name)
        runs, failed = own.success.count, own.success.count - own.success.hits
        counts = _kinds(own)
        share = plain_percent(Rate(failed, runs))
        words = translate("groups", "{share} of {count}").format(share=share, count=f"{runs:,}")
        parts = zip(counts, _KINDS, strict=True)
        return Bar(
            short[name],
            words=words if share else UNKNOWN,
            parts=tuple((count / runs, role) for count, (_, role) in parts if count),
        )

    headings = (
        translate("groups", "Group"),
        translate("groups", "Runs"),
        *(f"{words} (%)" for words in kinds),
    )
    return BarChart(
        title=translate("groups", "Error rate by kind"),
        bars=tuple(bar(name) for name in names),
        legend=tuple(Legend(role, words) for words, (_, role) in zip(kinds, _KINDS, strict=True)),
        table=Table(headings, tuple(_error_row(name, now.shown(name)) for name in names)),
        nothing=_no_errors(now),
    )


def _no_errors(now: Situation) -> str:
    if any(now.shown(name).success.count for name in _names(now)):
        return translate("groups", "No run failed in this time.")
    return _nothing()


def _kind_words() -> tuple[str, ...]:
    return (
        translate("groups", "Busy"),
        translate("groups", "Gave up"),
        translate("groups", "No picture"),
        translate("groups", "Unusable answer"),
        translate("groups", "No answer"),
    )


def _kinds(own: Evidence) -> tuple[int, ...]:
    counts = dict(own.endings)
    return tuple(sum(counts.get(outcome, 0) for outcome in outcomes) for outcomes, _ in _KINDS)


def _error_row(name: str, own: Evidence) -> tuple[str, ...]:
    runs = own.success.count
    shares = (UNKNOWN if not runs else f"{100 * count / runs:.1f}" for count in _kinds(own))
    return (name, str(runs), *shares)


# What the others share


def _names(now: Situation) -> tuple[str, ...]:
    return tuple(group.name for group in now.model.groups)


def _role(name: str, now: Situation) -> str:
    return CHOSEN if name == now.group else OWN


def _float(figure: Decimal | None) -> float | None:
    return None if figure is None else float(figure)


def _cell(figure: float | None) -> str:
    return UNKNOWN if figure is None else f"{figure:.2f}"


def _published_words(figure: Decimal | None, pattern: str) -> str:
    if figure is None:
        return UNKNOWN
    return translate("groups", "{figure} published").format(figure=pattern.format(figure))


def _published_legend() -> Legend:
    return Legend(PUBLISHED, translate("groups", "published"))


def _nothing() -> str:
    return translate("groups", "No runs in this time. What you generate is counted here.")


def _times(now: Situation, title: str, own: dict[str, Spread | None], *, published: bool) -> BarChart:
    short = short_names(_names(now))
    latencies = {group.name: group.latency if published else None for group in now.model.groups}
    headings = (
        translate("groups", "Group"),
        translate("groups", "p50 (s)"),
        translate("groups", "p90 (s)"),
        translate("groups", "Pictures"),
        *((translate("groups", "Published (s)"),) if published else ()),
    )
    legend = (
        Legend(OWN, translate("groups", "p50")),
        Legend(LONG, translate("groups", "p90")),
        *((_published_legend(),) if published else ()),
    )
    return BarChart(
        title=title,
        bars=tuple(_time_bar(short[name], own[name], latencies[name], _role(name, now)) for name in own),
        legend=legend,
        table=Table(
            headings,
            tuple(_time_row(name, own[name], latencies[name], published=published) for name in own),
        ),
        nothing=_nothing(),
    )


def _time_bar(label: str, own: Spread | None, published: Decimal | None, role: str) -> Bar:
    if own is None:
        return Bar(
            label, _published_words(published, translate("groups", "{:,.2f} s")), mark=_float(published)
        )
    words = translate("groups", "{p50} · {p90}").format(
        p50=seconds_words(own.p50), p90=seconds_words(own.p90)
    )
    return Bar(label, words, ((own.p50, role), (own.p90 - own.p50, LONG)), mark=_float(published))


def _time_row(name: str, own: Spread | None, latency: Decimal | None, *, published: bool) -> tuple[str, ...]:
    figures = (
        ("0", UNKNOWN, UNKNOWN)
        if own is None
        else (str(own.count), rounded_seconds(own.p50), rounded_seconds(own.p90))
    )
    count, p50, p90 = figures
    return (name, p50, p90, count, *((_cell(_float(latency)),) if published else ()))

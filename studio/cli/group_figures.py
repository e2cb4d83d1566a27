"""`groups --figures`: our own figures beside the published ones, and which groups nobody should choose."""

from __future__ import annotations

import asyncio
import math
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from studio.cli.output import NOTHING, money, print_table

if TYPE_CHECKING:
    from studio.cli.context import Run
    from studio.domain.catalog import Group
    from studio.domain.evidence import Evidence, Rate, Spread
    from studio.domain.geometry import Resolution
    from studio.domain.spans import Span

_HEAD = (
    "Group",
    "Price",
    "Runs",
    "Success",
    "Usually",
    "9 in 10",
    "Tokens/s",
    "Wrong size",
    "Per picture",
    "Better",
)


def read_figures(run: Run, span: Span) -> dict[str, Evidence]:
    """What the library says of this gateway's groups of this model, by their names."""
    return asyncio.run(_read(run, span))


async def _read(run: Run, span: Span) -> dict[str, Evidence]:
    from studio.library.group_figures import Wanted
    from studio.library.library import Library

    route = run.settings.route or run.model.route
    wanted = Wanted(span.since(datetime.now(UTC)), gateway=run.settings.gateway, model=route)
    async with Library.reader(run.library) as reader:
        return {key.group: own for key, own in (await reader.group_figures(wanted)).items()}


def better_groups(run: Run, own: dict[str, Evidence], resolution: Resolution) -> dict[str, str]:
    """For each group that is dominated at this size, the one to choose instead."""
    from studio.domain.dominance import dominated, standings

    return dominated(standings(run.model, resolution, own))


def print_figures(run: Run, span: Span, resolution: Resolution) -> None:
    """A line for each group, and what each goal would choose."""
    own = read_figures(run, span)
    better = better_groups(run, own, resolution)
    rows = [
        _row(group, own.get(group.name), better.get(group.name), resolution) for group in run.model.groups
    ]
    print_table(_HEAD, rows)
    print_choices(run, own, resolution)


def print_choices(run: Run, own: dict[str, Evidence], resolution: Resolution) -> None:
    """Which group each goal chooses at this size, and why."""
    from studio.cli.goals import NoGroup, choices
    from studio.domain.group_words import describe_choice, describe_goal

    try:
        found = choices(run, own, resolution)
    except NoGroup as none:
        click.echo(f"By goal: {none.message}")
        return
    for goal, choice in found.items():
        click.echo(f"{describe_goal(goal)}: {choice.group} ({describe_choice(choice)})")


def _row(group: Group, own: Evidence | None, better: str | None, resolution: Resolution) -> tuple[str, ...]:
    from studio.domain.evidence import NO_EVIDENCE
    from studio.domain.group_words import percent, rounded_seconds

    own = own or NO_EVIDENCE
    speed, each = own.pace.per_second, own.money_per_picture
    return (
        group.name,
        money(group.price(resolution)),
        f"{own.success.count:,}" if own.success.count else NOTHING,
        percent(own.success) or NOTHING,
        f"{rounded_seconds(own.seconds.p50)} s" if own.seconds else NOTHING,
        f"{rounded_seconds(own.seconds.p90)} s" if own.seconds else NOTHING,
        NOTHING if speed is None else f"{speed:.1f}",
        percent(own.wrong_size) or NOTHING,
        NOTHING if each is None else f"¥{each:,.2f}",
        better or NOTHING,
    )


def own_object(own: Evidence | None) -> dict[str, object] | None:
    """Our own figures of a group for machines, each with its count; null where there are none."""
    if own is None:
        return None
    return {
        "success": _rate_object(own.success),
        "seconds": _spread_object(own.seconds),
        "end_to_end": _spread_object(own.end_to_end),
        "tokens_per_second": _rounded(own.pace.per_second),
        "wrong_size": _rate_object(own.wrong_size),
        "money_per_picture": _rounded(own.money_per_picture),
        "charged": own.charged.plain,
        "unknown": own.unknown.plain,
        "outcomes": {outcome.value: count for outcome, count in own.endings},
    }


def _rate_object(rate: Rate) -> dict[str, object]:
    interval = rate.interval
    return {
        "hits": rate.hits,
        "count": rate.count,
        "share": _rounded(rate.share),
        "interval": [_rounded(interval.low), _rounded(interval.high)] if interval else None,
    }


def _spread_object(spread: Spread | None) -> dict[str, object] | None:
    return {"p50": spread.p50, "p90": spread.p90, "count": spread.count} if spread else None


def _rounded(number: float | None) -> float | None:
    return round(number, 4) if number is not None and math.isfinite(number) else None

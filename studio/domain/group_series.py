"""Figures of groups over time: what charts show of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from studio.domain.evidence import Rate

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Point:
    """How many of a group's runs succeeded from `start` on, for the width of a bucket. There is none where it
    had no run.
    """

    start: datetime
    group: str
    success: Rate


def uptime_over_time(points: Iterable[Point]) -> tuple[tuple[datetime, Rate], ...]:
    """The success of all these groups together by bucket, earliest first; none where there was no run."""
    found: dict[datetime, Rate] = {}
    for point in points:
        if point.success.count:
            found[point.start] = _sum(found.get(point.start, Rate()), point.success)
    return tuple(sorted(found.items()))


def least_stable(points: Iterable[Point]) -> str | None:
    """The group that succeeded least often; of several the one with more runs, then the first by name."""
    rates: dict[str, Rate] = {}
    for point in points:
        if point.success.count:
            rates[point.group] = _sum(rates.get(point.group, Rate()), point.success)
    return min(
        rates, key=lambda name: (rates[name].hits / rates[name].count, -rates[name].count, name), default=None
    )


def _sum(one: Rate, other: Rate) -> Rate:
    return Rate(one.hits + other.hits, one.count + other.count)

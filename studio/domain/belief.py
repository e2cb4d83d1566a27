"""What is held true of a group: the published figures as the prior, our own as evidence. One formula.

    success  = (w·u + saved) / (w + runs)
    seconds  = (w·latency + count·p50) / (w + count)
    money    = price · (w + paid) / (w·u + saved)

`u` is the published uptime and `w` = 8 the runs that it weighs: 62.50 % is five of eight, and the samples
behind a page's figures may be as small. Where no uptime is published nothing is known, and Laplace's rule
holds: one of two, `u` = ½ and `w` = 2. Without a published latency its `w` is 0. `paid` are the runs that
cost money or may have; before there are any, every run is taken to be paid for, so that ¥0.11 at 62.5 %
reads ¥0.18 for each picture.

A run that succeeds adds one above and one below, which never lowers `success`, nor ever raises `money`, as
what was paid for is never less than what was saved.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.domain.evidence import NO_EVIDENCE, Evidence, wilson
from studio.domain.money import Money

if TYPE_CHECKING:
    from studio.domain.catalog import Group
    from studio.domain.geometry import Resolution

PUBLISHED_RUNS = 8
UNPUBLISHED_RUNS = 2
_EVEN = 0.5
_DOUBT = 1.0
"""Standard deviations by which a group that is little known is held less sure."""


@dataclass(frozen=True, slots=True)
class Belief:
    """What a call through a group will be like, at one size. `price` is None where none is published.

    `success` is 0 to 1, a mere guess unless it is `known`, by being published or seen; `surely` is the same
    with doubt taken off, so that 41 of 41 is surer than a page's 100 %. `seconds` is None where no time is
    published or seen. `money` is yuan for each saved picture, infinite where none is to be hoped for.
    """

    price: Money | None
    success: float
    known: bool
    surely: float
    seconds: float | None
    money: float | None


def belief(group: Group, resolution: Resolution, own: Evidence = NO_EVIDENCE) -> Belief:
    """By the formula of this module. A figure out of its bounds counts as not published."""
    published = _uptime(group)
    weight = UNPUBLISHED_RUNS if published is None else PUBLISHED_RUNS
    hits = weight * (_EVEN if published is None else published) + own.success.hits
    runs = weight + own.success.count
    price = group.price(resolution)
    return Belief(
        price=price,
        success=hits / runs,
        known=published is not None or own.success.count > 0,
        surely=wilson(hits, runs, deviations=_DOUBT).low,
        seconds=_seconds(group, own),
        money=None if price is None else _money(price, weight + own.paid, hits),
    )


def _uptime(group: Group) -> float | None:
    return float(group.uptime) / 100 if group.uptime is not None and 0 <= group.uptime <= 100 else None


def _seconds(group: Group, own: Evidence) -> float | None:
    published = group.latency if group.latency is not None and group.latency > 0 else None
    weight = 0 if published is None else PUBLISHED_RUNS
    count = own.seconds.count if own.seconds else 0
    if not weight + count:
        return None
    p50 = own.seconds.p50 if own.seconds else 0.0
    return (weight * float(published or 0) + count * p50) / (weight + count)


def _money(price: Money, paid: float, saved: float) -> float:
    return price.fen / 100 * paid / saved if saved else math.inf

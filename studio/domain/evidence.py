"""Our own figures of a group, from its attempts. What there is no case of is None: neither 0 nor 100 %."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from studio.domain.charge import Charge, Outcome
from studio.domain.geometry import Resolution
from studio.domain.money import ZERO, Money

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


ENOUGH = 100
"""From so many cases on a rate stands without its interval, which then is 10 points wide to either side."""

RUNS = frozenset(
    {
        Outcome.PICTURE,
        Outcome.BUSY,
        Outcome.GAVE_UP,
        Outcome.ERROR_IN_SUCCESS,
        Outcome.NO_PICTURE,
        Outcome.UNUSABLE_PICTURE,
        Outcome.LOST,
    }
)
"""The endings that speak of the group. The others are the line's, the key's, the recipe's or the person's."""

_SURE = 1.96
"""Standard deviations to either side that hold 95 %."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a share lies, 0 to 1."""

    low: float
    high: float


def wilson(hits: float, count: float, *, deviations: float = _SURE) -> Interval:
    """Wilson's interval of a share; `count` is positive, and neither need be whole.

    Both ends rise, or stay, with every hit. Source: E. B. Wilson, JASA 22 (1927), 209-212.
    """
    share, square = hits / count, deviations * deviations
    middle = (share + square / (2 * count)) / (1 + square / count)
    spread = math.sqrt(max(0.0, share * (1 - share) / count + square / (4 * count * count)))
    half = spread * deviations / (1 + square / count)
    return Interval(max(0.0, middle - half), min(1.0, middle + half))


@dataclass(frozen=True, slots=True)
class Rate:
    """`hits` of `count` cases."""

    hits: int = 0
    count: int = 0

    def __post_init__(self) -> None:
        """Refuse what no count can be: raises ValueError."""
        if not 0 <= self.hits <= self.count:
            raise ValueError(f"{self.hits} of {self.count}")

    @property
    def share(self) -> float | None:
        """0 to 1, None without a case."""
        return self.hits / self.count if self.count else None

    @property
    def interval(self) -> Interval | None:
        """Where the true share lies in 95 of 100 cases; None without a case, and where there are ENOUGH."""
        return wilson(self.hits, self.count) if 0 < self.count < ENOUGH else None


@dataclass(frozen=True, slots=True)
class Spread:
    """Half of `count` cases took at most `p50` seconds, nine in ten at most `p90`: times that occurred."""

    p50: float
    p90: float
    count: int


def spread(seconds: Iterable[float]) -> Spread | None:
    """By the nearest rank; None for no time at all."""
    ordered = sorted(seconds)
    return spread_of(ordered.__getitem__, len(ordered))


def spread_of(nth: Callable[[int], float], count: int) -> Spread | None:
    """The same of `count` times of which `nth` gives any, in their order from 0."""
    if not count:
        return None
    # In whole numbers: 0.9 × 10 must not become a little more than 9.
    half, most = ((count * tenths + 9) // 10 - 1 for tenths in (5, 9))
    return Spread(nth(half), nth(most), count)


@dataclass(frozen=True, slots=True)
class Pace:
    """What `count` pictures came to in output tokens, and in seconds."""

    tokens: int = 0
    seconds: float = 0.0
    count: int = 0

    @property
    def per_second(self) -> float | None:
        """Tokens per second, None where no time passed."""
        return self.tokens / self.seconds if self.seconds > 0 else None


@dataclass(frozen=True, slots=True)
class Call:
    """What one ended attempt tells of its group. `seconds` is from sending to the last byte.

    `end_to_end` is from the first sending of its job, with what was repeated and waited for in between.
    `delivered` is the price step that the picture is worth and `wrong_size` whether that, or its shape, isn't
    what was asked for; both None without a picture.
    """

    outcome: Outcome
    charge: Charge
    price: Money
    seconds: float | None = None
    end_to_end: float | None = None
    delivered: Resolution | None = None
    wrong_size: bool | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the attempts of one group come to.

    `success` is pictures of runs; `seconds`, `end_to_end` and `pace` are those of pictures. `paid` counts the
    runs that cost money or may have. `charged` and `unknown` are the money of all attempts, runs or not.
    `endings` counts every ending that occurred, runs or not, in the order of the table of charges.
    """

    success: Rate = Rate()
    seconds: Spread | None = None
    end_to_end: Spread | None = None
    pace: Pace = Pace()
    wrong_size: Rate = Rate()
    paid: int = 0
    charged: Money = ZERO
    unknown: Money = ZERO
    endings: tuple[tuple[Outcome, int], ...] = field(default=())

    @property
    def money_per_picture(self) -> float | None:
        """Yuan for each saved picture, what may have been charged with it; None without a picture.

        The count is `success.hits`.
        """
        if not self.success.hits:
            return None
        return (self.charged + self.unknown).fen / 100 / self.success.hits

    @property
    def failures(self) -> tuple[tuple[Outcome, Rate], ...]:
        """The share of runs that ended in each kind of failure that occurred."""
        return tuple(
            (outcome, Rate(count, self.success.count))
            for outcome, count in self.endings
            if outcome in RUNS and outcome is not Outcome.PICTURE
        )

    @property
    def is_empty(self) -> bool:
        """Whether it tells nothing."""
        return not self.endings


NO_EVIDENCE = Evidence()


def evidence_of(calls: Iterable[Call]) -> Evidence:
    """What these ended attempts of one group come to. The library's sums come to the same, in SQL."""
    every = tuple(calls)
    runs = [call for call in every if call.outcome in RUNS]
    pictures = [call for call in every if call.outcome is Outcome.PICTURE]
    sized = [call for call in pictures if call.wrong_size is not None]
    return Evidence(
        success=Rate(len(pictures), len(runs)),
        seconds=spread(call.seconds for call in pictures if call.seconds is not None),
        end_to_end=spread(call.end_to_end for call in pictures if call.end_to_end is not None),
        pace=_pace(pictures),
        wrong_size=Rate(sum(call.wrong_size is True for call in sized), len(sized)),
        paid=sum(call.charge in {Charge.CHARGED, Charge.UNKNOWN} for call in runs),
        charged=_sum(every, Charge.CHARGED),
        unknown=_sum(every, Charge.UNKNOWN),
        endings=counted((call.outcome, 1) for call in every),
    )


def counted(endings: Iterable[tuple[Outcome, int]]) -> tuple[tuple[Outcome, int], ...]:
    """Added up by outcome, in the order of the table of charges."""
    found: dict[Outcome, int] = {}
    for outcome, count in endings:
        found[outcome] = found.get(outcome, 0) + count
    return tuple((outcome, found[outcome]) for outcome in Outcome if outcome in found)


def _pace(pictures: Iterable[Call]) -> Pace:
    timed = [
        (call.delivered.output_tokens, call.seconds)
        for call in pictures
        if call.delivered is not None and call.seconds is not None
    ]
    return Pace(sum(tokens for tokens, _ in timed), math.fsum(seconds for _, seconds in timed), len(timed))


def _sum(calls: Iterable[Call], charge: Charge) -> Money:
    return Money.from_fen(sum(call.price.fen for call in calls if call.charge is charge))

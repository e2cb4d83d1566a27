"""A group that fails again and again rests for a while: a circuit breaker, with its times passed in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from studio.domain.charge import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable

FAILURES = 3
"""So many failures in a row, and the group rests."""
FIRST_REST = timedelta(minutes=1)
LONGEST_REST = timedelta(minutes=30)
MEMORY = timedelta(hours=2)
"""So far back endings are read: further than all rests from the first to the end of the longest take."""

TIRING = frozenset(
    {Outcome.BUSY, Outcome.GAVE_UP, Outcome.ERROR_IN_SUCCESS, Outcome.LOST, Outcome.UNUSABLE_PICTURE}
)
"""The endings that count as failures of the group."""
RESTORING = frozenset({Outcome.PICTURE, Outcome.NO_PICTURE})
"""The endings that show that the group works. All others say nothing of it."""


class BreakerState(StrEnum):
    """Whether a group takes calls."""

    CLOSED = "closed"
    """It takes them."""
    RESTING = "resting"
    """It takes none until a time."""
    TRYING = "trying"
    """It has rested: one call is let through, and how that ends decides."""


@dataclass(frozen=True, slots=True)
class Breaker:
    """One group's. `failures` counts those in a row, `rests` the rests in a row.

    It rests from `since` until `until`; `trial` while the one call that tries it is under way.
    """

    failures: int = 0
    rests: int = 0
    since: datetime | None = None
    until: datetime | None = None
    trial: bool = False

    def state(self, now: datetime) -> BreakerState:
        """Where it stands. A clock that was set back to before a rest ends that rest."""
        if self.since is None or self.until is None:
            return BreakerState.CLOSED
        return BreakerState.RESTING if self.since <= now < self.until else BreakerState.TRYING

    def lets_through(self, now: datetime) -> bool:
        """Whether a call may be sent now."""
        state = self.state(now)
        return state is BreakerState.CLOSED or (state is BreakerState.TRYING and not self.trial)

    def sent(self, now: datetime) -> Breaker:
        """A call was let through."""
        return replace(self, trial=True) if self.state(now) is BreakerState.TRYING else self

    def ended(self, outcome: Outcome, now: datetime, *, first_rest: timedelta = FIRST_REST) -> Breaker:
        """A call ended."""
        if outcome in RESTORING:
            return Breaker()
        if outcome not in TIRING:
            # It was no trial of the group: another call may be.
            return replace(self, trial=False)
        state = self.state(now)
        if state is BreakerState.RESTING:
            # It was sent before the rest, and says nothing new.
            return self
        failures = self.failures + 1
        if state is BreakerState.CLOSED and failures < FAILURES:
            return replace(self, failures=failures)
        rest = min(LONGEST_REST, first_rest * 2 ** min(self.rests, 10))
        return Breaker(failures=failures, rests=self.rests + 1, since=now, until=now + rest)


@dataclass(frozen=True, slots=True)
class Ending:
    """How and when a call ended."""

    outcome: Outcome
    at: datetime


def remembered(endings: Iterable[Ending], *, first_rest: timedelta = FIRST_REST) -> Breaker:
    """Where a group stands after these, the oldest first."""
    breaker = Breaker()
    for ending in endings:
        breaker = breaker.ended(ending.outcome, ending.at, first_rest=first_rest)
    return breaker

"""How often a gateway may be asked about an account: twenty calls within twenty minutes (wire.md 9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

MOST_CALLS: Final = 20
WITHIN: Final = timedelta(minutes=20)


@dataclass(frozen=True, slots=True)
class CallsMade:
    """The calls that still count, the oldest first. Moments are aware."""

    at: tuple[datetime, ...] = ()

    def seen(self, now: datetime) -> CallsMade:
        """What counts now. After the clock was set back, a call of the future counts as made now: better a
        call too few than one too many.
        """
        return CallsMade(tuple(sorted(min(call, now) for call in self.at if now - call < WITHIN)))

    def wait(self, now: datetime) -> timedelta:
        """How long until the next call may be made; zero where it may be made now."""
        counted = self.seen(now).at
        if len(counted) < MOST_CALLS:
            return timedelta(0)
        return counted[-MOST_CALLS] + WITHIN - now

    def called(self, now: datetime) -> CallsMade:
        """With a call made now."""
        return CallsMade((*self.seen(now).at, now))

    def used_up(self, now: datetime) -> CallsMade:
        """The gateway says that it was asked too often, whoever asked: nothing more for the whole time."""
        return CallsMade((now,) * MOST_CALLS)

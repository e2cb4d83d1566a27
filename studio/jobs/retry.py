"""When a job that surely cost nothing may be sent again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random


@dataclass(frozen=True, slots=True)
class RetryRule:
    """At most `attempts` calls within `total` seconds; waits between `shortest` and `longest` seconds."""

    attempts: int = 5
    total: float = 600
    shortest: float = 1
    longest: float = 60

    def wait(self, *, attempts: int, elapsed: float, asked: float | None, random: Random) -> float | None:
        """Seconds until the next attempt, None when it's time to give up.

        `attempts` counts those made, `elapsed` is seconds since the first began, `asked` what the gateway
        asked for: it is honoured to the second, and a wait that would end after `total` is not begun.
        """
        if attempts >= self.attempts:
            return None
        doubled = min(self.longest, self.shortest * 2**attempts)
        wait = max(asked, 0) if asked is not None else random.uniform(self.shortest, doubled)
        return wait if elapsed + wait <= self.total else None

"""Which groups take calls: each has a breaker, which is asked before sending and told every ending."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from typing import TYPE_CHECKING

from studio.domain.breaker import FIRST_REST, Breaker, BreakerState, Ending, remembered
from studio.domain.recipe import DEMO_GATEWAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime, timedelta

    from studio.domain.charge import Outcome
    from studio.domain.job import Attempt

Place = tuple[str, str]
"""A gateway and one of its groups."""

SECONDS_BETWEEN_LOOKS = 5.0


class Breakers:
    """An async context manager. The demo's groups never rest.

    `changed` is called whenever a rest begins or ends. `first_rest` is how long a group rests at first.
    """

    def __init__(
        self,
        now: Callable[[], datetime],
        changed: Callable[[], None],
        *,
        first_rest: timedelta = FIRST_REST,
    ) -> None:
        self._now = now
        self._changed = changed
        self._first_rest = first_rest
        self._breakers: defaultdict[Place, Breaker] = defaultdict(Breaker)
        self._resting: dict[Place, datetime] = {}
        self._turn = asyncio.Event()
        self._looking: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Breakers:
        """Nothing rests yet; see `remember`."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Nobody waits for the end of a rest any more."""
        if self._looking:
            self._looking.cancel()
            await asyncio.wait({self._looking})

    def remember(self, attempts: Iterable[Attempt]) -> None:
        """Begin where these left the groups: what the ledger holds of late, in the order of their ends."""
        self._breakers.update(_remembered(attempts, self._first_rest))
        self._look()

    def resting(self, gateway: str) -> Mapping[str, datetime]:
        """The groups of this gateway that rest now, and until when."""
        return {group: until for (at, group), until in self._resting.items() if at == gateway}

    def until(self, place: Place) -> datetime | None:
        """The end of the last rest of this group, which may be over while one call tries it."""
        return self._breakers[place].until

    def lets_through(self, place: Place) -> bool:
        """Whether a call may be sent there now."""
        return self._breakers[place].lets_through(self._now())

    def sent(self, place: Place) -> None:
        """A call goes there; `ended` must follow."""
        self._breakers[place] = self._breakers[place].sent(self._now())

    def ended(self, place: Place, outcome: Outcome) -> None:
        """It ended; NOT_SENT where it wasn't even sent."""
        if place[0] != DEMO_GATEWAY:
            before = self._breakers[place]
            self._breakers[place] = before.ended(outcome, self._now(), first_rest=self._first_rest)
            self._look()
            if self._breakers[place] != before:
                self.wake()

    async def turn(self) -> None:
        """Wait until any group may take a call that took none before."""
        await self._turn.wait()

    def wake(self) -> None:
        """Let whoever waits look again."""
        self._turn.set()
        self._turn = asyncio.Event()

    def _look(self) -> None:
        """Whether anything has changed, by itself or with the time."""
        now = self._now()
        resting = _resting(self._breakers, now)
        if resting != self._resting:
            self._resting = resting
            self._changed()
            self.wake()
        if resting and (self._looking is None or self._looking.done()):
            self._looking = asyncio.create_task(self._keep_looking(), name="resting groups")

    async def _keep_looking(self) -> None:
        """In short looks: the computer may sleep, and its clock may be set."""
        while self._resting:
            ends = min(self._resting.values()) - self._now()
            # A timer may be a little early.
            seconds = max(ends.total_seconds(), 0) + 0.001
            await asyncio.sleep(min(seconds, SECONDS_BETWEEN_LOOKS))
            self._look()


def resting_after(attempts: Iterable[Attempt], now: datetime) -> dict[Place, datetime]:
    """Where no call is sent after these, which are in the order of their ends, and until when."""
    return _resting(_remembered(attempts, FIRST_REST), now)


def _remembered(attempts: Iterable[Attempt], first_rest: timedelta) -> dict[Place, Breaker]:
    endings: defaultdict[Place, list[Ending]] = defaultdict(list)
    for attempt in attempts:
        if attempt.outcome and attempt.ended and attempt.gateway != DEMO_GATEWAY:
            endings[attempt.gateway, attempt.group].append(Ending(attempt.outcome, attempt.ended))
    return {place: remembered(ended, first_rest=first_rest) for place, ended in endings.items()}


def _resting(breakers: Mapping[Place, Breaker], now: datetime) -> dict[Place, datetime]:
    return {
        place: breaker.until
        for place, breaker in breakers.items()
        if breaker.until and breaker.state(now) is BreakerState.RESTING
    }

"""The part of a Studio that knows which groups rest, and sends a job all the same when the person says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.breaker import MEMORY
from studio.engine.events import GroupsResting
from studio.jobs.breakers import Breakers

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime, timedelta

    from studio.engine.announcer import Announcer
    from studio.engine.orders import Choice
    from studio.jobs.runner import Clock, Runner
    from studio.library.library import Library


class Resting:
    """A group rests after several failures, by what the ledger tells of the last two hours."""

    library: Library
    _choice: Choice
    _announcer: Announcer
    _breakers: Breakers
    _runner: Runner

    def _make_breakers(self, clock: Clock, first_rest: timedelta) -> Breakers:
        return Breakers(clock.now, self._tell_resting, first_rest=first_rest)

    async def _remember(self, clock: Clock) -> None:
        """Begin where the last end left the groups."""
        self._breakers.remember(await self.library.attempts_since(clock.now() - MEMORY))

    def _tell_resting(self) -> None:
        self._announcer.tell(GroupsResting(self.resting))

    @property
    def resting(self) -> Mapping[str, datetime]:
        """The groups of the chosen gateway that rest now, and until when, aware UTC."""
        return self._breakers.resting(self._choice.settings.gateway)

    async def send_now(self, job_id: str) -> None:
        """Send a queued job that waits, once, also through a group that rests. One that asks after a restart
        wants `run`.
        """
        self._runner.hurry(job_id)

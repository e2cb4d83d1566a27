"""What the runner needs of the library and of whoever makes the calls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from studio.domain.charge import Outcome
    from studio.domain.incoming import Incoming
    from studio.domain.job import Attempt, ErrorWords, Job, JobState
    from studio.domain.money import Money
    from studio.domain.reply import Reply
    from studio.domain.sent import Sent


class BegunAttempt(Protocol):
    """An attempt that is on disk, and the folder for what comes."""

    @property
    def attempt(self) -> Attempt:
        """The attempt's row."""
        ...

    @property
    def incoming(self) -> Incoming:
        """Where its bytes go."""
        ...


class JobRecords(Protocol):
    """The library, as far as the runner sees it. Each method is durable when it returns."""

    async def begin_attempt(
        self, job_id: str, *, group: str, price: Money, price_assumed: bool, sent: Sent | None
    ) -> BegunAttempt:
        """Write the attempt as sending, and what is sent.

        Raises UnknownJob when the job isn't queued any more, LibraryError when what comes couldn't be kept.
        """
        ...

    async def advance(self, attempt_id: str, state: JobState) -> Job:
        """The attempt is waiting or receiving."""
        ...

    async def end_attempt(
        self,
        attempt_id: str,
        *,
        outcome: Outcome,
        error: ErrorWords | None,
        words: str = "",
        request_id: str = "",
        seconds: float | None,
        not_before: datetime | None = None,
        moves_on: bool = False,
    ) -> Job:
        """The attempt ended without a reply that is to be kept; queued again with `not_before`, or for the
        next group where the job `moves_on`.
        """
        ...

    async def keep(self, attempt_id: str, reply: Reply, *, seconds: float) -> Job:
        """The attempt brought a reply, with a picture or without.

        Raises LibraryError, and finishes when called again.
        """
        ...

    def is_on_disk(self, attempt_id: str) -> bool:
        """Whether all that came of it is on some disk, so that the next start finds it."""
        ...

    async def follow(self, job_id: str) -> Job:
        """Give a queued job its parent where the job before it has brought one, refuse it where that brought
        none; else it stays as it is.
        """
        ...

    async def pass_over(self, job_id: str, *, until: datetime | None) -> Job:
        """A queued job goes to its next group without a call through this one, which rests, or has no key."""
        ...

    async def refuse(self, job_id: str, error: ErrorWords) -> Job:
        """A queued job can't be sent; nothing was. Any other job stays as it is."""
        ...

    async def cancel(self, job_id: str) -> Job:
        """The person doesn't want it any more; raises UnknownJob."""
        ...


class Call(Protocol):
    """One call, ready to be made."""

    @property
    def price_assumed(self) -> bool:
        """Whether the key is one stored for every group, so that the price is an assumption."""
        ...

    @property
    def sent(self) -> Sent | None:
        """What leaves the machine with it."""
        ...

    async def make(self, incoming: Incoming, progress: Callable[[JobState], None]) -> Reply:
        """Make the call; raises GatewayError."""
        ...


class Caller(Protocol):
    """Turns a job into a call: finds the key, reads the pictures, builds the body."""

    async def prepare(self, job: Job) -> Call:
        """Everything that can fail before anything is sent; raises StudioError."""
        ...

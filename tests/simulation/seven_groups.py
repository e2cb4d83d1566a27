"""A gateway with the seven groups of the model page: it answers as often, as late and as badly as they do.

It keeps its own account of what it charged, which nobody but the test sees. What becomes of a wish in a group
is drawn once and for all, so that it can be told afterwards what another group would have come to.
"""

from __future__ import annotations

import asyncio
import io
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from random import Random
from typing import TYPE_CHECKING

from PIL import Image

from studio.domain.charge import Outcome
from studio.domain.errors import GatewayBusy, GatewayRefused, NotSent, OutcomeUnknown
from studio.domain.job import Job, JobState
from studio.domain.money import Money
from studio.domain.reply import ReceivedPicture, Reply
from studio.domain.sent import Sent

if TYPE_CHECKING:
    from studio.domain.incoming import Incoming


def _picture() -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (48, 32), "#c04020").save(written, "PNG")
    return written.getvalue()


PICTURE = _picture()


class Trouble(StrEnum):
    """How a call fails."""

    OUT_OF_REACH = "out of reach"
    BUSY = "busy"
    UPSTREAM = "upstream"
    QUOTA = "quota"
    LATE = "late"
    """A proxy gives up; the call may go on behind it."""
    CUT = "cut"
    NO_PICTURE = "no picture"


PAID_FOR = {Trouble.LATE: 0.5, Trouble.CUT: 1.0, Trouble.NO_PICTURE: 0.7}
"""How often a failed call is charged all the same: no other failure ever is."""
OUT_OF_REACH = 0.002
"""The share of calls for which there is no line."""


@dataclass(frozen=True)
class Behaviour:
    """A group as it is: the share of calls that bring a picture, their usual seconds, and how others fail."""

    success: float
    seconds: float
    troubles: Mapping[Trouble, float]


@dataclass(frozen=True)
class Fate:
    """What becomes of a call: what troubles it, None where it brings a picture; whether it is charged."""

    trouble: Trouble | None
    charged: bool
    seconds: float


@dataclass(frozen=True)
class Charged:
    """A line of the gateway's account."""

    wish: str
    group: str
    amount: Money
    at: datetime


@dataclass
class SevenGroups:
    """Makes calls ready, and answers them. `account` is every call that it charged, in order."""

    behaviours: Mapping[str, Behaviour]
    seed: int
    now: Callable[[], datetime]
    account: list[Charged] = field(default_factory=list[Charged])
    _asked: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])

    def fate(self, wish: str, group: str, number: int) -> Fate:
        """What becomes of the wish's call number `number` in this group, whenever it is made."""
        chance, behaves = Random(f"{self.seed} {wish} {group} {number}"), self.behaviours[group]
        if chance.random() < OUT_OF_REACH:
            return Fate(Trouble.OUT_OF_REACH, charged=False, seconds=0)
        if chance.random() < behaves.success:
            return Fate(None, charged=True, seconds=behaves.seconds * chance.lognormvariate(0, 0.3))
        kinds, weights = zip(*behaves.troubles.items(), strict=True)
        trouble: Trouble = chance.choices(kinds, weights)[0]
        quick = trouble in {Trouble.BUSY, Trouble.QUOTA}
        seconds = chance.uniform(0.2, 2) if quick else behaves.seconds * chance.lognormvariate(0, 0.3)
        return Fate(trouble, charged=chance.random() < PAID_FOR.get(trouble, 0), seconds=seconds)

    async def prepare(self, job: Job) -> SimulatedCall:
        """Ready at once."""
        return SimulatedCall(self, job)

    async def answer(self, job: Job, incoming: Incoming, progress: Callable[[JobState], None]) -> Reply:
        """One call, which takes its time. It is charged even if nobody waits for it any more."""
        wish, group = job.order.id, job.group
        self._asked[wish, group] += 1
        fate = self.fate(wish, group, self._asked[wish, group])
        if fate.charged:
            self.account.append(Charged(wish, group, job.price, self.now()))
        if fate.trouble is not Trouble.OUT_OF_REACH:
            progress(JobState.WAITING)
        await asyncio.sleep(fate.seconds)
        return _picture_in(incoming, progress) if fate.trouble is None else _fail(fate.trouble)


@dataclass(frozen=True)
class SimulatedCall:
    """A call that is ready to be made."""

    gateway: SevenGroups
    job: Job
    price_assumed: bool = False
    sent: Sent | None = None

    async def make(self, incoming: Incoming, progress: Callable[[JobState], None]) -> Reply:
        """See SevenGroups.answer."""
        return await self.gateway.answer(self.job, incoming, progress)


def _picture_in(incoming: Incoming, progress: Callable[[JobState], None]) -> Reply:
    progress(JobState.RECEIVING)
    sink = incoming.open_sink(0)
    sink.write(PICTURE)
    sink.close()
    incoming.keep_rest(b"{}")
    chosen = ReceivedPicture(0, "image/png")
    return Reply(Outcome.PICTURE, pictures=(chosen,), chosen=chosen)


def _fail(trouble: Trouble) -> Reply:
    match trouble:
        case Trouble.OUT_OF_REACH:
            raise NotSent("connect", outcome=Outcome.NOT_SENT)
        case Trouble.BUSY:
            raise GatewayBusy("429", outcome=Outcome.BUSY, status=429)
        case Trouble.UPSTREAM:
            raise GatewayBusy("upstream_error", outcome=Outcome.BUSY, status=500)
        case Trouble.QUOTA:
            code = "insufficient_user_quota"
            raise GatewayRefused(code, outcome=Outcome.TURNED_DOWN, status=403, message=code)
        case Trouble.LATE:
            raise OutcomeUnknown("html", outcome=Outcome.LOST, status=524)
        case Trouble.CUT:
            raise OutcomeUnknown("cut", outcome=Outcome.LOST, status=200)
        case Trouble.NO_PICTURE:
            return Reply(Outcome.NO_PICTURE, reason="NO_IMAGE")

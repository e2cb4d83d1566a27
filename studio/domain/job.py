"""Jobs and attempts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from studio.domain.charge import Charge, Outcome
from studio.domain.money import Money
from studio.domain.recipe import Order
from studio.domain.settlement import Settlement
from studio.domain.states import ENDED, IN_FLIGHT, JobState, may_follow

if TYPE_CHECKING:
    from studio.domain.next_group import MoveOn

__all__ = ["ENDED", "IN_FLIGHT", "Attempt", "ErrorWords", "Job", "JobState", "PassedOver", "may_follow"]


@dataclass(frozen=True, slots=True)
class ErrorWords:
    """An error as it is kept, in facts, so that it can be worded in any language later.

    `code` is a StudioError's `code()`, an Outcome's value, or "bug"; `reason` the error's own, such as "tls"
    or a finish reason; `message` the gateway's words.
    """

    code: str
    reason: str = ""
    message: str = ""
    status: int | None = None
    request_id: str = ""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One HTTP call of a job through one group. Times are aware UTC; `seconds` is monotonic.

    `settlement` is how its charge became known where it wasn't; `listed_price` is what it was sent at where
    the gateway's log told another amount, which then is its `price`.
    """

    id: str
    job: str
    number: int
    group: str
    gateway: str
    price: Money
    price_assumed: bool
    state: JobState
    charge: Charge
    started: datetime
    ended: datetime | None = None
    seconds: float | None = None
    outcome: Outcome | None = None
    request_id: str = ""
    error: ErrorWords | None = None
    settlement: Settlement | None = None
    listed_price: Money | None = None

    @property
    def can_be_settled(self) -> bool:
        """Whether it ended with nobody knowing its charge, then or now."""
        in_question = self.charge is Charge.UNKNOWN or self.settlement is not None
        return self.ended is not None and in_question


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A group that a job was not sent through, for it rested `until` then, aware UTC; None where it had no
    key.
    """

    group: str
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """One wanted result of an order. `number` counts from 1 within the order.

    `step` counts, from 0, how far it has moved on among its order's groups; some it may have `passed_over`.
    `not_before` is the time before which a repeat isn't sent; `asks` marks a job that waits for the
    person's word after a restart. `words` is the text that the model sent; `drafts` are paths of kept drafts.
    """

    id: str
    order: Order
    number: int
    state: JobState
    placed: datetime
    attempts: tuple[Attempt, ...] = ()
    not_before: datetime | None = None
    asks: bool = False
    words: str = ""
    error: ErrorWords | None = None
    versions: tuple[str, ...] = ()
    drafts: tuple[str, ...] = field(default=())
    arrived_after_cancel: bool = False
    step: int = 0
    passed_over: tuple[PassedOver, ...] = ()

    @property
    def group(self) -> str:
        """The group that it goes through now."""
        return self.order.steps[self.step].group

    @property
    def price(self) -> Money:
        """What a call costs there."""
        return self.order.steps[self.step].price

    @property
    def most(self) -> Money:
        """What it may still cost at most: of its group now and of those that it may move on to."""
        return max(step.price for step in self.order.steps[self.step :])

    @property
    def has_further_step(self) -> bool:
        """Whether there is a group that it may move on to."""
        return self.step + 1 < len(self.order.steps)

    def moves_on_after(self, refusal: MoveOn | None) -> bool:
        """Whether it goes to the next group after a refusal of this kind."""
        return self.has_further_step and refusal in self.order.moves_on

    @property
    def ended(self) -> bool:
        """Whether nothing more will happen by itself."""
        return self.state in ENDED

    @property
    def in_flight(self) -> bool:
        """Whether a call of it is under way and wanted."""
        return self.state in IN_FLIGHT

    @property
    def is_settled(self) -> bool:
        """Whether it has brought all that it ever will."""
        return self.ended and not self.is_heard

    @property
    def is_heard(self) -> bool:
        """Whether a call of it is under way, wanted or cancelled: what still comes is saved."""
        listens = self.state is JobState.CANCELLED and bool(self.attempts) and self.attempts[-1].ended is None
        return self.in_flight or listens

"""What an order says of groups that may be asked next. Read before the first paint: nothing heavy here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from studio.domain.money import Money


class MoveOn(StrEnum):
    """A definite refusal, not charged, after which another group may be asked."""

    BUSY = "busy"
    """The group is overloaded, or what stands behind it failed: 429, 503, JSON 500, a 400 that says so."""
    QUOTA = "quota"
    """The balance or the quota of the group's key is used up."""
    REFUSED = "refused"
    """The gateway doesn't take the key or doesn't know the model: 401, 403, 404. Never what was written."""
    UNREACHABLE = "unreachable"
    """Nothing left the machine."""


USUALLY = frozenset({MoveOn.BUSY, MoveOn.QUOTA})


@dataclass(frozen=True, slots=True)
class Step:
    """One group that an order may go through, and what a call costs there: as it was shown."""

    group: str
    price: Money

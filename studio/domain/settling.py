"""Which unknown charges a gateway's log answers beyond doubt. Pure; where there is a doubt it says nothing.

What new-api writes into its log is read from its source (QuantumNous/new-api `model/log.go`,
`controller/relay.go`; wire.md 9, 10): an entry is written when the call is over, its time is in whole seconds
of the gateway's clock, `use_time` is the whole call's; a call that is tried on several channels leaves an
error entry for each of them, and may yet succeed; a site may keep no errors, no charges, or only the newest
entries, older ones have no request ids, and an entry that can't be written is let go.

So these are the only proofs:

1. By request id, where exactly one of our calls has it. Charges less refunds are what it cost; more than
   nothing is *charged*, else *not charged*. Errors alone are *not charged* once PATIENCE has passed since the
   last of them, in which no other channel succeeded.
2. Without ids on both sides: exactly one charge and exactly one of our calls can belong together by group,
   model, time and price. Every call of the key stands against it, not only the unknown ones, and one whose
   group is an assumption stands against every group's. It only ever proves *charged*: if somebody else's
   call was meant, nothing is lost, for *unknown* counts as spent anyway.
3. Nothing in the log is *not charged* only for a call whose request id is known and came with status 200,
   where the log knows other calls of ours by id both before it began and PATIENCE after it ended, and nothing
   else that may be it. What stands between may answer 502, 504 or 524 with an id of its own: no log has it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final

from studio.domain.charge import Charge
from studio.domain.money import Money
from studio.domain.published import LogKind
from studio.domain.settlement import Told

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from studio.domain.published import LogEntry

SLACK: Final = timedelta(minutes=1)
"""So much may the gateway's clock be off."""

LATE: Final = timedelta(minutes=10)
"""So long may a call go on at the gateway after it ended here: as long as it may be waited for."""

PATIENCE: Final = timedelta(minutes=30)
"""After so long nothing of a call comes any more."""

_CENT: Final = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Call:
    """What of an attempt can be looked for in a log. `ended` is None while it is under way.

    `price` is what it was expected to cost; `asks` where its charge is in question; `answered` where the
    gateway itself did, with status 200, so that the request id is one of its own.
    """

    attempt: str
    request_id: str
    model: str
    group: str
    price: Money
    price_assumed: bool
    started: datetime
    ended: datetime | None
    asks: bool
    answered: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What the log says of one call: CHARGED, with the amount, or NOT_CHARGED."""

    attempt: str
    charge: Charge
    told: Told | None = None


def answers(calls: Sequence[Call], entries: Sequence[LogEntry], *, now: datetime) -> tuple[Answer, ...]:
    """What the log of a key says of those calls that ask, in their order.

    `calls` are all that may have gone with this key while the log was written but those that surely weren't
    charged.
    """
    return _Log(calls, entries, now).answers()


class _Log:
    """A log beside the calls that may be in it."""

    def __init__(self, calls: Sequence[Call], entries: Sequence[LogEntry], now: datetime) -> None:
        self._now = now
        self._calls = calls
        ids = Counter(call.request_id for call in calls if call.request_id)
        with_id: defaultdict[str, list[LogEntry]] = defaultdict(list)
        nobodys: list[LogEntry] = []
        for entry in entries:
            (with_id[entry.request_id] if entry.request_id in ids else nobodys).append(entry)
        self._nobodys = nobodys
        # Where two calls have one id, its entries belong to nobody knows which.
        self._of: Mapping[str, list[LogEntry]] = {
            call.attempt: with_id[call.request_id] for call in calls if ids[call.request_id] == 1
        }
        self._lost = tuple(call for call in calls if not self._of.get(call.attempt))
        known = [entry.at for found in self._of.values() for entry in found]
        self._reach = (min(known), max(known)) if known else None

    def answers(self) -> tuple[Answer, ...]:
        """Of every call that asks and is answered."""
        found = (self._answer(call) for call in self._calls if call.asks and call.ended is not None)
        return tuple(answer for answer in found if answer is not None)

    def _answer(self, call: Call) -> Answer | None:
        own = self._of.get(call.attempt)
        if own:
            return self._by_id(call, own)
        timely = [entry for entry in self._nobodys if self._is_timely(call, entry)]
        if not timely:
            return Answer(call.attempt, Charge.NOT_CHARGED) if self._misses(call) else None
        near = [entry for entry in timely if self._may_be(call, entry)]
        if not near:
            return None
        rivals = [one for one in self._lost if self._may_be(one, near[0])]
        if len(near) == 1 and len(rivals) == 1 and _fits(call, near[0]):
            return Answer(call.attempt, Charge.CHARGED, Told(near[0].amount, near[0].currency))
        return None

    def _by_id(self, call: Call, own: Sequence[LogEntry]) -> Answer | None:
        kinds = {entry.kind for entry in own}
        if LogKind.CHARGE in kinds:
            cost = _sum(own, LogKind.CHARGE) - abs(_sum(own, LogKind.REFUND))
            if cost > 0:
                return Answer(call.attempt, Charge.CHARGED, Told(cost, own[0].currency))
            return Answer(call.attempt, Charge.NOT_CHARGED)
        if kinds == {LogKind.ERROR} and max(entry.at for entry in own) + PATIENCE <= self._now:
            return Answer(call.attempt, Charge.NOT_CHARGED)
        return None

    def _misses(self, call: Call) -> bool:
        """Whether the log would surely have it by now, by id, had it been charged."""
        has_id = bool(call.request_id) and call.answered and call.attempt in self._of
        if not has_id or self._reach is None or call.ended is None:
            return False
        first, last = self._reach
        return first <= call.started - SLACK and call.ended + PATIENCE <= min(last, self._now)

    def _may_be(self, call: Call, entry: LogEntry) -> bool:
        """Whether it can't be ruled out that this entry is about this call."""
        named = (entry.group, entry.model) == (call.group, call.model)
        return (named or call.price_assumed) and self._is_timely(call, entry)

    def _is_timely(self, call: Call, entry: LogEntry) -> bool:
        """Whether it was written when this call's would have been."""
        if entry.kind is LogKind.OTHER:
            return False
        if not call.started - SLACK <= entry.at <= (call.ended or self._now) + LATE:
            return False
        if entry.seconds is None:
            return True
        began = entry.at - timedelta(seconds=entry.seconds)
        return abs(began - call.started) <= SLACK


def _fits(call: Call, entry: LogEntry) -> bool:
    """Whether everything of this charge is as it must be; two ids that differ are two calls."""
    return (
        entry.kind is LogKind.CHARGE
        and not (call.request_id and entry.request_id)
        and (entry.group, entry.model) == (call.group, call.model)
        and entry.currency == "CNY"
        and entry.amount.quantize(_CENT, ROUND_HALF_UP) == call.price.amount
    )


def _sum(entries: Iterable[LogEntry], kind: LogKind) -> Decimal:
    return sum((entry.amount for entry in entries if entry.kind is kind), start=Decimal(0))

"""Charges that became known: written, taken back, said again, and what of the ledger is still in question.

Whatever is settled was never saved: a version's charge is known from its picture. So the attempt's row, and
the journal, are all that is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING

from studio.domain.charge import Charge, Outcome
from studio.domain.money import ZERO, Money
from studio.domain.settlement import Settlement
from studio.domain.settling import Call
from studio.library import codec
from studio.library.attempt_records import attempts_by_id, read_attempt
from studio.library.ledger_pages import conditions
from studio.library.steps import Done, SettleCharges

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Set
    from datetime import datetime

    from studio.domain.job import Attempt
    from studio.domain.spending import LedgerFilter
    from studio.library.steps import Step

_BY_LINE = 1000

_OWN_ANSWERS = frozenset(
    {Outcome.PICTURE, Outcome.NO_PICTURE, Outcome.UNUSABLE_PICTURE, Outcome.ERROR_IN_SUCCESS}
)

_WRITE = """
UPDATE attempts SET charge = :charge, settled_by = :by, settled = :at, told = :told, price = :price,
    listed_price = :listed
WHERE id = :id
"""
_IN_QUESTION = "attempts.charge = 'unknown' AND attempts.ended IS NOT NULL"
_CALLS = """
SELECT attempts.id, attempts.request_id, orders.model, attempts.group_name,
    coalesce(attempts.listed_price, attempts.price) AS price, attempts.price_assumed, attempts.started,
    attempts.ended, attempts.charge, attempts.outcome, attempts.error
FROM attempts JOIN jobs ON jobs.id = attempts.job JOIN orders ON orders.id = jobs.order_id
WHERE attempts.gateway = :gateway AND attempts.started >= :since
    AND attempts.group_name IN (SELECT value FROM json_each(:groups))
    AND (attempts.charge <> 'not_charged' OR attempts.settled_by IS NOT NULL)
ORDER BY attempts.sequence
"""


@dataclass(frozen=True, slots=True)
class InQuestion:
    """What ended, and may have been charged `price` together; `calls_at` counts it by gateway. `for_nothing`
    are calls of which it is known by now that they were charged.
    """

    price: Money = ZERO
    calls_at: Mapping[str, int] = field(default_factory=dict[str, int])
    for_nothing: int = 0

    @property
    def calls(self) -> int:
        """At all gateways."""
        return sum(self.calls_at.values())


def settle(connection: sqlite3.Connection, step: SettleCharges) -> Done | None:
    """Write what is known now of these attempts; UNKNOWN takes it back. None where nothing changes.

    Left out is what isn't there, or never was in question: calls under way, and charges that were known.
    """
    wanted = dict(step.settled)
    before = [attempt for attempt in attempts_by_id(connection, wanted) if attempt.can_be_settled]
    changed = [attempt for attempt in before if _differs(attempt, wanted[attempt.id])]
    if not changed:
        return None
    connection.executemany(_WRITE, [_values(attempt, wanted[attempt.id]) for attempt in changed])
    return Done(
        SettleCharges(tuple((attempt.id, wanted[attempt.id]) for attempt in changed)),
        SettleCharges(tuple((attempt.id, _as_it_was(attempt, wanted[attempt.id])) for attempt in changed)),
    )


def _differs(attempt: Attempt, wanted: Settlement) -> bool:
    if attempt.settlement is None:
        return wanted.charge is not Charge.UNKNOWN
    return attempt.settlement != wanted


def _as_it_was(attempt: Attempt, wanted: Settlement) -> Settlement:
    return attempt.settlement or Settlement(Charge.UNKNOWN, wanted.by, wanted.at)


def _values(attempt: Attempt, wanted: Settlement) -> dict[str, str | int | None]:
    """What is told in ¥ counts from now on; taken back, the price does that the call was sent at."""
    listed = attempt.listed_price or attempt.price
    told = wanted.told if wanted.charge is Charge.CHARGED else None
    price = (told.money if told else None) or listed
    is_known = wanted.charge is not Charge.UNKNOWN
    return {
        "id": attempt.id,
        "charge": wanted.charge.value,
        "by": wanted.by.value if is_known else None,
        "at": codec.to_micros(wanted.at) if is_known else None,
        "told": f"{told.amount} {told.currency}" if told else None,
        "price": price.fen,
        "listed": None if price == listed else listed.fen,
    }


def needed(connection: sqlite3.Connection) -> Iterator[SettleCharges]:
    """What a journal must hold of it; in lines of some length, so that a damaged one takes few with it."""
    rows = connection.execute("SELECT * FROM attempts WHERE settled_by IS NOT NULL ORDER BY sequence")
    settled = [(attempt.id, attempt.settlement) for attempt in map(read_attempt, rows) if attempt.settlement]
    for start in range(0, len(settled), _BY_LINE):
        yield SettleCharges(tuple(settled[start : start + _BY_LINE]))


def replay(connection: sqlite3.Connection, steps: Iterable[Step], *, new: Set[str]) -> None:
    """Settle attempts that are `new` in the index as the journal says."""
    last: dict[str, Settlement] = {}
    for step in steps:
        if isinstance(step, SettleCharges):
            last.update((attempt, how) for attempt, how in step.settled if attempt in new)
    settle(connection, SettleCharges(tuple(last.items())))


# What is in question


def settleable(connection: sqlite3.Connection, keys: Iterable[int]) -> tuple[Attempt, ...]:
    """What of these rows of the ledger ended with nobody knowing its charge, then or now; newest first."""
    rows = connection.execute(
        "SELECT * FROM attempts WHERE sequence IN (SELECT value FROM json_each(?)) AND ended IS NOT NULL "
        "AND (charge = 'unknown' OR settled_by IS NOT NULL) ORDER BY sequence DESC",
        (codec.encode_numbers(keys),),
    )
    return tuple(map(read_attempt, rows))


def in_question(connection: sqlite3.Connection, chosen: LedgerFilter) -> InQuestion:
    """Of what the filter lets through; what is under way isn't among it."""
    given, values = conditions(chosen)
    rows = connection.execute(
        "SELECT attempts.gateway, count(*) AS calls, sum(attempts.price) AS price FROM attempts "  # noqa: S608 - our own names
        f"WHERE {_IN_QUESTION} AND {given} GROUP BY attempts.gateway",
        values,
    ).fetchall()
    return InQuestion(
        price=Money.from_fen(sum(row["price"] for row in rows)),
        calls_at={row["gateway"]: row["calls"] for row in rows},
        for_nothing=connection.execute(
            "SELECT count(*) FROM attempts "  # noqa: S608 - our own names
            f"WHERE attempts.settled_by IS NOT NULL AND attempts.charge = 'charged' AND {given}",
            values,
        ).fetchone()[0],
    )


def groups_in_question(connection: sqlite3.Connection, gateway: str) -> tuple[str, ...]:
    """The groups at this gateway with calls whose charge isn't known, by name."""
    rows = connection.execute(
        "SELECT DISTINCT attempts.group_name FROM attempts "  # noqa: S608 - our own names
        f"WHERE {_IN_QUESTION} AND attempts.gateway = ? ORDER BY 1",
        (gateway,),
    )
    return tuple(row[0] for row in rows)


def calls_of(
    connection: sqlite3.Connection, gateway: str, groups: Iterable[str], *, since: datetime
) -> tuple[Call, ...]:
    """All calls through these groups since then, oldest first, but those that surely weren't charged."""
    rows = connection.execute(
        _CALLS,
        {"gateway": gateway, "groups": codec.encode_names(groups), "since": codec.to_micros(since)},
    )
    return tuple(
        Call(
            attempt=row["id"],
            request_id=row["request_id"],
            model=row["model"],
            group=row["group_name"],
            price=Money.from_fen(row["price"]),
            price_assumed=bool(row["price_assumed"]),
            started=codec.from_micros(row["started"]),
            ended=codec.maybe_time(row["ended"]),
            asks=row["charge"] == Charge.UNKNOWN and row["ended"] is not None,
            answered=_was_answered(row),
        )
        for row in rows
    )


def _was_answered(row: sqlite3.Row) -> bool:
    """Whether the gateway's own answer began, with status 200."""
    error = codec.decode_error(row["error"])
    return row["outcome"] in _OWN_ANSWERS or (error is not None and error.status == HTTPStatus.OK)

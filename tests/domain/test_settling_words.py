"""What a settled call says it cost."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from studio.domain.charge import Charge, Outcome
from studio.domain.job import Job, JobState
from studio.domain.money import Money
from studio.domain.settlement import SettledBy, Settlement, Told
from studio.domain.settling_words import describe_settled_job
from studio.domain.words import describe_job
from tests.domain.making import NOON, attempt, job


def lost(state: JobState = JobState.UNKNOWN, outcome: Outcome = Outcome.LOST) -> Job:
    return job(state, replace(attempt(state, Charge.UNKNOWN), outcome=outcome))


def settled(made: Job, how: Settlement, *, listed: Money | None = None) -> Job:
    last = made.attempts[-1]
    price = (how.told.money if how.told else None) or last.price
    changed = replace(last, charge=how.charge, settlement=how, price=price, listed_price=listed)
    return replace(made, attempts=(changed,))


def told(amount: str, currency: str = "CNY") -> Settlement:
    return Settlement(Charge.CHARGED, SettledBy.LOG, NOON, Told(Decimal(amount), currency))


@pytest.mark.parametrize(
    ("how", "cost"),
    [
        (Settlement(Charge.CHARGED, SettledBy.HAND, NOON), "It cost ¥0.25: settled by hand."),
        (Settlement(Charge.NOT_CHARGED, SettledBy.HAND, NOON), "It cost nothing: settled by hand."),
        (
            Settlement(Charge.NOT_CHARGED, SettledBy.LOG, NOON),
            "It cost nothing: the gateway's log shows no charge.",
        ),
        (told("0.2475"), "It cost ¥0.25: the gateway's log has its charge."),
        (
            told("0.0357", "USD"),
            "It cost ¥0.25: the gateway's log has its charge. The gateway says $0.0357, its price was ¥0.25.",
        ),
    ],
)
def test_it_says_what_it_cost_and_who_says_so(how: Settlement, cost: str) -> None:
    words = describe_settled_job(settled(lost(), how))
    assert words is not None
    assert (words.cost, words.next) == (cost, "Send it again if you wish.")
    before = describe_job(lost())
    assert before is not None
    assert words.what == before.what


def test_an_amount_that_replaced_the_price_is_told_beside_it() -> None:
    words = describe_settled_job(settled(lost(), told("0.2375"), listed=Money.parse("0.25")))
    assert words is not None
    assert words.cost == (
        "It cost ¥0.24: the gateway's log has its charge. The gateway says ¥0.2375, its price was ¥0.25."
    )


def test_a_cancelled_call_was_sent_even_where_it_cost_nothing() -> None:
    cancelled = lost(JobState.CANCELLED, Outcome.CANCELLED_AFTER_SENDING)
    before = describe_job(cancelled)
    words = describe_settled_job(settled(cancelled, Settlement(Charge.NOT_CHARGED, SettledBy.HAND, NOON)))
    assert before is not None
    assert words is not None
    assert words.what == before.what


def test_without_a_settlement_nothing_differs() -> None:
    for made in (lost(), job(JobState.QUEUED), job(JobState.SAVED, attempt(JobState.SAVED, Charge.CHARGED))):
        assert describe_settled_job(made) == describe_job(made)

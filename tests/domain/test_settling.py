"""A gateway's log settles a charge only where nothing else can be meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.domain.charge import Charge
from studio.domain.money import Money
from studio.domain.published import LogEntry, LogKind
from studio.domain.settlement import Told
from studio.domain.settling import LATE, PATIENCE, Answer, Call, answers

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=3)
MODEL = "gemini-3.1-flash-image-preview"
GROUP = "官KEY-3.5折"


def call(name: str = "a", **changed: Any) -> Call:
    """A cut call of two minutes, at noon, for ¥0.25."""
    made = Call(
        attempt=name,
        request_id="",
        model=MODEL,
        group=GROUP,
        price=Money.parse("0.25"),
        price_assumed=False,
        started=NOON,
        ended=NOON + timedelta(minutes=2),
        asks=True,
    )
    return replace(made, **changed)


def entry(kind: LogKind = LogKind.CHARGE, *, amount: str = "0.2475", **changed: Any) -> LogEntry:
    """What the gateway wrote at the end of such a call."""
    made = LogEntry(
        at=NOON + timedelta(seconds=125),
        kind=kind,
        model=MODEL,
        group=GROUP,
        amount=Decimal(amount),
        currency="CNY",
        seconds=125,
    )
    return replace(made, **changed)


def told(amount: str, currency: str = "CNY") -> Told:
    return Told(Decimal(amount), currency)


CHARGED = (Answer("a", Charge.CHARGED, told("0.2475")),)
NOT_CHARGED = (Answer("a", Charge.NOT_CHARGED),)
KNOWN = call("a", request_id="req-a", answered=True)


def known(name: str, minutes: float) -> tuple[Call, LogEntry]:
    """Another call of ours that was saved, that many minutes after noon, and its entry."""
    began = NOON + timedelta(minutes=minutes)
    saved = call(
        name, request_id=f"req-{name}", started=began, ended=began + timedelta(seconds=14), asks=False
    )
    at = began + timedelta(seconds=14)
    return saved, entry(at=at, request_id=f"req-{name}", seconds=14)


def test_a_request_id_is_enough_whatever_else_differs() -> None:
    other = entry(request_id="req-a", model="mapped", group="auto", amount="0.51", at=NOON, seconds=None)
    assert answers([KNOWN], [other], now=LATER) == (Answer("a", Charge.CHARGED, told("0.51")),)
    in_dollars = replace(other, currency="USD")
    assert answers([KNOWN], [in_dollars], now=LATER)[0].told == told("0.51", "USD")


def test_two_charges_of_one_request_are_told_together() -> None:
    twice = [entry(request_id="req-a"), entry(request_id="req-a")]
    assert answers([KNOWN], twice, now=LATER) == (Answer("a", Charge.CHARGED, told("0.4950")),)


@pytest.mark.parametrize("refund", ["0.2475", "-0.2475", "0.3"])
def test_what_was_given_back_cost_nothing(refund: str) -> None:
    log = [
        entry(request_id="req-a"),
        entry(LogKind.REFUND, amount=refund, request_id="req-a", at=LATER),
    ]
    assert answers([KNOWN], log, now=LATER) == NOT_CHARGED


def test_what_was_given_back_in_part_cost_the_rest() -> None:
    log = [entry(request_id="req-a"), entry(LogKind.REFUND, amount="0.2", request_id="req-a")]
    assert answers([KNOWN], log, now=LATER) == (Answer("a", Charge.CHARGED, told("0.0475")),)


def test_a_refund_of_a_charge_that_isnt_there_says_nothing() -> None:
    assert answers([KNOWN], [entry(LogKind.REFUND, request_id="req-a")], now=LATER) == ()


def test_a_charge_of_nothing_is_none() -> None:
    assert answers([KNOWN], [entry(amount="0", request_id="req-a")], now=LATER) == NOT_CHARGED


def test_an_error_is_believed_when_no_other_channel_can_still_succeed() -> None:
    failed = entry(LogKind.ERROR, amount="0", request_id="req-a")
    assert answers([KNOWN], [failed], now=failed.at + PATIENCE - timedelta(seconds=1)) == ()
    assert answers([KNOWN], [failed], now=failed.at + PATIENCE) == NOT_CHARGED
    assert answers([KNOWN], [failed, entry(request_id="req-a")], now=LATER) == CHARGED


def test_two_of_our_calls_with_one_id_are_left_alone() -> None:
    assert answers([KNOWN, replace(KNOWN, attempt="b")], [entry(request_id="req-a")], now=LATER) == ()


def test_without_an_id_one_charge_that_fits_one_call_is_its() -> None:
    assert answers([call()], [entry()], now=LATER) == CHARGED
    # Some other program's id says nothing against it; only two ids that differ do.
    assert answers([call()], [entry(request_id="x")], now=LATER) == CHARGED
    assert answers([KNOWN], [entry()], now=LATER) == CHARGED
    assert answers([KNOWN], [entry(request_id="x")], now=LATER) == ()


@pytest.mark.parametrize(
    "changed",
    [
        {"amount": "0.37"},
        {"model": "gpt-image-2"},
        {"group": "官KEY-正价"},
        {"currency": "USD"},
        {"seconds": 14},
        {"at": NOON - timedelta(minutes=5), "seconds": None},
        {"at": NOON + timedelta(minutes=2) + LATE + timedelta(seconds=1), "seconds": None},
        {"kind": LogKind.OTHER},
        {"kind": LogKind.ERROR},
        {"kind": LogKind.REFUND},
    ],
    ids=str,
)
def test_a_charge_that_differs_in_anything_is_another_ones(changed: dict[str, Any]) -> None:
    assert answers([call()], [entry(**changed)], now=LATER) == ()


def test_a_call_with_a_key_for_every_group_may_be_any_groups_but_is_settled_by_its_own_only() -> None:
    assumed = call(price_assumed=True)
    assert answers([assumed], [entry()], now=LATER) == CHARGED
    elsewhere = entry(group="官KEY-正价", amount="0.71")
    assert answers([assumed], [elsewhere], now=LATER) == ()
    assert answers([assumed], [entry(), elsewhere], now=LATER) == ()
    assert answers([replace(KNOWN, price_assumed=True)], [entry(request_id="req-a")], now=LATER) == CHARGED


@pytest.mark.parametrize(
    "other",
    [
        call("b"),
        call("b", asks=False),
        call("b", asks=False, ended=None, started=NOON + timedelta(seconds=30)),
        call("b", asks=False, group="官KEY-正价", price_assumed=True),
    ],
    ids=["unknown, too", "saved", "under way", "of any group"],
)
def test_where_another_call_may_be_meant_nothing_is_said(other: Call) -> None:
    assert answers([call(), other], [entry()], now=LATER) == ()


def test_another_call_whose_own_charge_is_there_by_id_isnt_meant() -> None:
    other = call("b", request_id="req-b", asks=False)
    assert answers([call(), other], [entry(), entry(request_id="req-b")], now=LATER) == CHARGED


def test_two_charges_that_may_be_meant_say_nothing() -> None:
    assert answers([call()], [entry(), entry()], now=LATER) == ()
    assert answers([call()], [entry(), entry(LogKind.REFUND)], now=LATER) == ()


def test_nothing_in_the_log_is_no_proof() -> None:
    before, after = known("b", -60), known("c", 90)
    assert answers([KNOWN], [], now=LATER) == ()
    # An id, but a log that begins later, or ends too early, or has no ids of ours.
    assert answers([KNOWN, after[0]], [after[1]], now=LATER) == ()
    assert answers([KNOWN, before[0]], [before[1]], now=LATER) == ()
    soon = known("c", 20)
    assert answers([KNOWN, before[0], soon[0]], [before[1], soon[1]], now=LATER) == ()
    nobodys = [replace(one[1], request_id="") for one in (before, after)]
    assert answers([KNOWN, before[0], after[0]], nobodys, now=LATER) == ()
    # A whole log, but no id; or a charge in it that may be meant, under whatever name.
    both = [before[1], after[1]]
    assert answers([call(), before[0], after[0]], both, now=LATER) == ()
    # An id that something in between made up, and no log can have.
    assert answers([replace(KNOWN, answered=False), before[0], after[0]], both, now=LATER) == ()
    mapped = entry(model="mapped", request_id="x")
    assert answers([KNOWN, before[0], after[0]], [*both, mapped], now=LATER) == ()


def test_a_log_that_knows_our_calls_before_and_after_would_have_it() -> None:
    before, after = known("b", -60), known("c", 90)
    log = [after[1], before[1]]
    assert answers([KNOWN, before[0], after[0]], log, now=LATER) == NOT_CHARGED
    # Unless our own clock says that it may still come.
    assert answers([KNOWN, before[0], after[0]], log, now=NOON + timedelta(minutes=20)) == ()


def test_only_calls_that_ask_and_have_ended_are_answered() -> None:
    for changed in ({"asks": False}, {"ended": None}):
        assert answers([replace(KNOWN, **changed)], [entry(request_id="req-a")], now=LATER) == ()


# Laws

many = settings(max_examples=1000)

_times = st.sampled_from([NOON + timedelta(minutes=minutes) for minutes in (-90, 0, 1, 40)])
_ids = st.sampled_from(["", "", "", "r1", "r2", "r3"])
_groups = st.sampled_from([GROUP, GROUP, "官KEY-正价"])
_amounts = st.sampled_from(["0.25", "0.2475", "0.2475", "0.37", "0"])
_kinds = st.sampled_from([LogKind.CHARGE, LogKind.CHARGE, *LogKind])


@st.composite
def _calls(draw: st.DrawFn) -> list[Call]:
    made: list[Call] = []
    for number in range(draw(st.integers(1, 5))):
        began, lasted = draw(_times), draw(st.sampled_from([None, 14, 120, 120]))
        made.append(
            call(
                f"{number}",
                request_id=draw(_ids),
                group=draw(_groups),
                started=began,
                ended=None if lasted is None else began + timedelta(seconds=lasted),
                asks=draw(st.sampled_from([True, True, False])),
                price_assumed=draw(st.sampled_from([False, False, False, True])),
                answered=draw(st.booleans()),
            )
        )
    return made


@st.composite
def _entries(draw: st.DrawFn) -> list[LogEntry]:
    made: list[LogEntry] = []
    for _ in range(draw(st.integers(1, 5))):
        lasted = draw(st.sampled_from([14, 120]))
        made.append(
            entry(
                draw(_kinds),
                amount=draw(_amounts),
                at=draw(_times) + timedelta(seconds=lasted),
                request_id=draw(_ids),
                group=draw(_groups),
                seconds=draw(st.sampled_from([None, lasted])),
            )
        )
    return made


@many
@given(_calls(), _entries(), st.randoms(use_true_random=False))
def test_the_order_of_a_log_and_of_our_calls_says_nothing(
    calls: list[Call], log: list[LogEntry], chance: Any
) -> None:
    found = set(answers(calls, log, now=LATER))
    chance.shuffle(calls)
    chance.shuffle(log)
    assert set(answers(calls, log, now=LATER)) == found


@many
@given(_calls(), _entries())
def test_no_entry_answers_for_two_calls(calls: list[Call], log: list[LogEntry]) -> None:
    """Each charge told is taken out of the log: what is left must not have been needed twice."""
    charged = [answer for answer in answers(calls, log, now=LATER) if answer.charge is Charge.CHARGED]
    by_name = {one.attempt: one for one in calls}
    left = list(log)
    for answer in charged:
        asked = by_name[answer.attempt]
        own = [one for one in left if asked.request_id and one.request_id == asked.request_id]
        if not own:
            assert answer.told is not None
            own = [
                one
                for one in left
                if (one.kind, one.amount, one.group) == (LogKind.CHARGE, answer.told.amount, asked.group)
            ][:1]
        assert own
        left = [one for one in left if not any(one is taken for taken in own)]


@many
@given(_calls(), _entries())
def test_a_twin_of_a_call_silences_what_was_said_of_it_without_an_id(
    calls: list[Call], log: list[LogEntry]
) -> None:
    by_name = {one.attempt: one for one in calls}
    for answer in answers(calls, log, now=LATER):
        twin = replace(by_name[answer.attempt], attempt="twin", asks=False)
        after = answers([*calls, twin], log, now=LATER)
        assert answer.attempt not in {one.attempt for one in after}


@many
@given(_calls(), _entries())
def test_what_is_said_is_said_of_calls_that_ask(calls: list[Call], log: list[LogEntry]) -> None:
    asking = {one.attempt for one in calls if one.asks and one.ended is not None}
    found = answers(calls, log, now=LATER)
    assert {one.attempt for one in found} <= asking
    assert len({one.attempt for one in found}) == len(found)
    assert all((one.charge is Charge.CHARGED) == (one.told is not None) for one in found)


# What was told, as money and as words


@pytest.mark.parametrize(
    ("amount", "currency", "money", "words"),
    [
        ("0.2475", "CNY", "0.25", "¥0.2475"),
        ("0.24", "CNY", "0.24", "¥0.24"),
        ("0.235", "CNY", "0.24", "¥0.235"),
        ("1E+1", "CNY", "10", "¥10.00"),
        ("0.035714285714", "USD", None, "$0.0357"),
        ("0.004", "CNY", None, "¥0.004"),
        ("9999999", "CNY", None, "¥9,999,999.00"),
    ],
)
def test_what_was_told_counts_where_it_is_money_of_ours(
    amount: str, currency: str, money: str | None, words: str
) -> None:
    one = told(amount, currency)
    assert one.money == (None if money is None else Money.parse(money))
    assert str(one) == words

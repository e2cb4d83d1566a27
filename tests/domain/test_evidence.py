"""Our own figures of a group: what is counted, what isn't, and what is missing."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.domain.charge import VERDICTS, Charge, Outcome
from studio.domain.evidence import (
    ENOUGH,
    NO_EVIDENCE,
    RUNS,
    Call,
    Evidence,
    Rate,
    Spread,
    evidence_of,
    spread,
    wilson,
)
from studio.domain.geometry import Resolution
from studio.domain.money import Money

PRICE = Money.parse("0.25")


def saved(seconds: float | None = 14.0, *, wrong: bool | None = False) -> Call:
    """A picture at 1K."""
    return Call(Outcome.PICTURE, Charge.CHARGED, PRICE, seconds, seconds, Resolution.ONE_K, wrong)


def ended(outcome: Outcome) -> Call:
    """A call without a picture, charged as the table says."""
    return Call(outcome, VERDICTS[outcome].charge, PRICE, 3.0)


def test_without_an_attempt_everything_is_missing() -> None:
    nothing = evidence_of([])
    assert nothing == NO_EVIDENCE
    assert nothing.is_empty
    assert nothing.success.share is None
    assert nothing.success.interval is None
    assert nothing.wrong_size.share is None
    assert nothing.pace.per_second is None
    assert nothing.seconds is None
    assert nothing.money_per_picture is None


def test_a_group_that_brought_nothing_has_no_time_and_no_money_for_a_picture() -> None:
    failed = evidence_of([ended(Outcome.LOST), ended(Outcome.BUSY)])
    assert failed.success == Rate(0, 2)
    assert failed.success.share == 0
    assert (failed.seconds, failed.money_per_picture) == (None, None)
    assert failed.wrong_size.share is None
    assert (failed.charged, failed.unknown, failed.paid) == (Money.from_fen(0), PRICE, 1)


def test_what_is_not_the_groups_doing_is_no_run_but_its_money_counts() -> None:
    calls = [saved(), ended(Outcome.NOT_SENT), ended(Outcome.REFUSED), ended(Outcome.TURNED_DOWN)]
    own = evidence_of([*calls, ended(Outcome.CANCELLED_AFTER_SENDING)])
    assert own.success == Rate(1, 1)
    assert own.paid == 1
    assert own.money_per_picture == pytest.approx(0.50)
    assert dict(own.endings)[Outcome.CANCELLED_AFTER_SENDING] == 1


def test_money_for_each_picture_holds_what_was_paid_for_nothing() -> None:
    own = evidence_of([saved(), saved(), ended(Outcome.NO_PICTURE), ended(Outcome.BUSY)])
    assert own.money_per_picture == pytest.approx(0.375)
    assert (own.success, own.paid) == (Rate(2, 4), 3)


def test_failures_by_kind_are_shares_of_runs() -> None:
    calls = [saved(), saved(), ended(Outcome.BUSY), ended(Outcome.LOST), ended(Outcome.REFUSED)]
    assert evidence_of(calls).failures == ((Outcome.BUSY, Rate(1, 4)), (Outcome.LOST, Rate(1, 4)))
    assert evidence_of([saved()]).failures == ()


def test_pictures_of_another_size_and_those_of_which_it_isnt_known() -> None:
    own = evidence_of([saved(wrong=True), saved(), saved(wrong=None)])
    assert own.wrong_size == Rate(1, 2)


def test_tokens_in_a_second() -> None:
    own = evidence_of([saved(10), saved(18), saved(None)])
    assert own.pace.count == 2
    assert own.pace.per_second == pytest.approx(2240 / 28)
    assert evidence_of([saved(0.0)]).pace.per_second is None


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        ([7.0], Spread(7.0, 7.0, 1)),
        ([2.0, 1.0], Spread(1.0, 2.0, 2)),
        ([float(number) for number in range(10, 0, -1)], Spread(5.0, 9.0, 10)),
        ([float(number) for number in range(11)], Spread(5.0, 9.0, 11)),
    ],
)
def test_half_and_nine_in_ten(seconds: list[float], expected: Spread) -> None:
    assert spread(seconds) == expected


def test_wilsons_interval_as_it_is_published() -> None:
    # Newcombe, Statistics in Medicine 17 (1998), table I, method 3: 81 of 263, 0 of 20, 29 of 29.
    for hits, count, low, high in ((81, 263, 0.2553, 0.3662), (0, 20, 0, 0.1611), (29, 29, 0.8830, 1)):
        found = wilson(hits, count)
        assert found.low == pytest.approx(low, abs=0.0001)
        assert found.high == pytest.approx(high, abs=0.0001)


def test_from_enough_cases_on_a_rate_stands_alone() -> None:
    assert Rate(ENOUGH - 1, ENOUGH - 1).interval is not None
    assert Rate(ENOUGH // 2, ENOUGH).interval is None
    widest = wilson(ENOUGH / 2, ENOUGH)
    assert widest.high - widest.low < 0.2


@pytest.mark.parametrize(("hits", "count"), [(-1, 2), (3, 2)])
def test_what_is_no_rate(hits: int, count: int) -> None:
    with pytest.raises(ValueError, match="of"):
        Rate(hits, count)


COUNTS = st.integers(1, 10_000).flatmap(lambda count: st.tuples(st.integers(0, count), st.just(count)))


@given(COUNTS, st.sampled_from([1.0, 1.96, 3.0]))
def test_an_interval_holds_its_share_and_rises_with_every_hit(
    counts: tuple[int, int], deviations: float
) -> None:
    hits, count = counts
    now, then = (wilson(hits + more, count + more, deviations=deviations) for more in (0, 1))
    assert 0 <= now.low <= hits / count + 1e-12
    assert hits / count - 1e-12 <= now.high <= 1
    assert then.low >= now.low - 1e-12
    assert then.high >= now.high - 1e-12


CALLS = st.lists(
    st.builds(
        Call,
        st.sampled_from(Outcome),
        st.sampled_from(Charge),
        st.integers(0, 200).map(Money.from_fen),
        st.none() | st.floats(0, 700),
    ),
    max_size=30,
)


@given(CALLS, st.randoms(use_true_random=False))
def test_the_order_of_the_calls_is_nothing_to_it_and_no_call_is_lost(
    calls: list[Call], chance: object
) -> None:
    own = evidence_of(calls)
    mixed = sorted(calls, key=lambda call: (call.price, call.outcome))
    again = evidence_of(mixed)
    assert again.pace.seconds == pytest.approx(own.pace.seconds)
    assert _without_pace(again) == _without_pace(own)
    assert sum(count for _, count in own.endings) == len(calls)
    assert own.success.count == sum(count for outcome, count in own.endings if outcome in RUNS)
    assert own.paid <= own.success.count
    assert own.money_per_picture is None or math.isfinite(own.money_per_picture)


def _without_pace(own: Evidence) -> tuple[object, ...]:
    return own.success, own.seconds, own.wrong_size, own.paid, own.charged, own.unknown, own.endings

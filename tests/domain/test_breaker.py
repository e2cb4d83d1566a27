"""A group that fails again and again rests, is tried once, and comes back or rests longer."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from studio.domain.breaker import (
    FAILURES,
    FIRST_REST,
    LONGEST_REST,
    MEMORY,
    RESTORING,
    TIRING,
    Breaker,
    BreakerState,
    Ending,
    remembered,
)
from studio.domain.charge import Outcome
from studio.domain.group_words import describe_breaker, describe_ending
from tests.domain.making import NOON

MOMENT = timedelta(seconds=1)


def tired(failures: int = FAILURES) -> Breaker:
    """After so many failures at noon."""
    breaker = Breaker()
    for _ in range(failures):
        breaker = breaker.sent(NOON).ended(Outcome.BUSY, NOON)
    return breaker


def test_it_rests_after_several_failures_in_a_row() -> None:
    assert tired(FAILURES - 1).state(NOON) is BreakerState.CLOSED
    breaker = tired()
    assert breaker.state(NOON) is BreakerState.RESTING
    assert not breaker.lets_through(NOON + FIRST_REST - MOMENT)
    assert breaker.until == NOON + FIRST_REST
    assert breaker.state(NOON + FIRST_REST) is BreakerState.TRYING


def test_a_success_between_makes_them_no_row() -> None:
    breaker = tired(FAILURES - 1).ended(Outcome.PICTURE, NOON)
    assert breaker == Breaker()


def test_one_call_tries_it() -> None:
    later = NOON + FIRST_REST
    trying = tired()
    assert trying.lets_through(later)
    trying = trying.sent(later)
    assert not trying.lets_through(later)
    assert trying.ended(Outcome.PICTURE, later) == Breaker()


def test_a_trial_that_says_nothing_leaves_room_for_another() -> None:
    later = NOON + FIRST_REST
    trying = tired().sent(later).ended(Outcome.NOT_SENT, later)
    assert trying.state(later) is BreakerState.TRYING
    assert trying.lets_through(later)


def test_each_trial_that_fails_doubles_the_rest_up_to_the_longest() -> None:
    breaker, now, rests = tired(), NOON, list[timedelta]()
    for _ in range(9):
        assert breaker.since is not None
        assert breaker.until is not None
        rests.append(breaker.until - breaker.since)
        now = breaker.until
        breaker = breaker.sent(now).ended(Outcome.LOST, now)
    assert rests[:3] == [FIRST_REST, 2 * FIRST_REST, 4 * FIRST_REST]
    assert rests[-1] == LONGEST_REST


def test_calls_that_were_under_way_when_it_went_to_rest_do_not_prolong_it() -> None:
    breaker = tired()
    assert breaker.ended(Outcome.BUSY, NOON + MOMENT) == breaker


def test_a_clock_that_was_set_back_ends_the_rest() -> None:
    assert tired().lets_through(NOON - timedelta(days=400))


def test_in_words() -> None:
    assert describe_breaker(BreakerState.RESTING, "12:01") == "Rests until 12:01, after several failures"
    assert describe_breaker(BreakerState.CLOSED, "") == ""


STEPS = st.lists(st.tuples(st.sampled_from(Outcome), st.integers(-90, 5000)), max_size=40)


@given(STEPS)
def test_it_never_rests_for_longer_than_the_longest_and_never_for_ever(
    steps: list[tuple[Outcome, int]],
) -> None:
    breaker, now = Breaker(), NOON
    for outcome, seconds in steps:
        now += timedelta(seconds=seconds)
        if breaker.lets_through(now):
            breaker = breaker.sent(now).ended(outcome, now)
        if outcome in RESTORING and breaker.failures:
            assert breaker.state(now) is BreakerState.RESTING
        if breaker.state(now) is BreakerState.CLOSED:
            assert breaker.failures < FAILURES
        assert breaker.lets_through(now + LONGEST_REST)


def test_every_ending_is_one_or_the_other_or_says_nothing() -> None:
    assert not TIRING & RESTORING
    assert len({describe_ending(outcome) for outcome in Outcome}) == len(Outcome)
    assert Outcome.NOT_SENT not in TIRING | RESTORING


def busy(seconds: float) -> Ending:
    return Ending(Outcome.BUSY, NOON + timedelta(seconds=seconds))


def test_what_the_ledger_holds_of_late_says_where_a_group_stands() -> None:
    rests = remembered(busy(n) for n in range(FAILURES))
    assert rests == tired_at(FAILURES - 1)
    assert remembered([]) == Breaker()
    assert remembered([*map(busy, range(FAILURES)), Ending(Outcome.PICTURE, NOON)]) == Breaker()


def test_a_trial_that_failed_before_the_end_makes_the_rest_longer() -> None:
    after = FIRST_REST.total_seconds() + FAILURES
    rests = remembered([*map(busy, range(FAILURES)), busy(after)])
    assert rests.rests == 2
    assert rests.until == NOON + timedelta(seconds=after) + 2 * FIRST_REST


@given(st.lists(st.tuples(st.sampled_from(Outcome), st.integers(0, 3600)), max_size=30))
def test_no_group_rests_for_longer_than_the_longest_rest(ended: list[tuple[Outcome, int]]) -> None:
    endings = [
        Ending(outcome, NOON + timedelta(seconds=at)) for outcome, at in sorted(ended, key=lambda e: e[1])
    ]
    breaker = remembered(endings)
    last = endings[-1].at if endings else NOON
    assert breaker.lets_through(last + LONGEST_REST)


def test_the_ledger_is_read_back_far_enough_to_know_the_longest_rest() -> None:
    breaker, now = tired(), NOON
    while breaker.until is not None and breaker.until - now < LONGEST_REST:
        now = breaker.until
        breaker = breaker.ended(Outcome.BUSY, now)
    assert now + LONGEST_REST - NOON < MEMORY


def tired_at(seconds: float) -> Breaker:
    """At rest since the failure at this time."""
    since = NOON + timedelta(seconds=seconds)
    return Breaker(failures=FAILURES, rests=1, since=since, until=since + FIRST_REST)

"""Twenty calls within twenty minutes, whatever the clock does."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from studio.domain.call_limit import MOST_CALLS, WITHIN, CallsMade

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
NOTHING = timedelta(0)


def test_the_twenty_first_waits_for_the_first_to_be_twenty_minutes_old() -> None:
    calls = CallsMade()
    for second in range(MOST_CALLS):
        moment = NOON + timedelta(seconds=second)
        assert calls.wait(moment) == NOTHING
        calls = calls.called(moment)
    assert calls.wait(NOON + timedelta(seconds=30)) == WITHIN - timedelta(seconds=30)
    assert calls.wait(NOON + WITHIN) == NOTHING


def test_who_was_told_that_it_was_too_often_waits_the_whole_time() -> None:
    calls = CallsMade().used_up(NOON)
    assert calls.wait(NOON) == WITHIN
    assert calls.wait(NOON + WITHIN) == NOTHING


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 4000)), max_size=120))
def test_never_more_than_twenty_in_any_twenty_minutes(steps: list[tuple[int, int]]) -> None:
    """Each step lets true seconds pass, then sets the clock back."""
    calls, made, passed, back = CallsMade(), list[int](), 0, 0
    for pause, set_back in steps:
        passed, back = passed + pause, back + set_back
        shown = NOON + timedelta(seconds=passed - back)
        calls = calls.seen(shown)
        if calls.wait(shown) == NOTHING:
            calls = calls.called(shown)
            made.append(passed)
    for first, last in zip(made, made[MOST_CALLS:], strict=False):
        assert last - first >= WITHIN.total_seconds()


@given(st.lists(st.integers(-10_000, 10_000), max_size=60), st.integers(-10_000, 10_000))
def test_nobody_waits_longer_than_the_whole_time(moments: list[int], now: int) -> None:
    calls = CallsMade(tuple(NOON + timedelta(seconds=one) for one in moments))
    assert NOTHING <= calls.wait(NOON + timedelta(seconds=now)) <= WITHIN

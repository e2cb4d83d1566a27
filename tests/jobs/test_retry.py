"""When a job that surely cost nothing is sent again, and when it is given up."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from studio.jobs.retry import RetryRule

RULE = RetryRule()


@given(attempts=st.integers(1, 4), elapsed=st.floats(0, 500), seed=st.integers())
def test_without_a_wish_of_the_gateway_it_waits_one_to_sixty_seconds(
    attempts: int, elapsed: float, seed: int
) -> None:
    wait = RULE.wait(attempts=attempts, elapsed=elapsed, asked=None, random=Random(seed))
    assert wait is not None
    assert 1 <= wait <= 60


@given(asked=st.floats(0, 590))
def test_the_gateways_wish_is_honoured_to_the_second(asked: float) -> None:
    assert RULE.wait(attempts=1, elapsed=5, asked=asked, random=Random(1)) == asked


def test_five_attempts_are_enough() -> None:
    assert RULE.wait(attempts=5, elapsed=1, asked=1, random=Random(1)) is None


@given(elapsed=st.floats(0, 10_000), asked=st.one_of(st.none(), st.floats(-5, 10_000)), seed=st.integers())
def test_nothing_is_begun_that_would_end_after_ten_minutes(
    elapsed: float, asked: float | None, seed: int
) -> None:
    wait = RULE.wait(attempts=1, elapsed=elapsed, asked=asked, random=Random(seed))
    assert wait is None or (wait >= 0 and elapsed + wait <= 600)

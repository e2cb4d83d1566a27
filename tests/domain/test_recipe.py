"""What can be sent, and what it will cost."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.domain.geometry import AspectRatio, PixelSize, Resolution
from studio.domain.money import Money
from studio.domain.recipe import Problem, Recipe, estimate, problems
from studio.domain.reference import Reference
from studio.settings.catalog import shipped_model
from tests.domain.making import group, order

REFERENCE = Reference("00" * 32, "image/png", 10, 10, 100)
GROUP = group("g", "0.05", "0.07", latency="14.45")


@pytest.mark.parametrize(
    ("recipe", "count", "found"),
    [
        (Recipe("a cat"), 1, ()),
        (Recipe("a cat"), 16, ()),
        (Recipe("", (REFERENCE,)), 1, ()),
        (Recipe("a cat", (REFERENCE,) * 14), 1, ()),
        (Recipe(" \n"), 1, (Problem.NOTHING_TO_SEND,)),
        (Recipe("a cat", (REFERENCE,) * 15), 1, (Problem.TOO_MANY_REFERENCES,)),
        (Recipe("a cat"), 0, (Problem.COUNT_OUT_OF_RANGE,)),
        (Recipe("a cat"), 17, (Problem.COUNT_OUT_OF_RANGE,)),
        (Recipe("a cat", resolution=Resolution.FOUR_K), 1, (Problem.UNKNOWN_PRICE,)),
        (Recipe(""), 0, (Problem.NOTHING_TO_SEND, Problem.COUNT_OUT_OF_RANGE)),
    ],
)
def test_what_keeps_a_recipe_from_being_sent(recipe: Recipe, count: int, found: tuple[Problem, ...]) -> None:
    assert problems(recipe, group=GROUP, count=count) == found


def test_a_group_that_is_not_there() -> None:
    assert problems(Recipe("a cat"), group=None, count=1) == (Problem.UNKNOWN_GROUP,)


@given(
    st.sampled_from(shipped_model().groups),
    st.sampled_from(Resolution),
    st.integers(1, 16),
    st.integers(1, 16),
)
def test_the_estimate_is_count_times_price_and_rounds_times_latency(
    of: object, resolution: Resolution, count: int, parallel: int
) -> None:
    chosen = next(one for one in shipped_model().groups if one == of)
    guess = estimate(resolution, group=chosen, count=count, parallel=parallel)
    assert guess is not None
    assert guess.total.fen == guess.unit_price.fen * count
    if chosen.latency is None:
        assert guess.seconds is None
    else:
        rounds = guess.seconds / float(chosen.latency) if guess.seconds else 0
        assert count <= round(rounds) * parallel < count + parallel


def test_four_at_once_take_as_long_as_one() -> None:
    guess = estimate(Resolution.HALF_K, group=GROUP, count=4, parallel=4)
    assert guess is not None
    assert (guess.total, guess.seconds) == (Money.parse("0.20"), 14.45)


def test_an_unknown_price_is_no_estimate() -> None:
    assert estimate(Resolution.FOUR_K, group=GROUP, count=4, parallel=4) is None


def test_the_pixels_that_are_asked_for() -> None:
    assert Recipe("a cat").requested_size is None
    recipe = Recipe("a cat", aspect=AspectRatio.R16_9, resolution=Resolution.TWO_K)
    assert recipe.requested_size == PixelSize(2752, 1536)


def test_the_demo_costs_nothing() -> None:
    assert replace(order(), gateway="demo").is_demo
    assert not order().is_demo

"""Laws of guides and the grid."""

from hypothesis import given
from hypothesis import strategies as st

from studio.domain.guides import Axis, Guide, grid_line, lines_between, places, seen_step, snapped

PLACES = st.floats(-500, 9000)
STEPS = st.sampled_from([8, 16, 24])


@given(PLACES, st.lists(st.integers(0, 8000)), st.floats(0, 40))
def test_a_place_snaps_to_the_nearest_line_in_reach_and_to_no_other(
    place: float, lines: list[int], reach: float
) -> None:
    there = snapped(place, lines, reach)
    near = [line for line in lines if abs(line - place) <= reach]
    if near:
        assert there in near
        assert all(abs(there - place) <= abs(line - place) for line in near)
    else:
        assert there == place


@given(PLACES, STEPS)
def test_the_nearest_line_of_the_grid_is_at_most_half_a_step_away(place: float, step: int) -> None:
    line = grid_line(place, step)
    assert line % step == 0
    assert abs(line - place) <= step / 2


@given(STEPS, st.floats(0.01, 32), st.floats(1, 10))
def test_lines_are_never_too_near_to_each_other_and_no_more_left_out_than_needed(
    step: int, scale: float, least: float
) -> None:
    seen = seen_step(step, scale, least)
    assert seen * scale >= least
    assert seen == step or seen / 2 * scale < least
    assert seen % step == 0


@given(STEPS, st.floats(-100, 4000), st.floats(0, 900))
def test_only_the_lines_that_are_seen_are_painted(step: int, first: float, span: float) -> None:
    lines = list(lines_between(step, first, first + span))
    assert lines == [line for line in range(0, 6000, step) if int(first) <= line <= first + span]


def test_guides_of_one_axis_in_order() -> None:
    guides = (Guide(Axis.VERTICAL, 40), Guide(Axis.HORIZONTAL, 7), Guide(Axis.VERTICAL, 8))
    assert places(guides, Axis.VERTICAL) == (8, 40)

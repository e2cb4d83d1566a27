"""Laws of zooming and panning, for any picture in any room."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from studio.ui.viewer.zoom import LARGEST, SMALLEST, View, upright, wheel_scale

EDGES = st.integers(1, 16_384)
ROOMS = st.integers(0, 8_000)
PLACES = st.floats(0, 1)
SCALES = st.floats(SMALLEST, LARGEST)


@st.composite
def views(draw: st.DrawFn) -> View:
    fitted = View(
        draw(EDGES), draw(EDGES), draw(ROOMS), draw(ROOMS), ratio=draw(st.sampled_from([1.0, 1.5, 2.0]))
    ).fitted()
    if draw(st.booleans()):
        return fitted
    at = (draw(PLACES) * fitted.room_width, draw(PLACES) * fitted.room_height)
    return fitted.zoomed(draw(SCALES), at)


@given(views())
def test_fit_shows_all_of_it_and_leaves_no_room_on_one_side_at_least(view: View) -> None:
    fitted = view.fitted()
    assume(view.room_width and view.room_height)
    across, down = fitted.width * fitted.scale, fitted.height * fitted.scale
    assert across <= view.room_width * (1 + 1e-9)
    assert down <= view.room_height * (1 + 1e-9)
    touches = across >= view.room_width * (1 - 1e-9) or down >= view.room_height * (1 - 1e-9)
    assert touches or fitted.scale == pytest.approx(max(1, view.ratio))
    assert not fitted.is_larger


@given(views(), SCALES, PLACES, PLACES)
def test_zooming_keeps_what_is_under_the_cursor(view: View, scale: float, across: float, down: float) -> None:
    at = (across * view.room_width, down * view.room_height)
    x, y = view.picture_point(*at)
    zoomed = view.zoomed(scale, at)
    free = replace(zoomed, x=x - (at[0] - view.room_width / 2) / zoomed.scale)
    free = replace(free, y=y - (at[1] - view.room_height / 2) / zoomed.scale)
    # It may only move to where no room is left beside the picture.
    assert zoomed == free.clamped()
    if free.clamped() == free:
        assert zoomed.picture_point(*at) == pytest.approx((x, y), abs=1e-6 * max(view.width, view.height))


@given(views(), st.floats(-1e5, 1e5), st.floats(-1e5, 1e5))
def test_a_picture_is_never_moved_out_of_the_room(view: View, across: float, down: float) -> None:
    moved = view.moved(across, down)
    left, top = moved.room_point(0, 0)
    right, bottom = moved.room_point(view.width, view.height)
    for near, far, room in ((left, right, view.room_width), (top, bottom, view.room_height)):
        slack = 1e-6 * (1 + abs(far - near))
        if far - near > room:
            assert near <= slack
            assert far >= room - slack
        else:
            assert near + far == pytest.approx(room, abs=slack)


@given(views())
def test_moving_and_moving_back_ends_where_it_began(view: View) -> None:
    moved = view.moved(-3, -5)
    # Where an edge stops it, it comes back another way.
    if moved == replace(view, x=view.x + 3 / view.scale, y=view.y + 5 / view.scale):
        back = moved.moved(3, 5)
        assert (back.x, back.y) == pytest.approx((view.x, view.y))


@given(views(), st.floats(-1e9, 1e9))
def test_the_scale_stays_within_its_bounds(view: View, scale: float) -> None:
    zoomed = view.zoomed(scale)
    assert view.least_scale <= zoomed.scale <= LARGEST


@given(views())
def test_steps_lead_in_and_out_as_far_as_they_go(view: View) -> None:
    inwards = view
    for _ in range(60):
        step = inwards.next_stop()
        assert step >= inwards.scale * (1 - 1e-9)
        inwards = inwards.zoomed(step)
    assert inwards.scale == LARGEST
    outwards = inwards
    for _ in range(60):
        outwards = outwards.zoomed(outwards.previous_stop())
    assert outwards.scale == pytest.approx(view.least_scale)


@given(views())
def test_four_quarters_are_none(view: View) -> None:
    turned = view
    for _ in range(4):
        turned = turned.turned(1)
    assert (turned.width, turned.height) == (view.width, view.height)
    assert view.turned(4) == view


@given(EDGES, EDGES, PLACES, PLACES, st.integers(0, 3))
def test_a_point_of_a_turned_picture_is_found_again(
    width: int, height: int, across: float, down: float, quarters: int
) -> None:
    view = View(width, height, 100, 100, fits=False, x=across * width, y=down * height)
    seen = view
    for _ in range(quarters):
        seen = replace(seen, width=seen.height, height=seen.width, x=seen.height - seen.y, y=seen.x)
    found = upright(seen.x, seen.y, width=width, height=height, quarters=quarters)
    assert found == pytest.approx((view.x, view.y), abs=1e-6)


@given(views(), ROOMS, ROOMS)
def test_a_fitted_picture_fits_every_room(view: View, width: int, height: int) -> None:
    there = view.fitted().in_room(width, height, view.ratio)
    assert there.fits
    assert there.scale == there.fit_scale


@given(SCALES, st.floats(-2_000, 2_000))
def test_a_wheel_turned_back_undoes_what_it_did(scale: float, units: float) -> None:
    assert wheel_scale(wheel_scale(scale, units), -units) == pytest.approx(scale)


@given(views(), EDGES, EDGES)
def test_the_next_picture_is_looked_at_the_same_way(view: View, width: int, height: int) -> None:
    other = view.of(width, height)
    assert other.fits == view.fits
    assert other.scale == (other.fit_scale if view.fits else view.scale)
    assert other == other.clamped()

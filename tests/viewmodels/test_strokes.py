"""Lines drawn by hand: fewer places, the same line."""

import math

from hypothesis import given
from hypothesis import strategies as st

from studio.domain.marks import Place
from studio.viewmodels.strokes import distance_to_segment, thinned

spots = st.tuples(st.floats(0, 1), st.floats(0, 1))


@given(st.lists(spots, min_size=1, max_size=40), st.floats(0.1, 20))
def test_every_place_lies_near_the_thinned_line(places: list[Place], tolerance: float) -> None:
    line = thinned(places, width=800, height=600, tolerance=tolerance)
    assert (line[0], line[-1]) == (places[0], places[-1])
    assert set(line) <= set(places)
    points = [(x * 800, y * 600) for x, y in line]
    for x, y in places:
        point = (x * 800, y * 600)
        ends = zip(points, points[1:] or points, strict=False)
        assert min(distance_to_segment(point, start, end) for start, end in ends) <= tolerance + 1e-6


def test_a_straight_line_needs_two_places() -> None:
    line = [(step / 100, step / 200) for step in range(100)]
    assert thinned(line, width=800, height=600) == (line[0], line[-1])


def test_a_circle_keeps_its_shape() -> None:
    round_ = [(0.5 + 0.4 * math.cos(step / 50), 0.5 + 0.4 * math.sin(step / 50)) for step in range(314)]
    assert 10 < len(thinned(round_, width=800, height=800)) < len(round_) / 2
    assert 10 < len(thinned(round_, width=800, height=800, tolerance=1)) < 90

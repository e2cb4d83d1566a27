"""Laws of laying pictures of any size over each other."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from studio.ui.viewer.compare.frame import cells_for, frame_of
from studio.ui.viewer.zoom import View

SIDES = st.integers(1, 12_288)
SIZES = st.lists(st.tuples(SIDES, SIDES), min_size=1, max_size=9)
OFFSETS = st.tuples(st.floats(-500, 500), st.floats(-500, 500))


def seen_at(view: View, x: float, y: float) -> tuple[float, float]:
    return view.room_point(x, y)


@given(SIZES)
def test_every_picture_fills_the_frame_along_its_longer_side_and_stands_inside(
    sizes: list[tuple[int, int]],
) -> None:
    frame = frame_of(sizes)
    assert frame.longest == max(max(size) for size in sizes)
    for width, height in sizes:
        left, top, share = frame.place(width, height)
        assert abs(max(width, height) * share - frame.longest) < 1e-6
        assert left >= -0.51
        assert top >= -0.51
        assert abs(left + width * share + left - frame.width) < 1e-6
        assert abs(top + height * share + top - frame.height) < 1e-6


@given(SIZES, st.floats(0.01, 32), st.floats(-100, 100), st.floats(-100, 100))
def test_the_middles_lie_over_each_other_at_any_zoom(
    sizes: list[tuple[int, int]], scale: float, across: float, down: float
) -> None:
    frame = frame_of(sizes)
    view = View(frame.width, frame.height, 900, 700).fitted().zoomed(scale).moved(across, down)
    middle = seen_at(view, frame.width / 2, frame.height / 2)
    for width, height in sizes:
        own = frame.view_of(view, width, height)
        found = seen_at(own, width / 2, height / 2)
        assert abs(found[0] - middle[0]) < 1e-3
        assert abs(found[1] - middle[1]) < 1e-3


@given(SIDES, SIDES, st.integers(1, 8), st.floats(0.01, 32))
def test_the_same_ratio_lies_exactly_over_itself(width: int, height: int, times: int, scale: float) -> None:
    large = (width * times, height * times)
    frame = frame_of([(width, height), large])
    view = View(frame.width, frame.height, 900, 700).fitted().zoomed(scale)
    small_view, large_view = frame.view_of(view, width, height), frame.view_of(view, *large)
    for x, y in ((0, 0), (width, height), (width / 3, height / 7)):
        first, second = seen_at(small_view, x, y), seen_at(large_view, x * times, y * times)
        assert abs(first[0] - second[0]) < 1e-3
        assert abs(first[1] - second[1]) < 1e-3


@given(SIDES, SIDES)
def test_one_alone_is_seen_as_the_viewer_shows_it(width: int, height: int) -> None:
    frame = frame_of([(width, height)])
    view = View(width, height, 900, 700).fitted()
    own = frame.view_of(view, width, height)
    assert (own.origin, own.extent) == (view.origin, view.extent)


@given(SIZES, OFFSETS, st.floats(0.1, 8))
def test_an_offset_moves_a_picture_by_so_many_pixels_of_the_frame(
    sizes: list[tuple[int, int]], offset: tuple[float, float], scale: float
) -> None:
    frame = frame_of(sizes)
    view = View(frame.width, frame.height, 900, 700).fitted().zoomed(scale)
    width, height = sizes[0]
    usual, moved = frame.view_of(view, width, height), frame.view_of(view, width, height, offset)
    before, after = seen_at(usual, 1, 1), seen_at(moved, 1, 1)
    assert abs(after[0] - before[0] - offset[0] * view.scale) < 1e-3
    assert abs(after[1] - before[1] - offset[1] * view.scale) < 1e-3


@given(SIZES, st.integers(1, 4000), st.integers(1, 4000), st.integers(0, 12))
def test_there_is_a_cell_for_each_and_none_lies_over_another(
    sizes: list[tuple[int, int]], width: int, height: int, gap: int
) -> None:
    count = len(sizes)
    cells = cells_for(count, width=width, height=height, frame=frame_of(sizes), gap=gap)
    corners = [cells.corner(number) for number in range(count)]
    assert len(set(corners)) == count
    assert cells.columns * cells.rows >= count
    for first, second in pairwise(corners):
        assert second[0] >= first[0] + cells.width + gap or second[1] >= first[1] + cells.height + gap


def test_wide_pictures_stand_under_each_other_and_tall_ones_beside() -> None:
    wide, tall = frame_of([(2752, 1536)]), frame_of([(1536, 2752)])
    assert cells_for(2, width=740, height=720, frame=wide, gap=8).columns == 1
    assert cells_for(2, width=740, height=720, frame=tall, gap=8).columns == 2
    assert cells_for(9, width=900, height=700, frame=wide, gap=8).columns == 3

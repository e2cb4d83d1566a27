"""The gallery's arithmetic: every tile has a place of its own, and every place leads back to its tile."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from studio.ui.gallery.grid import GAP, SIDE, Grid


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    width = draw(st.integers(200, 3000))
    wanted = draw(st.integers(120, 360))
    cards, versions = draw(st.integers(0, 20)), draw(st.integers(0, 300))
    columns = Grid(width, wanted, cards=cards, versions=versions).columns
    return Grid(width, wanted, cards=cards, versions=versions, lead=draw(st.integers(0, columns - 1)))


@given(grids())
def test_every_tile_is_found_under_its_middle_and_corners(grid: Grid) -> None:
    for row in range(grid.cards + grid.versions):
        rect = grid.rect(row)
        for point in (rect.center(), rect.topLeft(), rect.bottomRight()):
            assert grid.row_at(point.x(), point.y()) == row


@given(grids())
def test_tiles_stand_inside_the_width_and_apart(grid: Grid) -> None:
    rects = [grid.rect(row) for row in range(grid.cards + grid.versions)]
    for rect, following in pairwise(rects):
        assert not rect.adjusted(0, 0, GAP - 1, GAP - 1).intersects(following)
    assert all(rect.left() >= SIDE and rect.right() < grid.width - SIDE for rect in rects)
    assert all(rect.bottom() < grid.height for rect in rects)


@given(grids(), st.integers(0, 5000), st.integers(0, 1500))
def test_what_is_seen_is_painted(grid: Grid, top: int, room: int) -> None:
    seen = grid.rows_between(top, top + room)
    for row in range(grid.cards + grid.versions):
        rect = grid.rect(row)
        if rect.bottom() >= top and rect.top() <= top + room:
            assert row in seen


def test_at_the_usual_width_there_are_four_columns() -> None:
    grid = Grid(792, 180, cards=3, versions=10)
    assert (grid.columns, grid.edge) == (4, 182)
    assert grid.rect(3).left() == SIDE  # the first version begins a line of its own
    assert grid.rect(6).right() == 792 - SIDE - 1

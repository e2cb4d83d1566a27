"""The keyboard's ways through the grid: by what is seen, and never out of it."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QAbstractItemView

from studio.ui.gallery.grid import Grid
from studio.ui.gallery.moves import moved
from tests.ui.gallery.test_grid import grids

Move = QAbstractItemView.CursorAction
there = grids().filter(lambda grid: grid.cards + grid.versions > 0)


@given(there, st.data(), st.sampled_from(list(Move)), st.integers(1, 9))
def test_no_way_leads_out(grid: Grid, data: st.DataObject, move: Move, lines: int) -> None:
    last = grid.cards + grid.versions - 1
    row = data.draw(st.integers(0, last))
    assert 0 <= moved(grid, row, move, lines=lines) <= last


@given(there, st.data())
def test_down_and_up_again_leads_back_where_lines_are_full(grid: Grid, data: st.DataObject) -> None:
    row = data.draw(st.integers(0, grid.cards + grid.versions - 1))
    below = moved(grid, row, Move.MoveDown, lines=1)
    if below != row and grid.column(below) == grid.column(row):
        assert moved(grid, below, Move.MoveUp, lines=1) == row


@given(there, st.data())
def test_down_leads_to_the_next_line_and_up_to_the_one_before(grid: Grid, data: st.DataObject) -> None:
    row = data.draw(st.integers(0, grid.cards + grid.versions - 1))
    line = grid.line(row)
    if line.stop < grid.cards + grid.versions:
        assert moved(grid, row, Move.MoveDown, lines=1) in grid.line(line.stop)
    if line.start > 0:
        assert moved(grid, row, Move.MoveUp, lines=1) in grid.line(line.start - 1)


@given(there)
def test_pages_reach_both_ends(grid: Grid) -> None:
    last, row = grid.cards + grid.versions - 1, 0
    for _ in range(last + 1):
        row = moved(grid, row, Move.MovePageDown, lines=3)
    assert row == last
    for _ in range(last + 1):
        row = moved(grid, row, Move.MovePageUp, lines=3)
    assert row == 0


def test_over_an_empty_cell_the_nearest_tile_is_meant() -> None:
    # Lines of four; the first version stands under the third column.
    grid = Grid(792, 180, cards=4, versions=6, lead=2)
    assert moved(grid, 0, Move.MoveDown, lines=1) == 4
    assert moved(grid, 3, Move.MoveDown, lines=1) == 5
    assert moved(grid, 6, Move.MoveUp, lines=1) == 4

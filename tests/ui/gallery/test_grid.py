"""The gallery's arithmetic: every tile has a place of its own, and every place leads back to its tile."""

from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from studio.ui.gallery.grid import GAP, SIDE, Grid

widths = st.one_of(st.integers(0, 3000), st.sampled_from([0, 1, 2 * SIDE, 2 * SIDE + 1, 100]))


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    width, wanted = draw(widths), draw(st.integers(96, 512))
    cards, versions = draw(st.integers(0, 20)), draw(st.integers(0, 120))
    begins = draw(st.sets(st.integers(1, max(1, versions - 1)), max_size=12)) if versions > 1 else set[int]()
    starts = (0, *sorted(begins)) if versions and draw(st.booleans()) else ()
    columns = Grid(width, wanted, cards=cards, versions=versions).columns
    return Grid(
        width,
        wanted,
        cards=cards,
        versions=versions,
        lead=draw(st.integers(0, columns - 1)),
        led=draw(st.integers(0, max(0, len(starts) - 1))),
        starts=starts,
    )


def rows(grid: Grid) -> range:
    return range(grid.cards + grid.versions)


@given(grids())
def test_every_tile_is_found_under_its_middle_and_corners(grid: Grid) -> None:
    for row in rows(grid):
        rect = grid.rect(row)
        for point in (rect.center(), rect.topLeft(), rect.bottomRight()):
            assert grid.row_at(point.x(), point.y()) == row


@given(grids(), st.data())
def test_a_point_belongs_to_one_tile_at_most(grid: Grid, data: st.DataObject) -> None:
    x, y = data.draw(st.integers(-5, grid.width + 5)), data.draw(st.integers(-5, grid.height + 5))
    holding = [row for row in rows(grid) if grid.rect(row).contains(x, y)]
    assert len(holding) <= 1
    assert grid.row_at(x, y) == (holding[0] if holding else None)


@given(grids())
def test_tiles_stand_inside_the_width_and_apart(grid: Grid) -> None:
    assume(grid.width >= 2 * SIDE + 1)
    rects = [grid.rect(row) for row in rows(grid)]
    for rect, following in pairwise(rects):
        assert not rect.adjusted(0, 0, GAP - 1, GAP - 1).intersects(following)
    assert all(rect.left() >= SIDE and rect.right() < grid.width - SIDE for rect in rects)
    assert all(rect.bottom() < grid.height for rect in rects)


@given(grids(), st.integers(-50, 5000), st.integers(0, 1500))
def test_what_is_seen_is_exactly_the_lines_that_are_touched(grid: Grid, top: int, room: int) -> None:
    seen = grid.rows_between(top, top + room)
    for row in rows(grid):
        rect = grid.rect(row)
        if rect.bottom() >= top and rect.top() <= top + room:
            assert row in seen
        # The gap under a line belongs to it, and the header over a section to the section's first line.
        elif rect.bottom() + GAP < top or rect.top() - grid.header > top + room:
            assert row not in seen


@given(grids())
def test_a_line_is_what_stands_side_by_side(grid: Grid) -> None:
    tops = {row: grid.rect(row).top() for row in rows(grid)}
    for row in rows(grid):
        line = grid.line(row)
        assert list(line) == [other for other in rows(grid) if tops[other] == tops[row]]
        assert grid.column(row) == grid.column(line.start) + row - line.start
        assert 0 <= grid.column(row) < grid.columns


@given(grids())
def test_headers_stand_over_their_tiles_and_cover_none(grid: Grid) -> None:
    sections = range(len(grid.starts))
    assert list(grid.sections_between(-10, grid.height + 10)) == list(sections)
    before = -1
    for section in sections:
        header = grid.header_rect(section)
        assert header.top() > before
        for row in grid.section_rows(section):
            assert grid.section(row) == section
            assert grid.rect(row).top() > header.bottom()
            before = grid.rect(row).bottom()
    covered = [grid.row_at(SIDE, y) for one in sections for y in _heights(grid, one)]
    assert set(covered) <= {None}


def _heights(grid: Grid, section: int) -> range:
    header = grid.header_rect(section)
    return range(header.top(), header.bottom() + 1)


@given(grids(), st.integers(-50, 5000), st.integers(0, 1500))
def test_the_headers_that_are_seen(grid: Grid, top: int, room: int) -> None:
    seen = [
        section
        for section in range(len(grid.starts))
        if grid.header_rect(section).bottom() >= top and grid.header_rect(section).top() <= top + room
    ]
    assert list(grid.sections_between(top, top + room)) == seen


@given(grids())
def test_every_version_stands_under_one_header(grid: Grid) -> None:
    standing = [row for section in range(len(grid.starts)) for row in grid.section_rows(section)]
    assert standing == (list(rows(grid))[grid.cards :] if grid.starts else [])


def test_at_the_usual_width_there_are_four_columns() -> None:
    grid = Grid(792, 180, cards=3, versions=10)
    assert (grid.columns, grid.edge) == (4, 182)
    assert grid.rect(3).left() == SIDE  # the first version begins a line of its own
    assert grid.rect(6).right() == 792 - SIDE - 1


def test_cells_are_left_empty_where_they_are_asked_for() -> None:
    grid = Grid(792, 180, cards=0, versions=9, starts=(0, 5), lead=2, led=1)
    assert [grid.column(row) for row in range(9)] == [0, 1, 2, 3, 0, 2, 3, 0, 1]

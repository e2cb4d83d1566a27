"""Marks and regions without a window: what is done, undone and done again; what a mark becomes."""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from studio.domain.marks import MARK_COLOURS, Mark, MarkKind, Patch, PatchKind, Place, Region
from studio.viewmodels import markup_state as marking
from studio.viewmodels import region_state as regions
from studio.viewmodels.markup_state import LETTERS, THICKNESSES, MarkTool, MarkupState
from studio.viewmodels.region_state import RegionState
from studio.viewmodels.steps import Steps

MarkDeed = Callable[[MarkupState], MarkupState]
RegionDeed = Callable[[RegionState], RegionState]

parts = st.floats(0, 1, allow_nan=False)
spots = st.tuples(parts, parts)
shifts = st.floats(-2, 2, allow_nan=False)


def marks() -> st.SearchStrategy[Mark]:
    def of(kind: MarkKind, least: int, most: int) -> st.SearchStrategy[Mark]:
        places = st.lists(spots, min_size=least, max_size=most).map(tuple)
        return st.builds(Mark, st.just(kind), places, st.sampled_from(MARK_COLOURS))

    return st.one_of(
        of(MarkKind.ARROW, 2, 2),
        of(MarkKind.BOX, 2, 2),
        of(MarkKind.FREEHAND, 1, 9),
        of(MarkKind.TEXT, 1, 1).map(lambda mark: replace(mark, text="here")),
    )


def added(mark: Mark) -> MarkDeed:
    return lambda state: marking.adding(state, mark)


def chosen(number: int) -> MarkDeed:
    return lambda state: marking.choosing(state, number)


def coloured(colour: str) -> MarkDeed:
    return lambda state: marking.colouring(state, colour)


def thickened(thickness: float) -> MarkDeed:
    return lambda state: marking.thickening(state, thickness)


def handled(tool: MarkTool) -> MarkDeed:
    return lambda state: marking.with_tool(state, tool)


def shaken(dx: float, dy: float, same: str) -> MarkDeed:
    def shake(state: MarkupState) -> MarkupState:
        return marking.changing(state, marking.moved(state.mark, dx, dy), same=same) if state.mark else state

    return shake


mark_deeds = st.one_of(
    marks().map(added),
    st.integers(0, 5).map(chosen),
    st.sampled_from(MARK_COLOURS).map(coloured),
    st.sampled_from(THICKNESSES).map(thickened),
    st.sampled_from(MarkTool).map(handled),
    st.builds(shaken, shifts, shifts, st.sampled_from(("", "nudge"))),
    st.sampled_from((marking.deleting, marking.clearing, marking.undoing, marking.redoing)),
)

patches = st.builds(
    Patch,
    st.sampled_from(PatchKind),
    st.lists(spots, min_size=2, max_size=5).map(tuple),
    radius=st.floats(0.001, 0.1),
    erases=st.booleans(),
)


def patched(patch: Patch) -> RegionDeed:
    return lambda state: regions.patching(state, patch)


def feathered(feather: float) -> RegionDeed:
    return lambda state: regions.feathering(state, feather)


def nudged(dx: float, dy: float) -> RegionDeed:
    return lambda state: regions.nudging(state, dx, dy)


def sized(by: int) -> RegionDeed:
    return lambda state: regions.sizing(state, by)


region_deeds = st.one_of(
    patches.map(patched),
    parts.map(feathered),
    st.builds(nudged, shifts, shifts),
    st.integers(-9, 9).map(sized),
    st.sampled_from((regions.clearing, regions.undoing, regions.redoing)),
)


@given(st.lists(marks(), max_size=3), st.lists(mark_deeds, max_size=25))
def test_whatever_is_done_to_marks_can_be_undone_and_done_again(
    first: list[Mark], deeds: list[MarkDeed]
) -> None:
    began = MarkupState(id="one", ready=True, steps=Steps(tuple(first)))
    state = began
    for deed in deeds:
        state = deed(state)
        assert state.chosen is None or 0 <= state.chosen < len(state.marks)
    done, steps = state.marks, len(state.steps.before)
    for _ in range(steps):
        state = marking.undoing(state)
    assert state.marks == began.marks
    assert marking.undoing(state).marks == began.marks
    for _ in range(steps):
        state = marking.redoing(state)
    assert state.marks == done


@given(st.lists(region_deeds, max_size=25))
def test_whatever_is_done_to_a_region_can_be_undone_and_done_again(deeds: list[RegionDeed]) -> None:
    began = RegionState(id="one", ready=True)
    state = began
    for deed in deeds:
        state = deed(state)
        assert regions.LEAST_RADIUS <= state.radius <= regions.MOST_RADIUS
        assert 0 <= state.region.feather <= regions.MOST_FEATHER
    done, steps = state.region, len(state.steps.before)
    for _ in range(steps):
        state = regions.undoing(state)
    assert state.region == Region(())
    for _ in range(steps):
        state = regions.redoing(state)
    assert state.region == done


@given(marks(), shifts, shifts)
def test_a_mark_that_is_moved_keeps_its_shape_and_stays_on_the_picture(
    mark: Mark, dx: float, dy: float
) -> None:
    there = marking.moved(mark, dx, dy)
    assert all(-1e-9 <= x <= 1 + 1e-9 and -1e-9 <= y <= 1 + 1e-9 for x, y in there.places)
    ways = [(x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in zip(mark.places, there.places, strict=True)]
    assert all(abs(x - ways[0][0]) < 1e-9 and abs(y - ways[0][1]) < 1e-9 for x, y in ways)


@given(spots, spots, st.integers(0, 3), spots)
def test_the_corner_of_a_box_goes_where_it_is_drawn_and_the_opposite_one_stays(
    first: Place, second: Place, handle: int, to: Place
) -> None:
    box = Mark(MarkKind.BOX, (first, second))
    drawn = marking.reshaped(box, handle, to)
    assert marking.handles(drawn)[handle] == to
    assert marking.handles(drawn)[3 - handle] == marking.handles(box)[3 - handle]


def test_the_head_of_an_arrow_goes_where_it_is_drawn() -> None:
    arrow = Mark(MarkKind.ARROW, ((0.1, 0.1), (0.5, 0.5)))
    assert marking.reshaped(arrow, 1, (0.9, 0.2)).places == ((0.1, 0.1), (0.9, 0.2))
    assert marking.handles(arrow) == arrow.places


def test_nudges_in_a_row_are_one_step() -> None:
    state = marking.adding(MarkupState(ready=True), Mark(MarkKind.TEXT, ((0.5, 0.5),), text="here"))
    for _ in range(5):
        state = shaken(0.01, 0, "nudge")(state)
    assert len(state.steps.before) == 2
    state = marking.undoing(state)
    assert state.marks[0].places == ((0.5, 0.5),)


def test_a_mark_that_is_selected_takes_the_colour_and_thickness_that_are_chosen() -> None:
    state = marking.adding(MarkupState(ready=True), Mark(MarkKind.TEXT, ((0.5, 0.5),), text="here"))
    state = marking.thickening(marking.colouring(state, "#ffffff"), THICKNESSES[-1])
    assert state.mark
    assert (state.mark.colour, state.mark.thickness) == ("#ffffff", THICKNESSES[-1] * LETTERS)
    # The next one is like it, and another one stays as it is.
    state = marking.choosing(state, None)
    state = marking.colouring(state, "#000000")
    assert state.marks[0].colour == "#ffffff"
    assert (state.colour, state.size_of(MarkKind.BOX)) == ("#000000", THICKNESSES[-1])
    assert marking.choosing(state, 0).colour == "#ffffff"


def test_what_takes_away_from_nothing_is_not_drawn() -> None:
    rubbed = Patch(PatchKind.BOX, ((0, 0), (1, 1)), erases=True)
    state = regions.patching(RegionState(ready=True), rubbed)
    assert state.region == Region(())
    assert state.is_empty
    state = regions.patching(state, replace(rubbed, erases=False))
    assert regions.patching(state, rubbed).region.patches[-1] == rubbed
    assert not state.is_empty

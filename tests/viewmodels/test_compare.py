"""Comparing without its widgets: which pictures, in which way, and what becomes of them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.domain.flags import Flag
from studio.viewmodels.compare_state import Way
from studio.viewmodels.full_picture import FullPicture
from studio.viewmodels.viewer_state import ViewerMode
from tests.support.comparing import Comparing, comparing, family
from tests.support.gallery import Shelf, numbered, shelf
from tests.support.viewing import pictures_in, viewing
from tests.support.window import run_in_window, surroundings, until

SMALL = (64, 48)


@pytest.fixture
def shown(qapp: QApplication, tmp_path: Path) -> Iterator[Shelf]:
    del qapp
    made = shelf(surroundings(tmp_path))
    yield made
    made.thumbnails.end()


@pytest.fixture
def table(shown: Shelf) -> Iterator[Comparing]:
    """Four versions, each continuing the one before."""
    view = viewing(shown)
    yield comparing(view, family(view, SMALL, SMALL, SMALL, SMALL))
    view.end()


def test_a_picture_is_compared_with_the_one_it_came_from(table: Comparing) -> None:
    table.open(at=2)
    table.compare.toggle()
    state = table.compare.state
    assert state.ids == (table.ids[1], table.ids[2])
    assert (state.current, state.against) == (table.ids[2], table.ids[1])
    assert state.way is Way.SLIDER
    table.compare.toggle()
    assert table.viewing.viewer.look.state.mode is ViewerMode.LOOK
    assert table.compare.state.versions == ()


def test_without_a_parent_it_is_compared_with_the_one_before_on_the_way(table: Comparing) -> None:
    root, viewer = table.ids[0], table.viewing.viewer
    viewer.open([table.ids[3], root, table.ids[2]], root)
    table.compare.toggle()
    assert set(table.compare.state.ids) == {root, table.ids[3]}
    assert table.compare.state.current == root


def test_alone_it_cant_be_compared(shown: Shelf, qapp: QApplication) -> None:
    view = viewing(shown)
    table = comparing(view, pictures_in(shown, 1))
    table.open()
    assert not view.viewer.state.can_compare

    async def story() -> None:
        async with shown.around.engine():
            table.compare.toggle()
            await until(lambda: view.viewer.look.state.mode is ViewerMode.LOOK)
            assert shown.around.said[-1].words == "There is nothing to compare this picture with."

    run_in_window(qapp, story())
    view.end()


def test_a_parent_that_isnt_held_is_read(shown: Shelf, qapp: QApplication) -> None:
    view = viewing(shown)
    versions = family(view, SMALL, SMALL)
    table = comparing(view, versions[1:])

    async def story() -> None:
        async with shown.around.engine():
            table.open()
            table.compare.toggle()
            await until(lambda: table.compare.state.ids == tuple(version.id for version in versions))

    run_in_window(qapp, story())
    view.end()


def test_two_to_nine_selected_are_compared_at_once(table: Comparing, shown: Shelf) -> None:
    table.open(at=1)
    table.compare.compare(table.ids)
    state = table.compare.state
    assert state.ids == tuple(table.ids)
    assert (state.way, state.current, state.against) == (Way.SIDE_BY_SIDE, table.ids[1], table.ids[0])
    table.compare.toggle()
    table.compare.compare([numbered(number).id for number in range(10)])
    assert table.viewing.viewer.look.state.mode is ViewerMode.LOOK
    assert shown.around.said[-1].words == "Up to 9 pictures can be compared at once. Select fewer."
    table.compare.compare(table.ids[:1])
    assert table.viewing.viewer.look.state.mode is ViewerMode.LOOK


def test_others_are_compared_while_some_are(table: Comparing) -> None:
    table.open(at=2)
    table.compare.toggle(ViewerMode.DIFFERENCE)
    table.compare.compare((table.ids[0], table.ids[3]))
    assert table.compare.state.ids == (table.ids[0], table.ids[3])
    assert table.viewing.viewer.state.id in table.compare.state.ids
    assert table.viewing.viewer.look.state.mode is ViewerMode.COMPARE


def test_all_of_their_pictures_come(qtbot: QtBot, table: Comparing) -> None:
    table.open()
    came = QSignalSpy(table.compare.picture_arrived)
    table.compare.compare(table.ids)
    pictures = table.compare.picture
    qtbot.waitUntil(lambda: all(isinstance(pictures(one), FullPicture) for one in table.versions))
    assert came.count()


def test_another_picture_takes_the_current_ones_place(table: Comparing) -> None:
    table.open(at=2)
    table.compare.toggle()
    table.viewing.viewer.show(table.ids[3])
    assert table.compare.state.ids == (table.ids[1], table.ids[3])
    assert table.compare.state.current == table.ids[3]
    table.viewing.viewer.show(table.ids[1])
    assert table.compare.state.ids == (table.ids[1], table.ids[3])
    assert (table.compare.state.current, table.compare.state.against) == (table.ids[1], table.ids[3])


def test_steps_lead_round_those_that_are_compared(table: Comparing) -> None:
    table.open(at=0)
    table.compare.compare(table.ids[:3])
    seen = [table.compare.state.current]
    for _ in range(3):
        table.compare.step(1)
        seen.append(table.compare.state.current)
    assert seen == [*table.ids[:3], table.ids[0]]
    assert table.viewing.viewer.state.id == table.ids[0]


def test_judging_leads_on_to_the_next_of_those_that_are_compared(table: Comparing) -> None:
    table.open(at=0)
    table.compare.compare((table.ids[0], table.ids[3]))
    table.viewing.judging.advance_requested.emit(table.ids[0])
    assert table.compare.state.ids == (table.ids[0], table.ids[3])
    assert table.compare.state.current == table.ids[3]


def test_flicker_goes_to_and_fro_by_itself_until_another_way_is_chosen(
    qtbot: QtBot, table: Comparing
) -> None:
    table.open(at=2)
    table.compare.toggle()
    table.compare.play(plays=True)
    assert table.compare.state.way is Way.FLICKER
    for turned in (True, False, True):
        qtbot.waitUntil(lambda turned=turned: table.compare.state.is_turned is turned)
    assert table.compare.state.faced == table.ids[1]
    table.compare.set_way(Way.SLIDER)
    assert not table.compare.state.plays
    # The way is kept for the next two.
    table.compare.set_way(Way.FLICKER)
    table.compare.toggle()
    table.compare.toggle()
    assert table.compare.state.way is Way.FLICKER


def test_what_is_thrown_away_is_left_out_and_two_are_needed(table: Comparing) -> None:
    table.open(at=1)
    table.compare.compare(table.ids[:3])
    table.trash(1)
    assert table.compare.state.ids == (table.ids[0], table.ids[2])
    assert table.compare.state.current in table.compare.state.ids
    assert table.viewing.viewer.state.id == table.compare.state.current
    table.trash(0)
    assert table.viewing.viewer.look.state.mode is ViewerMode.LOOK
    assert table.viewing.viewer.state.is_open


def test_nothing_takes_the_place_of_what_is_thrown_away(table: Comparing) -> None:
    table.open(at=2)
    table.compare.compare(table.ids[:3])
    # The fourth is the next on the way, but isn't compared.
    table.trash(2)
    assert table.compare.state.ids == tuple(table.ids[:2])
    assert table.viewing.viewer.state.id == table.compare.state.current


def test_leaving_the_viewer_ends_it(table: Comparing) -> None:
    table.open(at=2)
    table.compare.toggle()
    table.viewing.viewer.close()
    assert table.compare.state.versions == ()
    assert table.viewing.pictures.held_bytes == 0


def test_titles_have_the_numbers_of_the_tree(qapp: QApplication, table: Comparing, shown: Shelf) -> None:
    async def story() -> None:
        async with shown.around.engine():
            table.open(at=1)
            table.compare.toggle()
            await until(lambda: bool(table.viewing.viewer.state.branches))
            assert table.compare.state.titles == ("1 · First draft", "2 · “a cat number 2”")

    run_in_window(qapp, story())


def test_one_is_kept_and_the_rest_rejected_in_one_step(
    qapp: QApplication, table: Comparing, shown: Shelf
) -> None:
    def flags() -> list[Flag]:
        return [version.judgement.flag for version in table.compare.state.versions]

    async def story() -> None:
        async with shown.around.engine():
            table.open(at=1)
            table.compare.compare(table.ids[:3])
            table.compare.keep()
            await until(lambda: flags() == [Flag.REJECT, Flag.PICK, Flag.REJECT])
            table.viewing.judging.undo()
            await until(lambda: flags() == [Flag.NONE] * 3)

    run_in_window(qapp, story())


def is_there(table: Comparing, at: int) -> bool:
    known = table.viewing.shown.versions.get(table.ids[at])
    return known is not None and known.trashed is None


def show(table: Comparing, at: int) -> None:
    if is_there(table, at) and table.viewing.viewer.state.is_open:
        table.viewing.viewer.show(table.ids[at])


def open_at(table: Comparing, at: int) -> None:
    if is_there(table, at):
        table.open(at)


def throw_away(table: Comparing, at: int) -> None:
    if is_there(table, at):
        table.trash(at)


def choose(table: Comparing, at: int) -> None:
    table.compare.choose(table.ids[at])


def step(table: Comparing, at: int) -> None:
    table.compare.step(at - 1)


def set_mode(table: Comparing, at: int) -> None:
    if table.viewing.viewer.state.is_open:
        table.viewing.viewer.look.set_mode(tuple(ViewerMode)[at])


def set_way(table: Comparing, at: int) -> None:
    table.compare.set_way(tuple(Way)[at % 3])


def compare_all_but(table: Comparing, at: int) -> None:
    if table.viewing.viewer.state.is_open:
        table.compare.compare([name for name in table.ids if name != table.ids[at]])


def close(table: Comparing, at: int) -> None:
    del at
    table.viewing.viewer.close()


STEPS = st.tuples(
    st.sampled_from([show, open_at, throw_away, choose, step, set_mode, set_way, compare_all_but, close]),
    st.integers(0, 3),
)


@given(st.lists(STEPS, max_size=14))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_done_two_at_least_are_compared_and_the_current_one_is_shown(
    table: Comparing, steps: list[tuple[Callable[[Comparing, int], None], int]]
) -> None:
    close(table, 0)
    table.viewing.hold(table.versions)
    table.open(at=2)
    for act, at in steps:
        thrown = act is throw_away and is_there(table, at)
        act(table, at)
        state, viewer = table.compare.state, table.viewing.viewer
        if not state.versions:
            continue
        assert viewer.look.state.mode in {ViewerMode.COMPARE, ViewerMode.DIFFERENCE}
        assert 2 <= len(set(state.ids)) == len(state.versions) == len(state.titles)
        assert state.current == viewer.state.id
        assert {state.current, state.against} <= set(state.ids)
        assert state.pair is not None
        assert not thrown or table.ids[at] not in state.ids

"""The viewer without its widgets: from one picture to the next, and back to the gallery."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.domain.judgement import Judgement
from studio.domain.version import Branch, Tree
from studio.engine.events import VersionSaved, VersionsGone
from studio.viewmodels.full_picture import Trouble
from studio.viewmodels.strip import StripModel, StripRole
from studio.viewmodels.viewer_state import Background
from tests.support.gallery import Shelf, numbered, shelf
from tests.support.viewing import Viewing, pictures_in, viewing
from tests.support.window import run_in_window, surroundings, until


@pytest.fixture
def shown(qapp: QApplication, tmp_path: Path) -> Iterator[Shelf]:
    del qapp
    made = shelf(surroundings(tmp_path))
    yield made
    made.thumbnails.end()


@pytest.fixture
def made(shown: Shelf) -> Iterator[Viewing]:
    view = viewing(shown)
    yield view
    view.end()


def opened(made: Viewing, count: int = 4, at: int = 1) -> list[str]:
    ids = made.hold(pictures_in(made.shown, count))
    made.viewer.open(ids, ids[at])
    return ids


def test_it_opens_where_it_was_asked_to(qtbot: QtBot, made: Viewing) -> None:
    ids = opened(made)
    state = made.viewer.state
    assert (state.id, state.position, state.count) == (ids[1], 2, 4)
    assert state.version is not None
    qtbot.waitUntil(lambda: made.viewer.state.is_sharp)
    assert made.viewer.picture is not None
    assert made.viewer.chosen() == (ids[1],)


def test_the_way_leads_to_every_picture_and_ends_at_the_ends(made: Viewing) -> None:
    ids, viewer = opened(made), made.viewer
    viewer.next()
    assert viewer.state.id == ids[2]
    viewer.last()
    viewer.next()
    assert (viewer.state.id, viewer.state.position) == (ids[3], 4)
    viewer.first()
    viewer.previous()
    assert (viewer.state.id, viewer.state.position) == (ids[0], 1)


def test_the_next_picture_is_there_before_it_is_asked_for(qtbot: QtBot, made: Viewing) -> None:
    ids, viewer = opened(made), made.viewer
    qtbot.waitUntil(lambda: made.pictures.rests)
    for _ in ids[2:]:
        viewer.next()
        assert viewer.state.is_sharp
        qtbot.waitUntil(lambda: made.pictures.rests)


def test_closing_tells_where_it_was_and_gives_the_memory_back(qtbot: QtBot, made: Viewing) -> None:
    ids, viewer = opened(made), made.viewer
    qtbot.waitUntil(lambda: viewer.state.is_sharp)
    closed = QSignalSpy(viewer.closed)
    viewer.next()
    viewer.close()
    viewer.close()
    assert closed.count() == 1
    assert closed.at(0) == [ids[2]]
    assert made.pictures.held_bytes == 0
    assert not viewer.state.is_open
    viewer.next()
    assert viewer.state.id == ids[2]


def test_escape_leads_out_step_by_step(made: Viewing) -> None:
    opened(made)
    viewer, look = made.viewer, made.viewer.look
    viewer.play(plays=True)
    look.pick_colour(picks=True)
    assert look.state.is_alone
    for expected in ((False, True, True), (False, False, True), (False, False, False)):
        viewer.step_back()
        state = look.state
        assert (state.plays, state.picks_colour, state.is_alone) == expected
        assert viewer.state.is_open
    viewer.step_back()
    assert not viewer.state.is_open


def test_a_view_is_turned_and_the_next_picture_isnt(made: Viewing) -> None:
    opened(made)
    for _ in range(5):
        made.viewer.look.turn()
    assert made.viewer.look.state.turned == 1
    made.viewer.next()
    assert made.viewer.look.state.turned == 0


def test_the_backgrounds_take_turns(made: Viewing) -> None:
    look, seen = made.viewer.look, list[Background]()
    for _ in Background:
        seen.append(look.state.background)
        look.next_background()
    assert set(seen) == set(Background)
    assert look.state.background is seen[0]


def test_a_missing_file_is_told_and_can_be_located(qtbot: QtBot, made: Viewing) -> None:
    versions = pictures_in(made.shown, 1)
    (made.shown.around.folder / versions[0].path).unlink()
    ids, viewer = made.hold(versions), made.viewer
    viewer.open(ids, ids[0])
    qtbot.waitUntil(lambda: viewer.state.trouble is Trouble.MISSING)
    asked = QSignalSpy(viewer.locate_requested)
    viewer.locate()
    assert asked.at(0) == [ids[0]]


def test_a_file_that_came_back_is_shown(qapp: QApplication, made: Viewing) -> None:
    versions = pictures_in(made.shown, 2)
    path = made.shown.around.folder / versions[0].path
    data = path.read_bytes()
    path.unlink()
    ids, viewer = made.hold(versions), made.viewer

    async def story() -> None:
        async with made.shown.around.engine():
            viewer.open(ids, ids[0])
            await until(lambda: viewer.state.trouble)
            path.write_bytes(data)
            viewer.retry()
            await until(lambda: viewer.state.is_sharp)
            assert viewer.state.trouble is None

    run_in_window(qapp, story())


def test_a_slow_disk_is_named(qtbot: QtBot, shown: Shelf) -> None:
    made = viewing(shown, slow_ms=0)
    waited = list[bool]()
    made.viewer.state_changed.connect(lambda: waited.append(made.viewer.state.waits))
    versions = pictures_in(shown, 1, width=3000, height=3000)
    ids = made.hold(versions)
    made.viewer.open(ids, ids[0])
    qtbot.waitUntil(lambda: made.viewer.state.is_sharp)
    assert True in waited
    assert not made.viewer.state.waits
    made.end()


def test_versions_that_nobody_holds_are_read(qapp: QApplication, made: Viewing) -> None:
    ids = [version.id for version in pictures_in(made.shown, 3)]

    async def story() -> None:
        async with made.shown.around.engine():
            made.viewer.open(ids, ids[2])
            assert made.viewer.state.version is None
            await until(lambda: made.viewer.state.is_sharp)
            assert made.viewer.state.version is not None

    run_in_window(qapp, story())


def test_the_tree_of_the_picture_is_brought_and_grows(qapp: QApplication, made: Viewing) -> None:
    first, second, third = pictures_in(made.shown, 3)
    ids = made.hold((first, second, third))
    bridge = made.shown.around.bridge

    async def story() -> None:
        async with made.shown.around.engine():
            made.viewer.open(ids, first.id)
            await until(lambda: made.viewer.state.branches)
            assert [branch.version.id for branch in made.viewer.state.branches] == [first.id]
            made.viewer.next()
            await until(lambda: [branch.version.id for branch in made.viewer.state.branches] == [second.id])
            # Of another tree: nothing changes.
            bridge.happened.emit(VersionSaved(numbered(9, parent=first.id)))
            assert len(made.viewer.state.branches) == 1

    run_in_window(qapp, story())


def test_what_is_trashed_makes_room_for_the_next_and_comes_back(qapp: QApplication, made: Viewing) -> None:
    async def story() -> None:
        async with made.shown.around.engine():
            ids, viewer = opened(made), made.viewer
            made.judging.trash(viewer.chosen())
            await until(lambda: viewer.state.id == ids[2])
            assert (viewer.state.position, viewer.state.count) == (2, 3)
            viewer.previous()
            assert viewer.state.id == ids[0]
            made.judging.undo()
            await until(lambda: viewer.state.id == ids[1])
            assert (viewer.state.position, viewer.state.count) == (2, 4)

    run_in_window(qapp, story())


def test_with_the_last_picture_the_viewer_goes(made: Viewing) -> None:
    ids = opened(made, count=1, at=0)
    made.shown.around.bridge.happened.emit(VersionsGone(tuple(ids)))
    assert not made.viewer.state.is_open


def test_a_rating_is_seen_at_once_and_leads_on_where_that_is_wished(
    qapp: QApplication, made: Viewing
) -> None:
    async def story() -> None:
        async with made.shown.around.engine():
            ids, viewer = opened(made), made.viewer
            made.judging.rate(viewer.chosen(), 4)
            await until(
                lambda: viewer.state.version and viewer.state.version.judgement == Judgement(rating=4)
            )
            assert viewer.state.id == ids[1]
            made.judging.set_auto_advance(True)
            await until(lambda: made.judging.auto_advance)
            made.judging.rate(viewer.chosen(), 5)
            assert viewer.state.id == ids[2]

    run_in_window(qapp, story())


def test_a_slideshow_goes_round_at_its_pace(qtbot: QtBot, made: Viewing) -> None:
    ids, viewer = opened(made, count=3, at=2), made.viewer
    met = list[str]()
    viewer.shown.connect(met.append)
    viewer.look.set_interval(2)
    viewer.play(plays=True)
    qtbot.waitUntil(lambda: len(met) >= 4)
    viewer.play(plays=False)
    assert met[:4] == [ids[0], ids[1], ids[2], ids[0]]


def test_a_random_slideshow_meets_them_all(qtbot: QtBot, made: Viewing) -> None:
    ids, viewer = opened(made, count=3, at=0), made.viewer
    met = set[str]()
    viewer.shown.connect(met.add)
    viewer.look.set_random(is_random=True)
    viewer.play(plays=True)
    qtbot.waitUntil(lambda: met == set(ids))
    viewer.close()
    assert not viewer.look.state.plays


def test_a_window_of_its_own_follows_what_is_chosen_elsewhere(qtbot: QtBot, made: Viewing) -> None:
    ids, viewer = made.hold(pictures_in(made.shown, 3)), made.viewer
    viewer.follow(ids, ids[0])
    assert viewer.state.id == ""
    viewer.look.show_window(shows=True)
    viewer.follow(ids, ids[1])
    qtbot.waitUntil(lambda: viewer.state.is_sharp)
    assert not viewer.state.is_open
    viewer.look.show_window(shows=False)
    assert made.pictures.held_bytes == 0


def test_every_action_has_words_and_holds_only_while_there_is_a_picture(made: Viewing) -> None:
    actions = list(made.actions)
    assert all(action.title and action.category for action in actions)
    keys = [key for action in actions for key in action.keys]
    assert len(keys) == len(set(keys))
    assert made.actions.bound("Z", next(iter(actions[0].places))) is None
    opened(made)
    for action in actions:
        assert action.enabled()
        action.act()
        assert action.words


def test_the_strip_shows_a_tree_that_grows(qapp: QApplication) -> None:
    del qapp

    def tree(*numbers: int) -> tuple[Branch, ...]:
        versions = [numbered(number, parent=numbered(number // 2).id) for number in numbers]
        return tuple(Tree(versions).branches())

    model = StripModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(tree(1, 2, 4))
    resets, inserts = QSignalSpy(model.modelReset), QSignalSpy(model.rowsInserted)
    model.show(tree(1, 2, 3, 4, 5))
    assert (resets.count(), inserts.count()) == (0, 2)
    assert model.rowCount() == 5
    assert model.row_of(numbered(3).id) == 4
    assert model.row_of("stranger") is None
    model.show(tree(8))
    assert resets.count() == 1
    assert model.index(0).data(StripRole.VERSION) == replace(numbered(8, parent=numbered(4).id))
    del tester

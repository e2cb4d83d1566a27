"""Marks and regions without their pages: kept with each version, handed to the composer, told when in use."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.domain.marks import Mark, MarkKind, Patch, PatchKind, Region
from studio.library.drawings import Drawing, read_drawing, write_drawing
from studio.library.layout import LibraryFolder
from studio.viewmodels.drawing_words import markup_line, region_line
from studio.viewmodels.markup_state import MarkTool, Use
from studio.viewmodels.viewer_state import ViewerMode
from tests.support.drawing import DrawingOn, drawing_on
from tests.support.gallery import Shelf, shelf
from tests.support.viewing import Viewing, pictures_in, viewing
from tests.support.window import run_in_window, surroundings, until

ARROW = Mark(MarkKind.ARROW, ((0.1, 0.1), (0.4, 0.4)))
BOX = Mark(MarkKind.BOX, ((0.5, 0.5), (0.9, 0.9)))
PATCH = Patch(PatchKind.BOX, ((0.25, 0.25), (0.75, 0.75)))


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


@pytest.fixture
def on(made: Viewing) -> DrawingOn:
    return drawing_on(made)


async def draw_on(on: DrawingOn, mode: ViewerMode, count: int = 2) -> list[str]:
    """Open the first of so many pictures in this mode; gives their ids."""
    made = on.made
    ids = made.hold(pictures_in(made.shown, count))
    made.viewer.open(ids, ids[0])
    made.viewer.look.set_mode(mode)
    state = on.markup if mode is ViewerMode.MARK_UP else on.region
    await until(lambda: state.state.ready and made.viewer.state.is_sharp)
    return ids


@pytest.mark.parametrize("mode", [ViewerMode.MARK_UP, ViewerMode.REGION])
def test_what_is_drawn_at_once_joins_what_was_drawn_before(
    qapp: QApplication, on: DrawingOn, mode: ViewerMode
) -> None:
    old = Drawing((ARROW,), Region((PATCH,)))
    new = Patch(PatchKind.BOX, ((0.1, 0.1), (0.2, 0.2)))

    async def story() -> None:
        made = on.made
        async with made.shown.around.engine():
            first, second = made.hold(pictures_in(made.shown, 2))
            write_drawing(made.shown.around.folder, second, old)
            made.viewer.open([first, second], first)
            made.viewer.look.set_mode(mode)
            on.markup.add(BOX)
            on.region.add(new)
            # What was drawn on a picture that was left before it was known isn't drawn on the next.
            made.viewer.next()
            state = (lambda: on.markup.state) if mode is ViewerMode.MARK_UP else (lambda: on.region.state)
            assert not state().ready
            on.markup.add(BOX)
            on.region.add(new)
            await until(lambda: state().ready)
            if mode is ViewerMode.MARK_UP:
                assert on.markup.state.marks == (ARROW, BOX)
            else:
                assert on.region.state.region.patches == (PATCH, new)
            await on.drawings.finish()

    run_in_window(qapp, story())


def test_marks_stay_with_their_version(qapp: QApplication, on: DrawingOn) -> None:
    async def story() -> None:
        async with on.made.shown.around.engine():
            ids = await draw_on(on, ViewerMode.MARK_UP)
            on.markup.add(ARROW)
            on.markup.add(BOX)
            on.made.viewer.next()
            await until(lambda: on.markup.state.ready and on.markup.state.id == ids[1])
            assert on.markup.state.marks == ()
            on.markup.add(BOX)
            on.made.viewer.previous()
            await until(lambda: on.markup.state.ready)
            assert on.markup.state.marks == (ARROW, BOX)
            # So do the steps that led to them.
            on.markup.undo()
            assert on.markup.state.marks == (ARROW,)
            await on.drawings.finish()
        assert read_drawing(on.made.shown.around.folder, ids[0]) == Drawing((ARROW,))
        assert read_drawing(on.made.shown.around.folder, ids[1]) == Drawing((BOX,))

    run_in_window(qapp, story())


def test_what_was_drawn_before_is_there_again_and_can_be_changed(qapp: QApplication, on: DrawingOn) -> None:
    async def story() -> None:
        folder = on.made.shown.around.folder
        write_drawing(folder, "version-000001", Drawing((ARROW, BOX), Region((PATCH,), feather=0.03)))
        async with on.made.shown.around.engine():
            await draw_on(on, ViewerMode.MARK_UP)
            assert on.markup.state.marks == (ARROW, BOX)
            on.markup.choose(0)
            on.markup.delete()
            on.made.viewer.look.set_mode(ViewerMode.REGION)
            assert on.region.state.region == Region((PATCH,), feather=0.03)
            on.region.clear()
            await on.drawings.finish()
        assert read_drawing(folder, "version-000001") == Drawing((BOX,), Region((), feather=0.03))

    run_in_window(qapp, story())


def test_marks_are_handed_over_with_a_picture_of_them(qapp: QApplication, on: DrawingOn) -> None:
    async def story() -> None:
        folder = on.made.shown.around.folder
        async with on.made.shown.around.engine():
            ids = await draw_on(on, ViewerMode.MARK_UP)
            version = on.made.viewer.state.version
            assert version
            before = (folder / version.path).read_bytes()
            on.markup.add(BOX)
            used: list[None] = []
            on.markup.used.connect(lambda: used.append(None))
            on.markup.use()
            on.markup.use()
            assert on.markup.state.use is Use.PREPARING
            await until(lambda: on.markup.state.use is Use.USED)
            assert len(used) == 1
            recipe = on.composer.recipe
            assert recipe.parent == ids[0]
            assert recipe.markup
            assert recipe.markup.marks == (BOX,)
            reference = recipe.markup.picture
            assert (reference.width, reference.height) == (640, 480)
            sent = QImage(str(LibraryFolder(folder).references / reference.sha256))
            assert sent.pixelColor(round(0.7 * 640), 240).name() != sent.pixelColor(0, 0).name()
            # The marks are in nobody's picture but this.
            assert (folder / version.path).read_bytes() == before

    run_in_window(qapp, story())


def test_it_says_when_the_composer_has_other_marks(qapp: QApplication, on: DrawingOn) -> None:
    async def story() -> None:
        async with on.made.shown.around.engine():
            await draw_on(on, ViewerMode.MARK_UP)
            on.markup.add(BOX)
            on.markup.use()
            await until(lambda: on.markup.state.use is Use.USED)
            on.markup.add(ARROW)
            assert on.markup.state.use is Use.OUTDATED
            on.markup.undo()
            assert on.markup.state.use is Use.USED
            on.markup.stop_using()
            assert on.markup.state.use is Use.NOT_USED
            assert on.composer.recipe.markup is None
            assert on.markup.state.marks == (BOX,)
            on.markup.use()
            await until(lambda: on.markup.state.use is Use.USED)
            on.composer.start_afresh()
            assert on.markup.state.use is Use.NOT_USED

    run_in_window(qapp, story())


def test_marks_of_another_version_are_not_in_use_here(qapp: QApplication, on: DrawingOn) -> None:
    async def story() -> None:
        async with on.made.shown.around.engine():
            ids = await draw_on(on, ViewerMode.MARK_UP)
            on.markup.add(BOX)
            on.markup.use()
            # Whoever goes on meanwhile still gets what was asked for.
            on.made.viewer.next()
            await until(lambda: on.composer.recipe.markup is not None)
            assert on.composer.recipe.parent == ids[0]
            await until(lambda: on.markup.state.ready)
            assert on.markup.state.use is Use.NOT_USED

    run_in_window(qapp, story())


def test_a_region_is_handed_over(qapp: QApplication, on: DrawingOn) -> None:
    async def story() -> None:
        async with on.made.shown.around.engine():
            ids = await draw_on(on, ViewerMode.REGION)
            on.region.use()
            assert on.composer.recipe.parent is None
            on.region.add(PATCH)
            on.region.feather(0.02)
            on.region.use()
            await until(lambda: on.region.state.use is Use.USED)
            assert on.composer.recipe.parent == ids[0]
            assert on.composer.recipe.region == Region((PATCH,), feather=0.02)
            on.region.nudge(0.1, 0)
            assert on.region.state.use is Use.OUTDATED
            on.region.use()
            await until(lambda: on.region.state.use is Use.USED)
            on.region.stop_using()
            assert on.composer.recipe.region is None

    run_in_window(qapp, story())


def test_a_region_of_which_nothing_is_left_is_not_sent(qapp: QApplication, on: DrawingOn) -> None:
    async def story() -> None:
        async with on.made.shown.around.engine():
            await draw_on(on, ViewerMode.REGION)
            on.region.add(PATCH)
            on.region.add(Patch(PatchKind.STROKE, ((0.5, 0.5), (0.51, 0.5)), radius=0.6, erases=True))
            on.region.use()
            await until(lambda: on.region.state.is_rubbed_out)
            assert on.composer.recipe.region is None
            assert region_line(on.region.state).tone == "warning"
            on.region.undo()
            assert not on.region.state.is_rubbed_out
            on.region.use()
            await until(lambda: on.region.state.use is Use.USED)

    run_in_window(qapp, story())


def test_marks_are_not_painted_on_a_picture_that_is_gone(qapp: QApplication, on: DrawingOn) -> None:
    async def story() -> None:
        async with on.made.shown.around.engine():
            made = on.made
            (version,) = pictures_in(made.shown, 1)
            (made.shown.around.folder / version.path).unlink()
            made.viewer.open(made.hold([version]), version.id)
            made.viewer.look.set_mode(ViewerMode.MARK_UP)
            await until(lambda: on.markup.state.ready and on.markup.state.is_unreadable)
            on.markup.add(BOX)
            on.markup.use()
            assert on.markup.state.use is Use.NOT_USED
            assert not markup_line(on.markup.state).can_use
            assert markup_line(on.markup.state).tone == "warning"

    run_in_window(qapp, story())


def test_nothing_is_drawn_before_it_is_known_what_was(qtbot: QtBot, on: DrawingOn) -> None:
    del qtbot
    ids = on.made.hold(pictures_in(on.made.shown, 1))
    on.made.viewer.open(ids, ids[0])
    on.made.viewer.look.set_mode(ViewerMode.MARK_UP)
    on.markup.add(ARROW)
    on.region.add(PATCH)
    assert on.markup.state.marks == ()
    assert on.region.state.region == Region(())


def test_selecting_goes_round_by_the_keyboard(qapp: QApplication, on: DrawingOn) -> None:
    async def story() -> None:
        async with on.made.shown.around.engine():
            await draw_on(on, ViewerMode.MARK_UP)
            on.markup.add(ARROW)
            on.markup.add(BOX)
            on.markup.choose_tool(MarkTool.SELECT)
            on.markup.choose(None)
            chosen: list[int | None] = []
            while on.markup.choose_next(1):
                chosen.append(on.markup.state.chosen)
            assert chosen == [0, 1]
            assert on.markup.choose_next(-1)
            assert on.markup.state.chosen == 1

    run_in_window(qapp, story())


def test_words_that_are_all_rubbed_out_are_no_mark(qapp: QApplication, on: DrawingOn) -> None:
    async def story() -> None:
        async with on.made.shown.around.engine():
            await draw_on(on, ViewerMode.MARK_UP)
            on.markup.write("  ", (0.5, 0.5))
            assert on.markup.state.marks == ()
            on.markup.write("make it blue", (0.5, 0.5))
            on.markup.rewrite(" make it red ")
            assert on.markup.state.marks[0].text == "make it red"
            on.markup.rewrite("")
            assert on.markup.state.marks == ()
            on.markup.undo()
            assert on.markup.state.marks[0].text == "make it red"

    run_in_window(qapp, story())

"""Drawing in the whole program: from the picture to the prompt by keys, and there again after the end."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from studio.app.program import Program
from studio.domain.marks import MarkKind
from studio.settings import Folders, Settings, save_settings
from studio.ui.main_window import Page
from studio.ui.viewer.markup.surface import MarksSurface
from studio.ui.viewer.region.surface import RegionSurface
from studio.viewmodels.markup_state import Use
from studio.viewmodels.viewer_state import ViewerMode
from tests.app.playing import NONE, Play, player, press
from tests.support.gallery import numbered, write_versions
from tests.support.viewing import draw, save
from tests.support.window import by_hand, until

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def play(qapp: QApplication, folders: Folders) -> Play:
    """Plays a story in the program over a library of two pictures, as the last one left it."""
    save_settings(folders, Settings(gateway="demo"))
    image = draw(800, 600, (128, 128, 128))
    write_versions(folders.library, [save(folders.library, numbered(number), image) for number in (1, 2)])
    return player(qapp, folders, is_ready=lambda program: program.models.gallery.found == 2)


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


async def look_at_first(program: Program) -> None:
    viewer = program.models.viewer
    viewer.open([numbered(1).id], numbered(1).id)
    await until(lambda: viewer.state.is_sharp and program.window.page is Page.VIEWER)


async def drag(surface: QWidget, start: QPoint, end: QPoint) -> None:
    def act() -> None:
        QTest.mousePress(surface, Qt.MouseButton.LeftButton, NONE, start)
        for step in (QPoint(20, 20), end - start):
            QTest.mouseMove(surface, start + step)
        QTest.mouseRelease(surface, Qt.MouseButton.LeftButton, NONE, end)

    await by_hand(act)


def test_marks_go_to_the_composer_and_are_there_again_after_the_end(play: Play) -> None:
    async def first(program: Program) -> None:
        models = program.models
        await look_at_first(program)
        await press(program.window, Qt.Key.Key_M, SHIFT)
        await until(lambda: models.markup.state.ready)
        surface = focus()
        assert isinstance(surface, MarksSurface)
        # B is the box here, and no background.
        await press(surface, Qt.Key.Key_B)
        await drag(surface, QPoint(150, 150), QPoint(300, 260))
        await press(surface, Qt.Key.Key_A)
        await drag(surface, QPoint(350, 150), QPoint(310, 200))
        await press(surface, Qt.Key.Key_Z, CONTROL)
        assert [mark.kind for mark in models.markup.state.marks] == [MarkKind.BOX]
        await press(surface, Qt.Key.Key_U)
        await until(lambda: models.markup.state.use is Use.USED)
        assert program.composer.prompt.isAncestorOf(focus()) or focus() is program.composer.prompt
        assert models.composer.recipe.parent == numbered(1).id
        # What is written there are letters, and no tools.
        await by_hand(lambda: QTest.keyClicks(focus(), "bax"))
        assert models.composer.state.prompt == "bax"
        assert len(models.markup.state.marks) == 1

    async def second(program: Program) -> None:
        models = program.models
        await look_at_first(program)
        models.viewer.look.set_mode(ViewerMode.MARK_UP)
        await until(lambda: models.markup.state.ready)
        assert [mark.kind for mark in models.markup.state.marks] == [MarkKind.BOX]
        assert models.markup.state.use is Use.USED
        models.markup.choose(0)
        models.markup.delete()
        assert models.markup.state.use is Use.OUTDATED

    async def third(program: Program) -> None:
        await look_at_first(program)
        program.models.viewer.look.set_mode(ViewerMode.MARK_UP)
        await until(lambda: program.models.markup.state.ready)
        assert program.models.markup.state.marks == ()

    for story in (first, second, third):
        play(story)


def test_a_region_goes_to_the_composer_and_escape_leads_back(play: Play) -> None:
    async def story(program: Program) -> None:
        models = program.models
        await look_at_first(program)
        await press(program.window, Qt.Key.Key_P, SHIFT)
        await until(lambda: models.region.state.ready)
        surface = focus()
        assert isinstance(surface, RegionSurface)
        await press(surface, Qt.Key.Key_P)
        radius = models.region.state.radius
        await press(surface, Qt.Key.Key_BracketRight)
        assert models.region.state.radius > radius
        await drag(surface, QPoint(150, 150), QPoint(300, 260))
        await press(surface, Qt.Key.Key_U)
        await until(lambda: models.region.state.use is Use.USED)
        assert models.composer.recipe.region == models.region.state.region
        # The pick that P is elsewhere was given to nobody.
        version = await models.bridge.ask(lambda studio: studio.library.version(numbered(1).id))
        assert not version.judgement.flag.value
        surface.setFocus()
        await press(surface, Qt.Key.Key_Escape)
        assert models.viewer.look.state.mode is ViewerMode.LOOK
        assert models.viewer.state.is_open
        await press(focus(), Qt.Key.Key_Escape)
        assert not models.viewer.state.is_open
        assert models.composer.recipe.region is not None

    play(story)

"""The window's keys, palette and shortcuts, over a real library and in the whole program."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from studio.app.front import WindowWishes
from studio.app.program import Program
from studio.domain.flags import Flag
from studio.domain.judgement import Judgement
from studio.settings import Folders, Settings, save_settings
from studio.ui.dialogs.settings import SettingsDialog
from studio.ui.dialogs.shortcuts import ShortcutsDialog
from tests.support.gallery import numbered, write_versions
from tests.support.window import by_hand, run_in_window, until

CONTROL = Qt.KeyboardModifier.ControlModifier
COUNT = 4


@dataclass
class Window:
    """The program with a library of four, and the hands of a person."""

    application: QApplication
    folders: Folders
    settings: Settings = field(default_factory=lambda: Settings(gateway="demo"))

    def play(self, story: Callable[[Program], Coroutine[Any, Any, None]]) -> None:
        save_settings(self.folders, self.settings)
        write_versions(self.folders.library, map(numbered, range(1, COUNT + 1)))
        program = Program(self.application, wishes=WindowWishes(), folders=self.folders)
        program.show()
        program.complete()

        async def play() -> None:
            living = asyncio.ensure_future(program.live())
            try:
                await until(lambda: program.models.gallery.found == COUNT)
                program.window.activateWindow()
                await story(program)
            finally:
                program.leave.leave()
                await living

        run_in_window(self.application, play())


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Window:
    return Window(qapp, Folders(tmp_path / "config", tmp_path / "state", tmp_path / "pictures"))


async def press(
    where: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    await by_hand(lambda: QTest.keyClick(where, key, modifier))


async def type_(where: QWidget, text: str) -> None:
    await by_hand(lambda: QTest.keyClicks(where, text))


async def judged(program: Program, version_id: str) -> Judgement:
    version = await program.models.bridge.ask(lambda studio: studio.library.version(version_id))
    return version.judgement


async def until_judged(program: Program, version_id: str, judgement: Judgement) -> None:
    async with asyncio.timeout(10):
        while await judged(program, version_id) != judgement:  # noqa: ASYNC110 - the library doesn't say it
            await asyncio.sleep(0.005)


def test_pictures_are_judged_in_the_gallery_and_it_is_taken_back(window: Window) -> None:
    async def story(program: Program) -> None:
        view = program.gallery.view
        view.setFocus()
        await press(view, Qt.Key.Key_A, CONTROL)
        await until(lambda: len(program.gallery.selection.ids()) == COUNT)
        await type_(view, "4p")
        ids = program.gallery.selection.ids()
        for one in ids:
            await until_judged(program, one, Judgement(rating=4, flag=Flag.PICK))
        await press(view, Qt.Key.Key_Z, CONTROL)
        await until_judged(program, ids[0], Judgement(rating=4))
        await press(view, Qt.Key.Key_Y, CONTROL)
        await until_judged(program, ids[0], Judgement(rating=4, flag=Flag.PICK))

    window.play(story)


def test_digits_in_the_prompt_are_digits(window: Window) -> None:
    async def story(program: Program) -> None:
        view = program.gallery.view
        view.setFocus()
        await press(view, Qt.Key.Key_Home)
        await press(view, Qt.Key.Key_Return)
        (chosen,) = program.gallery.selection.ids()
        program.composer.focus_prompt()
        await type_(program.composer.prompt, "5 pixels")
        assert program.composer.prompt.text == "5 pixels"
        assert await judged(program, chosen) == Judgement()

    window.play(story)


def test_the_next_picture_is_chosen_when_that_is_set(window: Window) -> None:
    window.settings = Settings(gateway="demo", auto_advance=True)

    async def story(program: Program) -> None:
        view = program.gallery.view
        view.setFocus()
        await press(view, Qt.Key.Key_Home)
        await press(view, Qt.Key.Key_Return)
        (first,) = program.gallery.selection.ids()
        await type_(view, "3x")
        (third,) = program.gallery.selection.ids()
        await until_judged(program, first, Judgement(rating=3))
        ids = [program.models.gallery.id_at(row) for row in range(COUNT)]
        assert third == ids[2]
        await until_judged(program, ids[1], Judgement(flag=Flag.REJECT))

    window.play(story)


def test_the_palette_does_everything(window: Window) -> None:
    async def story(program: Program) -> None:
        palette = program.acting.palette
        view = program.gallery.view
        view.setFocus()

        async def do(text: str) -> None:
            await press(view, Qt.Key.Key_K, CONTROL)
            assert palette.field.hasFocus()
            await type_(palette.field, text)
            await press(palette.field, Qt.Key.Key_Return)
            assert palette.isHidden()

        await do("theme dark")
        await until(lambda: program.models.session.state.settings.theme == "dark")
        await do("select all")
        assert len(program.gallery.selection.ids()) == COUNT
        await do("number 3")
        await until(lambda: program.models.gallery.found == 1)
        await do("all pictures")
        await until(lambda: program.models.gallery.found == COUNT)
        await do("full scr")
        assert program.window.isFullScreen()

    window.play(story)


def test_a_setting_opens_at_its_place_and_shortcuts_from_there(window: Window) -> None:
    async def story(program: Program) -> None:
        palette = program.acting.palette
        await press(program.gallery.view, Qt.Key.Key_K, CONTROL)
        await type_(palette.field, "model route")
        await press(palette.field, Qt.Key.Key_Return)
        await until(lambda: program.window.findChildren(SettingsDialog))
        (dialog,) = program.window.findChildren(SettingsDialog)
        await until(dialog.route.hasFocus)
        await by_hand(dialog.shortcuts.click)
        await until(lambda: dialog.findChildren(ShortcutsDialog))
        (shortcuts,) = dialog.findChildren(ShortcutsDialog)
        await until(shortcuts.isVisible)
        shortcuts.reject()
        dialog.reject()

    window.play(story)


def test_search_has_its_keys_and_the_hint_opens_the_palette(window: Window) -> None:
    async def story(program: Program) -> None:
        view, search = program.gallery.view, program.top_bar.search
        view.setFocus()
        await press(view, Qt.Key.Key_F, CONTROL)
        assert search.hasFocus()
        view.setFocus()
        await press(view, Qt.Key.Key_Slash)
        assert search.hasFocus()
        assert isinstance(search, QLineEdit)
        assert search.text() == ""
        search.hint_pressed.emit()
        assert program.acting.palette.isVisible()

    window.play(story)


def test_no_two_actions_share_their_keys(window: Window) -> None:
    async def story(program: Program) -> None:
        actions = program.models.actions
        shared = {
            (action.id, key, other.id) for action in actions for key, other in actions.rivals(action.id)
        }
        assert shared == set()

    window.play(story)

"""What is loaded when the window can be typed into; what is done before the rest is there is kept."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from studio.app.front import WindowWishes
from studio.app.program import Program
from studio.domain.recipe import Recipe
from studio.library.draft import Draft, read_draft, write_draft
from studio.settings import Folders, Settings, save_settings
from tests.support.window import run_in_window, until

ROOT = Path(__file__).parents[2]
LATE = (
    "PIL",
    "asyncio",
    "click",
    "httpx",
    "keyring",
    "pyvips",
    "qasync",
    "sqlite3",
    "studio.engine",
    "studio.gateway",
    "studio.jobs",
    "studio.library.library",
    "studio.viewmodels",
)
GROUP = "官KEY-3.5折"


def _told(probe: str, home: Path) -> dict[str, list[str]]:
    ended = subprocess.run(
        [sys.executable, "-m", f"tests.app.{probe}"],
        cwd=ROOT,
        env={**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    told: dict[str, list[str]] = json.loads(ended.stdout)
    return told


def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path: Path) -> None:
    told = _told("first_paint_probe", tmp_path)
    loaded = [name for name in told["modules"] if name.startswith(LATE)]
    assert loaded == []
    assert told["own_import"], "PySide6 reads the source of every module that is imported"


def test_no_thread_loads_anything_of_qt(tmp_path: Path) -> None:
    """PySide6 makes its types when they are asked for: two threads that ask find them half made."""
    told = _told("loading_probe", tmp_path)
    assert told["in_threads"] == []
    assert "studio.app.furnishing" in told["loaded"]


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    made = Folders(config=tmp_path / "config", state=tmp_path / "state", pictures=tmp_path / "pictures")
    save_settings(made, Settings(gateway="demo"))
    return made


def _program(application: QApplication, folders: Folders) -> Program:
    return Program(application, wishes=WindowWishes(), folders=folders)


def _end(program: Program) -> None:
    program.complete()
    program.models.thumbnails.end()
    program.window.allow_close()
    program.window.close()


def test_the_draft_stands_in_the_editor_and_typing_goes_on_from_it(
    qtbot: QtBot, qapp: QApplication, folders: Folders
) -> None:
    write_draft(folders.library, Draft(Recipe("A lake"), GROUP, 2))
    program = _program(qapp, folders)
    with qtbot.waitSignal(program.first_paint):
        program.show()
    assert program.composer.prompt.text == "A lake"
    program.composer.prompt.moveCursor(program.composer.prompt.textCursor().MoveOperation.End)
    QTest.keyClicks(program.composer.prompt, " at dawn")
    with qtbot.waitSignal(program.furnished):
        program.furnish()
        QTest.keyClicks(program.composer.prompt, ", with fog")
    QTest.keyClicks(program.composer.prompt, "!")
    assert program.composer.prompt.text == "A lake at dawn, with fog!"
    assert program.models.composer.state.prompt == "A lake at dawn, with fog!"
    assert program.models.composer.state.count == 2
    _end(program)


def test_the_prompt_stays_where_it_is_while_the_rest_is_built(
    qtbot: QtBot, qapp: QApplication, folders: Folders
) -> None:
    write_draft(folders.library, Draft(Recipe("less haze", parent="v1"), GROUP, 1))
    program = _program(qapp, folders)
    with qtbot.waitSignal(program.first_paint):
        program.show()
    prompt: QWidget = program.composer.prompt
    before = prompt.mapTo(program.window, prompt.rect().topLeft()), prompt.width()
    with qtbot.waitSignal(program.furnished):
        program.furnish()
    qtbot.wait_until(program.top_bar.isVisible)
    assert (prompt.mapTo(program.window, prompt.rect().topLeft()), prompt.width()) == before
    assert prompt.hasFocus()
    _end(program)


def test_a_picture_pasted_early_is_taken(
    qtbot: QtBot, qapp: QApplication, folders: Folders, tmp_path: Path
) -> None:
    program = _program(qapp, folders)
    program.show()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "wireframe.png"))])
    program.composer.prompt.insertFromMimeData(mime)
    program.complete()
    assert program.models.composer.state.adding == ("wireframe.png",)
    _end(program)


@pytest.mark.parametrize(("key", "name"), [(Qt.Key.Key_K, "Command palette"), (Qt.Key.Key_F, "Search")])
def test_what_is_asked_for_early_comes_when_it_can(
    qtbot: QtBot, qapp: QApplication, folders: Folders, key: Qt.Key, name: str
) -> None:
    program = _program(qapp, folders)
    with qtbot.waitSignal(program.first_paint):
        program.show()
    QTest.keyClick(program.composer.prompt, key, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(program.furnished):
        program.furnish()

    def focused() -> bool:
        focus = qapp.focusWidget()
        return focus is not None and focus.accessibleName() == name

    qtbot.wait_until(focused)
    _end(program)


def test_closed_at_once_it_keeps_what_was_typed_and_opens_no_library(
    qtbot: QtBot, qapp: QApplication, folders: Folders
) -> None:
    program = _program(qapp, folders)
    program.show()
    QTest.keyClicks(program.composer.prompt, "A lake")
    program.window.close()
    assert program.window.isHidden()
    opened: list[bool] = []
    program.opened.connect(lambda: opened.append(True))
    run_in_window(qapp, program.live())
    draft = read_draft(folders.library)
    assert draft is not None
    assert draft.recipe.prompt == "A lake"
    assert not opened


def test_it_lives_until_the_person_leaves(qtbot: QtBot, qapp: QApplication, folders: Folders) -> None:
    program = _program(qapp, folders)
    program.show()
    opened: list[bool] = []
    program.opened.connect(lambda: opened.append(True))

    async def leave() -> None:
        await until(lambda: opened)
        program.window.close()

    async def story() -> None:
        program.complete()
        program.models.tasks.start(leave)
        await program.live()

    run_in_window(qapp, story())
    assert program.window.isHidden()

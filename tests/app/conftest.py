"""What tests of the whole program need: the window over a library that holds one tree."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from studio.app.front import WindowWishes
from studio.app.program import Program
from studio.settings import Folders, Settings, save_settings
from tests.support.clearing import nothing_is_left
from tests.support.gallery import numbered, write_versions
from tests.support.window import run_in_window, until

__all__ = ["nothing_is_left"]

# A first draft, two changes of it, and two of the first of them.
PARENTS = {1: 0, 2: 1, 3: 2, 4: 2, 5: 1}

Story = Callable[[Program], Coroutine[Any, Any, None]]


@pytest.fixture
def play(qapp: QApplication, tmp_path: Path) -> Callable[[Story], None]:
    """Plays a story in the program over a library that holds one tree; the newest is chosen."""
    folders = Folders(tmp_path / "config", tmp_path / "state", tmp_path / "pictures")

    def run(story: Story) -> None:
        save_settings(folders, Settings(gateway="demo"))
        versions = [
            numbered(number, parent=numbered(parent).id if parent else None)
            for number, parent in PARENTS.items()
        ]
        write_versions(folders.library, versions)
        program = Program(qapp, wishes=WindowWishes(), folders=folders)
        program.show()
        program.complete()

        async def live() -> None:
            living = asyncio.ensure_future(program.live())
            try:
                await until(lambda: program.models.gallery.found == len(PARENTS))
                program.window.activateWindow()
                program.gallery.view.setFocus()
                await program.models.choose_newest()
                await story(program)
            finally:
                program.leave.leave()
                await living

        run_in_window(qapp, live())

    return run

"""The menu of programs that a picture can be opened with: the system's own, found when it is first shown."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QProcess, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu

from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from studio.export.applications import Application
    from studio.viewmodels.tasks import Tasks

Paths = tuple[Path, ...]


class OpenWith(QObject):
    """Programs are looked up once for each type of picture, off the window's thread."""

    def __init__(self, *, tasks: Tasks, owner: QWidget) -> None:
        super().__init__(owner)
        self._tasks = tasks
        self._owner = owner
        self._known: dict[str, tuple[Application, ...]] = {}

    def fill(self, menu: QMenu, mime: str, *, use: Callable[[Callable[[Paths], object]], object]) -> None:
        """Offer programs in this menu. `use` calls what it is given with the files, when they may be used."""
        menu.addAction(translate("open with", "Usual program")).triggered.connect(lambda: use(_open_usual))
        if sys.platform == "linux":
            self._add_known(menu, mime, use)
        menu.addSeparator()
        other = menu.addAction(translate("open with", "Other program…"))
        other.triggered.connect(lambda: use(self._ask_program))

    def _add_known(self, menu: QMenu, mime: str, use: Callable[[Callable[[Paths], object]], object]) -> None:
        place = menu.addSeparator()

        def show(found: tuple[Application, ...]) -> None:
            for application in found:
                action = menu.addAction(application.name)
                menu.removeAction(action)
                menu.insertAction(place, action)
                action.triggered.connect(
                    lambda *, one=application: use(lambda paths, one=one: _start(one, paths))
                )

        if mime in self._known:
            show(self._known[mime])
            return
        # The menu may be gone by the time that they are known.
        alive = _Alive(menu)
        self._tasks.start(lambda: self._look_up(mime, lambda found: alive.is_alive and show(found)))

    async def _look_up(self, mime: str, show: Callable[[tuple[Application, ...]], object]) -> None:
        import asyncio

        from studio.export.applications import applications_for, config_folders, data_folders

        def find() -> tuple[Application, ...]:
            return applications_for(
                mime,
                data=data_folders(os.environ),
                config=config_folders(os.environ),
                language=QLocale().name(),
            )

        self._known[mime] = await asyncio.to_thread(find)
        show(self._known[mime])

    def _ask_program(self, paths: Paths) -> None:
        if sys.platform == "win32":
            for path in paths:
                QProcess.startDetached("rundll32.exe", ["shell32.dll,OpenAs_RunDLL", str(path)])
            return
        dialog = QFileDialog(self._owner, translate("open with", "Choose a program"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setDirectory("/Applications" if sys.platform == "darwin" else "/usr/bin")

        def start(program: str) -> None:
            _start_program(program, paths)

        dialog.fileSelected.connect(start)
        dialog.open()


class _Alive(QObject):
    """Knows whether a widget is still there."""

    def __init__(self, watched: QObject) -> None:
        super().__init__()
        self.is_alive = True
        watched.destroyed.connect(self._end)

    def _end(self) -> None:
        self.is_alive = False


def _open_usual(paths: Paths) -> None:
    for path in paths:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _start(application: Application, paths: Paths) -> None:
    for path in paths:
        program, *arguments = application.arguments(path)
        QProcess.startDetached(program, arguments)


def _start_program(program: str, paths: Paths) -> None:
    names = [str(path) for path in paths]
    if sys.platform == "darwin":
        QProcess.startDetached("open", ["-a", program, *names])
    else:
        QProcess.startDetached(program, names)

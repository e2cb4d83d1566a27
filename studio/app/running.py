"""The two lives of the window's loop: Qt's own until everything is loaded, qasync's from then on."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from studio.app.models import WindowWishes
from studio.app.program import Program
from studio.settings import Folders

if TYPE_CHECKING:
    import asyncio
    from pathlib import Path

    from studio.domain.keys import Secret


class Loader(QObject):
    """Loads what is heavy in a thread after the first paint, while Qt's loop goes on."""

    loaded = Signal()

    def start(self) -> None:
        """Start the thread."""
        threading.Thread(target=self._load, name="loader", daemon=True).start()

    def _load(self) -> None:
        # Named in the order of need; each is imported for its loading alone.
        import asyncio  # noqa: F401

        import keyring  # noqa: F401
        import qasync  # noqa: F401

        import studio.engine.compose
        import studio.gateway.client
        import studio.keychain  # noqa: F401

        self.loaded.emit()


def run(application: QApplication, program: Program) -> None:
    """Show the program and run it until the person leaves."""
    loader = Loader()
    loader.loaded.connect(application.exit)
    program.first_paint.connect(loader.start)
    program.show()
    application.exec()

    import qasync

    loop: asyncio.AbstractEventLoop = qasync.QEventLoop(application)
    with loop:
        loop.run_until_complete(program.live())


def run_window(
    *,
    library: Path | None,
    gateway: str | None,
    environment_key: Secret | None = None,
    picture: Path | None = None,
) -> int:
    """Open the window and return when it is closed; the arguments are those of WindowWishes."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("proofroom")
    application.setApplicationDisplayName("Proofroom")
    application.setDesktopFileName("proofroom")
    application.setQuitOnLastWindowClosed(False)
    wishes = WindowWishes(library=library, gateway=gateway, environment_key=environment_key, picture=picture)
    run(application, Program(application, wishes=wishes, folders=Folders.of_this_computer()))
    return 0

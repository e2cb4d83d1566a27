"""The two lives of the window's loop: Qt's own until everything is loaded, qasync's from then on."""

from __future__ import annotations

import gc
import sys
import threading
from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6 import QtWidgets
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from studio.app.program import Program
from studio.settings import Folders

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable
    from pathlib import Path

    from studio.app.front import WindowWishes

_SHORT_TURNS = 0.001
"""Seconds a thread may hold the interpreter while the window waits for it; Python's own 5 ms can be felt."""


_GALLERY = (
    "studio.app.shelf",
    "studio.library.first_glance",
)
_WINDOW = (
    "PySide6.QtSvg",
    "studio.app.furnishing",
    "studio.ui.composer.fields",
    "studio.ui.notice_column",
    "studio.ui.theme.icons",
)
_ENGINE = (
    "asyncio",
    "keyring",
    "qasync",
    "studio.engine.compose",
    "studio.gateway.client",
    "studio.keychain",
)


class Loader(QObject):
    """Loads what the first paint did without in threads, while Qt's loop goes on.

    The engine is loaded once the window is furnished: at the same time each would only slow the other.
    """

    gallery_loaded = Signal(object)
    window_loaded = Signal()
    loaded = Signal()

    def load_gallery(self, library: Path) -> None:
        """Load the gallery, and what it shows first: a FirstGlance, or None where there is none."""

        def load() -> None:
            if not _import(_GALLERY):
                self.loaded.emit()
                return
            from studio.app.shelf import glance

            self.gallery_loaded.emit(glance(library))

        _start(load)

    @Slot()
    def load_window(self) -> None:
        """Load the rest of the window."""

        def load() -> None:
            if not _import(_WINDOW):
                self.loaded.emit()
                return
            # PySide6 makes types when they are asked for, and all kinds of widgets at the first viewport().
            for name in dir(QtWidgets):
                getattr(QtWidgets, name)
            self.window_loaded.emit()

        _start(load)

    def load_engine(self) -> None:
        """Load the engine, and qasync's loop."""

        def load() -> None:
            _import(_ENGINE)
            self.loaded.emit()

        _start(load)


def _start(load: Callable[[], None]) -> None:
    threading.Thread(target=load, name="loader", daemon=True).start()


def _import(modules: tuple[str, ...]) -> bool:
    """What isn't installed is missed, and said, where it is used: the window goes on to there."""
    try:
        for module in modules:
            import_module(module)
    except ImportError:
        return False
    return True


def make_application() -> QApplication:
    """The application object, in the style that the theme lies over."""
    application = QApplication([*sys.argv[:1], "-style", "fusion"])
    application.setApplicationName("proofroom")
    application.setApplicationDisplayName("Proofroom")
    application.setDesktopFileName("proofroom")
    application.setQuitOnLastWindowClosed(False)
    return application


def run(application: QApplication, program: Program) -> None:
    """Show the program and run it until the person leaves."""
    sys.setswitchinterval(_SHORT_TURNS)
    loader = Loader()
    program.first_paint.connect(lambda: loader.load_gallery(program.library))
    loader.gallery_loaded.connect(program.show_gallery)
    program.pictures_shown.connect(loader.load_window)
    loader.window_loaded.connect(program.furnish)
    program.furnished.connect(loader.load_engine)
    loader.loaded.connect(application.exit)
    program.show()
    application.exec()
    # What is loaded stays: the collector need not look through it again and again.
    gc.freeze()
    gc.enable()

    import qasync

    loop = cast("asyncio.AbstractEventLoop", qasync.QEventLoop(application))
    try:
        loop.run_until_complete(program.live())
    finally:
        loop.close()


def run_window(wishes: WindowWishes) -> int:
    """Open the window and return when it is closed."""
    application = make_application()
    run(application, Program(application, wishes=wishes, folders=Folders.of_this_computer()))
    return 0

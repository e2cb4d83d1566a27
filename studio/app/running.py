"""The two lives of the window's loop: Qt's own until everything is loaded, qasync's from then on."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QApplication

from studio.app.garbage import GarbageCollection
from studio.app.loading import engine_stage, gallery_stage, versions_stage, window_stage
from studio.app.program import Program
from studio.app.room import Room
from studio.settings import Folders

if TYPE_CHECKING:
    import asyncio

    from studio.app.front import WindowWishes

_SHORT_TURNS = 0.001
"""Seconds a thread may hold the interpreter while the window waits for it; Python's own 5 ms can be felt.

While a hundred thousand rows are read, each rectangle that the window makes costs one turn, and while the
window is made each file that a thread opens.
"""

_TOO_FEW_CORES = 2
"""Qt paints what is large in pieces, with half as many threads as there are cores. One alone has to be waited
for, be it busy with something else or not: a jump at scale 2 takes 48 ms without it, 51 with it.
"""

_THREADS = 4
"""Of the window's own, for what waits for files."""


def make_application() -> QApplication:
    """The application object, in the style that the theme lies over."""
    sys.setswitchinterval(_SHORT_TURNS)
    if (os.cpu_count() or 1) <= _TOO_FEW_CORES:
        os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
    application = QApplication([*sys.argv[:1], "-style", "fusion"])
    application.setApplicationName("proofroom")
    application.setApplicationDisplayName("Proofroom")
    application.setDesktopFileName("proofroom")
    application.setQuitOnLastWindowClosed(False)
    return application


def run(application: QApplication, program: Program) -> None:
    """Show the program and run it until the person leaves."""

    def end(_: object = None) -> None:
        application.exit()

    gallery, versions, window, engine = (
        gallery_stage(program.first_reading),
        versions_stage(program.library, lambda: program.seen_first),
        window_stage(),
        engine_stage(),
    )
    program.first_paint.connect(gallery.start)
    gallery.was_read.connect(program.bring_pictures)
    gallery.done.connect(program.show_gallery)
    program.pictures_shown.connect(versions.start)
    versions.done.connect(program.show_versions)
    program.pictures_shown.connect(window.start)
    window.done.connect(program.furnish)
    program.furnished.connect(engine.start)
    engine.done.connect(end)
    for stage in (gallery, versions, window, engine):
        stage.failed.connect(end)
    program.show()
    application.exec()
    garbage = GarbageCollection()
    garbage.start()
    program.opened.connect(garbage.start)
    room = Room()
    program.opened.connect(lambda: room.follow(program.models.thumbnails.arrived))

    from concurrent.futures import ThreadPoolExecutor

    import qasync

    loop = cast("asyncio.AbstractEventLoop", qasync.QEventLoop(application))
    # qasync's own starts ten threads as soon as the first is wanted.
    loop.set_default_executor(ThreadPoolExecutor(_THREADS, thread_name_prefix="aside"))
    try:
        loop.run_until_complete(program.live())
    finally:
        loop.close()


def run_window(wishes: WindowWishes) -> int:
    """Open the window and return when it is closed."""
    application = make_application()
    run(application, Program(application, wishes=wishes, folders=Folders.of_this_computer()))
    return 0

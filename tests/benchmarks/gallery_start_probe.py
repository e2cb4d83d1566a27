"""`gallery_start_probe FOLDER`: what `proofroom` alone does, until its window is full of thumbnails.

It loads nothing before the program does.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.measuring import memory_mb, say

if TYPE_CHECKING:
    from studio.app.first_look import FirstLook


def main(folder: Path) -> None:
    """What `proofroom` alone does, until the window is full."""
    import gc
    from importlib import import_module

    from studio.app.qt import load_qt

    import_module("studio.cli.window")  # the way in
    gc.disable()  # as studio.app.run_window does
    load_qt()
    from PySide6.QtCore import QEvent, QObject, QTimer

    from studio.app.front import WindowWishes
    from studio.app.program import Program
    from studio.app.running import make_application, run
    from studio.settings import Folders

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint:
                QTimer.singleShot(0, look)
            return False

    class Watched(Program):
        def show_gallery(self, seen: FirstLook | None = None) -> None:
            super().show_gallery(seen)
            self.gallery.view.viewport().installEventFilter(watch)
            QTimer.singleShot(0, look)

    def look() -> None:
        if program.gallery.is_filled:
            say(ready=time.monotonic(), mb=memory_mb("VmRSS"))
            os._exit(0)

    application = make_application()
    watch = Watch()
    program = Watched(application, wishes=WindowWishes(library=folder), folders=Folders.of_this_computer())
    run(application, program)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

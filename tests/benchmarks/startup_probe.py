"""Starts a window and tells when it was painted: `startup_probe empty|ours LIBRARY`."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from tests.benchmarks.measuring import say


def _empty() -> None:
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint:
                QTimer.singleShot(0, _tell)
            return False

    application = QApplication([])
    window, watch = QMainWindow(), Watch()
    window.installEventFilter(watch)
    window.resize(1440, 900)
    window.show()
    application.exec()


def _ours(library: Path) -> None:
    import studio.cli  # noqa: F401 - the way in, as the person takes it
    from PySide6.QtWidgets import QApplication

    from studio.app import Program, WindowWishes
    from studio.settings import Folders

    application = QApplication([])
    program = Program(application, wishes=WindowWishes(library=library), folders=Folders.of_this_computer())
    program.first_paint.connect(_tell)
    program.show()
    application.exec()


def _tell() -> None:
    say(ready=time.monotonic())
    os._exit(0)


if __name__ == "__main__":
    if sys.argv[1] == "empty":
        _empty()
    else:
        _ours(Path(sys.argv[2]))

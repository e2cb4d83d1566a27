"""Starts a window and tells when it was painted: `startup_probe empty|ours|gaps`.

`ours` is what `proofroom` alone does, with the library that the settings name. `gaps` tells the longest time
that a timer of 4 ms was kept waiting from the first paint until the library is shown.
"""

from __future__ import annotations

import os
import sys
import time
from itertools import pairwise
from typing import TYPE_CHECKING

from tests.benchmarks.measuring import memory_mb, say

if TYPE_CHECKING:
    from studio.app.program import Program

_TICK_MS = 4
_REST_MS = 300


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


def _ours(*, gaps: bool) -> None:
    import gc
    from importlib import import_module

    from studio.app.qt import load_qt

    import_module("studio.cli.window")  # the way in
    gc.disable()  # as studio.app.run_window does
    load_qt()
    from studio.app.front import WindowWishes
    from studio.app.program import Program
    from studio.app.running import make_application, run
    from studio.settings import Folders

    application = make_application()
    program = Program(application, wishes=WindowWishes(), folders=Folders.of_this_computer())
    if gaps:
        _tell_gaps(program)
    else:
        program.first_paint.connect(_tell)
    run(application, program)


def _tell_gaps(program: Program) -> None:
    from PySide6.QtCore import Qt, QTimer

    ticks: list[float] = []
    timer = QTimer(program)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setInterval(_TICK_MS)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))

    def tell() -> None:
        gaps = [(after - before) * 1000 for before, after in pairwise(ticks)]
        say(longest=max(gaps), seconds=ticks[-1] - ticks[0])
        os._exit(0)

    program.first_paint.connect(timer.start)
    program.opened.connect(lambda: QTimer.singleShot(_REST_MS, tell))


def _tell() -> None:
    say(ready=time.monotonic(), mb=memory_mb("VmRSS"))
    os._exit(0)


if __name__ == "__main__":
    if sys.argv[1] == "empty":
        _empty()
    else:
        _ours(gaps=sys.argv[1] == "gaps")

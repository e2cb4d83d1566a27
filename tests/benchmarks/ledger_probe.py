"""`ledger_probe FOLDER`: opens the ledger and the board of groups in the real window, each by its keys.

What counts as seen has been painted with rows and figures.
"""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.ledger import ADDRESS
from tests.benchmarks.measuring import say
from tests.benchmarks.program_probe import run_program

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import Qt
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from studio.app.program import Program
    from tests.benchmarks.program_probe import Frames

_SECONDS_OF_REST = 1.0
_LONGEST_WAIT = 30.0


class _Paints:
    """Tells when the ledger's days or rows, or a board, were painted, and all that is painted with them.

    Made before any page is: Qt asks a widget once how it paints.
    """

    def __init__(self) -> None:
        from studio.ui.groups.board_view import BoardView
        from studio.ui.ledger.day_chart import DayChart
        from studio.ui.ledger.table import LedgerTable

        self._is_ready: Callable[[], bool] = lambda: False
        self._waiting: asyncio.Future[float] | None = None
        for kind in (DayChart, LedgerTable, BoardView):
            self._clock(kind)

    def _clock(self, kind: type[QWidget]) -> None:
        from PySide6.QtCore import QTimer

        paint = kind.paintEvent

        def clocked(widget: QWidget, event: QPaintEvent) -> None:
            paint(widget, event)
            if self._waiting is not None and self._is_ready():
                waiting, self._waiting = self._waiting, None
                # What is to be painted is painted in one go: this comes after it.
                QTimer.singleShot(0, lambda: waiting.set_result(time.perf_counter()))

        kind.paintEvent = clocked

    def next(self, is_ready: Callable[[], bool]) -> asyncio.Future[float]:
        """The moment of the next paint with everything there."""
        self._is_ready = is_ready
        self._waiting = asyncio.get_running_loop().create_future()
        return self._waiting


class _Probe:
    def __init__(self, program: Program) -> None:
        self._program = program
        self._paints = _Paints()

    async def _open(self, key: Qt.Key, is_ready: Callable[[], bool]) -> float:
        """Milliseconds from the keys to the paint."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        await asyncio.sleep(_SECONDS_OF_REST)
        painted = self._paints.next(is_ready)
        began = time.perf_counter()
        QTest.keyClick(self._program.window, key, Qt.KeyboardModifier.ControlModifier)
        return (await asyncio.wait_for(painted, _LONGEST_WAIT) - began) * 1000

    def _has_ledger(self) -> bool:
        ledger = self._program.models.ledger
        return ledger.state.total is not None and ledger.rows.row(0) is not None

    def _has_board(self) -> bool:
        from studio.ui.groups.page import GroupsPage

        page = self._program.window.findChild(GroupsPage)
        # Beside what is published there are charts of our own figures only when those were read.
        return isinstance(page, GroupsPage) and len(page.cards) > 1

    async def measure(self) -> None:
        from PySide6.QtCore import Qt

        ledger = await self._open(Qt.Key.Key_L, self._has_ledger)
        board = await self._open(Qt.Key.Key_G, self._has_board)
        say(ledger=ledger, board=board)


if __name__ == "__main__":

    async def _measure(program: Program, _: Frames) -> None:
        await _Probe(program).measure()

    run_program(Path(sys.argv[1]), _measure, address=ADDRESS)

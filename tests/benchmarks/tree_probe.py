"""`tree_probe FOLDER ROUNDS VERSION`: opens the page of this version's tree in the real window.

What counts as seen has been painted with all that stands there.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.measuring import say
from tests.benchmarks.program_probe import Ticks, run_program

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from studio.app.program import Program
    from studio.domain.version import Version
    from studio.ui.tree.canvas import TreeCanvas
    from tests.benchmarks.program_probe import Frames

_FRAME = 0.016
_STEPS = 40


class _Paints:
    """Tells when a tree was painted that has versions."""

    def __init__(self) -> None:
        from studio.ui.tree.canvas import TreeCanvas

        self._waiting: list[asyncio.Future[float]] = []
        paint = TreeCanvas.paintEvent

        def clocked(canvas: TreeCanvas, event: QPaintEvent) -> None:
            paint(canvas, event)
            if canvas.drawing.nodes:
                ended = time.perf_counter()
                waiting, self._waiting = self._waiting, []
                for future in waiting:
                    future.set_result(ended)

        TreeCanvas.paintEvent = clocked  # pyright: ignore[reportAttributeAccessIssue] - only the name of self differs

    def next(self) -> asyncio.Future[float]:
        """The moment of the next paint."""
        future: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self._waiting.append(future)
        return future


class _Probe:
    def __init__(self, program: Program, version: Version) -> None:
        self._program = program
        self._models = program.models
        self._version = version
        self._paints = _Paints()

    @property
    def _canvas(self) -> TreeCanvas:
        from studio.ui.tree.canvas import TreeCanvas

        canvas = self._program.window.findChild(TreeCanvas)
        assert isinstance(canvas, TreeCanvas)
        return canvas

    async def open(self, *, cold: bool) -> float:
        """Milliseconds until it is painted; `cold` when nothing of its tree was read."""
        details = self._models.details
        details.choose_none()
        if not cold:
            details.choose(self._version)
        await asyncio.sleep(0.5)
        painted = self._paints.next()
        began = time.perf_counter()
        if cold:
            details.choose(self._version)
        self._models.actions.run("tree-open")
        took = (await painted - began) * 1000
        await asyncio.sleep(0.1)
        return took

    async def close(self) -> None:
        self._models.tree_page.close()
        await asyncio.sleep(0.1)

    async def step(self) -> float:
        """Milliseconds of an arrow key."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        painted = self._paints.next()
        began = time.perf_counter()
        QTest.keyClick(self._canvas, Qt.Key.Key_Down)
        return (await painted - began) * 1000

    async def whole(self) -> float:
        """Milliseconds until all of it is painted."""
        painted = self._paints.next()
        began = time.perf_counter()
        self._canvas.fit()
        took = (await painted - began) * 1000
        self._canvas.zoom(1.0)
        return took

    async def handle(self) -> float:
        """Milliseconds of the longest gap while it is zoomed and moved, a step a frame."""
        from PySide6.QtCore import QPointF

        at = QPointF(self._canvas.width() * 0.3, self._canvas.height() * 0.6)
        with Ticks() as ticks:
            for step in range(_STEPS):
                inwards = step % 20 < 10
                self._canvas.zoom(self._canvas.view.scale * (1.15 if inwards else 1 / 1.15), at)
                await asyncio.sleep(_FRAME)
            for step in range(_STEPS):
                self._canvas.move_by(QPointF(-30 if step < _STEPS // 2 else 30, -18))
                await asyncio.sleep(_FRAME)
        return ticks.longest

    async def measure(self, rounds: int) -> None:
        first = await self.open(cold=False)
        await self.close()
        warm: list[float] = []
        cold: list[float] = []
        steps: list[float] = []
        wholes: list[float] = []
        gaps: list[float] = []
        for _ in range(rounds):
            cold.append(await self.open(cold=True))
            await self.close()
            warm.append(await self.open(cold=False))
            steps.append(await self.step())
            wholes.append(await self.whole())
            gaps.append(await self.handle())
            await self.close()
        say(
            first=first,
            open=statistics.median(warm),
            worst_open=max(warm),
            cold=statistics.median(cold),
            step=statistics.median(steps),
            whole=statistics.median(wholes),
            gap=statistics.median(gaps),
        )


if __name__ == "__main__":

    async def _measure(program: Program, _: Frames) -> None:
        version = await program.models.bridge.ask(lambda studio: studio.library.version(sys.argv[3]))
        await _Probe(program, version).measure(int(sys.argv[2]))

    run_program(Path(sys.argv[1]), _measure)

"""`viewer_probe FOLDER ROUNDS`: opens pictures of the largest sizes in the real window, beside a bare decode.

The library has five pictures of 4096 × 4096, then one of 12288 × 1536 and one of 6336 × 2688, all PNG. What
counts as seen has been painted by the canvas.
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
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from studio.app.program import Program
    from studio.ui.viewer.canvas import Canvas
    from tests.benchmarks.program_probe import Frames

SQUARES = 5
_LOOK_AGAIN = 0.001
_ZOOMS = 24
_MOVES = 60
_FRAME = 0.016


class _Paints:
    """Tells when a canvas has painted what is waited for."""

    def __init__(self) -> None:
        from studio.ui.viewer.canvas import Canvas

        self._waiting: list[tuple[Callable[[Canvas], bool], asyncio.Future[float]]] = []
        paint = Canvas.paintEvent

        def clocked(canvas: Canvas, event: QPaintEvent) -> None:
            paint(canvas, event)
            ended = time.perf_counter()
            for waiting in [one for one in self._waiting if one[0](canvas)]:
                self._waiting.remove(waiting)
                waiting[1].set_result(ended)

        Canvas.paintEvent = clocked  # pyright: ignore[reportAttributeAccessIssue] - only the name of self differs

    def first(self, seen: Callable[[Canvas], bool]) -> asyncio.Future[float]:
        """The moment of the first paint after which this holds."""
        future: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self._waiting.append((seen, future))
        return future


def _has_pixels(canvas: Canvas) -> bool:
    return canvas.painted is not None


def _is_sharp(canvas: Canvas) -> bool:
    return canvas.is_sharp


async def _bare(path: Path) -> float:
    """Milliseconds that Qt takes for the same file, in a thread as here."""
    from PySide6.QtGui import QImageReader

    def decode() -> float:
        began = time.perf_counter()
        assert not QImageReader(str(path)).read().isNull()
        return (time.perf_counter() - began) * 1000

    return await asyncio.to_thread(decode)


class _Probe:
    def __init__(self, program: Program) -> None:
        self._program = program
        self._viewer = program.models.viewer
        self._pictures = program.models.pictures
        self._paints = _Paints()
        self._ids = program.models.gallery.version_ids()

    async def open(self, at: int) -> tuple[float, float]:
        """Milliseconds to the first pixels, and until it is sharp."""
        await asyncio.sleep(0.1)
        coarse, sharp = self._paints.first(_has_pixels), self._paints.first(_is_sharp)
        began = time.perf_counter()
        self._program.gallery.view_requested.emit(self._ids[at])
        return (await coarse - began) * 1000, (await sharp - began) * 1000

    async def rest(self) -> None:
        while not (self._pictures.rests and self._program.models.thumbnails.rests):  # noqa: ASYNC110
            await asyncio.sleep(_LOOK_AGAIN)
        await asyncio.sleep(0.1)

    async def next(self) -> float:
        """Milliseconds until the next one, which was read ahead, is sharp."""
        sharp = self._paints.first(_is_sharp)
        began = time.perf_counter()
        self._viewer.next()
        return (await sharp - began) * 1000

    async def handle(self, canvas: Canvas) -> None:
        """Zoom in and out at the cursor and move it about, a step a frame."""
        from PySide6.QtCore import QPointF

        at = QPointF(canvas.width() * 0.3, canvas.height() * 0.6)
        for step in range(_ZOOMS):
            canvas.zoom(canvas.view.scale * (1.3 if step < _ZOOMS // 2 else 1 / 1.3), at)
            await asyncio.sleep(_FRAME)
        canvas.zoom(1.0, at)
        for step in range(_MOVES):
            canvas.move_by(QPointF(-25 if step < _MOVES // 2 else 25, -6))
            await asyncio.sleep(_FRAME)

    async def measure(self, rounds: int) -> None:
        path = self._path(0)
        bare: list[float] = []
        coarse: list[float] = []
        sharp: list[float] = []
        following: list[float] = []
        gaps: list[float] = []
        first, _ = await self.open(0)
        for _ in range(rounds):
            self._viewer.close()
            await asyncio.sleep(0.2)
            bare.append(await _bare(path))
            with Ticks() as ticks:
                seen, whole = await self.open(0)
            coarse.append(seen)
            sharp.append(whole)
            gaps.append(ticks.longest)
            await self.rest()
            with Ticks() as ticks:
                for _ in range(SQUARES - 1):
                    following.append(await self.next())
                    await self.rest()
            gaps.append(ticks.longest)
        largest = [await self._largest(at) for at in range(SQUARES, len(self._ids))]
        say(
            bare=statistics.median(bare),
            sharp=statistics.median(sharp),
            ratio=statistics.median(ours / theirs for ours, theirs in zip(sharp, bare, strict=True)),
            first=first,
            coarse=statistics.median(coarse),
            next=statistics.median(following),
            worst_next=max(following),
            gap=statistics.median(gaps),
            worst_gap=max(gaps),
            largest_gap=max(largest),
            held_mb=self._pictures.held_bytes / 1024 / 1024,
        )

    async def _largest(self, at: int) -> float:
        self._viewer.close()
        await self.open(at)
        await self.rest()
        from studio.ui.viewer.canvas import Canvas

        canvas = self._program.window.findChild(Canvas)
        assert isinstance(canvas, Canvas)
        with Ticks() as ticks:
            await self.handle(canvas)
        return ticks.longest

    def _path(self, at: int) -> Path:
        version = self._program.models.versions.get(self._ids[at])
        assert version is not None
        return self._program.models.folder / version.path


if __name__ == "__main__":

    async def _measure(program: Program, _: Frames) -> None:
        await _Probe(program).measure(int(sys.argv[2]))

    run_program(Path(sys.argv[1]), _measure)

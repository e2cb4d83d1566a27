"""`gallery_probe rest|scroll|arrivals FOLDER [ADDRESS]`: the real window over a large library.

`rest` tells how much memory it takes when it is full, and how long a view
of its own needs to lay itself out; `scroll` scrolls and jumps; `arrivals` scrolls while eight replies arrive.
"""

from __future__ import annotations

import asyncio
import random
import statistics
import sys
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from studio.domain.recipe import DEMO_GATEWAY
from tests.benchmarks.engines import bench_order
from tests.benchmarks.measuring import memory_mb, say
from tests.benchmarks.program_probe import Frames, gaps, percentile, run_program

if TYPE_CHECKING:
    from studio.app.program import Program

HERTZ = 60
FASTEST = 6000
"""Px a second up to which no tile may be blank."""

_LEGS = ((2000, 2.0), (FASTEST, 3.0), (-FASTEST, 2.0))
_BY_SCROLL_BAR = ((120_000, 1.5), (-300_000, 1.0))
_ARRIVING = ((FASTEST, 2.5), (-FASTEST, 2.5), (FASTEST, 2.5))
_JUMPS = 40
_CALLS = 8


async def _rest(program: Program, frames: Frames) -> None:
    resident = memory_mb("VmRSS")
    view = type(program.gallery.view)(
        program.theme,
        program.models.gallery,
        thumbnails=program.models.thumbnails,
        versions=program.models.versions,
        today=date.today,
    )
    frames.watch(view)
    view.resize(program.gallery.view.size())
    layout = await frames.painted(view.show)
    say(mb=resident, layout=layout, first_paint=frames.took[0], rows=program.models.gallery.rowCount())
    view.close()


class _Scroller:
    """Moves the scroll bar at 60 Hz, whatever painting does, and tells when each frame was painted."""

    def __init__(self, program: Program, frames: Frames) -> None:
        self._bar = program.gallery.view.verticalScrollBar()
        self._frames = frames
        self.moved: list[float] = []

    async def go(self, legs: tuple[tuple[int, float], ...]) -> None:
        for speed, seconds in legs:
            await self._leg(speed, seconds)

    async def _leg(self, speed: int, seconds: float) -> None:
        from PySide6.QtCore import Qt, QTimer

        ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        timer = QTimer()
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.setSingleShot(True)
        began, first = time.perf_counter(), self._bar.value()

        def move() -> None:
            now = time.perf_counter()
            self.moved.append(now)
            self._bar.setValue(first + round(speed * (now - began)))
            if now - began >= seconds:
                ended.set_result(None)
                return
            next_frame = (int((now - began) * HERTZ + 0.5) + 1) / HERTZ
            timer.start(max(0, round((began + next_frame - time.perf_counter()) * 1000)))

        timer.timeout.connect(move)
        timer.start(0)
        await ended

    def frame_gaps(self) -> list[float]:
        """Between the ends of the first paints after each move."""
        ends = iter(self._frames.ended)
        shown: list[float] = []
        end = 0.0
        for moved in self.moved:
            while end < moved:
                end = next(ends, float("inf"))
            if end == float("inf"):
                break
            if not shown or shown[-1] != end:
                shown.append(end)
        return gaps(shown)


async def _scroll(program: Program, frames: Frames) -> None:
    bar = program.gallery.view.verticalScrollBar()
    chance = random.Random(3)
    bar.setValue(bar.maximum() // 3)
    await asyncio.sleep(1)
    slow = await _scrolled(program, frames, _LEGS)
    fast = await _scrolled(program, frames, _BY_SCROLL_BAR)
    await asyncio.sleep(0.5)
    jumps: list[float] = []
    for _ in range(_JUMPS):
        place = chance.randrange(bar.maximum())
        jumps.append(
            await frames.painted(lambda place=place: bar.setValue(place), lambda: not frames.blanks[-1])
        )
        await asyncio.sleep(0.1)
    say(
        **slow,
        **{f"bar_{name}": value for name, value in fast.items()},
        jump=statistics.median(jumps),
        jump_worst=max(jumps),
        mb=memory_mb("VmRSS"),
    )


async def _scrolled(
    program: Program, frames: Frames, legs: tuple[tuple[int, float], ...]
) -> dict[str, float]:
    frames.forget()
    scroller = _Scroller(program, frames)
    await scroller.go(legs)
    between = scroller.frame_gaps()
    return {
        "paint": percentile(frames.took, 0.99),
        "gap": percentile(between, 0.99),
        "longest": max(between, default=0.0),
        "blanks": sum(frames.blanks),
        "frames": len(frames.took),
    }


async def _arrivals(program: Program, frames: Frames) -> None:
    bridge, bar = program.models.bridge, program.gallery.view.verticalScrollBar()
    await bridge.ask(lambda studio: studio.place(bench_order(studio, 1)))
    await bridge.ask(lambda studio: studio.wait_idle())
    bar.setValue(bar.maximum() // 3)
    await asyncio.sleep(1)
    before = await bridge.ask(lambda studio: studio.library.count())
    await bridge.ask(lambda studio: studio.place(bench_order(studio, _CALLS)))
    figures = await _scrolled(program, frames, _ARRIVING)
    during = await bridge.ask(lambda studio: studio.library.count()) - before
    await bridge.ask(lambda studio: studio.wait_idle())
    say(**figures, during=during)


def main(kind: str, folder: Path, address: str) -> None:
    """Measure one kind of thing."""
    if kind == "rest":
        run_program(folder, _rest)
    elif kind == "scroll":
        run_program(folder, _scroll)
    else:
        run_program(folder, _arrivals, address=address)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else DEMO_GATEWAY)

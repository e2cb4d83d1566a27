"""`arrivals_probe drop|off|on ADDRESS FOLDER`: eight replies at once, dropped or taken by the window.

off and on say whether thumbnails are made. Times count from the order until all eight are in the library. One
picture comes before that: what only a window's first picture needs is no part of eight.
"""

from __future__ import annotations

import asyncio
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.measuring import memory_mb, reset_peak_memory, say

if TYPE_CHECKING:
    from studio.app.program import Program

_CALLS = 8
_TICK_MS = 4
_ROUTE = "/v1beta/models/gemini-3.1-flash-image-preview:generateContent"
_SECONDS_OF_REST = 1.5


async def _drop(address: str) -> None:
    import httpx

    context = httpx.create_ssl_context()

    async def one() -> None:
        async with (
            httpx.AsyncClient(verify=context, trust_env=False, timeout=60) as client,
            client.stream("POST", address + _ROUTE, json={}) as answer,
        ):
            async for _ in answer.aiter_raw():
                pass

    began = time.perf_counter()
    await asyncio.gather(*(one() for _ in range(_CALLS)))
    say(s=time.perf_counter() - began)


def _window(address: str, folder: Path, *, thumbnails: bool) -> None:
    """The real window over the real engine, as the program itself runs it."""
    from studio.app.qt import load_qt

    load_qt()
    from studio.app.front import WindowWishes
    from studio.app.program import Program
    from studio.app.running import make_application, run
    from studio.settings import Folders
    from tests.benchmarks.engines import bench_studio

    application = make_application()
    program = Program(
        application,
        wishes=WindowWishes(library=folder / "library", gateway=address),
        folders=Folders(config=folder / "config", state=folder / "state", pictures=folder),
        make_studio=lambda models, _: bench_studio(
            models.folder, address, thumbnails=thumbnails, parallel=_CALLS
        ),
    )
    program.opened.connect(lambda: program.models.tasks.start(lambda: _measure(program)))
    run(application, program)


async def _measure(program: Program) -> None:
    from PySide6.QtCore import Qt, QTimer

    bridge = program.models.bridge
    ticks: list[float] = []
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    await _fetch(program, 1)
    await asyncio.sleep(_SECONDS_OF_REST)
    before = memory_mb("VmRSS")
    reset_peak_memory()
    timer.start(_TICK_MS)
    began = time.perf_counter()
    await _fetch(program, _CALLS)
    took = time.perf_counter() - began
    timer.stop()
    extra = memory_mb("VmHWM") - before
    assert await bridge.ask(lambda studio: studio.library.count()) == 1 + _CALLS
    gaps = sorted((later - earlier) * 1000 for earlier, later in pairwise(ticks))
    say(s=took, longest=gaps[-1], p99=gaps[int(len(gaps) * 0.99)], mb=extra)
    program.leave.leave()


async def _fetch(program: Program, count: int) -> None:
    from tests.benchmarks.engines import bench_order

    bridge = program.models.bridge
    await bridge.ask(lambda studio: studio.place(bench_order(studio, count)))
    await bridge.ask(lambda studio: studio.wait_idle())


if __name__ == "__main__":
    if sys.argv[1] == "drop":
        asyncio.run(_drop(sys.argv[2]))
    else:
        _window(sys.argv[2], Path(sys.argv[3]), thumbnails=sys.argv[1] == "on")

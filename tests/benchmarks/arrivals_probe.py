"""`arrivals_probe drop|off|on ADDRESS FOLDER`: eight replies at once, read and dropped, or into the program."""

from __future__ import annotations

import asyncio
import sys
import threading
import time
from pathlib import Path

from tests.benchmarks.measuring import memory_mb, reset_peak_memory, say

_CALLS = 8
_TICK_MS = 4
_ROUTE = "/v1beta/models/gemini-3.1-flash-image-preview:generateContent"


def _drop(address: str) -> None:
    import httpx

    context = httpx.create_ssl_context()

    async def one() -> None:
        async with (
            httpx.AsyncClient(verify=context, trust_env=False, timeout=60) as client,
            client.stream("POST", address + _ROUTE, json={}) as answer,
        ):
            async for _ in answer.aiter_raw():
                pass

    async def run() -> float:
        began = time.perf_counter()
        await asyncio.gather(*(one() for _ in range(_CALLS)))
        return time.perf_counter() - began

    taken: list[float] = []
    thread = threading.Thread(target=lambda: taken.append(asyncio.run(run())))
    thread.start()
    thread.join()
    say(s=taken[0])


def _window(address: str, folder: Path, *, thumbnails: bool) -> None:
    """The real window with the real engine; only thumbnails can be off, as the engine offers."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from studio.app import Loader, Program, WindowWishes
    from studio.domain.job import JobState
    from studio.domain.keys import Secret
    from studio.engine.events import JobChanged
    from studio.settings import Folders
    from tests.benchmarks.engines import bench_order

    application = QApplication([])
    wishes = WindowWishes(
        library=folder, gateway=address, environment_key=Secret("bench"), thumbnails=thumbnails, parallel=_CALLS
    )
    program = Program(application, wishes=wishes, folders=Folders.of_this_computer())
    ticks: list[float] = []
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setInterval(_TICK_MS)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    received: list[float] = []

    def note(event: object) -> None:
        if isinstance(event, JobChanged) and event.job.state in {JobState.SAVING, JobState.SAVED}:
            received.append(time.perf_counter())

    async def measure() -> None:
        bridge = program.models.bridge
        bridge.happened.connect(note)
        await asyncio.sleep(1)  # let the window come to rest, as a person would
        before = memory_mb("VmRSS")
        reset_peak_memory()
        timer.start()
        began = time.perf_counter()
        await bridge.ask(lambda studio: studio.place(bench_order(studio, _CALLS)))
        await bridge.ask(lambda studio: studio.wait_idle())
        took = time.perf_counter() - began
        timer.stop()
        gaps = sorted((after - before) * 1000 for before, after in zip(ticks, ticks[1:], strict=False))
        say(
            s=took,
            received=received[_CALLS - 1] - began,
            longest=gaps[-1],
            p99=gaps[int(len(gaps) * 0.99)],
            mb=memory_mb("VmHWM") - before,
        )
        program.leave.leave_now()

    program.opened.connect(lambda: program.models.tasks.start(measure))
    loader = Loader()
    program.run_with(application, loader)


if __name__ == "__main__":
    kind, address, folder = sys.argv[1:4]
    if kind == "drop":
        _drop(address)
    else:
        _window(address, Path(folder), thumbnails=kind == "on")

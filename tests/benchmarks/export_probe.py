"""`export_probe bare SOURCES ROUNDS`, `export_probe window SOURCES LIBRARY`: exports a folder's pictures.

PNG at @1x, @2x and @3x, and WebP at @3x; `bare` also does it with Pillow in a pool of processes, which reads,
scales and saves, and syncs nothing. `window` does it from the program's own window, with its engine.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import statistics
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from studio.domain.export import Encoding, Format
from studio.domain.export_layouts import scales
from studio.export.run import ExportJob, ExportPicture, export
from tests.benchmarks.measuring import interleaved, median_ratio, memory_mb, reset_peak_memory, say
from tests.benchmarks.program_probe import Ticks, run_program
from tests.export.exporting import THREE, job

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.app.program import Program
    from tests.benchmarks.program_probe import Frames

_AT_REST = 2.0
"""Seconds in which nothing is done, to see what else this machine does."""

_SCALES = (1, 2, 3)
_QUALITY = 85


def bare(sources: list[Path], rounds: int) -> None:
    busy: list[float] = []
    memory: list[float] = []

    def ours(out: Path) -> None:
        reset_peak_memory()
        began, cpu = time.perf_counter(), time.process_time()
        report = export(_job(sources, out), told=lambda _: None, cancelled=lambda: False)
        assert len(report.written) == 4 * len(sources)
        busy.append((time.process_time() - cpu) / (time.perf_counter() - began))
        memory.append(memory_mb("VmHWM"))

    def pool(out: Path) -> None:
        with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as processes:
            list(processes.map(_by_pillow, sources, [out] * len(sources)))

    times = interleaved({"export": _timed(ours), "pool": _timed(pool)}, rounds=rounds)
    say(
        export=statistics.median(times["export"]),
        pool=statistics.median(times["pool"]),
        ratio=median_ratio(times, "export", "pool"),
        cores=statistics.median(busy),
        memory=max(memory),
    )


def _timed(act: Callable[[Path], None]) -> Callable[[], float]:
    def run() -> float:
        with tempfile.TemporaryDirectory() as name:
            began = time.perf_counter()
            act(Path(name))
            return time.perf_counter() - began

    return run


def _by_pillow(source: Path, out: Path) -> None:
    with Image.open(source) as picture:
        whole = picture.convert("RGB")
    for scale in _SCALES:
        size = round(whole.width * scale / _SCALES[-1]), round(whole.height * scale / _SCALES[-1])
        sized = whole if size == whole.size else whole.resize(size, Image.Resampling.LANCZOS)
        sized.save(out / f"{source.stem}@{scale}x.png")
    whole.save(out / f"{source.stem}@{_SCALES[-1]}x.webp", quality=_QUALITY)


def _job(sources: list[Path], out: Path) -> ExportJob:
    """The largest scale in WebP too."""
    wanted = job(replace(THREE, sizes=scales(*_SCALES)), sources, out)
    return replace(wanted, pictures=tuple(map(_with_webp, wanted.pictures)))


def _with_webp(picture: ExportPicture) -> ExportPicture:
    planned = picture.planned
    largest = planned.outputs[-1]
    webp = replace(
        largest, path=largest.path.with_suffix(".webp"), encoding=Encoding(Format.WEBP, quality=_QUALITY)
    )
    return replace(picture, planned=replace(planned, outputs=(*planned.outputs, webp)))


async def _in_the_window(program: Program, _frames: Frames) -> None:
    out = Path(tempfile.mkdtemp())
    wanted = _job(_sources(), out)
    with Ticks() as at_rest:
        await asyncio.sleep(_AT_REST)
    began = time.perf_counter()
    with Ticks() as ticks:
        report = await program.models.bridge.ask(
            lambda _: asyncio.to_thread(export, wanted, told=lambda _: None, cancelled=lambda: False)
        )
    took = time.perf_counter() - began
    assert not report.failed
    shutil.rmtree(out)
    say(export=took, gap=ticks.longest, usual_gap=ticks.usual, rest_gap=at_rest.longest)


def _sources() -> list[Path]:
    return sorted(Path(sys.argv[2]).iterdir())


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare(_sources(), int(sys.argv[3]))
    else:
        run_program(Path(sys.argv[3]), _in_the_window)

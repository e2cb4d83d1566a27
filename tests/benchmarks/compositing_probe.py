"""`compositing_probe bare|window FOLDER ROUNDS`: puts a parent and its answer together.

`bare` takes `parent.png` and `answer.png` of a folder, and does it beside decoding and encoding the parent
with libvips. `window` takes a library whose only answer isn't put together yet, in the real window.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.measuring import interleaved, median_ratio, memory_mb, reset_peak_memory, say
from tests.benchmarks.program_probe import Ticks, run_program
from tests.imaging.scenes import boxed

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.app.program import Program
    from tests.benchmarks.program_probe import Frames

_AT_REST = 2.0
"""Seconds in which nothing is done, to see what else this machine does."""


def bare(folder: Path, rounds: int) -> None:
    import pyvips

    from studio.imaging.composite import compose
    from studio.imaging.pictures import brightness, grey_of, open_picture

    parent, answer, out = (folder / f"{name}.png" for name in ("parent", "answer", "out"))
    pyvips.cache_set_max(0)

    def codec() -> None:
        pyvips.Image.new_from_file(str(parent)).copy_memory().pngsave(str(out))

    def decoded() -> None:
        for path in (parent, answer):
            grey_of(brightness(open_picture(path)))

    def whole() -> None:
        compose(parent, answer, boxed(), out)

    compose(parent, answer, boxed(), out)
    times = interleaved(
        {"codec": _timed(codec), "decoded": _timed(decoded), "whole": _timed(whole)}, rounds=rounds
    )
    encoding = [both - one / 2 for both, one in zip(times["codec"], times["decoded"], strict=True)]
    own = [
        ours - decoding - rest
        for ours, decoding, rest in zip(times["whole"], times["decoded"], encoding, strict=True)
    ]
    times["own"] = own
    say(
        codec=statistics.median(times["codec"]),
        whole=statistics.median(times["whole"]),
        ratio=median_ratio(times, "whole", "codec"),
        own=median_ratio(times, "own", "codec"),
        memory=_memory(whole) - _memory(codec),
    )


def _timed(act: Callable[[], None]) -> Callable[[], float]:
    def run() -> float:
        began = time.perf_counter()
        act()
        return (time.perf_counter() - began) * 1000

    return run


def _memory(act: Callable[[], None]) -> float:
    reset_peak_memory()
    before = memory_mb("VmRSS")
    act()
    return memory_mb("VmHWM") - before


async def _in_the_window(program: Program, _frames: Frames) -> None:
    from studio.domain.judgement import Change

    models = program.models
    took: list[float] = []
    gaps: list[float] = []
    answer, _parent = await models.bridge.ask(lambda studio: studio.library.versions(limit=2))
    with Ticks() as at_rest:
        await asyncio.sleep(_AT_REST)
    for _ in range(int(sys.argv[3])):
        await asyncio.sleep(0.5)
        with Ticks() as ticks:
            began = time.perf_counter()
            made = await models.bridge.ask(lambda studio: studio.compose(answer.id))
            took.append((time.perf_counter() - began) * 1000)
            await asyncio.sleep(0.2)
        assert made is not None
        gaps.append(ticks.longest)
        await models.bridge.ask(lambda studio, ids=(made.id,): studio.change(ids, Change(trash=True)))
    say(
        whole=statistics.median(took),
        gap=statistics.median(gaps),
        worst_gap=max(gaps),
        rest_gap=at_rest.longest,
    )


if __name__ == "__main__":
    place, times = Path(sys.argv[2]), int(sys.argv[3])
    if sys.argv[1] == "bare":
        bare(place, times)
    else:
        run_program(place, _in_the_window)

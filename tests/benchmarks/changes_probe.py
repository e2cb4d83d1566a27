"""`changes_probe change|judge|type FOLDER`: what a change costs the real window, and whether it is felt.

`change` adds versions, resizes the window and its tiles; `judge` rates a thousand selected versions and takes
it back; `type` types searches letter by letter.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.measuring import say
from tests.benchmarks.program_probe import Frames, Ticks, percentile, run_program

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from studio.app.program import Program

_TIMES = 24
_REST = 0.12
_JUDGED = 1000
_JUDGED_TIMES = 5
_TYPED = (
    "lighthouse",
    "size:4k",
    "港湾",
    "灯塔 is:pick",
    "watercolour rating:>=4",
    "zzz",
    "group:3.5",
    "dawn fog",
)


async def _change(program: Program, frames: Frames) -> None:
    view, window, models = program.gallery.view, program.window, program.models
    bar, width, edge = view.verticalScrollBar(), window.width(), view.tile_edge
    (newest,) = await models.bridge.ask(lambda studio: studio.library.versions(limit=1))
    figures: dict[str, float] = {}

    def arrive(number: int) -> None:
        made = replace(newest, id=f"new{number}", series=10_000_000 + number)
        models.versions.saved.emit(made)

    changes: dict[str, Callable[[int], object]] = {
        "new": arrive,
        "resize": lambda number: window.resize(width - 7 * (1 + number % 30), window.height()),
        "edge": lambda number: view.set_tile_edge(edge + (8, -16, 24, 40)[number % 4]),
    }
    for place in (0, bar.maximum() // 2):
        bar.setValue(place)
        await asyncio.sleep(1)
        for name, change in changes.items():
            took, longest = await _repeated(frames, change, first=place)
            figures[name] = max(took, figures.get(name, 0))
            figures[f"{name}_longest"] = max(longest, figures.get(f"{name}_longest", 0))
    say(**figures)


async def _repeated(frames: Frames, change: Callable[[int], object], *, first: int) -> tuple[float, float]:
    """The median cost until it is painted, and the longest gap of all."""
    took: list[float] = []
    with Ticks() as ticks:
        for number in range(_TIMES):
            took.append(await frames.painted(lambda number=number: change(first + number)))
            await asyncio.sleep(_REST)
    return statistics.median(took), ticks.longest


async def _judge(program: Program, frames: Frames) -> None:
    """Until the first tile in view says so, which is the last thing to happen."""
    from PySide6.QtCore import QItemSelectionModel

    view, models = program.gallery.view, program.models
    command = QItemSelectionModel.SelectionFlag.ClearAndSelect
    begin = models.gallery.card_count
    with Ticks() as ticks:
        chosen = await frames.painted(lambda: view.select_rows(((begin, begin + _JUDGED - 1),), command))
        await asyncio.sleep(1)
    ids = program.gallery.selection.ids()[:_JUDGED]
    first, choosing = ids[0], ticks.longest

    def rating() -> int:
        version = models.versions.get(first)
        return version.judgement.rating if version else -1

    before = rating()
    wanted = 1 + before % 5
    times: dict[str, list[float]] = {"rate": [], "undo": []}
    with Ticks() as ticks:
        for _ in range(_JUDGED_TIMES):
            times["rate"].append(
                await frames.painted(lambda: models.judging.rate(ids, wanted), lambda: rating() == wanted)
            )
            await asyncio.sleep(0.5)
            times["undo"].append(await frames.painted(models.judging.undo, lambda: rating() == before))
            await asyncio.sleep(0.5)
    say(
        rate=statistics.median(times["rate"]),
        undo=statistics.median(times["undo"]),
        longest=ticks.longest,
        select=chosen,
        select_longest=choosing,
    )


def _press(field: QWidget, letter: str) -> None:
    """A key of the keyboard, or what an input method makes of several."""
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtGui import QInputMethodEvent
    from PySide6.QtTest import QTest

    if letter.isascii():
        QTest.keyClicks(field, letter)
        return
    event = QInputMethodEvent()
    event.setCommitString(letter)
    QCoreApplication.sendEvent(field, event)


async def _type(program: Program, frames: Frames) -> None:
    """From the key's press to the end of the first paint of what it finds."""
    from PySide6.QtCore import QTimer

    gallery, field = program.models.gallery, program.top_bar.search
    field.setFocus()
    shown: list[str] = []

    def answered() -> None:
        shown.append(gallery.query.text)
        if gallery.found:
            # Where the same is found as before, nobody would paint.
            program.gallery.view.viewport().update()
        else:
            # In place of the gallery stand words.
            QTimer.singleShot(0, lambda: frames.tell(time.perf_counter()))

    gallery.loaded_changed.connect(answered)
    times: list[float] = []
    with Ticks() as ticks:
        for text in _TYPED:
            for end in range(1, len(text) + 1):
                shown.clear()
                took = await frames.painted(
                    lambda letter=text[end - 1]: _press(field, letter),
                    lambda typed=text[:end]: typed in shown,
                )
                times.append(took)
                await asyncio.sleep(_REST)
            field.clear()
            await asyncio.sleep(0.5)
    say(middle=statistics.median(times), p99=percentile(times, 0.99), longest=ticks.longest, keys=len(times))


if __name__ == "__main__":
    run_program(Path(sys.argv[2]), {"change": _change, "judge": _judge, "type": _type}[sys.argv[1]])

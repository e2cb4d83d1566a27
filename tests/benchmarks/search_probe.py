"""`search_probe FOLDER`: what the engine needs for the first screenfuls of many searches."""

from __future__ import annotations

import asyncio
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from studio.domain.query import Query
from studio.library.library import Library
from tests.benchmarks.measuring import say

if TYPE_CHECKING:
    from studio.library.reader import LibraryReader

FIRST = 300
_ROUNDS = 5
KINDS: dict[str, tuple[str, ...]] = {
    "words": (
        "lighthouse",
        "watercolour",
        "lighthouse dawn",
        "harbour fog film",
        "-people storm",
        '"rocky coast"',
    ),
    "beginnings": ("l", "li", "lig", "wat", "s", "zz"),
    "chinese": ("灯", "灯塔", "港湾里", "山", "雪峰", "夕阳的"),
    "fields": (
        "size:4k",
        "rating:>=4",
        "is:pick",
        "ratio:16:9 size:2k",
        "mismatch:yes",
        "cost:>0.3 before:2026-11",
        "has:reference",
        "tag:final",
        "group:3.5折",
        "lighthouse rating:5 is:pick",
    ),
}


async def _measure(folder: Path) -> None:
    figures: dict[str, float] = {}
    medians: list[float] = []
    async with Library.reader(folder) as library:
        for kind, texts in KINDS.items():
            took = [await _median(library, text) for text in texts]
            medians += took
            figures[kind] = statistics.median(took)
            figures[f"{kind}_worst"] = max(took)
        figures["plain"] = await _median(library, "")
        figures["whole"] = await _median(library, "", limit=None)
    say(middle=statistics.median(medians), worst=max(medians), **figures)


async def _median(library: LibraryReader, text: str, *, limit: int | None = FIRST) -> float:
    times: list[float] = []
    for _ in range(_ROUNDS):
        began = time.perf_counter()
        await library.listing(Query(text), limit=limit, counts=limit is None)
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


if __name__ == "__main__":
    asyncio.run(_measure(Path(sys.argv[1])))

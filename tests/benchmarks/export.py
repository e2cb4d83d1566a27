"""Two hundred pictures of 2K to PNG at three scales and WebP, beside the same in a bare Pillow pool."""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from pathlib import Path

from tests.benchmarks.measuring import Figure, child
from tests.imaging.scenes import PHOTOGRAPH, SCREEN, saved, scene
from tests.library.scenes import generate, library_in

_PICTURES = 200
_ROUNDS = 3
_PROBE = "tests.benchmarks.export_probe"
_TWO_K = (2752, 1536)


def figures() -> list[Figure]:
    """Interleaved in one process, then from the window."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sources, library = folder / "sources", folder / "library"
        _draw(sources, _PICTURES)
        asyncio.run(_make(library))
        bare = child(_PROBE, "bare", str(sources), str(_ROUNDS))
        window = child(_PROBE, "window", str(sources), str(library))
    files = _PICTURES * 4
    return [
        Figure(
            f"{files} files of {_PICTURES} pictures in a bare Pillow pool of processes", bare["pool"], "s"
        ),
        Figure("the same by an export", bare["export"], "s"),
        Figure("the export / the pool", bare["ratio"], "x", 1.2),
        Figure(f"cores it kept busy, of {os.cpu_count()}", bare["cores"], ""),
        Figure("most memory of the process that exports", bare["memory"], "MB", 1000),
        Figure("from the window", window["export"], "s"),
        Figure("longest gap meanwhile", window["gap"], "ms", 16),
        Figure("99 of 100 gaps are shorter than", window["usual_gap"], "ms"),
        Figure("longest gap of the same window at rest", window["rest_gap"], "ms"),
    ]


def _draw(folder: Path, count: int) -> None:
    """A photograph and a screen in turn, each a file of its own."""
    folder.mkdir()
    drawn = (PHOTOGRAPH, SCREEN)
    for number, prompt in enumerate(drawn):
        saved(scene(prompt, *_TWO_K), folder / f"{number}.png")
    for number in range(len(drawn), count):
        shutil.copy(folder / f"{number % len(drawn)}.png", folder / f"{number}.png")


async def _make(folder: Path) -> None:
    """A library with one version, for the window to open."""
    async with library_in(folder) as library:
        await generate(library)

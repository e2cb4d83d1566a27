"""From the start of the process to a window ready for typing, against an empty QMainWindow."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from tests.benchmarks.measuring import Figure, child, interleaved, median_ratio

_ROUNDS = 9
_VERSIONS = 10_000


def _time(*arguments: str, folder: Path) -> float:
    began = time.monotonic()
    told = child("tests.benchmarks.startup_probe", *arguments, str(folder), XDG_CONFIG_HOME=str(folder / "config"))
    return (told["ready"] - began) * 1000


def figures() -> list[Figure]:
    """Medians of interleaved starts, with 10,000 versions in the library."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        child("tests.benchmarks.many_versions", str(folder), str(_VERSIONS))
        times = interleaved(
            {
                "empty": lambda: _time("empty", folder=folder),
                "ours": lambda: _time("ours", folder=folder),
            },
            rounds=_ROUNDS,
        )
    return [
        Figure("empty QMainWindow painted", statistics.median(times["empty"]), "ms"),
        Figure("Proofroom ready for typing, 10,000 versions", statistics.median(times["ours"]), "ms"),
        Figure("ratio", median_ratio(times, "ours", "empty"), "x", 1.6),
    ]

"""From the start of the process to a window ready for typing, against an empty QMainWindow."""

from __future__ import annotations

import json
import statistics
import tempfile
import time
from pathlib import Path

from studio.domain.recipe import DEMO_GATEWAY
from tests.benchmarks.measuring import Figure, child, interleaved, median_ratio

_ROUNDS = 9
_VERSIONS = 10_000


def _probe(kind: str, settings: Path) -> dict[str, float]:
    return child("tests.benchmarks.startup_probe", kind, XDG_CONFIG_HOME=str(settings))


def _time(kind: str, settings: Path) -> float:
    began = time.monotonic()
    return (_probe(kind, settings)["ready"] - began) * 1000


def figures() -> list[Figure]:
    """Medians of interleaved starts, with 10,000 versions in the library."""
    with tempfile.TemporaryDirectory() as name:
        library, settings = Path(name, "library"), Path(name, "settings")
        child("tests.benchmarks.many_versions", str(library), str(_VERSIONS))
        (settings / "proofroom").mkdir(parents=True)
        content = json.dumps({"library": str(library), "gateway": DEMO_GATEWAY})
        (settings / "proofroom" / "settings.json").write_text(content, encoding="utf-8")
        times = interleaved(
            {
                "empty": lambda: _time("empty", settings),
                "ours": lambda: _time("ours", settings),
                "gap": lambda: _probe("gaps", settings)["longest"],
            },
            rounds=_ROUNDS,
        )
    return [
        Figure("empty QMainWindow painted", statistics.median(times["empty"]), "ms"),
        Figure("Proofroom ready for typing, 10,000 versions", statistics.median(times["ours"]), "ms"),
        Figure("ratio", median_ratio(times, "ours", "empty"), "x", 1.6),
        Figure("longest gap of a timer until the library is shown", statistics.median(times["gap"]), "ms"),
    ]

"""How fast `proofroom estimate` answers, against a bare Python that imports json and argparse."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

from tests.benchmarks.measuring import ROOT, Figure, interleaved

_ROUNDS = 11


def _time(*command: str) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, *command], cwd=ROOT, check=True, capture_output=True)
    return (time.perf_counter() - began) * 1000


def figures() -> list[Figure]:
    """The goal is 2.5 times the floor plus 100 ms, so what is compared is the time less 100 ms."""
    times = interleaved(
        {
            "floor": lambda: _time("-c", "import json, argparse"),
            "estimate": lambda: _time("-m", "studio", "estimate", "a lighthouse", "--json"),
        },
        rounds=_ROUNDS,
    )
    over = statistics.median(
        (ours - 100) / floor for ours, floor in zip(times["estimate"], times["floor"], strict=True)
    )
    return [
        Figure("python -c 'import json, argparse'", statistics.median(times["floor"]), "ms"),
        Figure("proofroom estimate", statistics.median(times["estimate"]), "ms"),
        Figure("(estimate - 100 ms) / floor", over, "x", 2.5),
    ]

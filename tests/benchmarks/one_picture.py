"""One 20 MB picture from request to durable file, thumbnail off: against curl and Google's own SDK."""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path

from tests.benchmarks.measuring import Figure, big_server, child

_ROUNDS = 9
_MEGABYTES = 20
_PROBE = "tests.benchmarks.one_picture_probe"


def figures() -> list[Figure]:
    """Each round starts one process of each kind against the same server."""
    told: dict[str, list[dict[str, float]]] = {"curl": [], "ours": [], "sdk": []}
    with tempfile.TemporaryDirectory() as name, big_server(Path(name), megabytes=_MEGABYTES) as address:
        for _ in range(_ROUNDS):
            for kind, runs in told.items():
                with tempfile.TemporaryDirectory() as folder:
                    runs.append(child(_PROBE, kind, address, folder))

    def ratio(name: str, over: str, field: str) -> float:
        pairs = zip(told[name], told[over], strict=True)
        return statistics.median(ours[field] / theirs[field] for ours, theirs in pairs)

    def middle(name: str, field: str) -> float:
        return statistics.median(run[field] for run in told[name])

    return [
        Figure("curl", middle("curl", "ms"), "ms"),
        Figure("Proofroom, request to durable file", middle("ours", "ms"), "ms"),
        Figure("google-genai, request to file", middle("sdk", "ms"), "ms"),
        Figure("Proofroom / curl", ratio("ours", "curl", "ms"), "x", 2),
        Figure("Proofroom / google-genai", ratio("ours", "sdk", "ms"), "x", 0.5),
        Figure("extra memory of Proofroom", middle("ours", "mb"), "MB"),
        Figure("extra memory of google-genai", middle("sdk", "mb"), "MB"),
        Figure("memory, Proofroom / google-genai", ratio("ours", "sdk", "mb"), "x", 0.1),
    ]

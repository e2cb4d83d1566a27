"""A 20 MB picture over a link paced to one second: from its last byte to its thumbnail."""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path

from tests.benchmarks.measuring import Figure, big_server, child

_ROUNDS = 5


def figures() -> list[Figure]:
    """The thumbnail is made while the picture still arrives."""
    waits: list[float] = []
    with (
        tempfile.TemporaryDirectory() as name,
        big_server(Path(name), megabytes=20, seconds=1) as address,
    ):
        for _ in range(_ROUNDS):
            with tempfile.TemporaryDirectory() as folder:
                waits.append(child("tests.benchmarks.paced_probe", address, folder)["ms"])
    return [Figure("last byte to thumbnail, link of 1 s", statistics.median(waits), "ms", 20)]

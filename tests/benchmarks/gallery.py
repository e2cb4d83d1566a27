"""A hundred thousand versions with real thumbnails: the start, the memory, scrolling, jumping."""

from __future__ import annotations

import json
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from studio.domain.recipe import DEMO_GATEWAY
from tests.benchmarks.libraries import copied_library, forget_cached, made_library
from tests.benchmarks.measuring import Figure, big_server, child, interleaved, median_ratio
from tests.benchmarks.program_probe import begin_at_the_top

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

VERSIONS = 100_000
_STARTS = 7
_ROUNDS = 3
_PICTURE_MB = 20  # in base64 about 27 MB
_PROBE = "tests.benchmarks.gallery_probe"
_START = "tests.benchmarks.gallery_start_probe"
_AT_TWICE = {"QT_SCALE_FACTOR": "2"}


def figures() -> list[Figure]:
    """All of it, on one library."""
    library = made_library(VERSIONS)
    return [*_start(library), *_memory(library), *_scrolling(library), *_scrolling_while_replies_arrive()]


def _start(library: Path) -> list[Figure]:
    with tempfile.TemporaryDirectory() as name:
        settings = Path(name)
        (settings / "proofroom").mkdir()
        content = json.dumps({"library": str(library), "gateway": DEMO_GATEWAY})
        (settings / "proofroom" / "settings.json").write_text(content, encoding="utf-8")

        def empty() -> float:
            began = time.monotonic()
            return (child("tests.benchmarks.startup_probe", "empty")["ready"] - began) * 1000

        def full() -> float:
            begin_at_the_top(library)
            began = time.monotonic()
            ended = child(_START, str(library), XDG_CONFIG_HOME=str(settings))
            return (ended["ready"] - began) * 1000

        def cold() -> float:
            forget_cached(library)
            return full()

        times = interleaved({"empty": empty, "warm": full, "cold": cold}, rounds=_STARTS)
    return [
        Figure("empty QMainWindow painted", statistics.median(times["empty"]), "ms"),
        Figure("window full of thumbnails", statistics.median(times["warm"]), "ms"),
        Figure("ratio", median_ratio(times, "warm", "empty"), "x", 2),
        Figure("the same, library not in the page cache", statistics.median(times["cold"]), "ms"),
        Figure("ratio", median_ratio(times, "cold", "empty"), "x", 2),
    ]


def _memory(library: Path) -> list[Figure]:
    figures: list[Figure] = []
    for scale, environment, goal in ((1, {}, 120), (2, _AT_TWICE, 250)):
        rounds = [
            (
                child(_PROBE, "rest", str(library), **environment),
                child("tests.benchmarks.startup_probe", "empty", **environment),
            )
            for _ in range(_ROUNDS)
        ]
        extra = statistics.median(ours["mb"] - empty["mb"] for ours, empty in rounds)
        layout = statistics.median(ours["layout"] for ours, _ in rounds)
        figures += [
            Figure(f"scale {scale}: a view of its own laid out and painted after show", layout, "ms", 30),
            Figure(f"scale {scale}: extra memory, window full and at rest", extra, "MB", goal),
        ]
    return figures


def _scrolling(library: Path) -> list[Figure]:
    figures: list[Figure] = []
    for scale, environment, goal in ((1, {}, 120), (2, _AT_TWICE, 250)):
        runs = [child(_PROBE, "scroll", str(library), **environment) for _ in range(_ROUNDS)]
        empty = child("tests.benchmarks.startup_probe", "empty", **environment)
        middle = middles(runs)
        figures += [
            *_frames(f"scale {scale}: up to 6,000 px/s", middle),
            Figure(f"scale {scale}: blank tiles up to 6,000 px/s", middle["blanks"], "", 0),
            Figure(f"scale {scale}: by the scroll bar: paint p99", middle["bar_paint"], "ms", 8),
            Figure(f"scale {scale}: by the scroll bar: longest frame gap", middle["bar_longest"], "ms", 34),
            Figure(f"scale {scale}: jump until the screen is filled", middle["jump"], "ms", 50),
            Figure(f"scale {scale}: the same, worst of forty", middle["jump_worst"], "ms", 120),
            Figure(f"scale {scale}: extra memory after scrolling", middle["mb"] - empty["mb"], "MB", goal),
        ]
    return figures


def _frames(what: str, middle: dict[str, float]) -> Iterator[Figure]:
    yield Figure(f"{what}: paint p99", middle["paint"], "ms", 8)
    yield Figure(f"{what}: frame gap p99", middle["gap"], "ms", 20)
    yield Figure(f"{what}: longest frame gap", middle["longest"], "ms", 34)


def _scrolling_while_replies_arrive() -> list[Figure]:
    runs: list[dict[str, float]] = []
    with (
        tempfile.TemporaryDirectory() as name,
        big_server(Path(name), megabytes=_PICTURE_MB, tls=True, aside=True) as address,
    ):
        authority = str(Path(name) / "authority.pem")
        for _ in range(_ROUNDS):
            with copied_library(VERSIONS) as library:
                runs.append(child(_PROBE, "arrivals", str(library), address, SSL_CERT_FILE=authority))
    middle = middles(runs)
    return [
        *_frames("while eight 27 MB replies arrive", middle),
        Figure("while eight 27 MB replies arrive: blank tiles", middle["blanks"], "", 0),
        Figure("while eight 27 MB replies arrive: saved before the end", middle["during"], ""),
    ]


def middles(runs: Sequence[dict[str, float]]) -> dict[str, float]:
    """Of each field its median over the runs."""
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}

"""What a change costs a window over 100,000 versions, beside 1,000; searching; judging a thousand."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING

from tests.benchmarks.gallery import VERSIONS, middles
from tests.benchmarks.libraries import copied_library, made_library
from tests.benchmarks.measuring import Figure, child

if TYPE_CHECKING:
    from collections.abc import Iterator

FEW = 1000
_ROUNDS = 3
_PROBE = "tests.benchmarks.changes_probe"
_CHANGES = {"new": "a new version", "resize": "a resize", "edge": "another size of tiles"}


def change_figures() -> list[Figure]:
    """Interleaved: the same changes with few and with many."""
    few, many = made_library(FEW), made_library(VERSIONS)
    runs = [(child(_PROBE, "change", str(few)), child(_PROBE, "change", str(many))) for _ in range(_ROUNDS)]

    def each() -> Iterator[Figure]:
        for name, words in _CHANGES.items():
            small = statistics.median(run[0][name] for run in runs)
            large = statistics.median(run[1][name] for run in runs)
            ratio = statistics.median(run[1][name] / run[0][name] for run in runs)
            longest = statistics.median(run[1][f"{name}_longest"] for run in runs)
            yield Figure(f"{words} until painted, {FEW:,} versions", small, "ms")
            yield Figure(f"{words} until painted, {VERSIONS:,} versions", large, "ms")
            yield Figure(f"{words}: ratio", ratio, "x", 1.2)
            yield Figure(f"{words}: longest gap, {VERSIONS:,} versions", longest, "ms", 16)

    return list(each())


def judging_figures() -> list[Figure]:
    """In a copy of the library: what is taken back leaves a journal."""
    with copied_library(VERSIONS) as library:
        middle = middles([child(_PROBE, "judge", str(library)) for _ in range(_ROUNDS)])
    return [
        Figure("selecting 1,000 tiles until painted", middle["select"], "ms"),
        Figure("longest gap meanwhile", middle["select_longest"], "ms", 16),
        Figure("rating 1,000 selected versions until painted", middle["rate"], "ms", 100),
        Figure("undoing it until painted", middle["undo"], "ms", 100),
        Figure("longest gap meanwhile", middle["longest"], "ms", 16),
    ]


def search_figures() -> list[Figure]:
    """The engine alone, then from a key to the list."""
    library = str(made_library(VERSIONS))
    engine = middles([child("tests.benchmarks.search_probe", library) for _ in range(_ROUNDS)])
    typed = middles([child(_PROBE, "type", library) for _ in range(_ROUNDS)])
    return [
        Figure("first 300 in the engine, median of all searches", engine["middle"], "ms", 5),
        Figure("English words: median", engine["words"], "ms", 5),
        Figure("beginnings of one to three letters: median", engine["beginnings"], "ms", 5),
        Figure("one to three Chinese characters: median", engine["chinese"], "ms", 5),
        Figure("fields: median", engine["fields"], "ms", 5),
        Figure("the slowest of all searches", engine["worst"], "ms"),
        Figure("no search: first 300", engine["plain"], "ms"),
        Figure(f"no search: all {VERSIONS:,}", engine["whole"], "ms"),
        Figure("from a key to the list: median", typed["middle"], "ms", 30),
        Figure("from a key to the list: p99", typed["p99"], "ms", 80),
        Figure("longest gap meanwhile", typed["longest"], "ms"),
    ]

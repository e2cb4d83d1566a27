"""A tree of 2,000 versions in a library of 20,000: read from the index, and made a tree of."""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from studio.domain.recipe import Recipe
from studio.domain.version import Tree
from studio.library.database import open_for_reading
from studio.library.layout import LibraryFolder
from studio.library.version_records import tree
from tests.benchmarks.measuring import Figure
from tests.library.shelves import shelved, write_index

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studio.domain.version import Version

_TREE = 2_000
_VERSIONS = 20_000
_ROUNDS = 15
_PROMPT = "make the sky a little warmer, and let the boats drift to the left, quietly " * 4


def figures() -> list[Figure]:
    """Medians; the version that is asked for stands in the middle of its tree."""
    reading: list[float] = []
    growing: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_index(folder, _versions())
        with closing(open_for_reading(LibraryFolder(folder))) as connection:
            for _ in range(_ROUNDS):
                began = time.perf_counter()
                found = tree(connection, _name(_TREE // 2))
                read = time.perf_counter()
                branches = tuple(Tree(found).branches())
                grown = time.perf_counter()
                if len(branches) != _TREE:
                    raise RuntimeError(f"a tree of {len(branches)} versions was found")
                reading.append((read - began) * 1000)
                growing.append((grown - read) * 1000)
    return [
        Figure("a tree of 2,000 versions, read from the index", statistics.median(reading), "ms", 40),
        Figure("and put in its order", statistics.median(growing), "ms", 10),
    ]


def _versions() -> Iterator[Version]:
    """Every version of the tree continues one of the thirty before it."""
    chance = random.Random(1)
    for number in range(1, _VERSIONS + 1):
        in_tree = 1 < number <= _TREE
        parent = _name(chance.randrange(max(1, number - 30), number)) if in_tree else None
        yield shelved(number, recipe=Recipe(_PROMPT, parent=parent), palette=("#102030", "#aabbcc"))


def _name(number: int) -> str:
    return f"{number:04}-version"

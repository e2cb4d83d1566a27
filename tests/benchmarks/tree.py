"""The page of a tree of two thousand versions in the real window: how soon it is painted, how it moves."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tests.benchmarks.measuring import Figure, child
from tests.support.gallery import numbered, write_versions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studio.domain.version import Version

_PROBE = "tests.benchmarks.tree_probe"
_VERSIONS = 2000
_ROUNDS = 9
_REACH = 40
"""A version continues one of so many before it: branches of every length."""


def figures() -> list[Figure]:
    """One window; each round opens the page, then walks, zooms and moves in it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "library")
        write_versions(folder, _versions())
        told = child(_PROBE, str(folder), str(_ROUNDS), numbered(_VERSIONS // 2).id)
    return [
        Figure("tree of 2,000, its details seen: painted", told["open"], "ms", 100),
        Figure("the slowest", told["worst_open"], "ms"),
        Figure("tree of 2,000, chosen and opened at once: painted", told["cold"], "ms", 100),
        Figure("the first of all, its widgets built too", told["first"], "ms"),
        Figure("all of it, zoomed out: painted", told["whole"], "ms"),
        Figure("an arrow key: painted", told["step"], "ms", 16),
        Figure("longest gap while it is zoomed and moved", told["gap"], "ms", 16),
    ]


def _versions() -> Iterator[Version]:
    random = Random(1)
    for number in range(1, _VERSIONS + 1):
        parent = None if number == 1 else numbered(max(1, number - random.randint(1, _REACH))).id
        made = numbered(number, prompt=f"change the light of number {number}", parent=parent)
        yield replace(made, palette=(f"#{random.randrange(0x1000000):06x}",))

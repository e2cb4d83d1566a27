"""How one list of ids becomes another in few steps: which runs go, which runs come."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def unwanted_runs(held: Sequence[str], wanted: Sequence[str]) -> list[tuple[int, int]]:
    """First and last positions of what to take out of `held`, from the end, so that none moves another.

    What stays is in the order of `wanted`.
    """
    places = {name: place for place, name in enumerate(wanted)}
    stays: list[bool] = []
    highest = -1
    for name in held:
        place = places.get(name, -1)
        stays.append(place > highest)
        highest = max(highest, place)
    runs: list[tuple[int, int]] = []
    for position in reversed(range(len(held))):
        if stays[position]:
            continue
        if runs and runs[-1][0] == position + 1:
            runs[-1] = (position, runs[-1][1])
        else:
            runs.append((position, position))
    return runs


def missing_runs(held: Sequence[str], wanted: Sequence[str]) -> list[tuple[int, int]]:
    """Positions and lengths of what to put in, from the start; `held` is a part of `wanted` in its order."""
    there = set(held)
    runs: list[tuple[int, int]] = []
    for position, name in enumerate(wanted):
        if name in there:
            continue
        if runs and sum(runs[-1]) == position:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((position, 1))
    return runs


def runs_of(positions: Sequence[int]) -> list[tuple[int, int]]:
    """First and last of each run of neighbours among ascending positions."""
    runs: list[tuple[int, int]] = []
    for position in positions:
        if runs and runs[-1][1] + 1 == position:
            runs[-1] = (runs[-1][0], position)
        else:
            runs.append((position, position))
    return runs

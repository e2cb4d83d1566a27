"""How one list of ids becomes another in few steps: which runs go, which runs come."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def unwanted_runs(held: Sequence[str], wanted: Sequence[str]) -> list[tuple[int, int]]:
    """First and last positions of what to take out of `held`, from the end, so that none moves another.

    What stays is in the order of `wanted`, and as much as can be.
    """
    stays = _staying(held, {name: place for place, name in enumerate(wanted)})
    runs: list[tuple[int, int]] = []
    for position in reversed(range(len(held))):
        if position in stays:
            continue
        if runs and runs[-1][0] == position + 1:
            runs[-1] = (position, runs[-1][1])
        else:
            runs.append((position, position))
    return runs


def _staying(held: Sequence[str], places: Mapping[str, int]) -> set[int]:
    """The positions of the longest part of `held` whose places rise."""
    ends: list[int] = []  # the lowest place that a part of this length ends with
    lasts: list[int] = []  # and the position where it does
    before: dict[int, int] = {}
    for position, name in enumerate(held):
        place = places.get(name)
        if place is None:
            continue
        length = bisect_left(ends, place)
        before[position] = lasts[length - 1] if length else -1
        ends[length : length + 1] = [place]
        lasts[length : length + 1] = [position]
    stays: set[int] = set()
    position = lasts[-1] if lasts else -1
    while position >= 0:
        stays.add(position)
        position = before[position]
    return stays


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

"""How small pictures must be so that all of them go into one request: plans, without touching any picture."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_CAUTION = 0.97
"""Bytes grow a little slower than pixels."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far a picture has been made smaller: to this `edge`, the longer side, and never under `least`.

    `recoded` once it has been coded anew, which may be enough.
    """

    edge: int
    least: int
    recoded: bool = False


def encoded_size(size: int) -> int:
    """Bytes that so many bytes take in base64."""
    return -(-size // 3) * 4


def level(sizes: Sequence[int], room: int) -> int | None:
    """The most bytes that one picture may take so that all fit into `room`, when only those above are made
    smaller; None where all fit as they are. Never under 0.
    """
    if sum(sizes) <= room:
        return None
    left = max(room, 0)
    ascending = sorted(sizes)
    for at, size in enumerate(ascending):
        share = left // (len(ascending) - at)
        if size > share:
            return share
        left -= size
    return None


def next_steps(sizes: Sequence[int], steps: Sequence[Step], room: int) -> dict[int, Step]:
    """What to try next with which pictures, `sizes` being what they take by now; nothing when all fit, or
    when none can be made smaller.

    Those that can't be don't count among the others: the rest must make up for them.
    """
    movable = [at for at, step in enumerate(steps) if not step.recoded or step.edge > step.least]
    fixed = sum(size for at, size in enumerate(sizes) if at not in movable)
    most = level([sizes[at] for at in movable], room - fixed)
    if most is None:
        return {}
    return {at: _next(steps[at], sizes[at], most) for at in movable if sizes[at] > most}


def _next(step: Step, size: int, most: int) -> Step:
    """Other coding first, then as many fewer pixels as it takes by and large."""
    if not step.recoded:
        return replace(step, recoded=True)
    wanted = int(step.edge * (most / size) ** 0.5 * _CAUTION)
    return replace(step, edge=max(step.least, min(wanted, step.edge - 1)))

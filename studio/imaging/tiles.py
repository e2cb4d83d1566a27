"""From nearly right to right: where small parts of the answer lie, all over the picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from studio.imaging.correlation import Plane, Spectrum, window
from studio.imaging.levels import Alignment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from studio.imaging.levels import Level

_SIDE = 128
_MOST = 48
_LEAST_FREE = 0.4
_LEAST_CONTRAST = 2.0
_SURE = 0.3
"""Pixels of a level by which a tile is usually wrong."""
_USUAL_SCALE = 0.01
"""By how much the scale is usually wrong before: where tiles say little of it, it stays."""


@dataclass(frozen=True, slots=True)
class Seen:
    """In pixels of the parent and of the answer: these lie over each other. `weight` is above 0."""

    x: float
    y: float
    answer_x: float
    answer_y: float
    weight: float


def refined(level: Level, alignment: Alignment) -> Alignment:
    """Closer to how most tiles lie; as it was where none shows anything."""
    seen = [found for tile in _tiles(level.shape) if (found := _look(level, alignment, *tile))]
    if not seen:
        return alignment
    places = np.array([(one.x, one.y) for one in seen])
    answers = np.array([(one.answer_x, one.answer_y * alignment.stretch) for one in seen])
    weights = np.array([one.weight for one in seen])
    return _fitted(places, answers, weights, alignment, sure=_SURE * level.step)


def _tiles(shape: tuple[int, int]) -> Iterator[tuple[slice, slice]]:
    """Evenly spread, one beside the other or apart."""
    height, width = shape
    side = min(_SIDE, height, width)
    down = max(1, min(round((_MOST * height / width) ** 0.5), height // side))
    across = max(1, min(_MOST // down, width // side))
    for top in np.linspace(0, height - side, down).astype(int):
        for left in np.linspace(0, width - side, across).astype(int):
            yield slice(top, top + side), slice(left, left + side)


def _look(level: Level, alignment: Alignment, rows: slice, columns: slice) -> Seen | None:
    answer, covered = level.answer_over_parent(level.answer, alignment, rows, columns)
    free = level.weight(rows, columns) * covered
    share = float(free.mean())
    if share < _LEAST_FREE:
        return None
    weight = free * window(free.shape[0], free.shape[1])
    parent, answer = (
        _contrast(plane, weight) for plane in (level.parent[rows, columns].astype(np.float32), answer)
    )
    if parent is None or answer is None:
        return None
    shift = Spectrum(parent).shift_of(answer, reach=0.25)
    x, y = (columns.start + columns.stop) / 2 * level.step, (rows.start + rows.stop) / 2 * level.step
    return Seen(
        x,
        y,
        (x + shift.dx * level.step - alignment.dx) / alignment.scale,
        (y + shift.dy * level.step - alignment.dy) / (alignment.scale * alignment.stretch),
        share * max(shift.peak, 0.0) ** 2 + 1e-6,
    )


def _contrast(plane: Plane, weight: Plane) -> Plane | None:
    """What differs from the tile's mean; None where hardly anything does."""
    total = float(weight.sum())
    plane = (plane - np.vdot(plane, weight) / total) * weight
    return plane if np.vdot(plane, plane) / total >= _LEAST_CONTRAST**2 else None


def _fitted(
    places: NDArray[np.float64],
    answers: NDArray[np.float64],
    weights: NDArray[np.float64],
    before: Alignment,
    *,
    sure: float,
) -> Alignment:
    """The scale and the move by which most answers come to their places; others count the less the further
    they are off.
    """
    scale = before.scale
    move = np.median(places - answers * scale, axis=0)
    # A scale that few tiles speak for, all in one corner say, stays as it was.
    doubt = (sure / (_USUAL_SCALE * scale)) ** 2 / len(places)
    for _ in range(20):
        off = np.hypot(*(places - answers * scale - move).T)
        trust = weights / (1 + (off / (3 * max(sure, float(np.median(off))))) ** 2)
        trust /= trust.sum()
        middle, target = trust @ answers, trust @ places
        apart = answers - middle
        wrong = places - target - before.scale * apart
        scale = before.scale + float((trust @ (apart * wrong)).sum()) / (
            float((trust @ apart**2).sum()) + doubt
        )
        move = target - scale * middle
    return Alignment(float(move[0]), float(move[1]), scale, before.stretch)

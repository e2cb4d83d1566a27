"""How well two pictures agree, as a share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from studio.imaging.correlation import Plane

_SIDE = 8
_DARK, _FLAT = (0.01 * 255) ** 2, (0.03 * 255) ** 2
"""Of structural similarity (Wang, Bovik, Sheikh, Simoncelli 2004), here of blocks side by side."""


def agreement(first: Plane, second: Plane, weight: Plane) -> float:
    """Structural similarity where there is weight, 0 to 1. What has lines and edges counts more than what is
    flat, for everything flat looks alike. 1 where nothing has any weight.
    """
    amount = _blocks(weight)
    total = np.maximum(amount, 1e-6)
    mean_first, mean_second = _blocks(first * weight) / total, _blocks(second * weight) / total
    spread_first = np.maximum(_blocks(first * first * weight) / total - mean_first**2, 0)
    spread_second = np.maximum(_blocks(second * second * weight) / total - mean_second**2, 0)
    shared = _blocks(first * second * weight) / total - mean_first * mean_second
    light = (2 * mean_first * mean_second + _DARK) / (mean_first**2 + mean_second**2 + _DARK)
    alike = light * (2 * shared + _FLAT) / (spread_first + spread_second + _FLAT)
    counts = amount * (np.sqrt(spread_first) + np.sqrt(spread_second) + 1)
    everything = float(counts.sum())
    if everything < 1:
        return 1.0
    return float(np.clip(float((alike * counts).sum()) / everything, 0, 1))


def _blocks(plane: Plane) -> Plane:
    """The sum of each block; at the edge they are filled up with nothing."""
    for _ in range(2):
        lines, length = plane.shape
        filled = np.pad(plane, ((0, 0), (0, -length % _SIDE)))
        plane = (filled.reshape(-1, _SIDE) @ np.ones(_SIDE, np.float32)).reshape(lines, -1).T
    return plane

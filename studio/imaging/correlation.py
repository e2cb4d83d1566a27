"""How far one picture is moved against another: phase correlation."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Plane: TypeAlias = "NDArray[np.floating]"
"""A number for each pixel, in rows; of 32 bits."""

_FINEST = 0.125
"""Of a pixel's frequency: what is finer differs from one rendering of a picture to the next."""


@dataclass(frozen=True, slots=True)
class Shift:
    """The second picture shows at (x + dx, y + dy) what the first shows at (x, y).

    `peak` is how much of what both show says so, 0 to 1.
    """

    dx: float
    dy: float
    peak: float


class Spectrum:
    """A windowed picture that others are compared with."""

    def __init__(self, plane: Plane) -> None:
        self._shape = plane.shape
        self._filled = _quick_length(plane.shape[0]), _quick_length(plane.shape[1])
        self._against = np.conj(np.fft.rfft2(plane, s=self._filled))

    def shift_of(self, other: Plane, *, reach: float = 0.5) -> Shift:
        """Of a picture of the same shape, windowed alike; no further than this share of its sides."""
        height, width = self._filled
        cross = np.fft.rfft2(other, s=self._filled) * self._against
        size = np.abs(cross)
        fading = _fading(height, width)
        cross *= fading / (size + (1e-3 * float(size.mean()) + 1e-9))
        surface = np.fft.irfft2(cross, s=self._filled)
        rows, columns = (max(1, int(side * reach)) for side in self._shape)
        near = np.roll(surface, (rows, columns), (0, 1))[: 2 * rows, : 2 * columns]
        y, x = divmod(int(near.argmax()), near.shape[1])
        row, column = y - rows, x - columns
        return Shift(
            dx=column + _between(surface[row % height], column),
            dy=row + _between(surface[:, column % width], row),
            peak=float(near.max()) * height * width / (2 * float(fading.sum())),
        )


@lru_cache(maxsize=16)
def _quick_length(length: int) -> int:
    """The next one that has no prime factors but 2, 3 and 5: others take several times as long."""
    while True:
        rest = length
        for factor in (2, 3, 5):
            while rest % factor == 0:
                rest //= factor
        if rest == 1:
            return length
        length += 1


def _between(line: Plane, top: int) -> float:
    """Where between its pixels the line's top is: that of the bell through it and its neighbours."""
    before, here, after = (
        float(np.log(max(float(line[(top + step) % len(line)]), 1e-9))) for step in (-1, 0, 1)
    )
    bend = before - 2 * here + after
    return max(-0.5, min(0.5, (before - after) / (2 * bend))) if bend < 0 else 0.0


def standing_out(plane: Plane, weight: Plane) -> Plane:
    """What differs from its surroundings, where there is weight: its own edge is none of the picture's."""
    radius = max(2, min(plane.shape) // 16)
    around = _blurred(plane * weight, radius) / np.maximum(_blurred(weight, radius), 1e-6)
    return (plane - around) * weight


def _blurred(plane: Plane, radius: int) -> Plane:
    """The sum of the square of so many pixels around; beyond the edge is nothing."""
    for _ in range(2):
        sums = np.cumsum(np.pad(plane, ((0, 0), (radius + 1, radius))), axis=1)
        plane = (sums[:, 2 * radius + 1 :] - sums[:, : -2 * radius - 1]).T
    return plane


@lru_cache(maxsize=8)
def _fading(height: int, width: int) -> Plane:
    """How much each frequency counts: the finer, the less."""
    down = np.fft.fftfreq(height).astype(np.float32)[:, None]
    across = np.fft.rfftfreq(width).astype(np.float32)[None, :]
    return np.exp(-(down**2 + across**2) / np.float32(2 * _FINEST**2))


@lru_cache(maxsize=8)
def window(height: int, width: int, *, taper: float = 1.0) -> Plane:
    """1 in the middle, 0 at the edges; `taper` is the share of a side in which it falls, 1 all of it."""
    return np.outer(_side(height, taper), _side(width, taper))


def _side(length: int, taper: float) -> Plane:
    edge = (np.arange(length, dtype=np.float32) + np.float32(0.5)) / np.float32(length * taper / 2)
    return np.sin(np.minimum(np.minimum(edge, edge[::-1]), 1) * np.float32(np.pi / 2)) ** 2

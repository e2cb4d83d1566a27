"""Lines over a picture that things are lined up with: guides, and a grid of 8 points."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from studio.domain.geometry import PixelSize

GRID_POINTS = 8
SCALES = (1, 2, 3)
"""Pixels of the picture for each point."""


class Axis(StrEnum):
    """Which way a guide runs."""

    VERTICAL = "vertical"
    HORIZONTAL = "horizontal"

    def length(self, picture: PixelSize) -> int:
        """How far along the picture such guides may lie."""
        return picture.width if self is Axis.VERTICAL else picture.height


@dataclass(frozen=True, slots=True, order=True)
class Guide:
    """`at` is in pixels of the picture, from the left or from the top."""

    axis: Axis
    at: int


def places(guides: Iterable[Guide], axis: Axis) -> tuple[int, ...]:
    """Where the guides of one axis lie, in order."""
    return tuple(sorted(guide.at for guide in guides if guide.axis is axis))


def snapped(place: float, lines: Iterable[float], reach: float) -> float:
    """The nearest of these lines where it is in reach, else the place itself."""
    nearest = min(lines, key=lambda line: abs(line - place), default=place)
    return nearest if abs(nearest - place) <= reach else place


def grid_line(place: float, step: int) -> float:
    """The line of a grid that is nearest."""
    return round(place / step) * step


def seen_step(step: int, scale: float, least: float) -> int:
    """The step, or its double, fourfold …: the first whose lines, at this scale, are `least` apart."""
    while step * scale < least:
        step *= 2
    return step


def lines_between(step: int, first: float, last: float) -> Iterator[int]:
    """The lines of a grid from one place to another."""
    line = max(0, -(-int(first) // step)) * step
    while line <= last:
        yield line
        line += step

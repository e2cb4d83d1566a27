"""Two pictures that are to lie over each other, at a common coarseness."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from studio.imaging.pictures import Grey, as_picture, grey_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from studio.imaging.correlation import Plane, Shift

_WHOLE = slice(None)


@dataclass(frozen=True, slots=True)
class Alignment:
    """A place (x, y) of the answer lies at (scale * x + dx, scale * stretch * y + dy) of the parent.

    In pixels of each, from the corner. `fit` is how well the two agree there outside the region, 0 to 1.
    """

    dx: float
    dy: float
    scale: float
    stretch: float = 1.0
    fit: float = 0.0


@dataclass(frozen=True, slots=True)
class Frames:
    """Width and height of parent and answer, in pixels of each."""

    parent: tuple[int, int]
    answer: tuple[int, int]

    @property
    def ratios(self) -> tuple[float, float]:
        """Pixels of the parent to one of the answer, across and down, where corner lies on corner."""
        return self.parent[0] / self.answer[0], self.parent[1] / self.answer[1]

    def corner_on_corner(self) -> Alignment:
        """Whatever that does to the answer's ratio."""
        across, down = self.ratios
        return Alignment(0.0, 0.0, across, down / across)

    def middle_on_middle(self, scale: float, stretch: float) -> Alignment:
        """At this size."""
        dx = (self.parent[0] - scale * self.answer[0]) / 2
        dy = (self.parent[1] - scale * stretch * self.answer[1]) / 2
        return Alignment(dx, dy, scale, stretch)


@dataclass(frozen=True, slots=True)
class Level:
    """Both in brightness. `region` is 255 where the parent may change, of the parent's shape here.

    A pixel here is a square of `step` by `step` of the parent's, and of `answer_step` of the answer's.
    """

    parent: Grey
    answer: Grey
    region: Grey
    frames: Frames
    step: int = 1
    answer_step: int = 1

    @property
    def shape(self) -> tuple[int, int]:
        """Height and width."""
        return self.parent.shape[0], self.parent.shape[1]

    def shrunk(self, pixels: int) -> Level:
        """About so many pixels at most, and about no finer than the coarser of the two is."""
        across, down = self.frames.ratios
        scale = (across * down) ** 0.5
        size = self.frames.parent[0] * self.frames.parent[1]
        step = max(1.0, scale, (size / pixels) ** 0.5)
        by = _whole(step / self.step, self.parent)
        answer_by = _whole(step / scale / self.answer_step, self.answer)
        return Level(
            parent=_shrunk(self.parent, by),
            answer=_shrunk(self.answer, answer_by),
            region=_shrunk(self.region, by),
            frames=self.frames,
            step=self.step * by,
            answer_step=self.answer_step * answer_by,
        )

    def moved(self, alignment: Alignment, shift: Shift) -> Alignment:
        """After the answer, laid there, was seen to be moved so."""
        return Alignment(
            alignment.dx - shift.dx * self.step,
            alignment.dy - shift.dy * self.step,
            alignment.scale,
            alignment.stretch,
        )

    def weight(self, rows: slice = _WHOLE, columns: slice = _WHOLE) -> Plane:
        """1 where nothing was to change, 0 in the region."""
        return (255 - self.region[rows, columns]).astype(np.float32) / np.float32(255)

    def answer_over_parent(
        self, answer: Grey | Plane, alignment: Alignment, rows: slice = _WHOLE, columns: slice = _WHOLE
    ) -> tuple[Plane, Plane]:
        """The answer, as it is here, at pixels of the parent; and 1 where it has any, else 0."""
        x = (np.arange(self.shape[1])[columns] + 0.5) * self.step - alignment.dx
        y = (np.arange(self.shape[0])[rows] + 0.5) * self.step - alignment.dy
        x = x / (alignment.scale * self.answer_step) - 0.5
        y = y / (alignment.scale * alignment.stretch * self.answer_step) - 0.5
        covered = np.outer(_within(y, answer.shape[0]), _within(x, answer.shape[1]))
        return _sampled(answer, y, x), covered.astype(np.float32)

    def over_each_other(self, alignment: Alignment) -> tuple[Plane, Plane, Plane]:
        """Parent, answer, and how much a place counts: where both can be seen and nothing was to change."""
        answer, covered = self.answer_over_parent(self.answer, alignment)
        return self.parent.astype(np.float32), answer, self.weight() * covered


def whole(parent: Grey, answer: Grey, region: Grey) -> Level:
    """As fine as they are."""
    frames = Frames(_size(parent), _size(answer))
    return Level(parent, answer, region, frames)


def _size(grey: Grey) -> tuple[int, int]:
    return grey.shape[1], grey.shape[0]


def _whole(by: float, grey: Grey) -> int:
    """A whole number that leaves a pixel of it, at least."""
    return max(1, min(round(by), *grey.shape))


def _shrunk(grey: Grey, by: int) -> Grey:
    """Each pixel the mean of a square. What is left over at the right and below is left out, so that all
    others lie where they did.
    """
    if by == 1:
        return grey
    width, height = _size(grey)
    return grey_of(as_picture(grey).crop(0, 0, width // by * by, height // by * by).shrink(by, by))


def _within(places: NDArray[np.floating], length: int) -> NDArray[np.bool_]:
    return (places > -1) & (places < length)


def _sampled(grey: Grey | Plane, y: NDArray[np.floating], x: NDArray[np.floating]) -> Plane:
    """Between pixels, by how near they are; beyond the edge, the edge."""
    top, below, down = _neighbours(y, grey.shape[0])
    left, right, across = _neighbours(x, grey.shape[1])
    first, last = int(top[0]), int(below[-1]) + 1
    rows = grey[first:last].astype(np.float32)
    lines = rows[:, left] * (1 - across) + rows[:, right] * across
    return lines[top - first] * (1 - down[:, None]) + lines[below - first] * down[:, None]


def _neighbours(
    places: NDArray[np.floating], length: int
) -> tuple[NDArray[np.intp], NDArray[np.intp], Plane]:
    """Of places in ascending order."""
    clipped = np.clip(places, 0, length - 1)
    before = np.minimum(clipped.astype(np.intp), max(0, length - 2))
    return before, np.minimum(before + 1, length - 1), (clipped - before).astype(np.float32)

"""Where a picture lies in the room it is looked at in: pure arithmetic, without Qt.

Lengths of the room are device pixels; the scale is device pixels for each pixel of the picture, so that at
100 % none is lost and none is made up, whatever the screen's scale.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

SMALLEST = 0.01
LARGEST = 32.0
GRID_FROM = 8.0
"""Above this scale the grid of pixels is shown."""

STOPS = (
    *(0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.25, 1 / 3, 0.5, 2 / 3),
    *(1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0, 16.0, 24.0, 32.0),
)
NOTCH = 1.2
"""How much one notch of a wheel makes of the scale."""

_CLOSE = 1e-6
_NOTCH_UNITS = 120


@dataclass(frozen=True, slots=True)
class View:
    """A picture of `width` × `height` pixels, as it is turned, in a room of `room_width` × `room_height`.

    The picture's point `x`, `y` is in the middle of the room. `fits` when the scale follows the room.
    `ratio` is the screen's scale: a small picture isn't enlarged beyond it to fit.
    """

    width: int
    height: int
    room_width: int
    room_height: int
    ratio: float = 1.0
    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0
    fits: bool = True

    @property
    def fit_scale(self) -> float:
        """The largest scale at which all of it is seen."""
        across = max(1, self.room_width) / max(1, self.width)
        down = max(1, self.room_height) / max(1, self.height)
        return min(across, down, max(1.0, self.ratio))

    @property
    def least_scale(self) -> float:
        """The smallest scale there is: the whole of it can always be seen."""
        return min(SMALLEST, self.fit_scale)

    @property
    def is_larger(self) -> bool:
        """Whether there is more of it than the room shows: it can be moved."""
        across = self.width * self.scale > self.room_width + _CLOSE
        return across or self.height * self.scale > self.room_height + _CLOSE

    @property
    def origin(self) -> tuple[int, int]:
        """Where its top left corner lies in the room, on a whole device pixel."""
        left = self.room_width / 2 - self.x * self.scale
        top = self.room_height / 2 - self.y * self.scale
        return math.floor(left + 0.5), math.floor(top + 0.5)

    @property
    def extent(self) -> tuple[int, int]:
        """How many device pixels it takes."""
        across = math.ceil(self.width * self.scale - _CLOSE)
        down = math.ceil(self.height * self.scale - _CLOSE)
        return max(1, across), max(1, down)

    def picture_point(self, across: float, down: float) -> tuple[float, float]:
        """The picture's point at this place of the room."""
        return (
            self.x + (across - self.room_width / 2) / self.scale,
            self.y + (down - self.room_height / 2) / self.scale,
        )

    def room_point(self, x: float, y: float) -> tuple[float, float]:
        """The place in the room of this point of the picture."""
        return (
            self.room_width / 2 + (x - self.x) * self.scale,
            self.room_height / 2 + (y - self.y) * self.scale,
        )

    def fitted(self) -> View:
        """All of it, in the middle."""
        return replace(self, scale=self.fit_scale, x=self.width / 2, y=self.height / 2, fits=True)

    def zoomed(self, scale: float, at: tuple[float, float] | None = None) -> View:
        """At this scale, as near as it may be; the point at this place of the room, or in its middle, stays
        where it is as far as the picture reaches.
        """
        scale = min(max(scale, self.least_scale), LARGEST)
        across, down = at or (self.room_width / 2, self.room_height / 2)
        x, y = self.picture_point(across, down)
        moved = replace(
            self,
            scale=scale,
            x=x - (across - self.room_width / 2) / scale,
            y=y - (down - self.room_height / 2) / scale,
            fits=False,
        )
        return moved.clamped()

    def moved(self, across: float, down: float) -> View:
        """The picture moved by so many device pixels, as far as it may be."""
        return replace(self, x=self.x - across / self.scale, y=self.y - down / self.scale).clamped()

    def clamped(self) -> View:
        """No room is left beside a picture that is larger than the room; a smaller one is in its middle."""
        return replace(
            self,
            x=_clamped(self.x, self.width, self.room_width / self.scale),
            y=_clamped(self.y, self.height, self.room_height / self.scale),
        )

    def in_room(self, width: int, height: int, ratio: float) -> View:
        """The same picture in another room: fitted again if it was, else about the same point."""
        there = replace(self, room_width=width, room_height=height, ratio=ratio)
        return there.fitted() if self.fits else there.clamped()

    def of(self, width: int, height: int) -> View:
        """Another picture, looked at the same way: fitted, or at the same scale about the same place."""
        other = replace(self, width=width, height=height)
        if self.fits:
            return other.fitted()
        across, down = self.x / max(1, self.width), self.y / max(1, self.height)
        return replace(other, x=across * width, y=down * height).clamped()

    def turned(self, quarters: int) -> View:
        """Turned by so many quarters to the right, about the same point."""
        view = self
        for _ in range(quarters % 4):
            view = replace(view, width=view.height, height=view.width, x=view.height - view.y, y=view.x)
        return view.fitted() if self.fits else view.clamped()

    def next_stop(self) -> float:
        """The next larger scale of a few round ones; all that fits is one of them."""
        stops = self._stops()
        at = bisect_right(stops, self.scale * (1 + _CLOSE))
        return stops[min(at, len(stops) - 1)]

    def previous_stop(self) -> float:
        """The next smaller one."""
        stops = self._stops()
        return stops[max(0, bisect_left(stops, self.scale * (1 - _CLOSE)) - 1)]

    def _stops(self) -> tuple[float, ...]:
        return tuple(sorted({*STOPS, self.fit_scale}))


def wheel_scale(scale: float, units: float) -> float:
    """The scale after a wheel turned by so many eighths of a degree."""
    return scale * NOTCH ** (units / _NOTCH_UNITS)


def upright(x: float, y: float, *, width: int, height: int, quarters: int) -> tuple[float, float]:
    """The point of a picture of `width` × `height`, where it is seen at `x`, `y` turned to the right."""
    match quarters % 4:
        case 0:
            return x, y
        case 1:
            return y, height - x
        case 2:
            return width - x, height - y
        case _:
            return width - y, x


def _clamped(middle: float, length: float, room: float) -> float:
    if length <= room:
        return length / 2
    return min(max(middle, room / 2), length - room / 2)

"""Cutting a part out of a picture: pulled, moved and held to a shape, always inside and never empty.

Places and lengths are pixels of the picture. A crop is a choice for an export: the picture stays as it is.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from studio.domain.export_sizes import Box, Focus, SizeKind, SizeRule, part_of_ratio
from studio.domain.geometry import PixelSize


class LockKind(StrEnum):
    """What a crop is held to."""

    FREE = "free"
    RATIO = "ratio"
    PIXELS = "pixels"
    """So many pixels of the picture; where it has fewer, all that goes into that shape, enlarged."""

    SCREEN = "screen"
    """The shape of a screen; the file gets its pixels, whatever the crop has."""


@dataclass(frozen=True, slots=True)
class Lock:
    """`width` and `height` are a ratio, or pixels; `name` is the screen's."""

    kind: LockKind = LockKind.FREE
    width: int = 0
    height: int = 0
    name: str = ""

    @property
    def shape(self) -> PixelSize | None:
        """The ratio that it keeps."""
        return None if self.kind is LockKind.FREE else PixelSize(self.width, self.height)

    @property
    def output(self) -> PixelSize | None:
        """The pixels of the file where they aren't those of the crop."""
        return self.shape if self.kind in {LockKind.PIXELS, LockKind.SCREEN} else None

    def turned(self) -> Lock:
        """Upright instead of lying, or the other way round."""
        return Lock(self.kind, self.height, self.width, self.name)


FREE = Lock()


@dataclass(frozen=True, slots=True)
class Grip:
    """Which edges are pulled: -1 the left or upper one, 1 the right or lower one, 0 neither."""

    x: int
    y: int


CORNER = Grip(1, 1)
GRIPS = tuple(Grip(x, y) for y in (-1, 0, 1) for x in (-1, 0, 1) if x or y)


@dataclass(frozen=True, slots=True)
class Cut:
    """A crop, and what it is held to."""

    box: Box
    lock: Lock = FREE

    @property
    def size(self) -> PixelSize:
        """The pixels that the file gets."""
        return self.lock.output or self.box.size

    @property
    def upscales(self) -> bool:
        """Whether the file gets more pixels than the crop has."""
        return self.size.width > self.box.width or self.size.height > self.box.height


def whole(picture: PixelSize) -> Box:
    """All of it."""
    return Box(0, 0, picture.width, picture.height)


def focus_of(box: Box, picture: PixelSize) -> Focus:
    """Its middle, as a part of the picture."""
    return Focus((box.left + box.width / 2) / picture.width, (box.top + box.height / 2) / picture.height)


def held(picture: PixelSize, lock: Lock, about: Box) -> Box:
    """What a lock begins with: the most of the picture in its shape, about the middle of what was cut."""
    if lock.shape is None:
        return about
    focus = focus_of(about, picture)
    goes_in = lock.width <= picture.width and lock.height <= picture.height
    if lock.kind is LockKind.PIXELS and goes_in:
        left = _between(
            math.floor(focus.x * picture.width - lock.width / 2 + 0.5), picture.width - lock.width
        )
        top = _between(
            math.floor(focus.y * picture.height - lock.height / 2 + 0.5), picture.height - lock.height
        )
        return Box(left, top, lock.width, lock.height)
    return part_of_ratio(picture, lock.shape, focus)


def moved(box: Box, dx: int, dy: int, picture: PixelSize) -> Box:
    """As far as it goes; its size stays."""
    left = _between(box.left + dx, picture.width - box.width)
    top = _between(box.top + dy, picture.height - box.height)
    return Box(left, top, box.width, box.height)


def pulled(
    box: Box, grip: Grip, x: float, y: float, picture: PixelSize, shape: PixelSize | None = None
) -> Box:
    """With the edges of this grip led to a place; the opposite edges stay.

    In a shape the other length follows: at a corner the larger of both counts, at an edge it grows about its
    middle, and moves where it would leave the picture.
    """
    if shape is None:
        left, right = _pulled_span(box.left, box.left + box.width, grip.x, x, picture.width)
        top, bottom = _pulled_span(box.top, box.top + box.height, grip.y, y, picture.height)
        return Box(left, top, right - left, bottom - top)
    across = _length(box.left, box.left + box.width, grip.x, x)
    down = _length(box.top, box.top + box.height, grip.y, y)
    ratio = shape.width / shape.height
    wanted = max(across, down * ratio) if grip.x and grip.y else across if grip.x else down * ratio
    most_across = _room(box.left, box.left + box.width, grip.x, picture.width)
    most_down = _room(box.top, box.top + box.height, grip.y, picture.height)
    width, height = _in_shape(wanted, shape, most_across, most_down)
    return Box(
        _placed(box.left, box.width, width, grip.x, picture.width),
        _placed(box.top, box.height, height, grip.y, picture.height),
        width,
        height,
    )


def drawn(
    first: tuple[float, float], last: tuple[float, float], picture: PixelSize, shape: PixelSize | None = None
) -> Box:
    """From one place to another."""
    left = _between(math.floor(first[0]), picture.width - 1)
    top = _between(math.floor(first[1]), picture.height - 1)
    grip = Grip(1 if last[0] >= first[0] else -1, 1 if last[1] >= first[1] else -1)
    return pulled(Box(left, top, 1, 1), grip, last[0], last[1], picture, shape)


def sized(box: Box, width: int, height: int, picture: PixelSize, shape: PixelSize | None = None) -> Box:
    """So large, about its middle; where only one length is another, a shape makes the other follow."""
    if shape is not None:
        ratio = shape.width / shape.height
        wanted = float(width) if width != box.width else height * ratio
        width, height = _in_shape(wanted, shape, picture.width, picture.height)
    width, height = _between(width, picture.width, 1), _between(height, picture.height, 1)
    left = _between(box.left + (box.width - width) // 2, picture.width - width)
    top = _between(box.top + (box.height - height) // 2, picture.height - height)
    return Box(left, top, width, height)


def rule_of(cut: Cut, picture: PixelSize) -> SizeRule:
    """The size of an export that makes this of the picture: its file has `cut.size` pixels."""
    size = cut.size
    if size == cut.box.size:
        return SizeRule(SizeKind.CROP, box=cut.box)
    return SizeRule(SizeKind.FILL, size.width, size.height, focus=focus_of(cut.box, picture), box=cut.box)


def _pulled_span(low: int, high: int, way: int, to: float, most: int) -> tuple[int, int]:
    place = math.floor(to + 0.5)
    if way < 0:
        return _between(place, high - 1), high
    return (low, _between(place, most, low + 1)) if way > 0 else (low, high)


def _length(low: int, high: int, way: int, to: float) -> float:
    if not way:
        return high - low
    return max(1.0, high - to if way < 0 else to - low)


def _room(low: int, high: int, way: int, most: int) -> int:
    """How long it may become."""
    if not way:
        return most
    return high if way < 0 else most - low


def _in_shape(wanted: float, shape: PixelSize, most_across: int, most_down: int) -> tuple[int, int]:
    """About as wide as wanted, in whole pixels that keep to the shape as nearly as they can."""
    ratio = shape.width / shape.height
    across = min(wanted, float(most_across), most_down * ratio)
    if ratio >= 1:
        # The longer side is whole, so that rounding the other is the smaller error.
        width = max(1, math.floor(across + 0.5))
        height = max(1, math.floor(width / ratio + 0.5))
    else:
        height = max(1, math.floor(across / ratio + 0.5))
        width = max(1, math.floor(height * ratio + 0.5))
    return min(width, most_across), min(height, most_down)


def _placed(low: int, was: int, length: int, way: int, most: int) -> int:
    if way > 0:
        return low
    if way < 0:
        return low + was - length
    return _between(low + (was - length) // 2, most - length)


def _between(number: int, most: int, least: int = 0) -> int:
    return max(least, min(number, most))

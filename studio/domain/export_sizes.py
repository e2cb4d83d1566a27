"""The sizes an export makes of a picture: which part of it, how large, and whether that enlarges it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from studio.domain.geometry import PixelSize


class SizeKind(StrEnum):
    """How a rule comes to its size. All but the last three keep the picture's ratio."""

    SCALE = "scale"
    """A part of the picture's own size: it is the picture itself at `SizeRule.whole`."""

    WIDTH = "width"
    HEIGHT = "height"
    FIT = "fit"
    """As large as goes into a frame."""

    WITHIN = "within"
    """The same, but never larger than the picture is."""

    FILL = "fill"
    """A frame filled to its edges; what stands out is cut off, farthest from the focus first. With a box it
    is filled from the middle of that part.
    """

    RATIO = "ratio"
    """The largest part of this ratio around the focus, at its own pixels."""

    CROP = "crop"
    """One part of the picture, at its own pixels."""


@dataclass(frozen=True, slots=True)
class Focus:
    """The point that stays in sight, from the left and from the top: 0 to 1."""

    x: float = 0.5
    y: float = 0.5


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a picture, in its pixels."""

    left: int
    top: int
    width: int
    height: int

    @property
    def size(self) -> PixelSize:
        """Its width and height."""
        return PixelSize(self.width, self.height)


@dataclass(frozen=True, slots=True)
class SizeRule:
    """One size of an export. `width` and `height` are pixels at scale 1; for RATIO they are only a ratio.

    `scale` multiplies them: 390 wide at scale 3 is 1170 pixels. SCALE, RATIO and CROP give `scale / whole` of
    the pixels there are. `suffix` is what a name says of the size ("@2x"); `folder` is where the file goes
    below the chosen folder, such as "mipmap-xhdpi" ("" is the folder itself).
    """

    kind: SizeKind = SizeKind.SCALE
    width: int = 0
    height: int = 0
    scale: float = 1.0
    whole: float = 1.0
    focus: Focus = Focus()
    box: Box | None = None
    suffix: str = ""
    folder: str = ""

    def is_usable(self) -> bool:
        """Whether it leads to a size: numbers that it needs are there, and none is out of all bounds."""
        numbers = (self.scale, self.whole, self.focus.x, self.focus.y)
        if not all(math.isfinite(number) for number in numbers) or not self.scale > 0 < self.whole:
            return False
        needed = {
            SizeKind.WIDTH: (self.width,),
            SizeKind.HEIGHT: (self.height,),
            SizeKind.CROP: (self.box.width, self.box.height) if self.box else (0,),
            SizeKind.SCALE: (),
        }.get(self.kind, (self.width, self.height))
        return all(0 < number * self.scale <= MOST_EDGE for number in needed)


MOST_EDGE = 65_500
"""In pixels. No rule may ask for a longer one: it is the most of a JPEG."""


@dataclass(frozen=True, slots=True)
class Plan:
    """This part of the picture becomes this size; `upscales` when that invents pixels."""

    box: Box
    size: PixelSize

    @property
    def upscales(self) -> bool:
        """Whether it gets more pixels than it has, in either direction."""
        return self.size.width > self.box.width or self.size.height > self.box.height


def resolve(rule: SizeRule, source: PixelSize) -> Plan:
    """What a usable rule makes of a picture of this size: never empty, never outside the picture."""
    whole = Box(0, 0, source.width, source.height)
    match rule.kind:
        case SizeKind.FILL:
            frame = _frame(rule)
            if rule.box is not None:
                return Plan(_part_of_box(_inside(rule.box, source), frame), frame)
            return Plan(part_of_ratio(source, frame, rule.focus), frame)
        case SizeKind.RATIO:
            part = part_of_ratio(source, PixelSize(rule.width, rule.height), rule.focus)
            return Plan(part, _times(part.size, rule.scale / rule.whole))
        case SizeKind.CROP:
            part = _inside(rule.box or whole, source)
            return Plan(part, _times(part.size, rule.scale / rule.whole))
        case _:
            return Plan(whole, _size_of_all(rule, source))


def _size_of_all(rule: SizeRule, source: PixelSize) -> PixelSize:
    match rule.kind:
        case SizeKind.WIDTH:
            return _wide(source, _pixels(rule.width * rule.scale))
        case SizeKind.HEIGHT:
            return _high(source, _pixels(rule.height * rule.scale))
        case SizeKind.FIT:
            return _fitted(source, _frame(rule))
        case SizeKind.WITHIN:
            frame = _frame(rule)
            goes_in = source.width <= frame.width and source.height <= frame.height
            return source if goes_in else _fitted(source, frame)
        case _:
            return _times(source, rule.scale / rule.whole)


def part_of_ratio(source: PixelSize, ratio: PixelSize, focus: Focus) -> Box:
    """The largest part of the picture in this ratio, its middle as near to the focus as it goes."""
    if source.width * ratio.height > source.height * ratio.width:
        width, height = _pixels(source.height * ratio.width / ratio.height), source.height
    else:
        width, height = source.width, _pixels(source.width * ratio.height / ratio.width)
    width, height = min(width, source.width), min(height, source.height)
    left = _between(_rounded(focus.x * source.width - width / 2), source.width - width)
    top = _between(_rounded(focus.y * source.height - height / 2), source.height - height)
    return Box(left, top, width, height)


def _part_of_box(box: Box, ratio: PixelSize) -> Box:
    part = part_of_ratio(box.size, ratio, Focus())
    return Box(box.left + part.left, box.top + part.top, part.width, part.height)


def _frame(rule: SizeRule) -> PixelSize:
    return PixelSize(_pixels(rule.width * rule.scale), _pixels(rule.height * rule.scale))


def _fitted(source: PixelSize, frame: PixelSize) -> PixelSize:
    if source.width * frame.height > source.height * frame.width:
        return _wide(source, frame.width)
    return _high(source, frame.height)


def _wide(source: PixelSize, width: int) -> PixelSize:
    return PixelSize(width, _pixels(width * source.height / source.width))


def _high(source: PixelSize, height: int) -> PixelSize:
    return PixelSize(_pixels(height * source.width / source.height), height)


def _times(size: PixelSize, factor: float) -> PixelSize:
    return PixelSize(_pixels(size.width * factor), _pixels(size.height * factor))


def _inside(box: Box, source: PixelSize) -> Box:
    left, top = _between(box.left, source.width - 1), _between(box.top, source.height - 1)
    right, bottom = min(box.left + box.width, source.width), min(box.top + box.height, source.height)
    return Box(left, top, max(1, right - left), max(1, bottom - top))


def _between(number: int, most: int) -> int:
    return max(0, min(number, most))


def _pixels(length: float) -> int:
    return max(1, _rounded(length))


def _rounded(length: float) -> int:
    """Halves upwards, as people do."""
    return math.floor(length + 0.5)

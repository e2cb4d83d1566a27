"""Aspect ratios, resolutions, and the pixels that the model is published to deliver.

Source of the table: wire.md 3.2 (Google's image generation page, 3.1 Flash Image).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class AspectRatio(StrEnum):
    """The fourteen ratios the model takes; the value is the wire's and the window's."""

    SQUARE = "1:1"
    R3_2 = "3:2"
    R4_3 = "4:3"
    R16_9 = "16:9"
    R21_9 = "21:9"
    R5_4 = "5:4"
    R2_3 = "2:3"
    R3_4 = "3:4"
    R4_5 = "4:5"
    R9_16 = "9:16"
    R4_1 = "4:1"
    R1_4 = "1:4"
    R8_1 = "8:1"
    R1_8 = "1:8"

    @property
    def width(self) -> int:
        """The ratio's first number."""
        return int(self.value.split(":")[0])

    @property
    def height(self) -> int:
        """The ratio's second number."""
        return int(self.value.split(":")[1])


class Resolution(StrEnum):
    """The price steps of a call, as the gateway's page labels them."""

    HALF_K = "0.5K"
    ONE_K = "1K"
    TWO_K = "2K"
    FOUR_K = "4K"

    @property
    def wire(self) -> str:
        """The literal of `imageSize`: "512" for 0.5K, else the label (wire.md 3.1)."""
        return "512" if self is Resolution.HALF_K else self.value

    @property
    def output_tokens(self) -> int:
        """Published output tokens of one picture (wire.md 3.2)."""
        return {"0.5K": 747, "1K": 1120, "2K": 1680, "4K": 2520}[self.value]


@dataclass(frozen=True, slots=True)
class PixelSize:
    """Width and height in pixels, both positive."""

    width: int
    height: int

    def __str__(self) -> str:
        """As the window writes it: "2752 × 1536"."""
        return f"{self.width} × {self.height}"

    @property
    def pixels(self) -> int:
        """Width times height."""
        return self.width * self.height


_PUBLISHED: dict[AspectRatio, tuple[tuple[int, int], ...]] = {
    AspectRatio.SQUARE: ((512, 512), (1024, 1024), (2048, 2048), (4096, 4096)),
    AspectRatio.R1_4: ((256, 1024), (512, 2048), (1024, 4096), (2048, 8192)),
    AspectRatio.R1_8: ((192, 1536), (384, 3072), (768, 6144), (1536, 12288)),
    AspectRatio.R2_3: ((424, 632), (848, 1264), (1696, 2528), (3392, 5056)),
    AspectRatio.R3_2: ((632, 424), (1264, 848), (2528, 1696), (5056, 3392)),
    AspectRatio.R3_4: ((448, 600), (896, 1200), (1792, 2400), (3584, 4800)),
    AspectRatio.R4_1: ((1024, 256), (2048, 512), (4096, 1024), (8192, 2048)),
    AspectRatio.R4_3: ((600, 448), (1200, 896), (2400, 1792), (4800, 3584)),
    AspectRatio.R4_5: ((464, 576), (928, 1152), (1856, 2304), (3712, 4608)),
    AspectRatio.R5_4: ((576, 464), (1152, 928), (2304, 1856), (4608, 3712)),
    AspectRatio.R8_1: ((1536, 192), (3072, 384), (6144, 768), (12288, 1536)),
    AspectRatio.R9_16: ((384, 688), (768, 1376), (1536, 2752), (3072, 5504)),
    AspectRatio.R16_9: ((688, 384), (1376, 768), (2752, 1536), (5504, 3072)),
    AspectRatio.R21_9: ((792, 168), (1584, 672), (3168, 1344), (6336, 2688)),
}

# The page prints 792 x 168 for 21:9 at 0.5K, which is no 21:9; 792 x 336 is what it probably means.
_ALSO_RIGHT = {(AspectRatio.R21_9, Resolution.HALF_K): PixelSize(792, 336)}


def published_size(aspect: AspectRatio, resolution: Resolution) -> PixelSize:
    """The pixels printed for this ratio at this resolution. Replies may differ: only the bytes tell."""
    return PixelSize(*_PUBLISHED[aspect][tuple(Resolution).index(resolution)])


@lru_cache(maxsize=1024)
def delivered_resolution(delivered: PixelSize) -> Resolution:
    """The price step that these pixels are worth: the one whose pictures have most nearly as many.

    All pictures of a step have about as many pixels, whatever their ratio, and a fourth of the next step's.
    """

    def distance(step: Resolution) -> float:
        return abs(math.log(delivered.pixels / published_size(AspectRatio.SQUARE, step).pixels))

    return min(Resolution, key=distance)


def size_matches(delivered: PixelSize, aspect: AspectRatio | None, resolution: Resolution) -> bool | None:
    """Whether the delivered pixels are the published ones. Where no ratio was asked for, False when they are
    worth another price step, else None.
    """
    if aspect is None:
        return None if delivered_resolution(delivered) is resolution else False
    return delivered in (published_size(aspect, resolution), _ALSO_RIGHT.get((aspect, resolution)))


LARGEST_PICTURE = max(
    (published_size(aspect, resolution) for aspect in AspectRatio for resolution in Resolution),
    key=lambda size: size.pixels,
)

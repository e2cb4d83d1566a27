"""How different two pictures look, pixel by pixel, and how much of it was meant to change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from studio.imaging.mask import Mask

Pixels: TypeAlias = "NDArray[np.uint8]"
"""Rows of pixels of four bytes: blue, green, red, alpha, premultiplied, as Qt has them in memory."""

Colour: TypeAlias = tuple[int, int, int]
"""Red, green, blue."""

SEEN_FROM = 0.04
"""The least distance in OKLab that counts: twice what an eye just sees, so that the noise of JPEG doesn't."""

_STRONG = 0.3
"""From here on the colour is laid on as thick as may be."""

_GREY = 0.45
"""How bright the picture stays under the colours."""

_ROWS = 64
"""Worked on in one go: little memory, and others get their turn in between."""

_LINEAR = np.array(
    [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in np.arange(256) / 255
    ],
    np.float32,
)
"""Of each value of a byte in sRGB (IEC 61966-2-1)."""

# OKLab, https://bottosson.github.io/posts/oklab/, from linear sRGB; transposed, as pixels are rows here.
_TO_CONES = np.array(
    [
        [0.4122214708, 0.2119034982, 0.0883024619],
        [0.5363325363, 0.6806995451, 0.2817188376],
        [0.0514459929, 0.1073969566, 0.6299787005],
    ],
    np.float32,
)
_TO_LAB = np.array(
    [
        [0.2104542553, 1.9779984951, 0.0259040371],
        [0.7936177850, -2.4285922050, 0.7827717662],
        [-0.0040720468, 0.4505937099, -0.8086757660],
    ],
    np.float32,
)


@dataclass(frozen=True, slots=True, eq=False)
class Difference:
    """`pixels` shows the later picture in grey, and in colour what changed; where either of the two isn't, it
    is clear. Of `counted` pixels where nothing was meant to change `changed` did.
    """

    pixels: Pixels
    changed: int
    counted: int

    @property
    def share(self) -> float:
        """How much changed where nothing was meant to, 0 to 1."""
        return self.changed / self.counted if self.counted else 0.0


def difference(
    before: Pixels, after: Pixels, *, meant: Mask | None = None, unexpected: Colour, expected: Colour
) -> Difference:
    """Compare two pictures of one size. `meant` is 0 where nothing was meant to change; without it, that is
    everywhere. The colours are those of what changed there, and elsewhere.
    """
    pixels = np.zeros_like(after)
    changed = counted = 0
    for top in range(0, len(after), _ROWS):
        rows = slice(top, top + _ROWS)
        there = (before[rows, :, 3] == 255) & (after[rows, :, 3] == 255)
        distance = distances(before[rows], after[rows])
        outside = there if meant is None else there & (meant[rows] == 0)
        differs = distance > SEEN_FROM
        changed += int(np.count_nonzero(differs & outside))
        counted += int(np.count_nonzero(outside))
        _paint(pixels[rows], after[rows], there, distance, outside, (unexpected, expected))
    return Difference(pixels, changed, counted)


def distances(before: Pixels, after: Pixels) -> NDArray[np.float32]:
    """How far apart each pixel's colours are in OKLab: 0 the same, 1 from black to white."""
    apart = np.zeros(before.shape[:2], np.float32)
    # Most pixels of an edit are the same bytes, and cost nothing more.
    differs = np.any(before[:, :, :3] != after[:, :, :3], axis=2)
    if differs.any():
        between = _lab(before[differs]) - _lab(after[differs])
        apart[differs] = np.sqrt(np.einsum("ij,ij->i", between, between))
    return apart


def _lab(pixels: Pixels) -> NDArray[np.float32]:
    linear = _LINEAR[pixels[:, 2::-1]]
    return np.cbrt(linear @ _TO_CONES) @ _TO_LAB


def _paint(
    onto: Pixels,
    after: Pixels,
    there: NDArray[np.bool_],
    distance: NDArray[np.float32],
    outside: NDArray[np.bool_],
    colours: tuple[Colour, Colour],
) -> None:
    bright = after[:, :, :3] @ np.array([0.114, 0.587, 0.299], np.float32) * np.float32(_GREY)
    thick = np.clip((distance - SEEN_FROM) / (_STRONG - SEEN_FROM), 0, 1)
    # What just counts is seen already.
    thick = np.where(distance > SEEN_FROM, 0.35 + 0.65 * np.sqrt(thick), 0).astype(np.float32)
    unexpected, expected = (np.array(colour[::-1], np.float32) for colour in colours)
    colour = np.where(outside[:, :, None], unexpected, expected)
    mixed = bright[:, :, None] * (1 - thick[:, :, None]) + colour * thick[:, :, None]
    onto[:, :, :3] = np.where(there[:, :, None], np.rint(mixed), 0)
    onto[:, :, 3] = np.where(there, 255, 0)

"""The palette of a picture's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.palette_clusters import FEWEST, MOST, main_colours
from studio.domain.palette_swatches import Swatch, swatches

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PIL.Image import Image

    from studio.domain.oklab import Rgb

_EDGE = 160
_REDUCED = 96
_SEEN = 128


def palette_of(path: Path, *, colours: int = 6) -> tuple[Swatch, ...]:
    """In a thread: 5 to 12 main colours in sRGB, the largest first; fewer where the picture has no more.

    What can hardly be seen in it isn't counted. Raises as `decoded`.
    """
    return swatches(main_colours(_counted(_pixels(path)), min(MOST, max(FEWEST, colours))))


def _pixels(path: Path) -> Image | None:
    """Some of those that can be seen, in a row. Edges aren't mixed: that would make new colours."""
    import numpy as np
    from PIL import Image

    from studio.export.decoding import decoded

    image = decoded(path).image
    every = max(1, max(image.width, image.height) // _EDGE)
    few = image.subsample(every, every)
    eight = few if few.format == "uchar" else (few / 257).rint().cast("uchar")
    pixels = np.frombuffer(eight.write_to_memory(), np.uint8).reshape(-1, eight.bands)
    if eight.bands == 4:
        pixels = pixels[pixels[:, 3] >= _SEEN, :3]
    return Image.frombytes("RGB", (len(pixels), 1), pixels.tobytes()) if len(pixels) else None


def _counted(pixels: Image | None) -> Iterator[tuple[Rgb, int]]:
    from PIL import Image

    if pixels is None:
        return
    reduced = pixels.quantize(_REDUCED, method=Image.Quantize.FASTOCTREE)
    values = bytes(reduced.getpalette() or ())
    for index, count in enumerate(reduced.histogram()[: len(values) // 3]):
        red, green, blue = values[3 * index : 3 * index + 3]
        yield (red, green, blue), count

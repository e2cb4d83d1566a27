"""A part of a picture at another size: Lanczos, in linear light where pixels are merged."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    import pyvips
    from numpy.typing import NDArray

    from studio.domain.export_sizes import Plan
    from studio.domain.geometry import PixelSize

    Levels: TypeAlias = NDArray[np.uint16]

_FULL = 65_535
_EIGHT, _SIXTEEN = 256, 65_536
"""Levels of a channel."""


def rendered(image: pyvips.Image, plan: Plan, *, white: bool = False, deep: bool = False) -> pyvips.Image:
    """What the plan makes of the picture; it is computed when it is written.

    `white` puts a white ground under what can be seen through; `deep` keeps sixteen bits where there are.
    """
    box = plan.box
    part = image
    if (box.width, box.height) != (image.width, image.height):
        part = image.crop(box.left, box.top, box.width, box.height)
    made = _sized(part, plan.size)
    if white and made.hasalpha():
        made = made.flatten(background=[_FULL if made.format == "ushort" else 255.0])
    return made if deep or made.format == "uchar" else _of_eight_bits(made)


def _sized(image: pyvips.Image, size: PixelSize) -> pyvips.Image:
    across, down = size.width / image.width, size.height / image.height
    if across == down == 1:
        return image
    # Enlarged in linear light, edges would get dark halos.
    if across > 1 or down > 1:
        return _resampled(image, across, down, most=_FULL if image.format == "ushort" else 255)
    # Merged by their numbers alone, black and white make a grey that is far too dark.
    linear = image.maplut(_to_light(image)).copy(interpretation="rgb16")
    back = _resampled(linear, across, down, most=_FULL).maplut(_from_light(image))
    return back.copy(interpretation=image.interpretation)


def _resampled(image: pyvips.Image, across: float, down: float, *, most: int) -> pyvips.Image:
    """By Lanczos, which libvips takes of itself. What can't be seen lends its colours to nothing."""
    if not image.hasalpha():
        return image.resize(across, vscale=down)
    mixed = image.premultiply(max_alpha=most).resize(across, vscale=down).unpremultiply(max_alpha=most)
    return mixed.rint().cast(image.format).copy(interpretation=image.interpretation)


def _of_eight_bits(image: pyvips.Image) -> pyvips.Image:
    return (image / 257).rint().cast("uchar").copy(interpretation="srgb")


def _to_light(image: pyvips.Image) -> pyvips.Image:
    levels = _SIXTEEN if image.format == "ushort" else _EIGHT
    return _table(_light(levels), _spread(levels, _FULL), image.bands)


def _from_light(image: pyvips.Image) -> pyvips.Image:
    most = _FULL if image.format == "ushort" else 255
    return _table(_seen(most), _spread(_SIXTEEN, most), image.bands).cast(image.format)


def _table(colours: Levels, alpha: Levels, bands: int) -> pyvips.Image:
    """One row that says for each level what it becomes."""
    import numpy as np
    import pyvips

    columns = [colours] * 3 + [alpha] * (bands - 3)
    rows = np.stack(columns, axis=1)
    return pyvips.Image.new_from_memory(rows.tobytes(), len(rows), 1, bands, "ushort")


@lru_cache(maxsize=2)
def _light(levels: int) -> Levels:
    """How bright each level of sRGB is (IEC 61966-2-1), 0 to 65,535."""
    import numpy as np

    level = np.arange(levels) / (levels - 1)
    light = np.where(level <= 0.04045, level / 12.92, ((level + 0.055) / 1.055) ** 2.4)
    return np.round(light * _FULL).astype(np.uint16)


@lru_cache(maxsize=2)
def _seen(most: int) -> Levels:
    """The level of sRGB, up to `most`, that is as bright as this."""
    import numpy as np

    light = np.arange(_SIXTEEN) / _FULL
    level = np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    return np.round(level * most).astype(np.uint16)


@lru_cache(maxsize=4)
def _spread(levels: int, most: int) -> Levels:
    """Even steps from 0 to `most`: transparency is no light."""
    import numpy as np

    return np.round(np.linspace(0, most, levels)).astype(np.uint16)

"""Pictures opened with libvips, which decodes and computes a strip at a time, in its own threads."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from studio.domain.errors import NotAPicture

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    import pyvips
    from numpy.typing import NDArray

Grey: TypeAlias = "NDArray[np.uint8]"
"""One number for each pixel, in rows: how bright it is, or how much it counts."""


def open_picture(path: Path) -> pyvips.Image:
    """Upright, in RGB with or without alpha, 8 or 16 bits; pixels as they stand in the file.

    Only its header is read now. Raises pyvips.Error; see `decoding`.
    """
    import pyvips

    # Nothing is asked for twice.
    pyvips.cache_set_max(0)
    # What it warns of while a picture breaks off, line after line, is raised as an error in the end.
    logging.getLogger("pyvips").setLevel(logging.CRITICAL)
    image = pyvips.Image.new_from_file(str(path), fail_on="error").autorot()
    if image.interpretation == "cmyk":
        return image.icc_transform("srgb", embedded=True, input_profile="cmyk")
    # A grey one has one number for each pixel, and its profile is none of colours.
    if image.bands < 3:
        grey = image.copy()
        if grey.get_typeof("icc-profile-data"):
            grey.remove("icc-profile-data")
        wide = "rgb16" if grey.format == "ushort" else "srgb"
        return grey[0].bandjoin([grey[0], *grey.bandsplit()]).copy(interpretation=wide)
    return image


@contextmanager
def decoding(path: Path) -> Generator[None]:
    """Around what makes pixels of this file: raises NotAPicture where it is damaged or not there."""
    import pyvips

    try:
        yield
    except pyvips.Error as error:
        raise NotAPicture(path.name) from error


def brightness(image: pyvips.Image) -> pyvips.Image:
    """One band of eight bits, the mean of the three; what is transparent is white."""
    if image.format == "ushort":
        image = (image / 257).cast("uchar")
    if image.hasalpha():
        image = image.flatten(background=[255.0])
    return image.bandmean().cast("uchar")


def grey_of(image: pyvips.Image) -> Grey:
    """The pixels of its one band."""
    return np.frombuffer(image.write_to_memory(), np.uint8).reshape(image.height, image.width)


def as_picture(grey: Grey) -> pyvips.Image:
    """A picture of one band; it looks at these very bytes."""
    import pyvips

    return pyvips.Image.new_from_memory(grey.data, grey.shape[1], grey.shape[0], 1, "uchar")

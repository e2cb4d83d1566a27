"""A parent that keeps every pixel but those of a region, where an answer takes their place."""

from __future__ import annotations

import errno
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from studio.domain.geometry import PixelSize
from studio.imaging.align import align
from studio.imaging.mask import mask_of
from studio.imaging.pictures import as_picture, brightness, decoding, grey_of, open_picture

if TYPE_CHECKING:
    from pathlib import Path

    import pyvips

    from studio.domain.marks import Region
    from studio.imaging.levels import Alignment
    from studio.imaging.pictures import Grey

_PROFILE = "icc-profile-data"
_STILL = 0.1
"""Pixels by which nobody sees a picture moved: such an answer is taken as it is, not computed anew."""
_SHRINKS = 0.8
_BEYOND = 2
"""Pixels of the parent by which an answer that lies a little askew is continued beyond its edge."""

_NO_ROOM = 1 << 20


class Composition:
    """An answer laid over its parent; made and written in a thread.

    Making it decodes both. What takes more than 100 MB decoded lies in a temporary file. Raises NotAPicture.
    """

    def __init__(self, parent: Path, answer: Path, region: Region) -> None:
        first, second = _Side(parent), _Side(answer)
        self._parent, self._answer = first.image, second.image
        with ThreadPoolExecutor(2) as threads:
            greys = [threads.submit(side.grey) for side in (first, second)]
            self._mask = mask_of(region, PixelSize(self._parent.width, self._parent.height))
        self.alignment = _stilled(align(greys[0].result(), greys[1].result(), self._mask), self._answer)

    def write(self, out: Path) -> None:
        """As a PNG with the parent's profile and nothing else of what its file tells. Raises OSError."""
        import pyvips
        from pyvips.enums import ForeignKeep, ForeignPngFilter

        laid = _laid_over(_in_colours_of(self._parent, self._answer), self._parent, self.alignment)
        mask = _where_it_reaches(self._mask, self._answer, self.alignment)
        made = _blended(self._parent, laid, mask)
        try:
            # Takes less than two thirds of the time of libvips' own choice, and is a third smaller.
            made.pngsave(str(out), keep=ForeignKeep.ICC, filter=ForeignPngFilter.SUB, compression=3)
        except pyvips.Error as error:
            # Both were decoded before.
            is_full = shutil.disk_usage(out.parent).free < _NO_ROOM
            raise OSError(errno.ENOSPC if is_full else errno.EIO, str(error), str(out)) from error


class _Side:
    """One picture. Raises NotAPicture."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with decoding(path):
            self.image = open_picture(path)

    def grey(self) -> Grey:
        """How bright it is. It is decoded here."""
        with decoding(self._path):
            return grey_of(brightness(self.image))


def compose(parent: Path, answer: Path, region: Region, out: Path) -> Alignment:
    """All of it, however well they fit."""
    composition = Composition(parent, answer, region)
    composition.write(out)
    return composition.alignment


def _in_colours_of(parent: pyvips.Image, answer: pyvips.Image) -> pyvips.Image:
    """The answer's pixels as numbers that mean the same beside the parent's."""
    import pyvips

    if answer.format == "uchar" and parent.format == "ushort":
        answer = (answer * 257).cast("ushort").copy(interpretation="rgb16")
    elif answer.format == "ushort" and parent.format == "uchar":
        answer = (answer / 257).rint().cast("uchar").copy(interpretation="srgb")
    wanted, given = _profile(parent), _profile(answer)
    if wanted == given:
        return answer
    colours = answer.icc_import(embedded=True, input_profile="srgb")
    depth = 16 if parent.format == "ushort" else 8
    if wanted is None:
        return colours.icc_export(output_profile="srgb", depth=depth)
    colours = colours.copy()
    colours.set_type(pyvips.GValue.blob_type, _PROFILE, cast(Any, wanted))
    return colours.icc_export(depth=depth)


def _profile(image: pyvips.Image) -> bytes | None:
    return cast(bytes, image.get(_PROFILE)) if image.get_typeof(_PROFILE) else None


def _laid_over(answer: pyvips.Image, parent: pyvips.Image, alignment: Alignment) -> pyvips.Image:
    """Of the parent's size, continued beyond the answer's edge."""
    import pyvips

    across, down = alignment.scale, alignment.scale * alignment.stretch
    if across < _SHRINKS:
        # Cubic interpolation looks at four pixels by four: of a much larger answer more must count.
        width, height = round(answer.width * across), round(answer.height * down)
        shrunk = answer.resize(width / answer.width, vscale=height / answer.height)
        across, down = across * answer.width / width, down * answer.height / height
        answer = shrunk
    # Between middles of pixels, while dx and dy are between corners.
    return answer.affine(
        [across, 0, 0, down],
        oarea=[0, 0, parent.width, parent.height],
        odx=alignment.dx + (across - 1) / 2,
        ody=alignment.dy + (down - 1) / 2,
        interpolate=pyvips.Interpolate.new("bicubic"),
        extend="copy",
    )


def _stilled(alignment: Alignment, answer: pyvips.Image) -> Alignment:
    """Whole pixels and the same size where it comes so close to them that nobody sees the difference: the
    answer's pixels are then taken as they are.
    """
    across, down = alignment.scale - 1, alignment.scale * alignment.stretch - 1
    far = max(
        abs(across) * answer.width,
        abs(down) * answer.height,
        abs(alignment.dx - round(alignment.dx)),
        abs(alignment.dy - round(alignment.dy)),
    )
    if far > _STILL:
        return alignment
    return replace(alignment, dx=round(alignment.dx), dy=round(alignment.dy), scale=1.0, stretch=1.0)


def _where_it_reaches(mask: Grey, answer: pyvips.Image, alignment: Alignment) -> pyvips.Image:
    """Where the answer shows nothing the parent stays."""
    across, down = alignment.scale, alignment.scale * alignment.stretch
    for axis, start, length in (
        (0, alignment.dy, down * answer.height),
        (1, alignment.dx, across * answer.width),
    ):
        along = np.moveaxis(mask, axis, 0)
        along[: max(0, round(start) - _BEYOND)] = 0
        along[max(0, round(start + length) + _BEYOND) :] = 0
    return as_picture(mask)


def _blended(parent: pyvips.Image, laid: pyvips.Image, mask: pyvips.Image) -> pyvips.Image:
    """The parent's own numbers wherever the mask is 0."""
    most = 65535 if parent.format == "ushort" else 255
    if not parent.hasalpha():
        if laid.hasalpha():
            mask = (mask * laid[3] / most).rint().cast("uchar")
            laid = laid[:3]
        return mask.ifthenelse(laid, parent, blend=True)
    if not laid.hasalpha():
        laid = laid.bandjoin(most)
    # What is transparent has a colour that nobody is meant to see.
    both = mask.ifthenelse(laid.premultiply(), parent.premultiply(), blend=True)
    blended = both.unpremultiply().rint().cast(parent.format)
    return mask.ifthenelse(blended, parent)

"""Pictures made smaller and written in a type that the model takes."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.domain.geometry import PixelSize

if TYPE_CHECKING:
    from PIL.Image import Image

_QUALITY = 95
_FRUGAL_QUALITY = 90
_DRAWINGS_MOST = 0.4
"""Bytes of a pixel. What takes more with loss takes more still without, and that only after seconds."""

_MOST_WEBP_EDGE = 16_383


@dataclass(frozen=True, slots=True)
class Written:
    """A picture's file."""

    mime: str
    data: bytes


def within(pixels: PixelSize, longest_edge: int | None) -> PixelSize:
    """The size with no side longer than that, in its proportions; never larger than it is, never empty."""
    longest = max(pixels.width, pixels.height)
    if longest_edge is None or longest <= longest_edge:
        return pixels
    return PixelSize(
        max(1, round(pixels.width * longest_edge / longest)),
        max(1, round(pixels.height * longest_edge / longest)),
    )


def resized(picture: Image, pixels: PixelSize) -> Image:
    """The picture at this size."""
    from PIL.Image import Resampling

    wanted = (pixels.width, pixels.height)
    if picture.size == wanted:
        return picture
    return picture.resize(wanted, Resampling.LANCZOS, reducing_gap=3.0)


def written(picture: Image, *, lossy: bool, frugal: bool = False) -> Written:
    """The picture's file: without loss unless it was `lossy` before. Where it must be `frugal` with bytes it
    may lose something in any case, but for drawings, which take fewer without.
    """
    if not frugal:
        return _with_loss(picture, _QUALITY) if lossy else _png(picture)
    small = _with_loss(picture, _FRUGAL_QUALITY)
    if lossy or len(small.data) > picture.width * picture.height * _DRAWINGS_MOST:
        return small
    return min(small, _png(picture), key=lambda made: len(made.data))


def _png(picture: Image) -> Written:
    file = io.BytesIO()
    picture.save(file, "PNG")
    return Written("image/png", file.getvalue())


def _with_loss(picture: Image, quality: int) -> Written:
    """JPEG, which everybody takes; WebP where something is transparent."""
    file = io.BytesIO()
    if picture.mode in {"L", "RGB"}:
        picture.save(file, "JPEG", quality=quality, subsampling=0)
        return Written("image/jpeg", file.getvalue())
    if max(picture.size) > _MOST_WEBP_EDGE:
        return _png(picture)
    picture.save(file, "WEBP", quality=quality)
    return Written("image/webp", file.getvalue())

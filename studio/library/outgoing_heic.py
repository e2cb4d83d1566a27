"""HEIC, read by libheif: its first picture alone, turned upright as the file says.

By pi-heif's inner module: its classes read all metadata at once, which ends the whole program for some files
that were damaged (pi-heif 1.4.0; seen with files damaged at random).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from studio.domain.geometry import PixelSize

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PIL.Image import Image

_DECODING_THREADS = 2


class _Picture(Protocol):
    """One of the file's. `data` are its pixels: asking for them decodes it, and may correct its size."""

    primary: int
    size_mode: tuple[tuple[int, int], str]
    color_profile: dict[str, object]
    data: bytes
    stride: int


def heic_pixels(data: bytes) -> PixelSize:
    """As they are seen, without decoding; raises ValueError, RuntimeError, SyntaxError, EOFError, OSError."""
    return PixelSize(*_primary(data).size_mode[0])


def decode_heic(data: bytes) -> Image:
    """The picture with its profile; raises the same."""
    from PIL import Image

    found = _primary(data)
    pixels = found.data
    size, mode = found.size_mode
    picture = Image.frombytes(mode, size, pixels, "raw", mode, found.stride)
    if found.color_profile.get("type") in {"rICC", "prof"}:
        picture.info["icc_profile"] = found.color_profile["data"]
    return picture


def _primary(data: bytes) -> _Picture:
    read = cast("Callable[..., Sequence[_Picture | None]]", vars(import_module("_pi_heif"))["load_file"])
    eight_bits, bgr, packed, sixteen_bits, any_decoder, unlimited = True, False, True, True, "", False
    found = read(data, _DECODING_THREADS, eight_bits, bgr, packed, sixteen_bits, any_decoder, unlimited)
    pictures = [one for one in found if one is not None]
    if not pictures:
        raise ValueError("a HEIC without a picture")
    return next((one for one in pictures if one.primary), pictures[0])

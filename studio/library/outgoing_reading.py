"""Any picture that a person may give, decoded: upright, in sRGB, eight bits a channel, its first frame alone.

Every type has its reader, chosen by the file's first bytes: left to itself, Pillow would try types that
nobody wants here, and start other programs for some.
"""

from __future__ import annotations

import io
import logging
import struct
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.domain.bare_files import without_texts
from studio.domain.errors import NotAPicture, PictureTooLarge
from studio.domain.geometry import PixelSize
from studio.domain.pictures import EXTENSIONS, FOREIGN_HEAD_BYTES, HEAD_BYTES, foreign_kind, sniff
from studio.library.images import LIMIT, check_pixels, read_header
from studio.library.outgoing_colour import in_srgb, is_srgb
from studio.library.outgoing_heic import decode_heic, heic_pixels

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from PIL.Image import Image

_HEIC = "image/heic"
_MIMES = {
    "GIF": "image/gif",
    "BMP": "image/bmp",
    "TIFF": "image/tiff",
    "ICO": "image/x-icon",
    "PPM": "image/x-portable-anymap",
    "JPEG 2000": "image/jp2",
    "AVIF": "image/avif",
    "HEIC": _HEIC,
}
_LOSSY = frozenset({"image/jpeg", "image/avif", _HEIC, "image/jp2"})
_ORIENTATION = 0x0112
_UPRIGHT = 1
_SUBFILE_TYPE, _REDUCED = 0x00FE, 1
"""TIFF 6.0, page 36."""

_SWAPPED = range(5, 9)
"""Orientations that lie on their side (EXIF 2.32, tag 274)."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a picture's header tells. `pixels` are those that are seen: upright.

    `must_change` when its pixels can't be sent as they are coded; `lossy` when they were coded with loss.
    """

    mime: str
    pixels: PixelSize
    must_change: bool
    lossy: bool


def mime_of(data: bytes) -> str | None:
    """The type by its first bytes, None for one that can't be read here."""
    found = sniff(data[:HEAD_BYTES])
    return found if found in EXTENSIONS else _MIMES.get(foreign_kind(data[:FOREIGN_HEAD_BYTES]))


def look(data: bytes, name: str) -> Look:
    """Without decoding; raises NotAPicture, PictureTooLarge."""
    mime = mime_of(data)
    if mime in EXTENSIONS:
        read_header(io.BytesIO(data), name)
    if mime == _HEIC:
        with _errors(name):
            pixels = heic_pixels(data)
            check_pixels(pixels, name)
            return Look(_HEIC, pixels, must_change=True, lossy=True)
    with _opened(data, name) as picture:
        orientation = _orientation(picture, data)
        width, height = picture.size
        pixels = PixelSize(height, width) if orientation in _SWAPPED else PixelSize(width, height)
        return Look(
            mime=mime or "",
            pixels=pixels,
            must_change=mime not in EXTENSIONS
            or orientation != _UPRIGHT
            or _is_deep(data)
            or (mime == "image/webp" and getattr(picture, "is_animated", False))
            or not is_srgb(picture),
            lossy=mime in _LOSSY or (mime == "image/webp" and b"VP8 " in data[12:4096]),
        )


def decode(data: bytes, name: str) -> Image:
    """All of it, in mode L, LA, RGB or RGBA; raises NotAPicture, PictureTooLarge."""
    from PIL import ImageOps

    with _opened(data, name) as picture:
        picture.load()
        return in_srgb(ImageOps.exif_transpose(picture))


@contextmanager
def _opened(data: bytes, name: str) -> Generator[Image]:
    """The picture, its pixels not read yet, unless it is a HEIC."""
    with _errors(name), _open(data, name) as picture:
        check_pixels(PixelSize(*picture.size), name)
        yield picture


@contextmanager
def _errors(name: str) -> Generator[None]:
    """Raise as NotAPicture what the readers raise for bytes that aren't what they should be, and as
    PictureTooLarge what they won't open.
    """
    from PIL.Image import DecompressionBombError

    try:
        yield
    except DecompressionBombError as error:
        raise PictureTooLarge(name, LIMIT) from error
    except (OSError, ValueError, SyntaxError, EOFError, RuntimeError, struct.error) as error:
        raise NotAPicture(name) from error


def _open(data: bytes, name: str) -> Image:
    mime = mime_of(data)
    if mime == _HEIC:
        check_pixels(heic_pixels(data), name)
        return decode_heic(data)
    reader = _readers().get(mime or "")
    if reader is None:
        raise NotAPicture(name)
    # Pillow won't open a PNG with long texts.
    picture = reader(io.BytesIO(without_texts(data) if mime == "image/png" else data))
    _refuse_preview(picture)
    return picture


def _refuse_preview(picture: Image) -> None:
    """Cameras' raw files are TIFF whose first picture is as large as a stamp."""
    from PIL.TiffImagePlugin import TiffImageFile

    if isinstance(picture, TiffImageFile) and picture.tag_v2.get(_SUBFILE_TYPE, 0) == _REDUCED:
        raise ValueError("the first picture is a preview of another")


def _readers() -> dict[str, Callable[[io.BytesIO], Image]]:
    from PIL.AvifImagePlugin import AvifImageFile
    from PIL.BmpImagePlugin import BmpImageFile
    from PIL.GifImagePlugin import GifImageFile
    from PIL.IcoImagePlugin import IcoImageFile
    from PIL.Jpeg2KImagePlugin import Jpeg2KImageFile
    from PIL.JpegImagePlugin import JpegImageFile
    from PIL.PngImagePlugin import PngImageFile
    from PIL.PpmImagePlugin import PpmImageFile
    from PIL.TiffImagePlugin import TiffImageFile
    from PIL.WebPImagePlugin import WebPImageFile

    # What it writes about damaged files is raised as an error in the end.
    logging.getLogger("PIL").setLevel(logging.CRITICAL)
    return {
        "image/png": PngImageFile,
        "image/jpeg": JpegImageFile,
        "image/webp": WebPImageFile,
        "image/gif": GifImageFile,
        "image/bmp": BmpImageFile,
        "image/tiff": TiffImageFile,
        "image/x-icon": IcoImageFile,
        "image/x-portable-anymap": PpmImageFile,
        "image/jp2": Jpeg2KImageFile,
        "image/avif": AvifImageFile,
    }


def _orientation(picture: Image, data: bytes) -> int:
    # Pillow turns TIFF by itself. A PNG may tell behind its pixels, which would be decoded to find out.
    if picture.format == "TIFF" or (picture.format == "PNG" and b"eXIf" not in data):
        return _UPRIGHT
    found = picture.getexif().get(_ORIENTATION, _UPRIGHT)
    return found if isinstance(found, int) and found in range(1, 9) else _UPRIGHT


def _is_deep(data: bytes) -> bool:
    """Whether a PNG has sixteen bits a channel."""
    return sniff(data[:HEAD_BYTES]) == "image/png" and data[24] > 8

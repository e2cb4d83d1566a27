"""One picture as the bytes of one file: its pixels, their profile, and what is embedded; nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never, cast

from studio.domain.export import Format
from studio.export.pdf import pdf
from studio.export.png import png

if TYPE_CHECKING:
    import pyvips

    from studio.domain.export import Embedded, Encoding

_EXIF_HEAD = b"Exif\0\0"
_SHARP_COLOURS = 90
"""The quality from which colours keep every pixel: thin red lines get soft without."""


def encoded_image(image: pyvips.Image, encoding: Encoding, embedded: Embedded) -> bytes:
    """Raises pyvips.Error for what the format can't hold. Icons and originals are made elsewhere."""
    match encoding.format:
        case Format.PNG:
            return png(image, encoding, embedded)
        case Format.PDF:
            return pdf(image, encoding, embedded.xmp)
        case Format.JPEG | Format.WEBP | Format.AVIF | Format.TIFF:
            return _told(image, encoding, embedded)
        case Format.ORIGINAL | Format.ICO | Format.ICNS:
            raise ValueError(encoding.format)
    assert_never(encoding.format)


def _told(image: pyvips.Image, encoding: Encoding, embedded: Embedded) -> bytes:
    from pyvips.enums import ForeignKeep

    told = _with_embedded(image, embedded)
    keep = ForeignKeep.ICC
    keep |= ForeignKeep.XMP if embedded.xmp else 0
    keep |= ForeignKeep.EXIF if embedded.exif else 0
    quality, hard = encoding.quality, encoding.optimised
    match encoding.format:
        case Format.JPEG:
            return told.jpegsave_buffer(keep=keep, Q=quality, optimize_coding=True, interlace=hard)
        case Format.WEBP:
            return told.webpsave_buffer(
                keep=keep, Q=quality, lossless=encoding.lossless, effort=6 if hard else 4
            )
        case Format.AVIF:
            return told.heifsave_buffer(
                keep=keep,
                Q=quality,
                lossless=encoding.lossless,
                compression="av1",
                bitdepth=8,
                effort=5 if hard else 2,
                subsample_mode="off" if quality >= _SHARP_COLOURS or encoding.lossless else "on",
            )
        case _:
            return told.tiffsave_buffer(keep=keep, compression="deflate", predictor="horizontal")


def _with_embedded(image: pyvips.Image, embedded: Embedded) -> pyvips.Image:
    import pyvips

    told = image.copy()
    exif = _EXIF_HEAD + embedded.exif if embedded.exif else b""
    for field, data in (("xmp-data", embedded.xmp), ("exif-data", exif)):
        if data:
            told.set_type(pyvips.GValue.blob_type, field, cast(Any, data))
    return told

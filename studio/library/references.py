"""Reference pictures: checked, turned into a type that can be sent, kept once under their SHA-256."""

from __future__ import annotations

import hashlib
import io
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.domain.errors import NotAPicture, PictureTooLarge, UnreadableFile
from studio.domain.geometry import PixelSize
from studio.domain.pictures import EXTENSIONS, HEAD_BYTES, sniff
from studio.domain.reference import Reference
from studio.library.files import file_errors, make_folders, write_whole
from studio.library.images import check_pixels, read_header

if TYPE_CHECKING:
    from pathlib import Path

    from studio.library.layout import LibraryFolder

MOST_BYTES = 20_000_000
"""Of one picture as it is sent, before base64. The front of a gateway may allow far less (wire.md 3.4)."""

# Named, for Pillow would start other programs for some of the types it knows.
_CONVERTED = ("GIF", "BMP", "TIFF", "AVIF", "ICO", "PPM", "JPEG2000")


def read_picture(path: Path) -> bytes:
    """The file's bytes, at most what may be sent; raises UnreadableFile, PictureTooLarge."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise UnreadableFile(path.name) from error
    if len(data) > MOST_BYTES:
        raise PictureTooLarge(path.name, _limit())
    return data


def _limit() -> str:
    return f"{MOST_BYTES // 1_000_000} MB"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A picture in a type that can be sent; `data` is its file."""

    reference: Reference
    data: bytes


def prepare(data: bytes, *, name: str) -> Prepared:
    """Turn the bytes into what can be sent; raises NotAPicture, PictureTooLarge.

    Pictures that stay as they are aren't decoded here: making the thumbnail does that.
    """
    if sniff(data[:HEAD_BYTES]) not in EXTENSIONS:
        data = _as_png(data, name)
    mime, pixels = read_header(io.BytesIO(data), name)
    if len(data) > MOST_BYTES:
        raise PictureTooLarge(name, _limit())
    digest = hashlib.sha256(data).hexdigest()
    return Prepared(Reference(digest, mime, pixels.width, pixels.height, len(data), name), data)


def write_reference(place: LibraryFolder, prepared: Prepared) -> None:
    """Write it where it isn't yet; raises LibraryFull, LibraryUnwritable."""
    path = place.references / prepared.reference.sha256
    with file_errors(place.root):
        if not path.exists():
            make_folders(place.references)
            write_whole(path, prepared.data)


def _as_png(data: bytes, name: str) -> bytes:
    """The first picture of another type, such as GIF, BMP, TIFF or AVIF, as a PNG."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=_CONVERTED) as picture:
                check_pixels(PixelSize(picture.width, picture.height), name)
                upright = ImageOps.exif_transpose(picture)
                plain = upright if upright.mode in {"RGB", "RGBA", "L", "LA", "P"} else upright.convert("RGB")
                written = io.BytesIO()
                plain.save(written, "PNG")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PictureTooLarge(name, _limit()) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as error:
        raise NotAPicture(name) from error
    return written.getvalue()

"""What a file of picture bytes really is, and whether it may be opened."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from io import BufferedReader, BytesIO
from os import SEEK_END
from typing import TYPE_CHECKING, TypeAlias

from studio.domain.errors import NotAPicture, NotImportable, PictureTooLarge
from studio.domain.geometry import PixelSize
from studio.domain.pictures import EXTENSIONS, FOREIGN_HEAD_BYTES, HEAD_BYTES, foreign_kind, sniff
from studio.library.headers import is_whole, read_size

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO


OpenFile: TypeAlias = BufferedReader | BytesIO

MOST_EDGE = 16_384
"""Pixels of a side. The model's longest is 12,288."""

MOST_PIXELS = 100_000_000
"""Pixels of a picture. The model's largest has under 19 million."""

LIMIT = f"{MOST_EDGE:,} px, {MOST_PIXELS // 1_000_000} MP"
"""As people read it."""


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A file that can be a version. `size` is in bytes; type and pixels come from the bytes."""

    mime: str
    pixels: PixelSize
    size: int
    sha256: str


def check_pixels(pixels: PixelSize, name: str) -> None:
    """Raises PictureTooLarge for what would fill the memory when it is decoded."""
    if max(pixels.width, pixels.height) > MOST_EDGE or pixels.pixels > MOST_PIXELS:
        raise PictureTooLarge(name, LIMIT)


def read_header(file: BinaryIO, name: str) -> tuple[str, PixelSize]:
    """Type and pixels of a file that may still be growing; raises NotAPicture, PictureTooLarge, OSError."""
    file.seek(0)
    mime = sniff(file.read(HEAD_BYTES))
    pixels = None if mime is None else read_size(file, mime)
    if mime not in EXTENSIONS or pixels is None:
        raise NotAPicture(name)
    check_pixels(pixels, name)
    return mime, pixels


def inspect(path: Path, *, sha256: str | None = None) -> PictureFile:
    """Look at a finished file without decoding it; raises NotAPicture, PictureTooLarge, OSError.

    Its digest is computed where it isn't known.
    """
    with path.open("rb") as file:
        return inspect_open(file, path.name, sha256=sha256)


def inspect_open(file: OpenFile, name: str, *, sha256: str | None = None) -> PictureFile:
    """The same for a file that is open, or bytes in memory."""
    mime, pixels = read_header(file, name)
    if not is_whole(file, mime):
        raise NotAPicture(name)
    size = file.seek(0, SEEK_END)
    file.seek(0)
    return PictureFile(mime, pixels, size, sha256 or hashlib.file_digest(file, "sha256").hexdigest())


def check_importable(file: BinaryIO, name: str) -> None:
    """Raises NotImportable for a picture of a type that isn't kept as it is; nothing for anything else."""
    file.seek(0)
    kind = foreign_kind(file.read(FOREIGN_HEAD_BYTES))
    if kind:
        raise NotImportable(name, kind)


def sha256_of(path: Path) -> str:
    """The hex digest of the file's bytes; raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

"""Reference pictures: checked, and kept once as the person gave them, under their SHA-256."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.domain.errors import PictureTooLarge, UnreadableFile
from studio.domain.geometry import PixelSize
from studio.domain.reference import Reference
from studio.library.files import file_errors, make_folders, write_whole
from studio.library.images import sha256_of
from studio.library.outgoing_reading import decode, look
from studio.library.outgoing_writing import resized, within, written

if TYPE_CHECKING:
    from pathlib import Path

    from studio.library.layout import LibraryFolder

MOST_BYTES = 200_000_000
"""Of one picture as it is given. What is sent of it is made smaller (outgoing.py)."""

_PREVIEW_EDGE = 1024


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
    """A picture that can be sent, if only in another type; `data` is its file as it was given.

    `preview` is a file that the thumbnailer can read and that shows what will be sent.
    """

    reference: Reference
    data: bytes
    preview: bytes


def prepare(data: bytes, *, name: str) -> Prepared:
    """See what the bytes are; raises NotAPicture, PictureTooLarge.

    Pictures that are sent as they are aren't decoded here: making the thumbnail does that.
    """
    if len(data) > MOST_BYTES:
        raise PictureTooLarge(name, _limit())
    seen = look(data, name)
    digest = hashlib.sha256(data).hexdigest()
    reference = Reference(digest, seen.mime, seen.pixels.width, seen.pixels.height, len(data), name)
    return Prepared(reference, data, _preview(data, name) if seen.must_change else data)


def preview_of(path: Path, name: str) -> bytes:
    """Of a kept reference, what its thumbnail is made of; raises NotAPicture, PictureTooLarge, OSError."""
    return prepare(path.read_bytes(), name=name).preview


def write_reference(place: LibraryFolder, prepared: Prepared) -> None:
    """Write it where it isn't yet, or isn't whole any more; raises LibraryFull, LibraryUnwritable."""
    path = place.references / prepared.reference.sha256
    with file_errors(place.root):
        if not path.is_file() or sha256_of(path) != prepared.reference.sha256:
            make_folders(place.references)
            write_whole(path, prepared.data, shared=True)


def _preview(data: bytes, name: str) -> bytes:
    whole = decode(data, name)
    small = resized(whole, within(PixelSize(*whole.size), _PREVIEW_EDGE))
    return written(small, lossy=True).data

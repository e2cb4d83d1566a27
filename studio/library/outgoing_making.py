"""Makes the library's pictures ready to leave, once for each wish: a note tells what came of it.

What is made and the notes lie in `outgoing/`.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from studio.domain.bare_files import bare
from studio.domain.errors import ReferenceGone, UnreadableFile, VersionGone
from studio.domain.geometry import PixelSize
from studio.library.files import file_errors, make_folders, write_whole
from studio.library.kept import read_kept
from studio.library.outgoing_reading import decode, look
from studio.library.outgoing_writing import Written, resized, within, written

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from studio.domain.reference import Reference
    from studio.domain.version import Version
    from studio.library.layout import LibraryFolder

_RULES = 1
"""Counted up when the same wish is to be met in another way than before."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How a picture is wanted. `frugal` with few bytes rather than without loss."""

    longest_edge: int | None
    frugal: bool = False

    @property
    def name(self) -> str:
        """For a note's file."""
        edge = "full" if self.longest_edge is None else str(self.longest_edge)
        return f"{edge}-frugal" if self.frugal else edge


@dataclass(frozen=True, slots=True)
class Ready:
    """What a source became; `sha256` is the source's own where nothing had to be done."""

    sha256: str
    mime: str
    width: int
    height: int
    size: int


class Source:
    """A picture of the library's; `gone` is raised when its file isn't what it was. `of` is the reference's
    SHA-256 or the version's id.
    """

    def __init__(self, path: Path, *, of: str, sha256: str, size: int, gone: UnreadableFile) -> None:
        self.path = path
        self.of = of
        self.sha256 = sha256
        self.gone = gone
        self._size = size

    @property
    def name(self) -> str:
        """What the person calls it."""
        return self.gone.name

    def check(self) -> None:
        """Raises `gone` when that can be seen without reading the file."""
        if not has_size(self.path, self._size):
            raise self.gone

    def read(self) -> bytes:
        """Its bytes, which are what they were; raises `gone`."""
        try:
            data = self.path.read_bytes()
        except OSError as error:
            raise self.gone from error
        if hashlib.sha256(data).hexdigest() != self.sha256:
            raise self.gone
        return data


def source_of_reference(place: LibraryFolder, reference: Reference) -> Source:
    """The library's copy of what the person gave."""
    gone = ReferenceGone(reference.name or reference.sha256[:8])
    path = place.references / reference.sha256
    return Source(path, of=reference.sha256, sha256=reference.sha256, size=reference.size, gone=gone)


def source_of_version(place: LibraryFolder, version: Version) -> Source:
    """The version's file."""
    path = place.root / version.path
    gone = VersionGone(path.name)
    return Source(path, of=version.id, sha256=version.sha256, size=version.size, gone=gone)


def path_of(place: LibraryFolder, source: Source, ready: Ready) -> Path:
    """The file that holds exactly the bytes of what the source became."""
    return source.path if ready.sha256 == source.sha256 else place.outgoing / ready.sha256


def make_ready(place: LibraryFolder, source: Source, wish: Wish) -> Ready:
    """What the source becomes; raises its `gone`, NotAPicture, PictureTooLarge, LibraryError."""
    source.check()
    note = place.outgoing / f"{source.sha256}-{wish.name}-{_RULES}.json"
    known = read_kept(note, Ready)
    if known is not None and has_size(path_of(place, source, known), known.size):
        _touch(note, place.outgoing / known.sha256)
        return known
    pixels, file = _made(source.read(), wish, source.name)
    digest = hashlib.sha256(file.data).hexdigest()
    ready = Ready(digest, file.mime, pixels.width, pixels.height, len(file.data))
    with file_errors(place.root):
        make_folders(place.outgoing)
        if digest != source.sha256:
            write_whole(place.outgoing / digest, file.data, shared=True)
        write_whole(note, msgspec.json.encode(ready), shared=True)
    return ready


def forget_unused(place: LibraryFolder, *, since: datetime) -> None:
    """Throw away what was made ready and not asked for since then. What can't be removed stays."""
    with suppress(OSError):
        for path in place.outgoing.iterdir():
            with suppress(OSError):
                if path.stat().st_mtime < since.timestamp():
                    path.unlink()


def _touch(*paths: Path) -> None:
    """They were asked for now."""
    for path in paths:
        with suppress(OSError):
            os.utime(path)


def _made(data: bytes, wish: Wish, name: str) -> tuple[PixelSize, Written]:
    """The pixels aren't touched where they are good as they are."""
    seen = look(data, name)
    pixels = within(seen.pixels, wish.longest_edge)
    if not seen.must_change and not wish.frugal and pixels == seen.pixels:
        # What isn't quite as it should be may yet be read.
        with suppress(ValueError):
            return pixels, Written(seen.mime, bare(data, seen.mime))
    whole = decode(data, name)
    # A damaged header may have told another size.
    pixels = within(PixelSize(*whole.size), wish.longest_edge)
    picture = resized(whole, pixels)
    return pixels, written(picture, lossy=seen.lossy, frugal=wish.frugal)


def has_size(path: Path, size: int) -> bool:
    """Whether there is a file of so many bytes."""
    try:
        return path.is_file() and path.stat().st_size == size
    except OSError:
        return False

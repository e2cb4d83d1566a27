"""Whether a file carries content credentials (C2PA). They hold for its very bytes: only a copy keeps them.

Sources: C2PA specification 2.2, appendix A (embedding manifests); ISO/IEC 19566-5 (JUMBF).
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, BinaryIO

from studio.domain.errors import UnreadableFile
from studio.domain.pictures import HEAD_BYTES, sniff

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MOST_PARTS = 100_000
_SCAN_OR_END = frozenset({0xDA, 0xD9})
_APP11 = 0xEB


def has_credentials(path: Path) -> bool:
    """In a thread: reads the heads of the file's parts, no pixels. Raises UnreadableFile.

    Whether they are true isn't checked. A damaged file, and one of a type that no version has, has none.
    """
    try:
        with path.open("rb") as file:
            mime = sniff(file.read(HEAD_BYTES))
            size = os.fstat(file.fileno()).st_size
            match mime:
                case "image/png":
                    return any(name == b"caBX" for name, _ in _parts(file, 8, size, of_png=True))
                case "image/webp":
                    return any(name == b"C2PA" for name, _ in _parts(file, 12, size, of_png=False))
                case "image/jpeg":
                    return any(b"jumb" in head and b"c2pa" in head for head in _jpeg_segments(file))
                case _:
                    return False
    except OSError as error:
        raise UnreadableFile(path.name) from error


def _parts(file: BinaryIO, at: int, size: int, *, of_png: bool) -> Iterator[tuple[bytes, int]]:
    """Names and lengths of the chunks of a PNG or of a RIFF."""
    for _ in range(_MOST_PARTS):
        file.seek(at)
        head = file.read(8)
        if len(head) < 8 or at >= size:
            return
        name, length = (head[4:], head[:4]) if of_png else (head[:4], head[4:])
        count = int.from_bytes(length, "big" if of_png else "little")
        yield name, count
        at += 12 + count if of_png else 8 + count + count % 2


def _jpeg_segments(file: BinaryIO) -> Iterator[bytes]:
    """The first bytes of every APP11 segment before the picture."""
    file.seek(2)
    for _ in range(_MOST_PARTS):
        marker = file.read(2)
        while marker == b"\xff\xff":
            marker = marker[1:] + file.read(1)
        if len(marker) < 2 or marker[0] != 0xFF or marker[1] in _SCAN_OR_END:
            return
        length = int.from_bytes(file.read(2), "big")
        if length < 2:
            return
        content = file.read(length - 2)
        if marker[1] == _APP11:
            yield content[:200]

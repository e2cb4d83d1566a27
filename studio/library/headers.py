"""The pixels that a picture's header promises, read without decoding anything: bombs are refused unopened.

Sources: PNG, W3C section 11.2.1; JPEG, ITU T.81 annex B; WebP, RFC 9649.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from studio.domain.geometry import PixelSize

if TYPE_CHECKING:
    from typing import BinaryIO

# Frame headers of JPEG: SOF0 to SOF15 less DHT, JPG and DAC, which share the range.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD9)})
_START_OF_SCAN = 0xDA
_END = 0xD9
_MOST_SEGMENTS = 2000
_TAIL = 1 << 16


def read_size(file: BinaryIO, mime: str) -> PixelSize | None:
    """The size in pixels, None where the header is damaged, not all there yet, or of another type."""
    file.seek(0)
    match mime:
        case "image/png":
            return _png(file.read(24))
        case "image/jpeg":
            return _jpeg(file)
        case "image/webp":
            return _webp(file.read(30))
        case _:
            return None


def is_whole(file: BinaryIO, mime: str) -> bool:
    """Whether the file's end is there. Bytes behind the end, which some programs write, don't matter."""
    size = file.seek(0, 2)
    if mime == "image/webp":
        file.seek(4)
        head = file.read(4)
        return len(head) == 4 and size >= int.from_bytes(head, "little") + 8
    file.seek(max(0, size - _TAIL))
    tail = file.read()
    return (b"IEND\xaeB`\x82" if mime == "image/png" else b"\xff\xd9") in tail


def _positive(width: int, height: int) -> PixelSize | None:
    return PixelSize(width, height) if width > 0 and height > 0 else None


def _png(head: bytes) -> PixelSize | None:
    if len(head) < 24 or head[12:16] != b"IHDR":
        return None
    return _positive(*struct.unpack(">II", head[16:24]))


def _jpeg(file: BinaryIO) -> PixelSize | None:
    file.seek(2)
    for _ in range(_MOST_SEGMENTS):
        marker = _next_marker(file)
        if marker is None or marker in (_START_OF_SCAN, _END):
            return None
        if marker in _WITHOUT_LENGTH:
            continue
        head = file.read(7)
        if marker in _FRAMES:
            if len(head) < 7:
                return None
            height, width = struct.unpack(">HH", head[3:7])
            return _positive(width, height)
        length = int.from_bytes(head[:2], "big")
        if len(head) < 2 or length < 2:
            return None
        file.seek(length - len(head), 1)
    return None


def _next_marker(file: BinaryIO) -> int | None:
    if file.read(1) != b"\xff":
        return None
    marker = file.read(1)
    while marker == b"\xff":
        marker = file.read(1)
    return marker[0] if marker else None


def _webp(head: bytes) -> PixelSize | None:
    if len(head) < 30:
        return None
    match head[12:16]:
        case b"VP8X":
            return _positive(
                int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
            )
        case b"VP8L":
            bits = int.from_bytes(head[21:25], "little")
            return _positive((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        case b"VP8 ":
            width, height = struct.unpack("<HH", head[26:30])
            return _positive(width & 0x3FFF, height & 0x3FFF)
        case _:
            return None

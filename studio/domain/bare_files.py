"""Picture files with nothing in them but the picture: no place, camera, author, comment, profile or preview.

Their pixels aren't touched. Sources: PNG, W3C section 11.3; JPEG, ITU T.81 annex B; WebP, RFC 9649.
"""

from __future__ import annotations

import re

_PNG_PICTURE = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs"}
)
_PNG_TEXTS = frozenset({b"tEXt", b"zTXt", b"iTXt"})
_WEBP_PICTURE = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH"})
_WEBP_ALPHA = 0x10

_JFIF, _ADOBE = 0xE0, 0xEE
_APPLICATIONS = range(0xE0, 0xF0)
_COMMENT = 0xFE
_START_OF_SCAN, _END = 0xDA, 0xD9
_PLAIN_JFIF = 16
"""Bytes of a JFIF segment without a preview."""

_NEXT_MARKER = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]")
"""Behind a scan: what is neither a stuffed byte nor a restart."""


def bare(data: bytes, mime: str) -> bytes:
    """The file without all that, and without what was hung on behind its end; `data` itself if that is all.

    Of an animation in PNG only its first picture is left; one in WebP must not come here. Raises ValueError
    for a file that is damaged or breaks off.
    """
    match mime:
        case "image/png":
            spans = _png(data, without=None)
        case "image/jpeg":
            spans = _jpeg(data)
        case "image/webp":
            return _webp(data)
        case _:
            raise ValueError(mime)
    return _joined(data, spans)


def without_texts(data: bytes) -> bytes:
    """A PNG less its texts, of whatever length: all of a program's settings may be among them.

    Raises ValueError for one that breaks off.
    """
    return _joined(data, _png(data, without=_PNG_TEXTS))


_Spans = list[tuple[int, int]]


def _joined(data: bytes, spans: _Spans) -> bytes:
    if sum(end - start for start, end in spans) == len(data):
        return data
    view = memoryview(data)
    return b"".join(view[start:end] for start, end in spans)


def _png(data: bytes, *, without: frozenset[bytes] | None) -> _Spans:
    """All parts but those named; None leaves the picture alone."""
    spans, at = [(0, 8)], 8
    while True:
        name = data[at + 4 : at + 8]
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        if len(name) < 4 or end > len(data):
            raise ValueError("a PNG that breaks off")
        if name in _PNG_PICTURE if without is None else name not in without:
            spans.append((at, end))
        if name == b"IEND":
            return spans
        at = end


def _jpeg(data: bytes) -> _Spans:
    spans, at = [(0, 2)], 2
    while True:
        start, marker = _marker(data, at)
        if marker == _END:
            return [*spans, (start, start + 2)]
        length = int.from_bytes(data[start + 2 : start + 4], "big")
        end = start + 2 + length
        if length < 2 or end > len(data):
            raise ValueError("a JPEG that breaks off")
        if marker == _START_OF_SCAN:
            end = _end_of_scan(data, end)
        if _belongs_to_picture(marker, data[start + 4 : start + 9], length):
            spans.append((start, end))
        at = end


def _marker(data: bytes, at: int) -> tuple[int, int]:
    """Where the marker's last 0xFF is, which fill bytes may precede, and the marker."""
    if data[at : at + 1] != b"\xff":
        raise ValueError("a JPEG without a marker where one must be")
    while data[at + 1 : at + 2] == b"\xff":
        at += 1
    if at + 1 >= len(data):
        raise ValueError("a JPEG that breaks off")
    return at, data[at + 1]


def _end_of_scan(data: bytes, at: int) -> int:
    found = _NEXT_MARKER.search(data, at)
    if found is None:
        raise ValueError("a JPEG that breaks off")
    return found.start()


def _belongs_to_picture(marker: int, head: bytes, length: int) -> bool:
    if marker == _JFIF:
        return head == b"JFIF\0" and length == _PLAIN_JFIF
    if marker == _ADOBE:
        # Tells how the colours are coded.
        return head == b"Adobe"
    return marker not in _APPLICATIONS and marker != _COMMENT


def _webp(data: bytes) -> bytes:
    whole = int.from_bytes(data[4:8], "little") + 8
    if whole > len(data):
        raise ValueError("a WebP that breaks off")
    spans, at = [(0, 12)], 12
    while at + 8 <= whole:
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        end = at + 8 + length + length % 2
        if end > whole:
            raise ValueError("a WebP that breaks off")
        if data[at : at + 4] in _WEBP_PICTURE:
            spans.append((at, end))
        at = end
    rest = _joined(data, spans)
    head = bytearray(rest[:21])
    head[4:8] = (len(rest) - 8).to_bytes(4, "little")
    if rest[12:16] == b"VP8X":
        head[20] &= _WEBP_ALPHA
    made = bytes(head) + rest[21:]
    return data if made == data else made

"""What the first bytes of a file say it is: labels lie, bytes don't (wire.md 4.1)."""

from __future__ import annotations

HEAD_BYTES = 32
"""How many bytes `sniff` wants to see."""

EXTENSIONS = {"image/png": "png", "image/jpeg": "jpg", "image/webp": "webp"}
"""File endings of the types that are saved as versions."""


def sniff(head: bytes) -> str | None:
    """The picture type of these first bytes as a MIME name, None for anything that is no known picture."""
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if head.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[4:8] == b"ftyp" and head[8:12] in {b"heic", b"heix", b"hevc", b"mif1", b"msf1"}:
        return "image/heic"
    return None

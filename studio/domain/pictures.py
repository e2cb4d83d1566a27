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


FOREIGN_HEAD_BYTES = 512
"""How many bytes `foreign_kind` wants to see."""

_FOREIGN = (
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"II+\0", "TIFF"),
    (b"MM\0+", "TIFF"),
    (b"8BPS", "Photoshop"),
    (b"%PDF", "PDF"),
    (b"\0\0\1\0", "ICO"),
    (b"\0\0\0\x0cJXL ", "JPEG XL"),
    (b"\xff\x0a", "JPEG XL"),
    (b"\0\0\0\x0cjP  ", "JPEG 2000"),
    (b"qoif", "QOI"),
    *((b"P%d%c" % (digit, space), "PPM") for digit in range(1, 7) for space in b" \t\r\n"),
)


_AVIF = frozenset({b"avif", b"avis"})
_HEIC = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})


def foreign_kind(head: bytes) -> str:
    """What people call a picture of a type that isn't saved as it is; empty for those and all else."""
    if head[4:8] == b"ftyp":
        return _boxed_kind(head)
    if b"<svg" in head:
        return "SVG"
    return next((kind for magic, kind in _FOREIGN if head.startswith(magic)), "")


def _boxed_kind(head: bytes) -> str:
    """Of a file in boxes, which names its kind and what else it is (ISO 14496-12, section 4.3)."""
    end = int.from_bytes(head[:4], "big")
    brands = {head[8:12], *(head[at : at + 4] for at in range(16, min(end, len(head)), 4))}
    if brands & _AVIF:
        return "AVIF"
    return "HEIC" if brands & _HEIC else ""

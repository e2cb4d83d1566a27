"""A picture as text, to be pasted into a page or a style sheet."""

from __future__ import annotations

import base64
from html import escape
from typing import TYPE_CHECKING

from studio.domain.export import Format

if TYPE_CHECKING:
    from studio.domain.geometry import PixelSize

MIMES = {
    Format.PNG: "image/png",
    Format.JPEG: "image/jpeg",
    Format.WEBP: "image/webp",
    Format.AVIF: "image/avif",
    Format.TIFF: "image/tiff",
    Format.PDF: "application/pdf",
    Format.ICO: "image/vnd.microsoft.icon",
    Format.ICNS: "image/icns",
}
"""Of ORIGINAL the version tells its own."""

_MOST_ALT = 125
"""Letters that screen readers are said to take in one go."""


def data_uri(data: bytes, mime: str) -> str:
    """The file as an address that holds it (RFC 2397)."""
    return f"data:{mime};base64,{base64.b64encode(data).decode()}"


def img_tag(address: str, size: PixelSize, *, alt: str, scale: float = 1.0) -> str:
    """`address` is a file's name or a data URI; `scale` 2 shows two of its pixels in one of the page's."""
    width, height = (max(1, round(length / scale)) for length in (size.width, size.height))
    words = escape(alt_text(alt))
    return f'<img src="{escape(address)}" width="{width}" height="{height}" alt="{words}">'


def alt_text(prompt: str) -> str:
    """The prompt on one line, cut between words."""
    words = " ".join(prompt.split())
    if len(words) <= _MOST_ALT:
        return words
    short = words[: _MOST_ALT - 1]
    return f"{short.rpartition(' ')[0] or short}…"

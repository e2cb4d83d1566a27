"""Pictures and letters of a contact sheet, as pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast
from xml.sax.saxutils import escape

from studio.domain.export_sizes import Box, Plan
from studio.domain.geometry import PixelSize

if TYPE_CHECKING:
    from pathlib import Path

    import pyvips

    from studio.domain.sheet import Line

ELLIPSIS = "…"
INK, FAINT = (24, 24, 27), (113, 113, 122)
"""Of letters on paper."""


def shrunk(path: Path, width: float, height: float, *, dots: float) -> pyvips.Image:
    """The picture at the size of its place in points, at `dots` per inch, but never enlarged; sRGB on white.

    For a thread; raises as `decoded`.
    """
    from studio.export.decoding import decoded
    from studio.export.render import rendered

    picture = decoded(path)
    size = picture.size
    scale = min(1.0, dots / 72 * width / size.width, dots / 72 * height / size.height)
    wanted = PixelSize(max(1, round(size.width * scale)), max(1, round(size.height * scale)))
    return rendered(picture.image, Plan(Box(0, 0, size.width, size.height), wanted), white=True)


def lettered(line: Line, *, dots: float) -> tuple[pyvips.Image, int] | None:
    """The line in the system's fonts, with transparency, and how many pixels lower than its top it begins.

    None where nothing is to be seen.
    """
    text = _visible(line.text)
    width = round(line.width * dots / 72)
    drawn = _drawn(text, line, dots)
    if drawn is None or drawn[0].width <= width:
        return drawn
    fits, over = 0, len(text)
    while over - fits > 1:
        middle = (fits + over) // 2
        tried = _drawn(text[:middle].rstrip() + ELLIPSIS, line, dots)
        fits, over = (middle, over) if tried is None or tried[0].width <= width else (fits, middle)
    return _drawn(text[:fits].rstrip() + ELLIPSIS, line, dots)


def _visible(text: str) -> str:
    return "".join(
        letter if letter.isprintable() or letter in "\u200c\u200d" else " " for letter in text
    ).strip()


def _drawn(text: str, line: Line, dots: float) -> tuple[pyvips.Image, int] | None:
    import pyvips

    if not text:
        return None
    # libvips reads marks in it, as in HTML.
    letters = pyvips.Image.text(escape(text), font=f"sans {line.size}", dpi=round(dots))
    red, green, blue = FAINT if line.faint else INK
    ink = letters.new_from_image([red, green, blue]).copy(interpretation="srgb")
    return ink.bandjoin(letters), cast(int, letters.get("yoffset"))

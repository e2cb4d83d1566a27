"""A contact sheet as a PDF whose words can be searched and copied.

Latin letters are Helvetica, Chinese ones Song: every reader of PDFs has its own for both, so the file holds
no font. A line with letters that neither has, such as Arabic or emoji, is drawn as a picture.
"""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Any, cast

from studio.domain.graphemes import cut
from studio.domain.sheet import Line, Place, SheetEntry, SheetStyle, pages
from studio.export.sheet_pictures import ELLIPSIS, FAINT, INK, lettered, shrunk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from reportlab.pdfgen.canvas import Canvas

    from studio.domain.sheet import Placed

_PICTURE_DOTS = 220
_LETTER_DOTS = 300
"""Per inch."""

_LATIN, _CHINESE = "Helvetica", "STSong-Light"
_ASCENT = 0.78
"""How far the base of the letters is below the top of a line, of their size."""

_DRAWN_LOWER = 0.15
"""How much lower it is in most fonts of a system."""


def sheet_pdf(
    entries: Sequence[tuple[Path, SheetEntry]],
    style: SheetStyle,
    *,
    drawn: Callable[[int], None] = lambda _count: None,
) -> bytes:
    """For a thread. `drawn` is called with how many pictures are done, and may raise to end it.

    Raises as `decoded` for a picture that can't be read.
    """
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    width, height = style.paper.size
    canvas = Canvas(out, pagesize=(width, height), invariant=1)
    canvas.setTitle(style.title)
    canvas.setAuthor("")
    canvas.setCreator("Proofroom")
    done = 0
    for page in pages([entry for _, entry in entries], style):
        for placed in page.pictures:
            _draw_picture(canvas, height, placed, entries[placed.entry][0])
            drawn(done := done + 1)
        for line in page.lines:
            _draw_line(canvas, height, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw_picture(canvas: Canvas, height: float, placed: Placed, path: Path) -> None:
    from pyvips.enums import ForeignKeep

    place = placed.place
    image = shrunk(path, place.width, place.height, dots=_PICTURE_DOTS)
    jpeg = image.jpegsave_buffer(Q=88, keep=ForeignKeep.NONE, optimize_coding=True, subsample_mode="off")
    _draw(canvas, jpeg, replace(place, top=height - place.top - place.height))


def _draw(canvas: Canvas, data: bytes, place: Place) -> None:
    """A JPEG, or a PNG with its transparency, where `place` is told from the bottom left."""
    from reportlab.lib.utils import ImageReader

    reader = ImageReader(io.BytesIO(data))
    # Its published types don't say what a picture is.
    cast(Any, canvas).drawImage(reader, place.left, place.top, place.width, place.height, mask="auto")


def _draw_line(canvas: Canvas, height: float, line: Line) -> None:
    if not _has_fonts(line.text):
        _draw_letters(canvas, height, line)
        return
    text = _cut(line)
    left = line.left + line.width - _width(text, line.size) if line.from_right else line.left
    canvas.setFillColorRGB(*(part / 255 for part in (FAINT if line.faint else INK)))
    written = canvas.beginText(left, height - line.top - _ASCENT * line.size)
    for font, run in _runs(text):
        written.setFont(font, line.size)
        written.textOut(run)
    canvas.drawText(written)


def _draw_letters(canvas: Canvas, height: float, line: Line) -> None:
    from pyvips.enums import ForeignKeep

    drawn = lettered(line, dots=_LETTER_DOTS)
    if drawn is None:
        return
    letters, lower = drawn
    width, tall, down = (pixels * 72 / _LETTER_DOTS for pixels in (letters.width, letters.height, lower))
    left = line.left + line.width - width if line.from_right else line.left
    bottom = height - line.top - down - tall + _DRAWN_LOWER * line.size
    data = letters.pngsave_buffer(keep=ForeignKeep.NONE)
    _draw(canvas, data, Place(left, bottom, width, tall))


def _cut(line: Line) -> str:
    text = line.text
    if _width(text, line.size) <= line.width:
        return text
    room = len(text.encode())
    while text and _width(f"{text}{ELLIPSIS}", line.size) > line.width:
        room -= 1
        text = cut(text, room).rstrip()
    return f"{text}{ELLIPSIS}"


def _width(text: str, size: float) -> float:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return sum(stringWidth(run, font, size) for font, run in _runs(text))


def _runs(text: str) -> Iterator[tuple[str, str]]:
    """Parts of the text, each with the font that has its letters."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont

    if _CHINESE not in pdfmetrics.getRegisteredFontNames():
        cast(Any, pdfmetrics).registerFont(UnicodeCIDFont(_CHINESE))
    for latin, letters in groupby(text, key=lambda letter: _is_in(letter, "cp1252")):
        yield (_LATIN if latin else _CHINESE), "".join(letters)


def _has_fonts(text: str) -> bool:
    return all(
        letter.isprintable() and (_is_in(letter, "cp1252") or _is_in(letter, "gbk")) for letter in text
    )


def _is_in(letter: str, encoding: str) -> bool:
    try:
        letter.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True

"""A contact sheet as PNGs, one for each page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.sheet import SheetEntry, SheetStyle, pages
from studio.export.sheet_pictures import lettered, shrunk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    import pyvips

    from studio.domain.sheet import Page

DOTS = 150
"""Per inch."""


def sheet_pngs(
    entries: Sequence[tuple[Path, SheetEntry]],
    style: SheetStyle,
    *,
    drawn: Callable[[int], None] = lambda _count: None,
) -> Iterator[bytes]:
    """For a thread: each page when it is asked for. `drawn` is called with how many pictures are done.

    Raises as `decoded` for a picture that can't be read.
    """
    from pyvips.enums import ForeignKeep

    done = 0
    for page in pages([entry for _, entry in entries], style):
        made = _painted(page, [path for path, _ in entries], style)
        data = made.pngsave_buffer(keep=ForeignKeep.NONE, compression=6)
        done += len(page.pictures)
        drawn(done)
        yield data


def _painted(page: Page, paths: Sequence[Path], style: SheetStyle) -> pyvips.Image:
    import pyvips

    width, height = (round(length * DOTS / 72) for length in style.paper.size)
    parts: list[tuple[pyvips.Image, int, int]] = []
    for placed in page.pictures:
        place = placed.place
        image = shrunk(paths[placed.entry], place.width, place.height, dots=DOTS)
        # It may be smaller than its place: it stands on its words.
        top = (place.top + place.height) * DOTS / 72 - image.height
        parts.append((image.bandjoin(255), round(place.left * DOTS / 72), round(top)))
    for line in page.lines:
        if (drawn := lettered(line, dots=DOTS)) is not None:
            letters, down = drawn
            right = (line.left + line.width) * DOTS / 72
            left = right - letters.width if line.from_right else line.left * DOTS / 72
            parts.append((letters, round(left), round(line.top * DOTS / 72) + down))
    white = pyvips.Image.black(width, height, bands=4).invert()
    paper = white.copy(interpretation="srgb")
    if not parts:
        return paper[:3]
    images, lefts, tops = zip(*parts, strict=True)
    return paper.composite(list(images), "over", x=list(lefts), y=list(tops)).cast("uchar")[:3]

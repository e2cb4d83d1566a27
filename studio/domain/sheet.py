"""A contact sheet: where pictures and words stand on its pages. Lengths are points, from the top left."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from studio.domain.geometry import PixelSize

if TYPE_CHECKING:
    from collections.abc import Sequence


class Paper(StrEnum):
    """A page, upright."""

    A4 = "A4"
    LETTER = "Letter"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height."""
        return (595.28, 841.89) if self is Paper.A4 else (612.0, 792.0)


@dataclass(frozen=True, slots=True)
class SheetStyle:
    """`columns` is 1 to 8; without `captions` the pictures stand alone, and `prices` are no matter."""

    title: str = ""
    paper: Paper = Paper.A4
    columns: int = 3
    captions: bool = True
    prices: bool = False


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """What is said of a picture, where that isn't empty: its prompt is the caption, its pixels are facts."""

    size: PixelSize
    name: str
    caption: str = ""
    facts: str = ""
    price: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle on a page."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text that is cut where it is wider than `width`; `top` is that of its letters' box.

    `size` is that of the letters. What is `faint` matters less; `from_right` stands at the right end.
    """

    text: str
    left: float
    top: float
    width: float
    size: float
    faint: bool = False
    from_right: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """The entry's picture, by its number from 0."""

    entry: int
    place: Place


@dataclass(frozen=True, slots=True)
class Page:
    """All that is on a page."""

    pictures: tuple[Placed, ...]
    lines: tuple[Line, ...]


_MARGIN, _GAP, _HEAD = 36.0, 14.0, 26.0
_LETTERS, _LEADING, _ABOVE = 7.5, 10.0, 5.0
_MOST_COLUMNS = 8
_HIGHEST = 4 / 3
"""A cell's height against its width, at most: what is higher is made smaller."""


def pages(entries: Sequence[SheetEntry], style: SheetStyle) -> tuple[Page, ...]:
    """As many as are needed, one at least. Rows are as high as their highest picture, and never parted."""
    columns = min(_MOST_COLUMNS, max(1, style.columns))
    whole_width, whole_height = style.paper.size
    width = (whole_width - 2 * _MARGIN - (columns - 1) * _GAP) / columns
    made: list[list[_Row]] = [[]]
    top = _MARGIN + _HEAD
    for start in range(0, len(entries), columns):
        numbers = range(start, min(start + columns, len(entries)))
        row = _row(entries, numbers, width, style, top)
        if made[-1] and row.bottom > whole_height - _MARGIN:
            made.append([])
            row = _row(entries, numbers, width, style, _MARGIN + _HEAD)
        made[-1].append(row)
        top = row.bottom + _GAP
    return tuple(
        Page(
            tuple(placed for row in rows for placed in row.pictures),
            (*_head(style, number, len(made)), *(line for row in rows for line in row.lines)),
        )
        for number, rows in enumerate(made, start=1)
    )


@dataclass(frozen=True, slots=True)
class _Row:
    bottom: float
    pictures: tuple[Placed, ...]
    lines: tuple[Line, ...]


def _row(entries: Sequence[SheetEntry], numbers: range, width: float, style: SheetStyle, top: float) -> _Row:
    page = style.paper.size[1] - 2 * _MARGIN - _HEAD
    texts = [_texts(entries[number], style) for number in numbers]
    below = max((_ABOVE + _LEADING * len(text) for text in texts if text), default=0.0)
    most = min(width * _HIGHEST, page - below)
    sizes = [_fitted(entries[number].size, width, most) for number in numbers]
    height = max(size[1] for size in sizes)
    pictures: list[Placed] = []
    lines: list[Line] = []
    for at, (number, size, text) in enumerate(zip(numbers, sizes, texts, strict=True)):
        left = _MARGIN + at * (width + _GAP)
        pictures.append(Placed(number, Place(left, top + height - size[1], *size)))
        lines += [
            Line(one, left, top + height + _ABOVE + _LEADING * place, width, _LETTERS, faint=place > 0)
            for place, one in enumerate(text)
        ]
    return _Row(top + height + below, tuple(pictures), tuple(lines))


def _texts(entry: SheetEntry, style: SheetStyle) -> tuple[str, ...]:
    if not style.captions:
        return ()
    price = entry.price if style.prices else ""
    facts = " · ".join(filter(None, (entry.facts, price)))
    return tuple(filter(None, (entry.name, entry.caption, facts)))


def _fitted(size: PixelSize, width: float, height: float) -> tuple[float, float]:
    scale = min(width / size.width, height / size.height)
    return size.width * scale, size.height * scale


def _head(style: SheetStyle, number: int, count: int) -> tuple[Line, ...]:
    width = style.paper.size[0] - 2 * _MARGIN
    page = Line(f"{number} / {count}", _MARGIN, _MARGIN, width, _LETTERS, faint=True, from_right=True)
    title = Line(style.title, _MARGIN, _MARGIN - 2, width - 60, 11.0)
    return (title, page) if style.title else (page,)

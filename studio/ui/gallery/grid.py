"""Where each item of the gallery stands: arithmetic, so that 100,000 cost as little as ten."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from PySide6.QtCore import QRect

GAP = 10
SIDE = 16
TOP = 4
BOTTOM = 24
HEADER = 30


@dataclass(frozen=True, slots=True)
class Grid:
    """Cards of jobs fill whole rows of their own; versions follow in sections, each under its header and on
    lines of its own, section `led` after `lead` empty cells.

    `width` is the room from edge to edge, `wanted` the tile's edge that the person chose; both in px.
    `starts` are the numbers of the versions at which a section begins, the first 0; without any there is one
    section, with no header. Rows are the model's rows; places are in the content's coordinates, before
    scrolling. Costs as much as there are sections to make, and their logarithm to ask.
    """

    width: int
    wanted: int
    cards: int
    versions: int
    lead: int = 0
    led: int = 0
    starts: Sequence[int] = ()
    columns: int = field(init=False)
    edge: int = field(init=False)
    _ends: Sequence[int] = field(init=False, repr=False)
    _begins: Sequence[int] = field(init=False, repr=False)
    _tops: Sequence[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Where every section begins."""
        room = self.width - 2 * SIDE
        columns = max(1, round((room + GAP) / (self.wanted + GAP)))
        edge = max(1, (room - GAP * (columns - 1)) // columns)
        begins = self.starts or ((0,) if self.versions else ())
        ends = (*begins[1:], self.versions) if begins else ()
        header = HEADER if self.starts else 0
        step = edge + GAP
        first = TOP + step * -(-self.cards // columns)
        heights = [
            header + step * -(-(end - begin + self._lead(section)) // columns)
            for section, (begin, end) in enumerate(zip(begins, ends, strict=True))
        ]
        for name, value in (
            ("columns", columns),
            ("edge", edge),
            ("_begins", begins),
            ("_ends", ends),
            ("_tops", tuple(accumulate(heights, initial=first))),
        ):
            object.__setattr__(self, name, value)

    @property
    def step(self) -> int:
        """From one line of tiles to the next."""
        return self.edge + GAP

    @property
    def height(self) -> int:
        """Of the whole content."""
        return self._tops[-1] - GAP + BOTTOM

    @property
    def header(self) -> int:
        """The height of a section's header; 0 where there are none."""
        return HEADER if self.starts else 0

    def column(self, row: int) -> int:
        """The column of this row's tile, from 0."""
        return self._place(row)[2]

    def column_at(self, x: int) -> int:
        """The column at this place, the nearest one beside them."""
        column = (x - SIDE) * self.columns // max(1, self.width - 2 * SIDE + GAP)
        return min(max(column, 0), self.columns - 1)

    @property
    def lead_bottom(self) -> int:
        """How far down the empty cells reach; where there are none, the line that would have them."""
        return self._tops[self.led] + self.header + self.edge

    def corner(self, row: int) -> tuple[int, int]:
        """Left and top of this row's tile. In numbers, for whoever paints: each call that has Qt make an
        object, a rectangle too, lets another thread have the interpreter, and waits to get it back (counted
        with PySide 6.11).
        """
        top, line, column = self._place(row)
        # Spread what doesn't divide over the columns, so that the last tile ends at the edge.
        spare = self.width - 2 * SIDE - GAP * (self.columns - 1) - self.edge * self.columns
        left = SIDE + column * self.step + column * spare // max(1, self.columns - 1)
        return left, top + line * self.step

    def rect(self, row: int) -> QRect:
        """The tile of this row."""
        return QRect(*self.corner(row), self.edge, self.edge)

    def row_at(self, x: int, y: int) -> int | None:
        """The row whose tile lies under this point."""
        return next((row for row in self.rows_between(y, y) if self.rect(row).contains(x, y)), None)

    def rows_between(self, top: int, bottom: int) -> range:
        """The rows whose line, with the gap under it, lies between these heights, in part or whole."""
        return range(self._row_from(top, after=False), self._row_from(bottom, after=True))

    def line(self, row: int) -> range:
        """The rows on the same line."""
        if row < self.cards:
            first = row - row % self.columns
            return range(first, min(first + self.columns, self.cards))
        section = self.section(row)
        _, line, _ = self._place(row)
        cell = line * self.columns - self._lead(section)
        begin, end = self._begins[section], self._ends[section]
        return range(self.cards + begin + max(0, cell), self.cards + min(end, begin + cell + self.columns))

    # Sections

    def section(self, row: int) -> int:
        """The number of the section of this version's row."""
        return bisect_right(self._begins, row - self.cards) - 1

    def section_rows(self, section: int) -> range:
        """The rows that stand under this header."""
        return range(self.cards + self._begins[section], self.cards + self._ends[section])

    def sections_between(self, top: int, bottom: int) -> range:
        """The sections whose headers lie between these heights, in part or whole."""
        if not self.starts:
            return range(0)
        first = bisect_right(self._tops, top - HEADER)
        last = bisect_right(self._tops, bottom)
        return range(min(first, len(self._begins)), min(last, len(self._begins)))

    def header_rect(self, section: int) -> QRect:
        """The header over this section."""
        return QRect(SIDE, self._tops[section], self.width - 2 * SIDE, self.header)

    def section_top(self, section: int) -> int:
        """The height at which this section begins, with its header."""
        return self._tops[section]

    def top_of_line(self, row: int) -> int:
        """The height at which this row's line begins, with the header that stands right over it."""
        top, line, _ = self._place(row)
        return self._tops[self.section(row)] if row >= self.cards and not line else top + line * self.step

    def _lead(self, section: int) -> int:
        return self.lead if section == self.led else 0

    def _place(self, row: int) -> tuple[int, int, int]:
        """Where the lines begin that it stands on, and its line and column among them."""
        if row < self.cards:
            return TOP, *divmod(row, self.columns)
        section = self.section(row)
        cell = row - self.cards - self._begins[section] + self._lead(section)
        return self._tops[section] + self.header, *divmod(cell, self.columns)

    def _row_from(self, y: int, *, after: bool) -> int:
        """The first row of the line that this height lies on, or with `after` of the next line."""
        if y < self._tops[0]:
            line = max((y - TOP) // self.step, 0 if y >= TOP or not after else -1)
            return min((line + after) * self.columns, self.cards)
        section = bisect_right(self._tops, y) - 1
        if section >= len(self._begins):
            return self.cards + self.versions
        line = (y - self._tops[section] - self.header) // self.step
        cell = max(0, line + after) * self.columns - self._lead(section)
        begin, end = self._begins[section], self._ends[section]
        return self.cards + min(end, begin + max(0, cell))

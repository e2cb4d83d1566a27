"""What a chart shows, before anything is drawn: every one of them can be read as a table too."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

_FORMULA = ("=", "+", "-", "@")
"""What a spreadsheet would reckon with instead of showing it."""


@dataclass(frozen=True, slots=True)
class Table:
    """Words in columns; each row has a cell for every heading. Units stand in the headings."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def tabbed(self) -> str:
        """For the clipboard: spreadsheets and documents take it as a table."""
        return "\n".join("\t".join(cells) for cells in (self.headings, *self.rows))

    @property
    def csv(self) -> bytes:
        """For a file; begins with a mark by which spreadsheets know the encoding."""
        written = io.StringIO(newline="")
        csv.writer(written).writerows(
            [_plain(cell) for cell in cells] for cells in (self.headings, *self.rows)
        )
        return written.getvalue().encode("utf-8-sig")


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


@dataclass(frozen=True, slots=True)
class Legend:
    """What a colour means; `role` is the name of a token."""

    role: str
    words: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A thing by two measures. `role` is the name of a colour's token; `words` is what is read of it."""

    label: str
    across: float
    up: float
    role: str
    words: str


@dataclass(frozen=True, slots=True)
class DotChart:
    """One measure against the other; `frontier` joins the dots that no other beats at both."""

    title: str
    across: str
    up: str
    dots: tuple[Dot, ...]
    frontier: tuple[tuple[float, float], ...]
    table: Table
    nothing: str

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not self.dots


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: `parts` follow each other as lengths with the token of their colour.

    `mark` is what was published, `reach` where the true value lies, each on the same scale. `words` stand
    behind it.
    """

    label: str
    words: str
    parts: tuple[tuple[float, str], ...] = ()
    mark: float | None = None
    reach: tuple[float, float] | None = None

    @property
    def end(self) -> float:
        """The largest value it shows."""
        return max(
            sum(length for length, _ in self.parts), self.mark or 0, self.reach[1] if self.reach else 0
        )


@dataclass(frozen=True, slots=True)
class BarChart:
    """A row for each group, all on one scale that ends at `most`, or with the longest where it is None."""

    title: str
    bars: tuple[Bar, ...]
    legend: tuple[Legend, ...]
    table: Table
    nothing: str
    most: float | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return all(not bar.parts and bar.mark is None for bar in self.bars)


@dataclass(frozen=True, slots=True)
class Line:
    """Values from 0 to 1 by time, earliest first."""

    role: str
    points: tuple[tuple[datetime, float], ...]


@dataclass(frozen=True, slots=True)
class LineChart:
    """Shares over the time from `begin` to `end`, which are read as `begins` and `ends`."""

    title: str
    lines: tuple[Line, ...]
    begin: datetime
    end: datetime
    begins: str
    ends: str
    legend: tuple[Legend, ...]
    table: Table
    nothing: str

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not any(line.points for line in self.lines)


@dataclass(frozen=True, slots=True)
class Column:
    """A bar that stands: `parts` lie on each other from the ground up, each with the token of its colour.

    `foot` stands under it, where it isn't empty; `words` is what is read of it.
    """

    words: str
    foot: str = ""
    parts: tuple[tuple[float, str], ...] = ()

    @property
    def height(self) -> float:
        """Of all its parts."""
        return sum(height for height, _ in self.parts)


@dataclass(frozen=True, slots=True)
class ColumnChart:
    """Columns side by side; `note` is what they come to, and `up` the unit before the figures at the side."""

    title: str
    note: str
    up: str
    columns: tuple[Column, ...]
    legend: tuple[Legend, ...]
    table: Table
    nothing: str

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not any(column.parts for column in self.columns)


Chart: TypeAlias = DotChart | BarChart | LineChart | ColumnChart

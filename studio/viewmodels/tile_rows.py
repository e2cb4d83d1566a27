"""What stands in the gallery, row by row: versions of one order in one tile, days under one header."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import compress, count, islice, pairwise
from operator import ne
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from studio.domain.listing import Listing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Ints: TypeAlias = "array[int]"
_FEW = 64


class Tile(NamedTuple):
    """One version as a row; `look`, `series` and `section` as in a Listing."""

    id: str
    look: int
    series: int
    section: int


@dataclass(slots=True)
class TileRows:
    """Parallel columns, a row for each tile. `counts` is how many versions a tile stands for: a closed stack
    for all of its series, every other tile for itself. The rows of an opened series stand together.

    `starts` are the rows at which a section begins. `source` is the listing that the rows were made of,
    `scattered` where those series stand in it whose versions don't follow each other; `closed` holds the
    versions of stacks that were closed since.
    """

    ids: list[str] = field(default_factory=list[str])
    looks: Ints = field(default_factory=lambda: array("Q"))
    series: Ints = field(default_factory=lambda: array("q"))
    sections: Ints = field(default_factory=lambda: array("q"))
    counts: Ints = field(default_factory=lambda: array("l"))
    starts: list[int] = field(default_factory=list[int])
    opened: set[int] = field(default_factory=set[int])
    source: Listing = field(default_factory=Listing)
    scattered: Mapping[int, Sequence[int]] = field(default_factory=dict[int, list[int]])
    closed: dict[int, list[Tile]] = field(default_factory=dict[int, list[Tile]])

    def __len__(self) -> int:
        """How many rows."""
        return len(self.ids)

    def tile(self, row: int) -> Tile:
        """What stands in this row; of a closed stack its first version."""
        return Tile(self.ids[row], self.looks[row], self.series[row], self.sections[row])

    def row_of(self, version_id: str) -> int | None:
        """The row of this version, or of the closed stack that holds it."""
        row = _index(self.ids, version_id)
        if row is not None:
            return row
        holding = [name for name, tiles in self.closed.items() if any(one.id == version_id for one in tiles)]
        position = _index(self.source.ids, version_id)
        if position is not None:
            holding.append(self.source.series[position])
        return next((row for name in holding if (row := _index(self.series, name)) is not None), None)

    def tiles_at(self, row: int) -> Sequence[Tile]:
        """Every version that this tile stands for."""
        if self.counts[row] == 1:
            return (self.tile(row),)
        return self.closed.get(self.series[row]) or self._of_source(row)

    def ids_at(self, rows: Iterable[int]) -> list[str]:
        """The ids of every version that these tiles stand for; of all of them as fast as of a few."""
        ids: list[str] = []
        before = 0
        for row in rows:
            name = self.series[row]
            if self.counts[row] == 1:
                ids.append(self.ids[row])
            elif name in self.closed:
                ids += [tile.id for tile in self.closed[name]]
            else:
                places = self._places_of(row, before)
                ids += [self.source.ids[at] for at in places]
                before = places[-1]
        return ids

    def _of_source(self, row: int) -> list[Tile]:
        source, name, section = self.source, self.series[row], self.sections[row]
        return [Tile(source.ids[at], source.looks[at], name, section) for at in self._places_of(row)]

    def _places_of(self, row: int, first: int = 0) -> Sequence[int]:
        """Where the versions of this row's closed stack stand in the source. Nobody keeps that: it is looked
        for, from `first` on in a moment.
        """
        name = self.series[row]
        places = self.scattered.get(name)
        if places is None:
            series = self.source.series
            try:
                begin = series.index(name, first)
            except ValueError:
                begin = series.index(name)
            places = range(begin, begin + self.counts[row])
        return places

    def section_of(self, row: int) -> int:
        """The number of the section that this row stands in, from 0."""
        return bisect_right(self.starts, row) - 1

    def siblings_of(self, tile: Tile) -> int | None:
        """The first row of the versions of the same order that stand under the same header."""
        for first, end in pairwise((*self.starts, len(self.ids))):
            if self.sections[first] == tile.section:
                return _index(self.series[first:end], tile.series, first)
        return None

    def join(self, row: int, tile: Tile, place: int = 0) -> bool:
        """Put this version in its place in this row's closed stack; tells whether it wasn't in it yet."""
        tiles = self.tiles_at(row)
        if any(one.id == tile.id for one in tiles):
            return False
        joined = self.closed[tile.series] = [*tiles[:place], tile, *tiles[place:]]
        self.ids[row], self.looks[row] = joined[0].id, joined[0].look
        self.counts[row] += 1
        return True

    def insert(self, row: int, tiles: Sequence[Tile]) -> None:
        """Put these tiles in, in a row each."""
        self.ids[row:row] = [tile.id for tile in tiles]
        self.looks[row:row] = array("Q", [tile.look for tile in tiles])
        self.series[row:row] = array("q", [tile.series for tile in tiles])
        self.sections[row:row] = array("q", [tile.section for tile in tiles])
        self.counts[row:row] = array("l", [1] * len(tiles))
        self._shift(row, len(tiles))
        for start in range(row, row + len(tiles) + 1):
            self._check_start(start)

    def copy_in(self, row: int, other: TileRows, first: int, end: int) -> None:
        """Put in what stands in these rows of `other`."""
        self.ids[row:row] = other.ids[first:end]
        for mine, theirs in zip(self._columns(), other._columns(), strict=True):
            mine[row:row] = theirs[first:end]
        if len(self) == len(other):
            # The last step: they are the same now, and nothing need be counted anew.
            self.starts = list(other.starts)
        elif end - first < _FEW:
            self._shift(row, end - first)
            for start in range(row, row + end - first + 1):
                self._check_start(start)
        else:
            self.starts = section_starts(self.sections)

    def remove(self, first: int, last: int) -> None:
        """Take these rows out."""
        del self.ids[first : last + 1]
        for column in self._columns():
            del column[first : last + 1]
        self._shift(first, first - last - 1)
        self._check_start(first)

    def run_of(self, row: int) -> tuple[int, int]:
        """The first and last row of this row's series under its header."""
        section = self.section_of(row)
        begin, end = self.starts[section], (*self.starts, len(self.ids))[section + 1]
        name = self.series[row]
        first = last = row
        while first > begin and self.series[first - 1] == name:
            first -= 1
        while last + 1 < end and self.series[last + 1] == name:
            last += 1
        return first, last

    def _columns(self) -> tuple[Ints, Ints, Ints, Ints]:
        return self.looks, self.series, self.sections, self.counts

    def _shift(self, row: int, by: int) -> None:
        """Rows came in before this one (`by` > 0), or so many from this one on went."""
        at = bisect_left(self.starts, row)
        gone = bisect_left(self.starts, row - by) if by < 0 else at
        self.starts[at:] = [start + by for start in self.starts[gone:]]

    def _check_start(self, row: int) -> None:
        """Whether a section begins here, by what stands here and before."""
        at = bisect_left(self.starts, row)
        there = at < len(self.starts) and self.starts[at] == row
        begins = row < len(self.ids) and (row == 0 or self.sections[row] != self.sections[row - 1])
        if begins and not there:
            self.starts.insert(at, row)
        elif there and not begins:
            del self.starts[at]


def _index(values: Sequence[object] | Ints, value: object, first: int = 0) -> int | None:
    """The row of the first that is equal, counted from `first`."""
    try:
        return first + values.index(value)  # pyright: ignore[reportArgumentType] - arrays take what they hold
    except ValueError:
        return None


def section_starts(sections: Ints) -> list[int]:
    """The rows at which another section begins."""
    # Without a step of Python's own for each: of a hundred thousand they would hold up the window's thread.
    changes = compress(count(1), map(ne, sections, islice(sections, 1, None)))
    return [0, *changes] if sections else []

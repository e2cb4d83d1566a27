"""From a listing to the gallery's rows. For a thread: 100,000 versions take some tens of milliseconds."""

from __future__ import annotations

import time
from array import array
from bisect import bisect_right
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise, repeat
from typing import TYPE_CHECKING, TypeAlias

from studio.domain.query import SortKey
from studio.viewmodels.tile_rows import Ints, TileRows, section_starts

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from typing import TypeVar

    from studio.domain.listing import Listing
    from studio.domain.query import Query

    Item = TypeVar("Item")

Keyed: TypeAlias = "Callable[[Ints], Ints]"
"""From what a listing says of each section to what its header stands for."""

Run: TypeAlias = tuple[int, int]
"""From and to: positions of a listing that follow each other and are of one series."""

_PIECE = 200

_QUARTER = 15 * 60 * 1_000_000
_BLOCK = 24 * _QUARTER
_DAY = 96 * _QUARTER
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST_DAY = date(1970, 1, 1).toordinal()
_MICROSECOND = timedelta(microseconds=1)


def rows_for(query: Query, listing: Listing, *, opened: Collection[int], stacks: bool) -> TileRows:
    """The rows for what this query found. Only by date do versions of one order stand together, so only then
    are they stacked.
    """
    by_date = query.sort.key is SortKey.DATE
    keyed = local_days(system_offset) if by_date else as_it_is
    return rows_of(listing, keyed=keyed, opened=opened, stacked=by_date and stacks)


def rows_of(
    listing: Listing, *, keyed: Keyed, opened: Collection[int] = (), stacked: bool = True
) -> TileRows:
    """Versions of one order that stand under one header become one tile, at the place of the last of them:
    newest first, that is where the order began, and it stays there when more of it come. Those whose series
    is in `opened` stand together in rows of their own.
    """
    sections = keyed(listing.sections)
    if stacked:
        # Versions of one order mostly follow each other: there are fewer runs of them than versions.
        runs = list(pairwise([*section_starts(listing.series), len(listing)]))
        stacks = _stacks(listing, sections, runs)
        if stacks:
            return _stacked(listing, sections, stacks, set(opened), runs)
    return TileRows(
        ids=list(listing.ids),
        looks=listing.looks[:],
        series=listing.series[:],
        sections=sections,
        counts=array("l", [1]) * len(listing.ids),
        starts=section_starts(sections),
        source=listing,
    )


def _stacks(listing: Listing, sections: Ints, runs: list[Run]) -> dict[int, list[int]]:
    """The positions of each series that has several versions under one header. A series that is spread over
    several headers, such as when it is sorted by rating, is no stack.
    """
    series = listing.series
    if len(set(series)) == len(series):
        return {}
    found: dict[int, list[int]] = {}
    for start, stop in _in_pieces(runs):
        name = series[start]
        if name in found:
            found[name].extend(range(start, stop))
        else:
            found[name] = [*range(start, stop)]
    starts = section_starts(sections)
    ends = [*starts[1:], len(listing)]

    def stand_together(positions: list[int]) -> bool:
        return len(positions) > 1 and positions[-1] < ends[bisect_right(starts, positions[0]) - 1]

    return {name: found[name] for name in _in_pieces([*found]) if stand_together(found[name])}


def _stacked(
    listing: Listing, sections: Ints, stacks: dict[int, list[int]], opened: set[int], runs: list[Run]
) -> TileRows:
    order: list[int] = []
    counts: list[int] = []
    series = listing.series
    for start, stop in _in_pieces(runs):
        name = series[start]
        positions = stacks.get(name)
        if positions is None:
            order.extend(range(start, stop))
            counts.extend(repeat(1, stop - start))
        elif positions[-1] == stop - 1:
            if name in opened:
                order += positions
                counts.extend(repeat(1, len(positions)))
            else:
                order.append(positions[0])
                counts.append(len(positions))
    ordered = array("q", map(sections.__getitem__, order))
    return TileRows(
        ids=list(map(listing.ids.__getitem__, order)),
        looks=array("Q", map(listing.looks.__getitem__, order)),
        series=array("q", map(series.__getitem__, order)),
        sections=ordered,
        counts=array("l", counts),
        starts=section_starts(ordered),
        opened=opened & stacks.keys(),
        source=listing,
        places=stacks,
    )


def as_it_is(values: Ints) -> Ints:
    """For sections whose header stands for the very value."""
    return values[:]


def local_days(offset: Callable[[datetime], timedelta]) -> Keyed:
    """From microseconds since 1970 to the local day, as a proleptic ordinal. `offset` gives the local time's
    distance from UTC at an aware time.
    """

    def stretch_of(micros: int) -> tuple[int, int, int]:
        """A stretch about this time that is all of one local day: from, to, and the day."""
        # Offsets change, and days begin, on a quarter of an hour. One that is the same at both ends of a few
        # hours didn't change between them.
        for length in (_BLOCK, _QUARTER):
            begin = micros // length * length
            shift = offset_at(begin)
            if length == _QUARTER or shift == offset_at(begin + length):
                break
        day = (micros + shift) // _DAY
        return max(begin, day * _DAY - shift), min(begin + length, (day + 1) * _DAY - shift), day + _FIRST_DAY

    def offset_at(micros: int) -> int:
        return offset(_EPOCH + timedelta(microseconds=micros)) // _MICROSECOND

    def days(values: Ints) -> Ints:
        found: list[int] = []
        begin = end = day = 0
        for micros in _in_pieces(values):
            if not begin <= micros < end:
                begin, end, day = stretch_of(micros)
            found.append(day)
        return array("q", found)

    return days


def system_offset(moment: datetime) -> timedelta:
    """The distance from UTC that the system's time zone has at this time."""
    return moment.astimezone().utcoffset() or timedelta()


def _in_pieces(items: Sequence[Item]) -> Iterator[Item]:
    """Each of them; now and then the window gets its turn, which else it would wait for again and again."""
    for begin in range(0, len(items), _PIECE):
        yield from items[begin : begin + _PIECE]
        time.sleep(0)

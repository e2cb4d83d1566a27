"""From a listing to the gallery's rows. For a thread: 100,000 versions take some tens of milliseconds."""

from __future__ import annotations

import time
from array import array
from bisect import bisect_right
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import compress, count, repeat
from operator import sub
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from studio.domain.listing import pack_look
from studio.domain.query import SortKey
from studio.viewmodels.tile_rows import Ints, Tile, TileRows, section_starts

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Container, Iterator, Sequence
    from typing import TypeVar

    from studio.domain.listing import Listing
    from studio.domain.query import Query
    from studio.domain.version import Version

    Item = TypeVar("Item")

Keyed: TypeAlias = "Callable[[Ints], Ints]"
"""From what a listing says of each section to what its header stands for."""

_PIECE = 200

_QUARTER = 15 * 60 * 1_000_000
_BLOCK = 24 * _QUARTER
_DAY = 96 * _QUARTER
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST_DAY = date(1970, 1, 1).toordinal()
_MICROSECOND = timedelta(microseconds=1)


class _Runs(NamedTuple):
    """Versions of a listing that follow each other and are of one series: the series of each run, and where
    it begins; one beginning more stands for the listing's end. There are fewer runs than versions.
    """

    names: list[int]
    begins: list[int]


class _Stacks(NamedTuple):
    """`scattered` are the positions of each series that isn't one run; `alone` the series that are no stack,
    since they are spread over several headers.
    """

    scattered: dict[int, list[int]]
    alone: set[int]


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
        runs = _runs_of(listing)
        stacks = _stacks_of(runs, sections)
        if stacks.scattered or len(runs.names) < len(listing):
            return _stacked(listing, sections, runs, stacks, frozenset(opened))
    return TileRows(
        ids=list(listing.ids),
        looks=listing.looks[:],
        series=listing.series[:],
        sections=sections,
        counts=array("l", [1]) * len(listing.ids),
        starts=section_starts(sections),
        source=listing,
    )


def tile_of(version: Version, keyed: Keyed) -> Tile:
    """A version that was just saved, as a row. Where it tells no series it has a number that no other has."""
    (section,) = keyed(array("q", [round(version.created.timestamp() * 1_000_000)]))
    look = pack_look(version.palette[0] if version.palette else "", version.width, version.height)
    return Tile(version.id, look, version.series or -1 - abs(hash(version.id) >> 1), section)


def _runs_of(listing: Listing) -> _Runs:
    begins = section_starts(listing.series)
    return _Runs([*map(listing.series.__getitem__, begins)], [*begins, len(listing)])


def _stacks_of(runs: _Runs, sections: Ints) -> _Stacks:
    """What isn't simply one run under one header."""
    starts = section_starts(sections)
    scattered = _scattered(runs)
    ends = [*starts[1:], len(sections)]

    def stand_together(positions: list[int]) -> bool:
        return positions[-1] < ends[bisect_right(starts, positions[0]) - 1]

    alone = {name for name in _in_pieces([*scattered]) if not stand_together(scattered[name])}
    for start in starts:
        at = bisect_right(runs.begins, start) - 1
        if runs.begins[at] < start:
            alone.add(runs.names[at])
    return _Stacks(scattered, alone)


def _scattered(runs: _Runs) -> dict[int, list[int]]:
    if len(set(runs.names)) == len(runs.names):
        return {}
    several = {name for name, times in Counter(runs.names).items() if times > 1}
    found: dict[int, list[int]] = {name: [] for name in several}
    for at in _in_pieces(_runs_in(runs, several)):
        found[runs.names[at]].extend(range(runs.begins[at], runs.begins[at + 1]))
    return found


def _runs_in(runs: _Runs, names: Container[int]) -> list[int]:
    """The numbers of the runs of these series."""
    return [*compress(count(), map(names.__contains__, runs.names))]


def _stacked(
    listing: Listing, sections: Ints, runs: _Runs, stacks: _Stacks, opened: frozenset[int]
) -> TileRows:
    order: list[int] = []
    counts: list[int] = []
    open_stacks: set[int] = set()
    lengths = [*map(sub, runs.begins[1:], runs.begins)]
    done = 0
    for at in _in_pieces(_runs_in(runs, stacks.alone | stacks.scattered.keys() | opened)):
        order += runs.begins[done:at]
        counts += lengths[done:at]
        done = at + 1
        name, begin, end = runs.names[at], runs.begins[at], runs.begins[at + 1]
        positions = stacks.scattered.get(name) or range(begin, end)
        if name in stacks.alone:
            order += range(begin, end)
            counts += repeat(1, end - begin)
        elif positions[-1] == end - 1:
            if name not in opened:
                order.append(positions[0])
                counts.append(len(positions))
                continue
            order += positions
            counts += repeat(1, len(positions))
            if len(positions) > 1:
                open_stacks.add(name)
    order += runs.begins[done:-1]
    counts += lengths[done:]
    ordered = array("q", map(sections.__getitem__, order))
    return TileRows(
        ids=list(map(listing.ids.__getitem__, order)),
        looks=array("Q", map(listing.looks.__getitem__, order)),
        series=array("q", map(listing.series.__getitem__, order)),
        sections=ordered,
        counts=array("l", counts),
        starts=section_starts(ordered),
        opened=open_stacks,
        source=listing,
        scattered=stacks.scattered,
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

"""From a listing to the gallery's rows. For a thread: 100,000 versions take some tens of milliseconds."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, TypeAlias

from studio.domain.query import SortKey
from studio.viewmodels.tile_rows import Ints, TileRows, section_starts

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from studio.domain.listing import Listing
    from studio.domain.query import Query

Keyed: TypeAlias = "Callable[[int], int]"
"""From what a listing says of a section to what its header stands for."""

_QUARTER = 15 * 60 * 1_000_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


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
    sections = array("q", map(keyed, listing.sections))
    stacks = _stacks(listing, sections) if stacked else {}
    if stacks:
        return _stacked(listing, sections, stacks, set(opened))
    return TileRows(
        ids=list(listing.ids),
        looks=listing.looks[:],
        series=listing.series[:],
        sections=sections,
        counts=array("l", [1]) * len(listing.ids),
        starts=section_starts(sections),
        source=listing,
    )


def _stacks(listing: Listing, sections: Ints) -> dict[int, list[int]]:
    """The positions of each series that has several versions under one header. A series that is spread over
    several headers, such as when it is sorted by rating, is no stack.
    """
    series = listing.series
    if len(set(series)) == len(series):
        return {}
    found: dict[int, list[int]] = {}
    for position, name in enumerate(series):
        if name in found:
            found[name].append(position)
        else:
            found[name] = [position]
    starts = section_starts(sections)
    return {
        name: positions
        for name, positions in found.items()
        if len(positions) > 1 and bisect_right(starts, positions[0]) == bisect_right(starts, positions[-1])
    }


def _stacked(listing: Listing, sections: Ints, stacks: dict[int, list[int]], opened: set[int]) -> TileRows:
    order: list[int] = []
    counts = array("l")
    for position, name in enumerate(listing.series):
        positions = stacks.get(name)
        if positions is None:
            order.append(position)
            counts.append(1)
        elif positions[-1] == position:
            shown = positions if name in opened else positions[:1]
            order += shown
            counts.extend([1] * len(shown) if len(shown) > 1 else [len(positions)])
    ordered = array("q", [sections[position] for position in order])
    return TileRows(
        ids=[listing.ids[position] for position in order],
        looks=array("Q", [listing.looks[position] for position in order]),
        series=array("q", [listing.series[position] for position in order]),
        sections=ordered,
        counts=counts,
        starts=section_starts(ordered),
        opened=opened & stacks.keys(),
        source=listing,
        places=stacks,
    )


def as_it_is(value: int) -> int:
    """For sections whose header stands for the very value."""
    return value


def local_days(offset: Callable[[datetime], timedelta]) -> Keyed:
    """From microseconds since 1970 to the local day, as a proleptic ordinal. `offset` gives the local time's
    distance from UTC at an aware time.
    """
    known: dict[int, int] = {}

    def day(micros: int) -> int:
        # Offsets change, and days begin, on a quarter of an hour.
        quarter = micros // _QUARTER
        found = known.get(quarter)
        if found is None:
            moment = _EPOCH + timedelta(microseconds=micros)
            found = known[quarter] = (moment + offset(moment)).toordinal()
        return found

    return day


def system_offset(moment: datetime) -> timedelta:
    """The distance from UTC that the system's time zone has at this time."""
    return moment.astimezone().utcoffset() or timedelta()

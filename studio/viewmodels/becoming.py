"""How the gallery's rows become others in few steps, each of which a view can follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from studio.viewmodels.runs import missing_runs, unwanted_runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studio.viewmodels.tile_rows import TileRows

_PIECE = 512
_MOST_COMPARED = 4000
_MOST_STEPS = 40


class Step(NamedTuple):
    """`length` rows from `row` on go, or come: those that stand from `source` on in what is wanted."""

    row: int
    length: int
    removes: bool
    source: int = 0


def steps(held: TileRows, wanted: TileRows) -> Iterator[Step]:
    """To be taken one by one, each before the next is asked for. Rows at the beginning and at the end that
    are the same stay; what lies between is compared where it is short, and else replaced.
    """
    head = same_head(held.ids, wanted.ids)
    tail = same_tail(held.ids, wanted.ids, most=min(len(held.ids), len(wanted.ids)) - head)
    old, new = held.ids[head : len(held.ids) - tail], wanted.ids[head : len(wanted.ids) - tail]
    if max(len(old), len(new)) <= _MOST_COMPARED:
        gone = unwanted_runs(old, new)
        going = {row for first, last in gone for row in range(first, last + 1)}
        came = missing_runs([name for row, name in enumerate(old) if row not in going], new)
        if len(gone) + len(came) <= _MOST_STEPS:
            for first, last in gone:
                yield Step(head + first, last - first + 1, removes=True)
            for at, count in came:
                yield Step(head + at, count, removes=False, source=head + at)
            return
    if old:
        yield Step(head, len(old), removes=True)
    if new:
        yield Step(head, len(new), removes=False, source=head)


def same_head(mine: Sequence[object], theirs: Sequence[object]) -> int:
    """How many are the same at the beginning: whole pieces are compared at once."""
    most, at = min(len(mine), len(theirs)), 0
    while at + _PIECE <= most and mine[at : at + _PIECE] == theirs[at : at + _PIECE]:
        at += _PIECE
    while at < most and mine[at] == theirs[at]:
        at += 1
    return at


def same_tail(mine: Sequence[object], theirs: Sequence[object], *, most: int) -> int:
    """How many are the same at the end, `most` at most."""
    ends, at = (len(mine), len(theirs)), 0

    def piece(values: Sequence[object], end: int) -> Sequence[object]:
        return values[end - at - _PIECE : end - at]

    while at + _PIECE <= most and piece(mine, ends[0]) == piece(theirs, ends[1]):
        at += _PIECE
    while at < most and mine[ends[0] - at - 1] == theirs[ends[1] - at - 1]:
        at += 1
    return at

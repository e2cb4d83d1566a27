"""What a query finds, as few bytes a version: enough to lay a gallery out and to paint it in colours."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

NO_LOOK = 0
FIRST_READ = 300
"""Versions that are read before all others: more than any screen shows."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Parallel columns in the order asked for; never changed after it was made.

    `looks` are packed (see `pack_look`); `series` is equal for versions of one order; `sections` tells what
    stands under one header: microseconds since 1970 of `created` when sorted by date, else the value that is
    sorted by (fen, rating, pixels). `found` counts all that is found, of which this may be the beginning;
    where it was not `counted`, `found` tells only these.
    """

    ids: tuple[str, ...] = ()
    looks: array[int] = field(default_factory=lambda: array("Q"))
    series: array[int] = field(default_factory=lambda: array("q"))
    sections: array[int] = field(default_factory=lambda: array("q"))
    found: int = 0
    counted: bool = True

    def __len__(self) -> int:
        """How many versions stand in it."""
        return len(self.ids)


def pack_look(colour: str, width: int, height: int) -> int:
    """Main colour ("#rrggbb") and shape in one number of 56 bits: 24 colour, 16 width, 16 height.

    Sides over 65,535 are made smaller together: only their proportion is used. What is no colour is black.
    """
    while max(width, height) > 0xFFFF:
        width, height = max(1, width // 2), max(1, height // 2)
    return _number_of(colour) << 32 | width << 16 | height


def _number_of(colour: str) -> int:
    try:
        return int.from_bytes(bytes.fromhex(colour[1:7]))
    except ValueError:
        # Somebody has edited a sidecar: no reason to lose its picture.
        return 0


def look_colour(look: int) -> int:
    """The colour as 0xrrggbb."""
    return look >> 32


def look_shape(look: int) -> tuple[int, int]:
    """Width and height, at least 1 each."""
    return max(1, look >> 16 & 0xFFFF), max(1, look & 0xFFFF)

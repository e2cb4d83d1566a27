"""Pictures made elsewhere on their way into the library, and what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from studio.domain.errors import LibraryError, StudioError
from studio.domain.geometry import PixelSize, Resolution

MOST_BYTES = 500_000_000
"""Of one file: the largest picture that is opened at all has less as a PNG without compression."""


@dataclass(frozen=True, slots=True)
class PastedPicture:
    """The encoded bytes of a picture that was never a file; `name` is for the person."""

    data: bytes
    name: str


ImportSource: TypeAlias = Path | PastedPicture


def source_name(source: ImportSource) -> str:
    """What the person knows it by, in letters that every system can write."""
    name = source.name.replace("\0", "")
    return name.encode(errors="replace").decode()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that didn't join the library, and why."""

    name: str
    error: StudioError


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """`done` files of `total` were looked at; `name` is the next one's, empty at the end."""

    done: int
    total: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """Ids of versions: `imported` are new, `known` had joined before, `restored` lay in the trash.

    `stopped_by` is what kept the rest from being tried, as a full disk does; `cancelled` when the person did.
    """

    imported: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    restored: tuple[str, ...] = ()
    refused: tuple[Refusal, ...] = ()
    stopped_by: LibraryError | None = None
    cancelled: bool = False


_STEPS = ((700, Resolution.HALF_K), (1450, Resolution.ONE_K), (2900, Resolution.TWO_K))


def nearest_resolution(pixels: PixelSize) -> Resolution:
    """The step that a picture of another origin comes closest to, by the edge of a square of its pixels."""
    edge = pixels.pixels**0.5
    return next((step for most, step in _STEPS if edge < most), Resolution.FOUR_K)

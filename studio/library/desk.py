"""How the gallery was left: what was seen, how large, and what was selected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.library.kept import read_kept, write_kept
from studio.library.layout import LibraryFolder

if TYPE_CHECKING:
    from pathlib import Path

MOST_SELECTED = 1000
MOST_OPENED = 100
USUAL_EDGE = 180


@dataclass(frozen=True, slots=True)
class Desk:
    """`edge` is the tile's in px; `first` the id of the version that stood at the top, `offset` px below the
    window's edge, empty at the very top; `current` and `selected` are ids. `opened` are the series whose
    versions have tiles of their own, the latest ones; unless `stacks`, all of them have.
    """

    edge: int = USUAL_EDGE
    first: str = ""
    offset: int = 0
    current: str = ""
    selected: tuple[str, ...] = ()
    opened: tuple[int, ...] = ()
    stacks: bool = True


def read_desk(folder: Path) -> Desk:
    """As it was left. Never raises for the disk."""
    return read_kept(LibraryFolder(folder).desk, Desk) or Desk()


def write_desk(folder: Path, desk: Desk) -> None:
    """Keep it, synced: for a thread. Raises LibraryFull or LibraryUnwritable."""
    write_kept(folder, LibraryFolder(folder).desk, desk)

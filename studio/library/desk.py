"""How the gallery was left: what was seen, how large, and what was selected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from studio.library.kept import object_of, read_kept_by, write_kept
from studio.library.layout import LibraryFolder

if TYPE_CHECKING:
    from pathlib import Path

MOST_SELECTED = 1000
MOST_OPENED = 100
USUAL_EDGE = 180
_VALUES = (("edge", int), ("first", str), ("offset", int), ("current", str), ("stacks", bool))
_LISTS = (("selected", str), ("opened", int))


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
    return read_kept_by(LibraryFolder(folder).desk, _decode) or Desk()


def write_desk(folder: Path, desk: Desk) -> None:
    """Keep it, synced: for a thread. Raises LibraryFull or LibraryUnwritable."""
    write_kept(folder, LibraryFolder(folder).desk, desk)


def _decode(content: bytes) -> Desk:
    """By hand: loading msgspec takes a twentieth of the time in which the first pictures are there."""
    said = object_of(content)
    read: dict[str, Any] = {name: _checked(said[name], kind) for name, kind in _VALUES if name in said}
    for name, kind in _LISTS:
        read[name] = tuple(_checked(one, kind) for one in _checked(said.get(name, []), list))
    return Desk(**read)


def _checked(value: object, kind: type) -> Any:
    """The value; raises ValueError where it is of another kind."""
    if type(value) is not kind:
        raise ValueError(f"{value!r} is no {kind.__name__}")
    return value

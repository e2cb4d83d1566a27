"""What was drawn on versions: kept beside the library, one small file for each, never in a picture."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from studio.domain.marks import Mark, Region
from studio.library.files import file_errors
from studio.library.kept import read_kept, write_kept
from studio.library.layout import LibraryFolder

if TYPE_CHECKING:
    from pathlib import Path


def _nothing() -> Region:
    return Region(())


@dataclass(frozen=True, slots=True)
class Drawing:
    """The marks on a version, and the region of it that may change."""

    marks: tuple[Mark, ...] = ()
    region: Region = field(default_factory=_nothing)


def read_drawing(folder: Path, version_id: str) -> Drawing:
    """What was drawn on this version of the library in `folder`. Never raises for the disk."""
    return read_kept(_path(folder, version_id), Drawing) or Drawing()


def write_drawing(folder: Path, version_id: str, drawing: Drawing) -> None:
    """Keep it, synced: for a thread. Raises LibraryFull or LibraryUnwritable."""
    path = _path(folder, version_id)
    if drawing != Drawing():
        write_kept(folder, path, drawing)
        return
    with file_errors(folder):
        path.unlink(missing_ok=True)


def _path(folder: Path, version_id: str) -> Path:
    return LibraryFolder(folder).drawings / f"{version_id}.json"

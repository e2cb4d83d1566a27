"""What a person drops, as single files: folders are opened up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from studio.domain.importing import ImportSource

MOST_FILES = 100_000

PICTURE_ENDINGS = frozenset(
    (".png", ".jpg", ".jpeg", ".webp", ".heic", ".heif", ".gif", ".bmp", ".tif", ".tiff", ".avif", ".jxl")
)
"""What stands out as a picture among a folder's files; those that can't join are refused by name."""


def gather(
    sources: Iterable[ImportSource], *, stopped: Callable[[], bool] = lambda: False
) -> tuple[ImportSource, ...]:
    """In a thread: the sources, each folder replaced by the pictures in it and below, by name.

    A file that was named itself is there whatever it is called. Nothing hidden, each file once.
    """
    found: dict[ImportSource, None] = {}
    for source in sources:
        for one in _files(source) if isinstance(source, Path) else (source,):
            if stopped() or len(found) >= MOST_FILES:
                return tuple(found)
            found[one] = None
    return tuple(found)


def _files(path: Path) -> Iterator[Path]:
    if not _is_folder(path):
        yield path
        return
    folders = [path]
    while folders:
        below: list[Path] = []
        for entry in _entries(folders.pop()):
            if entry.name.startswith("."):
                continue
            if _is_folder(entry):
                if not entry.is_symlink():
                    below.append(entry)
            elif entry.suffix.lower() in PICTURE_ENDINGS:
                yield entry
        folders += reversed(below)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        # What can't be looked into has no pictures for us.
        return []

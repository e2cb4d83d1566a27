"""Small JSON files that the window keeps beside the library. Read before the first paint, so nothing heavy
is imported here.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

import msgspec

from studio.library.decoding import decoder_of
from studio.library.files import file_errors, make_folders, write_whole

if TYPE_CHECKING:
    from pathlib import Path

Kept = TypeVar("Kept")


def read_kept(path: Path, kind: type[Kept]) -> Kept | None:
    """What was kept there, None where there is nothing.

    A damaged file is moved aside, to `….damaged.json`, and read as none. Never raises for the disk.
    """
    try:
        return decoder_of(kind).decode(path.read_bytes())
    except OSError:
        return None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        with suppress(OSError):
            path.replace(path.with_name(f"{path.stem}.damaged.json"))
        return None


def write_kept(folder: Path, path: Path, kept: object) -> None:
    """Keep it, synced: for a thread. Raises LibraryFull or LibraryUnwritable of the library in `folder`."""
    with file_errors(folder):
        make_folders(path.parent)
        write_whole(path, msgspec.json.format(msgspec.json.encode(kept)))

"""Small JSON files that the window keeps beside the library. Read before the first pictures, which msgspec
would keep waiting: it is loaded where it is needed.
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar, cast

from studio.library.files import file_errors, make_folders, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Kept = TypeVar("Kept")


def read_kept(path: Path, kind: type[Kept]) -> Kept | None:
    """What was kept there, None where there is nothing; damaged, see `read_kept_by`."""

    def decode(content: bytes) -> Kept:
        from studio.library.decoding import decoder_of

        return decoder_of(kind).decode(content)

    return read_kept_by(path, decode)


def read_kept_by(path: Path, decode: Callable[[bytes], Kept]) -> Kept | None:
    """What `decode` finds in what was kept there; it raises ValueError where that is damaged.

    A damaged file is moved aside, to `….damaged.json`, and read as none. Never raises for the disk.
    """
    try:
        return decode(path.read_bytes())
    except OSError:
        return None
    except (ValueError, RecursionError):
        with suppress(OSError):
            path.replace(path.with_name(f"{path.stem}.damaged.json"))
        return None


def object_of(content: bytes) -> dict[str, Any]:
    """A JSON object as it is. Raises ValueError for anything else, or RecursionError."""
    said: object = json.loads(content)
    match said:
        case dict():
            return cast("dict[str, Any]", said)
        case _:
            raise ValueError("not an object")


def write_kept(folder: Path, path: Path, kept: object) -> None:
    """Keep it, synced: for a thread. Raises LibraryFull or LibraryUnwritable of the library in `folder`."""
    import msgspec

    with file_errors(folder):
        make_folders(path.parent)
        write_whole(path, msgspec.json.format(msgspec.json.encode(kept)))

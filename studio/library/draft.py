"""The draft in the composer. Read before the first paint, so nothing heavy is imported here."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from studio.domain.recipe import Recipe
from studio.library.files import file_errors, make_folders, write_whole
from studio.library.layout import LibraryFolder

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the composer. `group` is a name, also of a group that no longer exists.

    `aside` is what stood there before a version was continued.
    """

    recipe: Recipe
    group: str
    count: int
    aside: Recipe | None = None


def read_draft(folder: Path) -> Draft | None:
    """The draft kept in the library `folder`, None where there is none.

    A damaged file is moved aside, to `draft.damaged.json`, and read as none. Never raises for the disk.
    """
    path = LibraryFolder(folder).draft
    try:
        return msgspec.json.decode(path.read_bytes(), type=Draft)
    except OSError:
        return None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        with suppress(OSError):
            path.replace(path.with_name("draft.damaged.json"))
        return None


def write_draft(folder: Path, draft: Draft) -> None:
    """Keep the draft, synced: for a thread. Raises LibraryFull or LibraryUnwritable."""
    path = LibraryFolder(folder).draft
    with file_errors(folder):
        make_folders(path.parent)
        write_whole(path, msgspec.json.format(msgspec.json.encode(draft)))

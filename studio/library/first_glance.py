"""What a library shows at first, read before there is an engine: for a thread right after the start.

It imports little, waits for nothing, and gives up rather than say why.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from studio.library.layout import LibraryFolder
from studio.library.listing import read_beginning, read_listing
from studio.library.migrations import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import TypeVar

    from studio.domain.listing import Listing
    from studio.domain.query import Query
    from studio.domain.version import Version

    Answer = TypeVar("Answer")

_PATIENCE_SECONDS = 0.05
_BEFORE = 10
"""Versions that are read before the one that stood at the top: its line may have begun with them."""


class FirstGlance(NamedTuple):
    """The beginning of a listing, and the ids in it that are seen first."""

    listing: Listing
    seen: tuple[str, ...]


def read_first_glance(
    folder: Path, *, query: Query, limit: int, seen: int | None = None, around: str = ""
) -> FirstGlance | None:
    """The first `limit` of what the query finds, of which the first `seen` are seen, all unless told.

    Where the version with the id `around` isn't among them all that is found, and those about it are seen.
    None where there is no library, one of another version, or one that can't be read now.
    """

    def read(connection: sqlite3.Connection) -> FirstGlance:
        listing = read_beginning(connection, query, limit=limit)
        if around and around not in listing.ids:
            listing = read_listing(connection, query)
        at = listing.ids.index(around) if around in listing.ids else 0
        end = None if seen is None else at + seen
        return FirstGlance(listing, tuple(listing.ids[max(at - _BEFORE, 0) : end]))

    return _read(folder, read)


def read_first_versions(folder: Path, ids: tuple[str, ...]) -> tuple[Version, ...]:
    """These versions whole, none where they can't be read now."""
    if not ids:
        return ()
    # Pictures come before what stands on them.
    from studio.library.version_records import versions_of

    return _read(folder, lambda connection: versions_of(connection, ids)) or ()


def _read(folder: Path, read: Callable[[sqlite3.Connection], Answer]) -> Answer | None:
    index = LibraryFolder(folder.absolute()).index
    try:
        with closing(_open(f"{index.as_uri()}?mode=ro")) as connection:
            if connection.execute("PRAGMA user_version").fetchone()[0] != SCHEMA_VERSION:
                return None
            return read(connection)
    except (sqlite3.Error, ValueError):
        # The engine opens it again in a moment, and has words for what is wrong.
        return None


def _open(address: str) -> sqlite3.Connection:
    connection = sqlite3.connect(address, uri=True, timeout=_PATIENCE_SECONDS, isolation_level=None)
    connection.row_factory = sqlite3.Row
    return connection

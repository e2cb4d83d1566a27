"""What a library shows at first, read before there is an engine: for a thread right after the start.

It imports little, waits for nothing, and gives up rather than say why.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.domain.listing import Listing
from studio.domain.version import Version
from studio.library.layout import LibraryFolder
from studio.library.listing import read_listing
from studio.library.migrations import SCHEMA_VERSION
from studio.library.version_records import versions_of

if TYPE_CHECKING:
    from pathlib import Path

    from studio.domain.query import Query

_PATIENCE_SECONDS = 0.05
_BEFORE = 10
"""Versions that are read before the one that stood at the top: its line may have begun with them."""


@dataclass(frozen=True, slots=True)
class FirstGlance:
    """The beginning of a listing, and the versions that it begins with."""

    listing: Listing
    versions: tuple[Version, ...]


def read_first_glance(
    folder: Path, *, query: Query, limit: int, versions: int | None = None, around: str = ""
) -> FirstGlance | None:
    """The first `limit` of what the query finds, and the first `versions` of them whole, all unless told.

    Where the version with the id `around` isn't among them all that is found, and the versions about it.
    None where there is no library, one of another version, or one that can't be read now.
    """
    index = LibraryFolder(folder.absolute()).index
    try:
        with closing(_open(f"{index.as_uri()}?mode=ro")) as connection:
            if connection.execute("PRAGMA user_version").fetchone()[0] != SCHEMA_VERSION:
                return None
            listing = read_listing(connection, query, limit=limit)
            if around and around not in listing.ids:
                listing = read_listing(connection, query)
            at = listing.ids.index(around) if around in listing.ids else 0
            end = None if versions is None else at + versions
            return FirstGlance(listing, versions_of(connection, listing.ids[max(at - _BEFORE, 0) : end]))
    except (sqlite3.Error, ValueError):
        # The engine opens it again in a moment, and has words for what is wrong.
        return None


def _open(address: str) -> sqlite3.Connection:
    connection = sqlite3.connect(address, uri=True, timeout=_PATIENCE_SECONDS, isolation_level=None)
    connection.row_factory = sqlite3.Row
    return connection

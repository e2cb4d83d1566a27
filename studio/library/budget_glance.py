"""How the budgets stand, read without an engine: for an estimate that is to be there at once."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from studio.domain.budget import Standing
from studio.domain.money import ZERO
from studio.library.budgets import standings
from studio.library.layout import LibraryFolder
from studio.library.migrations import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from studio.domain.budget import Limit

_PATIENCE_SECONDS = 1.0


def glance_at_budgets(folder: Path, limits: Iterable[Limit]) -> tuple[Standing, ...]:
    """As `LibraryReader.standings`. None where the library can't be read, or is of an earlier Proofroom;
    where there isn't any yet, nothing of a limit is used.
    """
    index = LibraryFolder(folder.absolute()).index
    if not index.exists():
        return tuple(Standing(limit.kind, limit.most, ZERO) for limit in limits)
    address = f"{index.as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True, timeout=_PATIENCE_SECONDS)) as connection:
            connection.row_factory = sqlite3.Row
            if connection.execute("PRAGMA user_version").fetchone()[0] != SCHEMA_VERSION:
                return ()
            return standings(connection, limits)
    except sqlite3.Error:
        return ()

"""The SQL of which file holds a version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.library import version_records

if TYPE_CHECKING:
    import sqlite3

    from studio.domain.version import Version


def same(connection: sqlite3.Connection, sha256: str) -> Version | None:
    """The oldest version with these bytes, outside the trash if there is one; None where there is none."""
    row = connection.execute(
        "SELECT id FROM versions WHERE sha256 = ? AND purged = 0 "
        "ORDER BY trashed IS NOT NULL, sequence LIMIT 1",
        (sha256,),
    ).fetchone()
    return None if row is None else version_records.version(connection, row["id"])


def holder(connection: sqlite3.Connection, path: str) -> str | None:
    """The id of the version whose file this is; the path is relative to the library."""
    row = connection.execute("SELECT id FROM versions WHERE path = ?", (path,)).fetchone()
    return None if row is None else str(row["id"])


def move(connection: sqlite3.Connection, version_id: str, path: str) -> None:
    """The version's file lies there now."""
    connection.execute("UPDATE versions SET path = ? WHERE id = ?", (path, version_id))

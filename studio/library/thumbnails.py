"""The thumbnails: a database of their own, which can be thrown away and made again."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Self

from studio.library.layout import LibraryFolder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from types import TracebackType

Edge = Literal[256, 512]
"""The longer side of a thumbnail in pixels."""

_TABLE = """
CREATE TABLE IF NOT EXISTS thumbnails (
    key  TEXT NOT NULL,
    edge INTEGER NOT NULL,
    jpeg BLOB NOT NULL,
    UNIQUE (edge, key)
) STRICT
"""


@dataclass(frozen=True, slots=True)
class Thumbnails:
    """What is made of one picture: baseline JPEGs that fit 256 and 512 pixels, and its main colours as
    "#rrggbb", the most frequent first, five at most.
    """

    small: bytes
    large: bytes
    palette: tuple[str, ...]


def open_store(place: LibraryFolder) -> sqlite3.Connection:
    """The database, made where needed. A damaged one is replaced by an empty one."""
    try:
        return _open(place.thumbnails)
    except sqlite3.DatabaseError:
        for ending in ("", "-wal", "-shm"):
            place.thumbnails.with_name(place.thumbnails.name + ending).unlink(missing_ok=True)
        return _open(place.thumbnails)


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(_TABLE)
        connection.execute("SELECT key, edge, jpeg FROM thumbnails LIMIT 1").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def store(connection: sqlite3.Connection, key: str, thumbnails: Thumbnails) -> None:
    """Keep both sizes under the key: a version's id or a reference's SHA-256."""
    connection.executemany(
        "INSERT OR REPLACE INTO thumbnails VALUES (?, ?, ?)",
        [(key, 256, thumbnails.small), (key, 512, thumbnails.large)],
    )


def forget(connection: sqlite3.Connection, keys: Iterable[str]) -> None:
    """Remove what was made of these pictures."""
    connection.executemany("DELETE FROM thumbnails WHERE key = ?", [(key,) for key in keys])


class ThumbnailReader:
    """Reads thumbnails, beside the writer. Synchronous, and for one thread: each thread has its own."""

    def __init__(self, folder: Path) -> None:
        self._path = LibraryFolder(folder).thumbnails
        self._connection: sqlite3.Connection | None = None

    def __enter__(self) -> Self:
        """Opens nothing yet: the file is opened when it is first needed."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the connection."""
        self.close()

    def read(self, key: str, edge: Edge) -> bytes | None:
        """The JPEG, None where there is none (yet) or the file can't be read."""
        try:
            if self._connection is None:
                self._connection = sqlite3.connect(
                    f"{self._path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None
                )
            row = self._connection.execute(
                "SELECT jpeg FROM thumbnails WHERE edge = ? AND key = ?", (edge, key)
            ).fetchone()
        except sqlite3.DatabaseError:
            self.close()
            return None
        return None if row is None else row[0]

    def close(self) -> None:
        """Give the file back; reading again opens it again."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

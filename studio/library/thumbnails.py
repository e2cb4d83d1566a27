"""The thumbnails: a database of their own, which can be thrown away and made again."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Self, get_args

from studio.library.colours import Colour
from studio.library.layout import LibraryFolder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from types import TracebackType

Edge = Literal[256, 512, 1024]
"""The longer side of a thumbnail in pixels."""

MOST_BYTES = 4 * 1024**3
"""What the thumbnails may take of the disk: 30,000 pictures in every size, 100,000 without the largest."""

_EDGES: tuple[Edge, ...] = get_args(Edge)
_ROOM_MADE = 0.1

_CACHE_KB = 256
"""Of the file, in each thread that reads: what leads to a picture is read again, its bytes never."""

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
    """What is made of one picture: baseline JPEGs that fit 256 and 512 pixels, and 1024 where the picture is
    larger than 512; its main colours as "#rrggbb", the most frequent first, five at most; and what it is
    found by, as in likeness.py.
    """

    small: bytes
    large: bytes
    palette: tuple[str, ...]
    largest: bytes | None = None
    colours: tuple[Colour, ...] = ()
    phash: int | None = None


def open_store(place: LibraryFolder) -> sqlite3.Connection:
    """The database, made where needed. A damaged one is replaced by an empty one."""
    try:
        return _open(place.thumbnails)
    except sqlite3.DatabaseError:
        return replace_store(place)


def replace_store(place: LibraryFolder) -> sqlite3.Connection:
    """An empty database instead of the one that is there."""
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


def store(
    connection: sqlite3.Connection, key: str, thumbnails: Thumbnails, *, limit: int = MOST_BYTES
) -> None:
    """Keep all sizes under the key: a version's id or a reference's SHA-256. Makes room for them within
    `limit` bytes of all thumbnails.
    """
    made = zip(_EDGES, (thumbnails.small, thumbnails.large, thumbnails.largest), strict=True)
    connection.executemany(
        "INSERT OR REPLACE INTO thumbnails VALUES (?, ?, ?)",
        [(key, edge, jpeg) for edge, jpeg in made if jpeg is not None],
    )
    if _used(connection) > limit:
        _make_room(connection, limit, sparing=key)


def _used(connection: sqlite3.Connection) -> int:
    pages, free, size = (
        int(connection.execute(f"PRAGMA {name}").fetchone()[0])
        for name in ("page_count", "freelist_count", "page_size")
    )
    return (pages - free) * size


def _make_room(connection: sqlite3.Connection, limit: int, *, sparing: str) -> None:
    """Remove the largest that were made longest ago, then smaller ones, until a tenth is free.

    When a thumbnail was last looked at isn't known: looking writes nothing. One that is missed is made again,
    and is new then.
    """
    too_many = _used(connection) - int(limit * (1 - _ROOM_MADE))
    for edge in reversed(_EDGES):
        oldest = connection.execute(
            "SELECT rowid, length(jpeg) FROM thumbnails WHERE edge = ? AND key <> ? ORDER BY rowid",
            (edge, sparing),
        )
        going: list[tuple[int]] = []
        for rowid, size in oldest:
            if too_many <= 0:
                break
            going.append((rowid,))
            too_many -= size
        oldest.close()
        connection.executemany("DELETE FROM thumbnails WHERE rowid = ?", going)


def forget(connection: sqlite3.Connection, keys: Iterable[str]) -> None:
    """Remove what was made of these pictures."""
    connection.executemany(
        "DELETE FROM thumbnails WHERE edge = ? AND key = ?", [(edge, key) for key in keys for edge in _EDGES]
    )


def small_thumbnail(connection: sqlite3.Connection, key: str) -> bytes | None:
    """The smallest JPEG of a picture, None where there is none."""
    row = connection.execute(
        "SELECT jpeg FROM thumbnails WHERE edge = ? AND key = ?", (_EDGES[0], key)
    ).fetchone()
    return None if row is None else row[0]


class ThumbnailReader:
    """Reads thumbnails, beside the writer. Synchronous, and for one thread: each thread has its own."""

    def __init__(self, folder: Path) -> None:
        self._path = LibraryFolder(folder).thumbnails
        self._connection: sqlite3.Connection | None = None
        self._file = (0, 0)

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
        jpeg = self._try(key, edge)
        if jpeg is None and self._is_replaced():
            # What is open is the old file.
            self.close()
            jpeg = self._try(key, edge)
        return jpeg

    def _try(self, key: str, edge: Edge) -> bytes | None:
        try:
            return self._ask(key, edge)
        except (sqlite3.DatabaseError, OSError):
            self.close()
            return None

    def _is_replaced(self) -> bool:
        try:
            return self._file != _identity(self._path)
        except OSError:
            return False

    def _ask(self, key: str, edge: Edge) -> bytes | None:
        if self._connection is None:
            self._connection = sqlite3.connect(
                f"{self._path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None
            )
            self._connection.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
            self._file = _identity(self._path)
        row = self._connection.execute(
            "SELECT jpeg FROM thumbnails WHERE edge = ? AND key = ?", (edge, key)
        ).fetchone()
        return None if row is None else row[0]

    def close(self) -> None:
        """Give the file back; reading again opens it again."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino

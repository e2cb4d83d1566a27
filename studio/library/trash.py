"""The trash: what lies in it, and how it is emptied for good.

Rows go first, then files, so that nothing can be brought back whose files are going; a start after a crash
finishes what was begun. A row stays behind without files: it keeps its place in its tree.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from studio.domain.places import TrashSize
from studio.library import codec, sidecars
from studio.library.sidecars import Sidecar

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from pathlib import Path

    from studio.library.layout import LibraryFolder

_SIZE = """
SELECT count(*) AS count, coalesce(sum(size), 0) AS size, min(trashed) AS oldest FROM versions
WHERE trashed IS NOT NULL AND purged = 0
"""
_IN_TRASH = "trashed IS NOT NULL AND purged = 0"
_LYING = f"SELECT id FROM versions WHERE {_IN_TRASH} ORDER BY trashed"  # noqa: S608 - our own names
# Where the clock says that it was thrown away before it was made, nobody knows how long it has been there.
_EXPIRED = f"""
SELECT id FROM versions WHERE {_IN_TRASH} AND trashed < ? AND trashed >= created ORDER BY trashed
"""  # noqa: S608 - our own names
_CHOSEN = f"""
id IN (SELECT value FROM json_each(:ids)) AND {_IN_TRASH} AND (:before IS NULL OR trashed < :before)
"""  # noqa: S608 - our own names
_TAKE = f"UPDATE versions SET purged = 2 WHERE {_CHOSEN} RETURNING id, path, drafts"  # noqa: S608 - our own names
_LARGEST = f"SELECT id, path, drafts FROM versions WHERE {_CHOSEN} ORDER BY size DESC LIMIT 1"  # noqa: S608 - our own names
_UNTAGGED = "DELETE FROM version_tags WHERE version IN (SELECT sequence FROM versions WHERE purged = 2)"
_UNUSED = "DELETE FROM tags WHERE uses = 0 AND NOT EXISTS (SELECT 1 FROM version_tags WHERE tag = tags.id)"
_COLOURLESS = "DELETE FROM colours WHERE version IN (SELECT sequence FROM versions WHERE purged = 2)"


@dataclass(frozen=True, slots=True)
class Going:
    """A version whose files are to be removed; paths relative to the library."""

    id: str
    path: str
    drafts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Those of these ids that lie in the trash; with `before` only what came there earlier."""

    ids: tuple[str, ...]
    before: datetime | None = None

    @property
    def values(self) -> dict[str, str | int | None]:
        """As SQL takes them."""
        return {
            "ids": codec.encode_names(self.ids),
            "before": None if self.before is None else codec.to_micros(self.before),
        }


def size(connection: sqlite3.Connection) -> TrashSize:
    """What lies in the trash."""
    row = connection.execute(_SIZE).fetchone()
    return TrashSize(row["count"], row["size"], codec.maybe_time(row["oldest"]))


def lying(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Ids of all that lies in the trash, what came there first first."""
    return tuple(row["id"] for row in connection.execute(_LYING))


def expired(connection: sqlite3.Connection, before: datetime) -> tuple[str, ...]:
    """Ids of what came there earlier."""
    return tuple(row["id"] for row in connection.execute(_EXPIRED, (codec.to_micros(before),)))


def take(connection: sqlite3.Connection, chosen: Chosen) -> tuple[Going, ...]:
    """Let them go: from now on they can't be brought back. Gives those whose files are to be removed."""
    going = _going(connection.execute(_TAKE, chosen.values).fetchall())
    # In the trash, they were in no tag's count.
    for statement in (_UNTAGGED, _COLOURLESS, _UNUSED):
        connection.execute(statement)
    return going


def left_over(connection: sqlite3.Connection) -> tuple[Going, ...]:
    """What was let go, and whose files couldn't be removed then."""
    return _going(connection.execute("SELECT id, path, drafts FROM versions WHERE purged = 2"))


def largest(connection: sqlite3.Connection, chosen: Chosen) -> tuple[Going, ...]:
    """The one of them whose picture takes most room."""
    return _going(connection.execute(_LARGEST, chosen.values))


def _going(rows: Iterable[sqlite3.Row]) -> tuple[Going, ...]:
    return tuple(Going(row["id"], row["path"], codec.decode_names(row["drafts"])) for row in rows)


def remove_files(place: LibraryFolder, leaving: Iterable[Going]) -> tuple[str, ...]:
    """Remove pictures, sidecars and drafts; gives the ids of those of which nothing is left."""
    return tuple(one.id for one in leaving if _removed(place, one))


def _removed(place: LibraryFolder, one: Going) -> bool:
    picture = place.root / one.path
    with contextlib.suppress(OSError):
        # The picture goes last: what can't be removed as a whole is still known by it.
        paths = (*(place.root / draft for draft in one.drafts), *_own_sidecar(picture, one.id), picture)
        for path in paths:
            path.unlink(missing_ok=True)
        return True
    return False


def _own_sidecar(picture: Path, version_id: str) -> tuple[Path, ...]:
    """The person may have moved the picture to where a file of theirs has that name."""
    path = picture.with_suffix(".json")
    sidecar = sidecars.read(path, Sidecar)
    return (path,) if sidecar is not None and sidecar.version.id == version_id else ()


def gone(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Their files are no more."""
    connection.execute(
        "UPDATE versions SET purged = 1 WHERE id IN (SELECT value FROM json_each(?))",
        (codec.encode_names(ids),),
    )

"""Colours and likeness of versions that were saved before these were looked for, bit by bit, from their
thumbnails. It may end at any moment, and goes on where it was.
"""

from __future__ import annotations

import asyncio
import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.domain.urgency import WHENEVER, give_way
from studio.library.database import ConnectionThread
from studio.library.likeness import Likeness, likeness_of, store_likeness
from studio.library.thumbnails import small_thumbnail

if TYPE_CHECKING:
    import sqlite3

AT_ONCE = 64
"""Versions that are written in one transaction."""

SECONDS_BETWEEN = 0.1
"""Rest after a few pictures: somebody may want the processor."""

_FEW = 8
_UNSEEN = """
SELECT sequence, id FROM versions INDEXED BY versions_listed
WHERE trashed IS NULL AND purged = 0 AND sequence < ? AND phash IS NULL ORDER BY sequence DESC LIMIT ?
"""
_BEHIND_ALL = (1 << 63) - 1


@dataclass(frozen=True, slots=True)
class LookingBack:
    """Reads with `reading`, writes with `writing`; `thumbnails` is the store's thread."""

    reading: ConnectionThread
    writing: ConnectionThread
    thumbnails: ConnectionThread
    seconds_between: float = SECONDS_BETWEEN

    async def look(self) -> int:
        """Newest first, all that have a thumbnail; gives their number. Raises LibraryError."""
        executor = ThreadPoolExecutor(1, "likeness", initializer=give_way, initargs=(WHENEVER,))
        try:
            return await self._look(executor)
        finally:
            executor.shutdown(wait=False)

    async def _look(self, executor: ThreadPoolExecutor) -> int:
        before, looked_at = _BEHIND_ALL, 0
        while rows := await self._unseen(before):
            before = rows[-1][0]
            ids = [version_id for _, version_id in rows]
            found: list[tuple[str, Likeness]] = []
            for version_id, jpeg in await self._small_thumbnails(ids):
                likeness = await asyncio.get_running_loop().run_in_executor(executor, _likeness, jpeg)
                if likeness is not None:
                    found.append((version_id, likeness))
                    if len(found) % _FEW == 0:
                        await asyncio.sleep(self.seconds_between)
            if found:
                await self._write(found)
                looked_at += len(found)
        return looked_at

    async def _unseen(self, before: int) -> list[tuple[int, str]]:
        def read(connection: sqlite3.Connection) -> list[tuple[int, str]]:
            return [(row[0], row[1]) for row in connection.execute(_UNSEEN, (before, AT_ONCE))]

        return await self.reading.read(read)

    async def _small_thumbnails(self, ids: list[str]) -> list[tuple[str, bytes]]:
        def read(connection: sqlite3.Connection) -> list[tuple[str, bytes]]:
            every = ((version_id, small_thumbnail(connection, version_id)) for version_id in ids)
            return [(version_id, jpeg) for version_id, jpeg in every if jpeg is not None]

        return await self.thumbnails.read(read)

    async def _write(self, found: list[tuple[str, Likeness]]) -> None:
        def write(connection: sqlite3.Connection) -> None:
            for version_id, likeness in found:
                store_likeness(connection, version_id, likeness.colours, likeness.phash)

        await self.writing.write(write)


def _likeness(jpeg: bytes) -> Likeness | None:
    """None for what can't be decoded: its thumbnail is made anew when it is next seen."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(jpeg), formats=("JPEG",)) as picture:
            return likeness_of(picture.convert("RGB"))
    except (OSError, SyntaxError):
        return None

"""What versions look like, found out anew: missing thumbnails, colours and likeness of older versions."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from studio.domain.errors import UnreadableFile
from studio.library.likeness import store_likeness
from studio.library.looking_back import LookingBack
from studio.library.references import preview_of
from studio.library.thumbnailer import AT_ONCE
from studio.library.thumbnails import store

if TYPE_CHECKING:
    from studio.library.database import ConnectionThread
    from studio.library.keeping import Keeper
    from studio.library.reader import LibraryReader

_SHA256_LETTERS = 64


class Looks:
    """`reading` is the thread that reads the index of `library`."""

    def __init__(self, library: LibraryReader, keeper: Keeper, reading: ConnectionThread) -> None:
        self._library = library
        self._keeper = keeper
        self._reading = reading
        # Whoever looks at a library without thumbnails asks for many at once: a picture that is paid for
        # meanwhile must not stand behind them all.
        self._turns = asyncio.Semaphore(AT_ONCE)

    async def make_thumbnail(self, key: str) -> None:
        """As `Library.make_thumbnail`."""
        thumbnailer = self._keeper.thumbnailer
        if thumbnailer is None:
            return
        path = self._library.reference_path(key)
        is_reference = len(key) == _SHA256_LETTERS and await asyncio.to_thread(path.is_file)
        if not is_reference:
            version = await self._library.version(key)
            key, path = version.id, self._library.path(version)
        try:
            async with self._turns:
                if is_reference:
                    preview = await asyncio.to_thread(preview_of, path, key)
                    made = await thumbnailer.from_bytes(preview, key)
                else:
                    made = await thumbnailer.from_file(path)
        except OSError as error:
            raise UnreadableFile(path.relative_to(self._library.folder).as_posix()) from error
        await self._keeper.thumbnails.write(lambda connection: store(connection, key, made))
        await self._keeper.index.write(
            lambda connection: store_likeness(connection, key, made.colours, made.phash)
        )

    async def look_back(self) -> int:
        """As `Library.look_back`."""
        return await LookingBack(self._reading, self._keeper.index, self._keeper.thumbnails).look()

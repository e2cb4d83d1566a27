"""The files of versions: whether they are there, and where they are when they aren't."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.engine.events import FilesFound

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from studio.domain.file_state import FileState, Located
    from studio.engine.events import Event
    from studio.library.library import Library


class Files:
    """Tells which versions have their files again."""

    def __init__(self, library: Library, tell: Callable[[Event], None]) -> None:
        self._library = library
        self._tell = tell

    async def state(self, version_id: str) -> FileState:
        """What has become of the version's file, every byte of it; raises UnknownVersion."""
        return await self._library.locator.state(await self._library.version(version_id))

    async def take(self, version_id: str, shown: Path) -> str:
        """The person shows the file: gives where it lies now, within the library.

        Raises UnknownVersion, OtherContent, UnreadableFile, LibraryError.
        """
        path = await self._library.locator.take(await self._library.version(version_id), shown)
        await self._tell_found((version_id,))
        return path

    async def search(self, ids: Sequence[str], folder: Path | None = None) -> Located:
        """Look for them in a folder and all below it, by default in the library.

        Raises UnreadableFile, LibraryError.
        """
        versions = await self._library.versions_of(ids)
        located = await self._library.locator.search(versions, folder)
        await self._tell_found(tuple(name for name in ids if name not in located.missing))
        return located

    async def _tell_found(self, ids: tuple[str, ...]) -> None:
        if ids:
            self._tell(FilesFound(await self._library.versions_of(ids)))

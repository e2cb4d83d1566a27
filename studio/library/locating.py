"""Files that were moved, replaced, cut or deleted behind our back: told apart, found, and put in place again.

A version is its bytes: only a file with the same SHA-256 is taken for it.
"""

from __future__ import annotations

import asyncio
import hashlib
import io
import os
import shutil
import threading
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from studio.domain.errors import OtherContent, UnreadableFile
from studio.domain.file_state import FileState, Located
from studio.domain.pictures import EXTENSIONS
from studio.library import file_records, naming
from studio.library.files import file_errors, make_folders, rename_new, sync_file, sync_folder
from studio.library.images import sha256_of
from studio.library.layout import LibraryFolder
from studio.library.rebuild import visible_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from studio.domain.importing import ImportSource
    from studio.domain.version import Version
    from studio.library.database import ConnectionThread
    from studio.library.images import OpenFile

_ENDINGS = (*(f".{ending}" for ending in EXTENSIONS.values()), ".jpeg")


def state_of(place: LibraryFolder, version: Version) -> FileState:
    """In a thread: reads every byte of a file that has the right size."""
    path = place.root / version.path
    try:
        size = path.stat().st_size
        if not path.is_file():
            return FileState.MISSING
        if size < version.size:
            return FileState.CUT_SHORT
        same = size == version.size and sha256_of(path) == version.sha256
    except OSError:
        return FileState.MISSING
    return FileState.THERE if same else FileState.CHANGED


class Locator:
    """Finds files by their content, and has the index and the sidecars follow."""

    def __init__(self, place: LibraryFolder, index: ConnectionThread) -> None:
        self._place = place
        self._index = index

    async def state(self, version: Version) -> FileState:
        """What has become of its file."""
        return await asyncio.to_thread(state_of, self._place, version)

    async def take(self, version: Version, shown: Path) -> str:
        """The version's bytes are in this file: gives the path, within the library, where they lie now.

        Raises OtherContent, UnreadableFile, LibraryError.
        """
        try:
            same = await asyncio.to_thread(_is_same, shown, version)
        except (OSError, ValueError) as error:
            raise UnreadableFile(shown.name) from error
        if not same:
            raise OtherContent(shown.name)
        return await self._accept(version, shown)

    async def search(self, versions: Iterable[Version], folder: Path | None = None) -> Located:
        """Look for files with these contents in a folder and all below it; in the library when it is None.

        What is there already counts as found. Raises UnreadableFile for a folder that isn't there,
        LibraryError.
        """
        where = LibraryFolder(folder or self._place.root)
        lost = [version for version in versions if not (await self.state(version)).is_there]
        stopped = threading.Event()
        try:
            places = await asyncio.to_thread(_search, where, lost, stopped.is_set)
        except OSError as error:
            raise UnreadableFile(where.root.name) from error
        finally:
            stopped.set()
        for version in lost:
            if version.id in places:
                await self._accept(version, places[version.id])
        missing = tuple(version.id for version in lost if version.id not in places)
        return Located(tuple((key, str(path)) for key, path in places.items()), missing)

    async def put_back(self, version: Version, source: ImportSource) -> None:
        """The bytes are here again: where the version's file isn't, these take its place.

        Raises OtherContent, UnreadableFile, LibraryError.
        """
        if (await self.state(version)).is_there:
            return
        if isinstance(source, Path):
            await self.take(version, source)
        else:
            file = io.BytesIO(source.data)
            await self._move(version, await asyncio.to_thread(copy_back, self._place, version, file))

    async def _accept(self, version: Version, path: Path) -> str:
        """A file in the library stays where the person put it; any other is copied in."""
        within = _within(self._place, path)
        if within is not None:
            holder = await self._index.read(lambda connection: file_records.holder(connection, within))
            if holder == version.id:
                return within
            if holder is None:
                await asyncio.to_thread(_bring_sidecar, self._place, version.path, within)
                await self._move(version, within)
                return within
        copied = await asyncio.to_thread(self._copy_in, version, path)
        await self._move(version, copied)
        return copied

    def _copy_in(self, version: Version, path: Path) -> str:
        try:
            file = path.open("rb")
        except OSError as error:
            raise UnreadableFile(path.name) from error
        with file:
            return copy_back(self._place, version, file)

    async def _move(self, version: Version, path: str) -> None:
        if path != version.path:
            await self._index.write(lambda connection: file_records.move(connection, version.id, path))


def copy_back(place: LibraryFolder, version: Version, file: OpenFile) -> str:
    """In a thread: write these bytes to where the version's file was, durably; gives the path in the library.

    Another file that lies there stays, unless it is the beginning of the same bytes. Raises OtherContent when
    the bytes aren't the version's, LibraryError.
    """
    target = place.root / version.path
    with file_errors(place.root):
        make_folders(target.parent)
        part = target.with_name(f".{target.name}.part")
        try:
            with part.open("wb") as copy:
                shutil.copyfileobj(file, copy, 1 << 20)
            if sha256_of(part) != version.sha256:
                raise OtherContent(target.name)
            sync_file(part)
            if _is_beginning(target, part):
                target.unlink()
            path = _rename_beside(part, place, version)
        finally:
            part.unlink(missing_ok=True)
        _bring_sidecar(place, version.path, path)
        sync_folder(target.parent)
    return path


def _rename_beside(part: Path, place: LibraryFolder, version: Version) -> str:
    ending = PurePosixPath(version.path).suffix
    for stem in naming.candidates(PurePosixPath(version.path).with_suffix("")):
        path = stem.with_name(f"{stem.name}{ending}")
        with suppress(FileExistsError):
            rename_new(part, place.root / path)
            return str(path)
    raise FileExistsError(version.path)


def _is_beginning(cut: Path, whole: Path) -> bool:
    """Whether a file that was cut short holds nothing that the other one doesn't."""
    try:
        with cut.open("rb") as short, whole.open("rb") as long:
            digest, size = hashlib.file_digest(short, "sha256").digest(), short.tell()
            start = hashlib.sha256()
            while size and (piece := long.read(min(1 << 20, size))):
                start.update(piece)
                size -= len(piece)
    except OSError:
        return False
    return size == 0 and start.digest() == digest


def _bring_sidecar(place: LibraryFolder, old: str, new: str) -> None:
    """What is known of a picture lies beside it. Nothing of that name is overwritten."""
    source = (place.root / old).with_suffix(".json")
    target = (place.root / new).with_suffix(".json")
    if source == target or not source.is_file():
        return
    with file_errors(place.root), suppress(FileExistsError):
        try:
            rename_new(source, target)
        except FileExistsError:
            return
        sync_folder(target.parent)
        sync_folder(source.parent)


def _is_same(path: Path, version: Version) -> bool:
    if not path.is_file():
        raise OSError(path)
    return path.stat().st_size == version.size and sha256_of(path) == version.sha256


def _within(place: LibraryFolder, path: Path) -> str | None:
    """The path relative to the library; None for one outside or in its hidden folder."""
    try:
        inside = Path(os.path.realpath(path)).relative_to(os.path.realpath(place.root))
    except ValueError:
        return None
    hidden = any(part.startswith(".") for part in inside.parts)
    named = inside.suffix.lower() in _ENDINGS
    return inside.as_posix() if named and not hidden else None


def _search(where: LibraryFolder, lost: list[Version], stopped: Callable[[], bool]) -> dict[str, Path]:
    """Where the first file of each content lies. Only files of a wanted size are read, known names first."""
    wanted: dict[int, list[Version]] = {}
    for version in lost:
        wanted.setdefault(version.size, []).append(version)
    names = {PurePosixPath(version.path).name for version in lost}
    likely: list[Path] = []
    other: list[Path] = []
    for path in _of_sizes(where, wanted, stopped):
        (likely if path.name in names else other).append(path)
    found: dict[str, Path] = {}
    for path in (*likely, *other):
        if stopped() or len(found) == len(lost):
            break
        with suppress(OSError):
            _match(path, wanted[path.stat().st_size], found)
    return found


def _match(path: Path, versions: list[Version], found: dict[str, Path]) -> None:
    open_ = [version for version in versions if version.id not in found]
    digest = sha256_of(path) if open_ else ""
    for version in open_:
        if version.sha256 == digest:
            found[version.id] = path


def _of_sizes(
    where: LibraryFolder, wanted: dict[int, list[Version]], stopped: Callable[[], bool]
) -> Iterator[Path]:
    if not wanted:
        return
    for path in visible_files(where, *_ENDINGS):
        if stopped():
            return
        with suppress(OSError):
            if path.stat().st_size in wanted:
                yield path

"""Pictures made elsewhere join the library: copied byte for byte, never moved, kept like every version."""

from __future__ import annotations

import asyncio
import io
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from studio.domain.errors import PictureTooLarge, UnreadableFile
from studio.domain.importing import MOST_BYTES, ImportSource, nearest_resolution, source_name
from studio.domain.recipe import Recipe
from studio.domain.version import IMPORT_GATEWAY, Version
from studio.library import file_records
from studio.library.embedded import embedded_prompt
from studio.library.images import OpenFile, PictureFile, check_importable, inspect, inspect_open
from studio.library.joining import Newcomer

if TYPE_CHECKING:
    from collections.abc import Generator

    from studio.library.joining import Joiner
    from studio.library.keeping import Keeper
    from studio.library.locating import Locator


@dataclass(frozen=True, slots=True)
class Looked:
    """A file that may join: what it is, and the prompt that was found in it."""

    name: str
    picture: PictureFile
    prompt: str


@dataclass(frozen=True, slots=True)
class Brought:
    """The version with these bytes; `is_new` when it had none before."""

    version: Version
    is_new: bool


class Importer:
    """Brings in one picture after the other."""

    def __init__(self, keeper: Keeper, locator: Locator, joiner: Joiner) -> None:
        self._keeper = keeper
        self._locator = locator
        self._joiner = joiner
        self._one_by_one = asyncio.Lock()

    async def bring_in(self, source: ImportSource, *, project: str) -> Brought:
        """The source as a version: the one that has these bytes already, in the trash or not, if any has.

        Raises UnreadableFile, NotAPicture, NotImportable, PictureTooLarge, or LibraryError; then nothing of
        it was kept, or all of it is in incoming and joins with the next try or start.
        """
        async with self._one_by_one:
            looked = await asyncio.to_thread(look, source)
            digest = looked.picture.sha256
            known = await self._keeper.index.read(lambda connection: file_records.same(connection, digest))
            if known is not None:
                # No better place to find what was missing.
                await self._locator.put_back(known, source)
                return Brought(known, is_new=False)
            return Brought(await self._joiner.join(_newcomer(source, looked, project)), is_new=True)


def _newcomer(source: ImportSource, looked: Looked, project: str) -> Newcomer:
    def copy(path: Path) -> None:
        with _opened(source, looked.name) as file, path.open("wb") as target:
            shutil.copyfileobj(file, target, 1 << 20)
        if inspect(path) != looked.picture:
            raise UnreadableFile(looked.name)

    return Newcomer(
        key=looked.picture.sha256,
        gateway=IMPORT_GATEWAY,
        project=project,
        recipe=Recipe(looked.prompt, resolution=nearest_resolution(looked.picture.pixels)),
        mime=looked.picture.mime,
        size=looked.picture.size,
        name=looked.name,
        write=copy,
    )


def look(source: ImportSource) -> Looked:
    """In a thread: see whether it may join, without decoding it.

    Raises UnreadableFile, NotAPicture, NotImportable, PictureTooLarge.
    """
    name = source_name(source)
    with _opened(source, name) as file:
        check_importable(file, name)
        try:
            picture = inspect_open(file, name)
        except OSError as error:
            raise UnreadableFile(name) from error
    if picture.size > MOST_BYTES:
        raise PictureTooLarge(name, f"{MOST_BYTES // 1_000_000} MB")
    return Looked(name, picture, embedded_prompt(source if isinstance(source, Path) else source.data))


@contextmanager
def _opened(source: ImportSource, name: str) -> Generator[OpenFile]:
    """Raises UnreadableFile; a pipe or a device is never waited for."""
    if not isinstance(source, Path):
        yield io.BytesIO(source.data)
        return
    try:
        if not source.is_file():
            raise UnreadableFile(name)
        file = source.open("rb")
    except (OSError, ValueError) as error:
        raise UnreadableFile(name) from error
    with file:
        yield file

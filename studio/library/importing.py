"""Pictures made elsewhere join the library: copied byte for byte, never moved, kept like every version."""

from __future__ import annotations

import asyncio
import io
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from studio.domain.charge import Charge, Outcome
from studio.domain.errors import LibraryError, LibraryFull, NotAPicture, PictureTooLarge, UnreadableFile
from studio.domain.importing import MOST_BYTES, ImportSource, nearest_resolution, source_name
from studio.domain.job import Attempt, Job, JobState
from studio.domain.money import ZERO
from studio.domain.recipe import Order, Recipe
from studio.domain.reply import ReceivedPicture, Reply
from studio.domain.version import IMPORT_GATEWAY, Version
from studio.library import file_records, sidecars, transitions, version_records
from studio.library.embedded import embedded_prompt
from studio.library.files import file_errors, make_folders, write_whole
from studio.library.images import OpenFile, PictureFile, check_importable, inspect, inspect_open
from studio.library.incoming import REPLY, REQUEST, IncomingFolder, Spill, picture_path
from studio.library.sidecars import Received, Request

if TYPE_CHECKING:
    from collections.abc import Generator

    from studio.library.keeping import Keeper
    from studio.library.locating import Locator

ROOM_FOR_PAID = 64 * 1024 * 1024
"""Bytes that stay free: a picture that is paid for comes before one that lies safe elsewhere."""


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


@dataclass(frozen=True, slots=True)
class _Waiting:
    """Whole in incoming; the disk was full when it should have been put in its place."""

    request: Request
    received: Received
    incoming: IncomingFolder


class Importer:
    """Brings in one picture after the other. `under_way` tells recovery what to leave alone."""

    def __init__(self, keeper: Keeper, locator: Locator, *, under_way: set[str]) -> None:
        self._keeper = keeper
        self._locator = locator
        self._under_way = under_way
        self._waiting: dict[str, _Waiting] = {}
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
            return Brought(await self._keep(source, looked, project), is_new=True)

    async def _keep(self, source: ImportSource, looked: Looked, project: str) -> Version:
        waiting = self._waiting.pop(looked.picture.sha256, None)
        if waiting is None:
            waiting = await self._take_in(source, looked, project)
        attempt_id = waiting.request.attempt.id
        try:
            job = await self._keeper.keep_file(waiting.request, waiting.received, waiting.incoming)
        except LibraryError:
            if (waiting.incoming.path / REPLY).exists():
                self._waiting[looked.picture.sha256] = waiting
            else:
                shutil.rmtree(waiting.incoming.path, ignore_errors=True)
            raise
        if job.state is not JobState.SAVED:
            await forget(self._keeper, attempt_id)
            raise NotAPicture(looked.name)
        (version_id,) = job.versions
        return await self._keeper.index.read(
            lambda connection: version_records.version(connection, version_id)
        )

    async def _take_in(self, source: ImportSource, looked: Looked, project: str) -> _Waiting:
        request = sidecars.request_of(*self._made_up(looked, project))
        self._under_way.add(request.attempt.id)
        folder = self._keeper.place.incoming / request.attempt.id
        await asyncio.to_thread(self._copy, source, looked, folder, request)
        picture = ReceivedPicture(0, looked.picture.mime)
        reply = Reply(Outcome.PICTURE, pictures=(picture,), chosen=picture, words=looked.name)
        incoming = IncomingFolder(folder, Spill(request.attempt.id), thumbnailer=self._keeper.thumbnailer)
        return _Waiting(request, Received(reply, seconds=None), incoming)

    def _made_up(self, looked: Looked, project: str) -> tuple[Job, Attempt]:
        """Every version belongs to an attempt of a job: this one cost nothing and was never sent."""
        now = self._keeper.now()
        order = Order(
            id=self._keeper.new_id(),
            project=project,
            recipe=Recipe(looked.prompt, resolution=nearest_resolution(looked.picture.pixels)),
            model="",
            gateway=IMPORT_GATEWAY,
            group="",
            price=ZERO,
            count=1,
            placed=now,
        )
        job = Job(self._keeper.new_id(), order, 1, JobState.SAVING, now)
        attempt = Attempt(
            id=self._keeper.new_id(),
            job=job.id,
            number=1,
            group="",
            gateway=IMPORT_GATEWAY,
            price=ZERO,
            price_assumed=False,
            state=JobState.SAVING,
            charge=Charge.NOT_CHARGED,
            started=now,
        )
        return job, attempt

    def _copy(self, source: ImportSource, looked: Looked, folder: Path, request: Request) -> None:
        place = self._keeper.place
        try:
            with file_errors(place.root):
                if shutil.disk_usage(place.root).free < ROOM_FOR_PAID + looked.picture.size:
                    raise LibraryFull(place.root)
                make_folders(folder)
                write_whole(folder / REQUEST, sidecars.encode(request))
            with _opened(source, looked.name) as file, file_errors(place.root):
                with picture_path(folder, 0).open("wb") as copy:
                    shutil.copyfileobj(file, copy, 1 << 20)
                if inspect(picture_path(folder, 0)) != looked.picture:
                    raise UnreadableFile(looked.name)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise


async def forget(keeper: Keeper, attempt_id: str) -> None:
    """Leave no trace of a file that turned out to be no picture."""
    await keeper.index.write(lambda connection: transitions.forget(connection, attempt_id))
    await asyncio.to_thread(shutil.rmtree, keeper.place.incoming / attempt_id, ignore_errors=True)


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

"""Versions that no call brought. Every version belongs to an attempt of a job: theirs cost nothing and was
never sent, and they are kept like every other.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from studio.domain.charge import Charge, Outcome
from studio.domain.errors import LibraryError, LibraryFull, NotAPicture
from studio.domain.job import Attempt, Job, JobState
from studio.domain.money import ZERO
from studio.domain.recipe import Order, Recipe
from studio.domain.reply import ReceivedPicture, Reply
from studio.library import sidecars, transitions, version_records
from studio.library.files import file_errors, make_folders, write_whole
from studio.library.incoming import REPLY, REQUEST, IncomingFolder, Spill, picture_path
from studio.library.sidecars import Received, Request

if TYPE_CHECKING:
    from studio.domain.version import Version
    from studio.library.keeping import Keeper

ROOM_FOR_PAID = 64 * 1024 * 1024
"""Bytes that stay free: a picture that is paid for comes before one that can be had again for nothing."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What is to become a version. `key` is the same when it is tried again; `size` in bytes, or more.

    `gateway` tells where it comes from; `name` is what stands in place of the model's words. `write` puts its
    bytes into a file, in a thread.
    """

    key: str
    gateway: str
    project: str
    recipe: Recipe
    mime: str
    size: int
    name: str
    write: Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class _Waiting:
    """Whole in incoming; the disk was full when it should have been put in its place."""

    request: Request
    received: Received
    incoming: IncomingFolder


class Joiner:
    """Keeps one after the other. `under_way` tells recovery what to leave alone."""

    def __init__(self, keeper: Keeper, *, under_way: set[str]) -> None:
        self._keeper = keeper
        self._under_way = under_way
        self._waiting: dict[str, _Waiting] = {}

    async def join(self, newcomer: Newcomer) -> Version:
        """As a version. Raises NotAPicture, LibraryError, and what its `write` raises; then nothing of it was
        kept, or all of it is in incoming and joins with the next try or start.
        """
        waiting = self._waiting.pop(newcomer.key, None)
        if waiting is None:
            waiting = await self._take_in(newcomer)
        attempt_id = waiting.request.attempt.id
        try:
            job = await self._keeper.keep_file(waiting.request, waiting.received, waiting.incoming)
        except LibraryError:
            if (waiting.incoming.path / REPLY).exists():
                self._waiting[newcomer.key] = waiting
            else:
                shutil.rmtree(waiting.incoming.path, ignore_errors=True)
            raise
        if job.state is not JobState.SAVED:
            await forget(self._keeper, attempt_id)
            raise NotAPicture(newcomer.name)
        (version_id,) = job.versions
        return await self._keeper.index.read(
            lambda connection: version_records.version(connection, version_id)
        )

    async def _take_in(self, newcomer: Newcomer) -> _Waiting:
        request = sidecars.request_of(*self._made_up(newcomer))
        self._under_way.add(request.attempt.id)
        folder = self._keeper.place.incoming / request.attempt.id
        await asyncio.to_thread(self._write, newcomer, folder, request)
        picture = ReceivedPicture(0, newcomer.mime)
        reply = Reply(Outcome.PICTURE, pictures=(picture,), chosen=picture, words=newcomer.name)
        incoming = IncomingFolder(folder, Spill(request.attempt.id), thumbnailer=self._keeper.thumbnailer)
        return _Waiting(request, Received(reply, seconds=None), incoming)

    def _made_up(self, newcomer: Newcomer) -> tuple[Job, Attempt]:
        now = self._keeper.now()
        order = Order(
            id=self._keeper.new_id(),
            project=newcomer.project,
            recipe=newcomer.recipe,
            model="",
            gateway=newcomer.gateway,
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
            gateway=newcomer.gateway,
            price=ZERO,
            price_assumed=False,
            state=JobState.SAVING,
            charge=Charge.NOT_CHARGED,
            started=now,
        )
        return job, attempt

    def _write(self, newcomer: Newcomer, folder: Path, request: Request) -> None:
        place = self._keeper.place
        try:
            with file_errors(place.root):
                if shutil.disk_usage(place.root).free < ROOM_FOR_PAID + newcomer.size:
                    raise LibraryFull(place.root)
                make_folders(folder)
                write_whole(folder / REQUEST, sidecars.encode(request))
            with file_errors(place.root):
                newcomer.write(picture_path(folder, 0))
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise


async def forget(keeper: Keeper, attempt_id: str) -> None:
    """Leave no trace of a file that turned out to be no picture."""
    await keeper.index.write(lambda connection: transitions.forget(connection, attempt_id))
    await asyncio.to_thread(shutil.rmtree, keeper.place.incoming / attempt_id, ignore_errors=True)

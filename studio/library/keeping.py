"""From the last byte to the row: every step can be repeated, and a start after a crash does so."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from studio.domain.charge import Outcome
from studio.domain.errors import LibraryError, LibraryFull, NotAPicture, PictureTooLarge
from studio.domain.job import ErrorWords, JobState
from studio.library import (
    attempt_records,
    composite_records,
    placing,
    records,
    sidecar_values,
    sidecars,
    transitions,
)
from studio.library.database import ConnectionThread
from studio.library.files import file_errors, write_whole
from studio.library.images import PictureFile, inspect
from studio.library.incoming import REPLY, REQUEST, REST, SIDECAR, picture_path
from studio.library.layout import LibraryFolder
from studio.library.likeness import store_likeness
from studio.library.sidecars import Received, Request
from studio.library.thumbnailer import Thumbnailer
from studio.library.thumbnails import Thumbnails, store

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from studio.domain.job import Job
    from studio.domain.reply import ReceivedPicture, Reply
    from studio.library.attempt_records import Claim
    from studio.library.incoming import IncomingFolder
    from studio.library.sidecars import Sidecar


@dataclass(frozen=True, slots=True)
class Usable:
    """The picture of a reply that becomes the version."""

    blob: int
    picture: PictureFile
    thumbnails: Thumbnails | None


@dataclass(frozen=True, slots=True)
class Keeper:
    """Makes versions of what lies in incoming. `thumbnailer` is None where no thumbnails are made."""

    place: LibraryFolder
    index: ConnectionThread
    thumbnails: ConnectionThread
    thumbnailer: Thumbnailer | None
    now: Callable[[], datetime]
    new_id: Callable[[], str]
    checkpoint: Callable[[str], None]

    async def keep(self, attempt_id: str, received: Received, incoming: IncomingFolder) -> Job:
        """All of it; raises LibraryError, after which it may be called again."""
        chosen = received.reply.chosen
        incoming.close(except_for=chosen.index if chosen else None)
        try:
            await asyncio.to_thread(self._write_down, incoming, received)
        except LibraryFull:
            with suppress(LibraryError):
                await self._advance_to_saving(attempt_id)
            raise
        if received.reply.outcome is not Outcome.PICTURE:
            return await self._end(attempt_id, received)
        await self._advance_to_saving(attempt_id)
        return await self._save(attempt_id, received, incoming)

    async def keep_file(self, request: Request, received: Received, incoming: IncomingFolder) -> Job:
        """The same for a picture that came as a file: the index hears of it when all of it is on the disk.

        Raises LibraryError; the folder may be thrown away after that, unless the index knows of it by now.
        """
        await asyncio.to_thread(self._write_down, incoming, received)
        await self.index.write(lambda connection: transitions.adopt(connection, request, None))
        self.checkpoint("adopted")
        return await self._save(request.attempt.id, received, incoming)

    async def _advance_to_saving(self, attempt_id: str) -> None:
        def saving(connection: sqlite3.Connection) -> None:
            transitions.advance(connection, attempt_id, JobState.SAVING)

        await self.index.write(saving)

    def _write_down(self, incoming: IncomingFolder, received: Received) -> None:
        self.checkpoint("received")
        encoded = sidecars.encode(received)
        with file_errors(self.place.root):
            try:
                incoming.gather()
                self.checkpoint("gathered")
                write_whole(incoming.path / REPLY, encoded)
            except OSError:
                incoming.keep_reply_elsewhere(encoded)
                raise
        self.checkpoint("durable")

    async def _save(self, attempt_id: str, received: Received, incoming: IncomingFolder) -> Job:
        request = await asyncio.to_thread(self._request, incoming.path)
        claim, cancelled = await self.index.write(
            lambda connection: self._claim(connection, attempt_id, request, received.reply)
        )
        self.checkpoint("claimed")
        sidecar = await asyncio.to_thread(placing.find_sidecar, self.place, incoming.path, claim)
        usable = None
        if sidecar is None:
            usable = await self._usable(received.reply, incoming)
            if usable is None:
                return await self._end(attempt_id, received, outcome=Outcome.UNUSABLE_PICTURE)
            sidecar = await asyncio.to_thread(
                self._write_sidecar, incoming.path, request, received, claim, usable, cancelled=cancelled
            )
        placed = await asyncio.to_thread(self._put_in_place, incoming.path, claim, sidecar)
        made = usable.thumbnails if usable else None
        job = await self.index.write(lambda connection: _record(connection, sidecar, placed, made))
        self.checkpoint("recorded")
        await self._store_thumbnails(claim.version, made)
        await asyncio.to_thread(placing.tidy, incoming.path)
        self.checkpoint("tidied")
        return job

    def _request(self, folder: Path) -> Request:
        with file_errors(self.place.root):
            request = sidecars.read(folder / REQUEST, Request)
            if request is None:
                raise FileNotFoundError(folder / REQUEST)
            return request

    def _claim(
        self, connection: sqlite3.Connection, attempt_id: str, request: Request, reply: Reply
    ) -> tuple[Claim, bool]:
        job = records.job(connection, request.attempt.job)
        claim = attempt_records.claim(
            connection,
            attempt_id,
            # Not the request's: the project may have got another name since.
            project=job.order.project,
            prompt=sidecar_values.title_of(request, reply),
            new_id=self.new_id,
            created=self.now(),
        )
        return claim, job.state is JobState.CANCELLED

    async def _usable(self, reply: Reply, incoming: IncomingFolder) -> Usable | None:
        """The chosen picture, or where that can't be opened the last one that can."""
        for picture in (reply.chosen, *reversed(reply.drafts)):
            if picture is not None:
                usable = await self._try(picture, incoming)
                if usable is not None:
                    return usable
        return None

    async def _try(self, picture: ReceivedPicture, incoming: IncomingFolder) -> Usable | None:
        path = picture_path(incoming.path, picture.index)
        if not path.exists():
            return None
        try:
            with file_errors(self.place.root):
                digest = await incoming.digest(picture.index)
                found = await asyncio.to_thread(inspect, path, sha256=digest)
                return Usable(picture.index, found, await self._render(picture.index, incoming))
        except (NotAPicture, PictureTooLarge):
            return None

    async def _render(self, index: int, incoming: IncomingFolder) -> Thumbnails | None:
        if self.thumbnailer is None:
            return None
        following = incoming.following(index)
        if following is not None:
            with suppress(NotAPicture, PictureTooLarge, OSError):
                return await asyncio.wrap_future(following.result)
        return await self.thumbnailer.from_file(picture_path(incoming.path, index))

    def _write_sidecar(
        self,
        folder: Path,
        request: Request,
        received: Received,
        claim: Claim,
        usable: Usable,
        *,
        cancelled: bool,
    ) -> Sidecar:
        with file_errors(self.place.root):
            rest = "" if received.reply.turn else _text_of(folder / REST)
            sidecar = sidecars.sidecar_of(
                request,
                received,
                claim,
                usable.picture,
                blob=usable.blob,
                arrived_after_cancel=cancelled,
                palette=usable.thumbnails.palette if usable.thumbnails else (),
                rest=rest,
            )
            write_whole(folder / SIDECAR, sidecars.encode(sidecar))
        self.checkpoint("sidecar written")
        return sidecar

    async def _store_thumbnails(self, key: str, thumbnails: Thumbnails | None) -> None:
        if thumbnails is not None:
            # They can be made again: a picture that is paid for never waits for room for its thumbnails, so
            # this comes after its row.
            with suppress(LibraryError):
                await self.thumbnails.write(lambda connection: store(connection, key, thumbnails))

    def _put_in_place(self, folder: Path, claim: Claim, sidecar: Sidecar) -> placing.Placed:
        with file_errors(self.place.root):
            return placing.put_in_place(self.place, folder, claim, sidecar, checkpoint=self.checkpoint)

    async def _end(self, attempt_id: str, received: Received, *, outcome: Outcome | None = None) -> Job:
        reply = received.reply if outcome is None else replace(received.reply, outcome=outcome)
        ended = transitions.Ended(
            outcome=reply.outcome,
            error=ErrorWords(
                reply.outcome.value,
                reason=reply.reason or reply.error_code,
                message=reply.explanation,
                request_id=reply.request_id,
            ),
            words=reply.words,
            request_id=reply.request_id,
            seconds=received.seconds,
        )
        now = self.now()
        return await self.index.write(
            lambda connection: transitions.end(connection, attempt_id, ended, now=now)
        )


def _record(
    connection: sqlite3.Connection, sidecar: Sidecar, placed: placing.Placed, made: Thumbnails | None
) -> Job:
    job = transitions.save(connection, sidecar, placed.path, drafts=placed.drafts)
    composite_records.take_note(connection, sidecar.version.id, sidecar.recipe)
    if made is not None:
        store_likeness(connection, sidecar.version.id, made.colours, made.phash)
    return job


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode(errors="replace")
    except FileNotFoundError:
        return ""

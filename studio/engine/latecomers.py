"""Pictures of an earlier run that lie whole in incoming and find no room in the library."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING, Self

from studio.domain.errors import LibraryError, UnknownJob

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.domain.job import Job
    from studio.library.library import Library

SECONDS_BETWEEN_LOOKS = 5.0


class Latecomers:
    """Saves them as soon as there is room; an async context manager. `waiting` are the ids of their jobs."""

    def __init__(self, library: Library, waiting: tuple[str, ...], changed: Callable[[Job], None]) -> None:
        self.waiting = waiting
        self._library = library
        self._changed = changed
        self._room = asyncio.Event()
        self._leaving = False

    async def __aenter__(self) -> Self:
        """Nothing is done where nothing waits."""
        self._saving = asyncio.create_task(self._save(), name="latecomers")
        return self

    async def __aexit__(self, *_: object) -> None:
        """Finish what is being saved; the rest waits for the next start."""
        self._leaving = True
        self._room.set()
        await self._saving

    def room_made(self) -> None:
        """There may be room: look now."""
        self._room.set()

    async def _save(self) -> None:
        while self.waiting:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._room.wait(), SECONDS_BETWEEN_LOOKS)
            self._room.clear()
            if self._leaving:
                return
            with contextlib.suppress(LibraryError):
                await self._look()

    async def _look(self) -> None:
        recovery = await self._library.recover(run_queued_asks=False)
        done = [job_id for job_id in self.waiting if job_id not in recovery.waiting]
        self.waiting = recovery.waiting
        for job_id in done:
            # A file that was to join and turned out to be no picture has left no job behind.
            with contextlib.suppress(UnknownJob):
                self._changed(await self._library.job(job_id))

"""Work that takes long: one piece after the other, stopped by a word, ended whole when it is left."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Coroutine

Result = TypeVar("Result")


class OneByOne:
    """An async context manager. Leaving it ends what runs after what is being written."""

    def __init__(self) -> None:
        self._stopped = False
        self._leaving = False
        self._lock = asyncio.Lock()
        self._running: set[asyncio.Task[object]] = set()

    async def __aenter__(self) -> Self:
        """Nothing is done before it is asked for."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """End soon, and whole."""
        self._leaving = True
        if self._running:
            await asyncio.wait(self._running)

    def cancel(self) -> None:
        """Stop what runs now after what is being written. What is whole stays."""
        self._stopped = True

    async def _to_its_end(self, work: Coroutine[object, object, Result], *, name: str) -> Result:
        """Even if who asked for it is gone: that only stops it."""
        task = asyncio.create_task(work, name=name)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            self._stopped = True
            raise

    @asynccontextmanager
    async def _alone(self) -> AsyncGenerator[None]:
        """Wait for one's turn; a word to stop that was spoken before is forgotten."""
        async with self._lock:
            self._stopped = False
            yield

    def _stops(self) -> bool:
        """Whether to stop now; asked in any thread."""
        return self._stopped or self._leaving

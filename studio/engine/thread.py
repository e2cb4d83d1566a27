"""The engine's loop in a thread of its own: wire and disk don't wait for the window, nor it for them."""

from __future__ import annotations

import asyncio
import contextlib
import sys
import threading
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, TypeVar

from studio.domain.urgency import ARRIVING, give_way

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine
    from concurrent.futures import Future

    from studio.engine.studio import Studio

Answer = TypeVar("Answer")


class EngineThread:
    """Runs one Studio. Every method may be called from any thread, after `start`.

    Its thread ends by itself when the Studio can't be opened, and else with `close` and then `join`.
    """

    def __init__(self, make: Callable[[], Studio]) -> None:
        self._make = make
        self._stack = AsyncExitStack()
        self._studio: Studio | None = None
        self._opened = asyncio.Event()
        self._ended = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread = threading.Thread(target=self._run, name="engine", daemon=True)

    def start(self) -> Future[Studio]:
        """Start the loop; the future brings the opened Studio, or the LibraryError that kept it shut."""
        self._loop = _own_loop()
        self._thread.start()
        opening = self._submit(self._open())
        opening.add_done_callback(self._end_if_shut)
        return opening

    def call(self, make: Callable[[Studio], Awaitable[Answer]]) -> Future[Answer]:
        """Run `make(studio)` on the engine's loop, once the Studio is open. Cancelling the future cancels it.

        Raises RuntimeError, here or from the future, when there is no Studio (any more).
        """
        return self._submit(self._answer(make))

    def close(self) -> Future[None]:
        """Leave the Studio: what is arriving is saved first. Call `join` when the future is done."""
        return self._submit(self._close())

    def join(self) -> None:
        """End the loop and its thread, and cancel what was still called for."""
        self._stop()
        self._thread.join()

    def _submit(self, work: Coroutine[object, object, Answer]) -> Future[Answer]:
        try:
            if self._loop is None:
                raise RuntimeError("the engine wasn't started")
            return asyncio.run_coroutine_threadsafe(work, self._loop)
        except RuntimeError:
            work.close()
            raise

    def _end_if_shut(self, opening: Future[Studio]) -> None:
        if opening.cancelled() or opening.exception():
            self._stop()

    def _stop(self) -> None:
        if self._loop:
            # A loop that has ended already can't be told.
            with contextlib.suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._ended.set)

    async def _open(self) -> Studio:
        try:
            self._studio = await self._stack.enter_async_context(self._make())
        finally:
            self._opened.set()
        return self._studio

    async def _answer(self, make: Callable[[Studio], Awaitable[Answer]]) -> Answer:
        await self._opened.wait()
        if self._studio is None:
            raise RuntimeError("the engine isn't open")
        return await make(self._studio)

    async def _close(self) -> None:
        await self._opened.wait()
        self._studio = None
        await self._stack.aclose()

    def _run(self) -> None:
        loop = self._loop
        if loop is None:
            return
        give_way(ARRIVING)
        with asyncio.Runner(loop_factory=lambda: loop) as runner:
            runner.run(self._until_ended())

    async def _until_ended(self) -> None:
        await self._ended.wait()


def _own_loop() -> asyncio.AbstractEventLoop:
    """Not by the policy: under qasync's, it would be a loop of the window's thread."""
    return asyncio.ProactorEventLoop() if sys.platform == "win32" else asyncio.SelectorEventLoop()

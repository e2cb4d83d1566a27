"""The owner of coroutines that a click started: it cancels them and reports how they fail."""

from __future__ import annotations

import logging
import traceback
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from studio.domain.errors import StudioError

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Coroutine

_log = logging.getLogger(__name__)


class Tasks(QObject):
    """Starts coroutines on the window's loop; what is asked for before the loop runs waits for it.

    `failed` carries the StudioError of a task, `crashed` the traceback of a bug as text.
    """

    failed = Signal(object)
    crashed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._waiting: list[Callable[[], Coroutine[Any, Any, object]]] = []
        self._running: set[asyncio.Task[None]] = set()
        self._ended = False

    def begin(self, loop: asyncio.AbstractEventLoop) -> None:
        """The loop runs from now on."""
        self._loop = loop
        self._ended = False
        waiting, self._waiting = self._waiting, []
        for work in waiting:
            self.start(work)

    def start(self, work: Callable[[], Coroutine[Any, Any, object]]) -> None:
        """Run `work()` as a task of this owner; after its end nothing is begun any more."""
        if self._ended:
            return
        if self._loop is None:
            self._waiting.append(work)
            return
        task = self._loop.create_task(self._guard(work))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def end(self) -> None:
        """Cancel what still runs and wait for it."""
        import asyncio

        self._ended = True
        current = asyncio.current_task()
        tasks = [task for task in self._running if task is not current]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _guard(self, work: Callable[[], Coroutine[Any, Any, object]]) -> None:
        try:
            await work()
        except StudioError as error:
            self.failed.emit(error)
        except Exception:  # noqa: BLE001 - one of the two places where a bug is caught
            _log.exception("a task met a bug")
            self.crashed.emit(traceback.format_exc())

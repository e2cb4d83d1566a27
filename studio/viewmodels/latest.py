"""What is worked out in a thread while a person changes the question: only the last answer counts."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.viewmodels.tasks import Tasks

Answer = TypeVar("Answer")


class Latest(Generic[Answer]):
    """Begins when nothing was asked for `rest_ms`; a newer question ends the older one, and nobody hears that
    one's answer.
    """

    def __init__(self, tasks: Tasks, told: Callable[[Answer], object], *, rest_ms: int) -> None:
        self._tasks = tasks
        self._told = told
        self._work: Callable[[Callable[[], bool]], Answer] | None = None
        self._stop = threading.Event()
        self._running = False
        self._soon = QTimer()
        self._soon.setSingleShot(True)
        self._soon.setInterval(rest_ms)
        self._soon.timeout.connect(self._begin)

    @property
    def rests(self) -> bool:
        """Whether nothing is being worked out, nor about to be."""
        return self._work is None and not self._running

    def ask(self, work: Callable[[Callable[[], bool]], Answer]) -> None:
        """Do this work in a thread; it is told by what it is called with when nobody wants it any more."""
        self._stop.set()
        self._work = work
        self._soon.start()

    def stop(self) -> None:
        """Nobody wants to know any more."""
        self._stop.set()
        self._work = None
        self._soon.stop()

    def _begin(self) -> None:
        if not self._running:
            self._running = True
            self._tasks.start(self._run)

    async def _run(self) -> None:
        import asyncio  # not loaded before the first paint

        try:
            while (work := self._work) is not None and not self._soon.isActive():
                self._work, stop = None, threading.Event()
                self._stop = stop
                answer = await asyncio.to_thread(work, stop.is_set)
                if not stop.is_set():
                    self._told(answer)
        finally:
            self._running = False

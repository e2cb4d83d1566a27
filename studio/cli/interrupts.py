"""Ctrl-C, counted: the first asks to stop sending, the second to leave; the third is Python's own again."""

from __future__ import annotations

import asyncio
import signal
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import FrameType, TracebackType


class Interrupts:
    """A context manager for the main thread, inside a running loop."""

    def __init__(self) -> None:
        self.first = asyncio.Event()
        self.second = asyncio.Event()

    def __enter__(self) -> Self:
        """Take Ctrl-C over."""
        self._loop = asyncio.get_running_loop()
        self._before = signal.signal(signal.SIGINT, self._note)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give Ctrl-C back."""
        signal.signal(signal.SIGINT, self._before)

    def _note(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        self._loop.call_soon_threadsafe(self._count)

    def _count(self) -> None:
        if self.first.is_set():
            self.second.set()
            signal.signal(signal.SIGINT, signal.default_int_handler)
        self.first.set()

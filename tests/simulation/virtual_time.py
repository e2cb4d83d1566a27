"""A loop whose clock jumps to what comes next, as soon as no thread is at work: days pass in seconds."""

from __future__ import annotations

import asyncio
import selectors
from typing import TYPE_CHECKING

from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor

_LONGEST_WORK = 1.0
"""Real seconds after which a thread's work is looked for again."""


class _JumpingSelector(selectors.DefaultSelector):
    """Instead of waiting, it passes the time: unless a thread is at work, which takes its own."""

    def __init__(self, clock: VirtualClock) -> None:
        super().__init__()
        self._clock = clock

    @override
    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if self._clock.threads_at_work or timeout is None:
            return super().select(0 if timeout == 0 else _LONGEST_WORK)
        ready = super().select(0)
        if not ready:
            self._clock.seconds += max(timeout, 0)
        return ready


class VirtualClock:
    """`seconds` since the loop was made; `threads_at_work` is what threads were given and still have."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.threads_at_work = 0


class VirtualLoop(asyncio.SelectorEventLoop):
    """Its `time()` is virtual; threads are real."""

    def __init__(self) -> None:
        self.clock = VirtualClock()
        super().__init__(_JumpingSelector(self.clock))

    @override
    def time(self) -> float:
        return self.clock.seconds

    @override
    def run_in_executor(
        self, executor: Executor | None, func: Callable[..., object], *args: object
    ) -> asyncio.Future[object]:
        """Time stands still until it is done."""
        self.clock.threads_at_work += 1
        work = super().run_in_executor(executor, func, *args)
        work.add_done_callback(self._back)
        return work

    def _back(self, _: asyncio.Future[object]) -> None:
        self.clock.threads_at_work -= 1

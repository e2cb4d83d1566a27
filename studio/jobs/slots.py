"""So many calls at once for each group, and no group in the way of another."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Hashable


@dataclass(slots=True)
class _Line:
    taken: int = 0
    waiting: deque[asyncio.Future[None]] = field(default_factory=deque["asyncio.Future[None]"])


class Slots:
    """At most `parallel` at once for each name; who came first goes first."""

    def __init__(self, parallel: int) -> None:
        self._parallel = parallel
        self._lines: dict[Hashable, _Line] = {}

    def allow(self, parallel: int) -> None:
        """From now on so many at once. What has a slot keeps it."""
        self._parallel = parallel
        for line in self._lines.values():
            self._let_in(line)

    @asynccontextmanager
    async def one(self, name: Hashable) -> AsyncGenerator[None]:
        """Wait for a slot of this name and hold it."""
        line = self._lines.setdefault(name, _Line())
        await self._enter(line)
        try:
            yield
        finally:
            self._give_back(line)

    async def _enter(self, line: _Line) -> None:
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        line.waiting.append(turn)
        self._let_in(line)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.cancelled():
                line.waiting.remove(turn)
            else:
                # Its turn had come in the same moment.
                self._give_back(line)
            raise

    def _give_back(self, line: _Line) -> None:
        line.taken -= 1
        self._let_in(line)

    def _let_in(self, line: _Line) -> None:
        free = [turn for turn in line.waiting if not turn.done()]
        for turn in free[: max(0, self._parallel - line.taken)]:
            line.waiting.remove(turn)
            line.taken += 1
            turn.set_result(None)

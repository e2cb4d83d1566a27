"""One of each address: opened when it is first named, closed at the end."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Generic, Self, TypeVar

if TYPE_CHECKING:
    from types import TracebackType

Opened = TypeVar("Opened")


class ByAddress(Generic[Opened]):
    """An async context manager; whoever inherits it says how one is opened."""

    def __init__(self) -> None:
        self._open: dict[str, Opened] = {}
        self._opening = asyncio.Lock()
        self._stack = AsyncExitStack()

    async def __aenter__(self) -> Self:
        """Nothing is opened before it is needed."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close every one, the last first."""
        await self._stack.aclose()

    async def at(self, address: str) -> Opened:
        """The one of this address; raises UnusableAddress."""
        async with self._opening:
            if address not in self._open:
                self._open[address] = await self._start(address)
            return self._open[address]

    async def _start(self, address: str) -> Opened:
        """Open it on the stack."""
        raise NotImplementedError

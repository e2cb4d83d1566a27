"""What the window waits for when a disk is slow: said in a quiet line, and only after a while."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Awaitable

Answer = TypeVar("Answer")

SECONDS_BEFORE_SAYING = 1.0


class WaitingViewModel(QObject):
    """`changed` when there is something else to say."""

    changed = Signal()

    def __init__(self, *, seconds_before_saying: float = SECONDS_BEFORE_SAYING) -> None:
        super().__init__()
        self._seconds = seconds_before_saying
        self._said: list[str] = []

    @property
    def words(self) -> str:
        """What has been waited for longest; empty while nothing takes long."""
        return self._said[0] if self._said else ""

    async def during(self, words: str, work: Awaitable[Answer]) -> Answer:
        """Wait for the work; `words` say so while it takes longer than a person expects."""
        import asyncio

        def say() -> None:
            self._said.append(words)
            self.changed.emit()

        later = asyncio.get_running_loop().call_later(self._seconds, say)
        try:
            return await work
        finally:
            later.cancel()
            if words in self._said:
                self._said.remove(words)
                self.changed.emit()

"""Keeps how the gallery was left, as soon as the person rests, and when they leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from studio.domain.errors import StudioError

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.library.desk import Desk
    from studio.viewmodels.tasks import Tasks

REST_MS = 1500


class DeskKeeper(QObject):
    """`ask` gives how it stands now, once there is a gallery."""

    def __init__(self, desk: Desk, *, tasks: Tasks, save: Callable[[Desk], None]) -> None:
        super().__init__()
        self.desk = desk
        self._tasks = tasks
        self._save = save
        self._kept = desk
        self._ask: Callable[[], Desk] = lambda: desk
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(lambda: tasks.start(self.keep))

    def watch(self, ask: Callable[[], Desk]) -> None:
        """From now on this tells how the gallery stands."""
        self._ask = ask

    def changed(self) -> None:
        """Something of it is another now."""
        self._rest.start()

    async def keep(self) -> None:
        """Write it down, if it is another. That it can't be written is no trouble worth a word."""
        import asyncio  # asyncio is not loaded before the first paint
        from contextlib import suppress

        self._rest.stop()
        self.desk = self._ask()
        if self.desk != self._kept:
            self._kept = self.desk
            with suppress(StudioError):
                await asyncio.to_thread(self._save, self.desk)

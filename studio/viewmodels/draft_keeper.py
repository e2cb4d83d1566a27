"""Keeps the composer's draft on disk, so that a crash loses no typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from studio.domain.errors import StudioError

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

    from studio.library.draft import Draft
    from studio.viewmodels.tasks import Tasks

LONGEST_UNSAVED_MS = 300


class DraftKeeper(QObject):
    """Writes in a thread, one draft after the other, the newest at most 300 ms after it changed.

    `failed` tells the StudioError of the first write that fails, and again only after one that didn't.
    """

    failed = Signal(object)

    def __init__(self, *, tasks: Tasks, save: Callable[[Draft], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._save = save
        self._wanted: Draft | None = None
        self._turn: asyncio.Lock | None = None
        self._failing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LONGEST_UNSAVED_MS)
        self._timer.timeout.connect(self.keep_now)

    def change(self, draft: Draft) -> None:
        """This is the draft from now on."""
        self._wanted = draft
        if not self._timer.isActive():
            self._timer.start()

    def keep_now(self) -> None:
        """Write what isn't written yet without waiting for more."""
        self._timer.stop()
        if self._wanted is not None:
            self._tasks.start(self._write)

    async def finish(self) -> None:
        """Write what isn't written yet; returns when it is."""
        self._timer.stop()
        await self._write()

    async def _write(self) -> None:
        import asyncio  # not loaded before the first paint

        if self._turn is None:
            self._turn = asyncio.Lock()
        async with self._turn:
            while self._wanted is not None:
                draft, self._wanted = self._wanted, None
                try:
                    await asyncio.to_thread(self._save, draft)
                except StudioError as error:
                    self._tell(error)
                else:
                    self._failing = False

    def _tell(self, error: StudioError) -> None:
        if not self._failing:
            self._failing = True
            self.failed.emit(error)

"""The references that were sent along before, to be used again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from studio.domain.reference import Reference
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.tasks import Tasks

MOST = 60


class ReferenceShelf(QObject):
    """`references` are those used last in this library, newest first, as they were when last asked for; None
    until they were.
    """

    changed = Signal()

    def __init__(self, *, bridge: Bridge, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._tasks = tasks
        self.references: tuple[Reference, ...] | None = None

    def ask(self) -> None:
        """Look again."""
        if self._bridge.is_open:
            self._tasks.start(self._read)

    async def _read(self) -> None:
        self.references = await self._bridge.ask(lambda studio: studio.library.reference_shelf(MOST))
        self.changed.emit()

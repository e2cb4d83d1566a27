"""What was drawn on versions: read when one is looked at, kept with each step."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.domain.errors import StudioError
from studio.library.drawings import Drawing

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

    from studio.viewmodels.tasks import Tasks


class Drawings(QObject):
    """`arrived` carries the id of a version whose drawing is known now."""

    arrived = Signal(str)

    def __init__(
        self, *, tasks: Tasks, read: Callable[[str], Drawing], write: Callable[[str, Drawing], None]
    ) -> None:
        """Both are called in threads with a version's id; `write` may raise StudioError."""
        super().__init__()
        self._tasks = tasks
        self._read = read
        self._write = write
        self._known: dict[str, Drawing] = {}
        self._reading: set[str] = set()
        self._unkept: dict[str, Drawing] = {}
        self._turn: asyncio.Lock | None = None
        self._failing = False

    def get(self, version_id: str) -> Drawing | None:
        """What is drawn on this version; None until it was read."""
        return self._known.get(version_id)

    def want(self, version_id: str) -> None:
        """Read what is drawn on this version, if it isn't known."""

        async def read() -> None:
            import asyncio  # not loaded before the first paint

            drawing = await asyncio.to_thread(self._read, version_id)
            self._reading.discard(version_id)
            self._known.setdefault(version_id, drawing)
            self.arrived.emit(version_id)

        if version_id and version_id not in self._known and version_id not in self._reading:
            self._reading.add(version_id)
            self._tasks.start(read)

    def change(self, version_id: str, drawing: Drawing) -> None:
        """This is drawn on it from now on."""
        if drawing != self._known.get(version_id):
            self._known[version_id] = drawing
            self._unkept[version_id] = drawing
            self._tasks.start(self._keep)

    def drop(self, ids: tuple[str, ...]) -> None:
        """These versions are gone for good, and what was drawn on them too."""
        nothing = Drawing()

        def write_all() -> None:
            for version_id in ids:
                self._write(version_id, nothing)

        async def wipe() -> None:
            import asyncio  # not loaded before the first paint

            await asyncio.to_thread(write_all)

        for version_id in ids:
            self._known.pop(version_id, None)
            self._unkept.pop(version_id, None)
        self._tasks.start(wipe)

    async def finish(self) -> None:
        """Write what isn't written yet, as far as it can be; returns when it is."""
        with suppress(StudioError):
            await self._write_all()

    async def _keep(self) -> None:
        """Raises StudioError for the first write that fails, and again only after one that didn't."""
        was_failing = self._failing
        try:
            await self._write_all()
        except StudioError:
            if not was_failing:
                raise

    async def _write_all(self) -> None:
        import asyncio  # not loaded before the first paint

        if self._turn is None:
            self._turn = asyncio.Lock()
        async with self._turn:
            while self._unkept:
                version_id, drawing = self._unkept.popitem()
                try:
                    await asyncio.to_thread(self._write, version_id, drawing)
                except StudioError:
                    self._failing = True
                    # It is tried again with the next step.
                    self._unkept.setdefault(version_id, drawing)
                    raise
                self._failing = False

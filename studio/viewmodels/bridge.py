"""The bridge between the window's loop and the engine's: ids and frozen values cross it, never bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from studio.engine.studio import Studio
    from studio.engine.thread import EngineThread

Answer = TypeVar("Answer")


class Bridge(QObject):
    """`happened` brings each of the engine's events (see engine.events) to the GUI thread, in order.

    `opened` is emitted once when the library is open; `failed` with the StudioError that kept it shut.
    """

    happened = Signal(object)
    opened = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine: EngineThread | None = None

    @property
    def is_open(self) -> bool:
        """Whether the engine can be asked."""
        return self._engine is not None

    async def open(self, engine: EngineThread) -> None:
        """Start the engine and listen to it; raises LibraryError."""
        import asyncio

        try:
            await asyncio.wrap_future(engine.start())
        except BaseException:
            engine.join()
            raise
        self._engine = engine
        await self.ask(self._listen)
        self.opened.emit()

    async def ask(self, make: Callable[[Studio], Awaitable[Answer]]) -> Answer:
        """Run `make(studio)` on the engine's loop and bring its answer; raises what it raises."""
        import asyncio

        if self._engine is None:
            raise RuntimeError("the engine isn't open")
        return await asyncio.wrap_future(self._engine.call(make))

    async def close(self) -> None:
        """Leave the engine; returns when what was arriving is saved."""
        import asyncio

        if self._engine is not None:
            engine, self._engine = self._engine, None
            await asyncio.wrap_future(engine.close())
            engine.join()

    async def _listen(self, studio: Studio) -> None:
        studio.subscribe(self.happened.emit)

"""Composites join the library: put together of two versions here, kept like every version."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from studio.domain.version import LOCAL_GATEWAY, Version
from studio.library import composite_records
from studio.library.joining import Newcomer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from studio.domain.marks import Composite
    from studio.library.joining import Joiner
    from studio.library.keeping import Keeper


class Composites:
    """What is due, what was made, and how poorly the rest lies over its parent. All raise LibraryError."""

    def __init__(self, keeper: Keeper, joiner: Joiner) -> None:
        self._index = keeper.index
        self._joiner = joiner

    async def due(self) -> tuple[str, ...]:
        """The ids of answers that are to be put together, oldest first."""
        return await self._index.read(composite_records.due)

    async def fit_of(self, answer: str) -> float | None:
        """How poorly it lies over its parent, 0 to 1; None where it fits, or where nobody has looked."""
        return await self._index.read(lambda connection: composite_records.fit_of(connection, answer))

    async def fits_poorly(self, answer: str, fit: float) -> None:
        """It is due no more: the person may say that it is put together all the same."""
        await self._index.write(lambda connection: composite_records.fits_poorly(connection, answer, fit))

    async def made_of(self, answer: str) -> Version | None:
        """What was put together of it, outside the trash."""
        return await self._index.read(lambda connection: composite_records.made_of(connection, answer))

    async def add(
        self, answer: Version, composite: Composite, write: Callable[[Path], None], *, size: int
    ) -> Version:
        """Beside its answer; `write` makes the PNG, in a thread, of no more than `size` bytes.

        Raises NotAPicture, and what `write` raises.
        """
        newcomer = Newcomer(
            key=f"{LOCAL_GATEWAY} {answer.id}",
            gateway=LOCAL_GATEWAY,
            project=answer.project,
            recipe=replace(answer.recipe, composite=composite),
            mime="image/png",
            size=size,
            name="",
            write=write,
        )
        return await self._joiner.join(newcomer)

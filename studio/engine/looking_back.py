"""After the start, and out of everybody's way: older pictures learn what they look like, and what was made
ready to be sent long ago is thrown away.
"""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING, Self

from studio.domain.errors import LibraryError

if TYPE_CHECKING:
    from studio.library.library import Library


class LookingBack:
    """An async context manager; leaving it ends the work, which the next start takes up."""

    def __init__(self, library: Library, *, seconds_before: float) -> None:
        self._library = library
        self._seconds = seconds_before

    async def __aenter__(self) -> Self:
        """Begin a while later."""
        self._looking = asyncio.create_task(self._look(), name="looking back")
        return self

    async def __aexit__(self, *_: object) -> None:
        """End it."""
        self._looking.cancel()
        await asyncio.wait({self._looking})

    async def _look(self) -> None:
        await asyncio.sleep(self._seconds)
        await self._library.tidy_outgoing()
        # A full disk, say: nobody waits for this, and the next start tries again.
        with contextlib.suppress(LibraryError):
            await self._library.look_back()

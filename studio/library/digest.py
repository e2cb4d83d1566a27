"""The SHA-256 of a file that is still arriving, known soon after its last byte."""

from __future__ import annotations

import asyncio
import hashlib
import os
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_STEP: Final = 4 << 20
_PIECE: Final = 1 << 17


class RunningDigest:
    """Follows a file some megabytes behind its writer, in threads of the running loop.

    What it has read is on the disk as well, so that syncing the finished file doesn't take long.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._sha256 = hashlib.sha256()
        self._done = 0
        self._step: asyncio.Future[None] | None = None
        self._failed = False

    def grew(self, size: int) -> None:
        """The file has this many bytes now. Never waits."""
        if size - self._done >= _STEP and (self._step is None or self._step.done()):
            self._step = asyncio.get_running_loop().run_in_executor(None, self._advance, size)

    async def finish(self, size: int) -> str | None:
        """The hex digest of the file's first `size` bytes, all there are; None where they can't be read."""
        if self._step is not None:
            await self._step
        await asyncio.to_thread(self._take, size)
        return None if self._failed or self._done != size else self._sha256.hexdigest()

    def _advance(self, size: int) -> None:
        self._take(size, sync=True)

    def _take(self, size: int, *, sync: bool = False) -> None:
        try:
            piece = memoryview(bytearray(_PIECE))
            with self._path.open("rb", buffering=0) as file:
                file.seek(self._done)
                while count := file.readinto(piece[: size - self._done]):
                    self._sha256.update(piece[:count])
                    self._done += count
                if sync and hasattr(os, "fdatasync"):
                    os.fdatasync(file.fileno())
        except OSError:
            self._failed = True

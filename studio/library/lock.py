"""One writer per library: a lock of the operating system, which ends with its holder however that ends."""

from __future__ import annotations

import os
import platform
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from studio.domain.errors import LibraryInUse
from studio.library.files import file_errors

if TYPE_CHECKING:
    from collections.abc import Generator

    from studio.library.layout import LibraryFolder

_LOCKED_BYTE = 1 << 30
"""Windows locks bytes, and what is locked can't be read: so one far behind the holder's name."""


@contextmanager
def writers_lock(place: LibraryFolder) -> Generator[None]:
    """Hold the lock; raises LibraryInUse with who holds it, LibraryUnwritable, LibraryFull."""
    with file_errors(place.root):
        descriptor = os.open(place.lock, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        if not _try_lock(descriptor):
            raise LibraryInUse(place.root, _holder(descriptor))
        with file_errors(place.root):
            os.ftruncate(descriptor, 0)
            os.write(descriptor, f"process {os.getpid()} on {platform.node() or 'this machine'}".encode())
        yield
    finally:
        # Closing gives the lock back. The file stays: removing it would let two programs lock two files.
        os.close(descriptor)


def _holder(descriptor: int) -> str:
    os.lseek(descriptor, 0, os.SEEK_SET)
    return os.read(descriptor, 200).decode(errors="replace") or "another program"


def _try_lock(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            os.lseek(descriptor, 0, os.SEEK_SET)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True

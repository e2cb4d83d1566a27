"""Memory that nothing uses any more, given back to the system."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

_REST_MS = 1000
_M_MMAP_THRESHOLD = -3
_OF_ITS_OWN = 512 * 1024
"""Bytes from which on what is asked for gets pages of its own, and gives them back at once: more than a piece
of an arriving reply takes. With less, half of the time in which replies arrive went into making pages.
"""


class _Allocator(Protocol):
    """The two of glibc that are used."""

    mallopt: Callable[[int, int], int]
    malloc_trim: Callable[[int], int]


class Room(QObject):
    """glibc keeps the room of thumbnails that went, of a gallery that was scrolled 10 MB: it is asked for it
    when nothing has come for a while, which takes a millisecond. Does nothing under other C libraries.
    """

    def __init__(self, *, rest_ms: int = _REST_MS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._allocator = _glibc()
        if self._allocator is not None:
            self._allocator.mallopt(_M_MMAP_THRESHOLD, _OF_ITS_OWN)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(rest_ms)
        self._rest.timeout.connect(self._give_back)

    def follow(self, arrived: SignalInstance) -> None:
        """Where something comes something else may go for it; and until now the window was made."""
        arrived.connect(self._wait)
        self._wait()

    def _wait(self) -> None:
        self._rest.start()

    def _give_back(self) -> None:
        if self._allocator is not None:
            self._allocator.malloc_trim(0)


def _glibc() -> _Allocator | None:
    if sys.platform != "linux":
        return None
    import ctypes

    library = ctypes.CDLL(None)
    known = all(hasattr(library, name) for name in ("mallopt", "malloc_trim"))
    return cast("_Allocator", library) if known else None

"""What is seen first, read while the window is still being made."""

from __future__ import annotations

import threading
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studio.app.first_look import FirstLook
    from studio.app.front import Front


class FirstReading:
    """Begins in a thread when it is made: most of it is waiting for the disk."""

    def __init__(self, front: Front) -> None:
        self._front = front
        self._look: FirstLook | None = None
        self._thread = threading.Thread(target=self._read, name="first look", daemon=True)
        self._thread.start()

    def _read(self) -> None:
        from studio.app.first_look import read_first_look

        self._look = read_first_look(self._front.library, self._front.desk)
        import_module("studio.library.thumbnails")  # what comes next

    def wait(self) -> FirstLook | None:
        """Until it is read; None where there is nothing to see yet."""
        self._thread.join()
        return self._look

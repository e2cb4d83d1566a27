"""Threads that read whole pictures: the one that is looked at first, then what may be looked at next."""

from __future__ import annotations

import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from studio.domain.urgency import LOOKED_AT, give_way
from studio.viewmodels.full_picture_reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from studio.viewmodels.full_picture import FullPicture, Trouble


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture to read: `size` is how many bytes its file had when it was saved, `most_bytes` how many it
    may take in memory.
    """

    id: str
    path: Path
    size: int
    most_bytes: int = sys.maxsize


class FullPictureWorkers:
    """`done` is called in a worker's thread, with the picture or why there is none.

    More than one thread, so that a wish doesn't wait for what can't be broken off.
    """

    def __init__(self, *, count: int, done: Callable[[Wanted, FullPicture | Trouble], None]) -> None:
        self._count = count
        self._done = done
        self._wanted: tuple[Wanted, ...] = ()
        self._ready: set[Wanted] = set()
        self._running: dict[Wanted, Reading] = {}
        self._surplus: list[FullPicture] = []
        self._changed = threading.Condition()
        self._ending = False
        self._threads: list[threading.Thread] = []

    def look_at(self, wanted: Sequence[Wanted]) -> None:
        """Read these, the first first, and nothing else any more."""
        with self._changed:
            self._wanted = tuple(wanted)
            self._ready.intersection_update(wanted)
            keeps = set(wanted)
            if wanted and wanted[0] not in self._running:
                # Whatever else is being read would only slow it down.
                keeps.clear()
            for one, reading in self._running.items():
                if one not in keeps:
                    reading.cancel()
            self._changed.notify_all()
        if wanted and not self._threads:
            self._start()

    def let_go(self, picture: FullPicture) -> None:
        """Give its memory back here: that takes longer than the window should wait."""
        with self._changed:
            self._surplus.append(picture)
            self._changed.notify_all()

    @property
    def rests(self) -> bool:
        """Whether nothing is wanted or being read."""
        with self._changed:
            return not self._wanted and not self._running

    def end(self) -> None:
        """Return when every thread has ended."""
        self.look_at(())
        with self._changed:
            self._ending = True
            self._changed.notify_all()
        for thread in self._threads:
            thread.join()

    def _start(self) -> None:
        self._threads = [
            threading.Thread(target=self._work, name=f"pictures {number}", daemon=True)
            for number in range(self._count)
        ]
        for thread in self._threads:
            thread.start()

    def _next(self) -> tuple[Wanted, Reading] | None:
        with self._changed:
            while not self._ending:
                self._surplus.clear()
                found = self._find()
                if found is not None:
                    self._running[found] = Reading(found.path, size=found.size, most_bytes=found.most_bytes)
                    return found, self._running[found]
                self._changed.wait()
            return None

    def _find(self) -> Wanted | None:
        """One after the other: two at a time would both come later."""
        first = next((one for one in self._wanted if one not in self._ready), None)
        return None if first in self._running else first

    def _work(self) -> None:
        give_way(LOOKED_AT)
        while taken := self._next():
            one, reading = taken
            result = reading.run()
            with self._changed:
                del self._running[one]
                if result is not None and one in self._wanted:
                    self._ready.add(one)
                else:
                    result = None
                self._changed.notify_all()
            if result is not None:
                self._done(one, result)

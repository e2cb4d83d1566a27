"""Whole pictures: never read or decoded where they are painted, read ahead, bounded in bytes."""

from __future__ import annotations

import sys
import threading
from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from studio.viewmodels.full_picture import FullPicture, Trouble
from studio.viewmodels.full_picture_workers import FullPictureWorkers, Wanted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from studio.domain.version import Version

LIMIT_BYTES = 320 * 1024 * 1024
"""Three of the largest pictures that the model makes, with their halves."""

TOGETHER = 3
"""How many times that those may take that are seen at the same time: nine of the model's largest."""

_THREADS = 2
_BYTES_OF_PIXEL = 4 * 4 / 3


class FullPictures(QObject):
    """`arrived` carries the id of a version whose picture came, or can't come."""

    arrived = Signal(str)
    _came = Signal()

    def __init__(self, *, folder: Path, limit_bytes: int = LIMIT_BYTES) -> None:
        super().__init__()
        self._folder = folder
        self._limit = self._room = limit_bytes
        self._share = sys.maxsize
        self._wanted: tuple[Wanted, ...] = ()
        self._held: OrderedDict[Wanted, FullPicture | Trouble] = OrderedDict()
        self._lock = threading.Lock()
        self._done: list[tuple[Wanted, FullPicture | Trouble]] = []
        self._workers = FullPictureWorkers(count=_THREADS, done=self._take_done)
        self._came.connect(self._take_pictures, Qt.ConnectionType.QueuedConnection)

    def look_at(self, shown: Version, neighbours: Sequence[Version] = ()) -> None:
        """Bring the picture of `shown`, then of as many of its neighbours as there is room for.

        Of what is held, that which is neither goes where room is needed.
        """
        self._take_share(sys.maxsize, room=self._limit)
        room = self._limit - _expected_bytes(shown)
        wanted = [self._wish(shown)]
        for version in neighbours:
            room -= _expected_bytes(version)
            if room < 0:
                break
            wanted.append(self._wish(version))
        self._look_at(wanted)

    def look_at_all(self, versions: Sequence[Version]) -> None:
        """Bring the pictures of all of these, for they are seen at the same time; the first first.

        None takes more than its share of the room: a picture that would is brought at half its size.
        """
        room = TOGETHER * self._limit
        self._take_share(room // max(1, len(versions)), room=room)
        self._look_at([self._wish(version) for version in versions])

    def _take_share(self, share: int, *, room: int) -> None:
        """Another share: what was read smaller than it is would be read anew."""
        self._room = room
        if share == self._share:
            return
        held, self._share = self._held, share
        self._held = OrderedDict()
        for one, result in held.items():
            if not isinstance(result, FullPicture) or result.is_whole:
                self._held[replace(one, most_bytes=share)] = result
            else:
                self._workers.let_go(result)

    def _look_at(self, wanted: Sequence[Wanted]) -> None:
        self._wanted = tuple(wanted)
        for one in reversed(self._wanted):
            if one in self._held:
                self._held.move_to_end(one)
        self._drop_surplus()
        self._look_on()

    def get(self, version: Version) -> FullPicture | Trouble | None:
        """The picture, why there is none, or None while it isn't there."""
        return self._held.get(self._wish(version))

    def forget(self, version: Version) -> None:
        """Its file changed, or was found: what was read of it counts no more."""
        self._held.pop(self._wish(version), None)
        self._look_on()

    def rest(self) -> None:
        """Nothing is looked at: stop, and give the memory back."""
        self._wanted = ()
        self._workers.look_at(())
        for one in tuple(self._held):
            self._drop(one)

    @property
    def held_bytes(self) -> int:
        """How many bytes the pictures take."""
        return _bytes(self._held.values())

    @property
    def rests(self) -> bool:
        """Whether everything that was asked for is there."""
        return all(one in self._held for one in self._wanted)

    def end(self) -> None:
        """Stop the threads: before the application object goes."""
        self._workers.end()

    def _look_on(self) -> None:
        self._workers.look_at([one for one in self._wanted if one not in self._held])

    def _wish(self, version: Version) -> Wanted:
        return Wanted(version.id, self._folder / version.path, version.size, self._share)

    def _take_done(self, wanted: Wanted, result: FullPicture | Trouble) -> None:
        """In a worker's thread."""
        with self._lock:
            self._done.append((wanted, result))
            first = len(self._done) == 1
        if first:
            self._came.emit()

    def _take_pictures(self) -> None:
        with self._lock:
            done, self._done = self._done, []
        for wanted, result in done:
            if wanted in self._wanted:
                self._held[wanted] = result
                self._held.move_to_end(wanted, last=wanted == self._wanted[0])
                self._drop_surplus()
        self._look_on()
        for wanted, _ in done:
            if wanted in self._held:
                self.arrived.emit(wanted.id)

    def _drop_surplus(self) -> None:
        """What isn't looked at goes first, then the farthest neighbour; what is shown always stays."""
        order = sorted(self._held, key=lambda one: one not in self._wanted, reverse=True)
        order = [one for one in order if not self._wanted or one != self._wanted[0]]
        for one in order:
            if self.held_bytes <= self._room:
                return
            self._drop(one)
            self._wanted = tuple(wanted for wanted in self._wanted if wanted != one)

    def _drop(self, one: Wanted) -> None:
        gone = self._held.pop(one)
        if isinstance(gone, FullPicture):
            self._workers.let_go(gone)


def _expected_bytes(version: Version) -> int:
    return int(version.width * version.height * _BYTES_OF_PIXEL)


def _bytes(held: Iterable[FullPicture | Trouble]) -> int:
    return sum(one.bytes for one in held if isinstance(one, FullPicture))

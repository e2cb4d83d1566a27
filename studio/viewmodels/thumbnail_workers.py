"""Threads that read and decode thumbnails, the newest wish first; only images leave them, never pixmaps."""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from studio.domain.urgency import LOOKED_AT, give_way

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

MOST_WISHES = 512
EDGES: tuple[Literal[256, 512, 1024], ...] = (256, 512, 1024)
_ROUNDING = 2

# Made here and now, as all that is Qt's: threads find it ready.
_READING = QIODevice.OpenModeFlag.ReadOnly
_WHOLE = Qt.AspectRatioMode.KeepAspectRatio


class ThumbnailSource(Protocol):
    """Reads encoded thumbnails; one for each thread."""

    def read(self, key: str, edge: Literal[256, 512, 1024], /) -> bytes | None:
        """The encoded thumbnail, None where there is none."""
        ...

    def close(self) -> None:
        """Give back what it holds open."""
        ...


class Wish(NamedTuple):
    """A thumbnail to fit into `width` × `height` device pixels. A tuple: hundreds are looked up a frame."""

    key: str
    width: int
    height: int


class ThumbnailWorkers:
    """`done` is called in a worker's thread, with the image, or None where there is no thumbnail.

    What is wished for singly comes first, the newest before all others; then what is aimed at, in order.
    """

    def __init__(
        self,
        *,
        count: int,
        open_source: Callable[[], ThumbnailSource],
        done: Callable[[Wish, QImage | None], None],
    ) -> None:
        self._count = count
        self._open_source = open_source
        self._done = done
        self._wishes: deque[Wish] = deque()
        self._aims: list[Wish] = []
        self._taken: set[Wish] = set()
        self._changed = threading.Condition()
        self._ending = False
        self._threads: list[threading.Thread] = []
        self._opening = threading.Lock()

    def wish(self, wish: Wish) -> Wish | None:
        """Take this one before all others; gives back the oldest one where there are too many."""
        with self._changed:
            if wish in self._taken:
                return None
            if wish in self._aims:
                self._aims.remove(wish)
            self._wishes.append(wish)
            dropped = self._wishes.popleft() if len(self._wishes) > MOST_WISHES else None
            self._changed.notify()
        self._start()
        return dropped

    def aim(self, wishes: Sequence[Wish]) -> None:
        """Go for these, the first first, and forget what was aimed at before and not begun."""
        with self._changed:
            self._aims = [wish for wish in reversed(wishes) if wish not in self._taken]
            aims = len(self._aims)
            self._changed.notify(aims)
        if aims:
            self._start()

    def forget(self, wishes: Iterable[Wish]) -> None:
        """The images of these have been taken over: they may be wished for again."""
        with self._changed:
            self._taken.difference_update(wishes)

    @property
    def rests(self) -> bool:
        """Whether nothing is wished for, aimed at, or on its way."""
        with self._changed:
            return not (self._wishes or self._aims or self._taken)

    def end(self) -> None:
        """Return when every thread has ended; what is still wished for is forgotten."""
        with self._changed:
            self._ending = True
            self._changed.notify_all()
        for thread in self._threads:
            thread.join()

    def _start(self) -> None:
        if not self._threads:
            self._threads = [
                threading.Thread(target=self._work, name=f"thumbnails {number}", daemon=True)
                for number in range(self._count)
            ]
            for thread in self._threads:
                thread.start()

    def _next(self) -> Wish | None:
        with self._changed:
            self._changed.wait_for(lambda: self._ending or bool(self._wishes or self._aims))
            if self._ending:
                return None
            wish = self._wishes.pop() if self._wishes else self._aims.pop()
            self._taken.add(wish)
            return wish

    def _work(self) -> None:
        give_way(LOOKED_AT)
        source = self._open_source()
        decoder = _Decoder(source, opening=self._opening)
        try:
            while wish := self._next():
                self._done(wish, decoder.read(wish))
        finally:
            source.close()


class _Decoder:
    """Of one thread. What Qt needs is made once: whenever it makes a thing, threads change places.

    Threads that do this at the same time share `opening`: while Qt looks for the reader of a format it holds
    a lock of its own and asks Python's for the buffer, and another thread may hold that and wait for Qt's.
    """

    def __init__(self, source: ThumbnailSource, *, opening: threading.Lock) -> None:
        self._source = source
        self._opening = opening
        self._buffer = QBuffer()
        self._reader = QImageReader()

    def read(self, wish: Wish) -> QImage | None:
        """The thumbnail scaled into the wished size, never enlarged; None where none can be read."""
        encoded = _encoded(self._source, wish)
        if encoded is None:
            return None
        buffer, reader = self._buffer, self._reader
        buffer.close()
        buffer.setData(encoded)
        buffer.open(_READING)
        reader.setDevice(buffer)
        with self._opening:
            size = reader.size()
        # The reader scales while it decodes, and lets other threads run meanwhile; QImage.scaled doesn't.
        reader.setScaledSize(_fitted(size, QSize(wish.width, wish.height)))
        image = reader.read()
        return None if image.isNull() else image


def _encoded(source: ThumbnailSource, wish: Wish) -> bytes | None:
    """The smallest that is as large as what is wished for, else the largest there is."""
    longest = max(wish.width, wish.height)
    for edge in sorted(EDGES, key=lambda edge: (edge < longest, abs(edge - longest))):
        encoded = source.read(wish.key, edge)
        if encoded is not None:
            return encoded
    return None


def _fitted(whole: QSize, box: QSize) -> QSize:
    if whole.width() <= box.width() and whole.height() <= box.height():
        return whole
    fitted = whole.scaled(box, _WHOLE)
    # The box was itself fitted to the picture's shape: exactly its pixels are painted without scaling.
    off = max(abs(fitted.width() - box.width()), abs(fitted.height() - box.height()))
    return box if off <= _ROUNDING else fitted

"""Thumbnails as pixmaps: never read or decoded where they are painted, bounded in bytes."""

from __future__ import annotations

import os
import threading
from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPixmap

from studio.domain.errors import StudioError
from studio.viewmodels.thumbnail_workers import ThumbnailWorkers, Wish

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.tasks import Tasks
    from studio.viewmodels.thumbnail_workers import ThumbnailSource

CACHE_BYTES = 12 * 1024 * 1024
"""At scale 1; it grows with the square of the screen's scale, and with the view that shows them."""

SCREENS = 4.5
"""Views full of pictures that are always kept: what is seen, what comes next, and what was just left."""

MOST_MADE_AT_ONCE = 16
"""Whoever still sees one that is missing asks for it again when another was made."""


class Thumbnails(QObject):
    """Give it a version's id, or a reference's SHA-256.

    `arrived` carries the keys whose pixmaps came since it was last emitted, as a frozenset.
    """

    arrived = Signal(object)
    _came = Signal()

    def __init__(
        self,
        *,
        folder: Path,
        bridge: Bridge,
        tasks: Tasks,
        cache_bytes: int | None = None,
        open_source: Callable[[], ThumbnailSource] | None = None,
    ) -> None:
        super().__init__()
        self._folder = folder
        self._bridge = bridge
        self._tasks = tasks
        self._cache_bytes = cache_bytes
        self._held: OrderedDict[Wish, QPixmap] = OrderedDict()
        self._bytes = 0
        self._room = 0
        self._by_key: dict[str, set[Wish]] = {}
        self._wished: set[Wish] = set()
        self._absent: set[str] = set()
        self._making: set[str] = set()
        self._made: set[str] = set()
        self._missed: set[str] = set()
        self._lock = threading.Lock()
        self._done: list[tuple[Wish, QImage | None]] = []
        self._workers = ThumbnailWorkers(
            count=os.cpu_count() or 1, open_source=open_source or self._open_source, done=self._take_done
        )
        bridge.opened.connect(self._look_again)
        self._came.connect(self._take_images, Qt.ConnectionType.QueuedConnection)

    def pixmap(self, key: str, size: QSize) -> QPixmap | None:
        """The picture fitted into `size` device pixels; until it is there, another size of it, or None."""
        wish = _wish(key, size)
        if wish not in self._held:
            self._ask(wish)
        return self.held(key, size)

    def held(self, key: str, size: QSize) -> QPixmap | None:
        """The same of what is there, without asking for what isn't."""
        return self.fitting(key, size) or self._of_another_size(key, size)

    def fitting(self, key: str, size: QSize) -> QPixmap | None:
        """The one that was made for this size, if it is there."""
        wish = _wish(key, size)
        found = self._held.get(wish)
        if found is not None:
            self._held.move_to_end(wish)
        return found

    def _of_another_size(self, key: str, size: QSize) -> QPixmap | None:
        """The one that is nearest to it, and rather larger than much smaller."""
        others, width = self._by_key.get(key), size.width()
        if not others:
            return None
        return self._held[min(others, key=lambda one: (one.width * 1.2 < width, abs(one.width - width)))]

    def is_near(self, key: str, size: QSize, *, within: int) -> bool:
        """Whether none is held for this size, but one for almost it: at most so many pixels off."""
        width, height = size.width(), size.height()
        return any(
            0 < max(abs(one.width - width), abs(one.height - height)) <= within
            for one in self._by_key.get(key, ())
        )

    def aim(self, wanted: Iterable[tuple[str, QSize]]) -> None:
        """Bring these, the first first; what was aimed at before is forgotten. For views that scroll."""
        wishes = [_wish(key, size) for key, size in wanted]
        missing: list[Wish] = []
        # Those that are held are kept for longer than what nobody aims at, the first the longest.
        for wish in reversed(wishes):
            if wish in self._held:
                self._held.move_to_end(wish)
            elif wish not in self._wished and not self._is_coming(wish.key):
                missing.append(wish)
        missing.reverse()
        self._workers.aim(missing)

    def _is_coming(self, key: str) -> bool:
        """Or never will."""
        return key in self._absent or key in self._making

    def is_absent(self, key: str) -> bool:
        """Whether there is no thumbnail, and none could be made."""
        return key in self._absent

    def is_there(self, key: str) -> bool:
        """Whether a pixmap of it is held in any size, or it is known that there is none."""
        return key in self._by_key or key in self._absent

    def try_again(self, keys: Iterable[str]) -> None:
        """There may be pictures to make these of now."""
        keys = frozenset(keys) & self._absent
        self._absent -= keys
        self._made -= keys

    @property
    def rests(self) -> bool:
        """Whether nothing that was asked for is still to come."""
        return not self._wished and not self._making and self._workers.rests

    @property
    def held_bytes(self) -> int:
        """How many bytes the pixmaps take."""
        return self._bytes

    def end(self) -> None:
        """Stop the threads: before the application object goes."""
        self._workers.end()

    def _ask(self, wish: Wish) -> None:
        if wish not in self._wished and not self._is_coming(wish.key):
            self._wished.add(wish)
            dropped = self._workers.wish(wish)
            if dropped:
                self._wished.discard(dropped)

    def _open_source(self) -> ThumbnailSource:
        from studio.library.thumbnails import ThumbnailReader

        return ThumbnailReader(self._folder)

    def _take_done(self, wish: Wish, image: QImage | None) -> None:
        """In a worker's thread: one signal for all that come before the window takes them."""
        with self._lock:
            self._done.append((wish, image))
            first = len(self._done) == 1
        if first:
            self._came.emit()

    def _take_images(self) -> None:
        with self._lock:
            done, self._done = self._done, []
        self._workers.forget(wish for wish, _ in done)
        arrived: set[str] = set()
        for wish, image in done:
            self._wished.discard(wish)
            if image is None:
                self._make(wish.key)
            else:
                self._hold(wish, QPixmap.fromImage(image))
                arrived.add(wish.key)
        if arrived:
            self.arrived.emit(frozenset(arrived))

    def _hold(self, wish: Wish, pixmap: QPixmap) -> None:
        self._held[wish] = pixmap
        self._by_key.setdefault(wish.key, set()).add(wish)
        self._bytes += pixmap_bytes(pixmap)
        limit = self._limit()
        while self._bytes > limit and len(self._held) > 1:
            old, gone = self._held.popitem(last=False)
            self._bytes -= pixmap_bytes(gone)
            self._by_key[old.key].discard(old)
            if not self._by_key[old.key]:
                del self._by_key[old.key]

    def make_room(self, pixels: float) -> None:
        """A view of so many device pixels shows them: what it needs is kept."""
        self._room = round(pixels * 4 * SCREENS)

    def _limit(self) -> float:
        scale = QGuiApplication.primaryScreen().devicePixelRatio()
        return max((self._cache_bytes or CACHE_BYTES) * scale**2, self._room)

    def _make(self, key: str) -> None:
        """A thumbnail that is missing can be made again from its picture; that is tried once."""
        if key in self._made:
            self._absent.add(key)
        elif not self._bridge.is_open:
            self._missed.add(key)
        elif key not in self._making and len(self._making) < MOST_MADE_AT_ONCE:
            self._making.add(key)
            self._tasks.start(lambda: self._make_again(key))

    def _look_again(self) -> None:
        """The engine is open: what was missing can be made now, by whoever still wants it."""
        missed, self._missed = self._missed, set()
        if missed:
            self.arrived.emit(frozenset(missed))

    async def _make_again(self, key: str) -> None:
        try:
            await self._bridge.ask(lambda studio: studio.library.make_thumbnail(key))
        except StudioError:
            self._absent.add(key)
        finally:
            self._making.discard(key)
            self._made.add(key)
            self.arrived.emit(frozenset({key}))


def _wish(key: str, size: QSize) -> Wish:
    return Wish(key, max(1, size.width()), max(1, size.height()))


def pixmap_bytes(pixmap: QPixmap) -> int:
    """How much memory it takes."""
    return pixmap.width() * pixmap.height() * 4

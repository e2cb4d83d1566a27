"""Thumbnails by libvips, two at a time at most: from a finished file, or through a pipe from one that is
still arriving, so that they are ready when the last byte is.

Whoever waits for a finished file comes first: a picture that trickles in gives up its turn.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, Self

from studio.domain.errors import NotAPicture
from studio.library.images import read_header
from studio.library.thumbnails import Thumbnails

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    import pyvips

    from studio.library.likeness import Likeness

AT_ONCE = 2
_HEADER_BYTES = 1 << 16
_PIECE = 1 << 20
_QUALITY = 80


class GrowingFile:
    """What a writer tells about its file and a follower waits for. Telling never waits."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._changed = threading.Condition()
        self._size = 0
        self._complete = False
        self._abandoned = False

    def grew(self, size: int) -> None:
        """The file has this many bytes now."""
        with self._changed:
            self._size = size
            self._changed.notify_all()

    def completed(self) -> None:
        """Nothing will be added."""
        with self._changed:
            self._complete = True
            self._changed.notify_all()

    def abandon(self) -> None:
        """Nobody wants the thumbnail any more, or its source can't be followed further."""
        with self._changed:
            self._abandoned = True
            self._changed.notify_all()

    def wait_beyond(self, size: int) -> int | None:
        """The file's size once it is larger or complete; None when it was abandoned."""
        with self._changed:
            self._changed.wait_for(lambda: self._size > size or self._complete or self._abandoned)
            return None if self._abandoned else self._size


class Following:
    """A thumbnail in the making, of a file that is still arriving."""

    def __init__(self, file: GrowingFile, result: Future[Thumbnails]) -> None:
        self._file = file
        self.result = result

    def give_up(self) -> None:
        """End soon, without a thumbnail."""
        self._file.abandon()


class Thumbnailer:
    """Makes thumbnails in two threads of its own. Used from one event loop; an async context manager."""

    def __init__(self) -> None:
        self._executor = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="thumbnailer")
        self._busy = 0
        self._following: list[Following] = []
        self._lock = threading.Lock()

    async def __aenter__(self) -> Self:
        """Ready at once: libvips loads when it is first used."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End what follows, and wait for the threads."""
        with self._lock:
            following = tuple(self._following)
        for one in following:
            one.give_up()
        await asyncio.to_thread(self._executor.shutdown, wait=True)

    def follow(self, file: GrowingFile) -> Following | None:
        """Start with a file that is still growing; None when both threads have work or pipes don't serve.

        Never waits.
        """
        with self._lock:
            # libvips on Windows has another C runtime, to which our descriptors mean nothing.
            if self._busy >= AT_ONCE or sys.platform == "win32":
                return None
            self._busy += 1
            following = Following(file, self._executor.submit(_through_pipe, file))
            self._following.append(following)
        following.result.add_done_callback(lambda _: self._finished(following))
        return following

    async def from_file(self, path: Path) -> Thumbnails:
        """Thumbnails of a finished file, decoding all of it; raises NotAPicture, PictureTooLarge, OSError."""
        return await self._first(lambda: render_file(path))

    async def from_bytes(self, data: bytes, name: str) -> Thumbnails:
        """The same for bytes whose header was checked already; raises NotAPicture."""
        return await self._first(lambda: _render_bytes(data, name))

    async def _first(self, render: Callable[[], Thumbnails]) -> Thumbnails:
        with self._lock:
            if self._busy >= AT_ONCE and self._following:
                self._following.pop().give_up()
            self._busy += 1
            future = self._executor.submit(render)
        future.add_done_callback(lambda _: self._finished(None))
        return await asyncio.wrap_future(future)

    def _finished(self, following: Following | None) -> None:
        with self._lock:
            self._busy -= 1
            if following in self._following:
                self._following.remove(following)


def render_file(path: Path) -> Thumbnails:
    """In this thread: thumbnails of a finished file; raises NotAPicture, PictureTooLarge, OSError."""
    with path.open("rb") as file:
        read_header(file, path.name)
        return _render_descriptor(file.fileno(), path.name)


def _render_bytes(data: bytes, name: str) -> Thumbnails:
    import pyvips

    return _render(pyvips.Source.new_from_memory(data), name)


def _render_descriptor(descriptor: int, name: str) -> Thumbnails:
    # Imported here: loading libvips takes a tenth of a second and 30 MB.
    import pyvips

    return _render(pyvips.Source.new_from_descriptor(descriptor), name)


def _through_pipe(file: GrowingFile) -> Thumbnails:
    _wait_for_header(file)
    reading, writing = os.pipe()
    feeder = threading.Thread(target=_feed, args=(file, writing), name="thumbnail-feeder")
    feeder.start()
    try:
        return _render_descriptor(reading, file.path.name)
    finally:
        # The feeder ends by itself when nobody reads any more.
        os.close(reading)
        file.abandon()
        feeder.join()


def _wait_for_header(file: GrowingFile) -> None:
    size = file.wait_beyond(_HEADER_BYTES)
    if size is None:
        raise NotAPicture(file.path.name)
    with file.path.open("rb") as source:
        read_header(source, file.path.name)


def _feed(file: GrowingFile, writing: int) -> None:
    """Copy from the growing file into the pipe: here is where waiting for the decoder is allowed."""
    sent = 0
    try:
        with file.path.open("rb") as source:
            if sys.platform == "linux":
                import fcntl

                with suppress(OSError):
                    fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, _PIECE)
            while True:
                size = file.wait_beyond(sent)
                if size is None or size <= sent:
                    return
                sent = _copy(source.fileno(), writing, sent, size)
    except OSError:
        # The decoder has gone, satisfied or not: its own result says which.
        return
    finally:
        os.close(writing)


def _copy(source: int, target: int, start: int, end: int) -> int:
    while start < end:
        if sys.platform == "linux":
            start += os.sendfile(target, source, start, min(_PIECE, end - start))
        else:
            start += os.write(target, os.pread(source, min(_PIECE, end - start), start))
    return start


def _render(source: pyvips.Source, name: str) -> Thumbnails:
    import pyvips

    _set_up_libvips()
    try:
        # Not thumbnail_source: it shows a damaged picture as far as it goes and says nothing (libvips 8.18).
        whole = pyvips.Image.new_from_source(source, "", access="sequential", fail_on="error")
        largest = _flat(whole.thumbnail_image(1024, height=1024, size="down"))
        large = largest.thumbnail_image(512, height=512, size="down").copy_memory()
        small = large.thumbnail_image(256, height=256, size="down").copy_memory()
        likeness = _likeness(small)
        return Thumbnails(
            small=_jpeg(small),
            large=_jpeg(large),
            largest=_jpeg(largest) if max(largest.width, largest.height) > 512 else None,
            palette=likeness.palette,
            colours=likeness.colours,
            phash=likeness.phash,
        )
    except pyvips.Error as error:
        raise NotAPicture(name) from error


def _set_up_libvips() -> None:
    import pyvips
    from pyvips.voperation import concurrency_set

    # Nothing is asked for twice, and two pictures at a time are enough for the processor.
    pyvips.cache_set_max(0)
    concurrency_set(2)
    # What it warns of while a picture breaks off, line after line, is raised as an error in the end.
    logging.getLogger("pyvips").setLevel(logging.CRITICAL)


def _flat(image: pyvips.Image) -> pyvips.Image:
    """Three bands of eight bits in memory: decoded once, however often it is used."""
    image = image.copy_memory()
    if image.get_typeof("icc-profile-data"):
        # Here, and not while it is made smaller: a sixtieth of the pixels.
        image = image.icc_transform("srgb", embedded=True)
    if image.hasalpha():
        image = image.flatten(background=[255.0])
    return image.colourspace("srgb").cast("uchar").copy_memory()


def _jpeg(image: pyvips.Image) -> bytes:
    return image.jpegsave_buffer(Q=_QUALITY, keep=0)


def _likeness(small: pyvips.Image) -> Likeness:
    from PIL import Image

    from studio.library.likeness import likeness_of

    return likeness_of(Image.frombytes("RGB", (small.width, small.height), small.write_to_memory()))

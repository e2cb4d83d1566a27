"""How much memory an export may take: what would be too much at once waits for its turn."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from heapq import nlargest
from typing import TYPE_CHECKING

from studio.domain.export import Format
from studio.domain.export_sizes import resolve

if TYPE_CHECKING:
    from collections.abc import Generator

    from studio.domain.export_plan import Output, Planned
    from studio.domain.geometry import PixelSize

MOST_BYTES = 800_000_000
"""Beside what the program takes anyway, so that all of it stays under 1 GB."""

_DECODED = 4
_ENCODING = {Format.AVIF: 32, Format.WEBP: 22, Format.TIFF: 22}
_ENCODING_ELSE = 10
"""Bytes of a pixel at most, measured with noise, of which nothing can be compressed."""


class Room:
    """Shared by threads. What alone is larger than all of it has it for itself."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._most = most
        self._taken = 0
        self._changed = threading.Condition()

    @contextmanager
    def take(self, size: int) -> Generator[None]:
        """Wait until there is room for so many bytes, and hold it."""
        with self._changed:
            self._changed.wait_for(lambda: self._taken == 0 or self._taken + size <= self._most)
            self._taken += size
        try:
            yield
        finally:
            with self._changed:
                self._taken -= size
                self._changed.notify_all()


def bytes_for(planned: Planned, source: PixelSize, beside: int) -> int:
    """What a picture of this size takes at most, when so many of its files are made at once."""
    largest = nlargest(beside, (_bytes_for(output, source) for output in planned.outputs))
    return source.pixels * _DECODED + sum(largest)


def _bytes_for(output: Output, source: PixelSize) -> int:
    format_ = output.encoding.format
    if format_ is Format.ORIGINAL or format_.is_icon:
        return 0
    return resolve(output.rule, source).size.pixels * _ENCODING.get(format_, _ENCODING_ELSE)

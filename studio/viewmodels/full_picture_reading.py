"""From a file to a whole picture, in a worker's thread; it can be broken off from another."""

from __future__ import annotations

import sys
from io import BytesIO
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage, QImageReader

from studio.domain.errors import NotAPicture, PictureTooLarge
from studio.viewmodels.full_picture import FullPicture, Trouble, for_screen, halves

if TYPE_CHECKING:
    from pathlib import Path

    from studio.library.pixels import PngDecoding

MOST_PIXELS = 100_000_000
MEGABYTES = 512
"""What Qt may take for one picture: more than its own limit, and enough for MOST_PIXELS."""


class Reading:
    """Reads one file. `size` is how many bytes it had when it was saved; of a picture that would take more
    than `most_bytes` in memory only the halves are kept that don't.
    """

    def __init__(self, path: Path, *, size: int, most_bytes: int = sys.maxsize) -> None:
        self._path = path
        self._size = size
        self._most_bytes = most_bytes
        self._cancelled = False
        self._png: PngDecoding | None = None

    def cancel(self) -> None:
        """What comes of it isn't wanted any more."""
        self._cancelled = True
        if self._png is not None:
            self._png.cancel()

    def run(self) -> FullPicture | Trouble | None:
        """The picture, why there is none, or None after it was cancelled."""
        try:
            # All of it at once: a slow disk is waited for here, where nobody holds what others wait for.
            data = self._path.read_bytes()
        except FileNotFoundError:
            return Trouble.MISSING
        except OSError:
            return Trouble.UNREADABLE
        if self._cancelled:
            return None
        try:
            image, memory = self._decode(data)
        except PictureTooLarge:
            return Trouble.TOO_LARGE
        except NotAPicture:
            return None if self._cancelled else Trouble.DAMAGED
        if self._cancelled:
            return None
        picture = FullPicture(
            width=image.width(),
            height=image.height(),
            levels=halves(image),
            has_alpha=image.hasAlphaChannel(),
            is_replaced=len(data) != self._size,
            memory=memory,
        )
        return picture.within(self._most_bytes)

    def _decode(self, data: bytes) -> tuple[QImage, object]:
        from studio.domain.pictures import HEAD_BYTES, sniff
        from studio.library.headers import is_whole
        from studio.library.pixels import is_simple_png

        mime = sniff(data[:HEAD_BYTES])
        if mime in {"image/png", "image/jpeg", "image/webp"} and not is_whole(BytesIO(data), mime):
            # Some decoders show a picture that breaks off as far as it goes, and say nothing.
            raise NotAPicture(self._path.name)
        if is_simple_png(data):
            return self._decode_png(data)
        return self._decode_other(), None

    def _decode_png(self, data: bytes) -> tuple[QImage, object]:
        from studio.library.pixels import PngDecoding

        check_pixels(int.from_bytes(data[16:20]), int.from_bytes(data[20:24]), self._path.name)
        self._png = PngDecoding()
        pixels = self._png.run(data, self._path.name)
        kind = QImage.Format.Format_RGB32
        if pixels.has_alpha:
            kind = QImage.Format.Format_ARGB32_Premultiplied
        image = QImage(pixels.data, pixels.width, pixels.height, pixels.width * 4, kind)
        return image, pixels.data

    def _decode_other(self) -> QImage:
        """By Qt, from the path: over a buffer of ours its threads would ask Python for every piece."""
        reader = QImageReader(str(self._path))
        reader.setDecideFormatFromContent(True)
        reader.setAutoTransform(True)
        size = reader.size()
        check_pixels(size.width(), size.height(), self._path.name)
        QImageReader.setAllocationLimit(MEGABYTES)
        image = reader.read()
        if image.isNull():
            raise NotAPicture(self._path.name)
        return for_screen(image)


def check_pixels(width: int, height: int, name: str) -> None:
    """Raises PictureTooLarge for what would fill the memory."""
    if width * height > MOST_PIXELS:
        raise PictureTooLarge(name, f"{MOST_PIXELS // 1_000_000} MP")

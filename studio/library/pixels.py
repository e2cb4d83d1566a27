"""The whole of a picture as pixels, as a screen takes them."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.domain.errors import NotAPicture
from studio.domain.pictures import sniff

if TYPE_CHECKING:
    import pyvips

_PNG_SIMPLE = frozenset({(8, 2), (8, 6)})
"""Bits of a channel and kind of colour of the PNGs that gateways send: RGB and RGBA, eight bits each."""


@dataclass(frozen=True, slots=True)
class Pixels:
    """`data` holds rows of `width` pixels, each as blue, green, red, alpha; premultiplied with alpha."""

    width: int
    height: int
    data: memoryview
    has_alpha: bool


class PngDecoding:
    """Decodes one PNG with libvips, in two thirds of the time that libpng takes; other threads run meanwhile.

    `cancel` is called from another thread.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._image: pyvips.Image | None = None
        self._cancelled = False

    def run(self, data: bytes, name: str) -> Pixels:
        """Raises NotAPicture for a damaged one, and for one that was cancelled."""
        # Imported here: loading libvips takes a tenth of a second and 30 MB.
        import pyvips

        pyvips.cache_set_max(0)
        # What it warns of while a picture breaks off, line after line, is raised as an error in the end.
        logging.getLogger("pyvips").setLevel(logging.CRITICAL)
        try:
            # Not new_from_buffer: pyvips copies what it is given there, and all of Python waits meanwhile.
            source = pyvips.Source.new_from_memory(data)
            image = pyvips.Image.new_from_source(source, "", access="sequential", fail_on="error")
            pixels = _for_screen(image)
            with self._lock:
                self._image = pixels
            if self._cancelled:
                raise NotAPicture(name)
            held = memoryview(pixels.write_to_memory())
        except pyvips.Error as error:
            raise NotAPicture(name) from error
        return Pixels(image.width, image.height, held, has_alpha=image.hasalpha())

    def cancel(self) -> None:
        """Break off soon."""
        with self._lock:
            self._cancelled = True
            if self._image is not None:
                self._image.set_kill(True)


def is_simple_png(data: bytes) -> bool:
    """Whether `PngDecoding` knows this kind: everything else is left to others."""
    if sniff(data[:64]) != "image/png" or len(data) < 33:
        return False
    return (data[24], data[25]) in _PNG_SIMPLE


def _for_screen(image: pyvips.Image) -> pyvips.Image:
    if image.hasalpha():
        image = image.premultiply().cast("uchar")
        return image[2].bandjoin([image[1], image[0], image[3]])
    return image[2].bandjoin([image[1], image[0], 255])

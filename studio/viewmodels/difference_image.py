"""Two pictures as they lie over each other, made into an image of their difference; in a worker's thread."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter

from studio.domain.geometry import PixelSize

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from studio.domain.marks import Region
    from studio.imaging.difference import Colour, Pixels
    from studio.imaging.mask import Mask
    from studio.viewmodels.full_picture import FullPicture

_STRIP = 128
"""Rows that are drawn in one go: all of Python waits for each go, a millisecond."""

_MOST_OF_MASK = 1024
"""The longer side at which the region is looked up: its edge is soft anyway."""

_EDGE = 2


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """A picture, and where it lies in the image: its left top corner, and how large a pixel of it is."""

    picture: FullPicture
    left: float
    top: float
    scale: float


@dataclass(frozen=True, slots=True, eq=False)
class Wish:
    """An image of `width` × `height`. `region` is where `before` was meant to change, None where that isn't
    known; the colours are those of what changed elsewhere, and there.
    """

    before: Laid
    after: Laid
    width: int
    height: int
    region: Region | None
    unexpected: Colour
    expected: Colour


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """`share` is how much changed of what wasn't meant to, 0 to 1; `memory` holds the image's pixels."""

    image: QImage
    share: float
    memory: object


def make(wish: Wish) -> Made:
    """The difference; where the pictures have no pixel it is clear."""
    from studio.imaging.difference import difference

    before, after = (_drawn(laid, wish.width, wish.height) for laid in (wish.before, wish.after))
    found = difference(
        _pixels(before),
        _pixels(after),
        meant=None if wish.region is None else _mask(wish.region, wish),
        unexpected=wish.unexpected,
        expected=wish.expected,
    )
    image = QImage(
        found.pixels.data,
        wish.width,
        wish.height,
        wish.width * 4,
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    return Made(image, found.share, found.pixels)


def _drawn(laid: Laid, width: int, height: int) -> QImage:
    """In strips, as halves are: nobody waits long for Python meanwhile."""
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    picture = laid.picture
    level = picture.level_for(laid.scale)
    whole = QRectF(laid.left, laid.top, picture.width * laid.scale, picture.height * laid.scale)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for top in range(0, height, _STRIP):
        time.sleep(0)
        painter.setClipRect(QRect(0, top, width, _STRIP))
        painter.drawImage(whole, level, QRectF(level.rect()))
    painter.end()
    return image


def _pixels(image: QImage) -> Pixels:
    import numpy as np

    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)


def _grown(mask: Mask) -> Mask:
    """Wider by what the pixels at its edge take from their neighbours when a picture is made smaller."""
    import numpy as np

    for _ in range(_EDGE):
        for across in (mask, mask.T):
            before = across.copy()
            np.maximum(across[1:], before[:-1], out=across[1:])
            np.maximum(across[:-1], before[1:], out=across[:-1])
    return mask


def _mask(region: Region, wish: Wish) -> Mask:
    """The region as it lies in the image: looked up, so that zooming in costs no more."""
    import numpy as np

    from studio.imaging.mask import mask_of

    laid, picture = wish.before, wish.before.picture
    scale = min(1.0, _MOST_OF_MASK / max(picture.width, picture.height))
    size = PixelSize(max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    known = _grown(mask_of(region, size))

    def at(count: int, start: float, length: int, cells: int) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
        fraction = (np.arange(count) + 0.5 - start) / (length * laid.scale)
        return np.clip((fraction * cells).astype(np.intp), 0, cells - 1), (fraction >= 0) & (fraction < 1)

    rows, rows_in = at(wish.height, laid.top, picture.height, size.height)
    columns, columns_in = at(wish.width, laid.left, picture.width, size.width)
    return np.where(np.logical_and.outer(rows_in, columns_in), known[np.ix_(rows, columns)], 0)

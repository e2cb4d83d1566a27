"""A whole picture in memory: its pixels, and halves of halves of them for when it is shown small."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

SMALLEST_EDGE = 512
_STRIP = 128
"""Rows that are drawn in one go: all of Python waits for each go, a millisecond."""


class Trouble(StrEnum):
    """Why a picture can't be shown whole."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    DAMAGED = "damaged"
    TOO_LARGE = "too large"


@dataclass(frozen=True, slots=True, eq=False)
class FullPicture:
    """`levels` holds images, each about half as wide as the one before. `width` and `height` are those of the
    whole picture, also where the first level has fewer pixels, as that of a thumbnail.

    `is_replaced` when its file isn't the one that was saved; `memory` is what holds the pixels of the first
    level where that is no memory of Qt's.
    """

    width: int
    height: int
    levels: tuple[QImage, ...]
    has_alpha: bool = False
    is_replaced: bool = False
    memory: object = None

    @property
    def bytes(self) -> int:
        """How much memory it takes."""
        return sum(level.bytesPerLine() * level.height() for level in self.levels)

    @property
    def is_whole(self) -> bool:
        """Whether every pixel of the picture is there."""
        return self.levels[0].width() >= self.width

    def within(self, most_bytes: int) -> FullPicture:
        """The picture without the largest of its levels, as many as have to go; one is left."""
        levels = self.levels
        while len(levels) > 1 and sum(level.sizeInBytes() for level in levels) > most_bytes:
            levels = levels[1:]
        return self if levels is self.levels else replace(self, levels=levels, memory=None)

    def level_for(self, scale: float) -> QImage:
        """The smallest level that has at least the pixels of the picture at this scale."""
        wanted = self.width * scale
        enough = [level for level in self.levels if level.width() >= wanted]
        return enough[-1] if enough else self.levels[0]

    def colour_at(self, x: int, y: int) -> str:
        """The colour of a pixel as "#rrggbb", empty outside the picture or where it isn't known."""
        if not (self.is_whole and 0 <= x < self.width and 0 <= y < self.height):
            return ""
        return QColor.fromRgba(self.levels[0].pixel(x, y)).name()


def halves(image: QImage) -> tuple[QImage, ...]:
    """The image, its half, and so on. For a worker's thread: nobody waits long for Python meanwhile."""
    levels = [image]
    while max(levels[-1].width(), levels[-1].height()) > SMALLEST_EDGE:
        levels.append(_halved(levels[-1]))
    return tuple(levels)


def _halved(image: QImage) -> QImage:
    """Each pixel is the mean of four: that is what smooth drawing does at exactly half the size."""
    width, height = max(1, image.width() // 2), max(1, image.height() // 2)
    small = QImage(width, height, image.format())
    painter = QPainter(small)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for top in range(0, height, _STRIP):
        _let_others_go_on()
        rows = min(_STRIP, height - top)
        painter.drawImage(
            QRectF(0, top, width, rows), image, QRectF(0, 2 * top, 2 * width, min(2 * rows, image.height()))
        )
    painter.end()
    return small


def for_screen(image: QImage) -> QImage:
    """The image in the format that is painted without being converted; in strips, as above."""
    wanted = QImage.Format.Format_RGB32
    if image.hasAlphaChannel():
        wanted = QImage.Format.Format_ARGB32_Premultiplied
    if image.format() == wanted:
        return image
    made = QImage(image.size(), wanted)
    painter = QPainter(made)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    for top in range(0, image.height(), _STRIP):
        _let_others_go_on()
        strip = image.copy(QRect(0, top, image.width(), min(_STRIP, image.height() - top)))
        painter.drawImage(0, top, strip.convertToFormat(wanted))
    painter.end()
    return made


def _let_others_go_on() -> None:
    """Between two goes whoever waits for Python gets it; it wouldn't be given away for milliseconds else."""
    time.sleep(0)

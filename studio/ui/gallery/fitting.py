"""Pictures of any shape in places of another."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap, QTransform

from studio.domain.listing import look_shape

Box: TypeAlias = "tuple[int, int, int, int]"
"""Left, top, width, height. In numbers, where it is painted: see `Grid.corner`."""

NEAR = 6
"""Device pixels."""


def box_of(rect: QRect) -> Box:
    """Its numbers."""
    return rect.left(), rect.top(), rect.width(), rect.height()


def overlap(one: Box, other: Box) -> bool:
    """Whether they have a pixel in common."""
    (x, y, width, height), (left, top, across, down) = one, other
    return x < left + across and left < x + width and y < top + down and top < y + height


def fitted(width: int, height: int, box: QRect) -> QRect:
    """The largest place of this shape in the middle of the box."""
    return QRect(*fitted_box((width, height), box_of(box)))


def fitted_box(shape: tuple[int, int], box: Box) -> Box:
    """The same in numbers."""
    left, top, room_x, room_y = box
    x, y = _fit(*shape, room_x, room_y)
    return left + (room_x - x) // 2, top + (room_y - y) // 2, x, y


@lru_cache(maxsize=1024)
def _fit(width: int, height: int, room_x: int, room_y: int) -> tuple[int, int]:
    """The largest of this shape with room in there. Qt's own `scaled` lets go of the interpreter, and waits
    to get it back while thumbnails are read.
    """
    by_height = room_y * width // height
    fit = (by_height, room_y) if by_height <= room_x else (room_x, room_x * height // width)
    return max(fit[0], 1), max(fit[1], 1)


def covering(width: int, height: int, box: QRect) -> QRect:
    """The smallest place of this shape that covers the box, in its middle."""
    size = QSize(width, height).scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    left = box.left() + (box.width() - size.width()) // 2
    top = box.top() + (box.height() - size.height()) // 2
    return QRect(left, top, size.width(), size.height())


def picture_size(look: int, edge: int, scale: float) -> QSize:
    """How many device pixels the picture fills in a tile of this edge."""
    return _picture_size(look_shape(look), edge, scale)


@lru_cache(maxsize=1024)
def _picture_size(shape: tuple[int, int], edge: int, scale: float) -> QSize:
    # There are few shapes, and while it is scrolled hundreds of tiles ask in each frame.
    return fitted(*shape, QRect(0, 0, edge, edge)).size() * scale


def fill_box(painter: QPainter, box: Box, colour: QColor) -> None:
    """For what is painted first: QPainter.fillRect also takes gradients, and PySide6 makes the names of all
    180 when it is first called.
    """
    painter.setBackground(QBrush(colour))
    painter.eraseRect(*box)


def draw_near(painter: QPainter, pixmap: QPixmap, place: Box, scale: float) -> None:
    """The pixmap in the place, each of whose pixels is `scale` device pixels. One that is a little too large
    or too small is laid in the middle as it is: that is sharper than to scale it, and costs a quarter.
    """
    left, top, width, height = place
    across, down = pixmap.width() - round(width * scale), pixmap.height() - round(height * scale)
    if max(abs(across), abs(down)) > NEAR:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(left, top, width, height, pixmap)
        return
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    x, wide, from_x = _overlay(left, width, across, scale)
    y, high, from_y = _overlay(top, height, down, scale)
    shown_x, shown_y = pixmap.width() - max(across, 0), pixmap.height() - max(down, 0)
    painter.drawPixmap(x, y, wide, high, pixmap, from_x, from_y, shown_x, shown_y)


def _overlay(begin: int, length: int, too_long: int, scale: float) -> tuple[int, int, int]:
    """Where a picture with so many device pixels too many, or too few, begins along one side, how long it is
    there, and its first pixel that is shown.
    """
    if too_long >= 0:
        return begin, length, too_long // 2
    missing = round(-too_long / scale)
    return begin + missing // 2, length - missing, 0


def draw_picture(
    painter: QPainter, pixmap: QPixmap, place: QRect, *, radius: float, window: QRect | None = None
) -> None:
    """The pixmap in `place`, with round corners where `radius` is more than 0; only what is in `window`."""
    if radius <= 0:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, pixmap)
        return
    draw_rounded(painter, pixmap, box_of(place), radius, window=box_of(window or place))


def draw_rounded(painter: QPainter, pixmap: QPixmap, place: Box, radius: float, *, window: Box) -> None:
    """The pixmap stretched over `place`, of which what is in `window` is seen, with round corners."""
    left, top, width, height = place
    scale = pixmap.devicePixelRatio()
    brush = QBrush(pixmap)
    moved = QTransform.fromTranslate(left, top)
    brush.setTransform(moved.scale(width * scale / pixmap.width(), height * scale / pixmap.height()))
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush)
    painter.drawRoundedRect(*window, radius, radius)

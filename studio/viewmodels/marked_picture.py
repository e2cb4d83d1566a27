"""The picture with the marks painted on, as it is sent."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSizeF
from PySide6.QtGui import QImage, QImageWriter, QPainter

from studio.viewmodels.mark_painting import Shape, paint_marks, shape_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studio.domain.marks import Mark
    from studio.viewmodels.full_picture import FullPicture

_STRIP = 64
"""Rows that are painted in one go: all of Python waits for each go."""
_QUALITIES = (92, 80, 60)
_WHITE = 0xFFFFFFFF


def marked_picture(picture: FullPicture, marks: Sequence[Mark], families: Sequence[str]) -> QImage:
    """A copy at full size, for a thread. What can be seen through is white."""
    whole = picture.levels[0]
    made = QImage(whole.size(), QImage.Format.Format_RGB32)
    size = QSizeF(whole.size())
    shapes = [(mark, shape_of(mark, size, families)) for mark in marks]
    painter = QPainter(made)
    for top in range(0, whole.height(), _STRIP):
        painter.drawImage(0, top, _strip(whole, top, shapes))
        time.sleep(0)
    painter.end()
    return made


def _strip(whole: QImage, top: int, shapes: Sequence[tuple[Mark, Shape]]) -> QImage:
    """Its rows from here on, marked. An image of its own: smooth lines cost what their image is large."""
    part = QRect(0, top, whole.width(), min(_STRIP, whole.height() - top))
    strip = QImage(part.size(), QImage.Format.Format_RGB32)
    painter = QPainter(strip)
    painter.translate(0, -top)
    if whole.hasAlphaChannel():
        painter.fillRect(part, _WHITE)
    painter.drawImage(part, whole, part)
    for mark, shape in shapes:
        if shape.bounds.intersects(QRectF(part)):
            time.sleep(0)
            paint_marks(painter, ((mark, shape),))
    painter.end()
    return strip


def jpeg_of(image: QImage, *, most_bytes: int) -> bytes:
    """As good as it may be in so many bytes, for a thread; the least good if none is small enough."""
    data = b""
    for quality in _QUALITIES:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QImageWriter(buffer, QByteArray(b"jpeg"))
        writer.setQuality(quality)
        writer.write(image)
        data = bytes(buffer.data().data())
        if len(data) <= most_bytes:
            break
    return data

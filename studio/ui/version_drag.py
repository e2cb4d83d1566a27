"""Versions on their way out of the window by mouse: files for other programs, ids for our own places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QRect, QSize, Qt, QUrl
from PySide6.QtGui import QDrag, QFont, QPainter, QPixmap

from studio.viewmodels.dragging import put_versions

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from studio.ui.theme import Theme
    from studio.viewmodels.thumbnails import Thumbnails

DRAG_EDGE = 128
MOST_FILES = 2000
"""What is more is dragged without its files: to our own places only."""

_SHEETS = 3
_OFFSET = 6
_BADGE = 22


def drag_data(ids: Sequence[str], files: Sequence[Path]) -> QMimeData:
    """What a drag of these versions carries; `files` are those that are there."""
    mime = QMimeData()
    if len(ids) <= MOST_FILES:
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    put_versions(mime, ids)
    return mime


def start_drag(owner: QWidget, mime: QMimeData, picture: QPixmap | None) -> None:
    """From a mouse handler; returns when it was let go."""
    drag = QDrag(owner)
    drag.setMimeData(mime)
    if picture is not None:
        drag.setPixmap(picture)
        edge = picture.deviceIndependentSize().toSize()
        drag.setHotSpot(QPoint(edge.width() // 2, edge.height() // 2))
    drag.exec(Qt.DropAction.CopyAction)


def drag_picture(theme: Theme, thumbnails: Thumbnails, ids: Sequence[str], *, scale: float) -> QPixmap | None:
    """The first few as a stack of sheets, with their number; None where no thumbnail is held."""
    sheets = [sheet for key in ids[:_SHEETS] if (sheet := _sheet(thumbnails, key, scale)) is not None]
    if not sheets:
        return None
    sizes = [sheet.deviceIndependentSize().toSize() for sheet in sheets]
    room = _OFFSET * (len(sheets) - 1)
    badge = _BADGE // 2 if len(ids) > 1 else 0
    width = max(size.width() for size in sizes) + room + badge
    height = max(size.height() for size in sizes) + room + badge
    stack = QPixmap(QSize(round(width * scale), round(height * scale)))
    stack.setDevicePixelRatio(scale)
    stack.fill(Qt.GlobalColor.transparent)
    painter = QPainter(stack)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for at in reversed(range(len(sheets))):
        place = QRect(QPoint(at * _OFFSET, badge + at * _OFFSET), sizes[at])
        painter.drawPixmap(place, sheets[at])
        painter.setPen(theme.colour("line"))
        painter.drawRect(place.adjusted(0, 0, -1, -1))
    if len(ids) > 1:
        _paint_count(painter, theme, len(ids), width)
    painter.end()
    return stack


def _sheet(thumbnails: Thumbnails, key: str, scale: float) -> QPixmap | None:
    edge = round(DRAG_EDGE * scale)
    held = thumbnails.held(key, QSize(edge, edge))
    if held is None:
        return None
    if max(held.width(), held.height()) > edge:
        held = held.scaled(
            edge, edge, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    sheet = QPixmap(held)
    sheet.setDevicePixelRatio(scale)
    return sheet


def _paint_count(painter: QPainter, theme: Theme, count: int, width: int) -> None:
    painter.setFont(theme.font(size=12, weight=QFont.Weight.DemiBold))
    words = f"{count:,}"
    wide = max(_BADGE, painter.fontMetrics().horizontalAdvance(words) + 12)
    place = QRect(width - wide - 1, 0, wide, _BADGE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.drawRoundedRect(place, _BADGE / 2, _BADGE / 2)
    painter.setPen(theme.colour("on_accent"))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

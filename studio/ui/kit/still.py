"""What a widget looks like, drawn once: while a window is resized all of it is painted again and again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from PySide6.QtWidgets import QWidget


class Still:
    """Of one widget."""

    def __init__(self) -> None:
        self._pixmap = QPixmap()
        self._shown: Hashable = None

    def paint(self, widget: "QWidget", draw: "Callable[[QPainter], None]", *shown: "Hashable") -> None:
        """Paint the widget: drawn anew where `shown`, all that its look depends on, or its size changed."""
        scale = widget.devicePixelRatioF()
        looks = (shown, widget.width(), widget.height(), scale)
        if looks != self._shown:
            self._shown = looks
            self._pixmap = QPixmap(widget.size() * scale)
            self._pixmap.setDevicePixelRatio(scale)
            self._pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._pixmap)
            draw(painter)
            painter.end()
        QPainter(widget).drawPixmap(0, 0, self._pixmap)

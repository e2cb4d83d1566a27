"""The picture at the top of details: whole, in its own shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from studio.ui.gallery.fitting import draw_picture, fitted
from studio.ui.kit import draw_frame
from studio.viewmodels.tile import version_name

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from studio.domain.version import Version
    from studio.ui.theme import Theme
    from studio.viewmodels.thumbnails import Thumbnails


class Picture(QWidget):
    """As wide as its column; at most as high as it is wide."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thumbnails = thumbnails
        self._version: Version | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        thumbnails.arrived.connect(self._arrive)
        theme.changed.connect(self.update)

    def show_version(self, version: Version | None) -> None:
        """Show the thumbnail of this version."""
        self._version = version
        self.setAccessibleName(version_name(version) if version else "")
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The height follows the width."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Its main colour until the thumbnail is there."""
        version = self._version
        if version is None:
            return
        painter = QPainter(self)
        place = fitted(version.width, version.height, self.rect())
        radius = self._theme.tokens.sizes.radius_card
        pixmap = self._thumbnails.pixmap(version.id, place.size() * self.devicePixelRatioF())
        if pixmap is not None:
            draw_picture(painter, pixmap, place, radius=radius)
            return
        colour = QColor(version.palette[0]) if version.palette else self._theme.colour("raised")
        draw_frame(painter, place, radius=radius, fill=colour, line=None)

    def _fit(self) -> None:
        if self._version:
            whole = QSize(self._version.width, self._version.height)
            width = self._whole_width()
            size = whole.scaled(width, 16_000, Qt.AspectRatioMode.KeepAspectRatio)
            self.setFixedHeight(max(24, min(size.height(), width)))

    def _whole_width(self) -> int:
        """As if no scroll bar stood beside it: if it were lower with one, the bar would go, and come, for
        ever.
        """
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        column = above.widget() if above else None
        if above is None or column is None:
            return self.width()
        return self.width() + above.maximumViewportSize().width() - column.width()

    def _arrive(self, keys: frozenset[str]) -> None:
        if self._version and self._version.id in keys:
            self.update(QRect(0, 0, self.width(), self.height()))

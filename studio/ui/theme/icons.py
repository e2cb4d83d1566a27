"""Outline icons from SVG, tinted by the tokens and sharp at every scale."""

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap

if TYPE_CHECKING:
    from pathlib import Path

    from studio.ui.theme.tokens import Colours

LINE_WIDTH = ('stroke-width="2"', 'stroke-width="1.75"')


class Icons:
    """Renders each icon once per size, colour and scale; a theme makes a new one when it changes."""

    def __init__(self, folder: "Path", colours: "Colours") -> None:
        self._folder = folder
        self._colours = colours
        self._svg: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, int, str, float], QPixmap] = {}

    def icon(
        self, name: str, *, size: int = 16, role: str = "muted", before: int = 0, after: int = 0
    ) -> QIcon:
        """An icon in the colour `role`, faint when disabled; `before` and `after` are px beside it."""
        dpr = _sharpest_scale()
        icon = QIcon()
        for mode, tint in ((QIcon.Mode.Normal, role), (QIcon.Mode.Disabled, "faint")):
            pixmap = self.pixmap(name, size=size, role=tint, dpr=dpr)
            icon.addPixmap(_with_room(pixmap, before, after) if before or after else pixmap, mode)
        return icon

    def pixmap(self, name: str, *, size: int = 16, role: str = "muted", dpr: float = 1.0) -> QPixmap:
        """A pixmap `size` px wide at the scale `dpr`. An unknown name raises FileNotFoundError."""
        key = (name, size, role, dpr)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._render(name, size, getattr(self._colours, role), dpr)
        return self._pixmaps[key]

    def _render(self, name: str, size: int, colour: str, dpr: float) -> QPixmap:
        from PySide6.QtSvg import QSvgRenderer

        if name not in self._svg:
            self._svg[name] = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        tinted = self._svg[name].replace("currentColor", colour).replace(*LINE_WIDTH)
        device = math.ceil(size * dpr)
        pixmap = QPixmap(device, device)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(tinted.encode())).render(painter, QRectF(0, 0, device, device))
        painter.end()
        pixmap.setDevicePixelRatio(dpr)
        return pixmap


def _with_room(pixmap: QPixmap, before: int, after: int) -> QPixmap:
    ratio = pixmap.devicePixelRatio()
    wide = QPixmap(pixmap.width() + math.ceil((before + after) * ratio), pixmap.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(before, 0, pixmap)
    painter.end()
    return wide


def _sharpest_scale() -> float:
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)

"""The device around a screen, rendered from its SVG as large as it is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap

from studio.domain.device_body import body_of
from studio.ui.viewer.frames.drawing import Tone, svg_of

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

    from studio.domain.devices import Device
    from studio.ui.theme import Theme
    from studio.viewmodels.frame import FrameState


class Shell:
    """Keeps the last device as it was drawn: where nothing moved it is only copied."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._drawing: tuple[object, QSvgRenderer] | None = None
        self._painted: tuple[object, QPixmap] | None = None

    def paint(self, painter: QPainter, state: FrameState, place: QRectF, *, room: QRect) -> None:
        """With its body there, in device pixels; only what is in the room is drawn."""
        part = place.toAlignedRect().intersected(room)
        if part.isEmpty():
            return
        svg = self._svg(state)
        key = (svg, place.getRect(), part.getRect())
        if self._painted is None or self._painted[0] != key:
            pixmap = QPixmap(part.size())
            pixmap.fill(Qt.GlobalColor.transparent)
            drawing = QPainter(pixmap)
            self._renderer(svg).render(drawing, place.translated(-part.x(), -part.y()))
            drawing.end()
            self._painted = (key, pixmap)
        painter.drawPixmap(part.topLeft(), self._painted[1])

    def cut_corners(self, painter: QPainter, screen: QRectF, radius: float) -> None:
        """What a picture paints in the screen's corners may stick out of the body."""
        if radius:
            whole, rounded = QPainterPath(), QPainterPath()
            whole.addRect(screen.adjusted(-1, -1, 1, 1))
            rounded.addRoundedRect(screen, radius, radius)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillPath(whole.subtracted(rounded), self._theme.colour("background"))

    def paint_safe(self, painter: QPainter, device: Device, screen: QRectF, *, scale: float) -> None:
        """What the system takes, under a veil with a line."""
        safe = device.safe
        line, veil = QColor(self._theme.colour("info")), QColor(self._theme.colour("info"))
        veil.setAlphaF(0.22)
        width, height = screen.width(), screen.height()
        left, top = safe.left * scale, safe.top * scale
        right, bottom = safe.right * scale, safe.bottom * scale
        x, y = screen.x(), screen.y()
        for size, taken, edge in (
            (top, QRectF(x, y, width, top), QRectF(x, y + top - 1, width, 1)),
            (bottom, QRectF(x, y + height - bottom, width, bottom), QRectF(x, y + height - bottom, width, 1)),
            (left, QRectF(x, y, left, height), QRectF(x + left - 1, y, 1, height)),
            (right, QRectF(x + width - right, y, right, height), QRectF(x + width - right, y, 1, height)),
        ):
            if size:
                painter.fillRect(taken, veil)
                painter.fillRect(edge, line)

    def _svg(self, state: FrameState) -> str:
        name = "device_light" if state.is_light else "device_dark"
        colours = self._theme.tokens.colours
        ink = colours.view_black if state.is_light else colours.view_white
        lights = (colours.label_red, colours.label_yellow, colours.label_green)
        body, edge = getattr(colours, name), getattr(colours, f"{name}_edge")
        tone = Tone(body, edge, ink, colours.view_black, lights)
        return svg_of(state.device, body_of(state.device), tone, turned=state.is_turned)

    def _renderer(self, svg: str) -> QSvgRenderer:
        from PySide6.QtSvg import QSvgRenderer

        if self._drawing is None or self._drawing[0] != svg:
            self._drawing = (svg, QSvgRenderer(QByteArray(svg.encode())))
        return self._drawing[1]

"""A ruler along an edge of the canvas: guides are dragged out of it, moved along it, and thrown back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPolygonF
from PySide6.QtWidgets import QWidget

from studio.domain.guides import Axis, Guide, places
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from studio.ui.theme import Theme
    from studio.ui.viewer.canvas import Canvas
    from studio.viewmodels.guides import GuidesViewModel

THICKNESS = 20
MARK = 5.0
REACH = 6.0
_STEPS = (1, 2, 5)
_LEAST_LABEL = 56.0


class Ruler(QWidget):
    """`axis` is that of the guides whose places it shows: vertical ones along the upper edge. A drag from
    anywhere else on it takes a new guide of the other axis out. `held` carries what is dragged, or None.
    """

    held = Signal(object)

    def __init__(self, theme: Theme, canvas: Canvas, guides: GuidesViewModel, axis: Axis) -> None:
        super().__init__()
        self._theme = theme
        self._canvas = canvas
        self._guides = guides
        self._axis = axis
        self._other = Axis.HORIZONTAL if axis is Axis.VERTICAL else Axis.VERTICAL
        self._dragged: Guide | None = None
        name = (
            translate("guides", "Ruler across")
            if axis is Axis.VERTICAL
            else translate("guides", "Ruler down")
        )
        self.setAccessibleName(name)
        self.setToolTip(translate("guides", "Drag a guide out of the ruler; drag its mark away to remove it"))
        if axis is Axis.VERTICAL:
            self.setFixedHeight(THICKNESS)
        else:
            self.setFixedWidth(THICKNESS)
        theme.changed.connect(self.update)

    # Dragging

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the guide whose mark lies there, or a new one."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        along = self._along(event.position())
        marks = places(self._guides.state.guides, self._axis)
        near = [at for at in marks if abs(self._shown(at) - along) <= REACH]
        self._dragged = Guide(self._axis, near[0]) if near else Guide(self._other, 0)
        if near:
            self._guides.remove(self._dragged)
        self._hold(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It follows the mouse."""
        if self._dragged is not None:
            self._hold(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It stays where it was let go; beside the picture it is gone."""
        guide, self._dragged = self._dragged, None
        if guide is None:
            return
        self.held.emit(None)
        place = self._guide_at(guide.axis, event)
        if place is not None:
            self._guides.add(place)

    def _hold(self, event: QMouseEvent) -> None:
        if self._dragged is not None:
            self.held.emit(self._guide_at(self._dragged.axis, event))

    def _guide_at(self, axis: Axis, event: QMouseEvent) -> Guide | None:
        """Along its own ruler it may be let go on that; a new one must be led off it."""
        point = self._canvas.mapFromGlobal(event.globalPosition())
        ratio = self.devicePixelRatioF()
        x, y = self._canvas.view.picture_point(point.x() * ratio, point.y() * ratio)
        at = round(x if axis is Axis.VERTICAL else y)
        on_ruler = self.rect().contains(event.position().toPoint())
        if on_ruler is not (axis is self._axis):
            return None
        return Guide(axis, at) if 0 <= at <= axis.length(self._guides.state.picture) else None

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ticks with numbers in pixels of the picture, and the marks of guides."""
        del event
        painter, theme = QPainter(self), self._theme
        painter.fillRect(self.rect(), theme.colour("panel"))
        painter.setFont(theme.font(size=theme.tokens.sizes.small - 2))
        self._paint_ticks(painter)
        line = theme.colour("line")
        down = self._axis is Axis.HORIZONTAL
        edge = (THICKNESS - 1, 0, 1, self.height()) if down else (0, THICKNESS - 1, self.width(), 1)
        painter.fillRect(*edge, line)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("info"))
        for at in places(self._guides.state.guides, self._axis):
            painter.drawPolygon(self._mark(self._shown(at)))

    def _paint_ticks(self, painter: QPainter) -> None:
        step = self._label_step()
        length = self._axis.length(self._guides.state.picture)
        span = self.height() if self._axis is Axis.HORIZONTAL else self.width()
        minor = step / 5
        for number in range(int(length / minor) + 1):
            along = self._shown(number * minor)
            if not -_LEAST_LABEL <= along <= span:
                continue
            is_major = number % 5 == 0
            self._paint_tick(painter, along, long=is_major)
            if is_major:
                self._paint_number(painter, along, round(number * minor))

    def _paint_tick(self, painter: QPainter, along: float, *, long: bool) -> None:
        size = 8 if long else 4
        colour = self._theme.colour("faint" if long else "line")
        place = QRectF(round(along), THICKNESS - 1 - size, 1, size)
        painter.fillRect(place if self._axis is Axis.VERTICAL else _across(place), colour)

    def _paint_number(self, painter: QPainter, along: float, number: int) -> None:
        painter.save()
        painter.setPen(self._theme.colour("muted"))
        if self._axis is Axis.VERTICAL:
            painter.translate(along + 3, 10)
        else:
            painter.translate(10, along + 3)
            painter.rotate(-90)
            painter.translate(-painter.fontMetrics().horizontalAdvance(str(number)), 0)
        painter.drawText(QPointF(0, 0), str(number))
        painter.restore()

    def _label_step(self) -> int:
        """Of 1, 2, 5, 10, 20 …: the first whose numbers have room."""
        scale, power = self._canvas.view.scale / self.devicePixelRatioF(), 1
        while True:
            for one in _STEPS:
                if one * power * scale >= _LEAST_LABEL:
                    return max(5, one * power)
            power *= 10

    def _along(self, point: QPointF) -> float:
        return point.x() if self._axis is Axis.VERTICAL else point.y()

    def _shown(self, at: float) -> float:
        """Where that pixel of the picture lies along the ruler."""
        view, ratio = self._canvas.view, self.devicePixelRatioF()
        left, top = view.origin
        return ((left if self._axis is Axis.VERTICAL else top) + at * view.scale) / ratio

    def _mark(self, along: float) -> QPolygonF:
        end, back = THICKNESS - 1.0, THICKNESS - 1 - 2 * MARK
        points = ((along - MARK, back), (along + MARK, back), (along, end))
        if self._axis is Axis.VERTICAL:
            return QPolygonF([QPointF(x, y) for x, y in points])
        return QPolygonF([QPointF(y, x) for x, y in points])


def _across(place: QRectF) -> QRectF:
    return QRectF(place.y(), place.x(), place.height(), place.width())

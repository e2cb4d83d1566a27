"""The region over the picture: boxed, painted, rubbed out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPen

from studio.domain.marks import Patch, PatchKind, Place
from studio.ui.kit import announce
from studio.ui.viewer.drawing.surface import DrawingSurface
from studio.ui.viewer.region.veil import Veil
from studio.viewmodels.drawing_words import region_line
from studio.viewmodels.markup_state import within
from studio.viewmodels.region_state import RegionTool, box
from studio.viewmodels.strokes import thinned

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from studio.ui.theme import Theme
    from studio.ui.viewer.canvas import Canvas
    from studio.viewmodels.region import RegionViewModel

LEAST_DRAG = 4.0
LEAST_STEP = 1.5
REST_MS = 60
_ALT = Qt.KeyboardModifier.AltModifier


class RegionSurface(DrawingSurface):
    """With Alt the tool does the opposite: takes away where it adds."""

    def __init__(self, theme: Theme, canvas: Canvas, region: RegionViewModel) -> None:
        super().__init__(canvas)
        self._theme = theme
        self._region = region
        self._veil = Veil(colour=theme.colour("veil"), edge=theme.colour("on_badge"))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._lay_out)
        self._from = QPointF()
        self._box: QRectF | None = None
        self._stroke: list[Place] = []
        self._erases = False
        self._painted: Patch | None = None
        self._cursor: QPointF | None = None
        region.state_changed.connect(self._follow)
        self._lay_out()
        self._follow()

    # Drawing

    def begin(self, point: QPointF, keys: Qt.KeyboardModifier) -> None:
        """A box, or a stroke of the brush."""
        if self._rest.isActive():
            self._lay_out()
        self._from = point
        self._erases = self._region.state.erases is not bool(keys & _ALT)
        if self._region.state.tool is RegionTool.BRUSH:
            self._stroke = [self.placing.place(point)]
            self._show_part((self._stroke[0],))

    def go_on(self, point: QPointF, keys: Qt.KeyboardModifier) -> None:
        """It follows the mouse."""
        if self._stroke:
            last = self._stroke[-1]
            if (self.placing.point(last) - point).manhattanLength() >= LEAST_STEP:
                place = self.placing.place(point)
                self._stroke.append(place)
                self._show_part((last, place))
        elif self._box or (point - self._from).manhattanLength() >= LEAST_DRAG:
            self._show_box(QRectF(self._from, point).normalized())

    def end(self) -> None:
        """It belongs to the region."""
        placing, boxed, stroke, erases = self.placing, self._box, self._stroke, self._erases
        self._box, self._stroke = None, []
        if boxed is not None:
            first, second = within(placing.place(boxed.topLeft())), within(placing.place(boxed.bottomRight()))
            self._region.add(box(first, second, erases=erases))
        elif stroke:
            width, height = placing.size.width() * placing.scale, placing.size.height() * placing.scale
            places = thinned(stroke, width=width, height=height)
            radius = self._region.state.radius
            self._painted = Patch(PatchKind.STROKE, places, radius=radius, erases=erases)
            self._region.add(self._painted)
            self._painted = None
        self.update()

    def give_up(self) -> None:
        """As it was."""
        self._box, self._stroke = None, []
        self._lay_out()

    def nudge(self, distance: QPointF) -> bool:
        """Move what was drawn last."""
        if not self._region.state.region.patches:
            return False
        self._region.nudge(*self.placing.shift(distance))
        return True

    def press_enter(self) -> None:
        """A box in the middle of what is seen."""
        middle, span = QPointF(self.rect().center()), QPointF(self.width() / 6, self.height() / 6)
        first, second = within(self.placing.place(middle - span)), within(self.placing.place(middle + span))
        self._region.add(box(first, second, erases=self._region.state.erases))

    def hover(self, point: QPointF | None) -> None:
        """The brush is seen where it would paint."""
        for place in (self._cursor, point):
            if place is not None:
                self.update(self._around_brush(place))
        self._cursor = point

    def shape_of_cursor(self) -> Qt.CursorShape:
        """The ring of the brush is its cursor, unless it is too small to be seen."""
        brushes = self._region.state.tool is RegionTool.BRUSH and self._brush > 3
        return Qt.CursorShape.BlankCursor if brushes else Qt.CursorShape.CrossCursor

    def _show_part(self, places: tuple[Place, ...]) -> None:
        radius = self._region.state.radius
        patch = Patch(PatchKind.STROKE, places, radius=radius, erases=self._erases)
        self.update(self._veil.add(patch))

    def _show_box(self, boxed: QRectF) -> None:
        old, self._box = self._box or boxed, boxed
        self.update(old.united(boxed).toAlignedRect().adjusted(-3, -3, 3, 3))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The veil is only copied."""
        painter = QPainter(self)
        if self._veil.lies_at(self.placing):
            self._veil.paint(painter, event.rect())
        else:
            self._veil.paint_roughly(painter, self.placing)
        if self._box is not None:
            _draw_twice(
                painter, self._theme, dashed=True, draw=lambda: painter.drawRect(self._box or QRectF())
            )
        if (
            self._cursor is not None
            and self._region.state.tool is RegionTool.BRUSH
            and not self.moves_picture
        ):
            at, radius = self._cursor, self._brush
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _draw_twice(
                painter, self._theme, dashed=False, draw=lambda: painter.drawEllipse(at, radius, radius)
            )

    def look_again(self) -> None:
        """Laying the veil out takes longer than zooming and moving should wait."""
        self._rest.start()

    @property
    def _brush(self) -> float:
        """Its radius in pixels of the widget."""
        size = self.placing.size
        return self._region.state.radius * max(size.width(), size.height()) * self.placing.scale

    def _around_brush(self, point: QPointF) -> QRect:
        radius = self._brush + 3
        return QRectF(point.x() - radius, point.y() - radius, 2 * radius, 2 * radius).toAlignedRect()

    def _lay_out(self) -> None:
        self._rest.stop()
        self._veil.lay_out(self.placing, self.size(), self._region.state.region)
        self.update()

    # Following

    def _follow(self) -> None:
        self.update(self._veil.show(self._region.state.region, painted=self._painted))
        self.dress()
        said = self.tr("Region: {words}").format(words=region_line(self._region.state).words)
        if said != self.accessibleName():
            self.setAccessibleName(said)
            announce(self, said)


def _draw_twice(painter: QPainter, theme: Theme, *, dashed: bool, draw: Callable[[], object]) -> None:
    """Dark and light: one of both is seen on any picture."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("badge"), 2.5))
    draw()
    style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
    painter.setPen(QPen(theme.colour("on_badge"), 1.25, style))
    draw()

"""A tree as it is drawn: only what is seen of it is painted, at the scale that it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame

from studio.ui.tree.card_painter import CardPainter
from studio.ui.tree.edge_painter import EdgePainter
from studio.ui.tree.geometry import CARD, Geometry
from studio.ui.tree.items import FRAME, TreeItems
from studio.ui.tree.minimap import MiniMap
from studio.ui.tree.overview import Overview
from studio.ui.viewer.zoom import NOTCH, View
from studio.viewmodels.tree_rows import NOWHERE
from studio.viewmodels.viewer_state import ZoomStep

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QItemSelection
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from studio.ui.theme import Theme
    from studio.viewmodels.thumbnails import Thumbnails
    from studio.viewmodels.tree_page import TreePageViewModel

READABLE = 0.72
"""A tree opens no smaller than this, about the version that is chosen; all of it is a key away."""


class TreeCanvas(TreeItems):
    """`view_changed` when it is zoomed."""

    view_changed = Signal()

    # Qt asks while it is being made.
    _following = False

    def __init__(
        self, theme: Theme, page: TreePageViewModel, thumbnails: Thumbnails, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._page = page
        self._thumbnails = thumbnails
        self._cards = CardPainter(theme, thumbnails)
        self._edges = EdgePainter(theme, self)
        self._overview = Overview(theme, self)
        self._hovered = -1
        self._root_id: str = ""
        self._mini_map = MiniMap(theme, self)
        self._resting: Callable[[], None] | None = self._settle
        self._path: list[int] = []
        self.setAccessibleName(self.tr("Tree"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoScroll(False)
        self.setMouseTracking(True)
        page.state_changed.connect(self._follow)
        page.zoom_asked.connect(self.take_step)
        thumbnails.arrived.connect(self._show_arrived)
        theme.changed.connect(self.viewport().update)
        self._follow()

    @property
    def shows_whole(self) -> bool:
        """Whether all of it is seen."""
        (width, height), room = self._geometry.size, self.viewport().size()
        return width <= room.width() and height <= room.height()

    # Zooming

    def zoom(self, scale: float, at: QPointF | None = None) -> None:
        """Draw it at this scale; what is under `at`, else in the middle, stays there."""
        self._resting = None
        self._set_scale(scale, at or QRectF(self.viewport().rect()).center())

    def _set_scale(self, scale: float, spot: QPointF) -> None:
        left, top = self._corner
        before = self._geometry.scale
        self._geometry = self._geometry.at_scale(scale)
        grown = self._geometry.scale / before
        self.updateGeometries()
        self._sideways.setValue(round((spot.x() - left) * grown - spot.x()))
        self._downwards.setValue(round((spot.y() - top) * grown - spot.y()))
        self.viewport().update()
        self.view_changed.emit()

    @property
    def view(self) -> View:
        """How large it is, in what room."""
        (width, height), room = self._geometry.at_scale(1.0).size, self.viewport().size()
        return View(width, height, room.width(), room.height(), scale=self._geometry.scale)

    def take_step(self, step: ZoomStep, at: QPointF | None = None) -> None:
        """Zoom as a key asks for it."""
        match step:
            case ZoomStep.IN:
                self.zoom(self._geometry.scale * NOTCH, at)
            case ZoomStep.OUT:
                self.zoom(self._geometry.scale / NOTCH, at)
            case ZoomStep.FIT:
                self.fit()
            case ZoomStep.WHOLE:
                self.zoom(1.0, QRectF(self.visualRect(self.currentIndex())).center())
                self.scrollTo(self.currentIndex(), self.ScrollHint.PositionAtCenter)
            case ZoomStep.TOGGLE:
                self.take_step(ZoomStep.FIT if self._geometry.scale == 1.0 else ZoomStep.WHOLE)

    def move_by(self, distance: QPointF) -> None:
        """Move the drawing by so much."""
        self._resting = None
        self.scroll_by(-distance.toPoint())

    def fit(self) -> None:
        """Show all of it, as long as nobody looks closer."""
        self._resting = self.fit
        room = self.viewport().size()
        self._set_scale(self._geometry.fit_scale(room.width(), room.height()), QPointF())

    def _settle(self) -> None:
        """As it opens: all of it where that can be read, else what is around the chosen version."""
        room = self.viewport().size()
        self._set_scale(max(self._geometry.fit_scale(room.width(), room.height()), READABLE), QPointF())
        self.scrollTo(self.currentIndex(), self.ScrollHint.PositionAtCenter)

    # Following

    def _follow(self) -> None:
        state = self._page.state
        if not state.is_open:
            return
        plan = state.plan
        before = self.visualRect(self.currentIndex())
        turned = state.direction is not self._geometry.direction
        moved = plan is not self.drawing or turned
        self._following = True
        self._rows.show(plan)
        self._rows.tell_linked(state.linked)
        self._place(Geometry.of(plan, state.direction, self._geometry.scale))
        row = plan.row(state.id)
        self.setCurrentIndex(NOWHERE if row is None else self._rows.index(row))
        self._following = False
        self._path = [] if row is None else plan.path(row)
        root = plan.nodes[0].id if plan.nodes else ""
        if root != self._root_id or turned:
            self._root_id = root
            self._resting = self._resting or self._settle
        if moved:
            self.updateGeometries()
            if self._resting:
                self._resting()
            elif not before.isNull():
                self.scroll_by(self.visualRect(self.currentIndex()).topLeft() - before.topLeft())
        self.scrollTo(self.currentIndex())
        self.viewport().update()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """By a click or by the arrow keys."""
        super().selectionChanged(selected, deselected)
        row = self.currentIndex().row()
        if not self._following and 0 <= row < len(self.drawing.nodes):
            self._page.choose(self.drawing.nodes[row].id)

    def showEvent(self, event: QShowEvent) -> None:
        """There is room now."""
        super().showEvent(event)
        if self._resting:
            self._resting()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What nobody has zoomed finds its place in the new room."""
        super().resizeEvent(event)
        if self._resting and self.isVisible():
            self._resting()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Edges first, then the words on them, then the cards."""
        painter = QPainter(self.viewport())
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        # Frames reach beyond the cards.
        area = QRectF(event.rect()).adjusted(-FRAME, -FRAME, FRAME, FRAME)
        if self._cards.has_pictures(CARD[0] * self._geometry.scale):
            self._paint_near(painter, area)
        else:
            self._paint_far(painter, area)

    def draw_all(self, painter: QPainter, corner: tuple[float, float], scale: float) -> None:
        """All of the tree from this corner on, as it is seen from afar."""
        self._overview.draw(painter, corner, scale)

    def _paint_far(self, painter: QPainter, area: QRectF) -> None:
        """All of it in a few strokes, and where the chosen version stands in it."""
        self.draw_all(painter, self._corner, self._geometry.scale)
        self._edges.stand_out(painter, area, self._path)
        current = self.currentIndex().row()
        if current >= 0:
            node, rect = self.drawing.nodes[current], self.node_rect(current)
            self._cards.paint(painter, node, rect, chosen=True, hovered=False)

    def _paint_near(self, painter: QPainter, area: QRectF) -> None:
        rows = list(self.rows_in(area))
        self._edges.paint(painter, area, self._path)
        if self._edges.has_words:
            for row in rows:
                self._edges.paint_words(painter, row)
        current = self.currentIndex().row()
        for row in rows:
            rect = self.node_rect(row)
            if rect.intersects(area):
                node = self.drawing.nodes[row]
                linked = self._page.state.linked.get(node.id, "")
                hovered = row == self._hovered
                self._cards.paint(painter, node, rect, chosen=row == current, hovered=hovered, linked=linked)
        self._aim()

    def _aim(self) -> None:
        """Bring the pictures that are seen."""
        width, scale = CARD[0] * self._geometry.scale, self.devicePixelRatioF()
        rows = self.rows_in(QRectF(self.viewport().rect()))
        wanted = (self._cards.wanted(self.drawing.nodes[row], width, scale) for row in rows)
        self._thumbnails.aim([one for one in wanted if one])

    def _show_arrived(self, keys: frozenset[str]) -> None:
        if any(self.drawing.row(key) is not None for key in keys):
            self.viewport().update()

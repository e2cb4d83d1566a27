"""The edges of a drawn tree: from each version a stem, along its children a bar, to each child a twig."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

from studio.ui.tree.edge_words import LINE, EdgeWords
from studio.ui.tree.geometry import ROOM_ACROSS, ROOM_DOWN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPainter

    from studio.ui.theme import Theme
    from studio.ui.tree.items import TreeItems

STEM = 16
ROUND = 10
AWAY = 8
"""How far words stay from cards and bars."""


class EdgePainter:
    """Paints what belongs to one version at a time, so that it costs as much as is seen."""

    def __init__(self, theme: Theme, view: TreeItems) -> None:
        self._theme = theme
        self._view = view
        self.words = EdgeWords(theme)

    def paint(self, painter: QPainter, area: QRectF, path: Iterable[int]) -> None:
        """All edges in this area; those along `path`, rows from a version up to its root, stand out."""
        view, plan = self._view, self._view.drawing
        low, high = view.places_in(area)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._pen("line"))
        twigs = QPainterPath()
        for depth in view.depths_in(area):
            for row in plan.forks(depth, low, high):
                painter.drawLines(self._stem(row, area))
            for row in plan.seen(depth, low, high):
                self._add_twig(twigs, row)
        painter.drawPath(twigs)
        self._stand_out(painter, area, path)

    def paint_words(self, painter: QPainter, row: int) -> None:
        """What was changed on the way to this version."""
        node = self._view.drawing.nodes[row]
        if node.version is None or node.parent < 0 or node.version.purged:
            return
        parent = self._view.drawing.nodes[node.parent].version
        room = self.room(row)
        if room.height() < LINE:
            return
        painter.setOpacity(0.5 if node.put_away else 1.0)
        self.words.draw(painter, parent, node.version, room, centred=not self._view.laid_out.grows_across)
        painter.setOpacity(1.0)

    def room(self, row: int) -> QRectF:
        """Where the words of the edge to this version stand."""
        geometry, card = self._view.laid_out, self._view.node_rect(row)
        if geometry.grows_across:
            length = (ROOM_ACROSS - STEM) * geometry.scale - 2 * AWAY
            left = card.left() - length - AWAY
            return QRectF(left, card.top(), length, card.height() / 2 - 3)
        height = (ROOM_DOWN - STEM) * geometry.scale - AWAY - 4
        return QRectF(card.left(), card.top() - height - 4, card.width(), height)

    def _pen(self, role: str) -> QPen:
        pen = QPen(self._theme.colour(role), 1.5)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen

    # Along and across: the same edges, whichever way the tree grows

    def _point(self, along: float, across: float) -> QPointF:
        return QPointF(along, across) if self._view.laid_out.grows_across else QPointF(across, along)

    def _start(self, row: int) -> tuple[float, float]:
        """Where the stem of this version begins."""
        card = self._view.node_rect(row)
        if self._view.laid_out.grows_across:
            return card.right(), card.center().y()
        return card.bottom(), card.center().x()

    def _end(self, row: int) -> tuple[float, float]:
        """Where the twig to this version ends."""
        card = self._view.node_rect(row)
        if self._view.laid_out.grows_across:
            return card.left(), card.center().y()
        return card.top(), card.center().x()

    def _bar(self, parent: int) -> float:
        return self._start(parent)[0] + STEM * self._view.laid_out.scale

    def _bend(self, parent: float, child: float) -> float:
        """How far round the corner is, with its sign: 0 for a straight edge."""
        most = min(ROUND * self._view.laid_out.scale, abs(child - parent))
        return most if child > parent else -most

    def _stem(self, row: int, area: QRectF) -> list[QLineF]:
        """From the version to the bar, and the bar as far as it is seen."""
        along, across = self._start(row)
        bar, children = self._bar(row), self._view.drawing.children(row)
        first, last = self._end(children[0])[1], self._end(children[-1])[1]
        grows_across = self._view.laid_out.grows_across
        low, high = (area.top(), area.bottom()) if grows_across else (area.left(), area.right())
        stem = QLineF(self._point(along, across), self._point(bar, across))
        begin = max(first - self._bend(across, first), low - 1)
        end = min(last - self._bend(across, last), high + 1)
        return [stem] if begin >= end else [stem, QLineF(self._point(bar, begin), self._point(bar, end))]

    def _add_twig(self, path: QPainterPath, row: int) -> None:
        parent = self._view.drawing.nodes[row].parent
        if parent < 0:
            return
        bar, across = self._bar(parent), self._start(parent)[1]
        end, place = self._end(row)
        bend = self._bend(across, place)
        path.moveTo(self._point(bar, place - bend))
        if bend:
            path.quadTo(self._point(bar, place), self._point(bar + abs(bend), place))
        path.lineTo(self._point(end, place))

    def _stand_out(self, painter: QPainter, area: QRectF, path: Iterable[int]) -> None:
        depths = self._view.depths_in(area)
        nodes = self._view.drawing.nodes
        way = QPainterPath()
        for row in path:
            parent = nodes[row].parent
            if parent < 0 or nodes[row].depth not in depths:
                continue
            along, across = self._start(parent)
            way.moveTo(self._point(along, across))
            way.lineTo(self._point(self._bar(parent), across))
            if self._bend(across, self._end(row)[1]):
                place = self._end(row)[1]
                way.lineTo(self._point(self._bar(parent), place - self._bend(across, place)))
            self._add_twig(way, row)
        painter.setPen(self._pen("muted"))
        painter.drawPath(way)

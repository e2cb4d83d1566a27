"""The edges of a drawn tree: from each version a stem, along its children a bar, to each child a twig."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

from studio.ui.tree.edge_words import LINE, NARROWEST, EdgeWords
from studio.ui.tree.geometry import CARD, ROOM_ACROSS, ROOM_DOWN
from studio.ui.tree.placeholder import STEPPED_BACK

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QPainter

    from studio.ui.theme import Theme
    from studio.ui.tree.items import TreeItems

STEM = 16
ROUND = 10
ROUND_FROM = 0.3
"""Below this scale nobody sees that corners are round."""

AWAY = 8
"""How far words stay from cards and bars."""


class EdgePainter:
    """Paints what belongs to one version at a time, so that it costs as much as is seen.

    It reckons along and across the tree, whichever way that grows.
    """

    def __init__(self, theme: Theme, view: TreeItems) -> None:
        self._theme = theme
        self._view = view
        self.words = EdgeWords(theme)

    def paint(self, painter: QPainter, area: QRectF, path: Iterable[int]) -> None:
        """All edges in this area; those along `path`, rows from a version up to its root, stand out."""
        view, plan = self._view, self._view.drawing
        low, high = view.places_in(area)
        lines: list[QLineF] = []
        curves = QPainterPath()
        for depth in view.depths_in(area):
            for row in plan.forks(depth, low, high):
                self._add_stem(lines, row, plan.children(row), area)
            for row in plan.seen(depth, low, high):
                self._add_twig(lines, curves, row)
        self._draw(painter, "line", lines, curves)
        self.stand_out(painter, area, path)

    def stand_out(self, painter: QPainter, area: QRectF, path: Iterable[int]) -> None:
        """Only the edges along `path`."""
        depths, nodes = self._view.depths_in(area), self._view.drawing.nodes
        lines: list[QLineF] = []
        curves = QPainterPath()
        for row in path:
            parent = nodes[row].parent
            if parent >= 0 and nodes[row].depth in depths:
                self._add_stem(lines, parent, (row,), area)
                self._add_twig(lines, curves, row)
        self._draw(painter, "muted", lines, curves)

    def _draw(self, painter: QPainter, role: str, lines: list[QLineF], curves: QPainterPath) -> None:
        pen = QPen(self._theme.colour(role), 1.5)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawLines(lines)
        if not curves.isEmpty():
            painter.drawPath(curves)

    # Along and across

    def _place(self, row: int) -> tuple[float, float]:
        """Where a version begins along the tree, and where its middle is across it."""
        (x, y), scale = self._view.spot(row), self._view.laid_out.scale
        if self._view.laid_out.grows_across:
            return x, y + CARD[1] * scale / 2
        return y, x + CARD[0] * scale / 2

    def _bar(self, parent: int) -> tuple[float, float, float]:
        """Where the stem of this version begins, where the bar of its children lies, and its middle."""
        begin, middle = self._place(parent)
        scale, length = self._view.laid_out.scale, CARD[0 if self._view.laid_out.grows_across else 1]
        return begin + length * scale, begin + (length + STEM) * scale, middle

    def _bend(self, parent: float, child: float) -> float:
        """How far round the corner is, with its sign: 0 for a straight edge."""
        scale = self._view.laid_out.scale
        most = min(ROUND * scale if scale >= ROUND_FROM else 0.0, abs(child - parent))
        return most if child > parent else -most

    def _line(self, along: float, across: float, to_along: float, to_across: float) -> QLineF:
        if self._view.laid_out.grows_across:
            return QLineF(along, across, to_along, to_across)
        return QLineF(across, along, to_across, to_along)

    def _point(self, along: float, across: float) -> QPointF:
        return QPointF(along, across) if self._view.laid_out.grows_across else QPointF(across, along)

    def _add_stem(self, lines: list[QLineF], row: int, children: Sequence[int], area: QRectF) -> None:
        """From the version to the bar, and the bar by these children as far as it is seen."""
        begin, bar, middle = self._bar(row)
        first, last = self._place(children[0])[1], self._place(children[-1])[1]
        grows_across = self._view.laid_out.grows_across
        low, high = (area.top(), area.bottom()) if grows_across else (area.left(), area.right())
        lines.append(self._line(begin, middle, bar, middle))
        start = max(min(first - self._bend(middle, first), middle), low - 1)
        end = min(max(last - self._bend(middle, last), middle), high + 1)
        if start < end:
            lines.append(self._line(bar, start, bar, end))

    def _add_twig(self, lines: list[QLineF], curves: QPainterPath, row: int) -> None:
        """From the bar round the corner to the version."""
        parent = self._view.drawing.nodes[row].parent
        if parent < 0:
            return
        _, bar, middle = self._bar(parent)
        end, place = self._place(row)
        bend = self._bend(middle, place)
        lines.append(self._line(bar + abs(bend), place, end, place))
        if bend:
            curves.moveTo(self._point(bar, place - bend))
            curves.quadTo(self._point(bar, place), self._point(bar + abs(bend), place))

    # Words

    @property
    def has_words(self) -> bool:
        """Whether there is room for any at this scale."""
        geometry = self._view.laid_out
        width, height = self._room(geometry.scale)
        return width >= NARROWEST and height >= LINE

    def paint_words(self, painter: QPainter, row: int) -> None:
        """What was changed on the way to this version."""
        node = self._view.drawing.nodes[row]
        if node.version is None or node.parent < 0 or node.version.purged:
            return
        parent = self._view.drawing.nodes[node.parent].version
        painter.setOpacity(STEPPED_BACK if node.put_away else 1.0)
        centred = not self._view.laid_out.grows_across
        self.words.draw(painter, parent, node.version, self.room(row), centred=centred)
        painter.setOpacity(1.0)

    def room(self, row: int) -> QRectF:
        """Where the words of the edge to this version stand."""
        geometry, card = self._view.laid_out, self._view.node_rect(row)
        width, height = self._room(geometry.scale)
        if geometry.grows_across:
            return QRectF(card.left() - width - AWAY, card.center().y() - height - 3, width, height)
        return QRectF(card.left(), card.top() - height - 4, width, height)

    def _room(self, scale: float) -> tuple[float, float]:
        if self._view.laid_out.grows_across:
            return (ROOM_ACROSS - STEM) * scale - 2 * AWAY, CARD[1] * scale / 2 - 3
        return CARD[0] * scale, (ROOM_DOWN - STEM) * scale - AWAY - 4

"""All of a tree as it is seen from afar, edges and colours: recorded once, then drawn at any scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPicture

from studio.ui.tree.edge_painter import STEM
from studio.ui.tree.geometry import CARD

if TYPE_CHECKING:
    from studio.ui.theme import Theme
    from studio.ui.tree.items import TreeItems
    from studio.viewmodels.tree_page import Direction
    from studio.viewmodels.tree_plan import TreePlan


class Overview:
    """Thousands of versions that are a few pixels large take too long one by one."""

    def __init__(self, theme: Theme, view: TreeItems) -> None:
        self._theme = theme
        self._view = view
        self._recorded: tuple[TreePlan, Direction] | None = None
        self._picture = QPicture()
        theme.changed.connect(self._forget)

    def _forget(self) -> None:
        self._recorded = None

    def draw(self, painter: QPainter, corner: tuple[float, float], scale: float) -> None:
        """Draw all of it from this corner on."""
        wanted = (self._view.drawing, self._view.laid_out.direction)
        if wanted != self._recorded:
            self._recorded = wanted
            self._picture = self._record()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.translate(*corner)
        painter.scale(scale, scale)
        painter.drawPicture(0, 0, self._picture)
        painter.restore()

    def _record(self) -> QPicture:
        plan = self._view.drawing
        picture = QPicture()
        painter = QPainter(picture)
        pen = QPen(self._theme.colour("line"), 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawLines([line for row in range(len(plan.nodes)) for line in self._edges(row)])
        painter.setPen(Qt.PenStyle.NoPen)
        for row, node in enumerate(plan.nodes):
            palette = node.version.palette if node.version else ()
            colour = QColor(palette[0]) if palette else self._theme.colour("raised")
            painter.fillRect(QRectF(*self._view.spot_at_full(row), *CARD), colour)
        painter.end()
        return picture

    def _edges(self, row: int) -> list[QLineF]:
        """From this version to the bar, along it, and from it to each child, at scale 1."""
        children = self._view.drawing.children(row)
        if not children:
            return []
        across = self._view.laid_out.grows_across
        length, half = (CARD[0], CARD[1] / 2) if across else (CARD[1], CARD[0] / 2)

        def place(one: int) -> tuple[float, float]:
            x, y = self._view.spot_at_full(one)
            return (x, y + half) if across else (y, x + half)

        def line(along: float, beside: float, to_along: float, to_beside: float) -> QLineF:
            if across:
                return QLineF(along, beside, to_along, to_beside)
            return QLineF(beside, along, to_beside, to_along)

        begin, middle = place(row)
        bar = begin + length + STEM
        ends = [place(child) for child in children]
        low, high = min(middle, ends[0][1]), max(middle, ends[-1][1])
        twigs = (line(bar, beside, end, beside) for end, beside in ends)
        return [line(begin + length, middle, bar, middle), line(bar, low, bar, high), *twigs]

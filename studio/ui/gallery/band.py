"""The rubber band: a rectangle drawn over the grid, which selects what it touches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QRect, Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from studio.ui.gallery.grid_view import GridView
    from studio.ui.theme import Theme

Flag = QItemSelectionModel.SelectionFlag


class Band:
    """Begins at a place of the content, which stays where it is while the view scrolls."""

    def __init__(self, view: GridView, theme: Theme, start: QPoint, *, keeps: bool) -> None:
        """`keeps` what was selected before."""
        self._view = view
        self._theme = theme
        self._start = start + QPoint(0, view.verticalOffset())
        self._before = QItemSelection(view.selectionModel().selection()) if keeps else QItemSelection()
        self._rect = QRect(self._start, self._start)

    def pull(self, to: QPoint) -> None:
        """Reach to this place of the window, and select."""
        end = to + QPoint(0, self._view.verticalOffset())
        self._rect = QRect(self._start, end).normalized()
        chosen = QItemSelection(self._before)
        model = self._view.model()
        for first, last in self._runs():
            chosen.select(model.index(first, 0), model.index(last, 0))
        self._view.selectionModel().select(chosen, Flag.ClearAndSelect)
        self._view.viewport().update()

    def _runs(self) -> list[tuple[int, int]]:
        """Line by line: each has one run of tiles that it touches."""
        grid, rect = self._view.grid, self._rect
        rows = grid.rows_between(rect.top(), rect.bottom())
        runs: list[tuple[int, int]] = []
        row = rows.start
        while row < rows.stop:
            line = grid.line(row)
            touched = [one for one in line if grid.rect(one).intersects(rect)]
            if touched:
                runs.append((touched[0], touched[-1]))
            row = line.stop
        return runs

    def paint(self, painter: QPainter) -> None:
        """Over the tiles, in the colour of what is selected."""
        place = self._rect.translated(0, -self._view.verticalOffset())
        line = self._theme.colour("accent")
        fill = self._theme.colour("accent")
        fill.setAlpha(28)
        painter.setPen(line)
        painter.setBrush(fill)
        painter.setRenderHint(painter.RenderHint.Antialiasing, on=False)
        painter.drawRect(place.adjusted(0, 0, -1, -1))
        painter.setBrush(Qt.BrushStyle.NoBrush)

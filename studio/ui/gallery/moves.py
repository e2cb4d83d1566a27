"""Where the keyboard leads in the grid: by what is seen, not by what is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemView

if TYPE_CHECKING:
    from studio.ui.gallery.grid import Grid

Move = QAbstractItemView.CursorAction
_SIDEWAYS = {Move.MoveLeft: -1, Move.MovePrevious: -1, Move.MoveRight: 1, Move.MoveNext: 1}


def moved(grid: Grid, row: int, action: QAbstractItemView.CursorAction, *, lines: int) -> int:
    """The row where this leads from `row`; a page has so many `lines`."""
    last = grid.cards + grid.versions - 1
    if action in _SIDEWAYS:
        return min(max(row + _SIDEWAYS[action], 0), last)
    match action:
        case Move.MoveHome:
            return 0
        case Move.MoveEnd:
            return last
        case Move.MoveUp:
            return _over(grid, row, -1)
        case Move.MovePageUp:
            return _over(grid, row, -lines)
        case Move.MoveDown:
            return _over(grid, row, 1)
        case _:
            return _over(grid, row, lines)


def _over(grid: Grid, row: int, lines: int) -> int:
    """The row in the same column so many lines further down, or up; the nearest where that line is shorter.

    A page that reaches beyond the end leads to the end; a single line stays where it is.
    """
    line, column, last = grid.line(row), grid.column(row), grid.cards + grid.versions - 1
    for _ in range(abs(lines)):
        if lines < 0 and line.start == 0:
            return row if lines == -1 else 0
        if lines > 0 and line.stop > last:
            return row if lines == 1 else last
        line = grid.line(line.start - 1 if lines < 0 else line.stop)
    return min(line, key=lambda other: abs(grid.column(other) - column))

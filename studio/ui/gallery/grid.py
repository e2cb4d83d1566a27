"""Where each item of the gallery stands: arithmetic, so that 100,000 cost as little as ten."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect

GAP = 10
SIDE = 16
TOP = 4
BOTTOM = 24


@dataclass(frozen=True, slots=True)
class Grid:
    """Cards of jobs fill whole rows of their own; versions follow, after `lead` empty cells.

    `width` is the room from edge to edge, `wanted` the tile's edge that the person chose; both in px. Rows
    are the model's rows; places are in the content's coordinates, before scrolling.
    """

    width: int
    wanted: int
    cards: int
    versions: int
    lead: int = 0

    @property
    def columns(self) -> int:
        """As many as come closest to the wanted edge."""
        return max(1, round((self.width - 2 * SIDE + GAP) / (self.wanted + GAP)))

    @property
    def edge(self) -> int:
        """The tile's real edge: tiles are square and fill the width."""
        return max(1, (self.width - 2 * SIDE - GAP * (self.columns - 1)) // self.columns)

    @property
    def step(self) -> int:
        """From one line of tiles to the next."""
        return self.edge + GAP

    @property
    def height(self) -> int:
        """Of the whole content."""
        return TOP + self.step * (self._card_lines + self._version_lines) - GAP + BOTTOM

    @property
    def _card_lines(self) -> int:
        return -(-self.cards // self.columns)

    @property
    def _version_lines(self) -> int:
        return -(-(self.lead + self.versions) // self.columns) if self.versions else 0

    def column(self, row: int) -> int:
        """The column of this row's tile, from 0."""
        return self._cell(row) % self.columns

    def rect(self, row: int) -> QRect:
        """The tile of this row."""
        line, column = divmod(self._cell(row), self.columns)
        # Spread what doesn't divide over the columns, so that the last tile ends at the edge.
        spare = self.width - 2 * SIDE - GAP * (self.columns - 1) - self.edge * self.columns
        left = SIDE + column * (self.edge + GAP) + column * spare // max(1, self.columns - 1)
        return QRect(left, TOP + line * self.step, self.edge, self.edge)

    def row_at(self, x: int, y: int) -> int | None:
        """The row whose tile lies under this point."""
        line = (y - TOP) // self.step
        for row in self.rows_between(TOP + line * self.step, TOP + line * self.step):
            if self.rect(row).contains(x, y):
                return row
        return None

    def rows_between(self, top: int, bottom: int) -> range:
        """The rows with a tile between these heights, in part or whole."""
        first_line = max(0, (top - TOP) // self.step)
        last_line = max(0, (bottom - TOP) // self.step)
        return range(self._row(first_line * self.columns), self._row((last_line + 1) * self.columns))

    def _cell(self, row: int) -> int:
        """Its number when every cell is counted, the empty ones too."""
        if row < self.cards:
            return row
        return self._card_lines * self.columns + self.lead + row - self.cards

    def _row(self, cell: int) -> int:
        """The first row that stands in this cell or after it."""
        versions_from = self._card_lines * self.columns
        if cell < versions_from:
            return min(cell, self.cards)
        return min(self.cards + max(0, cell - versions_from - self.lead), self.cards + self.versions)

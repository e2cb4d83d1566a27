"""Pictures of any size and ratio laid over each other: pure arithmetic, without Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studio.ui.viewer.zoom import View

NO_OFFSET = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Frame:
    """What holds them all, in pixels of the largest: each is scaled until its longer side is `longest`, and
    stands in the middle.
    """

    width: int
    height: int
    longest: int

    def share(self, width: int, height: int) -> float:
        """How many of the frame's pixels one pixel of a picture of this size is wide."""
        return self.longest / max(width, height)

    def place(
        self, width: int, height: int, offset: tuple[float, float] = NO_OFFSET
    ) -> tuple[float, float, float]:
        """Where a picture of this size lies, in the frame's pixels: left, top, and its share; moved by
        `offset` from its usual place.
        """
        share = self.share(width, height)
        left, top = (self.width - width * share) / 2, (self.height - height * share) / 2
        return left + offset[0], top + offset[1], share

    def view_of(self, view: View, width: int, height: int, offset: tuple[float, float] = NO_OFFSET) -> View:
        """How a picture of this size is seen where the frame is seen like this."""
        left, top, share = self.place(width, height, offset)
        return replace(
            view,
            width=width,
            height=height,
            scale=view.scale * share,
            x=(view.x - left) / share,
            y=(view.y - top) / share,
            fits=False,
        )


def frame_of(sizes: Iterable[tuple[int, int]]) -> Frame:
    """The frame of pictures of these sizes; at least one."""
    known = tuple(sizes)
    longest = max(max(width, height) for width, height in known)
    across = max(round(width * longest / max(width, height)) for width, height in known)
    down = max(round(height * longest / max(width, height)) for width, height in known)
    return Frame(across, down, longest)


@dataclass(frozen=True, slots=True)
class Cells:
    """So many columns and rows of cells of one size, `gap` between them."""

    columns: int
    rows: int
    width: int
    height: int
    gap: int

    def corner(self, number: int) -> tuple[int, int]:
        """Where the cell of this number begins, counted from 0, line by line."""
        row, column = divmod(number, self.columns)
        return column * (self.width + self.gap), row * (self.height + self.gap)


def cells_for(count: int, *, width: int, height: int, frame: Frame, gap: int) -> Cells:
    """The cells in which `count` pictures of this frame are seen as large as may be in so much room; of
    several such, those with the fewest left empty.
    """

    def cells(columns: int) -> Cells:
        rows = -(-count // columns)
        across = max(1, (width - gap * (columns - 1)) // columns)
        down = max(1, (height - gap * (rows - 1)) // rows)
        return Cells(columns, rows, across, down, gap)

    def worth(made: Cells) -> tuple[float, int]:
        scale = min(made.width / frame.width, made.height / frame.height)
        return scale, -made.columns * made.rows

    return max((cells(columns) for columns in range(1, count + 1)), key=worth)

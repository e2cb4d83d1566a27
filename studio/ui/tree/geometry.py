"""Where the drawing of a tree lies, in pixels at some scale: pure arithmetic, without Qt.

Cards grow and shrink with the scale; words don't, there is only more or less room for them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from studio.viewmodels.tree_page import Direction

if TYPE_CHECKING:
    from studio.viewmodels.tree_plan import TreePlan

CARD = (168, 140)
"""Of a version at scale 1: its picture, and two lines of words."""

ROOM_ACROSS = 196
"""Between a version and those that continue it, where the tree grows to the right; words stand there."""
ROOM_DOWN = 96
BETWEEN = 24
"""Between neighbours."""

MARGIN = 32
SMALLEST, LARGEST = 0.02, 3.0
FOLD = 30
"""How high a folded place is, at most."""


@dataclass(frozen=True, slots=True)
class Geometry:
    """A tree of this depth and breadth (in steps between neighbours) at this scale."""

    depth: int = 0
    breadth: float = 0.0
    direction: Direction = Direction.ACROSS
    scale: float = 1.0

    @classmethod
    def of(cls, plan: TreePlan, direction: Direction, scale: float) -> Geometry:
        """Of this drawing."""
        return cls(plan.depth, plan.breadth, direction, scale)

    @property
    def grows_across(self) -> bool:
        """Whether it grows from left to right."""
        return self.direction is Direction.ACROSS

    @property
    def along_step(self) -> float:
        """From a version to those that continue it."""
        if self.grows_across:
            return (CARD[0] + ROOM_ACROSS) * self.scale
        return (CARD[1] + ROOM_DOWN) * self.scale

    @property
    def across_step(self) -> float:
        """From a version to its neighbour."""
        return (CARD[1 if self.grows_across else 0] + BETWEEN) * self.scale

    @property
    def size(self) -> tuple[int, int]:
        """How large all of it is, with room around it."""
        along = self.depth * self.along_step
        across = self.breadth * self.across_step
        width, height = (along, across) if self.grows_across else (across, along)
        around = 2 * MARGIN * self.scale
        return (
            math.ceil(width + CARD[0] * self.scale + around),
            math.ceil(height + CARD[1] * self.scale + around),
        )

    def spot(self, depth: int, across: float) -> tuple[float, float]:
        """Where the top left corner of a version lies at scale 1, whatever the scale is now."""
        along_step = CARD[0] + ROOM_ACROSS if self.grows_across else CARD[1] + ROOM_DOWN
        across_step = CARD[1 if self.grows_across else 0] + BETWEEN
        along, beside = MARGIN + depth * along_step, MARGIN + across * across_step
        return (along, beside) if self.grows_across else (beside, along)

    def depths(self, low: float, high: float) -> range:
        """How deep stands what is seen between these pixels along the tree, or has an edge there."""
        length, room = (CARD[0], ROOM_ACROSS) if self.grows_across else (CARD[1], ROOM_DOWN)
        edge = MARGIN * self.scale
        first = math.floor((low - edge - (length + room) * self.scale) / self.along_step)
        last = math.floor((high - edge + room * self.scale) / self.along_step)
        return range(max(0, first), min(self.depth, last) + 1)

    def places(self, low: float, high: float) -> tuple[float, float]:
        """Between which places across the tree stands what is seen between these pixels."""
        length = CARD[1 if self.grows_across else 0] * self.scale
        edge = MARGIN * self.scale
        return (low - edge - length) / self.across_step, (high - edge) / self.across_step

    def fit_scale(self, width: int, height: int) -> float:
        """The largest scale up to 1 at which all of it is seen in this room."""
        whole = replace(self, scale=1.0).size
        # Less than a pixel is left over: sizes are rounded up.
        return min(1.0, max(SMALLEST, min((width - 1) / whole[0], (height - 1) / whole[1])))

    def at_scale(self, scale: float) -> Geometry:
        """The same, larger or smaller as far as it may be."""
        return replace(self, scale=min(max(scale, SMALLEST), LARGEST))

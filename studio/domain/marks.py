"""What is drawn on a picture: marks that tell the model what to change, and the region that may change.

Places are fractions of the picture's width and height, 0 to 1 from the top left, so that they hold at any
size; thicknesses are fractions of its longer side.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from studio.domain.reference import Reference

Place = tuple[float, float]

MARK_COLOURS = ("#ff2bd6", "#00e5ff", "#39ff14", "#ffffff", "#000000")
"""Such as no picture is likely to hold beside a mark; the first is the usual one."""


class MarkKind(StrEnum):
    """How a mark's places are read."""

    ARROW = "arrow"
    """From the first place to the second, where its head is."""
    BOX = "box"
    """Between two opposite corners."""
    FREEHAND = "freehand"
    """A line through all places."""
    TEXT = "text"
    """`text`, its top left at the only place; `thickness` is the height of its letters."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that was drawn."""

    kind: MarkKind
    places: tuple[Place, ...]
    colour: str = MARK_COLOURS[0]
    thickness: float = 0.006
    text: str = ""


@dataclass(frozen=True, slots=True)
class Markup:
    """The marks on a recipe's parent. `picture` is the parent with the marks painted on, as it is sent."""

    marks: tuple[Mark, ...]
    picture: Reference


class PatchKind(StrEnum):
    """How a patch's places are read."""

    BOX = "box"
    """Between two opposite corners."""
    STROKE = "stroke"
    """A brush led through all places, `radius` wide to each side."""


@dataclass(frozen=True, slots=True)
class Patch:
    """A part of a region, added to what is there, or taken away from it."""

    kind: PatchKind
    places: tuple[Place, ...]
    radius: float = 0.0
    erases: bool = False


@dataclass(frozen=True, slots=True)
class Region:
    """Where alone the recipe's parent may change. `feather` is how far its edge is blended outwards."""

    patches: tuple[Patch, ...]
    feather: float = 0.01


POOR_FIT = 0.7
"""Below this an answer shows another picture than its parent, or in other colours: a seam would be seen."""


@dataclass(frozen=True, slots=True)
class Composite:
    """How a version was put together on this machine: of its parent and, in the region, of another version.

    `answer` is that version's id. Its place (x, y) lies at (scale * x + dx, scale * stretch * y + dy) of the
    parent, in pixels of each; `fit` tells how well the two then agree outside the region, 0 to 1.
    """

    answer: str
    dx: float
    dy: float
    scale: float
    fit: float
    stretch: float = 1.0

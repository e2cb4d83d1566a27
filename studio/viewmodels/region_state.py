"""The region of a version that may change and what is done to it: values and pure functions."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from studio.domain.marks import Patch, PatchKind, Region
from studio.viewmodels.markup_state import Use
from studio.viewmodels.steps import Steps

LEAST_RADIUS, MOST_RADIUS = 0.002, 0.15
"""Of the brush, as a fraction of the picture's longer side."""
RADIUS_STEP = 1.25

MOST_FEATHER = 0.05


class RegionTool(StrEnum):
    """What the mouse does on the picture."""

    BOX = "box"
    BRUSH = "brush"


def _no_steps() -> Steps[Region]:
    return Steps(Region(()))


@dataclass(frozen=True, slots=True)
class RegionState:
    """`id` is the version's, empty while none is drawn on; `ready` when what is drawn on it is known.

    `erases` when the tool takes away; `radius` is the brush's. `is_rubbed_out` when it was found that no
    pixel is left of what was added.
    """

    id: str = ""
    ready: bool = False
    steps: Steps[Region] = field(default_factory=_no_steps)
    tool: RegionTool = RegionTool.BOX
    erases: bool = False
    radius: float = 0.025
    use: Use = Use.NOT_USED
    is_rubbed_out: bool = False

    @property
    def region(self) -> Region:
        """What may change."""
        return self.steps.now

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever added. What was may have been taken away again by hand."""
        return all(patch.erases for patch in self.region.patches)


def patching(state: RegionState, patch: Patch) -> RegionState:
    """Add this to the region, or take it away."""
    if patch.erases and state.is_empty:
        return state
    patches = (*state.region.patches, patch)
    return replace(state, steps=state.steps.taken(replace(state.region, patches=patches)))


def clearing(state: RegionState) -> RegionState:
    """Nothing may change; the feather stays."""
    return replace(state, steps=state.steps.taken(replace(state.region, patches=())))


def feathering(state: RegionState, feather: float) -> RegionState:
    """Blend the edge so far outwards; changes in a row are one step."""
    feather = min(max(feather, 0.0), MOST_FEATHER)
    return replace(state, steps=state.steps.taken(replace(state.region, feather=feather), same="feather"))


def nudging(state: RegionState, dx: float, dy: float) -> RegionState:
    """Move what was drawn last; nudges in a row are one step."""
    if not state.region.patches:
        return state
    *before, last = state.region.patches
    patch = replace(last, places=tuple((x + dx, y + dy) for x, y in last.places))
    patches = (*before, patch)
    step = f"nudge {len(patches)}"
    return replace(state, steps=state.steps.taken(replace(state.region, patches=patches), same=step))


def sizing(state: RegionState, by: int) -> RegionState:
    """Make the brush so many steps larger, or smaller."""
    radius = state.radius * RADIUS_STEP**by
    return replace(state, radius=min(max(radius, LEAST_RADIUS), MOST_RADIUS))


def box(first: tuple[float, float], second: tuple[float, float], *, erases: bool) -> Patch:
    """A patch between two corners."""
    return Patch(PatchKind.BOX, (first, second), erases=erases)


def undoing(state: RegionState) -> RegionState:
    """One step back."""
    return replace(state, steps=state.steps.undone())


def redoing(state: RegionState) -> RegionState:
    """The step that was undone last once more."""
    return replace(state, steps=state.steps.redone())

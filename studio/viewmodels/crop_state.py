"""The crop of a version and what is done to it: values and pure functions."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from studio.domain.crop import FREE, Cut, Lock, held, whole
from studio.domain.geometry import PixelSize
from studio.viewmodels.steps import Steps

if TYPE_CHECKING:
    from studio.domain.export_sizes import Box

NOTHING = PixelSize(1, 1)


def beginning(picture: PixelSize) -> Steps[Cut]:
    """Nothing is cut off."""
    return Steps(Cut(whole(picture)))


@dataclass(frozen=True, slots=True)
class CropState:
    """`id` is the version's, empty while none is cropped; `picture` its size in pixels."""

    id: str = ""
    picture: PixelSize = NOTHING
    steps: Steps[Cut] = field(default_factory=lambda: beginning(NOTHING))

    @property
    def cut(self) -> Cut:
        """The crop now."""
        return self.steps.now

    @property
    def box(self) -> Box:
        """The part of the picture."""
        return self.cut.box

    @property
    def lock(self) -> Lock:
        """What it is held to."""
        return self.cut.lock

    @property
    def is_whole(self) -> bool:
        """Whether nothing is cut off, and the file gets the pixels there are."""
        return self.cut.size == self.picture and self.box == whole(self.picture)


def cutting(state: CropState, box: Box, *, same: str = "") -> CropState:
    """Crop to this; changes in a row with one name `same` are one step."""
    return replace(state, steps=state.steps.taken(replace(state.cut, box=box), same=same))


def locking(state: CropState, lock: Lock) -> CropState:
    """Hold it to this from now on."""
    box = held(state.picture, lock, state.box)
    return replace(state, steps=state.steps.taken(Cut(box, lock)))


def clearing(state: CropState) -> CropState:
    """All of the picture again, held to nothing."""
    return replace(state, steps=state.steps.taken(Cut(whole(state.picture), FREE)))

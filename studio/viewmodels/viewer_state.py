"""What the viewer shows, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from studio.domain.version import Branch, Version
from studio.viewmodels.full_picture import Trouble

INTERVALS = (2, 4, 8, 15)
"""Seconds that a picture of a slideshow stands."""


class Background(StrEnum):
    """What lies behind and around the picture."""

    WINDOW = "window"
    BLACK = "black"
    GREY = "grey"
    WHITE = "white"
    CHECKERBOARD = "checkerboard"


class ViewerMode(StrEnum):
    """What is done with the picture that is shown."""

    LOOK = "look"
    COMPARE = "compare"
    DIFFERENCE = "difference"
    MARK_UP = "mark up"
    REGION = "region"
    CROP = "crop"
    FRAME = "frame"


class ZoomStep(Enum):
    """What a key asks for."""

    IN = auto()
    OUT = auto()
    FIT = auto()
    WHOLE = auto()
    TOGGLE = auto()


@dataclass(frozen=True, slots=True)
class ViewerState:
    """`id` is set before `version` is known. `position` counts from 1, and is 0 where there is no way.

    `is_sharp` when the whole picture is there, `waits` when it takes long to come; `trouble` is why it can't.
    `is_replaced` when the file isn't the one that was saved.
    """

    is_open: bool = False
    id: str = ""
    version: Version | None = None
    position: int = 0
    count: int = 0
    branches: tuple[Branch, ...] = ()
    is_sharp: bool = False
    waits: bool = False
    trouble: Trouble | None = None
    is_replaced: bool = False

    @property
    def can_compare(self) -> bool:
        """Whether there is a picture beside this one that it may be held against."""
        return self.count > 1 or (self.version is not None and self.version.recipe.parent is not None)


@dataclass(frozen=True, slots=True)
class LookState:
    """How pictures are shown. `turned` is in quarters to the right; `is_alone` with nothing beside it on the
    screen; `has_window` also in a window of its own; `plays` while a slideshow runs, `interval` in seconds.
    `mode` holds in the window alone: the second one is for looking.
    """

    mode: ViewerMode = ViewerMode.LOOK
    background: Background = Background.WINDOW
    turned: int = 0
    shows_info: bool = False
    picks_colour: bool = False
    is_alone: bool = False
    has_window: bool = False
    plays: bool = False
    interval: int = 4
    is_random: bool = False

"""Device frames as actions: their words, and their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.guides import SCALES
from studio.viewmodels.actions import AT_FRAME, AT_MODES, Action
from studio.viewmodels.viewer_state import ViewerMode
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.viewmodels.frame import FrameViewModel
    from studio.viewmodels.viewer import ViewerViewModel

FRAME, TURN, FILL, TONE, SAFE, CROP_TO, NEXT = (
    "frame",
    "frame-turn",
    "frame-fill",
    "frame-tone",
    "frame-safe",
    "frame-crop",
    "frame-next",
)


def scale_id(scale: int) -> str:
    """Of the action that shows so many of the screen's pixels for a point."""
    return f"frame-scale-{scale}"


def frame_actions(viewer: ViewerViewModel, frame: FrameViewModel) -> tuple[Action, ...]:
    """Every one of them, as lists show them."""
    category = translate("actions", "Device frame")

    def is_on() -> bool:
        return viewer.state.is_open and viewer.look.state.mode is ViewerMode.FRAME

    def toggle() -> None:
        viewer.look.set_mode(ViewerMode.LOOK if is_on() else ViewerMode.FRAME)

    def can() -> bool:
        return viewer.state.is_open

    def add(id_: str, title: str, act: Callable[[], object], *keys: str, icon: str = "") -> Action:
        return Action(id_, title, category, act, keys, AT_FRAME, is_on, icon=icon)

    def at_scale(scale: int) -> Action:
        title = translate("actions", "Real size at @{scale}x").format(scale=scale)
        return add(scale_id(scale), title, lambda: frame.show_at(scale), f"Shift+{scale}")

    title = translate("actions", "Show on a device")
    return (
        Action(FRAME, title, category, toggle, ("Shift+D",), AT_MODES, can, icon="smartphone"),
        add(NEXT, translate("actions", "Next device"), frame.next_device, "V", icon="chevron-right"),
        add(TURN, translate("actions", "Turn the device"), frame.turn, "R", icon="rotate-cw"),
        add(
            FILL,
            translate("actions", "Fill the screen, or fit into it"),
            lambda: frame.fill(fills=not frame.state.fills),
            "A",
        ),
        add(
            TONE,
            translate("actions", "Light frame, or dark"),
            lambda: frame.lighten(is_light=not frame.state.is_light),
            "L",
            icon="contrast",
        ),
        add(
            SAFE,
            translate("actions", "Show the safe area"),
            lambda: frame.show_safe(shows=not frame.state.shows_safe),
            "Y",
        ),
        *map(at_scale, SCALES),
        add(CROP_TO, translate("actions", "Crop to the device’s size"), frame.crop, "Shift+X", icon="crop"),
    )

"""Cropping as actions: their words, and their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.viewmodels.actions import AT_CROP, AT_MODES, Action
from studio.viewmodels.crop_words import ORIGINAL, RATIOS, lock_of, offered_locks
from studio.viewmodels.viewer_state import ViewerMode
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.viewmodels.crop import CropViewModel
    from studio.viewmodels.viewer import ViewerViewModel

CROP, TURN, COPY, EXPORT, AROUND, CLEAR = (
    "crop",
    "crop-turn",
    "crop-copy",
    "crop-export",
    "crop-around",
    "crop-clear",
)
_KEYS = dict(zip((*(f"{width}:{height}" for width, height in RATIOS),), "12345", strict=True))


def crop_actions(viewer: ViewerViewModel, crop: CropViewModel) -> tuple[Action, ...]:
    """Every one of them, as lists show them."""
    category = translate("actions", "Crop")

    def is_on() -> bool:
        return viewer.state.is_open and viewer.look.state.mode is ViewerMode.CROP

    def toggle() -> None:
        viewer.look.set_mode(ViewerMode.LOOK if is_on() else ViewerMode.CROP)

    def add(id_: str, title: str, act: Callable[[], object], *keys: str, icon: str = "") -> Action:
        return Action(id_, title, category, act, keys, AT_CROP, is_on, icon=icon)

    def lock(id_: str, words: str) -> Action:
        title = translate("actions", "Crop ratio: {ratio}").format(ratio=words)
        keys = (_KEYS[id_],) if id_ in _KEYS else ()
        hold = crop.lock_original if id_ == ORIGINAL else lambda: crop.lock(lock_of(id_))
        return add(f"crop-ratio-{id_}", title, hold, *keys)

    def can() -> bool:
        return viewer.state.is_open

    return (
        Action(
            CROP, translate("actions", "Crop"), category, toggle, ("Shift+C",), AT_MODES, can, icon="crop"
        ),
        *(lock(*one) for one in offered_locks()),
        add(TURN, translate("actions", "Turn the crop"), crop.turn, "R", icon="rotate-cw"),
        add(COPY, translate("actions", "Copy crop"), crop.copy, "Ctrl+C", icon="copy"),
        add(EXPORT, translate("actions", "Export crop…"), crop.export, "E", icon="upload"),
        add(AROUND, translate("actions", "Export, filled around the crop…"), crop.export_around, "Shift+E"),
        add(CLEAR, translate("actions", "Take the crop away"), crop.clear, "Delete", icon="trash-2"),
    )

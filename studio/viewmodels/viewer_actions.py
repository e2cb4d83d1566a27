"""What can be done in the viewer as actions: their words, and their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.viewmodels.actions import AT_LARGE, AT_PICTURES, AT_VIEWER, AT_ZOOM, Action, Place
from studio.viewmodels.viewer_state import ViewerMode, ZoomStep
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.viewmodels.viewer import ViewerViewModel

MODE_PLACES = {
    ViewerMode.LOOK: Place.VIEWER,
    ViewerMode.COMPARE: Place.COMPARE,
    ViewerMode.DIFFERENCE: Place.COMPARE,
    ViewerMode.MARK_UP: Place.DRAWING,
    ViewerMode.REGION: Place.DRAWING,
    ViewerMode.CROP: Place.CROP,
    ViewerMode.FRAME: Place.FRAME,
}
"""Whose keys hold while the viewer does this."""

INFO, PICKER, TURN, BACKGROUND = "viewer-info", "viewer-colour", "viewer-turn", "viewer-background"
PLAY, ALONE, WINDOW = "viewer-play", "viewer-alone", "viewer-window"


class _Making:
    def __init__(self, viewer: ViewerViewModel) -> None:
        self._viewer = viewer
        self._category = translate("actions", "Viewer")

    def __call__(
        self,
        id_: str,
        title: str,
        act: Callable[[], object],
        *keys: str,
        icon: str = "",
        repeats: bool = False,
        now: Callable[[], str] | None = None,
        places: frozenset[Place] = AT_VIEWER,
    ) -> Action:
        return Action(
            id=id_,
            title=title,
            category=self._category,
            act=act,
            keys=keys,
            places=places,
            enabled=lambda: self._viewer.is_looking,
            repeats=repeats,
            icon=icon,
            now=now,
        )


def viewer_actions(viewer: ViewerViewModel) -> tuple[Action, ...]:
    """Every one of them, as lists show them."""
    make = _Making(viewer)
    return (*_ways(make, viewer), *_zooming(make, viewer), *_looks(make, viewer), *_places(make, viewer))


def _ways(make: _Making, viewer: ViewerViewModel) -> tuple[Action, ...]:
    return (
        make(
            "viewer-next",
            translate("actions", "Next picture"),
            viewer.next,
            "PgDown",
            icon="chevron-right",
            repeats=True,
        ),
        make(
            "viewer-previous",
            translate("actions", "Previous picture"),
            viewer.previous,
            "PgUp",
            icon="chevron-left",
            repeats=True,
        ),
    )


def _zooming(make: _Making, viewer: ViewerViewModel) -> tuple[Action, ...]:
    def zoom(id_: str, title: str, step: ZoomStep, *keys: str, icon: str, repeats: bool = False) -> Action:
        return make(
            id_, title, lambda: viewer.look.zoom(step), *keys, icon=icon, repeats=repeats, places=AT_ZOOM
        )

    return (
        zoom("zoom-in", translate("actions", "Zoom in"), ZoomStep.IN, "+", "=", icon="plus", repeats=True),
        zoom("zoom-out", translate("actions", "Zoom out"), ZoomStep.OUT, "-", icon="minus", repeats=True),
        zoom("zoom-fit", translate("actions", "Fit"), ZoomStep.FIT, "Ctrl+0", icon="maximize"),
        zoom("zoom-whole", translate("actions", "100 %"), ZoomStep.WHOLE, "Ctrl+1", icon="search"),
        zoom("zoom-toggle", translate("actions", "100 % or fit"), ZoomStep.TOGGLE, "Z", icon="search"),
    )


def _looks(make: _Making, viewer: ViewerViewModel) -> tuple[Action, ...]:
    look = viewer.look

    def info_words() -> str:
        return translate("actions", "Hide info") if look.state.shows_info else ""

    return (
        make(
            INFO,
            translate("actions", "Show info"),
            lambda: look.show_info(shows=not look.state.shows_info),
            "I",
            icon="info",
            now=info_words,
        ),
        make(
            PICKER,
            translate("actions", "Pick a colour"),
            lambda: look.pick_colour(picks=not look.state.picks_colour),
            "K",
            icon="pipette",
        ),
        make(TURN, translate("actions", "Turn view"), look.turn, "R", icon="rotate-cw"),
        make(
            BACKGROUND,
            translate("actions", "Next background"),
            look.next_background,
            "B",
            icon="contrast",
            places=AT_LARGE,
        ),
    )


def _places(make: _Making, viewer: ViewerViewModel) -> tuple[Action, ...]:
    look = viewer.look

    def play_words() -> str:
        return translate("actions", "Stop slideshow") if look.state.plays else ""

    def alone_words() -> str:
        return translate("actions", "Leave full screen") if look.state.is_alone else ""

    def window_words() -> str:
        return translate("actions", "Close second window") if look.state.has_window else ""

    return (
        make(
            PLAY,
            translate("actions", "Start slideshow"),
            lambda: viewer.play(plays=not look.state.plays),
            "S",
            icon="play",
            now=play_words,
        ),
        make(
            ALONE,
            translate("actions", "Picture on the full screen"),
            lambda: viewer.stand_alone(alone=not look.state.is_alone),
            "F",
            icon="maximize",
            now=alone_words,
            places=AT_LARGE,
        ),
        Action(
            id=WINDOW,
            title=translate("actions", "Show in a second window"),
            category=translate("actions", "Viewer"),
            act=lambda: look.show_window(shows=not look.state.has_window),
            keys=("W",),
            places=AT_PICTURES,
            now=window_words,
            icon="monitor-up",
        ),
    )

"""Guides and the grid as actions: their words, and their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.viewmodels.actions import AT_CROP, AT_VIEWER, Action
from studio.viewmodels.viewer_state import ViewerMode
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.viewmodels.guides import GuidesViewModel
    from studio.viewmodels.viewer import ViewerViewModel

GRID, RULERS, GUIDES = "grid", "rulers", "guides"
GUIDED = frozenset({ViewerMode.LOOK, ViewerMode.CROP})
"""What is done with a picture while they lie over it."""


def guide_actions(
    viewer: ViewerViewModel, guides: GuidesViewModel, *, change: Callable[[], object]
) -> tuple[Action, ...]:
    """`change` asks for them by number."""
    category = translate("actions", "Viewer")

    def can() -> bool:
        return viewer.state.is_open and viewer.look.state.mode in GUIDED

    def grid_words() -> str:
        return translate("actions", "Hide the 8-point grid") if guides.state.shows_grid else ""

    def ruler_words() -> str:
        return translate("actions", "Hide rulers and guides") if guides.state.shows_rulers else ""

    return (
        Action(
            GRID,
            translate("actions", "Show the 8-point grid"),
            category,
            lambda: guides.show_grid(shows=not guides.state.shows_grid),
            ("Shift+G",),
            AT_VIEWER | AT_CROP,
            can,
            now=grid_words,
            icon="grid-3x3",
        ),
        Action(
            RULERS,
            translate("actions", "Show rulers and guides"),
            category,
            lambda: guides.show_rulers(shows=not guides.state.shows_rulers),
            ("Shift+U",),
            AT_VIEWER | AT_CROP,
            can,
            now=ruler_words,
            icon="ruler",
        ),
        Action(
            GUIDES,
            translate("actions", "Guides and grid…"),
            category,
            change,
            (),
            AT_VIEWER | AT_CROP,
            can,
            icon="ruler",
        ),
    )

"""What can be done with pictures that are compared, as actions: their words, and their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.viewmodels.actions import AT_COMPARE, AT_LARGE, AT_PICTURES, Action, Place
from studio.viewmodels.compare_state import COMPARING, Way
from studio.viewmodels.viewer_state import ViewerMode
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.viewmodels.compare import CompareViewModel
    from studio.viewmodels.viewer import ViewerViewModel

COMPARE, DIFFERENCE, KEEP, OFFSETS = "compare", "difference", "compare-keep", "compare-offsets"
FLICKER_PLAY = "compare-flicker-play"


def way_id(way: Way) -> str:
    """The id of the action that compares in this way."""
    return f"compare-{way.value.replace(' ', '-')}"


def way_words(way: Way) -> str:
    """The way as chips and menus offer it."""
    return {
        Way.SLIDER: translate("compare", "Slider"),
        Way.SIDE_BY_SIDE: translate("compare", "Side by side"),
        Way.FLICKER: translate("compare", "Flicker"),
    }[way]


COMPARE_MENU = (*map(way_id, Way), FLICKER_PLAY, OFFSETS, KEEP)
"""What a menu offers while pictures are compared."""


def compare_actions(
    compare: CompareViewModel,
    viewer: ViewerViewModel,
    *,
    begin: Callable[[], object],
    can_begin: Callable[[], bool],
) -> tuple[Action, ...]:
    """`begin` compares what is looked at or selected, `can_begin` whether that can be compared."""
    category = translate("actions", "Compare")

    def compares() -> bool:
        return viewer.look.state.mode in COMPARING

    def make(
        id_: str,
        title: str,
        act: Callable[[], object],
        *keys: str,
        icon: str = "",
        enabled: Callable[[], bool] = compares,
        places: frozenset[Place] = AT_COMPARE,
        repeats: bool = False,
    ) -> Action:
        return Action(id_, title, category, act, keys, places, enabled, repeats=repeats, icon=icon)

    def way(way: Way, key: str, icon: str) -> Action:
        title = translate("actions", "Compare: {way}").format(way=way_words(way))
        return make(way_id(way), title, lambda: compare.set_way(way), key, icon=icon)

    return (
        make(
            COMPARE,
            translate("actions", "Compare"),
            begin,
            "C",
            icon="columns-2",
            enabled=can_begin,
            places=AT_PICTURES,
        ),
        make(
            DIFFERENCE,
            translate("actions", "Show the difference"),
            lambda: compare.toggle(ViewerMode.DIFFERENCE),
            "D",
            icon="diff",
            enabled=lambda: viewer.state.is_open and viewer.state.can_compare,
            places=AT_LARGE,
        ),
        way(Way.SLIDER, "S", "square-split-horizontal"),
        way(Way.SIDE_BY_SIDE, "A", "columns-2"),
        way(Way.FLICKER, "L", "layers"),
        make(
            FLICKER_PLAY,
            translate("actions", "Flicker by itself"),
            lambda: compare.play(plays=not compare.state.plays),
            "Shift+L",
            icon="play",
        ),
        make(
            "compare-next",
            translate("actions", "Next of those compared"),
            lambda: compare.step(1),
            "PgDown",
            icon="chevron-right",
            repeats=True,
        ),
        make(
            "compare-previous",
            translate("actions", "Previous of those compared"),
            lambda: compare.step(-1),
            "PgUp",
            icon="chevron-left",
            repeats=True,
        ),
        make(KEEP, translate("actions", "Keep this, reject the rest"), compare.keep, "K", icon="check"),
        make(
            OFFSETS,
            translate("actions", "Lay pictures over each other again"),
            compare.lay_together,
            "O",
            icon="layers",
        ),
    )

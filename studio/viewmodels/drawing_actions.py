"""Drawing on pictures as actions: their words, and their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.viewmodels.actions import AT_DRAWING, AT_MODES, Action, Place
from studio.viewmodels.drawing_words import tool_words
from studio.viewmodels.markup_state import MarkTool
from studio.viewmodels.region_state import RegionTool
from studio.viewmodels.viewer_state import ViewerMode
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.viewmodels.markup import MarkupViewModel
    from studio.viewmodels.region import RegionViewModel
    from studio.viewmodels.viewer import ViewerViewModel

MARK_UP, REGION, BOX, BRUSH = "mark-up", "region", "draw-box", "draw-brush"
ERASE, THINNER, THICKER, DELETE, USE = (
    "draw-erase",
    "draw-smaller",
    "draw-larger",
    "draw-delete",
    "draw-use",
)
_KEYS = {MarkTool.SELECT: "V", MarkTool.ARROW: "A", MarkTool.FREEHAND: "F", MarkTool.TEXT: "T"}


def tool_id(tool: MarkTool) -> str:
    """The id of the action that takes this tool."""
    return BOX if tool is MarkTool.BOX else f"draw-{tool.value}"


class _Making:
    """Each holds in one mode, or in both."""

    def __init__(self, viewer: ViewerViewModel, markup: MarkupViewModel, region: RegionViewModel) -> None:
        self.viewer = viewer
        self.markup = markup
        self.region = region
        self._category = translate("actions", "Drawing")

    def is_on(self, *modes: ViewerMode) -> bool:
        return self.viewer.state.is_open and self.viewer.look.state.mode in modes

    def __call__(
        self,
        id_: str,
        title: str,
        key: str,
        *,
        icon: str = "",
        repeats: bool = False,
        marks: Callable[[], object] | None = None,
        region: Callable[[], object] | None = None,
        enabled: Callable[[], bool] = lambda: True,
        places: frozenset[Place] = AT_DRAWING,
    ) -> Action:
        """What it does to marks, and to the region."""
        deeds = {ViewerMode.MARK_UP: marks, ViewerMode.REGION: region}
        held = tuple(mode for mode, deed in deeds.items() if deed is not None)

        def act() -> None:
            deed = deeds.get(self.viewer.look.state.mode)
            if deed is not None:
                deed()

        def can() -> bool:
            return self.is_on(*held) and enabled()

        return Action(id_, title, self._category, act, (key,), places, can, icon=icon, repeats=repeats)

    def mode(self, id_: str, title: str, key: str, mode: ViewerMode, icon: str) -> Action:
        """Goes into the mode, and out of it again."""

        def act() -> None:
            self.viewer.look.set_mode(ViewerMode.LOOK if self.is_on(mode) else mode)

        def can() -> bool:
            return self.viewer.state.is_open

        return Action(id_, title, self._category, act, (key,), AT_MODES, can, icon=icon)


def drawing_actions(
    viewer: ViewerViewModel, markup: MarkupViewModel, region: RegionViewModel
) -> tuple[Action, ...]:
    """Every one of them, as lists show them."""
    make = _Making(viewer, markup, region)
    return (
        make.mode(
            MARK_UP, translate("actions", "Mark up the picture"), "Shift+M", ViewerMode.MARK_UP, "pencil"
        ),
        make.mode(
            REGION,
            translate("actions", "Choose the region that may change"),
            "Shift+P",
            ViewerMode.REGION,
            "square-dashed",
        ),
        *_tools(make),
        *_sizes(make),
    )


def _tools(make: _Making) -> tuple[Action, ...]:
    markup, region = make.markup, make.region

    def tool(tool: MarkTool) -> Action:
        return make(tool_id(tool), tool_words(tool), _KEYS[tool], marks=lambda: markup.choose_tool(tool))

    return (
        *(tool(one) for one in _KEYS),
        make(
            BOX,
            translate("actions", "Box"),
            "B",
            marks=lambda: markup.choose_tool(MarkTool.BOX),
            region=lambda: region.choose_tool(RegionTool.BOX),
        ),
        make(
            BRUSH,
            translate("actions", "Brush"),
            "P",
            region=lambda: region.choose_tool(RegionTool.BRUSH),
        ),
        make(
            ERASE,
            translate("actions", "Add or erase"),
            "X",
            icon="eraser",
            region=lambda: region.erase(erases=not region.state.erases),
        ),
    )


def _sizes(make: _Making) -> tuple[Action, ...]:
    markup, region = make.markup, make.region

    def use() -> None:
        if make.is_on(ViewerMode.MARK_UP):
            markup.use()
        else:
            region.use()

    return (
        make(
            THINNER,
            translate("actions", "Thinner line or smaller brush"),
            "[",
            icon="minus",
            repeats=True,
            marks=lambda: markup.thicken(-1),
            region=lambda: region.size(-1),
        ),
        make(
            THICKER,
            translate("actions", "Thicker line or larger brush"),
            "]",
            icon="plus",
            repeats=True,
            marks=lambda: markup.thicken(1),
            region=lambda: region.size(1),
        ),
        make(
            DELETE,
            translate("actions", "Delete mark"),
            "Delete",
            icon="trash-2",
            marks=markup.delete,
            enabled=lambda: markup.state.chosen is not None,
        ),
        make(USE, translate("actions", "Give it to the composer"), "U", marks=use, region=use),
    )

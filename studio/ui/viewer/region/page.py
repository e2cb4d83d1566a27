"""The page for the region: box and brush, feather, the picture under its veil, the way to the composer."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from studio.ui.kit import Words
from studio.ui.viewer.drawing.canvas_page import together
from studio.ui.viewer.drawing.page import DrawingPage, Gap, Size
from studio.ui.viewer.drawing.pickers import IconRow, Option
from studio.ui.viewer.region.surface import RegionSurface
from studio.viewmodels.drawing_actions import BOX, BRUSH, ERASE
from studio.viewmodels.drawing_words import region_line
from studio.viewmodels.region_state import LEAST_RADIUS, MOST_FEATHER, MOST_RADIUS, RegionTool

if TYPE_CHECKING:
    from studio.ui.theme import Theme
    from studio.ui.viewer.canvas import Canvas
    from studio.viewmodels.actions import Actions
    from studio.viewmodels.region import RegionViewModel
    from studio.viewmodels.thumbnails import Thumbnails
    from studio.viewmodels.viewer import ViewerViewModel

_STEPS = 20
_SPAN = math.log(MOST_RADIUS / LEAST_RADIUS)
_ADD, _ERASE = "add", "erase"


class RegionPage(DrawingPage):
    """Shows what its view-model says."""

    def __init__(
        self,
        theme: Theme,
        *,
        viewer: ViewerViewModel,
        thumbnails: Thumbnails,
        region: RegionViewModel,
        actions: Actions,
        beside: Canvas,
    ) -> None:
        super().__init__(theme, viewer=viewer, thumbnails=thumbnails, actions=actions, beside=beside)
        self._region = region
        self.setAccessibleName(self.tr("Region that may change"))
        self.surface = RegionSurface(theme, self.canvas, region)
        tools = (
            Option(RegionTool.BOX.value, self.tr("Box"), "square-dashed"),
            Option(RegionTool.BRUSH.value, self.tr("Brush"), "paintbrush"),
        )
        self.tools = IconRow(theme, tools, name=self.tr("Tool"))
        ways = (Option(_ADD, self.tr("Add"), "plus"), Option(_ERASE, self.tr("Erase"), "eraser"))
        self.ways = IconRow(theme, ways, name=self.tr("What it does"))
        self.brush = Size(name=self.tr("Brush size"), hint=self.tr("Brush size"), most=_STEPS, width=48)
        feather = self.tr("How far the edge is blended outwards")
        self.feather = Size(name=self.tr("Feather"), hint=feather, most=_STEPS, width=48)
        self._feather_words = Words(role="caption")
        edge = together(self._feather_words, self.feather)
        self.lay_out(self.surface, (self.tools, self.brush, Gap(), self.ways, Gap(), edge), self.line)
        self._listen()
        self._follow()

    def _listen(self) -> None:
        region = self._region
        self.tools.picked.connect(self._choose_tool)
        self.ways.picked.connect(self._choose_way)
        self.brush.chosen.connect(self._choose_radius)
        self.feather.chosen.connect(self._choose_feather)
        self.clear.clicked.connect(region.clear)
        self.line.use_pressed.connect(region.use)
        self.line.stop_pressed.connect(region.stop_using)
        region.state_changed.connect(self._follow)
        self.canvas.view_changed.connect(self._say_feather)

    def _choose_tool(self, tool: str) -> None:
        self._region.choose_tool(RegionTool(tool))

    def _choose_way(self, way: str) -> None:
        self._region.erase(erases=way == _ERASE)

    def _choose_radius(self, step: int) -> None:
        self._region.choose_radius(LEAST_RADIUS * math.exp(_SPAN * step / _STEPS))

    def _choose_feather(self, step: int) -> None:
        self._region.feather(MOST_FEATHER * step / _STEPS)

    def say_keys(self) -> None:
        """In the tools' hints too."""
        super().say_keys()
        tools = {RegionTool.BOX.value: BOX, RegionTool.BRUSH.value: BRUSH}
        self.tools.show_keys({tool: self.keys_of(action) for tool, action in tools.items()})
        self.ways.show_keys({_ERASE: self.keys_of(ERASE)})

    def step_back(self) -> None:
        """Undo one step of the region."""
        self._region.undo()

    def step_forward(self) -> None:
        """Redo it."""
        self._region.redo()

    def _follow(self) -> None:
        state = self._region.state
        self.tools.set_value(state.tool.value)
        self.ways.set_value(_ERASE if state.erases else _ADD)
        self.brush.show_value(round(math.log(state.radius / LEAST_RADIUS) / _SPAN * _STEPS))
        self.brush.setEnabled(state.tool is RegionTool.BRUSH)
        self.feather.show_value(round(state.region.feather / MOST_FEATHER * _STEPS))
        self.undo.setEnabled(bool(state.steps.before))
        self.redo.setEnabled(bool(state.steps.after))
        self.clear.setEnabled(bool(state.region.patches))
        self.line.show_state(region_line(state))
        self._say_feather()

    def _say_feather(self) -> None:
        view = self.canvas.view
        pixels = round(self._region.state.region.feather * max(view.width, view.height))
        self._feather_words.set_words(self.tr("Feather {count} px").format(count=pixels))

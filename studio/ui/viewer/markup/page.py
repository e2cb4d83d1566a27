"""The page for marks: tools, colours, thickness, the picture with the marks, and the way to the composer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.marks import MARK_COLOURS
from studio.ui.viewer.drawing.page import DrawingPage, Gap, Size
from studio.ui.viewer.drawing.pickers import IconRow, Option
from studio.ui.viewer.markup.surface import MarksSurface
from studio.viewmodels.drawing_actions import tool_id
from studio.viewmodels.drawing_words import colour_words, markup_line, tool_words
from studio.viewmodels.markup_state import THICKNESSES, MarkTool, step_of

if TYPE_CHECKING:
    from studio.ui.theme import Theme
    from studio.ui.viewer.canvas import Canvas
    from studio.viewmodels.actions import Actions
    from studio.viewmodels.markup import MarkupViewModel
    from studio.viewmodels.thumbnails import Thumbnails
    from studio.viewmodels.viewer import ViewerViewModel

_ICONS = {
    MarkTool.SELECT: "mouse-pointer-2",
    MarkTool.ARROW: "move-up-right",
    MarkTool.BOX: "square",
    MarkTool.FREEHAND: "pencil",
    MarkTool.TEXT: "type",
}


class MarkupPage(DrawingPage):
    """Shows what its view-model says."""

    def __init__(
        self,
        theme: Theme,
        *,
        viewer: ViewerViewModel,
        thumbnails: Thumbnails,
        markup: MarkupViewModel,
        actions: Actions,
        beside: Canvas,
    ) -> None:
        super().__init__(theme, viewer=viewer, thumbnails=thumbnails, actions=actions, beside=beside)
        self._markup = markup
        self.setAccessibleName(self.tr("Mark up"))
        self.surface = MarksSurface(theme, self.canvas, markup)
        tools = [Option(tool.value, tool_words(tool), _ICONS[tool]) for tool in MarkTool]
        self.tools = IconRow(theme, tools, name=self.tr("Tool"))
        colours = [Option(colour, colour_words(colour), colour) for colour in MARK_COLOURS]
        self.colours = IconRow(theme, colours, name=self.tr("Colour"))
        self.thickness = Size(name=self.tr("Thickness"), hint=self.tr("Thickness"), most=len(THICKNESSES) - 1)
        self.lay_out(self.surface, (self.tools, Gap(), self.colours, Gap(), self.thickness), self.line)
        self._listen()
        self._follow()

    def _listen(self) -> None:
        markup = self._markup
        self.tools.picked.connect(self._choose_tool)
        self.colours.picked.connect(markup.choose_colour)
        self.thickness.chosen.connect(self._choose_thickness)
        self.clear.clicked.connect(markup.clear)
        self.line.use_pressed.connect(markup.use)
        self.line.stop_pressed.connect(markup.stop_using)
        markup.state_changed.connect(self._follow)

    def _choose_tool(self, tool: str) -> None:
        self._markup.choose_tool(MarkTool(tool))

    def _choose_thickness(self, step: int) -> None:
        self._markup.choose_thickness(THICKNESSES[step])

    def say_keys(self) -> None:
        """In the tools' hints too."""
        super().say_keys()
        self.tools.show_keys({tool.value: self.keys_of(tool_id(tool)) for tool in MarkTool})

    def step_back(self) -> None:
        """Undo one step of the marks."""
        self.surface.editor.finish()
        self._markup.undo()

    def step_forward(self) -> None:
        """Redo it."""
        self._markup.redo()

    def _follow(self) -> None:
        state = self._markup.state
        self.tools.set_value(state.tool.value)
        self.colours.set_value(state.colour)
        self.thickness.show_value(step_of(state.thickness))
        self.undo.setEnabled(bool(state.steps.before))
        self.redo.setEnabled(bool(state.steps.after))
        self.clear.setEnabled(bool(state.marks))
        self.line.show_state(markup_line(state))

"""Where something is drawn on the picture, for the composer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSlider

from studio.ui.viewer.drawing.canvas_page import CanvasPage
from studio.ui.viewer.drawing.use_line import UseLine
from studio.viewmodels.drawing_actions import USE

if TYPE_CHECKING:
    from studio.ui.theme import Theme
    from studio.ui.viewer.canvas import Canvas
    from studio.viewmodels.actions import Actions
    from studio.viewmodels.thumbnails import Thumbnails
    from studio.viewmodels.viewer import ViewerViewModel


class DrawingPage(CanvasPage):
    """Under the picture stands what the composer makes of what is drawn."""

    def __init__(
        self,
        theme: Theme,
        *,
        viewer: ViewerViewModel,
        thumbnails: Thumbnails,
        actions: Actions,
        beside: Canvas,
    ) -> None:
        super().__init__(theme, viewer=viewer, thumbnails=thumbnails, actions=actions, beside=beside)
        self.line = UseLine(theme)

    def say_keys(self) -> None:
        """Beside what the line says."""
        self.line.show_keys(self.keys_of(USE))


class Size(QSlider):
    """How thick, how large, how soft: `chosen` when a person changes it. A click leaves the keyboard to the
    picture.
    """

    chosen = Signal(int)

    def __init__(self, *, name: str, hint: str, most: int, width: int = 56) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, most)
        self.setPageStep(1)
        self.setFixedWidth(width)
        self.setAccessibleName(name)
        self.setToolTip(hint)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._shown = 0
        self.valueChanged.connect(self._tell)

    def show_value(self, value: int) -> None:
        """It is this."""
        self._shown = value
        self.setValue(value)

    def _tell(self, value: int) -> None:
        if value != self._shown:
            self._shown = value
            self.chosen.emit(value)


class Gap(QFrame):
    """A line between groups of tools."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(1, 20)

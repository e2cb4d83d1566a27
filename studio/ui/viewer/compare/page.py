"""Where pictures are compared: the light table, and the line under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout

from studio.ui.viewer.compare.bar import CompareBar
from studio.ui.viewer.compare.hands import TableHands
from studio.ui.viewer.compare.map_wishes import MapWishes
from studio.ui.viewer.compare.table import LightTable
from studio.ui.viewer.modes import ModePage

if TYPE_CHECKING:
    from studio.ui.theme import Theme
    from studio.ui.viewer.zoom import View
    from studio.viewmodels.compare import CompareViewModel
    from studio.viewmodels.difference import DifferenceViewModel
    from studio.viewmodels.thumbnails import Thumbnails
    from studio.viewmodels.viewer import ViewerViewModel
    from studio.viewmodels.viewer_state import ZoomStep

GAP = 8


class ComparePage(ModePage):
    """`menu_asked` carries a place on the screen, for the picture that the viewer shows."""

    menu_asked = Signal(QPoint)

    def __init__(
        self,
        theme: Theme,
        *,
        viewer: ViewerViewModel,
        compare: CompareViewModel,
        difference: DifferenceViewModel,
        thumbnails: Thumbnails,
    ) -> None:
        super().__init__()
        self._viewer = viewer
        self.table = LightTable(theme, viewer=viewer, compare=compare, thumbnails=thumbnails)
        self.hands = TableHands(self.table, compare)
        self._wishes = MapWishes(theme, table=self.table, compare=compare, difference=difference)
        self.bar = CompareBar(theme, viewer=viewer, compare=compare, difference=difference)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.table, 1)
        column.addWidget(self.bar)
        self.setFocusProxy(self.table)
        self.hands.menu_asked.connect(self.menu_asked)
        self.table.view_changed.connect(self.view_changed)
        viewer.look.state_changed.connect(self._follow_look)
        self._follow_look()

    @property
    def view(self) -> View:
        """Where they lie."""
        return self.table.view

    def take_step(self, step: ZoomStep) -> None:
        """Zoom as a key asks for it."""
        self.table.take_step(step)

    def _follow_look(self) -> None:
        self.bar.setVisible(not self._viewer.look.state.is_alone)

"""The strip under the picture: every version of its tree, the one that is shown in a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from studio.ui.picture_strip import PictureStrip
from studio.viewmodels.strip import StripModel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from studio.ui.theme import Theme
    from studio.viewmodels.thumbnails import Thumbnails
    from studio.viewmodels.viewer import ViewerViewModel


class Filmstrip(PictureStrip):
    """Follows the viewer. Branches that are put away are left out."""

    def __init__(
        self, theme: Theme, viewer: ViewerViewModel, thumbnails: Thumbnails, *, parent: QWidget | None = None
    ) -> None:
        name = QCoreApplication.translate("Filmstrip", "Iterations")
        strip = StripModel()
        super().__init__(theme, thumbnails, strip, name=name, parent=parent)
        self._strip = strip
        self._viewer = viewer
        viewer.state_changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        state = self._viewer.state
        self._following = True
        self._strip.show(state.branches, keep=state.id)
        self._following = False
        self.go_to(self._strip.row_of(state.id))

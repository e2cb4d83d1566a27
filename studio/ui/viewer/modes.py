"""What stands in the middle of the viewer: the picture, or the page of what is done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.ui.viewer.stage import Stage
    from studio.ui.viewer.zoom import View
    from studio.viewmodels.viewer_state import ViewerMode, ZoomStep


class ModePage(QWidget):
    """Stands in the picture's stead while its mode is on. One that can be zoomed gives its `view`, tells with
    `view_changed` when that is another, and takes steps, from the head's chips and from the keys.
    """

    view_changed = Signal()

    @property
    def view(self) -> View | None:
        """Where the picture lies; None where it isn't zoomed."""
        return None

    def take_step(self, step: ZoomStep) -> None:
        """Zoom as a key asks for it."""


class Modes(QStackedWidget):
    """Shows the page of the mode that is on; each is made when its mode is first chosen."""

    def __init__(self, stage: Stage, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage = stage
        self._makers: dict[ViewerMode, Callable[[], ModePage]] = {}
        self._pages: dict[ViewerMode, ModePage] = {}
        self.addWidget(stage)
        self.setFocusProxy(stage)

    def take(self, mode: ViewerMode, make: Callable[[], ModePage]) -> None:
        """Have this page for the mode."""
        self._makers[mode] = make

    def prepare(self, mode: ViewerMode) -> None:
        """Make its page before it is asked for: while nothing else happens."""
        if page := self.page(mode):
            page.ensurePolished()

    def page(self, mode: ViewerMode) -> ModePage | None:
        """The page of a mode; None where the picture itself stands."""
        if mode not in self._makers:
            return None
        if mode not in self._pages:
            self._pages[mode] = made = self._makers[mode]()
            if self.indexOf(made) < 0:
                # One page may serve two modes.
                self.addWidget(made)
        return self._pages[mode]

    def show_mode(self, mode: ViewerMode) -> None:
        """Show its page."""
        shown = self.page(mode) or self._stage
        if shown is not self.currentWidget():
            self.setCurrentWidget(shown)
            self.setFocusProxy(shown)

"""The viewer as a page of the window: its line of buttons, the picture, and the strip of its tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from studio.ui.kit import surface
from studio.ui.viewer.filmstrip import Filmstrip
from studio.ui.viewer.head import ViewerHead
from studio.ui.viewer.modes import Modes
from studio.ui.viewer.stage import Stage
from studio.viewmodels.viewer_state import ViewerMode

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from studio.ui.theme import Theme
    from studio.ui.version_actions import VersionActions
    from studio.ui.viewer.modes import ModePage
    from studio.viewmodels.actions import Actions
    from studio.viewmodels.saving import SavingViewModel
    from studio.viewmodels.thumbnails import Thumbnails
    from studio.viewmodels.viewer import ViewerViewModel
    from studio.viewmodels.viewer_state import ZoomStep

MARGIN = 16


class ViewerPanel(QWidget):
    """Shows what its view-model says; `versions` is what can be done with the picture."""

    def __init__(
        self,
        theme: Theme,
        *,
        viewer: ViewerViewModel,
        thumbnails: Thumbnails,
        saving: SavingViewModel,
        versions: VersionActions,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._viewer = viewer
        self._saving = saving
        self._versions = versions
        surface(self, "window")
        self.setAccessibleName(self.tr("Viewer"))
        self.stage = Stage(theme, viewer, thumbnails)
        self.modes = Modes(self.stage)
        self._mode = ViewerMode.LOOK
        self.head = ViewerHead(theme, viewer, self.stage.canvas, actions)
        self.strip = Filmstrip(theme, viewer, thumbnails)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self._middle = QVBoxLayout()
        self._middle.setSpacing(12)
        self._middle.addWidget(self.modes, 1)
        self._middle.addWidget(self.strip)
        self._column.addLayout(self._middle, 1)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setFocusProxy(self.modes)
        self.head.copy_pressed.connect(self._copy)
        self.head.export_pressed.connect(self._export)
        self.strip.chosen.connect(viewer.show)
        self.stage.hands.step_back_asked.connect(viewer.step_back)
        self.stage.hands.close_asked.connect(viewer.close)
        self.stage.menu_asked.connect(self.open_menu)
        self.stage.dragged.connect(self._drag)
        viewer.look.state_changed.connect(self._follow)
        viewer.look.zoom_asked.connect(self._take_step)
        self._follow()

    def take_mode(self, mode: ViewerMode, make: Callable[[], ModePage], *, words: str, icon: str) -> None:
        """Offer this mode in the head; its page is made when it is first chosen."""
        self.modes.take(mode, make)
        self.head.take_mode(mode, words, icon)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads one step back, whatever has the focus here."""
        if event.key() == Qt.Key.Key_Escape:
            self._viewer.step_back()
        else:
            super().keyPressEvent(event)

    def _follow(self) -> None:
        alone, mode = self._viewer.look.state.is_alone, self._viewer.look.state.mode
        if mode is not self._mode:
            self._show_mode(mode)
        margin = 0 if alone else MARGIN
        self._middle.setContentsMargins(margin, 0, margin, margin)
        if alone and not self.head.isHidden():
            self.modes.setFocus()
        self.head.setVisible(not alone)
        self.strip.setVisible(not alone)

    def _show_mode(self, mode: ViewerMode) -> None:
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self._mode = mode
        self.modes.show_mode(mode)
        self.head.show_zoom_of(self.modes.page(mode) or self.stage.canvas)
        if had_focus:
            self.modes.setFocus()

    def _take_step(self, step: ZoomStep) -> None:
        """From a key, for the page that stands there; the picture takes its own."""
        page = self.modes.page(self._mode)
        if page is not None and self.isVisible() and self.isActiveWindow():
            page.take_step(step)

    # What can be done with it

    def _copy(self) -> None:
        if version := self._viewer.state.version:
            self._saving.copy_picture(version)

    def _export(self) -> None:
        if version := self._viewer.state.version:
            self._versions.export_requested.emit((version.id,))

    def open_menu(self, place: QPoint) -> None:
        """What can be done with the picture, at this place of the screen."""
        if version := self._viewer.state.version:
            self._versions.menu(version, whole=True).popup(place)

    def _drag(self) -> None:
        if version := self._viewer.state.version:
            self._versions.drag(version)

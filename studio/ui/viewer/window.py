"""A second window for the picture, on another screen where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.ui.actions import ActionKeys
from studio.ui.viewer.stage import Stage
from studio.viewmodels.actions import Place
from studio.viewmodels.tile import version_name

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QScreen

    from studio.ui.theme import Theme
    from studio.viewmodels.actions import Actions
    from studio.viewmodels.thumbnails import Thumbnails
    from studio.viewmodels.viewer import ViewerViewModel

USUAL_SIZE = QSize(960, 720)


class ViewerWindow(QWidget):
    """Shows what the viewer shows, zoomed on its own. `closed` when the person closes it."""

    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        viewer: ViewerViewModel,
        thumbnails: Thumbnails,
        actions: Actions,
        beside: QWidget,
    ) -> None:
        """`beside` is the window that it belongs to."""
        super().__init__(beside, Qt.WindowType.Window)
        self._viewer = viewer
        self._actions = actions
        self._keys: ActionKeys | None = None
        self._beside = beside
        self.stage = Stage(theme, viewer, thumbnails, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stage)
        self.setFocusProxy(self.stage)
        self.stage.hands.step_back_asked.connect(self.close)
        self.stage.hands.close_asked.connect(self.close)
        viewer.state_changed.connect(self._name)
        self._name()

    def open(self) -> None:
        """Fill another screen; where there is only one, be a window on it."""
        screens = self._beside.screen().virtualSiblings()
        other = next((screen for screen in screens if screen is not self._beside.screen()), None)
        self._stand_on(other)
        if self._keys is None:
            # Keys need the window's handle.
            self._keys = ActionKeys(self._actions, window=self, place=lambda: Place.VIEWER)
        self.stage.setFocus()

    def _stand_on(self, screen: QScreen | None) -> None:
        if screen is not None:
            self.setGeometry(screen.availableGeometry())
            self.showFullScreen()
            return
        self.resize(USUAL_SIZE.boundedTo(self._beside.screen().availableSize()))
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Whoever closes it, it is over."""
        super().closeEvent(event)
        self.closed.emit()

    def _name(self) -> None:
        version = self._viewer.state.version
        name = version_name(version) if version else self.tr("Picture")
        self.setWindowTitle(self.tr("{picture} · Proofroom").format(picture=name))

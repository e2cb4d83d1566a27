"""The picture with everything that lies over it: the same in the window, on the full screen, in a second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.ui.viewer.canvas import Canvas
from studio.ui.viewer.hands import Hands
from studio.ui.viewer.overlays import EDGE, ColourReadout, InfoCard, JudgementLine, OverPicture, TroubleCard

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from studio.ui.theme import Theme
    from studio.viewmodels.thumbnails import Thumbnails
    from studio.viewmodels.viewer import ViewerViewModel
    from studio.viewmodels.viewer_state import ZoomStep


class Stage(QWidget):
    """`menu_asked` carries a place on the screen; `dragged` when the picture is pulled away."""

    menu_asked = Signal(QPoint)
    dragged = Signal()

    def __init__(
        self, theme: Theme, viewer: ViewerViewModel, thumbnails: Thumbnails, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._viewer = viewer
        self.canvas = Canvas(theme, viewer, thumbnails)
        self.hands = Hands(self.canvas, viewer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.canvas)
        self.setFocusProxy(self.canvas)
        self.info = InfoCard(theme, self)
        self.judgement = JudgementLine(theme, self)
        self.readout = ColourReadout(theme, self)
        self.remark = OverPicture(self)
        self.trouble = TroubleCard(theme, self)
        self._pointed: QPointF | None = None
        self.hands.menu_asked.connect(self.menu_asked)
        self.hands.dragged.connect(self.dragged)
        self.hands.pointed.connect(self._point)
        self.hands.pressed.connect(self._press)
        self.trouble.locate_pressed.connect(viewer.locate)
        self.trouble.again_pressed.connect(viewer.retry)
        self.canvas.view_changed.connect(self._read_colour)
        viewer.state_changed.connect(self._follow)
        viewer.look.state_changed.connect(self._follow)
        viewer.look.zoom_asked.connect(self._take_step)
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything keeps its corner."""
        super().resizeEvent(event)
        self._place()

    def _take_step(self, step: ZoomStep) -> None:
        """From a key: for the window that has the keyboard."""
        if self.isVisible() and self.isActiveWindow():
            self.canvas.take_step(step)

    def _follow(self) -> None:
        state, look = self._viewer.state, self._viewer.look.state
        self.judgement.show_version(state.version)
        self.remark.say(self._remark())
        self.trouble.show_state(state)
        if look.shows_info:
            self.info.show_version(state.version)
        self.info.setVisible(look.shows_info and state.version is not None)
        self._read_colour()
        self._place()

    def _remark(self) -> str:
        """What isn't as it should be, and can be seen all the same."""
        state = self._viewer.state
        if state.waits and state.version is not None:
            name = state.version.path.rpartition("/")[2]
            return self.tr("Still reading {name}: the disk is slow.").format(name=name)
        if state.is_replaced:
            return self.tr("This file was changed outside Proofroom.")
        return ""

    def _place(self) -> None:
        width, height = self.width(), self.height()
        self.info.move(EDGE, EDGE)
        if self.info.isVisible():
            self.info.fit()
        self.judgement.move(EDGE, height - self.judgement.height() - EDGE)
        self.remark.move((width - self.remark.width()) // 2, EDGE)
        self.trouble.move((width - self.trouble.width()) // 2, (height - self.trouble.height()) // 2)

    # Colours

    def _point(self, place: QPointF | None) -> None:
        self._pointed = place
        self._read_colour()

    def _read_colour(self) -> None:
        """Of the pixel under the cursor, where colours are picked."""
        place, picture = self._pointed, self._viewer.picture
        pixel = self.canvas.pixel_at(place) if place is not None else None
        colour = picture.colour_at(*pixel) if picture and pixel else ""
        if colour and pixel and place is not None and self._viewer.look.state.picks_colour:
            self.readout.show_colour(colour, pixel, place)
        else:
            self.readout.hide()

    def _press(self, place: QPointF) -> None:
        self._point(place)
        if self.readout.colour:
            self._viewer.look.copy_colour(self.readout.colour)

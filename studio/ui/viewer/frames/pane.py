"""The picture on a device's screen: painted from tiles like any picture, with the device drawn around it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF
from PySide6.QtGui import QPainter

from studio.domain.device_body import placed
from studio.domain.geometry import PixelSize
from studio.ui.viewer.coarse import CoarsePicture
from studio.ui.viewer.frames.shell import Shell
from studio.ui.viewer.pane import ZoomedPane
from studio.ui.viewer.zoom import View
from studio.viewmodels.frame_words import picture_words
from studio.viewmodels.viewer_state import Background

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from studio.ui.theme import Theme
    from studio.viewmodels.frame import FrameViewModel
    from studio.viewmodels.full_picture import FullPicture
    from studio.viewmodels.thumbnails import Thumbnails
    from studio.viewmodels.viewer import ViewerViewModel

AROUND = 0.03
"""Of the device's longer side: room around it where all of it is seen."""


class FramePane(ZoomedPane):
    """What is zoomed and moved is the device, and `view` says where that lies: at 100 % each of its screen's
    pixels is one of this computer's.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        viewer: ViewerViewModel,
        thumbnails: Thumbnails,
        frame: FrameViewModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._viewer = viewer
        self._frame = frame
        self._coarse = CoarsePicture(thumbnails)
        self._shell = Shell(theme)
        self._frame_view = View(1, 1, 0, 0).fitted()
        frame.state_changed.connect(self._follow)
        viewer.state_changed.connect(self._follow)
        thumbnails.arrived.connect(self._follow)
        self._follow()

    @property
    def view(self) -> View:
        """Where the device lies."""
        return self._frame_view

    @property
    def screen_in_room(self) -> QRectF:
        """Where its screen lies, in device pixels."""
        screen, view = self._frame.state.body.screen, self._frame_view
        left, top = view.origin
        edge = self._edge
        return QRectF(
            left + (screen.left + edge) * view.scale,
            top + (screen.top + edge) * view.scale,
            screen.width * view.scale,
            screen.height * view.scale,
        )

    @property
    def _edge(self) -> int:
        size = self._frame.state.body.size
        return round(max(size.width, size.height) * AROUND)

    # Zooming and moving

    def _look(self, view: View) -> None:
        """Look at the device this way."""
        if view != self._frame_view:
            self._frame_view = view
            self._lay()
            self.view_changed.emit()

    def show_at(self, scale: int) -> None:
        """So many of the screen's pixels for each point of this one's."""
        self.zoom(self.devicePixelRatioF() / scale)

    # What is shown

    def showEvent(self, event: QShowEvent) -> None:
        """While nobody looked it followed nothing."""
        super().showEvent(event)
        self._follow()

    def _follow(self) -> None:
        if not self.isVisible():
            return
        body, edge = self._frame.state.body, self._edge
        width, height = body.size.width + 2 * edge, body.size.height + 2 * edge
        view = self._frame_view
        if (width, height) != (view.width, view.height):
            # Another device is seen whole, unless it is looked at in its own pixels.
            self._frame_view = replace(view, width=width, height=height, x=width / 2, y=height / 2).clamped()
            if view.fits:
                self._frame_view = self._frame_view.fitted()
        self._take_picture(self._viewer.picture or self._thumbnail())
        self.setAccessibleName(picture_words(self._frame.state))
        self._lay()
        self.view_changed.emit()

    def _thumbnail(self) -> FullPicture | None:
        state = self._viewer.state
        return self._coarse.of(state.id, state.version, self._frame_view) if state.id else None

    def _lay(self) -> None:
        """The picture lies on the screen, wherever that is."""
        state, screen = self._frame.state, self.screen_in_room
        picture = self.painted
        size = PixelSize(picture.width, picture.height) if picture else state.picture
        view = self._frame_view
        at = placed(size, state.seen.pixels, fills=state.fills, focus=state.focus)
        scale = at.scale * view.scale
        left, top = screen.left() + at.left * view.scale, screen.top() + at.top * view.scale
        room = replace(view, width=size.width, height=size.height, scale=scale, fits=False)
        self.set_view(
            replace(room, x=(view.room_width / 2 - left) / scale, y=(view.room_height / 2 - top) / scale)
        )
        ratio = self.devicePixelRatioF()
        seen = QRectF(screen.x() / ratio, screen.y() / ratio, screen.width() / ratio, screen.height() / ratio)
        self.set_seen(seen.toAlignedRect())
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The device finds its place in the new room."""
        super().resizeEvent(event)
        self._fit_room()

    def event(self, event: QEvent) -> bool:
        """A screen of another scale is another room."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._fit_room()
        return super().event(event)

    def _fit_room(self) -> None:
        ratio = self.devicePixelRatioF()
        room = round(self.width() * ratio), round(self.height() * ratio)
        self._frame_view = self._frame_view.in_room(*room, ratio)
        self._lay()
        self.view_changed.emit()

    def _background(self) -> Background:
        return Background.WHITE if self._frame.state.is_light else Background.BLACK

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """What is around, the picture, and the device over its edges."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.colour("background"))
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self)
        ratio, state, view = self.devicePixelRatioF(), self._frame.state, self._frame_view
        painter.scale(1 / ratio, 1 / ratio)
        room = QRect(0, 0, view.room_width, view.room_height)
        if state.shows_safe:
            self._shell.paint_safe(painter, state.seen, self.screen_in_room, scale=view.scale)
        self._shell.cut_corners(painter, self.screen_in_room, state.device.radius * view.scale)
        self._shell.paint(painter, state, self._body_in_room(), room=room)

    def _body_in_room(self) -> QRectF:
        left, top = self._frame_view.origin
        size, scale, edge = self._frame.state.body.size, self._frame_view.scale, self._edge
        return QRectF(left + edge * scale, top + edge * scale, size.width * scale, size.height * scale)

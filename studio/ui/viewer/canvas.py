"""The picture that the viewer shows: zoomed and moved, and painted as far as it is there."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QColor

from studio.ui.viewer.coarse import CoarsePicture
from studio.ui.viewer.pane import ZoomedPane
from studio.ui.viewer.zoom import View, upright
from studio.viewmodels.tile import version_name
from studio.viewmodels.viewer_words import percent_words, state_words

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from studio.ui.theme import Theme
    from studio.viewmodels.full_picture import FullPicture
    from studio.viewmodels.thumbnails import Thumbnails
    from studio.viewmodels.viewer import ViewerViewModel
    from studio.viewmodels.viewer_state import Background


class Canvas(ZoomedPane):
    """`view_changed` when it is zoomed, moved or resized."""

    def __init__(
        self, theme: Theme, viewer: ViewerViewModel, thumbnails: Thumbnails, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._viewer = viewer
        self._coarse = CoarsePicture(thumbnails)
        self._id: str = ""
        viewer.state_changed.connect(self._follow)
        viewer.look.state_changed.connect(self._follow)
        thumbnails.arrived.connect(self._take_thumbnails)
        self._follow()

    @property
    def is_sharp(self) -> bool:
        """Whether the last paint had every pixel that can be seen, of what the viewer shows now."""
        return super().is_sharp and self._viewer.picture is self.painted

    @property
    def is_upright(self) -> bool:
        """Whether the picture is seen as it is, not turned."""
        return not self._turned % 4

    # Zooming and moving

    def set_view(self, view: View) -> None:
        """Look at the picture this way."""
        super().set_view(view)
        self._say()

    def _look(self, view: View) -> None:
        self.set_view(view)

    def pixel_at(self, place: QPointF) -> tuple[int, int] | None:
        """The picture's pixel at this place of the widget; None beside it."""
        ratio, picture = self.devicePixelRatioF(), self._picture
        if picture is None:
            return None
        x, y = self._view.picture_point(place.x() * ratio, place.y() * ratio)
        x, y = upright(x, y, width=picture.width, height=picture.height, quarters=self._turned)
        if not (0 <= x < picture.width and 0 <= y < picture.height):
            return None
        return math.floor(x), math.floor(y)

    # What is shown

    def _follow(self) -> None:
        state, turned = self._viewer.state, self._viewer.look.state.turned
        picture = self._viewer.picture or self._thumbnail()
        width, height = self._size_of(picture)
        if state.id != self._id:
            self._id, self._turned = state.id, 0
            self._view = self._view.of(width, height)
        if turned != self._turned:
            self._view = self._view.turned(turned - self._turned)
            self._turned = turned
        if turned % 2:
            width, height = height, width
        if (width, height) != (self._view.width, self._view.height):
            # The file has other pixels than were known.
            self._view = self._view.of(width, height)
        self._take_picture(picture)
        self._say()
        self.update()
        self.view_changed.emit()

    def _size_of(self, picture: FullPicture | None) -> tuple[int, int]:
        version = self._viewer.state.version
        if picture is not None:
            return picture.width, picture.height
        return (version.width, version.height) if version else (1, 1)

    def _thumbnail(self) -> FullPicture | None:
        if not self._viewer.is_looking or not self._viewer.state.id:
            return None
        return self._coarse.of(self._viewer.state.id, self._viewer.state.version, self._view)

    def _take_thumbnails(self, keys: frozenset[str]) -> None:
        if self._viewer.state.id in keys and self._viewer.picture is None:
            self._follow()

    def _say(self) -> None:
        version = self._viewer.state.version
        name = version_name(version) if version else self.tr("Picture")
        words = (name, percent_words(self._view.scale), state_words(self._viewer.state))
        self.setAccessibleName(", ".join(words))

    # The room

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture finds its place in the new room."""
        super().resizeEvent(event)
        self._fit_room()

    def event(self, event: QEvent) -> bool:
        """A screen of another scale is another room."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._fit_room()
        return super().event(event)

    def _fit_room(self) -> None:
        ratio = self.devicePixelRatioF()
        self.set_view(self._view.in_room(round(self.width() * ratio), round(self.height() * ratio), ratio))

    def _background(self) -> Background:
        return self._viewer.look.state.background

    def _colour(self) -> QColor | None:
        """Never a blank: the picture's main colour, until there is more of it."""
        version = self._viewer.state.version
        if version is None:
            return None
        return QColor(version.palette[0]) if version.palette else self._theme.colour("raised")

"""The picture itself: painted from tiles, zoomed and moved, never waiting for a file."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QPoint, QPointF, QRect, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion
from PySide6.QtWidgets import QLabel, QSizePolicy

from studio.ui.viewer.backdrop import draw_backdrop, draw_pixel_grid
from studio.ui.viewer.sheet import Sheet
from studio.ui.viewer.zoom import GRID_FROM, View, upright
from studio.viewmodels.full_picture import FullPicture
from studio.viewmodels.tile import version_name
from studio.viewmodels.viewer_state import ZoomStep
from studio.viewmodels.viewer_words import percent_words, state_words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from studio.ui.theme import Theme
    from studio.viewmodels.thumbnails import Thumbnails
    from studio.viewmodels.viewer import ViewerViewModel

BUDGET_MS = 3
"""How long one paint may draw tiles before it leaves the rest to the next."""

LARGEST_THUMBNAIL = 1024


class Canvas(QLabel):
    """`view_changed` when it is zoomed, moved or resized. To assistive technology it is a label with a
    picture: that is what Qt calls a graphic.
    """

    view_changed = Signal()

    def __init__(
        self, theme: Theme, viewer: ViewerViewModel, thumbnails: Thumbnails, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._viewer = viewer
        self._thumbnails = thumbnails
        self._sheet = Sheet()
        self._view = View(1, 1, 0, 0).fitted()
        self._picture: FullPicture | None = None
        self._id: str = ""
        self._turned: int = 0
        self._coarse: tuple[int, FullPicture] | None = None
        self._is_sharp = False
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.setInterval(0)
        self._missing = QRegion()
        self._more.timeout.connect(lambda: self.update(self._missing))
        # Only its being there matters: it is never painted.
        self.setPixmap(QPixmap(1, 1))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(0, 0)
        self.setMouseTracking(True)
        viewer.state_changed.connect(self._follow)
        viewer.look.state_changed.connect(self._follow)
        viewer.look.zoom_asked.connect(self._take_step)
        thumbnails.arrived.connect(self._take_thumbnails)
        theme.changed.connect(self.update)
        self._follow()

    def sizeHint(self) -> QSize:
        """Whatever there is."""
        return QSize(640, 480)

    def minimumSizeHint(self) -> QSize:
        """None is too small."""
        return QSize(0, 0)

    @property
    def view(self) -> View:
        """Where the picture lies."""
        return self._view

    @property
    def painted(self) -> FullPicture | None:
        """What is painted, whole or coarse."""
        return self._picture

    @property
    def is_sharp(self) -> bool:
        """Whether the last paint had every pixel that can be seen."""
        return self._is_sharp

    # Zooming and moving

    def set_view(self, view: View) -> None:
        """Look at the picture this way."""
        if view != self._view:
            self._view = view
            self._is_sharp = False
            self._say()
            self.update()
            self.view_changed.emit()

    def zoom(self, scale: float, at: QPointF | None = None) -> None:
        """Zoom to this scale; what is under `at`, in the widget's own coordinates, stays there."""
        ratio = self.devicePixelRatioF()
        self.set_view(self._view.zoomed(scale, (at.x() * ratio, at.y() * ratio) if at else None))

    def take_step(self, step: ZoomStep, at: QPointF | None = None) -> None:
        """Zoom as a key asks for it."""
        view = self._view
        match step:
            case ZoomStep.IN:
                self.zoom(view.next_stop(), at)
            case ZoomStep.OUT:
                self.zoom(view.previous_stop(), at)
            case ZoomStep.FIT:
                self.set_view(view.fitted())
            case ZoomStep.WHOLE:
                self.zoom(1.0, at)
            case ZoomStep.TOGGLE:
                if view.fits:
                    self.zoom(1.0, at)
                else:
                    self.set_view(view.fitted())

    def move_by(self, distance: QPointF) -> None:
        """Move the picture by so much of the widget."""
        ratio = self.devicePixelRatioF()
        self.set_view(self._view.moved(distance.x() * ratio, distance.y() * ratio))

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

    def _take_step(self, step: ZoomStep) -> None:
        """From a key: for the window that has the keyboard."""
        if self.isVisible() and self.isActiveWindow():
            self.take_step(step)

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
        if picture is not self._picture:
            self._is_sharp = False
        self._picture = picture
        if picture is None:
            self._sheet.clear()
        self._say()
        self.update()
        self.view_changed.emit()

    def _size_of(self, picture: FullPicture | None) -> tuple[int, int]:
        version = self._viewer.state.version
        if picture is not None:
            return picture.width, picture.height
        return (version.width, version.height) if version else (1, 1)

    def _thumbnail(self) -> FullPicture | None:
        """The thumbnail as a coarse picture: what is seen until the whole is there, or instead of it."""
        version = self._viewer.state.version
        if not self._viewer.is_looking or not self._viewer.state.id:
            return None
        whole = QSize(version.width, version.height) if version else QSize(1, 1)
        edge = QSize(LARGEST_THUMBNAIL, LARGEST_THUMBNAIL)
        wanted = self._view.of(whole.width(), whole.height()).fitted().extent
        pixmap = self._thumbnails.pixmap(self._viewer.state.id, QSize(*wanted).boundedTo(edge))
        if pixmap is None:
            return None
        if self._coarse is None or self._coarse[0] != pixmap.cacheKey():
            size = whole if version else pixmap.size()
            made = FullPicture(size.width(), size.height(), (pixmap.toImage(),))
            self._coarse = (pixmap.cacheKey(), made)
        return self._coarse[1]

    def _take_thumbnails(self, keys: frozenset[str]) -> None:
        if self._viewer.state.id in keys and self._viewer.picture is None:
            self._follow()

    def _say(self) -> None:
        version = self._viewer.state.version
        name = version_name(version) if version else self.tr("Picture")
        words = (name, percent_words(self._view.scale), state_words(self._viewer.state))
        self.setAccessibleName(", ".join(words))

    # Painting

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

    def paintEvent(self, event: QPaintEvent) -> None:
        """In device pixels throughout: at 100 % each of the picture's is one of the screen's."""
        ratio, view = self.devicePixelRatioF(), self._view
        painter = QPainter(self)
        painter.scale(1 / ratio, 1 / ratio)
        room = QRect(0, 0, view.room_width, view.room_height)
        place = QRect(QPoint(*view.origin), QSize(*view.extent))
        picture = self._picture
        shows_all = picture is not None and not picture.has_alpha
        background = self._viewer.look.state.background
        draw_backdrop(painter, self._theme, background, room=room, hidden=place if shows_all else QRect())
        if picture is None:
            self._paint_colour(painter, place)
            return
        whole = event.rect()
        dirty = QRectF(
            whole.x() * ratio, whole.y() * ratio, whole.width() * ratio, whole.height() * ratio
        ).toAlignedRect()
        self._paint_tiles(painter, picture, place.topLeft(), dirty.intersected(room))
        if view.scale > GRID_FROM and picture.is_whole:
            draw_pixel_grid(painter, self._theme, view)

    def _paint_colour(self, painter: QPainter, place: QRect) -> None:
        """Never a blank: the picture's main colour, until there is more of it."""
        version = self._viewer.state.version
        if version is not None:
            known = version.palette
            painter.fillRect(place, QColor(known[0]) if known else self._theme.colour("raised"))

    def _paint_tiles(self, painter: QPainter, picture: FullPicture, corner: QPoint, dirty: QRect) -> None:
        view, sheet, ratio = self._view, self._sheet, self.devicePixelRatioF()
        sheet.lay_out(
            picture,
            extent=view.extent,
            scale=view.scale,
            turned=self._turned,
            room=view.room_width * view.room_height,
        )
        missing = QRegion()
        clock, drawn = QElapsedTimer(), 0
        clock.start()
        painter.translate(corner)
        for tile in sheet.tiles_in(dirty.translated(-corner)):
            pixmap = sheet.tile(tile)
            if pixmap is None and (not drawn or clock.elapsed() < BUDGET_MS):
                pixmap, drawn = sheet.draw(tile), drawn + 1
            place = sheet.place(tile)
            if pixmap is not None:
                painter.drawPixmap(place.topLeft(), pixmap)
                continue
            sheet.draw_roughly(painter, tile)
            seen = QRectF(place.translated(corner))
            missing += QRectF(
                seen.x() / ratio, seen.y() / ratio, seen.width() / ratio, seen.height() / ratio
            ).toAlignedRect()
        painter.translate(-corner)
        self._missing = missing
        if missing.isEmpty():
            self._is_sharp = picture.is_whole and self._viewer.picture is picture
        else:
            self._more.start()

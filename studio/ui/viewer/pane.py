"""A picture on the screen: painted from tiles, never waiting for a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QPoint, QPointF, QRect, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion
from PySide6.QtWidgets import QLabel, QSizePolicy

from studio.ui.viewer.backdrop import draw_backdrop, draw_pixel_grid
from studio.ui.viewer.sheet import Sheet
from studio.ui.viewer.zoom import GRID_FROM, View
from studio.viewmodels.viewer_state import Background, ZoomStep

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from studio.ui.theme import Theme
    from studio.viewmodels.full_picture import FullPicture

BUDGET_MS = 3
"""How long one paint may draw tiles before it leaves the rest to the next."""


class Pane(QLabel):
    """Paints a picture where its view says. `view_changed` when that is another. To assistive technology it
    is a label with a picture: that is what Qt calls a graphic.
    """

    view_changed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sheet = Sheet()
        self._view = View(1, 1, 0, 0).fitted()
        self._picture: FullPicture | None = None
        self._turned: int = 0
        self._is_sharp = False
        self._seen: QRect | None = None
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
        theme.changed.connect(self.update)

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

    def set_view(self, view: View) -> None:
        """Look at the picture this way."""
        if view != self._view:
            self._view = view
            self._is_sharp = False
            self.update()
            self.view_changed.emit()

    def set_seen(self, seen: QRect | None) -> None:
        """Paint only this part of the widget; None: all of it."""
        if seen != self._seen:
            self._seen = seen
            self.update()

    def _take_picture(self, picture: FullPicture | None) -> None:
        if picture is not self._picture:
            self._is_sharp = False
            self._picture = picture
            self.update()
        if picture is None:
            self._sheet.clear()

    # What a kind of pane says for itself

    def _background(self) -> Background:
        """What lies behind the picture."""
        return Background.WINDOW

    def _colour(self) -> QColor | None:
        """What stands in the picture's place until there is more of it."""
        return None

    def _may_draw(self, drawn: int, clock: QElapsedTimer) -> bool:
        """Whether this paint may draw one more tile; the clock runs since it began."""
        return not drawn or clock.elapsed() < BUDGET_MS

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """In device pixels throughout: at 100 % each of the picture's is one of the screen's."""
        ratio, view = self.devicePixelRatioF(), self._view
        painter = QPainter(self)
        if self._seen is not None:
            painter.setClipRect(self._seen)
        painter.scale(1 / ratio, 1 / ratio)
        room = QRect(0, 0, view.room_width, view.room_height)
        place = QRect(QPoint(*view.origin), QSize(*view.extent))
        picture = self._picture
        shows_all = picture is not None and not picture.has_alpha
        hidden = place if shows_all else QRect()
        draw_backdrop(painter, self._theme, self._background(), room=room, hidden=hidden)
        if picture is None:
            if colour := self._colour():
                painter.fillRect(place, colour)
            return
        whole = event.rect()
        dirty = QRectF(
            whole.x() * ratio, whole.y() * ratio, whole.width() * ratio, whole.height() * ratio
        ).toAlignedRect()
        self._paint_tiles(painter, picture, place.topLeft(), dirty.intersected(room))
        if view.scale > GRID_FROM and picture.is_whole:
            draw_pixel_grid(painter, self._theme, view)

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
            if pixmap is None and self._may_draw(drawn, clock):
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
            self._is_sharp = picture.is_whole
        else:
            self._more.start()


class ZoomedPane(Pane):
    """A pane that is zoomed and moved by hand; whoever inherits it says what looking another way means."""

    def zoom(self, scale: float, at: QPointF | None = None) -> None:
        """Zoom to this scale; what is under `at`, in the widget's own coordinates, stays there."""
        self._look(self.view.zoomed(scale, self._in_room(at)))

    def take_step(self, step: ZoomStep, at: QPointF | None = None) -> None:
        """Zoom as a key asks for it."""
        self._look(stepped(self.view, step, self._in_room(at)))

    def move_by(self, distance: QPointF) -> None:
        """Move what is seen by so much of the widget."""
        ratio = self.devicePixelRatioF()
        self._look(self.view.moved(distance.x() * ratio, distance.y() * ratio))

    def _in_room(self, at: QPointF | None) -> tuple[float, float] | None:
        """In device pixels."""
        ratio = self.devicePixelRatioF()
        return None if at is None else (at.x() * ratio, at.y() * ratio)

    def _look(self, view: View) -> None:
        raise NotImplementedError


def stepped(view: View, step: ZoomStep, at: tuple[float, float] | None = None) -> View:
    """The view after a key's step; what is at this place of the room, in device pixels, stays there."""
    match step:
        case ZoomStep.IN:
            return view.zoomed(view.next_stop(), at)
        case ZoomStep.OUT:
            return view.zoomed(view.previous_stop(), at)
        case ZoomStep.FIT:
            return view.fitted()
        case ZoomStep.WHOLE:
            return view.zoomed(1.0, at)
        case ZoomStep.TOGGLE:
            return view.zoomed(1.0, at) if view.fits else view.fitted()

"""Tiles of a strip that are led to another place with the mouse."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from studio.ui.kit.thumb_tile import ThumbTile

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent

    from studio.ui.theme import Theme

WIDTH = 2


class TileMoves(QObject):
    """Watches the tiles of `strip`. `moved` carries the tile's id and the place it goes to among them."""

    moved = Signal(str, int)

    def __init__(self, theme: "Theme", strip: QWidget, tiles: "Callable[[], Sequence[ThumbTile]]") -> None:
        super().__init__(strip)
        self._strip = strip
        self._tiles = tiles
        self._marker = _Marker(theme, strip)
        self._grasped: QPoint | None = None
        self._gap: int | None = None

    def watch(self, tile: ThumbTile) -> None:
        """This one can be moved."""
        tile.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, ThumbTile):
            return False
        match event.type():
            case QEvent.Type.MouseButtonPress:
                pressed = cast("QMouseEvent", event)
                left = pressed.button() is Qt.MouseButton.LeftButton and watched.can_change
                self._grasped = pressed.position().toPoint() if left else None
            case QEvent.Type.MouseMove if self._grasped is not None:
                return self._lead(watched, cast("QMouseEvent", event).position().toPoint())
            case QEvent.Type.MouseButtonRelease if self._gap is not None:
                self._let_go(watched)
                return True
            case QEvent.Type.MouseButtonRelease | QEvent.Type.Hide:
                self._forget()
            case _:
                pass
        return False

    def _lead(self, tile: ThumbTile, place: QPoint) -> bool:
        """The marker stands in the gap that the tile would go to."""
        far = self._grasped and (place - self._grasped).manhattanLength() >= QApplication.startDragDistance()
        if self._gap is None and not far:
            return False
        # It isn't pressed any more: letting go must not open it.
        tile.setDown(False)
        self._gap = self._gap_at(tile.mapTo(self._strip, place))
        self._marker.stand(*self._gap_place(self._gap))
        return True

    def _let_go(self, tile: ThumbTile) -> None:
        gap, at = self._gap or 0, list(self._tiles()).index(tile)
        self._forget()
        to = gap - 1 if gap > at else gap
        if to != at:
            self.moved.emit(tile.thumb.id, to)

    def _forget(self) -> None:
        self._grasped, self._gap = None, None
        self._marker.hide()

    def _gap_at(self, place: QPoint) -> int:
        """How many tiles stand before the place, row by row."""
        return sum(
            tile.geometry().bottom() < place.y()
            or (tile.geometry().top() <= place.y() and tile.geometry().center().x() < place.x())
            for tile in self._movable()
        )

    def _gap_place(self, gap: int) -> tuple[int, int, int]:
        """Left, top and height of the marker."""
        tiles = self._movable()
        tile = tiles[min(gap, len(tiles) - 1)]
        area = tile.geometry()
        left = area.left() - 5 if gap < len(tiles) else area.right() + 4
        return max(0, left), area.top(), tile.caption_place.top()

    def _movable(self) -> "list[ThumbTile]":
        return [tile for tile in self._tiles() if tile.can_change]


class _Marker(QWidget):
    """A line between two tiles."""

    def __init__(self, theme: "Theme", parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def stand(self, left: int, top: int, height: int) -> None:
        self.setGeometry(left, top, WIDTH, height)
        self.show()
        self.raise_()

    def paintEvent(self, event: "QPaintEvent") -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("accent"))

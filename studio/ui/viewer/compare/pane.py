"""One of the pictures that are compared, and what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter

from studio.ui.kit import draw_frame
from studio.ui.viewer.coarse import CoarsePicture
from studio.ui.viewer.overlays import EDGE, OverPicture
from studio.ui.viewer.pane import Pane
from studio.viewmodels.compare_words import pane_name, tag_remarks
from studio.viewmodels.difference_image import Laid
from studio.viewmodels.full_picture import FullPicture
from studio.viewmodels.viewer_state import Background

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from studio.domain.version import Version
    from studio.ui.theme import Theme
    from studio.viewmodels.full_picture import Trouble
    from studio.viewmodels.thumbnails import Thumbnails

BUDGET_MS = 4
"""How long all panes together may draw tiles before the window does something else."""

FRAME = 2
LEAST_TAG = 40
"""A tag with less room than this says nothing."""


class Turn(QObject):
    """One turn of the window's loop, in which several panes paint one after the other."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = QElapsedTimer()
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(0)
        self._end.timeout.connect(self._clock.invalidate)

    def has_time(self) -> bool:
        """Whether one of them may draw one more tile; the first may."""
        if not self._clock.isValid():
            self._clock.start()
            self._end.start()
            return True
        return self._clock.elapsed() < BUDGET_MS


class ComparedPane(Pane):
    """Takes no mouse. `tag` says what it is, over every pane."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, *, turn: Turn, table: QWidget) -> None:
        super().__init__(theme, parent=table)
        self._turn = turn
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.tag = OverPicture(table)
        self._coarse = CoarsePicture(thumbnails)
        self._version: Version | None = None
        self._found: FullPicture | Trouble | None = None
        self._title = ""
        self._is_current: bool = False
        self._is_framed: bool = False
        self._shows_scale: bool = False
        self._ground: Background = Background.WINDOW
        self.view_changed.connect(self._say)

    @property
    def is_sharp(self) -> bool:
        """Whether the last paint had every pixel that can be seen."""
        return super().is_sharp and self.painted is self._found

    @property
    def whole(self) -> FullPicture | None:
        """The picture, once it is there."""
        return self._found if isinstance(self._found, FullPicture) else None

    @property
    def pixels(self) -> tuple[int, int]:
        """How large the picture is."""
        if isinstance(self._found, FullPicture):
            return self._found.width, self._found.height
        version = self._version
        return (version.width, version.height) if version else (1, 1)

    def laid(self, left: float, top: float, scale: float) -> Laid:
        """The whole picture as it lies in an image; only once it is there."""
        if self.whole is None:
            raise RuntimeError("there is no picture yet")
        return Laid(self.whole, left, top, scale)

    def show_version(self, version: Version, found: FullPicture | Trouble | None, title: str) -> None:
        """Show this one, as far as its picture is there."""
        self._version, self._found, self._title = version, found, title
        self._take_picture(self.whole or self._coarse.of(version.id, version, self._view))
        self._say()

    def dress(self, *, is_current: bool, is_framed: bool, shows_scale: bool, ground: Background) -> None:
        """`is_current` when it is the one that is kept, `is_framed` when a frame shows which that is;
        `shows_scale` when it isn't that of the others.
        """
        self._is_current, self._is_framed = is_current, is_framed
        self._shows_scale, self._ground = shows_scale, ground
        self.update()
        self._say()

    def _say(self) -> None:
        version, found = self._version, self._found
        if version is None:
            return
        self.setAccessibleName(
            pane_name(version, self._title, found=found, scale=self._view.scale, is_current=self._is_current)
        )

    # The tag

    def place_tag(self, room: QRect, *, is_right: bool) -> None:
        """Lay it over an upper corner of the picture, inside this part of the table, or into a corner of that
        where the picture is smaller; where there is hardly any room, it goes.
        """
        room, seen = _inside(room), _inside(self._picture_place())
        if room.width() < LEAST_TAG:
            self.tag.hide()
            return
        self._write_tag(room.width())
        on = room.intersected(seen)
        if on.width() < self.tag.width() or on.height() < self.tag.height():
            on = room
        self.tag.move(on.right() + 1 - self.tag.width() if is_right else on.left(), on.top())

    def _write_tag(self, room: int) -> None:
        """The title gives way to what is said of it."""
        tag, version = self.tag, self._version
        tag.ensurePolished()
        scale = self._view.scale if self._shows_scale else None
        said = tag_remarks(version, found=self._found, scale=scale) if version else ""
        margins, metrics = tag.row.contentsMargins(), tag.fontMetrics()
        left = room - margins.left() - margins.right() - metrics.horizontalAdvance(said)
        tag.say(metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, left) + said)

    def _picture_place(self) -> QRect:
        """Of the table."""
        ratio, view = self.devicePixelRatioF(), self._view
        (left, top), (across, down) = view.origin, view.extent
        place = QRectF(left / ratio, top / ratio, across / ratio, down / ratio).toRect()
        return place.translated(self.pos())

    def _may_draw(self, drawn: int, clock: QElapsedTimer) -> bool:
        del drawn, clock
        return self._turn.has_time()

    def _background(self) -> Background:
        return self._ground

    def _colour(self) -> QColor | None:
        """Never a blank: the picture's main colour, until there is more of it."""
        version = self._version
        return QColor(version.palette[0]) if version and version.palette else self._theme.colour("raised")

    def paintEvent(self, event: QPaintEvent) -> None:
        """With a frame, where that says which one is kept."""
        super().paintEvent(event)
        if self._is_current and self._is_framed:
            accent = self._theme.colour("accent")
            draw_frame(QPainter(self), self.rect(), radius=0, fill=None, line=accent, width=FRAME)


def _inside(place: QRect) -> QRect:
    return place.adjusted(EDGE, EDGE, -EDGE, -EDGE)

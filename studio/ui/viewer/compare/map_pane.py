"""What changed between two pictures, in colour on grey."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap

from studio.ui.viewer.pane import Pane
from studio.viewmodels.difference import share_words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from studio.ui.theme import Theme
    from studio.ui.viewer.compare.frame import Frame
    from studio.viewmodels.difference import DifferenceState
    from studio.viewmodels.difference_image import Made
    from studio.viewmodels.full_picture import FullPicture
    from studio.viewmodels.viewer_state import Background


class MapPane(Pane):
    """Shows all of it as it is known, and sharp what is looked at once that is there."""

    def __init__(self, theme: Theme, *, table: QWidget) -> None:
        super().__init__(theme, parent=table)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._known: FullPicture | None = None
        self._part: tuple[Made, QPixmap] | None = None
        self._part_of: object = None
        self.ground: Background | None = None
        self.setAccessibleName(self.tr("Difference"))

    @property
    def is_sharp(self) -> bool:
        """Whether what is looked at is there as sharp as it is shown."""
        return self._part is not None and self._part_of == self.view

    def show_state(self, state: DifferenceState, frame: Frame) -> None:
        """Show this difference; where nothing is known of it yet, what lies below is seen."""
        if state.whole is not self._known:
            self._known = state.whole
            whole = state.whole
            self._take_picture(whole and replace(whole, width=frame.width, height=frame.height))
        made = state.part
        if made is None:
            self._part = None
        elif self._part is None or self._part[0] is not made:
            self._part = (made, QPixmap.fromImage(made.image))
        self._part_of = state.part_of
        self.setAccessibleName(", ".join((self.tr("Difference"), share_words(state))))
        self.update()

    def _background(self) -> Background:
        return self.ground or super()._background()

    def paintEvent(self, event: QPaintEvent) -> None:
        """First what is known of all of it."""
        super().paintEvent(event)
        if self._part is not None and self.is_sharp:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            ratio = self.devicePixelRatioF()
            painter.scale(1 / ratio, 1 / ratio)
            painter.drawPixmap(QRect(0, 0, self.view.room_width, self.view.room_height), self._part[1])

"""A palette as a band: each colour as wide as its part of the picture."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from studio.domain.palette_swatches import Swatch
    from studio.ui.theme import Theme

HEIGHT = 44
_LEAST = 0.03
"""The least share that is painted, so that an accent is seen."""


class Band(QWidget):
    """Only to look at: what it shows is told by the colours under it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._swatches: Sequence[Swatch] = ()
        self.setFixedHeight(HEIGHT)
        theme.changed.connect(self.update)

    def show_swatches(self, swatches: Sequence[Swatch]) -> None:
        """Paint these."""
        self._swatches = swatches
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """With round corners; an empty one is a quiet field."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        radius = self._theme.tokens.sizes.radius_card
        outline.addRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setClipPath(outline)
        painter.fillRect(self.rect(), self._theme.colour("raised"))
        shares = [max(swatch.share, _LEAST) for swatch in self._swatches]
        edges = [0.0, *accumulate(shares)]
        for number, swatch in enumerate(self._swatches):
            left, right = (self.width() * edge / edges[-1] for edge in edges[number : number + 2])
            painter.fillRect(QRectF(left, 0, right - left + 1, HEIGHT), QColor(swatch.hex))

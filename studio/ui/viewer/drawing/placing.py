"""Between places of a picture and points of the widget that lies over it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform

from studio.ui.viewer.zoom import View

if TYPE_CHECKING:
    from studio.domain.marks import Place


@dataclass(frozen=True, slots=True)
class Placing:
    """`view` is how the picture is looked at; `ratio` is how many device pixels a pixel of the widget has."""

    view: View
    ratio: float

    @property
    def scale(self) -> float:
        """Pixels of the widget for each pixel of the picture."""
        return self.view.scale / self.ratio

    @property
    def size(self) -> QSizeF:
        """The picture's, in its own pixels."""
        return QSizeF(self.view.width, self.view.height)

    @property
    def onto(self) -> QTransform:
        """From the picture's pixels to the widget."""
        left, top = self.view.origin
        return QTransform(self.scale, 0, 0, self.scale, left / self.ratio, top / self.ratio)

    def place(self, point: QPointF) -> Place:
        """The picture's place at this point of the widget; beside the picture it is beyond 0 to 1."""
        left, top = self.view.origin
        return (
            (point.x() * self.ratio - left) / self.view.scale / self.view.width,
            (point.y() * self.ratio - top) / self.view.scale / self.view.height,
        )

    def point(self, place: Place) -> QPointF:
        """The point of the widget at this place of the picture."""
        return self.onto.map(self.pixel(place))

    def pixel(self, place: Place) -> QPointF:
        """The place in pixels of the picture."""
        return QPointF(place[0] * self.view.width, place[1] * self.view.height)

    def seen(self, pixels: QRectF) -> QRectF:
        """Where this part of the picture lies in the widget."""
        return self.onto.mapRect(pixels)

    def fraction(self, length: float) -> float:
        """A length of the widget as a fraction of the picture's longer side."""
        return length / self.scale / max(self.view.width, self.view.height)

    def shift(self, distance: QPointF) -> tuple[float, float]:
        """A distance of the widget as fractions of the picture's width and height."""
        return (
            distance.x() / self.scale / self.view.width,
            distance.y() / self.scale / self.view.height,
        )

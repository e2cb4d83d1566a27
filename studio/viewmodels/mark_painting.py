"""Marks as they are painted, on the screen and on the picture that is sent: in pixels of the picture."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
    QTransform,
)

from studio.domain.marks import MarkKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from studio.domain.marks import Mark

HALO = 0.45
"""How much of a line's thickness lies around it in the opposite colour."""
HALO_OF_LETTERS = 0.09

_HEAD = 4.5
"""How long an arrow's head is, in thicknesses of its line."""
_LETTERS_PX = 100


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """What a mark is painted of: `lines` of some thickness, and `areas` that are filled."""

    lines: QPainterPath
    areas: QPainterPath
    thickness: float
    halo: float

    @property
    def bounds(self) -> QRectF:
        """All that it covers."""
        around = self.thickness / 2 + self.halo + 1
        return (
            self.lines.boundingRect()
            .united(self.areas.boundingRect())
            .adjusted(-around, -around, around, around)
        )

    def contains(self, point: QPointF, *, reach: float) -> bool:
        """Whether a hand that comes as near as `reach` touches it."""
        if not self.bounds.adjusted(-reach, -reach, reach, reach).contains(point):
            return False
        if self.lines.isEmpty():
            return self.areas.boundingRect().adjusted(-reach, -reach, reach, reach).contains(point)
        stroker = QPainterPathStroker()
        stroker.setWidth(self.thickness + 2 * reach)
        return stroker.createStroke(self.lines).contains(point) or self.areas.contains(point)


def shape_of(mark: Mark, size: QSizeF, families: Sequence[str]) -> Shape:
    """On a picture of this size; letters are of the first of these font families that has them."""
    points = [QPointF(x * size.width(), y * size.height()) for x, y in mark.places]
    thickness = mark.thickness * max(size.width(), size.height())
    lines, areas = QPainterPath(), QPainterPath()
    match mark.kind:
        case MarkKind.ARROW:
            _draw_arrow(lines, areas, points[0], points[1], thickness)
        case MarkKind.BOX:
            lines.addRect(QRectF(points[0], points[1]).normalized())
        case MarkKind.FREEHAND:
            lines.addPath(line_through(points))
        case MarkKind.TEXT:
            areas.addPath(letters(mark.text, points[0], thickness, families))
            return Shape(lines, areas, 0.0, thickness * HALO_OF_LETTERS)
    return Shape(lines, areas, thickness, thickness * HALO)


def paint_marks(painter: QPainter, shapes: Iterable[tuple[Mark, Shape]]) -> None:
    """The first is the lowest."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for mark, shape in shapes:
        colour = QColor(mark.colour)
        _paint(painter, shape, halo_of(colour), around=shape.halo)
        _paint(painter, shape, colour, around=0.0)


def halo_of(colour: QColor) -> QColor:
    """Dark around what is light, light around what is dark: one of both stands out on any picture."""
    return QColor("#111111") if colour.lightnessF() > 0.45 else QColor("#ffffff")


def letters(text: str, corner: QPointF, height: float, families: Sequence[str]) -> QPainterPath:
    """The outlines of the words, lines of `height` under each other, from their top left corner on.

    Made at one size and scaled, so that they are the same at every size.
    """
    font = letter_font(families)
    metrics, path = QFontMetricsF(font), QPainterPath()
    for number, line in enumerate(text.split("\n")):
        path.addText(0, metrics.ascent() + number * metrics.height(), font, line)
    path.setFillRule(Qt.FillRule.WindingFill)
    scale = height / metrics.height()
    return QTransform.fromScale(scale, scale).map(path).translated(corner)


def letter_font(families: Sequence[str], pixels: float = _LETTERS_PX) -> QFont:
    """The font of marks; a line of it is higher than `pixels`, see `pixels_of_line`."""
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(max(1, round(pixels)))
    font.setWeight(QFont.Weight.DemiBold)
    return font


def pixels_of_line(height: float, families: Sequence[str]) -> float:
    """The size of the font whose lines are so high."""
    return height * _LETTERS_PX / QFontMetricsF(letter_font(families)).height()


def line_through(points: Sequence[QPointF]) -> QPainterPath:
    """A line through these points; a single one is a dot."""
    path = QPainterPath(points[0])
    for point in points[1:] or (points[0] + QPointF(0.01, 0),):
        path.lineTo(point)
    return path


def _draw_arrow(
    lines: QPainterPath, areas: QPainterPath, start: QPointF, end: QPointF, thickness: float
) -> None:
    way = end - start
    length = math.hypot(way.x(), way.y())
    ahead = way / length if length else QPointF(1, 0)
    aside = QPointF(-ahead.y(), ahead.x())
    # A short arrow keeps a part of its line.
    head = min(_HEAD * thickness, max(length * 0.7, 2 * thickness))
    neck = end - ahead * head
    lines.moveTo(start)
    lines.lineTo(end - ahead * head * 0.8)
    areas.moveTo(end)
    areas.lineTo(neck + aside * head * 0.5)
    areas.lineTo(neck - aside * head * 0.5)
    areas.closeSubpath()


def _paint(painter: QPainter, shape: Shape, colour: QColor, *, around: float) -> None:
    pen = QPen(colour, shape.thickness + 2 * around)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if not shape.lines.isEmpty():
        painter.strokePath(shape.lines, pen)
    if not shape.areas.isEmpty():
        painter.fillPath(shape.areas, colour)
        if around:
            pen.setWidthF(2 * around)
            painter.strokePath(shape.areas, pen)

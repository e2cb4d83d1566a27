"""Marks as they lie on a picture of some size: their shapes, made once, and which of them lies where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSizeF

from studio.viewmodels.mark_painting import Shape, shape_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studio.domain.marks import Mark


class PlacedMarks:
    """Points and lengths are pixels of the picture."""

    def __init__(self) -> None:
        self.shapes: tuple[tuple[Mark, Shape], ...] = ()
        self._known: dict[Mark, Shape] = {}
        self._size = QSizeF()
        self._families: tuple[str, ...] = ()

    def lay(self, marks: Sequence[Mark], size: QSizeF, families: tuple[str, ...]) -> None:
        """These lie on a picture of this size."""
        same = size == self._size and families == self._families
        self._known = self._known if same else {}
        self._size, self._families = size, families
        self.shapes = tuple((mark, self.shape(mark)) for mark in marks)
        self._known = dict(self.shapes)

    def shape(self, mark: Mark) -> Shape:
        """Of any mark on that picture."""
        return self._known.get(mark) or shape_of(mark, self._size, self._families)

    def at(self, point: QPointF, *, reach: float) -> int | None:
        """The number of the highest mark that a hand touches there."""
        for number in reversed(range(len(self.shapes))):
            if self.shapes[number][1].contains(point, reach=reach):
                return number
        return None

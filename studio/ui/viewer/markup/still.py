"""Marks that lie still: painted once for each view, a few at a time, and then only copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from studio.viewmodels.mark_painting import paint_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studio.domain.marks import Mark
    from studio.ui.viewer.drawing.placing import Placing
    from studio.viewmodels.mark_painting import Shape

BUDGET_MS = 6
"""How long one paint may paint marks before it leaves the rest to the next."""


class StillMarks:
    """One that is new is painted over those that are there already."""

    def __init__(self) -> None:
        self._pixmap = QPixmap()
        self._key: tuple[Placing, QSize, float] | None = None
        self._painted: list[Mark] = []

    def paint(
        self, marks: Sequence[tuple[Mark, Shape]], *, placing: Placing, size: QSize, ratio: float
    ) -> bool:
        """Paint these for a widget of this size, as far as there is time; False where some are left."""
        key = (placing, size, ratio)
        known = [mark for mark, _ in marks[: len(self._painted)]]
        if key != self._key or known != self._painted:
            self._clear(key)
        painter = QPainter(self._pixmap)
        painter.setTransform(placing.onto, combine=True)
        room = QRectF(0, 0, size.width(), size.height())
        clock = QElapsedTimer()
        clock.start()
        for mark, shape in marks[len(self._painted) :]:
            if clock.elapsed() >= BUDGET_MS:
                break
            if placing.seen(shape.bounds).intersects(room):
                paint_marks(painter, ((mark, shape),))
            self._painted.append(mark)
        painter.end()
        return len(self._painted) == len(marks)

    def copy(self, painter: QPainter, dirty: QRectF) -> None:
        """This part of the widget."""
        ratio = self._pixmap.devicePixelRatio()
        painter.drawPixmap(dirty, self._pixmap, QRectF(dirty.topLeft() * ratio, dirty.size() * ratio))

    def _clear(self, key: tuple[Placing, QSize, float]) -> None:
        _, size, ratio = key
        self._key, self._painted = key, []
        self._pixmap = QPixmap(size * ratio)
        self._pixmap.setDevicePixelRatio(ratio)
        self._pixmap.fill(Qt.GlobalColor.transparent)

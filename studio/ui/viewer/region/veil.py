"""The veil over what is protected: as large as the widget, painted anew only where something changed."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QRegion

from studio.domain.marks import Region
from studio.ui.viewer.region.patches import bounds_of, paint_patch
from studio.ui.viewer.region.soft_edge import cut_softly

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studio.domain.marks import Patch
    from studio.ui.viewer.drawing.placing import Placing

MOST_PIXELS = 1_500_000
"""More of them aren't worth their time: on a sharper screen the veil is a little coarser than the picture."""

_FORMAT = QImage.Format.Format_ARGB32_Premultiplied
_ASIDE = ((-1, -1), (1, -1), (-1, 1), (1, 1))
_EDGE = 1.2
_MARGIN = 4

_Mode = QPainter.CompositionMode


class Veil:
    """`colour` lies over what is protected, `edge` is the line around what may change. Where nothing was
    chosen yet, nothing is protected.
    """

    def __init__(self, *, colour: QColor, edge: QColor) -> None:
        self._colour = colour
        self._edge = edge
        self._placing: Placing | None = None
        self._scale = 1.0
        self._region = Region(())
        self._lies = False
        self._feather = 0.0
        self._whole = QRect()
        self._marked = QRect()
        self._mask = QImage()
        self._veil = QImage()

    def lay_out(self, placing: Placing, room: QSize, region: Region) -> None:
        """Cover this room of a widget, for this region of the picture that lies there."""
        self._placing = placing
        pixels = max(1, room.width() * room.height())
        self._scale = min(placing.ratio, math.sqrt(MOST_PIXELS / pixels))
        size = QSize(max(1, round(room.width() * self._scale)), max(1, round(room.height() * self._scale)))
        if size != self._mask.size():
            self._mask, self._veil = QImage(size, _FORMAT), QImage(size, _FORMAT)
        whole = placing.seen(QRectF(QPointF(), placing.size))
        self._whole = self._scaled(whole).toAlignedRect().intersected(self._mask.rect())
        self._show_all(region)

    def show(self, region: Region, *, painted: Patch | None = None) -> QRect:
        """Show this region instead, in which `painted` is seen already if it was added last; where the widget
        changed, in its own pixels.
        """
        before, self._region = self._region, region
        if region == before:
            return QRect()
        if not region.patches or region.feather != before.feather or region.patches[:-1] != before.patches:
            self._show_all(region)
            return self._unscaled(self._mask.rect())
        last = region.patches[-1]
        return QRect() if last is painted else self.add(last)

    def add(self, patch: Patch) -> QRect:
        """Show this too; where the widget changed, in its own pixels."""
        dirty = self._reach_of(patch)
        self._marked = self._marked.united(dirty)
        self._paint_patches((patch,))
        if not self._lies:
            # It comes with the first of them.
            self._lies, dirty = True, self._mask.rect()
        self._draw(dirty)
        return self._unscaled(dirty)

    def lies_at(self, placing: Placing) -> bool:
        """Whether it was laid out for the picture as it lies there."""
        return placing == self._placing

    def paint(self, painter: QPainter, dirty: QRect) -> None:
        """Onto the widget."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(dirty), self._veil, self._scaled(QRectF(dirty)))

    def paint_roughly(self, painter: QPainter, placing: Placing) -> None:
        """Onto the widget where the picture lies elsewhere by now, until the veil is laid out anew."""
        if self._placing is None:
            return
        back, _ = self._placing.onto.inverted()
        moved = back * placing.onto
        whole = placing.seen(QRectF(QPointF(), placing.size)).toAlignedRect()
        covered = moved.mapRect(QRectF(self._unscaled(self._veil.rect()))).toRect()
        painter.save()
        painter.setClipRegion(QRegion(whole) - QRegion(covered))
        if self._lies:
            painter.fillRect(whole, self._colour)
        painter.setClipRect(whole)
        painter.setTransform(moved, combine=True)
        painter.scale(1 / self._scale, 1 / self._scale)
        painter.drawImage(QPointF(), self._veil)
        painter.restore()

    def _show_all(self, region: Region) -> None:
        self._region = region
        self._lies = bool(region.patches)
        self._feather = region.feather * self._longer_side
        self._marked = QRect()
        for patch in region.patches:
            self._marked = self._marked.united(self._reach_of(patch))
        self._mask.fill(Qt.GlobalColor.transparent)
        self._paint_patches(region.patches)
        self._draw(self._mask.rect())

    # Places: the mask's pixels are the widget's, or a few less

    @property
    def _longer_side(self) -> float:
        """The picture's, in pixels of the mask."""
        if self._placing is None:
            return 0.0
        return max(self._placing.view.width, self._placing.view.height) * self._placing.scale * self._scale

    def _scaled(self, rect: QRectF) -> QRectF:
        scale = self._scale
        return QRectF(rect.x() * scale, rect.y() * scale, rect.width() * scale, rect.height() * scale)

    def _unscaled(self, rect: QRect) -> QRect:
        scale = self._scale
        whole = QRectF(rect.x() / scale, rect.y() / scale, rect.width() / scale, rect.height() / scale)
        return whole.toAlignedRect()

    def _reach_of(self, patch: Patch) -> QRect:
        """Where it can be seen."""
        if self._placing is None:
            return QRect()
        bounds = self._scaled(self._placing.seen(bounds_of(patch, self._placing.size))).toAlignedRect()
        around = math.ceil(self._feather) + 2 * _MARGIN
        return bounds.adjusted(-around, -around, around, around).intersected(self._mask.rect())

    # Painting

    def _paint_patches(self, patches: Iterable[Patch]) -> None:
        if self._placing is None:
            return
        painter = QPainter(self._mask)
        painter.setClipRegion(QRegion(self._whole))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._scale, self._scale)
        painter.setTransform(self._placing.onto, combine=True)
        for patch in patches:
            mode = _Mode.CompositionMode_DestinationOut if patch.erases else _Mode.CompositionMode_SourceOver
            painter.setCompositionMode(mode)
            paint_patch(painter, patch, self._placing.size, self._edge)
        painter.end()

    def _draw(self, dirty: QRect) -> None:
        """The veil, what may change cut out of it, and a line around that."""
        painter = QPainter(self._veil)
        painter.setClipRect(dirty)
        painter.setCompositionMode(_Mode.CompositionMode_Source)
        painter.fillRect(dirty, Qt.GlobalColor.transparent)
        if self._lies:
            painter.fillRect(dirty.intersected(self._whole), self._colour)
        marked = dirty.intersected(self._marked)
        if not marked.isEmpty():
            painter.setClipRect(marked)
            painter.setCompositionMode(_Mode.CompositionMode_DestinationOut)
            cut_softly(painter, self._mask, marked, self._feather)
            painter.drawImage(marked, self._mask, marked)
            painter.setCompositionMode(_Mode.CompositionMode_SourceOver)
            around = marked.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN).intersected(self._mask.rect())
            painter.drawImage(around, self._outline(around))
        painter.end()

    def _outline(self, part: QRect) -> QImage:
        """What is gained where the mask grows by a pixel or two: it has the edge's colour."""
        line = QImage(part.size(), _FORMAT)
        line.fill(Qt.GlobalColor.transparent)
        painter = QPainter(line)
        width = round(_EDGE * max(1.0, self._scale))
        for x, y in _ASIDE:
            painter.drawImage(QPoint(x * width, y * width), self._mask, part)
        painter.setCompositionMode(_Mode.CompositionMode_DestinationOut)
        painter.drawImage(line.rect(), self._mask, part)
        painter.end()
        return line

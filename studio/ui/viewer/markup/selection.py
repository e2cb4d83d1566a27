"""The frame around what is selected, with what it can be taken by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studio.ui.theme import Theme

HANDLE = 8
"""Pixels of a handle's side."""


def draw_selection(painter: QPainter, theme: Theme, bounds: QRectF, handles: Sequence[QPointF]) -> None:
    """In pixels of the widget. Dark and yellow dashes in turn are seen on any picture."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if not handles:
        around = bounds.adjusted(-3, -3, 3, 3)
        painter.setPen(QPen(theme.colour("on_accent"), 1.5))
        painter.drawRect(around)
        painter.setPen(QPen(theme.colour("accent"), 1.5, Qt.PenStyle.DashLine))
        painter.drawRect(around)
    painter.setPen(QPen(theme.colour("on_accent"), 1.5))
    painter.setBrush(theme.colour("accent"))
    for point in handles:
        painter.drawEllipse(point, HANDLE / 2, HANDLE / 2)

"""What Shift does to what is drawn."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF, Qt

from studio.domain.marks import MarkKind, Place
from studio.viewmodels.markup_state import within

if TYPE_CHECKING:
    from collections.abc import Callable

_EIGHTH = math.pi / 4


def straightened(start: Place, end: Place, kind: MarkKind, size: QSizeF, keys: Qt.KeyboardModifier) -> Place:
    """Where the mark ends: with Shift arrows go in one of eight ways, and boxes are squares."""
    if not keys & Qt.KeyboardModifier.ShiftModifier:
        return end
    make: Callable[[float, float], tuple[float, float]] = _square if kind is MarkKind.BOX else _one_of_eight
    across, down = make((end[0] - start[0]) * size.width(), (end[1] - start[1]) * size.height())
    return within((start[0] + across / size.width(), start[1] + down / size.height()))


def _one_of_eight(across: float, down: float) -> tuple[float, float]:
    angle = round(math.atan2(down, across) / _EIGHTH) * _EIGHTH
    length = math.hypot(across, down)
    return length * math.cos(angle), length * math.sin(angle)


def _square(across: float, down: float) -> tuple[float, float]:
    side = max(abs(across), abs(down))
    return math.copysign(side, across), math.copysign(side, down)

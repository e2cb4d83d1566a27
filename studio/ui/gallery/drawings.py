"""Pixmaps that are drawn once and painted many times."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from PySide6.QtGui import QPixmap

    from studio.ui.theme import Theme


class Drawings:
    """By all that their look depends on but the theme: with another theme they are drawn anew. No more than
    `most` are kept.
    """

    def __init__(self, theme: Theme, *, most: int) -> None:
        self._most = most
        self._drawn: dict[Hashable, QPixmap] = {}
        theme.changed.connect(self._forget)

    def get(self, known: Hashable, draw: Callable[[], QPixmap]) -> QPixmap:
        """The one that is known by this, drawn now if it wasn't."""
        pixmap = self._drawn.get(known)
        if pixmap is None:
            if len(self._drawn) >= self._most:
                self._drawn.clear()
            pixmap = self._drawn[known] = draw()
        return pixmap

    def _forget(self) -> None:
        self._drawn.clear()

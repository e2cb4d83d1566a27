"""The chip of a mode: with words, or with its icon alone where there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon

from studio.ui.kit import Chip

if TYPE_CHECKING:
    from studio.ui.theme import Theme


class ModeChip(Chip):
    """Its words are its name, whichever of the two is seen."""

    def __init__(self, theme: Theme, words: str, icon: str) -> None:
        super().__init__(words)
        self._theme = theme
        self._title = words
        self._icon = icon
        self._is_narrow = False
        self.setAccessibleName(words)
        theme.changed.connect(self._tint)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Show the icon instead of the words."""
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self.setText("" if is_narrow else self._title)
            self.setToolTip(self._title if is_narrow else "")
            self._tint()

    def _tint(self) -> None:
        self.setIcon(self._theme.icons.icon(self._icon, role="text") if self._is_narrow else QIcon())

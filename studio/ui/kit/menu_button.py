"""A button with words and a chevron that opens a menu."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from studio.ui.kit.button import ICON_GAP, Button, ButtonKind

if TYPE_CHECKING:
    from studio.ui.theme import Theme

CHEVRON = 12


class MenuButton(Button):
    def __init__(
        self,
        theme: "Theme",
        text: str,
        *,
        name: str = "",
        kind: ButtonKind = ButtonKind.QUIET,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, text, kind=kind, icon="chevron-down", name=name, parent=parent)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    def _tint(self) -> None:
        self.setIconSize(QSize(CHEVRON + ICON_GAP, CHEVRON))
        chevron = self._theme.icons.icon("chevron-down", size=CHEVRON, role="muted", before=ICON_GAP)
        self.setIcon(chevron)

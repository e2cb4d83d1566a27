"""Buttons that don't spend."""

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from studio.ui.kit.look import set_look

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from studio.ui.theme import Theme


ICON_GAP = 4


class ButtonKind(StrEnum):
    NEUTRAL = "neutral"
    QUIET = "quiet"
    LINK = "link"
    DANGER = "danger"


class Button(QPushButton):
    """A button with words; Enter presses it as well as Space."""

    def __init__(
        self,
        theme: "Theme",
        text: str,
        *,
        kind: ButtonKind = ButtonKind.NEUTRAL,
        icon: str = "",
        name: str = "",
        hint: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._icon_name = icon
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(name)
        self.setToolTip(hint)
        set_look(self, "kind", kind.value)
        if small:
            set_look(self, "size", "small")
        if icon:
            self._tint()
            theme.changed.connect(self._tint)

    def set_kind(self, kind: ButtonKind) -> None:
        set_look(self, "kind", kind.value)

    def set_icon(self, name: str) -> None:
        if not self._icon_name:
            self._theme.changed.connect(self._tint)
        self._icon_name = name
        self._tint()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def _icon_role(self) -> str:
        return {ButtonKind.DANGER: "bad", ButtonKind.LINK: "muted"}.get(self.property("kind"), "text")

    def _tint(self) -> None:
        size = self._theme.tokens.sizes.icon
        # Qt's style sheets know no gap between icon and words, so the icon brings it.
        gap = ICON_GAP if self.text() else 0
        self.setIconSize(QSize(size + gap, size))
        self.setIcon(self._theme.icons.icon(self._icon_name, size=size, role=self._icon_role(), after=gap))


class IconButton(Button):
    """A square button with an icon only; its name is also its tool tip."""

    def __init__(
        self,
        theme: "Theme",
        icon: str,
        *,
        name: str,
        hint: str = "",
        framed: bool = False,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", icon=icon, name=name, hint=hint or name, small=small, parent=parent)
        set_look(self, "framed", framed)

    def _icon_role(self) -> str:
        return "muted"

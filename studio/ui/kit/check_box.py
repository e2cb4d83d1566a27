"""A check box with the look of the kit."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton, QWidget

from studio.ui.kit.look import draw_frame

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from studio.ui.theme import Theme

TICK = 12


class CheckBox(QCheckBox):
    def __init__(
        self,
        theme: "Theme",
        text: str,
        *,
        name: str = "",
        description: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        theme.changed.connect(self.update)

    def paintEvent(self, event: "QPaintEvent") -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        box = self._box()
        checked = self.isChecked()
        draw_frame(
            painter,
            box,
            radius=4,
            fill=self._theme.colour("raised" if checked else "background"),
            line=self._theme.colour("accent" if self.hasFocus() else "faint" if checked else "line"),
        )
        if checked:
            role = "text" if self.isEnabled() else "faint"
            icon = self._theme.icons.pixmap("check", size=TICK, role=role, dpr=self.devicePixelRatioF())
            painter.drawPixmap(box.left() + 2, box.top() + 2, icon)

    def _box(self) -> QRect:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        return self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)

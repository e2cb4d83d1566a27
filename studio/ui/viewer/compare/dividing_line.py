"""The line between two pictures that lie over each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSlider

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from studio.ui.theme import Theme

HANDLE = 30
LINE = 2
ICON = 18
STEPS = 1000


class DividingLine(QSlider):
    """As wide as its handle, as high as its parent; its value is where it stands, of STEPS. The mouse is its
    parent's affair.
    """

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Dividing line"))
        self.setRange(0, STEPS)
        self.setSingleStep(STEPS // 50)
        self.setPageStep(STEPS // 10)
        self.setValue(STEPS // 2)
        theme.changed.connect(self.update)

    @property
    def share(self) -> float:
        """Where it stands, 0 to 1."""
        return self.value() / STEPS

    def set_share(self, share: float) -> None:
        """Let it stand here."""
        self.setValue(round(share * STEPS))

    def stand(self, across: int, height: int) -> None:
        """Lie over this column of the parent."""
        self.setGeometry(across - HANDLE // 2, 0, HANDLE, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """White on a dark hair, so that it is seen on every picture."""
        del event
        painter, theme = QPainter(self), self._theme
        middle = HANDLE // 2
        line = QRect(middle - LINE // 2, 0, LINE, self.height())
        painter.fillRect(line.adjusted(-1, 0, 1, 0), theme.colour("badge"))
        painter.fillRect(line, theme.colour("on_badge"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        handle = QRect(0, self.height() // 2 - middle, HANDLE, HANDLE)
        focused = self.hasFocus()
        painter.setPen(QPen(theme.colour("accent" if focused else "badge"), 2 if focused else 1))
        painter.setBrush(theme.colour("on_badge"))
        painter.drawEllipse(handle.adjusted(1, 1, -1, -1))
        icon = theme.icons.pixmap(
            "chevrons-left-right", size=ICON, role="on_accent", dpr=self.devicePixelRatioF()
        )
        painter.drawPixmap(handle.center() + QPoint(1 - ICON // 2, 1 - ICON // 2), icon)

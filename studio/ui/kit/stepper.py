"""A number between − and +."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QSpinBox, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QPixmap, QWheelEvent

    from studio.ui.theme import Theme

SIGN = 14
SIDE = 10


class Stepper(QSpinBox):
    """A spin box: arrow keys and the two signs step, digits can be typed."""

    def __init__(
        self, theme: "Theme", *, name: str, minimum: int = 1, maximum: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setRange(minimum, maximum)
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        self.valueChanged.connect(self.update)

    def set_format(self, *, prefix: str = "", suffix: str = "") -> None:
        """Words around the number, with their spaces: suffix " each"."""
        self.setPrefix(prefix)
        self.setSuffix(suffix)

    def set_value_silently(self, value: int) -> None:
        blocker = QSignalBlocker(self)
        self.setValue(value)
        blocker.unblock()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(112, self._theme.tokens.sizes.spend)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def wheelEvent(self, event: "QWheelEvent") -> None:
        """Scrolling past must not change what is paid."""
        event.ignore()

    def paintEvent(self, event: "QPaintEvent") -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        top = (self.height() - SIGN) // 2
        down = self.isEnabled() and self.value() > self.minimum()
        up = self.isEnabled() and self.value() < self.maximum()
        painter.drawPixmap(SIDE, top, self._sign("minus", active=down))
        painter.drawPixmap(self.width() - SIDE - SIGN, top, self._sign("plus", active=up))

    def _sign(self, name: str, *, active: bool) -> "QPixmap":
        role = "muted" if active else "line"
        return self._theme.icons.pixmap(name, size=SIGN, role=role, dpr=self.devicePixelRatioF())

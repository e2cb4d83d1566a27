"""A plain combo box with the look of a field, in a container that carries its name."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QGroupBox, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QWheelEvent

    from studio.ui.theme import Theme


class FieldCombo(QComboBox):
    def __init__(self, theme: "Theme", parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def wheelEvent(self, event: "QWheelEvent") -> None:
        """Scrolling past must not change the choice."""
        event.ignore()

    def paintEvent(self, event: "QPaintEvent") -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        role = "muted" if self.isEnabled() else "faint"
        icon = self._theme.icons.pixmap("chevron-down", size=12, role=role, dpr=self.devicePixelRatioF())
        painter.drawPixmap(self.width() - 24, (self.height() - 12) // 2, icon)


class ComboField(QGroupBox):
    picked = Signal(str)

    def __init__(self, theme: "Theme", *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.combo = FieldCombo(theme, self)
        self.combo.setAccessibleName(name)
        self.combo.activated.connect(lambda: self.picked.emit(self.value))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.combo)
        self.setFocusProxy(self.combo)

    @property
    def value(self) -> str:
        data = self.combo.currentData(Qt.ItemDataRole.UserRole)
        return data if isinstance(data, str) else ""

    def set_value(self, id_: str) -> None:
        self.combo.setCurrentIndex(self.combo.findData(id_))

    def set_options(self, options: tuple[tuple[str, str], ...]) -> None:
        """Pairs of id and label; keeps the choice when it is still among them, and begins with the first."""
        value = self.value
        self.combo.clear()
        for id_, label in options:
            self.combo.addItem(label, id_)
        if value:
            self.set_value(value)

"""A checkable pill, as the filters over the gallery are."""

from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget


class Chip(QPushButton):
    def __init__(self, text: str, *, count: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = text
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_count(count)

    def set_count(self, count: int | None) -> None:
        """Show a number after the words; None shows none."""
        self.setText(self._words if count is None else f"{self._words} {count:,}")

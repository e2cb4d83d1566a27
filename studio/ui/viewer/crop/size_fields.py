"""Width and height of a crop as numbers to type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QWidget

from studio.domain.export_sizes import MOST_EDGE
from studio.ui.kit import TextField, Words, set_look
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from studio.domain.geometry import PixelSize

NUMBER = 58


class SizeFields(QWidget):
    """`typed` carries width and height when Enter is pressed, or the keyboard goes elsewhere."""

    typed = Signal(int, int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[int, int] = (0, 0)
        self.width_field = self._field(translate("crop", "Width in pixels"))
        self.height_field = self._field(translate("crop", "Height in pixels"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.width_field)
        row.addWidget(Words("×", role="caption"))
        row.addWidget(self.height_field)
        row.addWidget(Words(translate("crop", "px"), role="caption"))

    def show_size(self, size: PixelSize) -> None:
        """These are the numbers, unless somebody is typing others."""
        self._shown = (size.width, size.height)
        for field, number in ((self.width_field, size.width), (self.height_field, size.height)):
            if not (field.hasFocus() and field.isModified()):
                field.setText(str(number))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up what was typed, and the keyboard to the picture."""
        if event.key() == Qt.Key.Key_Escape:
            for field, number in zip((self.width_field, self.height_field), self._shown, strict=True):
                field.setText(str(number))
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _field(self, name: str) -> TextField:
        field = TextField(name=name)
        set_look(field, "inline", True)
        field.setFixedWidth(NUMBER)
        field.setValidator(QIntValidator(1, MOST_EDGE, field))
        field.editingFinished.connect(self._tell)
        return field

    def _tell(self) -> None:
        if not (self.width_field.isModified() or self.height_field.isModified()):
            return
        width, height = (int(field.text() or 0) for field in (self.width_field, self.height_field))
        for field in (self.width_field, self.height_field):
            field.setModified(False)
        if width and height and (width, height) != self._shown:
            self.typed.emit(width, height)

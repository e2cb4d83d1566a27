"""Cards, and columns that scroll."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from studio.ui.kit.look import set_look


class Card(QFrame):
    """A frame with a column in it: `framed` on the panel's ground, else raised and without a line."""

    def __init__(self, *, padding: int = 16, framed: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "framed", framed)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(8)


class ScrollColumn(QScrollArea):
    """A column that scrolls up and down when it doesn't fit, and takes the ground of what it lies on."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QWidget()
        self.body = QVBoxLayout(column)
        self.body.setContentsMargins(16, 16, 16, 16)
        self.body.setSpacing(8)
        self.setWidget(column)

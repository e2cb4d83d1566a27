"""Under the group: which others are asked when it fails, and whether they are."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from studio.ui.kit import Button, ButtonKind, CheckBox, Words

if TYPE_CHECKING:
    from studio.ui.theme import Theme
    from studio.viewmodels.composer_fallback import FallbackLines


class FallbackField(QWidget):
    """Not there while there is nothing to say. `switched` carries whether other groups are asked, for now;
    `change_requested` wants their order and what they are asked after.
    """

    switched = Signal(bool)
    change_requested = Signal()

    def __init__(self, theme: "Theme", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.switch = CheckBox(theme, self.tr("If it fails, ask"))
        self.switch.clicked.connect(self.switched)
        self._words = Words(role="caption", wrap=True)
        self.change = Button(
            theme, self.tr("Change…"), kind=ButtonKind.LINK, name=self.tr("Change what is asked if it fails")
        )
        self.change.clicked.connect(self.change_requested)
        self._first = QHBoxLayout()
        self._first.setSpacing(8)
        self._first.addWidget(self.switch)
        self._first.addStretch(1)
        self._first.addWidget(self.change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._first)
        column.addWidget(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def show_lines(self, lines: "FallbackLines") -> None:
        self.setVisible(bool(lines.words))
        self.switch.setVisible(lines.moves_on is not None)
        self.switch.setChecked(bool(lines.moves_on))
        self.switch.setAccessibleDescription(lines.words)
        self._words.set_words(lines.words)

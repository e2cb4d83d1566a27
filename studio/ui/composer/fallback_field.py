"""Under the group: which others are asked when it fails, and whether they are."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from studio.ui.kit import Button, ButtonKind, CheckBox, Elided

if TYPE_CHECKING:
    from studio.ui.theme import Theme
    from studio.viewmodels.composer_fallback import FallbackLines


class FallbackField(QWidget):
    """One line; not there while there is nothing to say. `switched` carries whether other groups are asked,
    for now; `change_requested` wants their order and what they are asked after.
    """

    switched = Signal(bool)
    change_requested = Signal()

    def __init__(self, theme: "Theme", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.switch = CheckBox(theme, "", name=self.tr("If it fails, ask other groups"))
        self.switch.clicked.connect(self.switched)
        self._words = Elided(role="caption")
        self.change = Button(
            theme, self.tr("Change…"), kind=ButtonKind.LINK, name=self.tr("Change what is asked if it fails")
        )
        self.change.clicked.connect(self.change_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.switch)
        row.addWidget(self._words, 1)
        row.addWidget(self.change)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_lines(self, lines: "FallbackLines") -> None:
        self.setVisible(bool(lines.words))
        self.switch.setVisible(lines.moves_on is not None)
        self.switch.setChecked(bool(lines.moves_on))
        self.switch.setAccessibleDescription(lines.spoken)
        self._words.set_words(lines.words)
        self._words.setAccessibleName(lines.spoken)
        self._words.setToolTip(lines.spoken)

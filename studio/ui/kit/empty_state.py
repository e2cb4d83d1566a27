"""What a place says while there is nothing in it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from studio.ui.kit.button import Button
from studio.ui.kit.words import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from studio.ui.theme import Theme


NARROWEST = 180
WIDEST = 360


class EmptyState(QWidget):
    """An icon, what this place is for, and the one thing to do next."""

    acted = Signal()

    def __init__(
        self,
        theme: "Theme",
        *,
        icon: str,
        title: str,
        words: str,
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon
        self._icon = QLabel()
        self._title = Words(role="heading")
        self._words = Words(role="muted", wrap=True)
        self._action = Button(theme, action)
        self._action.clicked.connect(self.acted)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._words.setAlignment(centre)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        for widget in (self._icon, self._title, self._words):
            column.addWidget(widget, 0, centre)
        column.addSpacing(8)
        column.addWidget(self._action, 0, centre)
        column.addStretch(1)
        theme.changed.connect(self._tint)
        self._tint()
        self.set_words(title, words, action=action)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Its words take the room there is, up to a good measure for reading."""
        super().resizeEvent(event)
        self._fit_words(event.size().width())

    def set_words(self, title: str, words: str, *, action: str = "") -> None:
        """Without an action there is no button."""
        self._title.set_words(title)
        self._words.set_words(words)
        self._fit_words(self.width())
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)

    def _fit_words(self, width: int) -> None:
        """A layout asks what height they need in all of its width, which they don't take."""
        fitting = max(NARROWEST, min(width - 48, WIDEST))
        # A label never answers for less than its least width, nor with less than its least height.
        self._words.setFixedWidth(fitting)
        self._words.setMinimumHeight(0)
        self._words.setFixedHeight(self._words.heightForWidth(fitting))

    def _tint(self) -> None:
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(self._theme.icons.pixmap(self._icon_name, size=32, role="faint", dpr=ratio))

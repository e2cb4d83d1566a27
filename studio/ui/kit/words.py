"""Labels: words in a role, one line that shortens itself, badges, a label row, a line."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from studio.ui.kit.look import Tone, set_look
from studio.ui.kit.tips import in_lines

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class Words(QLabel):
    """Plain words. `role` is one of text, value, strong, muted, caption, faint, small, label, heading, title,
    estimate, or a tone: ok, warning, bad, info."""

    def __init__(
        self,
        text: str = "",
        *,
        role: str = "text",
        wrap: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        # What comes from outside must not be read as markup.
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        set_look(self, "role", role)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def set_words(self, text: str) -> None:
        if text != self.text():
            self.setText(text)

    def set_role(self, role: str) -> None:
        set_look(self, "role", role)


class Elided(Words):
    """One line, shortened with … where it doesn't fit; the whole text is its name and tool tip."""

    def __init__(
        self, text: str = "", *, role: str = "text", middle: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(role=role, parent=parent)
        self._whole = text
        self._mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_words(text)

    @property
    def whole(self) -> str:
        return self._whole

    def set_words(self, text: str) -> None:
        self._whole = " ".join(text.split())
        self.setAccessibleName(self._whole)
        self._shorten()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: "QResizeEvent") -> None:
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, self._mode, max(self.width(), 0))
        self.setText(shown)
        self.setToolTip("" if shown == self._whole else in_lines(self._whole))


class Badge(QLabel):
    """A small word on a ground of its own."""

    def __init__(self, text: str, *, tone: Tone = Tone.NEUTRAL, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_look(self, "tone", tone.value)


class KeyCap(QLabel):
    """The keys of a shortcut."""


class FieldLabel(QWidget):
    """The row over a field: its label on the left, a hint or a link on the right."""

    def __init__(
        self, text: str, *, hint: str = "", role: str = "label", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._label = Words(text, role=role)
        self._hint = Words(hint, role="caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._label)
        row.addStretch(1)
        row.addWidget(self._hint)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def hint(self) -> str:
        return self._hint.text()

    def set_text(self, text: str) -> None:
        self._label.set_words(text)

    def set_hint(self, hint: str) -> None:
        self._hint.set_words(hint)

    def set_buddy(self, field: QWidget) -> None:
        self._label.setBuddy(field)

    def add_right(self, widget: QWidget) -> None:
        """Put a link button at the right end."""
        row = self.layout()
        if row is not None:
            row.addWidget(widget)


class Divider(QFrame):
    """A line across."""

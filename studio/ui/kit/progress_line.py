"""A thin bar that shows what it is told, and nothing more."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from studio.ui.kit.look import Tone

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from studio.ui.theme import Theme

STEPS = 1000


class ProgressLine(QProgressBar):
    def __init__(self, theme: "Theme", *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = Tone.ACCENT
        self.setRange(0, STEPS)
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        self.set_fraction(0)

    def set_fraction(self, fraction: float) -> None:
        """From 0 to 1; what lies outside is held at the end."""
        self.setValue(round(min(max(fraction, 0.0), 1.0) * STEPS))

    @property
    def tone(self) -> Tone:
        return self._tone

    def set_tone(self, tone: Tone) -> None:
        self._tone = tone
        self.update()

    def set_words(self, words: str) -> None:
        """What the bar says, for screen readers."""
        self.setAccessibleDescription(words)

    def sizeHint(self) -> QSize:
        return QSize(80, self._theme.tokens.sizes.progress)

    def minimumSizeHint(self) -> QSize:
        return QSize(20, self._theme.tokens.sizes.progress)

    def paintEvent(self, event: "QPaintEvent") -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = self.height() / 2
        painter.setBrush(self._theme.colour("line"))
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        if self.value() > 0:
            width = max(self.width() * self.value() / STEPS, self.height())
            painter.setBrush(self._theme.colour(self._tone.role))
            painter.drawRoundedRect(QRectF(0, 0, width, self.height()), radius, radius)

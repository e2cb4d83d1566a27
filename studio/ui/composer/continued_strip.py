"""Says which version is continued, and what of it is sent along."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from studio.ui.kit import Card, Elided, IconButton, Words, draw_frame

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from studio.ui.theme import Theme
    from studio.viewmodels.composer_state import Continued

THUMB = QSize(52, 38)


class ContinuedStrip(Card):
    closed = Signal()

    def __init__(self, theme: "Theme", parent: QWidget | None = None) -> None:
        super().__init__(padding=6, parent=parent)
        self._thumb = _Thumb(theme)
        self._title = Words()
        self._words = Elided(role="caption")
        self._sent = Words(self.tr("its picture is sent along"), role="caption")
        self.close_button = IconButton(theme, "x", name=self.tr("Start afresh"), small=True)
        self.close_button.clicked.connect(self.closed)
        lines = QVBoxLayout()
        lines.setSpacing(1)
        for widget in (self._title, self._words, self._sent):
            lines.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._thumb)
        row.addLayout(lines, 1)
        row.addWidget(self.close_button)
        self.body.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_continued(self, continued: "Continued") -> None:
        number = continued.number
        self._title.set_words(
            self.tr("Continues a version")
            if number is None
            else self.tr("Continues version {number}").format(number=number)
        )
        self._words.set_words(self.tr("“{words}”").format(words=continued.words) if continued.words else "")
        self._words.setVisible(bool(continued.words))
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(self._sent.text())

    def show_picture(self, picture: QPixmap | None) -> None:
        self._thumb.show_picture(picture)


class _Thumb(QWidget):
    def __init__(self, theme: "Theme") -> None:
        super().__init__()
        self._theme = theme
        self._picture: QPixmap | None = None
        self.setFixedSize(THUMB)

    def show_picture(self, picture: QPixmap | None) -> None:
        self._picture = picture
        self.update()

    def paintEvent(self, event: "QPaintEvent") -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if self._picture is None:
            draw_frame(painter, self.rect(), radius=4, fill=self._theme.colour("raised"), line=None)
            return
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), 4, 4)
        painter.setClipPath(shape)
        painter.drawPixmap(QRectF(self.rect()), self._picture, _middle(self._picture))


def _middle(picture: QPixmap) -> QRectF:
    """The largest part in the middle with the thumbnail's proportions."""
    scale = min(picture.width() / THUMB.width(), picture.height() / THUMB.height())
    width, height = THUMB.width() * scale, THUMB.height() * scale
    return QRectF((picture.width() - width) / 2, (picture.height() - height) / 2, width, height)

"""A pill with a dot and words, as in the top bar."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from studio.ui.kit.look import Tone, draw_dot, draw_frame

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from studio.ui.theme import Theme

SIDE = 10
DOT_STEP = 14
PART_STEP = 6


@dataclass(frozen=True, slots=True)
class Part:
    """Words of one weight: "text", "muted", "faint", "strong", or a tone. Where there is little room a pill
    does without those that are `spare`, the last of them first.
    """

    text: str
    role: str = "text"
    spare: bool = False


class StatusPill(QPushButton):
    """Says a state in a dot and in words; its name is the words."""

    def __init__(
        self,
        theme: "Theme",
        text: str,
        *,
        tone: Tone = Tone.NEUTRAL,
        dot: bool = True,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = tone
        self._dot = dot
        self._parts: tuple[Part, ...] = ()
        self.setAutoDefault(False)
        self.setToolTip(hint)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        self.set_parts((Part(text),))

    @property
    def words(self) -> str:
        return " ".join(part.text for part in self._parts)

    @property
    def tone(self) -> Tone:
        return self._tone

    def set_words(self, text: str, *, tone: Tone | None = None) -> None:
        self._tone = tone if tone is not None else self._tone
        self.set_parts((Part(text),))

    def set_parts(self, parts: tuple[Part, ...]) -> None:
        self._parts = parts
        self.setAccessibleName(self.words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return self._size_of(self._parts)

    def minimumSizeHint(self) -> QSize:
        return self._size_of(tuple(part for part in self._parts if not part.spare))

    def _size_of(self, parts: tuple[Part, ...]) -> QSize:
        words = sum(QFontMetrics(self._font(part)).horizontalAdvance(part.text) for part in parts)
        steps = PART_STEP * max(0, len(parts) - 1)
        return QSize(2 * SIDE + (DOT_STEP if self._dot else 0) + words + steps, self._theme.tokens.sizes.pill)

    @property
    def shown(self) -> tuple[Part, ...]:
        """The parts that there is room for."""
        parts = self._parts
        for part in reversed(self._parts):
            if self._size_of(parts).width() <= self.width():
                break
            if part.spare:
                parts = tuple(one for one in parts if one is not part)
        return parts

    def paintEvent(self, event: "QPaintEvent") -> None:
        painter = QPainter(self)
        height = self.height()
        lifted = self.underMouse() or self.isDown()
        draw_frame(
            painter,
            self.rect(),
            radius=height / 2,
            fill=self._theme.colour("hover" if lifted else "raised"),
            line=self._theme.colour("accent") if self.hasFocus() else None,
        )
        left = SIDE
        if self._dot:
            draw_dot(painter, QPointF(left + 4, height / 2), self._theme.colour(self._tone.role))
            left += DOT_STEP
        for part in self.shown:
            font = self._font(part)
            width = QFontMetrics(font).horizontalAdvance(part.text)
            painter.setFont(font)
            painter.setPen(self._theme.colour("text" if part.role == "strong" else part.role))
            painter.drawText(QRect(left, 0, width + 2, height), Qt.AlignmentFlag.AlignVCenter, part.text)
            left += width + PART_STEP

    def _font(self, part: Part) -> QFont:
        weight = QFont.Weight.DemiBold if part.role == "strong" else QFont.Weight.Normal
        return self._theme.font(size=self._theme.tokens.sizes.label, weight=weight)

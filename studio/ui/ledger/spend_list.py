"""What was spent by project, or by group: the dearest few, each a button that narrows the ledger down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from studio.ui.kit import Words, draw_frame

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from studio.domain.spending import Spending
    from studio.ui.theme import Theme

MOST = 4
_TITLE, _LINE, _BAR = 26, 26, 3


class SpendList(QWidget):
    """`picked` carries the name of what was pressed."""

    picked = Signal(str)

    def __init__(self, theme: Theme, *, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = title
        self._rest = Words(role="caption")
        self._lines = [SpendLine(theme, self) for _ in range(MOST)]
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        words = Words(title, role="label")
        words.setMinimumHeight(_TITLE)
        column.addWidget(words)
        for line in self._lines:
            column.addWidget(line)
            line.picked.connect(self.picked)
        column.addWidget(self._rest)
        column.addStretch(1)

    def show_spending(self, parts: tuple[Spending, ...], chosen: str) -> None:
        """The dearest first, as they come; `chosen` is the name that the ledger is narrowed down to."""
        most = parts[0].spent.fen if parts else 0
        for line, part in zip(self._lines, parts, strict=False):
            line.show_part(part, share=part.spent.fen / most if most else 0.0, chosen=part.name == chosen)
        for line in self._lines[len(parts) :]:
            line.hide()
        more = len(parts) - MOST
        self._rest.set_words(self.tr("and {count} more").format(count=more) if more > 0 else "")
        self._rest.setVisible(more > 0)


class SpendLine(QPushButton):
    """A name, its amount, and a bar that compares it with the dearest."""

    picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._amount, self._share, self._chosen = "", 0.0, False
        self.name = ""
        self.setAutoDefault(False)
        self.clicked.connect(self._pick)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_LINE)
        theme.changed.connect(self.update)

    def _pick(self) -> None:
        self.picked.emit(self.name)

    def show_part(self, part: Spending, *, share: float, chosen: bool) -> None:
        self.name, self._amount, self._share, self._chosen = part.name, str(part.spent), share, chosen
        self.setAccessibleName(f"{part.name}, {part.spent}")
        self.setToolTip(part.name)
        self.show()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(80, _LINE)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        if self.hasFocus() or self.underMouse() or self.isDown():
            fill = theme.colour("hover") if self.underMouse() else None
            line = theme.colour("accent") if self.hasFocus() else None
            draw_frame(painter, self.rect(), radius=4, fill=fill, line=line)
        font = theme.font(size=theme.tokens.sizes.label)
        metrics, words = QFontMetrics(font), self.rect().adjusted(4, 1, -4, -_BAR - 3)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._amount)
        room = words.width() - metrics.horizontalAdvance(self._amount) - 10
        name = metrics.elidedText(self.name, Qt.TextElideMode.ElideRight, max(room, 0))
        painter.setPen(theme.colour("text" if self._chosen else "muted"))
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        track = QRect(4, self.height() - _BAR - 3, self.width() - 8, _BAR)
        draw_frame(painter, track, radius=1.5, fill=theme.colour("raised"), line=None)
        filled = QRect(track.left(), track.top(), round(track.width() * self._share), _BAR)
        if filled.width() > 0:
            role = "accent" if self._chosen else "faint"
            draw_frame(painter, filled, radius=1.5, fill=theme.colour(role), line=None)

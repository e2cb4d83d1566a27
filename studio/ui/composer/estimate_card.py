"""The card above the button: what it will cost, how long it takes, what it leaves of the budget."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from studio.ui.composer.budget_bar import BudgetBar
from studio.ui.kit import Words, draw_frame

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from studio.ui.theme import Theme
    from studio.viewmodels.composer_state import EstimateLines


class EstimateCard(QLineEdit):
    """To the eye a card of lines, to a screen reader one field whose value is the sentence."""

    def __init__(self, theme: "Theme", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(self.tr("Estimate"))
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._count = Words(role="caption")
        self._time = Words(role="caption")
        self._total = Words(role="estimate")
        self._today = Words(role="caption")
        self._bar = BudgetBar(theme)
        self._notes = Words(role="caption", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(4)
        self._column.addLayout(_row(self._count, self._time))
        self._column.addLayout(_row(self._total, self._today))
        self._column.addWidget(self._bar)
        self._column.addWidget(self._notes)
        theme.changed.connect(self.update)

    def show_lines(self, lines: "EstimateLines") -> None:
        self.setText(lines.sentence)
        self._count.set_words(lines.count)
        self._time.set_words(lines.time)
        self._total.set_words(lines.total)
        self._today.set_words(lines.today)
        self._bar.show_line(lines.budget)
        notes = tuple(filter(None, (lines.at_most, *lines.notes)))
        self._notes.set_words("\n".join(notes))
        self._notes.setVisible(bool(notes))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self._column.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._column.totalMinimumSize()

    def paintEvent(self, event: "QPaintEvent") -> None:
        draw_frame(
            QPainter(self),
            self.rect(),
            radius=self._theme.tokens.sizes.radius_card,
            fill=self._theme.colour("raised"),
            line=None,
        )


def _row(left: Words, right: Words) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(left)
    row.addStretch(1)
    row.addWidget(right, 0, Qt.AlignmentFlag.AlignVCenter)
    return row

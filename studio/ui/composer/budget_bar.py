"""The thin bar under the estimate: how much of the budget is used, and what the order takes of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from studio.ui.theme import Theme
    from studio.viewmodels.composer_budget import BudgetLine


class BudgetBar(QWidget):
    """What it shows stands in the words of the estimate, too."""

    def __init__(self, theme: "Theme", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._line: BudgetLine | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()
        theme.changed.connect(self.update)

    def show_line(self, line: "BudgetLine | None") -> None:
        """Without a budget there is no bar."""
        self._line = line
        self.setVisible(line is not None)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(80, self._theme.tokens.sizes.progress)

    def paintEvent(self, event: "QPaintEvent") -> None:
        if self._line is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole, round_ends = QRectF(self.rect()), QPainterPath()
        round_ends.addRoundedRect(whole, self.height() / 2, self.height() / 2)
        painter.setClipPath(round_ends)
        painter.fillRect(whole, self._theme.colour("line"))
        order = "bad" if self._line.breaks else "accent"
        for share, role in ((self._line.then, order), (self._line.used, "muted")):
            if share:
                width = max(self.width() * share, self.height() / 2)
                painter.fillRect(QRectF(0, 0, width, self.height()), self._theme.colour(role))

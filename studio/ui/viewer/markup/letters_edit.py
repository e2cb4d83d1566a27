"""Where words on a picture are written: in their place, in their size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from studio.viewmodels.mark_painting import letter_font, pixels_of_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

    from studio.domain.marks import Mark
    from studio.ui.viewer.drawing.placing import Placing

LEAST_PIXELS = 13
"""Smaller letters are written larger than they will be."""
PADDING = 4
LEAST_WIDTH = 120


class LettersEdit(QPlainTextEdit):
    """`finished` carries the words, once. Enter, Escape or a press elsewhere ends it, Shift+Enter makes a
    new line.
    """

    finished = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self._open = False
        self.setAccessibleName(self.tr("Words on the picture"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        for set_policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(PADDING)
        self.textChanged.connect(self._fit)
        self.hide()

    def open(self, mark: Mark, placing: Placing, families: Sequence[str]) -> None:
        """Write what this mark says, where it lies."""
        height = mark.thickness * max(placing.view.width, placing.view.height) * placing.scale
        self.setFont(letter_font(families, max(pixels_of_line(height, families), LEAST_PIXELS)))
        blocker = QSignalBlocker(self)
        self.setPlainText(mark.text)
        blocker.unblock()
        self.move(placing.point(mark.places[0]).toPoint() - QPoint(PADDING + 1, PADDING + 1))
        self._open = True
        self.show()
        self._fit()
        self.selectAll()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """What is written stays."""
        if self._open:
            self._open = False
            self.hide()
            self.finished.emit(self.toPlainText())

    def discard(self) -> None:
        """Nothing is to be written any more."""
        self._open = False
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is enough."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() == Qt.Key.Key_Escape or (
            is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self.finish()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """So is going elsewhere, but for a menu or another window."""
        super().focusOutEvent(event)
        if event.reason() not in {
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.MenuBarFocusReason,
        }:
            self.finish()

    def _fit(self) -> None:
        """As large as the words, and no larger than the picture's room."""
        metrics = QFontMetricsF(self.font())
        lines = self.toPlainText().split("\n")
        width = max(metrics.horizontalAdvance(line) for line in lines) + metrics.averageCharWidth()
        around = 2 * (PADDING + 2)
        wanted = QSize(round(width) + around, round(metrics.height() * len(lines)) + around)
        room = QSize(self._host.width() - max(0, self.x()), self._host.height() - max(0, self.y()))
        self.resize(wanted.expandedTo(QSize(LEAST_WIDTH, 0)).boundedTo(room))

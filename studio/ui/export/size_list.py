"""The sizes of an export, a line each; the chosen one is weighed and can be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from studio.ui.kit import draw_frame
from studio.ui.kit.option_group import OptionCell, OptionGroup
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from studio.ui.theme import Theme
    from studio.viewmodels.export_sizes import SizeRow

LINE = 24
NARROWEST, WIDEST, KIND = 52, 168, 64
PAD, GAP = 6, 16


class _Line(OptionCell):
    """`edit_wanted` on a double click or Enter, `removal_wanted` on Delete."""

    edit_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, theme: Theme, id_: str, row: SizeRow, parent: QWidget) -> None:
        super().__init__(id_, row.words, parent)
        self._theme = theme
        self._row = row
        self._name_width = NARROWEST
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_row(self, row: SizeRow, *, name_width: int) -> None:
        """Show these words, with so much room for the name."""
        if (row, name_width) != (self._row, self._name_width):
            self._row, self._name_width = row, name_width
            self.setAccessibleName(row.words)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(220, LINE)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.removal_wanted.emit()
            case Qt.Key.Key_F2:
                self.edit_wanted.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                event.ignore()
            case _:
                super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.edit_wanted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        chosen, sizes = self.isChecked(), theme.tokens.sizes
        if self.hasFocus() or self.underMouse():
            fill = theme.colour("hover") if self.underMouse() else None
            line = theme.colour("accent") if self.hasFocus() else None
            draw_frame(painter, self.rect(), radius=4, fill=fill, line=line)
        painter.setFont(theme.font(size=sizes.label))
        room = self.rect().adjusted(PAD, 0, -PAD, 0)
        role = "text" if chosen else "muted"
        middle = room.adjusted(self._name_width, 0, -KIND, 0)
        name = QRect(room.left(), 0, self._name_width - PAD, self.height())
        self._draw(painter, name, self._row.name, role)
        self._draw(painter, middle, self._row.pixels or "—", role)
        kind = QRect(room.right() - KIND, 0, KIND, self.height())
        larger = self._row.is_larger
        words = translate("export", "larger") if larger else self._row.kind
        self._draw(painter, kind, words, "warning" if larger else role, side=Qt.AlignmentFlag.AlignRight)

    def _draw(
        self,
        painter: QPainter,
        area: QRect,
        text: str,
        role: str,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        painter.setPen(self._theme.colour(role))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, shown)


class SizeList(OptionGroup):
    """`picked` carries the row as text."""

    edit_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, theme: Theme, *, name: str) -> None:
        super().__init__(name=name, columns=1)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_rows(self, rows: tuple[SizeRow, ...], *, chosen: int) -> None:
        """Show these; as many as before only change their words, and keep the focus."""
        lines = [cell for cell in self._cells if isinstance(cell, _Line)]
        if len(lines) != len(rows):
            had_focus = any(line.hasFocus() for line in lines)
            while self._column.takeAt(0) is not None:
                pass
            lines = [_Line(self._theme, str(number), row, self) for number, row in enumerate(rows)]
            for line in lines:
                self._column.addWidget(line)
                line.edit_wanted.connect(self.edit_wanted)
                line.removal_wanted.connect(self.removal_wanted)
            self._adopt([*lines])
            if had_focus:
                lines[min(chosen, len(lines) - 1)].setFocus()
        metrics = QFontMetrics(self._theme.font(size=self._theme.tokens.sizes.label))
        longest = max(metrics.horizontalAdvance(row.name) for row in rows) + GAP
        name_width = min(max(longest, NARROWEST), WIDEST)
        for line, row in zip(lines, rows, strict=True):
            line.show_row(row, name_width=name_width)
        self.set_value(str(chosen))

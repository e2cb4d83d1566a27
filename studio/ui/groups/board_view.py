"""A board of groups to look at, to walk with arrow keys, and to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from studio.ui.groups.board_model import BoardModel
from studio.ui.groups.board_painter import HEIGHT, BoardPainter
from studio.ui.kit import set_look

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from studio.ui.theme import Theme
    from studio.viewmodels.groups_board import Board

HEAD = 36
NAME_ROOM = 90
"""So much of the room that is left goes to the names first."""

_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class BoardView(QTableView):
    """As high as its rows. `chosen` names the group that was clicked, or on which Enter or Space was
    pressed.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = BoardModel(self)
        self.setModel(self._model)
        self._painter = BoardPainter(theme, self)
        self._wide = 0
        # By whether they are dense: a page asks at every step of its layout.
        self._measured: dict[bool, list[int]] = {}
        self.setItemDelegate(self._painter)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(HEIGHT)
        head = self.horizontalHeader()
        head.setFixedHeight(HEAD)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        # Else Qt makes narrow columns wider than they are to be.
        head.setMinimumSectionSize(1)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        self.clicked.connect(self._choose)
        theme.changed.connect(self._measure_anew)

    def show_board(self, board: Board) -> None:
        """Show this; the row that the keys stand on stays."""
        at = self.currentIndex()
        self._model.show_board(board)
        if not self.currentIndex().isValid() and board.rows:
            chosen = next((number for number, row in enumerate(board.rows) if row.chosen), 0)
            row = at.row() if 0 <= at.row() < len(board.rows) else chosen
            self.setCurrentIndex(self._model.index(row, 0))
        self._measure_anew()

    def sizeHint(self) -> QSize:
        return QSize(600, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _CHOOSING and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The row that the keys stand on has a frame, across all its cells."""
        super().paintEvent(event)
        if not self.hasFocus() or not self.currentIndex().isValid():
            return
        row, last = self.currentIndex().row(), self._model.columnCount() - 1
        area = self.visualRect(self._model.index(row, 0)).united(
            self.visualRect(self._model.index(row, last))
        )
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self._theme.colour("accent"), 1))
        painter.drawRect(area.adjusted(0, 0, -1, -1))

    def _choose(self, index: QModelIndex) -> None:
        row = self._model.row(index.row())
        if row is not None:
            self.chosen.emit(row.name)

    # Its measures

    def _measure_anew(self) -> None:
        self._measured.clear()
        self._fit()

    def _widths(self, *, dense: bool) -> list[int]:
        """Of every column, so that its words and heading fit."""
        self._be_dense(dense=dense)
        if dense not in self._measured:
            self._measured[dense] = self._measure()
        return [*self._measured[dense]]

    def _measure(self) -> list[int]:
        """All rows count, seen or not."""
        sizes, rows, painter = self._theme.tokens.sizes, self._model.rowCount(), self._painter
        size = sizes.label if painter.dense else sizes.text
        fonts = QFontMetrics(self._theme.font(size=size, weight=QFont.Weight.Medium))
        option = QStyleOptionViewItem()
        widths: list[int] = []
        for column in range(self._model.columnCount()):
            title = self._model.headerData(column, Qt.Orientation.Horizontal)
            head = fonts.horizontalAdvance(str(title)) + 2 * painter.gap + 2
            cells = (painter.sizeHint(option, self._model.index(row, column)).width() for row in range(rows))
            widths.append(max(head, *cells, 0))
        return widths

    def _fit(self) -> None:
        """Every column has its words; what is left goes to the names, then to all alike."""
        room = self.viewport().width()
        widths = self._widths(dense=False)
        if sum(widths) > room:
            widths = self._widths(dense=True)
        if not widths:
            return
        self._wide = sum(widths)
        left = max(0, room - self._wide)
        widths[0] += min(left, NAME_ROOM)
        left -= min(left, NAME_ROOM)
        share, rest = divmod(left, len(widths))
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width + share + (rest if column == 0 else 0))
        self.updateGeometry()

    def _be_dense(self, *, dense: bool) -> None:
        self._painter.dense = dense
        self._model.be_dense(dense=dense)
        head = self.horizontalHeader()
        set_look(head, "dense", dense)
        head.ensurePolished()

    def _height(self) -> int:
        too_wide = self._wide > self.viewport().width()
        bar = self.horizontalScrollBar().sizeHint().height() if too_wide else 0
        return HEAD + self._model.rowCount() * HEIGHT + bar

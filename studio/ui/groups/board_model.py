"""A board of groups as a table model: names first, figures behind them."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from studio.viewmodels.groups_board import NO_BOARD, Board, BoardRow

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NOWHERE = QModelIndex()


class BoardModel(QAbstractTableModel):
    """Rows are changed one by one as long as the groups and headings stay the same."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board = NO_BOARD
        self._is_dense = False

    def be_dense(self, *, dense: bool) -> None:
        """Have short headings, or whole ones."""
        if dense is not self._is_dense:
            self._is_dense = dense
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, self.columnCount() - 1))

    def show_board(self, board: Board) -> None:
        before = self._board
        same = [row.name for row in before.rows] == [row.name for row in board.rows]
        if not same or len(before.columns) != len(board.columns):
            self.beginResetModel()
            self._board = board
            self.endResetModel()
            return
        self._board = board
        last = len(board.columns) - 1
        if before.columns != board.columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        for number, (old, new) in enumerate(zip(before.rows, board.rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(number, 0), self.index(number, last))

    def row(self, number: int) -> BoardRow | None:
        return self._board.rows[number] if 0 <= number < len(self._board.rows) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._board.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._board.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self.row(index.row()), index.column()
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.cells[column - 1] if column else row.name
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._board.columns[column].title if column else row.spoken
            case Qt.ItemDataRole.ToolTipRole:
                return self._board.columns[column].hint if column else row.why
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column else _LEFT
            case _:
                return row if role == ROW else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical or section >= len(self._board.columns):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                column = self._board.columns[section]
                return column.short or column.title if self._is_dense else column.title
            case Qt.ItemDataRole.ToolTipRole:
                return self._board.columns[section].hint
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if section else _LEFT
            case _:
                return None

"""The attempts as a table: rows of one height, whatever their number."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QItemSelectionRange, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from studio.domain.charge import Charge
from studio.ui.kit import surface
from studio.viewmodels.ledger_rows import Role
from studio.viewmodels.ledger_words import Column
from studio.viewmodels.settle_offer import CHARGES, SettleStep, step_words

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent

    from studio.library.ledger_rows import LedgerRow
    from studio.ui.theme import Theme
    from studio.viewmodels.ledger import LedgerViewModel
    from studio.viewmodels.settling import SettlingViewModel

ROW = 32
NARROW = 900
"""Below this width the project gives way: it can be filtered by, and stands in the row's description."""

_WIDTHS = {
    Column.TIME: 132,
    Column.PROJECT: 120,
    Column.GROUP: 112,
    Column.SIZE: 92,
    Column.PRICE: 104,
    Column.CHARGE: 152,
    Column.REQUEST_ID: 108,
}
_NARROW_WIDTHS = {**_WIDTHS, Column.TIME: 104, Column.GROUP: 100, Column.SIZE: 82, Column.CHARGE: 104}


class LedgerTable(QTableView):
    """A press on a row that was saved, or Enter, looks at its version; a press on a request id, or Ctrl+C,
    copies it. Several rows are selected with Ctrl or Shift; the menu, or Enter on a row that brought nothing,
    settles those that can be.
    """

    def __init__(
        self,
        theme: Theme,
        ledger: LedgerViewModel,
        settling: SettlingViewModel,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ledger = ledger
        self._settling = settling
        self.setAccessibleName(self.tr("Attempts"))
        surface(self.viewport(), "panel")
        self.setModel(ledger.rows)
        self.setItemDelegate(_RowDelegate(theme, self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._set_up_headers()
        self.clicked.connect(self._press)
        self.selectionModel().selectionChanged.connect(self._choose)

    def _set_up_headers(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(ROW)
        rows.setDefaultSectionSize(ROW)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setSectionsClickable(False)
        columns.setSectionResizeMode(Column.OUTCOME, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window leaves the room to how it ended."""
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        self.setColumnHidden(Column.PROJECT, narrow)
        for column, width in (_NARROW_WIDTHS if narrow else _WIDTHS).items():
            self.horizontalHeader().resizeSection(column, width)

    # Hands

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._act(at)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._ledger.copy_request_id(at)
        elif event.key() == Qt.Key.Key_Home:
            self._go(0)
        elif event.key() == Qt.Key.Key_End:
            self._go(self.model().rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def _act(self, at: int) -> None:
        """Look at what it brought; where it brought nothing, say what can be done."""
        row = self._ledger.rows.row(at)
        if row is not None and not row.version:
            place = self.visualRect(self.currentIndex()).bottomLeft()
            self._open_menu(at, self.viewport().mapToGlobal(place))
        else:
            self._ledger.look(at)

    def _go(self, at: int) -> None:
        """To the first or the last row, in the column where the person is."""
        self.setCurrentIndex(self.model().index(at, max(self.currentIndex().column(), 0)))

    def select_first_soon(self) -> None:
        """To the first row, with the keyboard, as soon as the rows are those that were chosen."""
        self.setFocus()
        self._ledger.rows_shown.connect(self._select_first, Qt.ConnectionType.SingleShotConnection)

    def _select_first(self) -> None:
        self.clearSelection()
        self._go(0)

    def _choose(self) -> None:
        keys = self._ledger.rows.keys
        chosen: list[int] = []
        # The stubs don't know that it is a list.
        for run in cast("list[QItemSelectionRange]", self.selectionModel().selection()):
            chosen += keys[run.top() : run.bottom() + 1]
        self._settling.choose(chosen)

    def _press(self, index: QModelIndex) -> None:
        if len(self.selectionModel().selectedRows()) != 1 or _several_are_meant():
            return
        if index.column() == Column.REQUEST_ID:
            self._ledger.copy_request_id(index.row())
        else:
            self._ledger.look(index.row())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By mouse where it points, by key at the row that is chosen."""
        by_key = event.reason() is not event.Reason.Mouse
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        place = self.visualRect(index).bottomLeft() if by_key else event.pos()
        self._open_menu(index.row(), self.viewport().mapToGlobal(place))

    def _open_menu(self, at: int, place: QPoint) -> None:
        row = self._ledger.rows.row(at)
        if row is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add_steps_of(row, at, menu)
        self._add_settling(menu)
        if menu.isEmpty():
            menu.deleteLater()
        else:
            menu.popup(place)

    def _add_settling(self, menu: QMenu) -> None:
        state = self._settling.state
        steps = [step for step, charge in CHARGES.items() if state.changes(charge)]
        if not steps:
            return
        menu.addSeparator()
        for step in steps:
            menu.addAction(step_words(step)).triggered.connect(
                lambda *, step=step: self._settling.settle(CHARGES[step])
            )
        asked = {attempt.gateway for attempt in state.chosen if attempt.charge is Charge.UNKNOWN}
        if any(state.has_log(gateway) for gateway in asked):
            ask = menu.addAction(step_words(SettleStep.ASK_LOG))
            ask.setEnabled(not state.is_asking)
            ask.triggered.connect(self._settling.ask_log)

    def _add_steps_of(self, row: LedgerRow, at: int, menu: QMenu) -> None:
        if row.version:
            menu.addAction(self._theme.icons.icon("eye"), self.tr("Show picture")).triggered.connect(
                lambda: self._ledger.look(at)
            )
        if row.entry.attempt.request_id:
            menu.addAction(self._theme.icons.icon("copy"), self.tr("Copy request id")).triggered.connect(
                lambda: self._ledger.copy_request_id(at)
            )
        if row.is_disputable:
            menu.addAction(self._theme.icons.icon("copy"), self.tr("Copy refund claim")).triggered.connect(
                lambda: self._ledger.copy_claim_of(row)
            )


def _several_are_meant() -> bool:
    """Whether a press adds to what is selected, or takes from it."""
    held = QGuiApplication.keyboardModifiers()
    return bool(held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier))


class _RowDelegate(QStyledItemDelegate):
    """Words in the colour of what they say, over a line; the row that is chosen is raised."""

    def __init__(self, theme: Theme, table: LedgerTable) -> None:
        super().__init__(table)
        self._theme = theme
        self._table = table

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        # Not by initStyleOption(): it asks the model seven times for each place.
        theme, column = self._theme, index.column()
        rect, chosen = option.rect, bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, theme.colour("raised"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("line"))
        if chosen and self._table.hasFocus() and column == Column.TIME:
            painter.fillRect(rect.left(), rect.top(), 2, rect.height(), theme.colour("accent"))
        painter.setPen(theme.colour(index.data(Role.TONE) or "muted"))
        painter.setFont(theme.font(size=theme.tokens.sizes.label))
        words = rect.adjusted(8, 0, -8, 0)
        text = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, words.width())
        side = Qt.AlignmentFlag.AlignRight if column == Column.PRICE else Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, side | Qt.AlignmentFlag.AlignVCenter, text)

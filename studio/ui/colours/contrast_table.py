"""The contrast of each colour of a palette with each other, as text on ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from studio.domain.oklab import name_of, rgb_of
from studio.domain.palette_contrast import grade, text_on
from studio.domain.palette_swatches import contrasts
from studio.ui.kit import set_look
from studio.viewmodels.colour_words import name_words, pair_words, short_ratio
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studio.domain.palette_swatches import Swatch
    from studio.ui.theme import Theme

ROW, LEAST_COLUMN, NAMES = 38, 44, 132
_COLOURS = Qt.ItemDataRole.UserRole
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ContrastTable(QTableWidget):
    """Rows are text, columns what it stands on, in the palette's order."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(translate("colours", "Contrast of each pair"))
        self.setItemDelegate(_Painter(theme, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setMinimumSectionSize(LEAST_COLUMN)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(ROW)
        down.setFixedWidth(NAMES)
        down.setDefaultAlignment(_LEFT)
        set_look(across, "dense", True)
        set_look(down, "dense", True)
        self._swatches: Sequence[Swatch] = ()

    def show_swatches(self, swatches: Sequence[Swatch]) -> None:
        """Work it out for these: only when it is looked at."""
        if swatches == self._swatches:
            return
        self._swatches = swatches
        count = len(swatches)
        self.setRowCount(count)
        self.setColumnCount(count)
        names = [name_words(swatch) for swatch in swatches]
        self.setVerticalHeaderLabels([f"{number}  {name}" for number, name in enumerate(names, 1)])
        self.setHorizontalHeaderLabels([str(number) for number in range(1, count + 1)])
        for row, line in enumerate(contrasts(swatches)):
            for column, ratio in enumerate(line):
                self.setItem(row, column, _item(swatches[row], swatches[column], ratio))
        if count:
            self.setCurrentCell(0, min(1, count - 1))


def _item(text: Swatch, ground: Swatch, ratio: float) -> QTableWidgetItem:
    if text is ground:
        item = QTableWidgetItem("")
        item.setToolTip(name_words(text))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, name_words(text))
    else:
        item = QTableWidgetItem(f"{short_ratio(ratio)}\n{grade(ratio)}")
        words = pair_words(text, ground, ratio)
        item.setToolTip(words)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
    item.setData(_COLOURS, (text.hex, ground.hex))
    return item


class _Painter(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: ContrastTable) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """A sample in the two colours themselves; what is said of it can always be read."""
        text, ground = index.data(_COLOURS)
        place: QRect = option.rect
        painter.fillRect(place, QColor(ground))
        lines = index.data().split("\n")
        if len(lines) == 2:
            said = QColor(name_of(text_on(rgb_of(ground))))
            above, sizes = QRect(place.left(), place.top() + 3, place.width(), 16), self._theme.tokens.sizes
            half = above.width() // 2
            painter.setFont(self._theme.font(size=sizes.text))
            painter.setPen(QColor(text))
            painter.drawText(above.adjusted(0, 0, -half, 0), _RIGHT, "Aa")
            painter.setPen(said)
            painter.setFont(self._theme.font(size=sizes.small))
            painter.drawText(above.adjusted(half + 4, 0, 0, 0), _LEFT, lines[0])
            painter.setFont(self._theme.font(size=sizes.small - 1))
            painter.drawText(above.translated(0, 15), Qt.AlignmentFlag.AlignCenter, lines[1])
        state = option.state
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._theme.colour("accent"))
            painter.drawRect(place.adjusted(0, 0, -1, -1))

"""What the pickers made of radio buttons share: one choice, arrow keys, names for screen readers."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGroupBox, QRadioButton, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent

STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class OptionCell(QRadioButton):
    """One option; its whole name is its label. Subclasses paint it."""

    stepped = Signal(int, int)

    def __init__(self, id_: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label.replace("&", "&&"), parent)
        self.id = id_
        self.label = label
        self.setAccessibleName(label)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def describe(self, words: str) -> None:
        self.setAccessibleDescription(words)
        self.setToolTip(words)

    def hitButton(self, pos: "QPoint") -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(*step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class OptionGroup(QGroupBox):
    """Radio buttons of which one is chosen. `picked` tells a person's choice, never a program's."""

    picked = Signal(str)

    def __init__(self, *, name: str, columns: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._cells: list[OptionCell] = []
        self._buttons = QButtonGroup(self)
        self._buttons.buttonToggled.connect(self._leave_one_tab_stop)
        self.setAccessibleName(name)

    @property
    def value(self) -> str:
        """The id of the chosen option, or nothing."""
        cell = self._buttons.checkedButton()
        return cell.id if isinstance(cell, OptionCell) else ""

    @property
    def cells(self) -> tuple[OptionCell, ...]:
        return tuple(self._cells)

    def set_value(self, id_: str) -> None:
        """Choose by id; an unknown id chooses nothing."""
        chosen = next((cell for cell in self._cells if cell.id == id_), None)
        if chosen is not None:
            chosen.setChecked(True)
            return
        self._buttons.setExclusive(False)
        for cell in self._cells:
            cell.setChecked(False)
        self._buttons.setExclusive(True)

    def _adopt(self, cells: list[OptionCell]) -> None:
        """Take new cells in place of the old ones, and keep the choice when it is still among them."""
        value = self.value
        for old in self._cells:
            self._buttons.removeButton(old)
            old.hide()
            old.deleteLater()
        self._cells = cells
        for cell in cells:
            self._buttons.addButton(cell)
            cell.clicked.connect(lambda *, id_=cell.id: self.picked.emit(id_))
            cell.stepped.connect(partial(self._step, cell))
        self.set_value(value)
        self._leave_one_tab_stop()

    def _leave_one_tab_stop(self) -> None:
        """Tab comes to what is chosen; Qt sees to that only once the group has had the keyboard."""
        stop = self._buttons.checkedButton() or next(iter(self._cells), None)
        for cell in self._cells:
            policy = Qt.FocusPolicy.StrongFocus if cell is stop else Qt.FocusPolicy.ClickFocus
            cell.setFocusPolicy(policy)

    def _step(self, origin: OptionCell, across: int, down: int) -> None:
        """Move the choice along the row or to the next row, past what can't be chosen; the ends hold."""
        open_cells = [cell for cell in self._cells if cell.isVisibleTo(self)]
        stride = across + down * self._columns
        index = open_cells.index(origin) + stride
        while 0 <= index < len(open_cells):
            cell = open_cells[index]
            if cell.isEnabled():
                cell.setFocus(Qt.FocusReason.TabFocusReason)
                cell.click()
                return
            index += stride

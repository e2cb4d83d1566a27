"""The command palette: a field and the lines that fit what is typed in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from studio.ui.kit import Divider, Overlay, TextField, announce, set_look
from studio.ui.palette.line_painter import HEIGHT, LinePainter

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from studio.ui.theme import Theme
    from studio.viewmodels.palette import PaletteModel

WIDTH = 620
TOP = 64
LINES = 11
PAD = 6
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: LINES - 1, Qt.Key.Key_PageUp: 1 - LINES}


class _Field(TextField):
    """Keys that move in the list are no letters."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down, by line and by page; Control with N and P as in a shell."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is None and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            step = {Qt.Key.Key_N: 1, Qt.Key.Key_P: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)


class Palette(Overlay):
    """Return or a click does what a line says, after the focus is back where it was."""

    def __init__(self, theme: Theme, model: PaletteModel, *, host: QWidget) -> None:
        super().__init__(host, name=self.tr("Command palette"), width=WIDTH, top=TOP)
        self._model = model
        self.field = _Field(
            name=self.tr("Command palette"), placeholder=self.tr("What do you want to do or see?")
        )
        set_look(self.field, "bare", True)
        self.list = QListView()
        self.list.setModel(model)
        self.list.setItemDelegate(LinePainter(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setMouseTracking(True)
        self.card.body.setContentsMargins(1, 1, 1, 1)
        self.card.body.setSpacing(0)
        self.card.body.addWidget(self.field)
        self.card.body.addWidget(Divider())
        self.card.body.addWidget(self.list)
        self._listen()

    def _listen(self) -> None:
        self.field.textChanged.connect(self._find)
        self.field.stepped.connect(self._step)
        self.field.returnPressed.connect(self._run_current)
        self.list.entered.connect(self.list.setCurrentIndex)
        self.list.clicked.connect(self._run)
        self.list.selectionModel().currentChanged.connect(self._say)

    def show_palette(self) -> None:
        """Open it with everything listed; close it when it is open."""
        if self.isVisible():
            self.dismiss()
            return
        self._model.open()
        self.field.clear()
        self._choose(0)
        self._fit()
        self.open(self.field)

    def _find(self, text: str) -> None:
        self._model.find(text)
        self._choose(0)
        self._fit()
        self.place()

    def _fit(self) -> None:
        """As many lines as there are, up to a handful."""
        lines = min(self._model.rowCount(), LINES)
        self.list.setFixedHeight(lines * HEIGHT + 2 * PAD)

    def _step(self, step: int) -> None:
        """From the last line on to the first, but a page stops at the ends."""
        count = self._model.rowCount()
        row = self.list.currentIndex().row() + step
        if count:
            self._choose(row % count if abs(step) == 1 else min(max(row, 0), count - 1))

    def _choose(self, row: int) -> None:
        self.list.setCurrentIndex(self._model.index(row))

    def _run_current(self) -> None:
        self._run(self.list.currentIndex())

    def _run(self, index: QModelIndex) -> None:
        if index.isValid():
            row = index.row()
            self.dismiss()
            self._model.run(row)

    def _say(self, index: QModelIndex) -> None:
        """The focus stays in the field, so a screen reader has to be told."""
        if self.isVisible() and index.isValid():
            announce(self.field, str(index.data(Qt.ItemDataRole.AccessibleTextRole)))

"""When a group fails: which groups are asked next, after what, and up to which price."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.ui.kit import CheckBox, ComboField, Dialog, Elided, FieldLabel, IconButton, TextField, Words

if TYPE_CHECKING:
    from studio.ui.theme import Theme
    from studio.viewmodels.fallback_order import FallbackOrderViewModel, OrderedGroup

WIDTH = 520
NUMBER = 18
CEILING = 120

translate = QCoreApplication.translate


class OrderRow(QWidget):
    """One group of the order, `moved` by so many places: by its buttons, or by Alt with an arrow while one of
    them has the focus. Delete removes it.
    """

    moved = Signal(str, int)
    removed = Signal(str)

    def __init__(self, theme: Theme, group: OrderedGroup, *, place: int, count: int) -> None:
        super().__init__()
        name = group.name
        self.up = IconButton(
            theme, "chevron-up", name=self.tr("Ask {group} earlier").format(group=name), small=True
        )
        self.down = IconButton(
            theme, "chevron-down", name=self.tr("Ask {group} later").format(group=name), small=True
        )
        self.remove = IconButton(theme, "x", name=self.tr("Don't ask {group}").format(group=name), small=True)
        self.up.setEnabled(place > 0)
        self.down.setEnabled(place < count - 1)
        self.up.clicked.connect(lambda: self.moved.emit(name, -1))
        self.down.clicked.connect(lambda: self.moved.emit(name, 1))
        self.remove.clicked.connect(lambda: self.removed.emit(name))
        number = Words(str(place + 1), role="faint")
        number.setFixedWidth(NUMBER)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(number)
        row.addWidget(Elided(name), 1)
        if group.note:
            row.addWidget(Words(group.note, role="warning"))
        row.addWidget(Words(group.price, role="caption"))
        for button in (self.up, self.down, self.remove):
            row.addWidget(button)
            button.installEventFilter(self)
        self.setAccessibleName(" · ".join(filter(None, (name, group.price, group.note))))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Before the buttons, to which arrows mean another button."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._obey(event)
        return super().eventFilter(watched, event)

    def _obey(self, event: QKeyEvent) -> bool:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_Up if alt:
                self.up.click()
            case Qt.Key.Key_Down if alt:
                self.down.click()
            case Qt.Key.Key_Delete:
                self.remove.click()
            case _:
                return False
        return True


class FallbackDialog(Dialog[bool]):
    """Answers True when it was kept."""

    def __init__(self, theme: Theme, order: FallbackOrderViewModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, title=translate("dialogs", "When a group fails"), parent=parent)
        self._order = order
        order.setParent(self)
        self.rows: list[OrderRow] = []
        self._groups = order.state.groups
        self._nothing = Words(self.tr("No other group is asked."), role="muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.more = ComboField(theme, name=self.tr("Add a group"))
        self.more.picked.connect(self._add)
        self.kinds = [CheckBox(theme, kind.words) for kind in order.state.kinds]
        self.ceiling = TextField(
            name=self.tr("Never more than, for a picture"), placeholder=self.tr("no limit")
        )
        self.ceiling.setText(order.ceiling)
        self.ceiling.setFixedWidth(CEILING)
        self._lay_out()
        self.add_cancel(self.tr("Cancel"))
        self.add_action(self.tr("Save"), lambda: order.save(self.ceiling.text()), default=True)
        self.setMinimumWidth(WIDTH)
        for box in self.kinds:
            box.clicked.connect(self._choose)
        order.state_changed.connect(self._show)
        order.saved.connect(lambda: self.answer(True))
        self._build_rows()
        self._show()

    def _lay_out(self) -> None:
        what = self.tr(
            "A group that surely refuses a picture, without charging it, is followed by the next one here, "
            "at that one's price. After an unknown outcome nothing is ever sent again by itself."
        )
        self.body.addWidget(Words(what, role="muted", wrap=True))
        self.body.addSpacing(8)
        self.body.addWidget(FieldLabel(self.tr("Ask these groups, in this order")))
        self.body.addLayout(self._list)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.more)
        self.body.addSpacing(8)
        self.body.addWidget(FieldLabel(self.tr("Ask the next one when")))
        for box in self.kinds:
            self.body.addWidget(box)
        self.body.addSpacing(8)
        label = FieldLabel(self.tr("Never more than, for a picture (¥)"))
        label.set_buddy(self.ceiling)
        self.body.addWidget(label)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.ceiling)
        line.addWidget(Words(self.tr("Dearer groups are left out."), role="caption"), 1)
        self.body.addLayout(line)

    def _show(self) -> None:
        state = self._order.state
        if state.groups != self._groups:
            self._groups = state.groups
            self._build_rows()
        for box, kind in zip(self.kinds, state.kinds, strict=True):
            box.setChecked(kind.chosen)
        self._nothing.setVisible(not state.groups)
        self.more.set_options((("", self.tr("Add a group…")), *state.others))
        self.more.set_value("")
        self.more.setVisible(bool(state.others))
        self.set_problem(state.problem)
        self._fit()

    def _build_rows(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        for place, group in enumerate(self._groups):
            row = OrderRow(self._theme, group, place=place, count=len(self._groups))
            row.moved.connect(self._move)
            row.removed.connect(self._remove)
            self._list.addWidget(row)
            self.rows.append(row)

    def _fit(self) -> None:
        """Words that wrap ask for more height than the window's own reckoning gives them."""
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(layout.totalHeightForWidth(self.minimumWidth()))
            self.resize(self.width(), self.minimumHeight())

    # What the person does: the focus stays where they are

    def _choose(self) -> None:
        for box, kind in zip(self.kinds, self._order.state.kinds, strict=True):
            self._order.choose(kind.kind, on=box.isChecked())

    def _add(self, group: str) -> None:
        self._order.add(group)
        self.more.combo.setFocus()

    def _move(self, group: str, by: int) -> None:
        self._order.move(group, by)
        row = self.rows[[one.name for one in self._groups].index(group)]
        wanted, other = (row.up, row.down) if by < 0 else (row.down, row.up)
        (wanted if wanted.isEnabled() else other).setFocus()

    def _remove(self, group: str) -> None:
        place = [one.name for one in self._groups].index(group)
        self._order.remove(group)
        if self.rows:
            self.rows[min(place, len(self.rows) - 1)].remove.setFocus()
        else:
            self.more.combo.setFocus()

"""Count and button; in their place the question whether a large amount should be spent, or pictures sent to
a host for the first time; why it can't be.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from studio.domain.recipe import MOST_COUNT
from studio.ui.kit import Button, ButtonKind, SpendButton, Stepper, Words, announce

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from studio.domain.budget import Standing
    from studio.ui.theme import Theme
    from studio.viewmodels.composer_state import ComposerState, Hindrance

# A double press on Generate must not answer the question that the first press asked.
QUESTION_REST_MS = 600
NARROWEST_COUNT = 80


class SpendRow(QWidget):
    """`pressed` orders, `confirmed` and `declined` answer the question. `budget_wanted` carries the Standing
    that is in the way.
    """

    count_changed = Signal(int)
    pressed = Signal()
    confirmed = Signal()
    declined = Signal()
    key_wanted = Signal()
    afresh_wanted = Signal()
    budget_wanted = Signal(object)

    def __init__(self, theme: "Theme", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.count = Stepper(theme, name=self.tr("Count"), minimum=1, maximum=MOST_COUNT)
        # It gives way to a long sentence on the button.
        self.count.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.count.setMinimumWidth(NARROWEST_COUNT)
        self.count.setMaximumWidth(self.count.sizeHint().width())
        self.count.valueChanged.connect(self.count_changed)
        self.spend = SpendButton("")
        self.spend.spend_pressed.connect(self.pressed)
        self._order = _line(self.count, self.spend)
        self._question = _Question(theme)
        self._question.confirmed.connect(self.confirmed)
        self._question.declined.connect(self.declined)
        self._reason = _Reason(theme)
        self._reason.key_wanted.connect(self.key_wanted)
        self._reason.afresh_wanted.connect(self.afresh_wanted)
        self._reason.budget_wanted.connect(self.budget_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._order, self._question, self._reason):
            column.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def question(self) -> "_Question":
        return self._question

    @property
    def reason(self) -> "_Reason":
        return self._reason

    def show_state(self, state: "ComposerState") -> None:
        self.count.set_value_silently(state.count)
        self.spend.setText(state.label)
        self.spend.setAccessibleName(state.label)
        self.spend.setEnabled(state.hindrance is None)
        self.spend.set_reason(state.hindrance.words if state.hindrance else "")
        self.spend.set_resting(state.placing)
        self._reason.show_hindrance(state.hindrance)
        self._question.ask(amount=state.asks, leaves=state.leaves, label=state.label)
        self._order.setVisible(not (state.asks or state.leaves))


class _Question(QWidget):
    """What leaves this machine, and "Spend ¥16.96?", with two answers, where the button was."""

    confirmed = Signal()
    declined = Signal()

    def __init__(self, theme: "Theme") -> None:
        super().__init__()
        self._leaves = Words(wrap=True)
        self._words = Words(role="strong")
        self.spend = SpendButton("")
        self.spend.spend_pressed.connect(self.confirmed)
        self.not_now = Button(theme, self.tr("Not now"))
        self.not_now.clicked.connect(self.declined)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._leaves)
        column.addWidget(self._words)
        column.addWidget(_line(self.not_now, self.spend))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(QUESTION_REST_MS)
        self._rest.timeout.connect(lambda: self.spend.set_resting(False))
        self._asked = ("", "")
        self.hide()

    def ask(self, *, amount: str, leaves: str, label: str) -> None:
        """Ask about this amount, and say what leaves; where both are empty the question goes away. `label` is
        what the button does.
        """
        if (amount, leaves) == self._asked:
            return
        self._asked = (amount, leaves)
        self.setVisible(bool(amount or leaves))
        if not amount and not leaves:
            return
        if amount:
            label = self.tr("Spend {amount}").format(amount=amount)
        self._leaves.set_words(leaves)
        self._leaves.setVisible(bool(leaves))
        self._words.set_words(self.tr("Spend {amount}?").format(amount=amount) if amount else "")
        self._words.setVisible(bool(amount))
        self.spend.setText(label)
        self.spend.setAccessibleName(label)
        self.spend.set_resting(True)
        self._rest.start()
        self.not_now.setFocus()
        announce(self, f"{leaves} {self._words.text()}".strip())

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.declined.emit()
            return
        super().keyPressEvent(event)


class _Reason(QWidget):
    """Why nothing can be ordered, under the button."""

    key_wanted = Signal()
    afresh_wanted = Signal()
    budget_wanted = Signal(object)

    def __init__(self, theme: "Theme") -> None:
        super().__init__()
        self._words = Words(role="caption", wrap=True)
        self.add_key = Button(theme, self.tr("Add key…"), kind=ButtonKind.LINK)
        self.add_key.clicked.connect(self.key_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self.add_key)
        self.send_afresh = Button(theme, self.tr("Send afresh"), kind=ButtonKind.LINK)
        self.send_afresh.clicked.connect(self.afresh_wanted)
        row.addWidget(self.send_afresh)
        self._budget: Standing | None = None
        self.change_budget = Button(theme, self.tr("Change budget…"), kind=ButtonKind.LINK)
        self.change_budget.clicked.connect(lambda: self.budget_wanted.emit(self._budget))
        row.addWidget(self.change_budget)

    @property
    def words(self) -> str:
        return self._words.text()

    def show_hindrance(self, hindrance: "Hindrance | None") -> None:
        self.setVisible(hindrance is not None)
        self._words.set_words(hindrance.words if hindrance else "")
        self.add_key.setVisible(hindrance is not None and hindrance.wants_key)
        self.send_afresh.setVisible(hindrance is not None and hindrance.cured_afresh)
        self._budget = hindrance.budget if hindrance else None
        self.change_budget.setVisible(self._budget is not None)


def _line(left: QWidget, right: QWidget) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(left)
    row.addWidget(right, 1)
    return line

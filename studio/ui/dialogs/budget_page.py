"""The settings' page about money: budgets and how much of each is used, and what asks before it spends."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from studio.ui.kit import (
    Button,
    ButtonKind,
    Divider,
    Elided,
    FieldLabel,
    ProgressLine,
    TextField,
    Tone,
    Words,
)
from studio.viewmodels.budget_form import BudgetForm

if TYPE_CHECKING:
    from studio.ui.theme import Theme
    from studio.viewmodels.budget_form import BudgetUse, BudgetUses

FIELD = 128
NAME = 200


class BudgetPage(QWidget):
    """`project_requested` names the project whose budget is to be changed."""

    project_requested = Signal(str)

    def __init__(self, theme: "Theme", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._uses: BudgetUses | None = None
        self.day = _amount(self.tr("Budget for a day"))
        self.month = _amount(self.tr("Budget for a month"))
        self.warn_at = _amount(self.tr("Warn at this share of a budget"))
        self.ask_above = _amount(self.tr("Ask before spending more than"))
        self.ask_from = _amount(self.tr("Ask from so many pictures on"))
        self._day_use, self._month_use = _UseLine(theme), _UseLine(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(16)
        column.addLayout(self._fields())
        column.addWidget(Divider())
        column.addWidget(FieldLabel(self.tr("Projects, from their beginning")))
        self._projects = QGridLayout()
        self._projects.setHorizontalSpacing(16)
        self._projects.setVerticalSpacing(8)
        self._projects.setColumnMinimumWidth(0, NAME)
        self._projects.setColumnStretch(1, 1)
        column.addLayout(self._projects)
        column.addStretch(1)

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnMinimumWidth(0, NAME)
        grid.setColumnStretch(2, 1)
        share = Words(self.tr("of a budget, a project's too"), role="caption")
        above = Words(self.tr("before one order spends it"), role="caption")
        many = Words(self.tr("before one order makes them"), role="caption")
        rows: tuple[tuple[str, TextField, QWidget], ...] = (
            (self.tr("Per day (¥)"), self.day, self._day_use),
            (self.tr("Per month (¥)"), self.month, self._month_use),
            (self.tr("Warn at (%)"), self.warn_at, share),
            (self.tr("Ask above (¥)"), self.ask_above, above),
            (self.tr("Ask from (pictures)"), self.ask_from, many),
        )
        for at, (label, field, beside) in enumerate(rows):
            name = FieldLabel(label)
            name.set_buddy(field)
            grid.addWidget(name, at, 0)
            grid.addWidget(field, at, 1)
            grid.addWidget(beside, at, 2)
        none = Words(self.tr("An empty field is for no limit, no warning, no question."), role="caption")
        grid.addWidget(none, len(rows), 1, 1, 2)
        return grid

    @property
    def form(self) -> BudgetForm:
        """What is typed now."""
        return BudgetForm(
            day=self.day.text(),
            month=self.month.text(),
            warn_at=self.warn_at.text(),
            ask_above=self.ask_above.text(),
            ask_from=self.ask_from.text(),
        )

    def show_form(self, form: BudgetForm) -> None:
        self.day.setText(form.day)
        self.month.setText(form.month)
        self.warn_at.setText(form.warn_at)
        self.ask_above.setText(form.ask_above)
        self.ask_from.setText(form.ask_from)

    def show_uses(self, uses: "BudgetUses") -> None:
        """How much of each is used now."""
        if uses == self._uses:
            return
        self._uses = uses
        self._day_use.show_use(uses.day, otherwise=uses.spent)
        self._month_use.show_use(uses.month)
        self._show_projects(uses)

    def _show_projects(self, uses: "BudgetUses") -> None:
        while (item := self._projects.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for at, use in enumerate(uses.projects):
            line = _UseLine(self._theme)
            line.show_use(use)
            self._projects.addWidget(Elided(use.project, role="label"), at, 0)
            self._projects.addWidget(line, at, 1)
            self._projects.addWidget(self._button(use.project, self.tr("Change…")), at, 2)
        if uses.current not in {use.project for use in uses.projects}:
            words = self.tr("Budget for {project}…").format(project=uses.current)
            button = self._button(uses.current, words)
            place = Qt.AlignmentFlag.AlignLeft
            self._projects.addWidget(button, len(uses.projects), 0, 1, 3, place)

    def _button(self, project: str, words: str) -> Button:
        button = Button(self._theme, words, kind=ButtonKind.LINK)
        button.setAccessibleName(self.tr("Budget for {project}…").format(project=project))
        button.clicked.connect(lambda: self.project_requested.emit(project))
        return button


class _UseLine(QWidget):
    """A share in words, over a thin bar."""

    def __init__(self, theme: "Theme") -> None:
        super().__init__()
        self._words = Words(role="caption")
        self._bar = ProgressLine(theme, name=self.tr("Used"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._words)
        column.addWidget(self._bar)

    def show_use(self, use: "BudgetUse | None", *, otherwise: str = "") -> None:
        self._words.set_words(use.words if use else otherwise)
        self._bar.setVisible(use is not None)
        if use is None:
            return
        self._bar.set_words(use.words)
        self._bar.set_fraction(use.share)
        self._bar.set_tone(Tone.BAD if use.full else Tone.WARNING if use.warns else Tone.NEUTRAL)


def _amount(name: str) -> TextField:
    field = TextField(name=name)
    field.setFixedWidth(FIELD)
    field.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return field

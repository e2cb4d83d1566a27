"""The dialog for one project's budget."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from studio.ui.kit import Dialog, FieldLabel, TextField, Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from studio.ui.theme import Theme
    from studio.viewmodels.project_budget import ProjectBudgetViewModel

translate = QCoreApplication.translate


class ProjectBudgetDialog(Dialog[bool]):
    """Answers True when the amount was kept."""

    def __init__(
        self, theme: "Theme", budget: "ProjectBudgetViewModel", parent: "QWidget | None" = None
    ) -> None:
        title = translate("dialogs", "Budget for {project}").replace("{project}", budget.state.project)
        super().__init__(theme, title=title, parent=parent)
        self._budget = budget
        budget.setParent(self)
        self.amount = TextField(name=self.tr("The most that it may cost"))
        self.amount.setEnabled(False)
        label = FieldLabel(self.tr("The most that it may cost (¥)"))
        label.set_buddy(self.amount)
        self._used = Words(role="caption", wrap=True)
        for widget in (
            label,
            self.amount,
            Words(self.tr("Empty for no limit."), role="caption"),
            self._used,
        ):
            self.body.addWidget(widget)
        self.add_cancel(self.tr("Cancel"))
        self._save = self.add_action(self.tr("Save"), lambda: budget.save(self.amount.text()), default=True)
        budget.state_changed.connect(self._show)
        budget.saved.connect(lambda: self.answer(True))
        self._show()

    def _show(self) -> None:
        state = self._budget.state
        if state.text is not None and not self.amount.isEnabled():
            self.amount.setText(state.text)
            self.amount.setEnabled(True)
            self.amount.setFocus()
            self.amount.selectAll()
        self._save.setEnabled(state.text is not None)
        self._used.set_words(state.used or "")
        self.set_problem(state.problem)

"""What stands over the gallery while it shows the trash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from studio.ui.kit import Button, ButtonKind, Question, Words, surface
from studio.viewmodels.projects import ScopeKind
from studio.viewmodels.wording import bytes_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.ui.theme import Theme
    from studio.viewmodels.judging import JudgingViewModel
    from studio.viewmodels.projects import ProjectsViewModel
    from studio.viewmodels.tasks import Tasks

KEPT_DAYS = 30


class TrashHeader(QWidget):
    """Shown only then; whoever lays out puts it where it belongs and leaves it alone."""

    def __init__(
        self,
        theme: Theme,
        *,
        projects: ProjectsViewModel,
        judging: JudgingViewModel,
        tasks: Tasks,
        selected: Callable[[], tuple[str, ...]],
        parent: QWidget | None = None,
    ) -> None:
        """`selected` tells the versions that are selected now."""
        super().__init__(parent)
        self._theme = theme
        self._projects = projects
        self._judging = judging
        self._tasks = tasks
        self._selected = selected
        self.setAccessibleName(self.tr("Trash"))
        surface(self, "raised")
        self._words = Words(wrap=True)
        self._restore = Button(theme, self.tr("Restore selected"), icon="undo-2", small=True)
        self._empty = Button(theme, self.tr("Empty trash…"), kind=ButtonKind.DANGER, small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self._restore)
        row.addWidget(self._empty)
        self._restore.clicked.connect(lambda: judging.restore(selected()))
        self._empty.clicked.connect(self.ask_to_empty)
        projects.state_changed.connect(self._show)
        self._show()

    def ask_to_empty(self) -> None:
        """Empty the trash, if that is really meant."""
        self._tasks.start(self._ask)

    def follow_selection(self) -> None:
        """Something else is selected now."""
        self._restore.setEnabled(bool(self._selected()))

    def _show(self) -> None:
        trash = self._projects.state.trash
        self.setVisible(self._projects.state.scope.kind is ScopeKind.TRASH)
        self._words.set_words(self._said())
        self._empty.setEnabled(trash.count > 0)
        self.follow_selection()

    def _said(self) -> str:
        if not self._projects.state.trash.count:
            words = self.tr("The trash is empty. What is deleted is kept here for {days} days.")
            return words.format(days=KEPT_DAYS)
        return self.tr("{what}. Each is kept for {days} days.").format(what=self._what(), days=KEPT_DAYS)

    def _what(self) -> str:
        trash = self._projects.state.trash
        words = self.tr("1 picture, {size}") if trash.count == 1 else self.tr("{count} pictures, {size}")
        return words.format(count=f"{trash.count:,}", size=bytes_words(trash.size))

    async def _ask(self) -> None:
        question: Question = Question(
            self._theme,
            self.tr("Empty the trash?"),
            self.tr("{what} will be removed for good. This can't be undone.").format(what=self._what()),
            (("keep", self.tr("Keep them")), ("empty", self.tr("Remove for good"))),
            default="keep",
            parent=self.window(),
        )
        if await question.ask() == "empty":
            self._projects.empty_trash()

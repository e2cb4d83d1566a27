"""The question before leaving: what is in flight, its price, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.ui.kit import Dialog, Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from studio.ui.theme import Theme
    from studio.viewmodels.leaving import LeavingViewModel


class LeavingDialog(Dialog[str]):
    """Answers "wait", "background" or "leave", None to stay; "leave" by itself when all is done."""

    def __init__(
        self, theme: Theme, leaving: LeavingViewModel, *, has_tray: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, title=leaving.title(), parent=parent)
        self._leaving = leaving
        self._words = Words(role="muted", wrap=True)
        self.body.addWidget(self._words)
        self.add_cancel(self.tr("Cancel"))
        self.add_action(self.tr("Leave now"), lambda: self.answer("leave"), danger=True)
        if has_tray:
            self.add_action(self.tr("Go on in the background"), lambda: self.answer("background"))
        self.add_action(self.tr("Wait, then close"), lambda: self.answer("wait"), default=True)
        leaving.state_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        if self._leaving.state.may_leave:
            self.answer("leave")
            return
        words = self._leaving.question()
        self._words.set_words(words)
        self.setAccessibleDescription(words)

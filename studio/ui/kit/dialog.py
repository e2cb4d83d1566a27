"""Dialogs that are awaited, never executed: `value = await SomeDialog(…).ask()`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from studio.ui.kit.button import Button, ButtonKind
from studio.ui.kit.words import Words

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

    from PySide6.QtGui import QMouseEvent

    from studio.ui.theme import Theme

Answer = TypeVar("Answer")
PADDING = 24


class Dialog(QDialog, Generic[Answer]):
    """A card over its window: a title, a body, a row of buttons. Escape answers None.

    `exec()` runs a loop inside the running one, in which other tasks may sleep for ever; so it is opened, and
    `ask()` waits for the end of it.
    """

    def __init__(self, theme: Theme, *, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._theme = theme
        self._answer: Answer | None = None
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(theme.tokens.sizes.dialog)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.tokens.sizes.gap)
        self._problem = Words(role="bad", wrap=True)
        self._problem.hide()
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.tokens.sizes.gap)
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(16)
        column.addWidget(Words(title, role="title", wrap=True))
        column.addLayout(self.body)
        column.addWidget(self._problem)
        column.addLayout(self._row)

    async def ask(self) -> Answer | None:
        """Open it and wait for the answer; None when it was closed. A cancelled wait closes it.

        It asks once: when it is closed it is gone.
        """
        # Here, not above: it takes its time, and the first window needs no dialog.
        from asyncio import get_running_loop

        ended: asyncio.Future[None] = get_running_loop().create_future()

        gone = False

        def end() -> None:
            if not ended.done():
                ended.set_result(None)

        def vanish() -> None:
            nonlocal gone
            gone = True
            end()

        self.finished.connect(end)
        self.destroyed.connect(vanish)
        self._centre()
        self.open()
        try:
            await ended
            return self._answer
        finally:
            if not gone:
                self.close()
                self.deleteLater()

    def _centre(self) -> None:
        """Over the middle of its window, before it is shown: Qt shows it in the corner and moves it then, and
        a window manager may take that the other way round.
        """
        parent = self.parentWidget()
        if parent is None:
            return
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.adjustSize()
        window = parent.window().geometry()
        own = self.rect().translated(window.center() - self.rect().center())
        self.move(max(own.left(), window.left()), max(own.top(), window.top()))

    def answer(self, value: Answer) -> None:
        """Close it with this answer."""
        self._answer = value
        self.accept()

    def add_action(
        self, text: str, slot: Callable[[], None], *, default: bool = False, danger: bool = False
    ) -> Button:
        """Add a button to the right; Enter presses the default one from any field."""

        def press() -> None:
            slot()

        button = Button(self._theme, text, kind=ButtonKind.DANGER if danger else ButtonKind.NEUTRAL)
        button.clicked.connect(press)
        button.setDefault(default)
        self._row.addWidget(button)
        return button

    def add_cancel(self, text: str) -> Button:
        return self.add_action(text, self.reject)

    def set_problem(self, words: str) -> None:
        """Say above the buttons what is wrong; empty takes the words away."""
        self._problem.set_words(words)
        self._problem.setVisible(bool(words))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """It has no title bar, so its own ground moves it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.windowHandle().startSystemMove()
        super().mousePressEvent(event)


class Question(Dialog[str]):
    """Words and a few answers; the answer is an id, or None."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        words: str,
        choices: tuple[tuple[str, str], ...],
        *,
        default: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`choices` are pairs of id and label, from left to right."""
        super().__init__(theme, title=title, parent=parent)
        self.setAccessibleDescription(words)
        self.body.addWidget(Words(words, role="muted", wrap=True))
        for id_, label in choices:
            self.add_action(label, lambda chosen=id_: self.answer(chosen), default=id_ == default)

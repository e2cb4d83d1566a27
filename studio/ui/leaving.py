"""Closing the window: at once when nothing is under way, else as the person chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.ui.leaving_dialog import LeavingDialog
from studio.ui.tray import Tray
from studio.viewmodels.leaving import Mode
from studio.viewmodels.notices import Action, Kind, Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.ui.main_window import MainWindow
    from studio.ui.theme import Theme
    from studio.viewmodels.leaving import LeavingViewModel
    from studio.viewmodels.notices import Notices
    from studio.viewmodels.tasks import Tasks


class LeaveFlow(QObject):
    """`left` when the window has closed for good: shut the engine down, then quit."""

    left = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        window: MainWindow,
        leaving: LeavingViewModel,
        tasks: Tasks,
        notices: Notices,
        has_tray: Callable[[], bool] = Tray.is_there,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._leaving = leaving
        self._tasks = tasks
        self._notices = notices
        self._has_tray = has_tray
        self._asking = False
        self._gone = False
        self._tray: Tray | None = None
        window.close_requested.connect(self.ask)
        leaving.may_leave.connect(self.leave)
        leaving.all_done.connect(self._tell_all_done)
        leaving.state_changed.connect(self._follow)

    @property
    def tray(self) -> Tray | None:
        """The icon in the tray, once it was needed."""
        return self._tray

    @property
    def asks(self) -> bool:
        """Whether the question is on the screen."""
        return self._asking

    def ask(self) -> None:
        """Leave, after a question where something would be lost."""
        if self._leaving.state.may_leave:
            self.leave()
        elif not self._asking:
            self._asking = True
            self._tasks.start(self._ask)

    async def _ask(self) -> None:
        try:
            dialog = LeavingDialog(self._theme, self._leaving, has_tray=self._has_tray(), parent=self._window)
            choice = await dialog.ask()
        finally:
            self._asking = False
        match choice:
            case "wait":
                self._wait()
            case "background":
                self._go_on_in_background()
            case "leave":
                self.leave()
            case _:
                pass

    def leave(self) -> None:
        """Close for good, whatever is under way."""
        if self._gone:
            return
        self._gone = True
        if self._tray:
            self._tray.hide()
        self._window.allow_close()
        # Not close(): it may be the window's own closing that led here.
        self._window.hide()
        self.left.emit()

    def _wait(self) -> None:
        stay = Action(self.tr("Stay open"), self._leaving.stay)
        words = self.tr("Proofroom closes when all jobs are done.")
        self._notices.post(Notice(words, Kind.INFO, actions=(stay,), lasts=True))
        self._leaving.wait()

    def _go_on_in_background(self) -> None:
        if self._tray is None:
            self._tray = Tray(self._theme, parent=self)
            self._tray.show_requested.connect(self._come_back)
            self._tray.quit_requested.connect(self._quit)
        self._leaving.go_on_in_background()
        self._tray.show_words(self._leaving.progress())
        self._window.hide()

    def _come_back(self) -> None:
        self._leaving.stay()
        if self._tray:
            self._tray.hide()
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def _quit(self) -> None:
        if not self._leaving.state.may_leave:
            self._come_back()
        self.ask()

    def _follow(self) -> None:
        if self._tray and self._leaving.state.mode is Mode.BACKGROUND:
            self._tray.show_words(self._leaving.progress())

    def _tell_all_done(self) -> None:
        if self._tray:
            self._tray.notify(self._leaving.progress())

"""The ways to what is set: the settings, a group's key, and who is asked when a group fails."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.app.fallback_showing import open_fallback

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from studio.app.models import ViewModels
    from studio.ui.theme import Theme


class SettingsShowing(QObject):
    """Opens their dialogs. What is asked for over the settings carries their dialog along."""

    shortcuts_requested = Signal(object)
    project_budget_requested = Signal(str, object)

    def __init__(self, theme: Theme, models: ViewModels, *, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._models = models
        self._window = window

    def open(self, place: str = "") -> None:
        """The settings, at a place."""
        self._models.tasks.start(lambda: self._ask(place))

    async def _ask(self, place: str) -> None:
        from studio.ui.dialogs.settings import SettingsDialog

        models = self._models
        dialog = SettingsDialog(
            self._theme,
            session=models.session,
            tasks=models.tasks,
            notices=models.notices,
            library=models.folder,
            today=date.today,
            parent=self._window,
        )
        dialog.shortcuts_requested.connect(lambda: self.shortcuts_requested.emit(dialog))
        dialog.project_budget_requested.connect(partial(self._ask_for_budget, dialog))
        dialog.fallback_requested.connect(lambda: open_fallback(self._theme, models, dialog))
        dialog.focus_place(place)
        await dialog.ask()

    def _ask_for_budget(self, over: QWidget, project: str) -> None:
        self.project_budget_requested.emit(project, over)

    def change_fallback(self) -> None:
        """Who is asked next."""
        open_fallback(self._theme, self._models, self._window)

    def add_key(self, group: str) -> None:
        """A key for this group."""

        async def ask() -> None:
            from studio.ui.dialogs.key import KeyDialog
            from studio.viewmodels.first_run import ConnectViewModel

            models = self._models
            connect = ConnectViewModel(
                session=models.session, tasks=models.tasks, notices=models.notices, group=group
            )
            await KeyDialog(self._theme, connect, parent=self._window).ask()

        self._models.tasks.start(ask)

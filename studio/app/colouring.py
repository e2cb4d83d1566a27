"""The palette of a version in the window: from details, or from whatever is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studio.viewmodels.actions import AT_PICTURES, Action
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from studio.app.models import ViewModels
    from studio.domain.version import Version
    from studio.ui.main_window import MainWindow
    from studio.ui.theme import Theme
    from studio.ui.version_actions import VersionActions


class Colouring(QObject):
    """One palette at a time."""

    def __init__(
        self, theme: Theme, models: ViewModels, *, window: MainWindow, versions: VersionActions
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._models = models
        self._window = window
        self._is_open = False
        versions.palette_requested.connect(self.open)
        models.actions.add((self._action(),))

    def open(self, version: Version) -> None:
        """Show the palette of this version."""
        if not self._is_open:
            self._is_open = True
            self._models.tasks.start(lambda: self._ask(version))

    async def _ask(self, version: Version) -> None:
        from studio.ui.colours.dialog import ColoursDialog
        from studio.viewmodels.colours import ColoursViewModel

        models = self._models
        try:
            colours = ColoursViewModel(
                version, library=models.folder, tasks=models.tasks, notices=models.notices
            )
            await ColoursDialog(self._theme, colours, parent=self._window).ask()
        finally:
            self._is_open = False

    def _action(self) -> Action:
        """For what is chosen, which details show."""
        details = self._models.details

        def act() -> None:
            if details.state.version is not None:
                self.open(details.state.version)

        def can() -> bool:
            return details.state.version is not None

        title, category = translate("actions", "Palette of the picture…"), translate("actions", "Picture")
        return Action("colours", title, category, act, ("Shift+K",), AT_PICTURES, can, icon="palette")

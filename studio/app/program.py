"""The window over its view-models, from its first paint to the end of its engine."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from studio.app.models import ViewModels
from studio.domain.errors import StudioError
from studio.settings import resources
from studio.ui.composer import ComposerPanel
from studio.ui.details import DetailsPanel
from studio.ui.dialogs.first_run import ConnectCard
from studio.ui.gallery import GalleryPanel
from studio.ui.language import Language
from studio.ui.leaving import LeaveFlow
from studio.ui.library_problem import LibraryProblem
from studio.ui.main_window import MainWindow, Page
from studio.ui.theme import Theme, ThemePreference
from studio.ui.top_bar import TopBar
from studio.viewmodels.first_run import ConnectViewModel
from studio.viewmodels.session import Opening

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from studio.app.models import WindowWishes
    from studio.engine.studio import Studio
    from studio.settings import Folders

_LOOK_AGAIN = 0.02
"""Seconds between two looks whether the gallery is filled, before the window is drawn to a file."""


class _FirstPaint(QObject):
    """Tells once when a widget has been painted for the first time."""

    painted = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # After this paint has reached the screen, not in the middle of it.
            QTimer.singleShot(0, self.painted.emit)
        return False


class Program(QObject):
    """Everything that has a window. `make_studio` opens another engine than the usual one.

    `first_paint` is emitted when the window can be typed into, `opened` when the library is shown, and
    `ended` when the person has left and everything is safe.
    """

    first_paint = Signal()
    opened = Signal()
    ended = Signal()

    def __init__(
        self,
        application: QApplication,
        *,
        wishes: WindowWishes,
        folders: Folders,
        make_studio: Callable[[ViewModels, WindowWishes], Studio] | None = None,
    ) -> None:
        super().__init__()
        self._wishes = wishes
        self._make_studio = make_studio or usual_studio
        self.models = ViewModels(wishes=wishes, folders=folders)
        settings = self.models.session.state.settings
        self.language = Language(application, resources(), settings.language)
        self.theme = Theme(application, resources(), preference=ThemePreference(settings.theme))
        self.window = self._build()
        self.leave = LeaveFlow(
            self.theme,
            window=self.window,
            leaving=self.models.leaving,
            tasks=self.models.tasks,
            notices=self.models.notices,
        )
        self._paint = _FirstPaint()
        self._paint.painted.connect(self.first_paint)
        self._connect()

    def _build(self) -> MainWindow:
        theme, models = self.theme, self.models
        self.composer = ComposerPanel(theme, models.composer, models.thumbnails)
        self.gallery = GalleryPanel(
            theme,
            model=models.gallery,
            jobs=models.jobs,
            details=models.details,
            thumbnails=models.thumbnails,
            saving=models.saving,
        )
        self.details = DetailsPanel(
            theme,
            details=models.details,
            thumbnails=models.thumbnails,
            saving=models.saving,
            jobs=models.jobs,
        )
        self.top_bar = TopBar(theme, session=models.session, jobs=models.jobs)
        self.problem = LibraryProblem(theme)
        window = MainWindow(
            theme,
            top_bar=self.top_bar,
            composer=self.composer,
            gallery=self.gallery,
            details=self.details,
        )
        window.add_page(Page.FIRST_RUN, ConnectCard(theme, models.connect))
        window.add_page(Page.PROBLEM, self.problem)
        return window

    def _connect(self) -> None:
        models = self.models
        self.top_bar.search_changed.connect(models.gallery.set_query)
        self.top_bar.jobs_pressed.connect(self.gallery.show_jobs)
        self.top_bar.settings_requested.connect(lambda: models.tasks.start(self._open_settings))
        self.gallery.iterate_requested.connect(models.continue_from)
        self.gallery.compose_requested.connect(self.composer.focus_prompt)
        self.gallery.clear_search_requested.connect(self.top_bar.clear_search)
        self.details.iterate_requested.connect(models.continue_from)
        self.composer.add_key_requested.connect(
            lambda group: models.tasks.start(lambda: self._open_key(group))
        )
        models.notices.posted.connect(self.window.show_notice)
        models.session.state_changed.connect(self._follow_session)

    def _follow_session(self) -> None:
        state = self.models.session.state
        self.theme.set_preference(ThemePreference(state.settings.theme))
        match state.opening:
            case Opening.FAILED if state.problem:
                self.problem.show_problem(state.problem)
                self.window.show_page(Page.PROBLEM)
            case Opening.OPEN if state.needs_key and not self.models.gallery.rowCount():
                self.window.show_page(Page.FIRST_RUN)
            case _:
                self.window.show_page(Page.GALLERY)

    async def _open_settings(self) -> None:
        from studio.ui.dialogs.settings import SettingsDialog

        models = self.models
        dialog = SettingsDialog(
            self.theme,
            session=models.session,
            tasks=models.tasks,
            notices=models.notices,
            library=models.folder,
            today=date.today,
            parent=self.window,
        )
        await dialog.ask()

    async def _open_key(self, group: str) -> None:
        from studio.ui.dialogs.key import KeyDialog

        models = self.models
        connect = ConnectViewModel(
            session=models.session, tasks=models.tasks, notices=models.notices, group=group
        )
        await KeyDialog(self.theme, connect, parent=self.window).ask()

    def show(self) -> None:
        """Show the window, ready for typing."""
        self.window.installEventFilter(self._paint)
        self.window.show()
        self.composer.focus_prompt()

    async def live(self) -> None:
        """Open the engine, and return when the person has left and everything is safe."""
        import asyncio

        from studio.engine.thread import EngineThread

        models = self.models
        left = asyncio.Event()
        self.leave.left.connect(left.set)
        models.tasks.begin(asyncio.get_running_loop())
        try:
            await models.bridge.open(EngineThread(lambda: self._make_studio(models, self._wishes)))
        except StudioError as error:
            models.session.fail(error)
        else:
            await models.begin()
            self.opened.emit()
        if self._wishes.picture:
            await self._draw(self._wishes.picture)
        else:
            await left.wait()
        await models.end()
        self.window.allow_close()
        self.window.close()
        self.ended.emit()

    async def _draw(self, picture: Path) -> None:
        import asyncio

        while self.models.bridge.is_open and not self.gallery.is_filled:
            await asyncio.sleep(_LOOK_AGAIN)
        self.window.grab().save(str(picture))


def usual_studio(models: ViewModels, wishes: WindowWishes) -> Studio:
    """The engine over the person's own library and keychain; made in the engine's thread."""
    from studio.engine.compose import compose
    from studio.keychain import Keychain

    state = models.session.state
    return compose(
        folder=models.folder,
        settings=state.settings,
        model=state.catalog,
        keychain=Keychain(environment=wishes.environment_key),
    )

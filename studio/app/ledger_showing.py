"""The ledger in the window: opened over what stands in the centre, and left again."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.ui.main_window import Page
from studio.viewmodels.actions import ANYWHERE, Action
from studio.viewmodels.session import Opening
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.app.models import ViewModels
    from studio.ui.ledger.page import LedgerPage
    from studio.ui.main_window import MainWindow
    from studio.ui.theme import Theme


class LedgerShowing(QObject):
    """What is looked at from the ledger lies over it, and leads back there."""

    compose_requested = Signal()

    def __init__(
        self, theme: Theme, models: ViewModels, *, window: MainWindow, go_home: Callable[[], object]
    ) -> None:
        """`go_home` shows what the centre begins with."""
        super().__init__(window)
        self._go_home = go_home
        self._theme = theme
        self._models = models
        self._window = window
        models.actions.add((self._open_action(),))
        models.ledger.state_changed.connect(self._follow)
        models.ledger.closed.connect(self._go_back)
        models.ledger.view_requested.connect(self._look)
        models.viewer.closed.connect(self._follow)
        models.search.query_changed.connect(models.ledger.close)
        window.page_changed.connect(self._follow_page)

    def _open_action(self) -> Action:
        def words() -> str:
            return translate("actions", "Close ledger") if self.is_shown else ""

        return Action(
            id="ledger-open",
            title=translate("actions", "Open ledger"),
            category=translate("actions", "Window"),
            act=self.toggle,
            keys=("Ctrl+L",),
            places=ANYWHERE,
            enabled=self._can_open,
            now=words,
            icon="wallet",
        )

    def _can_open(self) -> bool:
        return self._models.session.state.opening is Opening.OPEN

    def toggle(self) -> None:
        """Open it over whatever stands there, or close it; nothing before the library is open."""
        models = self._models
        if self.is_shown:
            models.ledger.close()
        elif self._can_open():
            models.tree_page.close()
            models.ledger.open()
            models.viewer.close()

    def _look(self, version_id: str) -> None:
        self._models.viewer.open((version_id,), version_id)

    @property
    def is_shown(self) -> bool:
        """Whether the page stands in the window."""
        return self._window.page is Page.LEDGER

    @cached_property
    def page(self) -> LedgerPage:
        """The page of the window, built when it is first opened."""
        from studio.ui.ledger.page import LedgerPage

        page = LedgerPage(self._theme, self._models.ledger, self._models.settling, parent=self._window.centre)
        page.compose_requested.connect(self.compose_requested)
        self._window.add_page(Page.LEDGER, page)
        return page

    def _follow(self) -> None:
        models = self._models
        if models.ledger.state.is_open and not models.viewer.state.is_open and not self.is_shown:
            page = self.page
            self._window.show_page(Page.LEDGER)
            page.setFocus()

    def _follow_page(self) -> None:
        """Something else was opened in its place; what is looked at lies over it."""
        if self._window.page not in {Page.LEDGER, Page.VIEWER}:
            self._models.ledger.close()

    def _go_back(self) -> None:
        if self.is_shown:
            self._go_home()

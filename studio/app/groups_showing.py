"""The page of groups in the window: opened from the composer, the palette and a key; left as it came."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studio.ui.main_window import Page
from studio.viewmodels.actions import ANYWHERE, Action
from studio.viewmodels.session import Opening

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.app.models import ViewModels
    from studio.ui.groups.page import GroupsPage
    from studio.ui.main_window import MainWindow
    from studio.ui.theme import Theme
    from studio.viewmodels.chart_saving import ChartSaving
    from studio.viewmodels.groups import GroupsViewModel


class GroupsShowing(QObject):
    """Whatever else is opened takes its place; leaving it leads to the gallery, or to the first run."""

    def __init__(
        self, theme: Theme, models: ViewModels, *, window: MainWindow, go_home: Callable[[], object]
    ) -> None:
        """`go_home` shows what the centre begins with."""
        super().__init__(window)
        self._theme = theme
        self._models = models
        self._window = window
        self._go_home = go_home
        models.actions.add((self._action(), *self._price_actions()))
        models.search.query_changed.connect(self.close)
        models.session.state_changed.connect(self._follow_session)
        window.page_changed.connect(self._follow_page)

    def _action(self) -> Action:
        return Action(
            id="groups",
            title=self.tr("Groups and prices"),
            category=self.tr("Window"),
            act=self.toggle,
            keys=("Ctrl+G",),
            places=ANYWHERE,
            enabled=self._can_open,
            icon="wallet",
        )

    def _price_actions(self) -> tuple[Action, ...]:
        """Also from the page's own buttons; the model page can be pasted in the settings too."""
        return (
            Action(
                id="refresh-prices",
                title=self.tr("Refresh prices from the gateway"),
                category=self.tr("Window"),
                act=lambda: self._open_update(refreshes=True),
                enabled=lambda: self._models.session.state.opening is Opening.OPEN,
                icon="refresh-cw",
            ),
            Action(
                id="price-history",
                title=self.tr("Price history"),
                category=self.tr("Window"),
                act=self._open_history,
                icon="history",
            ),
        )

    def _can_open(self) -> bool:
        return self._models.session.state.opening is not Opening.FAILED

    @property
    def is_shown(self) -> bool:
        """Whether the page stands in the window."""
        return self._window.page is Page.GROUPS

    def toggle(self) -> None:
        """Open the page, or close it."""
        if self.is_shown:
            self._groups.close()
        else:
            self.open()

    def open(self) -> None:
        """Show the page over whatever stands there, but for a library that can't be opened."""
        if self._can_open() and not self.is_shown:
            self._models.viewer.close()
            self._models.tree_page.close()
            page = self.page
            self._groups.open()
            self._window.show_page(Page.GROUPS)
            page.setFocus()

    def close(self) -> None:
        """Back to the gallery, or to the first run."""
        if self.is_shown:
            self._groups.close()

    # Built when they are first needed: the window opens sooner without them.

    @cached_property
    def _groups(self) -> GroupsViewModel:
        from studio.viewmodels.groups import GroupsViewModel

        models = self._models
        groups = GroupsViewModel(
            session=models.session,
            composer=models.composer,
            evidence=models.evidence,
            bridge=models.bridge,
            tasks=models.tasks,
            now=lambda: datetime.now(UTC),
        )
        groups.closed.connect(self._leave)
        return groups

    @cached_property
    def _saving(self) -> ChartSaving:
        from studio.viewmodels.chart_saving import ChartSaving

        return ChartSaving(tasks=self._models.tasks, notices=self._models.notices)

    @cached_property
    def page(self) -> GroupsPage:
        """The page of the window."""
        from studio.ui.groups.page import GroupsPage

        page = GroupsPage(self._theme, self._groups, self._saving, parent=self._window.centre)
        page.update_requested.connect(lambda: self._open_update(refreshes=False))
        page.refresh_requested.connect(lambda: self._open_update(refreshes=True))
        page.history_requested.connect(self._open_history)
        self._window.add_page(Page.GROUPS, page)
        return page

    def _open_update(self, *, refreshes: bool) -> None:
        from studio.ui.dialogs.catalog_update import CatalogUpdateDialog
        from studio.viewmodels.catalog_update import CatalogUpdateViewModel

        models = self._models
        update = CatalogUpdateViewModel(session=models.session, tasks=models.tasks, today=date.today)
        dialog = CatalogUpdateDialog(self._theme, update, refreshes=refreshes, parent=self._window)
        models.tasks.start(dialog.ask)

    def _open_history(self) -> None:
        from studio.ui.dialogs.price_history import PriceHistoryDialog
        from studio.viewmodels.price_history import PriceHistoryViewModel

        models = self._models
        history = PriceHistoryViewModel(session=models.session, tasks=models.tasks)
        models.tasks.start(PriceHistoryDialog(self._theme, history, self._saving, parent=self._window).ask)

    # Leaving

    def _follow_page(self) -> None:
        """Something else was opened over it."""
        if not self.is_shown and "page" in vars(self):
            self._groups.close()

    def _follow_session(self) -> None:
        """That the library can't be opened comes before everything."""
        if not self._can_open():
            self.close()

    def _leave(self) -> None:
        if self.is_shown:
            self._go_home()

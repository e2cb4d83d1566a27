"""What the window opens without: its view-models, and every part but the prompt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studio.app.acting import Acting
from studio.app.budgeting import Budgeting
from studio.app.colouring import Colouring
from studio.app.cropping import Cropping
from studio.app.drawing import connect_drawing
from studio.app.exchange import Exchange
from studio.app.export_showing import ExportShowing
from studio.app.groups_showing import GroupsShowing
from studio.app.ledger_showing import LedgerShowing
from studio.app.models import ViewModels
from studio.app.settings_showing import SettingsShowing
from studio.app.tree_showing import TreeShowing
from studio.app.viewing import Viewing
from studio.app.ways_out import WaysOut
from studio.app.window_actions import Parts
from studio.ui.details import DetailsPanel
from studio.ui.dialogs.first_run import ConnectCard
from studio.ui.focus_order import lead_through
from studio.ui.leaving import LeaveFlow
from studio.ui.library_problem import LibraryProblem
from studio.ui.main_window import Page
from studio.ui.projects import ProjectSwitcher, TrashHeader
from studio.ui.search import FilterRow, GallerySearch, QuickChips, SortButton
from studio.ui.search.nothing_found import NothingFound
from studio.ui.theme import ThemePreference
from studio.ui.top_bar import TopBar
from studio.viewmodels.actions import Place
from studio.viewmodels.session import Opening
from studio.viewmodels.viewer_actions import MODE_PLACES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from studio.app.front import Front
    from studio.app.shelf import Shelf
    from studio.domain.errors import StudioError
    from studio.ui.composer import ComposerPanel
    from studio.ui.gallery.panel import GalleryPanel
    from studio.ui.main_window import MainWindow
    from studio.ui.theme import Theme


class Furnishing(QObject):
    """Puts everything into the window, slice by slice."""

    def __init__(
        self,
        theme: Theme,
        front: Front,
        shelf: Shelf,
        *,
        window: MainWindow,
        composer: ComposerPanel,
        gallery: GalleryPanel,
        gateway: str | None,
    ) -> None:
        """`gateway` is that of this run alone; `gallery` stands already."""
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._composer = composer
        self.gallery = gallery
        self.models = ViewModels(front, shelf, gateway_of_this_run=gateway)

    def build(self) -> Iterator[None]:
        """Nothing of it moves what the person is writing in."""
        theme, models, window = self._theme, self.models, self._window
        yield from self._composer.fill(models.composer, models.thumbnails)
        yield
        self.top_bar = self._make_top_bar()
        yield
        window.take_notices()
        yield
        self.details = self._make_details()
        window.take_details(self.details)
        yield
        window.take_icon()
        self.leave = LeaveFlow(
            theme, window=window, leaving=models.leaving, tasks=models.tasks, notices=models.notices
        )
        self._connect()
        # Nobody presses what nothing follows yet.
        window.take_top_bar(self.top_bar)
        yield
        self.acting = self._make_acting()
        self.acting.actions.add((self._budgeting.action(),))
        yield
        self.details.build_ahead()
        # The gallery was there before the fields of the composer.
        lead_through(window, (self._composer, self.top_bar, self.gallery, self.details))

    def _make_top_bar(self) -> TopBar:
        theme, models = self._theme, self.models
        self._switcher = ProjectSwitcher(
            theme,
            projects=models.projects,
            search=models.search,
            judging=models.judging,
            thumbnails=models.thumbnails,
            selected=self._selected,
        )
        search = GallerySearch(
            theme,
            search=models.search,
            suggestions=models.suggestions,
            palette=self._palette,
            shortcut_hint=self.tr("Ctrl K"),
        )
        search.left.connect(self._go_to_gallery)
        return TopBar(
            theme,
            session=models.session,
            jobs=models.jobs,
            switcher=self._switcher,
            search=search,
            parent=self._window.body,
        )

    def _selected(self) -> tuple[str, ...]:
        return self.models.details.state.selected

    def _palette(self) -> tuple[str, ...]:
        version = self.models.details.state.version
        return version.palette if version else ()

    def _go_to_gallery(self) -> None:
        self.gallery.view.setFocus()

    def _make_details(self) -> DetailsPanel:
        models = self.models
        return DetailsPanel(
            self._theme,
            details=models.details,
            thumbnails=models.thumbnails,
            saving=models.saving,
            jobs=models.jobs,
            judging=models.judging,
            tags=models.tags,
            parent=self._window.body,
        )

    def _furnish_finding(self) -> None:
        """The filters and the order over the gallery, the head of the trash, and what nothing found says."""
        theme, models, gallery = self._theme, self.models, self.gallery
        gallery.take_head(left=QuickChips(models.search), right=SortButton(theme, models.search))
        filters = FilterRow(theme, models.search)
        found = models.gallery
        found.loaded_changed.connect(lambda: filters.show_found(found.found, counted=found.is_counted))
        gallery.take_strip(filters)
        trash = TrashHeader(
            theme,
            projects=models.projects,
            judging=models.judging,
            tasks=models.tasks,
            selected=self._selected,
        )
        models.details.state_changed.connect(trash.follow_selection)
        self._switcher.empty_trash_requested.connect(trash.ask_to_empty)
        gallery.take_strip(trash)
        gallery.take_nothing_found(NothingFound(theme, search=models.search, teaching=models.teaching))

    def _connect(self) -> None:
        models = self.models
        self.top_bar.jobs_pressed.connect(self.gallery.show_jobs)
        self._settings = SettingsShowing(self._theme, models, window=self._window)
        self._settings.shortcuts_requested.connect(self._open_shortcuts)
        self.top_bar.settings_requested.connect(self._settings.open)
        self.exchange = Exchange(self._theme, models, self.gallery)
        versions = self.exchange.versions
        self.exporting = ExportShowing(self._theme, models, window=self._window)
        versions.export_requested.connect(self.exporting.open)
        ways_out = WaysOut(self._theme, models, window=self._window, versions=versions)
        # Before the palette can be opened.
        models.actions.add(ways_out.actions(chosen=self._chosen, has_chosen=self._has_chosen))
        self.gallery.furnish(jobs=models.jobs, details=models.details, actions=versions)
        self.details.furnish(actions=versions, missing=models.missing, linking=models.linking)
        self._furnish_finding()
        self._viewing = Viewing(
            self._theme, models, window=self._window, gallery=self.gallery, versions=versions
        )
        self._tree = TreeShowing(
            self._theme, models, window=self._window, gallery=self.gallery, versions=versions
        )
        self._groups = GroupsShowing(self._theme, models, window=self._window, go_home=self._leave_groups)
        self._composer.compare_groups_requested.connect(self._groups.open)
        self.top_bar.jobs_pressed.connect(self._groups.close)
        self._ledger = LedgerShowing(self._theme, models, window=self._window, go_home=self._leave_groups)
        self._ledger.compose_requested.connect(self._composer.focus_prompt)
        self.top_bar.spent_pressed.connect(self._ledger.toggle)
        self.top_bar.jobs_pressed.connect(models.ledger.close)
        connect_drawing(models, focus_prompt=self._composer.focus_prompt)
        self._colouring = Colouring(self._theme, models, window=self._window, versions=versions)
        self._cropping = Cropping(self._theme, models, window=self._window, exporting=self.exporting)
        self.gallery.compose_requested.connect(self._composer.focus_prompt)
        self.gallery.clear_search_requested.connect(self.top_bar.clear_search)
        self.details.iterate_requested.connect(models.continue_from)
        self._composer.add_key_requested.connect(self._settings.add_key)
        self._connect_budgets()
        self._composer.fallback_requested.connect(self._settings.change_fallback)
        self._composer.copy_as_requested.connect(models.code.copy)
        models.actions.add(models.code.actions())
        models.connect.connected.connect(self._composer.focus_prompt)
        models.notices.posted.connect(self._window.show_notice)
        models.session.state_changed.connect(self._follow_session)

    def _connect_budgets(self) -> None:
        self._budgeting = Budgeting(
            self._theme, self.models, window=self._window, open_settings=self._settings.open
        )
        self._settings.project_budget_requested.connect(self._budgeting.change_project)
        self._composer.budget_requested.connect(self._budgeting.change)
        self._switcher.budget_requested.connect(self._budgeting.change_project)

    def _make_acting(self) -> Acting:
        parts = Parts(
            models=self.models,
            window=self._window,
            top_bar=self.top_bar,
            switcher=self._switcher,
            composer=self._composer,
            gallery=self.gallery,
            exchange=self.exchange,
            chosen=self._chosen,
            has_chosen=self._has_chosen,
            place=self._place,
        )
        return Acting(self._theme, parts, open_settings=self._settings.open)

    def _chosen(self) -> tuple[str, ...]:
        """What is looked at, or selected in the gallery; else what details show, chosen in the tree."""
        viewer = self.models.viewer
        if viewer.state.is_open:
            return viewer.chosen()
        if self._window.page is Page.TREE:
            return self._selected()
        return self.gallery.selection.ids() or self._selected()

    def _has_chosen(self) -> bool:
        has_selection = self.gallery.view.selectionModel().hasSelection()
        return self.models.viewer.state.is_open or has_selection or bool(self._selected())

    def _open_shortcuts(self, over: QWidget) -> None:
        self.acting.open_shortcuts(over)

    def _place(self) -> Place:
        at_viewer = MODE_PLACES[self.models.viewer.look.state.mode]
        places = {Page.GALLERY: Place.GALLERY, Page.VIEWER: at_viewer, Page.TREE: Place.TREE}
        return places.get(self._window.page, Place.WINDOW)

    def _follow_session(self) -> None:
        state = self.models.session.state
        self._theme.set_preference(ThemePreference(state.settings.theme))
        if not (self._groups.is_shown or self._ledger.is_shown):
            self._go_home()

    def _leave_groups(self) -> None:
        self._go_home()
        if self._window.page is Page.GALLERY and not self.top_bar.search.hasFocus():
            self.gallery.view.setFocus()

    def _go_home(self) -> None:
        """Show what the centre begins with, unless a picture or a tree is looked at."""
        state = self.models.session.state
        match state.opening:
            case Opening.FAILED if state.problem:
                self._show_problem(state.problem)
            case Opening.OPEN if state.needs_key and not self.models.gallery.rowCount():
                self._show_first_run()
            case _ if not (self.models.viewer.state.is_open or self.models.tree_page.state.is_open):
                self._window.show_page(Page.GALLERY)
            case _:
                pass

    def _show_first_run(self) -> None:
        if self._window.has_page(Page.FIRST_RUN):
            self._window.show_page(Page.FIRST_RUN)
            return
        card = ConnectCard(self._theme, self.models.connect)
        self._window.add_page(Page.FIRST_RUN, card)
        self._window.show_page(Page.FIRST_RUN)
        # A key that is pasted at once must not end up in the prompt, and nobody is stopped in writing one.
        prompt = self._composer.prompt
        if not prompt.text and not prompt.composing:
            card.focus_key()

    def _show_problem(self, problem: StudioError) -> None:
        page = LibraryProblem(self._theme)
        page.show_problem(problem)
        self._window.add_page(Page.PROBLEM, page)
        self._window.show_page(Page.PROBLEM)

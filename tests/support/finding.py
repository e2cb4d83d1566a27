"""What the gallery is asked for, over a library in a folder: search, projects, judging, and their widgets."""

from dataclasses import dataclass
from datetime import date

from studio.ui.projects import ProjectSwitcher
from studio.ui.search import GallerySearch
from studio.ui.theme import Theme
from studio.ui.top_bar import TopBar
from studio.viewmodels.counts import Counts
from studio.viewmodels.judging import JudgingViewModel
from studio.viewmodels.projects import ProjectsViewModel
from studio.viewmodels.search import SearchViewModel
from studio.viewmodels.suggestions import SuggestionsViewModel
from studio.viewmodels.tags import TagsViewModel
from studio.viewmodels.teaching import TeachingViewModel
from tests.support.gallery import Shelf

SESSION = "after:2026-11-22T12:00:00"
TODAY = date(2026, 11, 22)


@dataclass(slots=True)
class Finding:
    """The gallery of `shown` follows the search, as in the window."""

    shown: Shelf
    judging: JudgingViewModel
    tags: TagsViewModel
    counts: Counts
    search: SearchViewModel
    projects: ProjectsViewModel
    suggestions: SuggestionsViewModel
    teaching: TeachingViewModel

    async def begin(self) -> None:
        await self.shown.begin()
        await self.search.begin()
        await self.projects.begin()

    def counted(self) -> dict[str, int | None]:
        """The quick filters and their numbers."""
        return {quick.id: quick.count for quick in self.search.state.quick}

    def selected(self) -> tuple[str, ...]:
        return self.shown.details.state.selected

    def palette(self) -> tuple[str, ...]:
        version = self.shown.details.state.version
        return version.palette if version else ()


def finding(shown: Shelf) -> Finding:
    around = shown.around
    bridge, tasks, session = around.bridge, around.tasks, around.session
    judging = JudgingViewModel(bridge=bridge, session=session, tasks=tasks, notices=around.notices)
    counts = Counts(bridge=bridge, tasks=tasks, rest_ms=1)
    search = SearchViewModel(bridge=bridge, tasks=tasks, counts=counts, session_term=SESSION, rest_ms=1)
    projects = ProjectsViewModel(bridge=bridge, tasks=tasks, session=session, search=search, judging=judging)
    suggestions = SuggestionsViewModel(
        bridge=bridge,
        tasks=tasks,
        session=session,
        search=search,
        projects=projects,
        today=lambda: TODAY,
    )
    search.query_changed.connect(lambda: shown.gallery.set_query(search.query))
    return Finding(
        shown=shown,
        judging=judging,
        tags=TagsViewModel(bridge=bridge, tasks=tasks, judging=judging),
        counts=counts,
        search=search,
        projects=projects,
        suggestions=suggestions,
        teaching=TeachingViewModel(bridge=bridge, tasks=tasks, search=search),
    )


def switcher(theme: Theme, found: Finding) -> ProjectSwitcher:
    return ProjectSwitcher(
        theme,
        projects=found.projects,
        search=found.search,
        judging=found.judging,
        thumbnails=found.shown.thumbnails,
        selected=found.selected,
    )


def search_field(theme: Theme, found: Finding) -> GallerySearch:
    return GallerySearch(
        theme,
        search=found.search,
        suggestions=found.suggestions,
        palette=found.palette,
        shortcut_hint="Ctrl K",
    )


def top_bar(theme: Theme, found: Finding) -> TopBar:
    shown = found.shown
    return TopBar(
        theme,
        session=shown.around.session,
        jobs=shown.jobs,
        switcher=switcher(theme, found),
        search=search_field(theme, found),
    )

"""What the palette lists beside actions: projects, searches, settings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from studio.viewmodels.palette import Entry
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from studio.settings.settings import ThemeName
    from studio.viewmodels.judging import JudgingViewModel
    from studio.viewmodels.projects import ProjectsViewModel
    from studio.viewmodels.search import SearchViewModel
    from studio.viewmodels.session import SessionViewModel
    from studio.viewmodels.tasks import Tasks


def project_entries(projects: ProjectsViewModel) -> Iterator[Entry]:
    """Every project, then everything, then the trash."""
    category = translate("palette", "Project")
    for project in projects.state.projects:
        yield Entry(
            id=f"project {project.name}",
            title=project.name,
            category=translate("palette", "Archived project") if project.archived else category,
            act=lambda name=project.name: projects.show_project(name),
            icon="archive" if project.archived else "folder",
        )
    yield Entry(
        "all-pictures", translate("palette", "All pictures"), category, projects.show_all, icon="images"
    )
    yield Entry("the-trash", translate("palette", "Trash"), category, projects.show_trash, icon="trash-2")


def search_entries(search: SearchViewModel) -> Iterator[Entry]:
    """Searches that were saved, then those of today."""
    for saved in search.state.saved:
        yield Entry(
            id=f"saved {saved.search.name}",
            title=saved.search.name,
            category=translate("palette", "Saved search"),
            act=lambda one=saved.search: search.show_saved(one),
            icon="bookmark",
            also=saved.search.text,
        )
    for text in search.recent:
        yield Entry(
            id=f"recent {text}",
            title=text,
            category=translate("palette", "Recent search"),
            act=lambda text=text: search.write(text),
            icon="history",
        )


class SettingEntries:
    """Each setting, as a line that opens the settings there; and those that a line can change by itself.

    `open_at` opens the settings at a place of `setting_places`.
    """

    def __init__(
        self,
        *,
        session: SessionViewModel,
        tasks: Tasks,
        judging: JudgingViewModel,
        open_at: Callable[[str], object],
    ) -> None:
        self._session = session
        self._tasks = tasks
        self._judging = judging
        self._open_at = open_at

    def __call__(self) -> Iterator[Entry]:
        """As they are set now."""
        yield from self._themes()
        yield self._advance()
        for place, title in setting_places().items():
            yield Entry(
                id=f"setting {place}",
                title=title,
                category=translate("palette", "Settings"),
                act=lambda place=place: self._open_at(place),
                icon="settings",
            )

    def _themes(self) -> Iterator[Entry]:
        themes: tuple[tuple[ThemeName, str, str], ...] = (
            ("dark", translate("palette", "Theme: dark"), "moon"),
            ("light", translate("palette", "Theme: light"), "sun"),
            ("system", translate("palette", "Theme: as the system"), "monitor"),
        )
        category = translate("palette", "Settings")
        for theme, title, icon in themes:
            if theme != self._session.state.settings.theme:
                yield Entry(f"theme {theme}", title, category, self._choosing(theme), icon=icon)

    def _choosing(self, theme: ThemeName) -> Callable[[], None]:
        async def choose() -> None:
            await self._session.change_settings(replace(self._session.state.settings, theme=theme))

        return lambda: self._tasks.start(choose)

    def _advance(self) -> Entry:
        advances = self._judging.auto_advance
        title = (
            translate("palette", "Stay on a picture after rating it")
            if advances
            else translate("palette", "Go on to the next picture after rating one")
        )
        return Entry(
            id="auto-advance",
            title=title,
            category=translate("palette", "Settings"),
            act=lambda: self._judging.set_auto_advance(not advances),
            icon="chevron-right",
            also=translate("palette", "auto-advance next picture"),
        )


def setting_places() -> dict[str, str]:
    """Where the settings can be opened, in their order, with what stands there."""
    return {
        "gateway": translate("palette", "Gateway address"),
        "demo": translate("palette", "Demo gateway"),
        "route": translate("palette", "Model route"),
        "library": translate("palette", "Library folder"),
        "parallel": translate("palette", "Calls at once"),
        "budget-day": translate("palette", "Budget for a day"),
        "budget-month": translate("palette", "Budget for a month"),
        "warn-at": translate("palette", "Warning before a budget is used up"),
        "ask-above": translate("palette", "Ask before spending more"),
        "ask-from": translate("palette", "Ask before many pictures"),
        "theme": translate("palette", "Theme"),
        "language": translate("palette", "Language"),
        "auto-advance": translate("palette", "Going on after rating"),
        "keys": translate("palette", "Keys"),
        "fallback": translate("palette", "When a group fails"),
        "prices": translate("palette", "Prices and figures"),
    }

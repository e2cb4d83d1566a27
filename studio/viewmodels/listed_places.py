"""Which places the switcher lists, from what is known of projects, saved searches and the trash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.places import Project
from studio.viewmodels.place_entries import Entry, EntryKind
from studio.viewmodels.projects import ProjectsState, Scope, ScopeKind
from studio.viewmodels.wording import bytes_words, translate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studio.viewmodels.search_state import SavedCount


def listed_places(
    state: ProjectsState, saved: Iterable[SavedCount], *, wanted: str = "", archive_open: bool = False
) -> tuple[Entry, ...]:
    """Everything, or what has the wanted letters in its name; then a project can be made of these letters."""
    letters = " ".join(wanted.split()).casefold()
    known = state.projects
    if state.project(state.current) is None:
        # Of a new library: nothing is in it yet.
        known = (*known, Project(state.current))
    projects = [project for project in known if letters in project.name.casefold()]
    entries = [] if letters else [_everything(state)]
    entries += _under(
        translate("projects", "Projects"), (_project(state, one) for one in projects if not one.archived)
    )
    entries += _under(
        translate("projects", "Saved searches"),
        (_search(state, one) for one in saved if letters in one.search.name.casefold()),
    )
    entries += _archive(
        state, [one for one in projects if one.archived], is_open=archive_open or bool(letters)
    )
    if letters and state.project(" ".join(wanted.split())) is None:
        name = " ".join(wanted.split())
        title = translate("projects", "Create project “{name}”").format(name=name)
        entries.append(Entry(EntryKind.CREATE, name, title))
    if not letters:
        entries.append(_trash(state))
    return tuple(entries)


def scope_words(scope: Scope) -> str:
    """What is shown, in a word or two."""
    match scope.kind:
        case ScopeKind.ALL:
            return translate("projects", "All pictures")
        case ScopeKind.TRASH:
            return translate("projects", "Trash")
        case _:
            return scope.name


def _under(title: str, entries: Iterable[Entry]) -> list[Entry]:
    listed = list(entries)
    return [Entry(EntryKind.HEADING, title, title), *listed] if listed else []


def _everything(state: ProjectsState) -> Entry:
    words = scope_words(Scope())
    return Entry(EntryKind.ALL, title=words, count=state.total, shown=state.scope == Scope())


def _project(state: ProjectsState, project: Project) -> Entry:
    goes_here = project.name == state.current
    return Entry(
        EntryKind.PROJECT,
        project.name,
        project.name,
        count=project.count,
        note=translate("projects", "New pictures go here") if goes_here else "",
        cover=project.cover or project.newest,
        shown=state.scope == Scope(ScopeKind.PROJECT, project.name),
        archived=project.archived,
    )


def _search(state: ProjectsState, saved: SavedCount) -> Entry:
    name = saved.search.name
    shown = state.scope == Scope(ScopeKind.SEARCH, name)
    return Entry(EntryKind.SEARCH, name, name, count=saved.count, note=saved.search.text, shown=shown)


def _archive(state: ProjectsState, projects: list[Project], *, is_open: bool) -> list[Entry]:
    if not projects:
        return []
    title = translate("projects", "Archived")
    head = Entry(EntryKind.ARCHIVE, "open" if is_open else "", title, count=len(projects))
    return [head, *(_project(state, one) for one in projects)] if is_open else [head]


def _trash(state: ProjectsState) -> Entry:
    trash, title = state.trash, scope_words(Scope(ScopeKind.TRASH))
    note = bytes_words(trash.size) if trash.count else translate("projects", "Empty")
    shown = state.scope == Scope(ScopeKind.TRASH)
    return Entry(EntryKind.TRASH, title=title, count=trash.count or None, note=note, shown=shown)

"""Projects as a person makes, names, archives and removes them, and what the switcher lists."""

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from studio.domain.judgement import Change
from studio.domain.places import Project, SavedSearch, TrashSize
from studio.engine.studio import Studio
from studio.viewmodels.listed_places import listed_places
from studio.viewmodels.place_entries import EntriesModel, Entry, EntryKind
from studio.viewmodels.projects import ProjectsState, Scope, ScopeKind
from studio.viewmodels.search_state import SavedCount
from tests.support.finding import Finding, finding
from tests.support.gallery import numbered, shelf, write_versions
from tests.support.window import run_in_window, surroundings, until

Story = Callable[[Finding], Coroutine[Any, Any, None]]
Play = Callable[[Story], None]
TWO = ("version-000001", "version-000002")


@pytest.fixture
def play(qapp: QApplication, tmp_path: Path) -> Play:
    """Three versions in Sketches, one in Posters."""
    around = surroundings(tmp_path)
    write_versions(around.folder, map(numbered, (1, 2, 3, 4)))
    shown = shelf(around)
    found = finding(shown)

    def run(story: Story) -> None:
        async def whole() -> None:
            async with around.engine():
                await around.bridge.ask(_make_posters)
                await found.begin()
                await story(found)

        run_in_window(qapp, whole())
        shown.thumbnails.end()

    return run


async def _make_posters(studio: Studio) -> None:
    await studio.create_project("Posters")
    await studio.change(("version-000004",), Change(project="Posters"))


def counts(found: Finding) -> dict[str, int]:
    return {project.name: project.count for project in found.projects.state.projects}


def current(found: Finding) -> str:
    return found.shown.around.session.state.settings.project


def test_a_new_project_is_shown_and_takes_what_comes(play: Play) -> None:
    async def story(found: Finding) -> None:
        found.projects.create("  Spring   campaign ")
        await until(lambda: found.projects.state.scope == Scope(ScopeKind.PROJECT, "Spring campaign"))
        await until(lambda: current(found) == "Spring campaign")
        await until(lambda: found.projects.state.current == "Spring campaign")
        found.projects.show_all()
        assert found.projects.state.scope == Scope()
        assert found.projects.state.current == "Spring campaign"

    play(story)


def test_a_project_for_what_is_selected_takes_it_and_the_gallery_stays(play: Play) -> None:
    async def story(found: Finding) -> None:
        found.projects.create("Chosen", move=TWO)
        await until(lambda: counts(found) == {"Chosen": 2, "Posters": 1, "Sketches": 1})
        assert found.projects.state.scope == Scope()

    play(story)


def test_a_renamed_project_stays_shown_and_current(play: Play) -> None:
    async def story(found: Finding) -> None:
        found.projects.show_project("Posters")
        await until(lambda: current(found) == "Posters")
        found.projects.rename("Posters", "Bills")
        await until(lambda: found.projects.state.scope == Scope(ScopeKind.PROJECT, "Bills"))
        await until(lambda: current(found) == "Bills")
        await until(lambda: found.shown.ids() == ["version-000004"])

    play(story)


def test_a_name_that_is_taken_is_said(play: Play) -> None:
    async def story(found: Finding) -> None:
        found.projects.create("posters")
        await until(lambda: found.projects.state.problem)
        assert "osters" in found.projects.state.problem
        found.projects.forget_problem()
        assert not found.projects.state.problem

    play(story)


def test_what_new_pictures_went_to_can_be_archived(play: Play) -> None:
    async def story(found: Finding) -> None:
        found.projects.show_project("Posters")
        await until(lambda: current(found) == "Posters")
        found.projects.archive("Posters", archived=True)
        await until(lambda: current(found) == "Sketches")
        found.projects.archive("Posters", archived=False)
        await until(lambda: not any(project.archived for project in found.projects.state.projects))

    play(story)


def test_only_an_empty_project_can_be_removed(play: Play) -> None:
    async def story(found: Finding) -> None:
        found.projects.remove("Posters")
        await until(lambda: found.projects.state.problem)
        found.judging.move(("version-000004",), "Sketches")
        await until(lambda: counts(found)["Posters"] == 0)
        found.projects.show_project("Posters")
        found.projects.remove("Posters")
        await until(lambda: "Posters" not in counts(found))
        assert found.projects.state.scope == Scope()

    play(story)


def test_the_trash_is_shown_and_emptied_for_good(play: Play) -> None:
    async def story(found: Finding) -> None:
        found.judging.trash(TWO)
        await until(lambda: found.projects.state.trash.count == 2)
        assert found.projects.state.total == 2
        found.projects.show_trash()
        await until(lambda: sorted(found.shown.ids()) == list(TWO))
        found.projects.empty_trash()
        await until(lambda: found.projects.state.trash == TrashSize())
        await until(lambda: found.shown.ids() == [])

    play(story)


def test_a_saved_search_is_renamed_and_forgotten(play: Play) -> None:
    async def story(found: Finding) -> None:
        found.search.write("cat")
        found.search.save("Cats")
        await until(lambda: found.projects.state.scope == Scope(ScopeKind.SEARCH, "Cats"))
        (saved,) = found.search.state.saved
        found.projects.rename_search(saved.search, "All cats")
        await until(lambda: [one.search.name for one in found.search.state.saved] == ["All cats"])
        found.projects.remove_search("All cats")
        await until(lambda: found.search.state.saved == ())
        assert found.projects.state.scope == Scope()

    play(story)


# What the switcher lists

STATE = ProjectsState(
    projects=(
        Project("Old", archived=True, count=1),
        Project("Posters", count=3),
        Project("Sketches", count=4),
    ),
    current="Posters",
    scope=Scope(ScopeKind.PROJECT, "Sketches"),
    trash=TrashSize(count=12, size=84_000_000),
)
SAVED = (SavedCount(SavedSearch("Best", "rating:5"), 2),)


def titles(*entries: Entry) -> list[str]:
    return [entry.spoken for entry in entries]


def test_every_place_is_listed_with_what_is_in_it() -> None:
    assert titles(*listed_places(STATE, SAVED)) == [
        "All pictures, 8 pictures",
        "Projects",
        "Posters, 3 pictures, New pictures go here",
        "Sketches, 4 pictures, shown",
        "Saved searches",
        "Best, 2 pictures, rating:5",
        "Archived, 1 picture",
        "Trash, 12 pictures, 84.0 MB",
    ]


def test_where_new_pictures_go_is_listed_before_the_first_is_there() -> None:
    assert titles(*listed_places(ProjectsState(), ()))[1:3] == [
        "Projects",
        "Sketches, 0 pictures, New pictures go here",
    ]


def test_letters_find_places_archived_ones_too_and_make_one() -> None:
    listed = listed_places(STATE, SAVED, wanted=" OL ")
    assert [(entry.kind, entry.name) for entry in listed][1:] == [
        (EntryKind.PROJECT, "Old"),
        (EntryKind.CREATE, "OL"),
    ]
    kinds = [entry.kind for entry in listed_places(STATE, SAVED, wanted="Posters")]
    assert EntryKind.CREATE not in kinds


names = st.lists(st.sampled_from("abcdefgh"), unique=True).map(
    lambda letters: [Entry(EntryKind.PROJECT, letter, letter, count=ord(letter)) for letter in letters]
)


@given(st.lists(names, max_size=4))
def test_the_list_becomes_any_other_without_a_reset(lists: list[list[Entry]]) -> None:
    model = EntriesModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for entries in lists:
        model.show(entries)
        assert [model.entry(row) for row in range(model.rowCount())] == entries
    tester.deleteLater()

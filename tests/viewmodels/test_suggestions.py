"""What the search field offers, and what it says when nothing is found."""

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from studio.domain.search_terms import Field, Part, TermProblem, Trait
from studio.viewmodels.search_words import field_words, problem_words, value_words
from tests.support.finding import Finding, finding
from tests.support.gallery import numbered, shelf, write_versions
from tests.support.window import run_in_window, surroundings, until

Story = Callable[[Finding], Coroutine[Any, Any, None]]
Play = Callable[[Story], None]


@pytest.fixture
def play(qapp: QApplication, tmp_path: Path) -> Play:
    around = surroundings(tmp_path)
    write_versions(around.folder, [numbered(1, prompt="a red fox"), numbered(2), numbered(3)])
    shown = shelf(around)
    found = finding(shown)

    def run(story: Story) -> None:
        async def whole() -> None:
            async with around.engine():
                await found.begin()
                await story(found)

        run_in_window(qapp, whole())
        shown.thumbnails.end()

    return run


def offered(found: Finding) -> list[str]:
    return [one.title for one in found.suggestions.offered]


def test_fields_and_their_values_are_offered_with_what_they_mean(play: Play) -> None:
    async def story(found: Finding) -> None:
        found.suggestions.ask("ra", 2)
        assert offered(found)[:2] == ["rating:", "ratio:"]
        assert found.suggestions.offered[0].note == "Stars, as rating:>=4"
        found.suggestions.ask("fox is:p", 8)
        (pick, *_rest) = found.suggestions.offered
        assert (pick.title, pick.note, pick.text, pick.cursor) == ("is:pick", "Picked", "fox is:pick", 11)
        found.suggestions.ask("group:3.5", 9)
        assert "group:官KEY-3.5折" in offered(found)
        found.suggestions.stop()
        assert offered(found) == []

    play(story)


def test_tags_of_the_library_are_offered(play: Play) -> None:
    async def story(found: Finding) -> None:
        found.judging.tag(("version-000001",), "forest", "冬天")
        said = QSignalSpy(found.judging.said)
        await until(said.count)
        found.suggestions.ask("tag:fo", 6)
        await until(lambda: offered(found) == ["tag:forest"])
        found.suggestions.ask("冬", 1)
        await until(lambda: offered(found) == ["tag:冬天"])

    play(story)


def test_an_empty_field_offers_what_was_searched_for(play: Play) -> None:
    async def story(found: Finding) -> None:
        found.search.write("fox")
        found.search.remember()
        found.search.clear()
        found.suggestions.ask("", 0)
        assert offered(found)[:2] == ["fox", "size:"]

    play(story)


def test_nothing_found_tells_which_term_is_in_the_way(play: Play) -> None:
    async def story(found: Finding) -> None:
        found.search.show_project("Sketches")
        found.search.write("fox rating:>=4 cost:abc")
        await until(lambda: found.search.query.text)
        found.teaching.explain()

        def known() -> list[tuple[str, int | None, int | None]]:
            lesson = found.teaching.lesson
            return [(one.chip.text, one.alone, one.without) for one in lesson.terms] if lesson else []

        # What isn't understood doesn't narrow the search down.
        await until(lambda: known() == [("fox", 1, 0), ("rating:>=4", 0, 1), ("cost:abc", 3, 0)])
        lesson = found.teaching.lesson
        assert lesson is not None
        assert lesson.terms[2].chip.problem is TermProblem.NO_NUMBER
        await until(lambda: found.teaching.lesson and found.teaching.lesson.elsewhere == 0)

    play(story)


def test_everything_of_the_language_has_words(qapp: QApplication) -> None:
    assert all(field_words(field) for field in Field)
    assert all(problem_words(problem) for problem in TermProblem)
    assert len({value_words(Field.IS, trait) for trait in Trait}) == len(Trait)
    assert all(value_words(Field.HAS, part) for part in Part)

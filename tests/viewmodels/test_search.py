"""What the gallery is asked for, and the numbers beside it, over a real library."""

from collections.abc import Callable, Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from studio.domain.flags import Flag
from studio.domain.query import NEWEST_FIRST, Query, Sort, SortKey
from studio.viewmodels.search_state import read_sort, sort_word
from tests.support.finding import Finding, finding
from tests.support.gallery import numbered, shelf, write_versions
from tests.support.window import run_in_window, surroundings, until

Story = Callable[[Finding], Coroutine[Any, Any, None]]
Play = Callable[[Story], None]
FOXES = {3, 5}


@pytest.fixture
def play(qapp: QApplication, tmp_path: Path) -> Play:
    """Six versions, of which two are foxes, the last of them in a project of its own."""
    around = surroundings(tmp_path)
    versions = [numbered(number, prompt="a red fox" if number in FOXES else "") for number in range(1, 7)]
    write_versions(around.folder, [*versions[:-1], replace(versions[-1], project="Posters")])
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


def test_the_gallery_follows_what_is_typed_and_gives_everything_back(play: Play) -> None:
    async def story(found: Finding) -> None:
        asked = QSignalSpy(found.search.query_changed)
        for text in ("f", "fo", "fox"):
            found.search.write(text)
        assert found.search.state.query.text == "fox"
        assert found.search.query == Query()
        await until(lambda: found.shown.ids() == ["version-000005", "version-000003"])
        assert asked.count() == 1
        found.search.clear()
        await until(lambda: found.shown.gallery.found == 6)

    play(story)


def test_quick_filters_count_and_are_put_on_and_off(play: Play) -> None:
    async def story(found: Finding) -> None:
        await until(lambda: found.counted() == {"all": 6, "picks": 0, "session": 6, "4k": 0, "unrated": 6})
        found.judging.flag(("version-000003",), Flag.PICK)
        found.judging.rate(("version-000004", "version-000005"), 4)
        await until(lambda: found.counted()["picks"] == 1 and found.counted()["unrated"] == 4)
        found.search.write("fox")
        found.search.toggle("picks")
        assert found.search.state.query.text == "fox is:pick"
        assert [quick.id for quick in found.search.state.quick if quick.chosen] == ["picks"]
        await until(lambda: found.shown.ids() == ["version-000003"])
        found.search.toggle("picks")
        assert found.search.state.query.text == "fox"
        found.search.toggle("all")
        assert found.search.query == Query()

    play(story)


def test_what_was_typed_stands_as_filters_that_come_off_one_by_one(play: Play) -> None:
    async def story(found: Finding) -> None:
        found.search.write("fox rating:>=4 is:pick -snow size:")
        first, second = found.search.state.filters
        assert (first.text, second.text) == ("rating:>=4", "-snow")
        found.search.take_off(first)
        assert found.search.query.text == "fox is:pick -snow size:"

    play(story)


def test_likeness_orders_by_itself_and_leaves_with_its_term(play: Play) -> None:
    async def story(found: Finding) -> None:
        search = found.search
        search.near("color:#ff0000")
        assert search.query == Query(text="color:#ff0000", sort=Sort(SortKey.NEAREST))
        search.near("similar:version-000003")
        assert search.query.text == "similar:version-000003"
        search.sort_by(Sort(SortKey.COST))
        search.write("similar:version-000003 fox")
        assert search.state.query.sort == Sort(SortKey.COST)
        search.sort_by(Sort(SortKey.NEAREST))
        search.clear()
        assert search.query.sort == NEWEST_FIRST

    play(story)


def test_a_search_that_is_kept_counts_what_it_finds_as_long_as_it_is_kept(play: Play) -> None:
    async def story(found: Finding) -> None:
        search = found.search
        search.write("fox")
        search.sort_by(Sort(SortKey.RATING, descending=False))
        assert search.can_save
        search.save("  Foxes ")
        await until(lambda: [(one.search.name, one.count) for one in search.state.saved] == [("Foxes", 2)])
        await until(lambda: search.state.shown_search is not None)
        assert not search.can_save
        found.judging.trash(("version-000003",))
        await until(lambda: search.state.saved[0].count == 1)
        search.write("fox is:pick")
        assert search.state.shown_search is None
        search.show_saved(search.state.saved[0].search)
        assert search.query == Query(text="fox", sort=Sort(SortKey.RATING, descending=False))

    play(story)


def test_a_search_kept_in_a_project_stays_there(play: Play) -> None:
    async def story(found: Finding) -> None:
        found.search.show_project("Posters")
        await until(lambda: found.shown.ids() == ["version-000006"])
        found.search.write("cat")
        found.search.save("Cats")
        await until(lambda: found.search.state.shown_search is not None)
        assert found.search.query == Query(text="cat project:Posters")
        await until(lambda: found.shown.ids() == ["version-000006"])

    play(story)


def test_what_was_meant_is_offered_again_latest_first(play: Play) -> None:
    async def story(found: Finding) -> None:
        for text in ("fox", "cat", "  ", "fox "):
            found.search.write(text)
            found.search.remember()
        assert found.search.recent == ("fox", "cat")

    play(story)


@given(st.builds(Sort, st.sampled_from(SortKey), descending=st.booleans()))
def test_an_order_is_kept_as_a_word_and_read_again(sort: Sort) -> None:
    assert read_sort(sort_word(sort)) == sort


@given(st.text())
def test_any_word_is_read_as_some_order(word: str) -> None:
    assert isinstance(read_sort(word), Sort)

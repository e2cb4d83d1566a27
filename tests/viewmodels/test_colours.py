"""The palette of a version without its widgets."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from studio.viewmodels.colour_words import ratio_words, short_ratio, state_words
from studio.viewmodels.colours import ColoursViewModel
from tests.support.gallery import Shelf, numbered, shelf
from tests.support.viewing import draw, save
from tests.support.window import run_in_window, surroundings, until


@pytest.fixture
def shown(qapp: QApplication, tmp_path: Path) -> Iterator[Shelf]:
    del qapp
    made = shelf(surroundings(tmp_path))
    yield made
    made.thumbnails.end()


def test_as_many_colours_as_are_wanted_and_the_last_wish_counts(qapp: QApplication, shown: Shelf) -> None:
    around = shown.around
    image = draw(1200, 60, (0, 0, 0))
    for number in range(12):
        shade = (21 * number, 255 - 21 * number, (number * 90) % 256)
        image.paste(shade, (number * 100, 0, number * 100 + 100, 60))
    version = save(around.folder, numbered(1), image)

    async def story() -> None:
        around.tasks.begin(asyncio.get_running_loop())
        colours = ColoursViewModel(version, library=around.folder, tasks=around.tasks, notices=around.notices)
        assert state_words(colours.state) == "Looking for colours…"
        for wanted in (9, 12, 30, 7):
            colours.choose(wanted)
        assert not colours.state.is_fresh
        await until(lambda: colours.state.is_fresh)
        assert (colours.state.wanted, len(colours.state.swatches)) == (7, 7)
        assert len({swatch.name for swatch in colours.state.swatches}) == 7
        colours.choose(1)
        await until(lambda: colours.state.is_fresh)
        assert (colours.state.wanted, len(colours.state.swatches)) == (5, 5)
        # What was found is known.
        colours.choose(7)
        assert colours.state.is_fresh

    run_in_window(qapp, story())


def test_a_picture_that_is_gone_is_said(qapp: QApplication, shown: Shelf) -> None:
    around = shown.around

    async def story() -> None:
        around.tasks.begin(asyncio.get_running_loop())
        colours = ColoursViewModel(
            numbered(1), library=around.folder, tasks=around.tasks, notices=around.notices
        )
        await until(lambda: colours.state.is_fresh)
        assert colours.state.problem
        assert not colours.state.swatches

    run_in_window(qapp, story())


def test_a_contrast_is_never_rounded_up_to_a_grade_it_has_not() -> None:
    assert [ratio_words(ratio) for ratio in (4.4999, 4.5, 6.99, 21.0)] == ["4.4", "4.5", "6.9", "21.0"]
    assert [short_ratio(ratio) for ratio in (4.5, 9.99, 13.4)] == ["4.5", "9.9", "13"]

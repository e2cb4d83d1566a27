"""Guides and the grid without their widgets."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from studio.domain.guides import Axis, Guide
from studio.viewmodels.guide_words import places_in, places_words
from studio.viewmodels.viewer_state import ViewerMode
from tests.support.cropping import CroppingOn, cropping_on
from tests.support.gallery import Shelf, shelf
from tests.support.viewing import viewing
from tests.support.window import surroundings

ACROSS, DOWN = Axis.VERTICAL, Axis.HORIZONTAL


@pytest.fixture
def shown(qapp: QApplication, tmp_path: Path) -> Iterator[Shelf]:
    del qapp
    made = shelf(surroundings(tmp_path))
    yield made
    made.thumbnails.end()


@pytest.fixture
def on(shown: Shelf) -> Iterator[CroppingOn]:
    view = viewing(shown)
    yield cropping_on(view)
    view.end()


def test_guides_are_kept_for_each_picture_within_its_edges(on: CroppingOn) -> None:
    first, second = on.open(ViewerMode.LOOK)
    on.guides.set_guides(ACROSS, places_in("400, 120 and 9000"))
    on.guides.add(Guide(DOWN, 64))
    on.guides.set_scale(2)
    assert places_words(on.guides.state.guides, ACROSS) == "120, 400"
    on.made.viewer.show(second)
    assert on.guides.state.guides == ()
    assert on.guides.state.step == 8
    on.made.viewer.show(first)
    assert places_words(on.guides.state.guides, DOWN) == "64"
    assert on.guides.state.step == 16
    on.guides.remove(Guide(ACROSS, 120))
    assert places_words(on.guides.state.guides, ACROSS) == "400"
    on.guides.clear()
    assert on.guides.state.guides == ()


def test_only_what_is_shown_is_snapped_to_and_a_guide_before_the_grid(on: CroppingOn) -> None:
    on.open(ViewerMode.CROP)
    on.guides.add(Guide(ACROSS, 101))
    assert on.guides.state.snap(103, ACROSS, 6) == 103
    on.made.actions.run("grid")
    assert on.guides.state.snap(103, ACROSS, 6) == 104
    on.made.actions.run("rulers")
    assert on.guides.state.snap(103, ACROSS, 6) == 101
    assert on.guides.state.snap(103, DOWN, 6) == 104
    assert on.guides.state.snap(103, DOWN, 0.5) == 103

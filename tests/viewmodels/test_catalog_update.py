"""Prices and figures from the text of a model page, as a person pastes it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from studio.domain.catalog_words import ChangeWords
from studio.domain.geometry import Resolution
from studio.domain.money import Money
from studio.settings.catalog import load_model
from studio.settings.folders import Folders
from studio.viewmodels.catalog_update import CatalogUpdateViewModel, compare
from tests.support.window import PAGE, Surroundings, page_model, run_in_window, surroundings, until

CHEAP = "官KEY-1.5折"


def updating(around: Surroundings) -> CatalogUpdateViewModel:
    return CatalogUpdateViewModel(
        session=around.session, tasks=around.tasks, today=lambda: date(2026, 11, 22)
    )


def test_shows_old_and_new_and_takes_them_only_when_told(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    update = updating(around)
    page = PAGE.read_text(encoding="utf-8").replace("¥0.05", "¥0.06", 1).replace("62.50%", "99.90%", 1)
    accepted: list[bool] = []
    update.accepted.connect(lambda: accepted.append(True))

    async def story() -> None:
        async with around.engine():
            update.read(page)
            await until(lambda: update.state.found)
            assert update.state.rows == (
                ChangeWords(CHEAP, "0.5K per call", "¥0.05", "¥0.06"),
                ChangeWords(CHEAP, "Uptime", "62.5%", "99.9%"),
            )
            assert update.state.summary.startswith("7 groups and 28 prices read. 2 differ")
            assert around.session.state.catalog == page_model()
            update.accept()
            await until(lambda: accepted)

    run_in_window(qapp, story())
    kept = load_model(Folders(tmp_path / "config", tmp_path / "state", tmp_path / "pictures"))
    group = kept.group(CHEAP)
    assert group is not None
    assert group.price(Resolution.HALF_K) == Money.parse("0.06")
    assert kept.read_on == date(2026, 11, 22)
    assert around.session.state.catalog == kept


def test_an_unchanged_page_says_so(qapp: QApplication) -> None:
    state = compare(page_model(), page_model())
    assert state.rows == ()
    assert state.summary == "7 groups and 28 prices read. Nothing has changed."


def test_groups_and_the_route_come_and_go(qapp: QApplication) -> None:
    old = page_model()
    new = replace(old, route="gemini-3.1-flash-image", groups=old.groups[1:])
    rows = compare(old, new).rows
    assert rows[0] == ChangeWords("Model", "Route", old.route, "gemini-3.1-flash-image")
    assert rows[1] == ChangeWords(CHEAP, "No longer there", "from ¥0.05", "—")
    assert compare(new, old).rows[1] == ChangeWords(CHEAP, "New group", "—", "from ¥0.05")


@pytest.mark.parametrize("cut", [0, 200, 900])
def test_what_is_no_whole_page_changes_nothing(qapp: QApplication, tmp_path: Path, cut: int) -> None:
    around = surroundings(tmp_path)
    update = updating(around)

    async def story() -> None:
        async with around.engine():
            update.read(PAGE.read_text(encoding="utf-8")[:cut])
            await until(lambda: update.state.problem)
            assert "Nothing was changed, and it cost nothing." in update.state.problem
            assert update.state.found is None
            update.accept()
            update.edit()
            assert not update.state.problem

    run_in_window(qapp, story())
    assert around.session.state.catalog == page_model()

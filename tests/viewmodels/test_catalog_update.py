"""Prices and figures from the text of a model page, as a person pastes it."""

import asyncio
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from studio.domain.catalog import Model, ReadFrom
from studio.domain.catalog_words import ChangeWords
from studio.domain.geometry import Resolution
from studio.domain.money import Money
from studio.settings import Settings
from studio.settings.catalog import load_model
from studio.settings.folders import Folders
from studio.viewmodels.catalog_update import CatalogUpdateViewModel, compare
from tests.support.account_pages import METRICS, PRICING, STATUS, by_path, measured, metrics, pricing, status
from tests.support.scripted_gateway import Answer, ScriptedGateway, html_answer, silent_answer
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


# From the gateway


def flat_model() -> Model:
    """The page's groups, each at one price for all sizes, as a gateway of the new-api kind has them."""
    model = page_model()
    return replace(
        model,
        groups=tuple(
            replace(group, prices=tuple(replace(price, amount=Money.parse("0.10")) for price in group.prices))
            for group in model.groups
        ),
    )


def refresh(
    qapp: QApplication,
    folder: Path,
    pages: dict[str, Answer],
    *,
    catalog: Model | None = None,
    times: int = 1,
) -> tuple[CatalogUpdateViewModel, list[str]]:
    """What is shown after the gateway of these pages was asked, and which of them were asked for."""
    paths: list[str] = []

    async def story() -> CatalogUpdateViewModel:
        async with ScriptedGateway(by_path(pages)) as gateway:
            around = surroundings(folder, settings=Settings(gateway=gateway.address), catalog=catalog)
            update = updating(around)
            async with around.engine():
                for number in range(times):
                    update.refresh(again=number > 0)
                    assert update.state.asking
                    await until(lambda: not update.state.busy)
            paths.extend(request.target.partition("?")[0] for request in gateway.received)
            return update

    return run_in_window(qapp, story()), paths


def test_what_the_gateway_publishes_is_shown_as_old_and_new(qapp: QApplication, tmp_path: Path) -> None:
    pages = {STATUS: status(), PRICING: pricing(), METRICS: metrics(measured("官KEY-正价"))}
    update, _ = refresh(qapp, tmp_path, pages, catalog=flat_model())
    state = update.state
    assert ChangeWords("官KEY-正价", "1K per call", "¥0.10", "¥0.71") in state.rows
    assert state.summary.startswith("2 groups and 8 prices read. ")
    assert state.missing == ""
    assert state.found is not None
    assert state.found.read_from is ReadFrom.GATEWAY


def test_what_the_gateway_doesnt_tell_is_said_with_the_way_that_works(
    qapp: QApplication, tmp_path: Path
) -> None:
    update, paths = refresh(qapp, tmp_path, {})
    assert update.state.missing == "Not offered here: prices. Paste the text of the model's page instead."
    assert update.state.found is None
    update.edit()
    assert not update.state.missing
    assert paths == [STATUS, METRICS]


def test_it_is_asked_again_only_when_the_person_wants_it(qapp: QApplication, tmp_path: Path) -> None:
    _, paths = refresh(qapp, tmp_path, {}, times=2)
    assert paths == [STATUS, METRICS] * 2


def test_figures_alone_are_taken_and_prices_stay(qapp: QApplication, tmp_path: Path) -> None:
    pages = {STATUS: status(), PRICING: pricing(), METRICS: metrics(measured(CHEAP, avg_latency_ms=90_000))}
    update, _ = refresh(qapp, tmp_path, pages)
    state = update.state
    assert state.summary.startswith("Latency, throughput and uptime read. ")
    assert "one price for all sizes" in state.missing
    assert ChangeWords(CHEAP, "Latency", "102.07 s", "90.00 s") in state.rows
    assert not any("per call" in row.what for row in state.rows)


def test_while_the_gateway_is_asked_nothing_else_is_read(qapp: QApplication, tmp_path: Path) -> None:
    async def story() -> None:
        go = asyncio.Event()
        async with ScriptedGateway(silent_answer(go, html_answer("A fine gateway"))) as gateway:
            around = surroundings(tmp_path, settings=Settings(gateway=gateway.address))
            update = updating(around)
            async with around.engine():
                update.refresh()
                update.refresh()
                update.read("a page")
                await until(lambda: gateway.received)
                assert len(gateway.received) == 1
                go.set()
                await until(lambda: update.state.missing)

    run_in_window(qapp, story())

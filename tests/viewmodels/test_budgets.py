"""Budgets as the window says them: what an order leaves, what stops it, what is nearly used up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from studio.domain.budget import BudgetKind, Budgets, Standing
from studio.domain.keys import Secret
from studio.domain.money import ZERO, Money
from studio.domain.recipe import Recipe
from studio.engine.events import SpentChanged
from studio.engine.studio import OrderRequest
from studio.library.draft import Draft
from studio.library.ledger import Spent
from studio.settings import Settings
from studio.viewmodels.budget_watch import BudgetWatch
from studio.viewmodels.budget_words import budget_words
from studio.viewmodels.composer_budget import budget_line
from studio.viewmodels.project_budget import ProjectBudgetViewModel
from studio.viewmodels.session import Opening, SessionState
from tests.support.window import page_model, run_in_window, surroundings, until

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

USUAL = "官KEY-3.5折"
NOBODY = "https://pictures.invalid"
"""Nothing that is placed there is ever sent."""


def money(text: str) -> Money:
    return Money.parse(text)


def standing(kind: BudgetKind, limit: str, used: str, project: str = "") -> Standing:
    return Standing(kind, money(limit), money(used), project)


DAY = standing(BudgetKind.DAY, "20", "3.42")
MONTH = standing(BudgetKind.MONTH, "300", "84.10")
OURS = standing(BudgetKind.PROJECT, "10", "9.50", "Sketches")
OTHERS = standing(BudgetKind.PROJECT, "1", "1", "Foxes")


def session(*standings: Standing, **settings: object) -> SessionState:
    chosen = Settings(**settings)  # pyright: ignore[reportArgumentType]
    return SessionState(settings=chosen, catalog=page_model(), opening=Opening.OPEN, standings=standings)


# The composer


@pytest.mark.parametrize(
    ("standings", "words"),
    [
        ((DAY, MONTH), "¥16.58 left today → ¥15.08"),
        ((MONTH,), "¥215.90 left this month → ¥214.40"),
        ((DAY, replace(MONTH, used=money("290"))), "¥10.00 left this month → ¥8.50"),
        ((DAY, OTHERS), "¥16.58 left today → ¥15.08"),
        ((DAY, replace(OURS, used=money("7"))), "¥3.00 left in this project → ¥1.50"),
        ((DAY, OURS), "¥0.50 left in this project"),
    ],
)
def test_the_budget_with_least_left_is_the_one_that_is_told(
    standings: tuple[Standing, ...], words: str
) -> None:
    line = budget_line(session(*standings), money("1.50"))
    assert line is not None
    assert line.words == words


def test_the_bar_shows_what_is_used_and_what_the_order_takes() -> None:
    line = budget_line(session(DAY), money("1.50"))
    assert line is not None
    assert (line.used, line.then, line.breaks) == (342 / 2000, 492 / 2000, False)
    over = budget_line(session(DAY), money("16.59"))
    assert over is not None
    assert (over.words, over.then, over.breaks) == ("¥16.58 left today", 1.0, True)


@pytest.mark.parametrize("wanted", [None, ZERO])
def test_without_a_price_only_what_is_left_is_told(wanted: Money | None) -> None:
    line = budget_line(session(DAY), wanted)
    assert line is not None
    assert (line.words, line.then, line.breaks) == ("¥16.58 left today", line.used, False)
    assert budget_line(session(OTHERS), wanted) is None


def test_an_order_over_a_budget_can_not_be_pressed(qapp: QApplication, tmp_path: Path) -> None:
    settings = Settings(gateway=NOBODY, budgets=Budgets(day=money("0.40")))
    around = surroundings(tmp_path, settings=settings)
    composer = around.composer(Draft(Recipe("a lake"), USUAL, 1))

    async def story() -> None:
        async with around.engine():
            await around.session.store_key(USUAL, Secret("sk-test"))
            await until(lambda: composer.state.hindrance is None)
            assert composer.state.estimate.today == "¥0.40 left today → ¥0.24"
            assert "¥0.40 left today → ¥0.24" in composer.state.estimate.sentence
            composer.set_count(3)
            hindrance = composer.state.hindrance
            assert hindrance is not None
            assert hindrance.words == "Over today's budget: ¥0.40 left of ¥0.40"
            assert hindrance.budget == standing(BudgetKind.DAY, "0.40", "0")
            composer.submit()
            assert not composer.state.placing
            raised = replace(settings, budgets=Budgets(day=money("1")))
            await around.session.change_settings(raised)
            await until(lambda: composer.state.hindrance is None)

    run_in_window(qapp, story())


def test_many_pictures_are_asked_about_even_where_they_cost_little(
    qapp: QApplication, tmp_path: Path
) -> None:
    around = surroundings(tmp_path, settings=Settings(gateway=NOBODY, ask_from=3, ask_above=None))
    composer = around.composer(Draft(Recipe("a lake"), USUAL, 2))

    async def story() -> None:
        async with around.engine():
            await around.session.store_key(USUAL, Secret("sk-test"))
            await until(lambda: composer.state.hindrance is None)
            composer.set_count(3)
            composer.submit()
            assert composer.state.asks == "¥0.48"
            composer.not_now()
            composer.set_count(2)
            composer.submit()
            assert composer.state.placing
            await until(lambda: not composer.state.placing)

    run_in_window(qapp, story())


def test_what_the_engine_refuses_is_said_in_place(qapp: QApplication, tmp_path: Path) -> None:
    """Another program may have spent meanwhile, so that the window's own reckoning is behind."""
    around = surroundings(tmp_path, settings=Settings(gateway=NOBODY, budgets=Budgets(day=money("0.20"))))
    composer = around.composer(Draft(Recipe("a lake"), USUAL, 1))

    async def story() -> None:
        async with around.engine():
            await around.session.store_key(USUAL, Secret("sk-test"))
            await until(lambda: composer.state.hindrance is None)
            order = OrderRequest(Recipe("a lake"), USUAL, 1, money("0.16"))
            await around.bridge.ask(lambda studio: studio.place(order))
            # As if nothing had been heard of it yet.
            around.bridge.happened.emit(SpentChanged(Spent(), (standing(BudgetKind.DAY, "0.20", "0"),)))
            composer.submit()
            await until(lambda: composer.state.trouble)
            assert composer.state.trouble.startswith("Over today's budget: ¥0.04 left of ¥0.20")
            assert "Nothing was sent, so it cost nothing." in composer.state.trouble

    run_in_window(qapp, story())


# The bar


@pytest.mark.parametrize(
    ("standings", "warning", "used_up"),
    [
        ((DAY, MONTH), "", False),
        ((replace(DAY, used=money("17.20")), MONTH), "¥2.80 left", False),
        ((replace(DAY, used=money("20")), MONTH), "used up", True),
        ((DAY, replace(MONTH, used=money("290"))), "¥10.00 left this month", False),
        ((DAY, OURS), "¥0.50 left in project", False),
        ((DAY, replace(OURS, used=money("10"))), "project used up", True),
        ((DAY, OTHERS), "", False),
    ],
)
def test_the_bar_speaks_of_what_is_nearly_used_up(
    standings: tuple[Standing, ...], warning: str, used_up: bool
) -> None:
    words = budget_words(session(*standings))
    assert (words.warning, words.used_up, words.limit) == (warning, used_up, money("20"))


def test_every_budget_that_holds_has_a_line() -> None:
    words = budget_words(session(DAY, MONTH, OURS, OTHERS))
    assert words.lines == (
        "Today ¥3.42 of ¥20.00",
        "This month ¥84.10 of ¥300.00",
        "Sketches ¥9.50 of ¥10.00",
    )
    assert budget_words(session(DAY, OURS, warn_at=None)).warning == ""


# Warnings


def test_a_share_that_is_passed_is_told_once_and_again_the_next_day(
    qapp: QApplication, tmp_path: Path
) -> None:
    around, today = surroundings(tmp_path), date(2026, 11, 26)
    watch = BudgetWatch(session=around.session, notices=around.notices, today=lambda: today)
    asked: list[Standing] = []
    watch.change_requested.connect(asked.append)

    def hear(*standings: Standing) -> list[str]:
        around.said.clear()
        around.bridge.happened.emit(SpentChanged(Spent(), standings))
        return [notice.words for notice in around.said]

    async def story() -> None:
        nonlocal today
        async with around.engine():
            passed = replace(DAY, used=money("16"))
            assert hear(DAY, MONTH) == []
            assert hear(passed, MONTH) == ["¥16.00 of today's budget of ¥20.00 is used."]
            around.said[0].actions[0].act()
            assert asked == [passed]
            assert hear(DAY, MONTH) == hear(replace(DAY, used=money("18")), MONTH) == []
            today = date(2026, 11, 27)
            assert hear(DAY, MONTH, OURS, OTHERS) == ["¥9.50 of the budget of ¥10.00 for Sketches is used."]
            (words,) = hear(passed, replace(MONTH, used=money("240")), OURS)
            assert words == (
                "¥16.00 of today's budget of ¥20.00 is used. "
                "¥240.00 of this month's budget of ¥300.00 is used."
            )

    run_in_window(qapp, story())


def test_what_was_passed_before_the_window_opened_is_no_news(qapp: QApplication, tmp_path: Path) -> None:
    settings = Settings(gateway=NOBODY, budgets=Budgets(day=ZERO))
    around = surroundings(tmp_path, settings=settings)
    watch = BudgetWatch(session=around.session, notices=around.notices, today=date.today)

    async def story() -> None:
        async with around.engine():
            assert budget_words(around.session.state).used_up
            assert (watch.parent(), around.said) == (None, [])

    run_in_window(qapp, story())


# One project's


def test_a_projects_budget_is_read_changed_and_taken_away(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)

    def budget() -> ProjectBudgetViewModel:
        return ProjectBudgetViewModel(project="Sketches", bridge=around.bridge, tasks=around.tasks)

    async def story() -> None:
        async with around.engine():
            first = budget()
            saved: list[bool] = []
            first.saved.connect(lambda: saved.append(True))
            await until(lambda: first.state.text is not None)
            assert first.state.text == ""
            assert first.state.used is not None
            assert first.state.used.startswith("¥0.00 so far")
            first.save("much")
            assert first.state.problem.startswith("Type an amount such as 20.00")
            first.save(" ¥12.5 ")
            await until(lambda: saved)
            await until(lambda: around.session.state.standings)
            assert around.session.state.standings == (standing(BudgetKind.PROJECT, "12.50", "0", "Sketches"),)
            second = budget()
            await until(lambda: second.state.text == "12.50")
            second.save("")
            await until(lambda: not around.session.state.standings)

    run_in_window(qapp, story())


def test_a_project_that_is_gone_says_so(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)

    async def story() -> None:
        async with around.engine():
            gone = ProjectBudgetViewModel(project="Foxes", bridge=around.bridge, tasks=around.tasks)
            await until(lambda: gone.state.text is not None)
            gone.save("5")
            await until(lambda: gone.state.problem == "There is no project Foxes.")

    run_in_window(qapp, story())

"""Where budgets are set: a page of the settings, and a project's own dialog."""

import asyncio
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from studio.domain.budget import BudgetKind, Budgets, Standing
from studio.domain.money import Money
from studio.engine.events import SpentChanged
from studio.library.ledger import Spent
from studio.settings import Settings
from studio.ui.dialogs.project_budget import ProjectBudgetDialog
from studio.ui.dialogs.settings import SettingsDialog
from studio.ui.kit import ProgressLine, Tone
from studio.ui.theme import Theme
from studio.viewmodels.project_budget import ProjectBudgetViewModel
from tests.support.window import Surroundings, by_hand, run_in_window, surroundings, until
from tests.ui.dialogs.test_dialogs import press

DAY = Standing(BudgetKind.DAY, Money.parse("20"), Money.parse("17"))


def settings_dialog(theme: Theme, around: Surroundings) -> SettingsDialog:
    return SettingsDialog(
        theme,
        session=around.session,
        tasks=around.tasks,
        notices=around.notices,
        library=around.folder,
        today=lambda: date(2026, 11, 26),
    )


def test_budgets_are_set_on_their_page_and_emptied_again(
    qapp: QApplication, theme: Theme, tmp_path: Path
) -> None:
    around = surroundings(tmp_path, settings=Settings(budgets=Budgets(month=Money.parse("300"))))

    async def story() -> None:
        async with around.engine():
            dialog = settings_dialog(theme, around)
            dialog.focus_place("budget-day")
            asked = asyncio.ensure_future(dialog.ask())
            await until(dialog.budgets.isVisible)
            assert dialog.picker.value == "budgets"
            page = dialog.budgets
            fields = (page.day, page.month, page.warn_at, page.ask_above, page.ask_from)
            assert [one.text() for one in fields] == ["", "300.00", "80", "5.00", "9"]
            page.day.setText("20,50")
            await by_hand(lambda: press(dialog, "Save"))
            assert dialog.isVisible()
            page.day.setText("20.50")
            for emptied in fields[1:]:
                emptied.clear()
            await by_hand(lambda: press(dialog, "Save"))
            assert await asked is True
            kept = around.session.state.settings
            assert kept.budgets == Budgets(day=Money.parse("20.50"))
            assert (kept.warn_at, kept.ask_above, kept.ask_from) == (None, None, None)
            await until(lambda: [one.limit for one in around.session.state.standings])

    run_in_window(qapp, story())


def test_the_page_says_how_much_of_each_is_used(qapp: QApplication, theme: Theme, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    foxes = Standing(BudgetKind.PROJECT, Money.parse("5"), Money.parse("5"), "Foxes")

    async def story() -> None:
        async with around.engine():
            dialog = settings_dialog(theme, around)
            wanted: list[str] = []
            dialog.project_budget_requested.connect(wanted.append)
            dialog.focus_place("budget-month")
            asked = asyncio.ensure_future(dialog.ask())
            await until(dialog.budgets.isVisible)
            said = {label.text() for label in dialog.budgets.findChildren(QLabel)}
            assert "¥0.00 spent today" in said
            around.bridge.happened.emit(SpentChanged(Spent(), (DAY, foxes)))
            said = {label.text() for label in dialog.budgets.findChildren(QLabel)}
            assert {"¥17.00 of ¥20.00 used, ¥3.00 left", "¥5.00 of ¥5.00 used, ¥0.00 left", "Foxes"} <= said

            def bars() -> list[tuple[int, Tone]]:
                lines = dialog.budgets.findChildren(ProgressLine)
                return [(one.value(), one.tone) for one in lines if one.isVisible()]

            await until(lambda: bars() == [(850, Tone.WARNING), (1000, Tone.BAD)])
            for project in ("Foxes", "Sketches"):
                await by_hand(lambda project=project: press(dialog.budgets, f"Budget for {project}…"))
            assert wanted == ["Foxes", "Sketches"]
            await by_hand(lambda: press(dialog, "Cancel"))
            await asked

    run_in_window(qapp, story())


@pytest.mark.parametrize("way", ["button", "key"])
def test_a_projects_budget_is_typed_and_kept(
    qapp: QApplication, theme: Theme, tmp_path: Path, way: str
) -> None:
    around = surroundings(tmp_path)

    async def story() -> None:
        async with around.engine():
            budget = ProjectBudgetViewModel(project="Sketches", bridge=around.bridge, tasks=around.tasks)
            dialog = ProjectBudgetDialog(theme, budget)
            asked = asyncio.ensure_future(dialog.ask())
            await until(dialog.amount.isEnabled)
            await by_hand(lambda: QTest.keyClicks(dialog.amount, "12.5"))
            if way == "button":
                await by_hand(lambda: press(dialog, "Save"))
            else:
                await by_hand(lambda: QTest.keyClick(dialog.amount, Qt.Key.Key_Return))
            assert await asked is True
            await until(lambda: around.session.state.standings)
            (standing,) = around.session.state.standings
            limit = Money.parse("12.50")
            assert (standing.kind, standing.limit, standing.project) == (
                BudgetKind.PROJECT,
                limit,
                "Sketches",
            )

    run_in_window(qapp, story())

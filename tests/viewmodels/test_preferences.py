"""The settings as a form: kept whole, or not at all."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from studio.domain.budget import Budgets
from studio.domain.keys import EVERY_GROUP, Secret
from studio.domain.money import Money
from studio.settings import Settings, load_settings
from studio.settings.folders import Folders
from studio.viewmodels.budget_form import BudgetForm
from studio.viewmodels.preferences import PreferencesViewModel
from tests.support.window import run_in_window, surroundings, until

USUAL = "官KEY-3.5折"


def test_the_form_is_kept_as_a_whole(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    preferences = PreferencesViewModel(session=around.session, tasks=around.tasks)
    saved: list[bool] = []
    preferences.saved.connect(lambda: saved.append(True))
    form = replace(
        preferences.form,
        address="https://api.example.org/",
        route=" gemini-3.1-flash-image ",
        parallel=8,
        budgets=BudgetForm(day="20", month="¥300", warn_at=" 65 ", ask_above="12.5", ask_from=""),
        theme="light",
        language="zh_CN",
        library=tmp_path / "elsewhere",
    )

    async def story() -> None:
        async with around.engine():
            preferences.save(form)
            await until(lambda: saved)

    run_in_window(qapp, story())
    wanted = Settings(
        gateway="https://api.example.org",
        route="gemini-3.1-flash-image",
        library=tmp_path / "elsewhere",
        theme="light",
        parallel=8,
        budgets=Budgets(day=Money.parse("20"), month=Money.parse("300")),
        warn_at=65,
        ask_above=Money.parse("12.50"),
        ask_from=None,
        language="zh_CN",
    )
    assert around.session.state.settings == wanted
    assert load_settings(Folders(tmp_path / "config", tmp_path / "state", tmp_path / "pictures")) == wanted


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"address": "http://example.org"}, "can't be sent safely"),
        ({"budgets": BudgetForm(ask_above="a lot")}, "an amount such as 20.00"),
        ({"budgets": BudgetForm(day="-1")}, "an amount such as 20.00"),
        ({"budgets": BudgetForm(month="0.001")}, "an amount such as 20.00"),
        ({"budgets": BudgetForm(warn_at="101")}, "from 1 to 100"),
        ({"budgets": BudgetForm(warn_at="most")}, "from 1 to 100"),
        ({"budgets": BudgetForm(ask_from="0")}, "a number of pictures"),
        ({"budgets": BudgetForm(ask_from="1.5")}, "a number of pictures"),
    ],
)
def test_a_wrong_form_keeps_nothing(
    qapp: QApplication, tmp_path: Path, wrong: dict[str, Any], words: str
) -> None:
    around = surroundings(tmp_path)
    preferences = PreferencesViewModel(session=around.session, tasks=around.tasks)
    preferences.save(replace(preferences.form, **wrong))
    assert words in preferences.state.problem
    assert around.session.state.settings == Settings()


def test_keys_are_listed_and_removed_by_group(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    preferences = PreferencesViewModel(session=around.session, tasks=around.tasks)

    async def story() -> None:
        async with around.engine():
            assert {row.words for row in preferences.state.keys} == {"No key"}
            await around.session.store_key(USUAL, Secret("sk-one"))
            await until(lambda: any(row.removable for row in preferences.state.keys))
            row = next(row for row in preferences.state.keys if row.has_key)
            assert (row.group, row.words) == (USUAL, "Key for this session")
            assert not preferences.state.every_removable
            preferences.remove_key(USUAL)
            await until(lambda: around.session.state.needs_key)
            await around.session.store_key(EVERY_GROUP, Secret("sk-all"))
            await until(lambda: preferences.state.every_removable)
            assert not any(row.removable for row in preferences.state.keys)
            preferences.remove_key()
            await until(lambda: around.session.state.needs_key)

    run_in_window(qapp, story())


def test_the_demo_lists_no_keys(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path, settings=Settings(gateway="demo"))
    preferences = PreferencesViewModel(session=around.session, tasks=around.tasks)
    assert preferences.form.demo
    assert preferences.form.address == "https://bananarouter.com"
    assert preferences.state.keys == ()
    assert preferences.state.note == "The demo gateway needs no keys."

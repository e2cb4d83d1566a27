"""The first-run card and the dialogs, pressed as a person presses them."""

import asyncio
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from studio.domain.money import Money
from studio.settings import load_settings
from studio.settings.folders import Folders
from studio.ui.dialogs.catalog_update import CatalogUpdateDialog
from studio.ui.dialogs.first_run import ConnectCard
from studio.ui.dialogs.key import KeyDialog
from studio.ui.dialogs.settings import SettingsDialog
from studio.ui.theme import Theme
from studio.viewmodels.catalog_update import CatalogUpdateViewModel
from studio.viewmodels.first_run import ConnectViewModel
from tests.support.window import PAGE, Surroundings, by_hand, run_in_window, surroundings, until

USUAL = "官KEY-3.5折"
OTHER = "官KEY-4.5折"


def press(host: QWidget, text: str) -> None:
    button = next(
        one
        for one in host.findChildren(QPushButton)
        if text in (one.text(), one.accessibleName()) and one.isVisible()
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def connecting(around: Surroundings, group: str = "") -> ConnectViewModel:
    return ConnectViewModel(session=around.session, tasks=around.tasks, notices=around.notices, group=group)


def test_the_card_takes_a_key_and_keeps_no_trace_of_it(
    qapp: QApplication, theme: Theme, tmp_path: Path
) -> None:
    around = surroundings(tmp_path)
    card = ConnectCard(theme, connecting(around))
    card.show()
    assert not card.save.isEnabled()
    assert card.form.key.echoMode() is QLineEdit.EchoMode.Password

    async def story() -> None:
        async with around.engine():
            await by_hand(lambda: press(card, "Save key"))
            assert card.form.words == "Type the key first."
            await by_hand(lambda: QTest.keyClicks(card.form.key, "sk-secret"))
            await by_hand(lambda: press(card, "Save key"))
            await until(lambda: not around.session.state.needs_key)
            await until(lambda: not card.form.key.text())
            assert around.session.state.has_key(USUAL)

    run_in_window(qapp, story())


def test_the_demo_is_chosen_in_the_card(qapp: QApplication, theme: Theme, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    card = ConnectCard(theme, connecting(around))
    card.show()

    async def story() -> None:
        async with around.engine():
            await by_hand(lambda: press(card, "Use the demo gateway instead"))
            await until(lambda: around.session.state.is_demo)

    run_in_window(qapp, story())


def test_the_key_dialog_adds_a_key_for_its_group(qapp: QApplication, theme: Theme, tmp_path: Path) -> None:
    around = surroundings(tmp_path)

    async def story() -> None:
        async with around.engine():
            dialog = KeyDialog(theme, connecting(around, OTHER))
            asked = asyncio.ensure_future(dialog.ask())
            await until(dialog.isVisible)
            await by_hand(lambda: QTest.keyClicks(dialog.form.key, "sk-secret"))
            await by_hand(lambda: press(dialog, "Save key"))
            assert await asked is True
            assert around.session.state.has_key(OTHER)
            assert not around.session.state.has_key(USUAL)

    run_in_window(qapp, story())


def test_prices_are_compared_and_accepted(qapp: QApplication, theme: Theme, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    page = PAGE.read_text(encoding="utf-8").replace("¥0.05", "¥0.06", 1)

    async def story() -> None:
        async with around.engine():
            update = CatalogUpdateViewModel(
                session=around.session, tasks=around.tasks, today=lambda: date(2026, 11, 22)
            )
            dialog = CatalogUpdateDialog(theme, update)
            asked = asyncio.ensure_future(dialog.ask())
            await until(dialog.isVisible)
            dialog.text.setPlainText("some other text")
            await by_hand(lambda: press(dialog, "Read"))
            await until(lambda: update.state.problem and not update.state.busy)
            dialog.text.setPlainText(page)
            await by_hand(lambda: press(dialog, "Read"))
            await until(lambda: dialog.changes.topLevelItemCount() == 1 and not update.state.busy)
            item = dialog.changes.topLevelItem(0)
            assert item is not None
            assert [item.text(column) for column in range(4)] == [
                "官KEY-1.5折",
                "0.5K per call",
                "¥0.05",
                "¥0.06",
            ]
            await by_hand(lambda: press(dialog, "Accept"))
            assert await asked is True
            assert around.session.state.catalog.read_on == date(2026, 11, 22)

    run_in_window(qapp, story())


def test_settings_are_kept_or_say_what_is_wrong(qapp: QApplication, theme: Theme, tmp_path: Path) -> None:
    around = surroundings(tmp_path)

    async def story() -> None:
        async with around.engine():
            dialog = SettingsDialog(
                theme,
                session=around.session,
                tasks=around.tasks,
                notices=around.notices,
                library=around.folder,
                today=lambda: date(2026, 11, 22),
            )
            asked = asyncio.ensure_future(dialog.ask())
            await until(dialog.isVisible)
            dialog.address.setText("http://example.org")
            await by_hand(lambda: press(dialog, "Save"))
            assert dialog.isVisible()
            dialog.address.setText("https://example.org")
            dialog.budgets.ask_above.setText("8")
            dialog.theme.set_value("light")
            await by_hand(lambda: press(dialog, "Save"))
            assert await asked is True

    run_in_window(qapp, story())
    kept = load_settings(Folders(tmp_path / "config", tmp_path / "state", tmp_path / "pictures"))
    assert (kept.gateway, kept.ask_above, kept.theme) == ("https://example.org", Money.parse("8"), "light")


def test_a_key_is_added_and_removed_in_the_settings(qapp: QApplication, theme: Theme, tmp_path: Path) -> None:
    around = surroundings(tmp_path)

    async def story() -> None:
        async with around.engine():
            dialog = SettingsDialog(
                theme,
                session=around.session,
                tasks=around.tasks,
                notices=around.notices,
                library=around.folder,
                today=lambda: date(2026, 11, 22),
            )
            asked = asyncio.ensure_future(dialog.ask())
            await until(dialog.isVisible)
            await by_hand(lambda: press(dialog, f"Add a key for {OTHER}"))
            await until(lambda: dialog.findChild(KeyDialog))
            inner = dialog.findChild(KeyDialog)
            assert inner is not None
            await until(inner.isVisible)
            await by_hand(lambda: QTest.keyClicks(inner.form.key, "sk-secret"))
            await by_hand(lambda: press(inner, "Save key"))
            await until(lambda: around.session.state.has_key(OTHER))
            await until(lambda: dialog.findChild(KeyDialog) is None)
            await by_hand(lambda: press(dialog, f"Remove the key for {OTHER}"))
            await until(lambda: around.session.state.needs_key)
            await by_hand(lambda: press(dialog, "Cancel"))
            assert await asked is None

    run_in_window(qapp, story())

"""Prices from the gateway, and when they changed, as a person sees them in their dialogs."""

import asyncio
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTreeWidget

from studio.domain.money import Money
from studio.settings import Settings
from studio.ui.dialogs.catalog_update import CatalogUpdateDialog
from studio.ui.dialogs.price_history import PriceHistoryDialog
from studio.ui.theme import Theme
from studio.viewmodels.catalog_update import CatalogUpdateViewModel
from studio.viewmodels.chart_saving import ChartSaving
from studio.viewmodels.price_history import PriceHistoryViewModel
from tests.support.account_pages import METRICS, PRICING, STATUS, by_path, pricing, status
from tests.support.scripted_gateway import ScriptedGateway, html_answer, silent_answer
from tests.support.window import PAGE, Surroundings, by_hand, page_model, run_in_window, surroundings, until
from tests.ui.dialogs.test_dialogs import press
from tests.viewmodels.test_catalog_update import flat_model

FULL = "官KEY-正价"


def refreshing(theme: Theme, around: Surroundings) -> CatalogUpdateDialog:
    update = CatalogUpdateViewModel(
        session=around.session, tasks=around.tasks, today=lambda: date(2026, 11, 25)
    )
    return CatalogUpdateDialog(theme, update, refreshes=True)


def lines(tree: QTreeWidget) -> list[list[str]]:
    items = (tree.topLevelItem(at) for at in range(tree.topLevelItemCount()))
    return [[item.text(column) for column in range(tree.columnCount())] for item in items if item]


def shown(dialog: CatalogUpdateDialog) -> set[str]:
    return {button.text() for button in dialog.findChildren(QPushButton) if button.isVisible()}


def test_what_the_gateway_publishes_is_used_once_accepted(
    qapp: QApplication, theme: Theme, tmp_path: Path
) -> None:
    async def story() -> None:
        async with ScriptedGateway(by_path({STATUS: status(), PRICING: pricing()})) as gateway:
            around = surroundings(tmp_path, settings=Settings(gateway=gateway.address), catalog=flat_model())
            async with around.engine():
                dialog = refreshing(theme, around)
                asked = asyncio.ensure_future(dialog.ask())
                await until(lambda: [FULL, "1K per call", "¥0.10", "¥0.71"] in lines(dialog.changes))
                assert shown(dialog) == {"Not now", "Paste a page instead", "Accept"}
                await until(lambda: not dialog.text.isVisible())
                await by_hand(lambda: press(dialog, "Accept"))
                assert await asked is True
                assert around.session.state.catalog.read_on == date(2026, 11, 25)

    run_in_window(qapp, story())


def test_where_it_isnt_offered_the_page_can_be_pasted_at_once(
    qapp: QApplication, theme: Theme, tmp_path: Path
) -> None:
    async def story() -> None:
        async with ScriptedGateway(by_path({})) as gateway:
            around = surroundings(tmp_path, settings=Settings(gateway=gateway.address))
            async with around.engine():
                dialog = refreshing(theme, around)
                asked = asyncio.ensure_future(dialog.ask())
                await until(lambda: shown(dialog) == {"Not now", "Ask again", "Read"})
                assert dialog.text.isVisible()
                await by_hand(lambda: press(dialog, "Ask again"))
                await until(lambda: len(gateway.received) == 4)
                assert [call.target.partition("?")[0] for call in gateway.received] == [STATUS, METRICS] * 2
                await until(lambda: "Read" in shown(dialog))
                dialog.text.setPlainText(PAGE.read_text(encoding="utf-8").replace("¥0.05", "¥0.06", 1))
                await by_hand(lambda: press(dialog, "Read"))
                change = ["官KEY-1.5折", "0.5K per call", "¥0.05", "¥0.06"]
                await until(lambda: lines(dialog.changes) == [change])
                dialog.reject()
                assert await asked is None

    run_in_window(qapp, story())


def test_a_dialog_that_is_closed_before_the_answer_is_gone(
    qapp: QApplication, theme: Theme, tmp_path: Path
) -> None:
    async def story() -> None:
        go = asyncio.Event()
        async with ScriptedGateway(silent_answer(go, html_answer("A fine gateway"))) as gateway:
            around = surroundings(tmp_path, settings=Settings(gateway=gateway.address))
            async with around.engine():
                dialog = refreshing(theme, around)
                asked = asyncio.ensure_future(dialog.ask())
                await until(lambda: gateway.received)
                assert shown(dialog) == {"Not now"}
                dialog.reject()
                assert await asked is None
                go.set()
                await until(lambda: len(gateway.received) == 2)

    run_in_window(qapp, story())


def test_the_history_of_prices_is_read_and_copied(qapp: QApplication, theme: Theme, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    later = replace(
        page_model(),
        groups=tuple(
            replace(group, prices=(replace(group.prices[0], amount=Money.parse("0.06")), *group.prices[1:]))
            if group.name == "官KEY-1.5折"
            else group
            for group in page_model().groups
        ),
        read_on=date(2026, 11, 25),
    )
    change = ["25 Nov 2026", "官KEY-1.5折", "0.5K", "¥0.05", "¥0.06", "+20.0 %"]

    async def story() -> None:
        async with around.engine():
            await around.session.accept_catalog(page_model())
            await around.session.accept_catalog(later)
            dialog = PriceHistoryDialog(
                theme,
                PriceHistoryViewModel(session=around.session, tasks=around.tasks),
                ChartSaving(tasks=around.tasks, notices=around.notices),
            )
            asked = asyncio.ensure_future(dialog.ask())
            await until(lambda: change in lines(dialog.table))
            await by_hand(lambda: press(dialog, "Copy table"))
            assert "\t".join(change) in QGuiApplication.clipboard().text().splitlines()
            await by_hand(lambda: QTest.keyClick(dialog, Qt.Key.Key_Escape))
            assert await asked is None

    run_in_window(qapp, story())
    assert [notice.words for notice in around.said] == ["Table copied."]
    QGuiApplication.clipboard().clear()

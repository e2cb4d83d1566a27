"""The bar over everything says what is under way, what was spent, and whether there is a key."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from studio.domain.budget import BudgetKind, Standing
from studio.domain.charge import Charge
from studio.domain.job import JobState
from studio.domain.keys import KeySource
from studio.domain.money import Money
from studio.domain.published import Balance, ReadBalance
from studio.engine.events import JobChanged, KeysChanged, KeyState, SpentChanged
from studio.library.ledger import Spent
from studio.settings import Settings
from studio.ui.kit import StatusPill
from studio.ui.theme import Theme
from studio.ui.top_bar import TopBar
from tests.support.finding import finding, top_bar
from tests.support.gallery import Shelf, shelf, waiting_job
from tests.support.window import surroundings


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme, shown: Shelf) -> TopBar:
    made = top_bar(theme, finding(shown))
    qtbot.addWidget(made)
    made.resize(1440, 48)
    made.show()
    return made


def pills(bar: TopBar) -> list[str]:
    names = [button.accessibleName() for button in bar.findChildren(QPushButton) if button.isVisible()]
    others = {"Settings", "Clear search", "Search by colour", "Project: All pictures"}
    return [name for name in names if name not in others]


def test_it_begins_with_what_is_known(bar: TopBar) -> None:
    assert pills(bar) == ["No jobs", "Today —", "Looking for the key"]


def test_jobs_are_counted(bar: TopBar, shown: Shelf) -> None:
    hear = shown.around.bridge.happened.emit
    for number in range(3):
        hear(JobChanged(waiting_job(number, charge=Charge.RESERVED)))
    for number in range(3, 5):
        hear(JobChanged(waiting_job(number, JobState.QUEUED)))
    assert pills(bar)[0] == "3 running · 2 waiting"


def test_unknown_money_is_said_apart(bar: TopBar, shown: Shelf) -> None:
    spent = Spent(charged=Money.parse("2.92"), unknown=Money.parse("0.50"))
    shown.around.bridge.happened.emit(SpentChanged(spent))
    assert pills(bar)[1] == "Today ¥3.42 of which ¥0.50 unknown"


def test_todays_sum_stands_beside_its_budget(bar: TopBar, shown: Shelf) -> None:
    spent = Spent(charged=Money.parse("2.92"), unknown=Money.parse("0.50"))
    day = Standing(BudgetKind.DAY, Money.parse("20"), Money.parse("3.42"))
    month = Standing(BudgetKind.MONTH, Money.parse("300"), Money.parse("84.10"))
    hear = shown.around.bridge.happened.emit
    hear(SpentChanged(spent, (day, month)))
    assert pills(bar)[1] == "Today ¥3.42 of ¥20.00 ¥0.50 unknown"
    pill = next(button for button in bar.findChildren(QPushButton) if "Today" in button.accessibleName())
    for line in ("Today ¥3.42 of ¥20.00", "This month ¥84.10 of ¥300.00"):
        assert line in pill.toolTip()
        assert line in pill.accessibleDescription()
    hear(SpentChanged(Spent(charged=Money.parse("17")), (replace(day, used=Money.parse("17")), month)))
    assert pills(bar)[1] == "Today ¥17.00 of ¥20.00 ¥3.00 left"
    hear(SpentChanged(Spent(charged=Money.parse("20")), (replace(day, used=Money.parse("20")), month)))
    assert pills(bar)[1] == "Today ¥20.00 of ¥20.00 used up"


def test_where_there_is_no_room_the_sum_leaves_out_what_its_hint_says(bar: TopBar, shown: Shelf) -> None:
    spent = Spent(charged=Money.parse("120"), unknown=Money.parse("3.42"))
    day = Standing(BudgetKind.DAY, Money.parse("200"), Money.parse("123.42"))
    month = Standing(BudgetKind.MONTH, Money.parse("3000"), Money.parse("2900"))
    shown.around.bridge.happened.emit(SpentChanged(spent, (day, month)))
    pill = next(one for one in bar.findChildren(StatusPill) if "Today" in one.words)

    def said(width: int) -> str:
        bar.resize(width, bar.height())
        layout = bar.layout()
        assert layout is not None
        layout.activate()
        return " ".join(part.text for part in pill.shown)

    narrowest = bar.minimumSizeHint().width()
    assert narrowest < 1100
    whole = "Today ¥123.42 of ¥200.00 ¥3.42 unknown ¥100.00 left this month"
    assert said(1440) == whole
    assert said(narrowest) == "Today ¥123.42 ¥100.00 left this month"
    assert "of ¥200.00" in said(narrowest + 80)
    assert pill.accessibleName() == whole
    assert "of ¥200.00" in pill.toolTip()


def test_todays_sum_says_what_it_is_made_of_and_asks_for_the_ledger(bar: TopBar, shown: Shelf) -> None:
    spent = Spent(charged=Money.parse("2.92"), unknown=Money.parse("0.50"), reserved=Money.parse("0.25"))
    shown.around.bridge.happened.emit(SpentChanged(spent))
    pill = next(button for button in bar.findChildren(QPushButton) if "Today" in button.accessibleName())
    for part in ("Charged ¥2.92", "Unknown ¥0.50", "Reserved ¥0.25"):
        assert part in pill.toolTip()
    asked = QSignalSpy(bar.spent_pressed)
    QTest.mouseClick(pill, Qt.MouseButton.LeftButton)
    assert asked.count() == 1


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (KeySource.KEYCHAIN, "Key in keychain"),
        (KeySource.SESSION, "Key for this session"),
        (KeySource.ENVIRONMENT, "Key from the environment"),
        (None, "No key"),
    ],
)
def test_where_the_key_is_stands_in_words(
    bar: TopBar, shown: Shelf, source: KeySource | None, words: str
) -> None:
    shown.around.bridge.happened.emit(KeysChanged((KeyState("官KEY-3.5折", source),)))
    assert pills(bar)[2] == words


def test_the_demo_needs_none(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    demo = shelf(surroundings(tmp_path, settings=Settings(gateway="demo")))
    bar = top_bar(theme, finding(demo))
    qtbot.addWidget(bar)
    bar.show()
    assert pills(bar)[2] == "Demo gateway"


def test_search_and_settings_are_asked_for(bar: TopBar) -> None:
    settings = QSignalSpy(bar.settings_requested)
    bar.focus_search()
    QTest.keyClicks(bar.search, "fox")
    assert bar.search.text() == "fox"
    (gear,) = [one for one in bar.findChildren(QPushButton) if one.accessibleName() == "Settings"]
    QTest.mouseClick(gear, Qt.MouseButton.LeftButton)
    assert settings.count() == 1


def balance(left: str) -> ReadBalance:
    read = datetime(2026, 11, 25, 6, 3, tzinfo=UTC)
    return ReadBalance(Balance(Decimal(left), Decimal("17.5"), "CNY"), read, "官KEY-3.5折")


def test_the_balance_stands_beside_todays_sum_where_it_is_known(bar: TopBar, shown: Shelf) -> None:
    shown.around.session.show_balance(balance("12.4"))
    assert pills(bar) == ["No jobs", "Today —", "Balance ¥12.40", "Looking for the key"]
    pill = next(one for one in bar.findChildren(QPushButton) if one.accessibleName() == "Balance ¥12.40")
    assert "官KEY-3.5折" in pill.toolTip()
    asked = QSignalSpy(bar.spent_pressed)
    QTest.mouseClick(pill, Qt.MouseButton.LeftButton)
    assert asked.count() == 1
    shown.around.session.show_balance(None)
    assert pills(bar) == ["No jobs", "Today —", "Looking for the key"]


def test_the_balance_gives_way_where_there_is_no_room(qtbot: QtBot, bar: TopBar, shown: Shelf) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bar.setParent(window)
    window.show()
    bar.show()
    shown.around.session.show_balance(balance("12.4"))
    narrowest = bar.minimumSizeHint().width()
    for width, is_there in ((1440, True), (narrowest, False), (narrowest + 200, True), (narrowest, False)):
        bar.resize(width, 48)
        assert ("Balance ¥12.40" in pills(bar)) == is_there
        assert bar.minimumSizeHint().width() == narrowest
    bar.setParent(None)

"""The filters over the gallery, the order, and what is said when nothing is found."""

from collections.abc import Callable, Coroutine, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from studio.domain.flags import Flag
from studio.domain.query import Sort, SortKey
from studio.ui.search import FilterRow, QuickChips, SortButton
from studio.ui.search.nothing_found import NothingFound
from studio.ui.theme import Theme
from tests.support.finding import Finding, finding
from tests.support.gallery import Shelf, numbered, write_versions
from tests.support.window import by_hand, run_in_window, until

Story = Callable[[], Coroutine[Any, Any, None]]
Play = Callable[[Story], None]


@pytest.fixture
def found(shown: Shelf) -> Finding:
    write_versions(shown.around.folder, [numbered(1, prompt="a red fox"), numbered(2), numbered(3)])
    return finding(shown)


@pytest.fixture
def play(qapp: QApplication, found: Finding) -> Play:
    def run(story: Story) -> None:
        async def whole() -> None:
            async with found.shown.around.engine():
                await found.begin()
                await story()

        run_in_window(qapp, whole())

    return run


def buttons(widget: QWidget) -> list[str]:
    shown = [one for one in widget.findChildren(QPushButton) if one.isVisible()]
    # As they are read, from left to right.
    shown.sort(key=lambda one: (one.y(), one.x()))
    return [one.accessibleName() or one.text() for one in shown]


def press(widget: QWidget, name: str) -> None:
    (found,) = [
        one
        for one in widget.findChildren(QPushButton)
        if one.isVisible() and name in {one.accessibleName(), one.text()}
    ]
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def test_until_all_is_counted_the_number_says_that_there_are_more(
    qtbot: QtBot, theme: Theme, found: Finding
) -> None:
    row = FilterRow(theme, found.search)
    qtbot.addWidget(row)

    def words() -> set[str]:
        return {label.text() for label in row.findChildren(QLabel)}

    row.show_found(300, counted=False)
    assert "300+ pictures" in words()
    row.show_found(43_277)
    assert "43,277 pictures" in words()
    row.show_found(1)
    assert "1 picture" in words()


def test_quick_filters_say_how_many_and_hide_what_finds_nothing(
    qtbot: QtBot, found: Finding, play: Play
) -> None:
    chips = QuickChips(found.search)
    qtbot.addWidget(chips)
    chips.resize(600, 26)
    chips.show()
    assert buttons(chips) == ["All"]

    async def story() -> None:
        await until(lambda: buttons(chips) == ["All 3", "This session 3", "Unrated 3"])
        found.judging.flag(("version-000001",), Flag.PICK)
        await until(lambda: "Picks 1" in buttons(chips))
        await by_hand(lambda: press(chips, "Picks 1"))
        await until(lambda: found.shown.ids() == ["version-000001"])
        chips.resize(180, 26)
        assert buttons(chips) == ["All 3", "Picks 1"]
        await by_hand(lambda: press(chips, "All 3"))
        await until(lambda: found.shown.gallery.found == 3)

    play(story)


def test_filters_are_taken_off_by_key_and_the_keyboard_stays(
    qtbot: QtBot, theme: Theme, found: Finding
) -> None:
    row = FilterRow(theme, found.search)
    qtbot.addWidget(row)
    with qtbot.waitActive(row):
        row.show()
        found.search.write("label:red cost:>0.3 fox rating:abc")
        row.activateWindow()
    assert buttons(row) == ["Take off label:red", "Take off cost:>0.3", "Take off rating:abc", "Save search…"]
    (chip,) = [one for one in row.findChildren(QPushButton) if one.accessibleName() == "Take off label:red"]
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert found.search.query.text == "cost:>0.3 fox rating:abc"
    focus = row.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Take off cost:>0.3"
    QTest.keyClick(focus, Qt.Key.Key_Backspace)
    assert found.search.query.text == "fox rating:abc"
    assert "a number is needed" in row.focusWidget().toolTip()


def test_a_search_is_kept_under_a_name_in_place(
    qtbot: QtBot, theme: Theme, found: Finding, play: Play
) -> None:
    row = FilterRow(theme, found.search)
    qtbot.addWidget(row)
    row.show()

    async def story() -> None:
        found.search.write("fox")
        await by_hand(lambda: press(row, "Save search…"))
        (name,) = row.findChildren(QLineEdit)
        QTest.keyClick(name, Qt.Key.Key_Escape)
        assert not name.isVisible()
        await by_hand(lambda: press(row, "Save search…"))
        QTest.keyClicks(name, "Foxes")
        QTest.keyClick(name, Qt.Key.Key_Return)
        await until(lambda: [one.search.name for one in found.search.state.saved] == ["Foxes"])
        await until(lambda: not row.isVisible())

    play(story)


@pytest.fixture
def button(qtbot: QtBot, theme: Theme, found: Finding) -> Iterator[SortButton]:
    made = SortButton(theme, found.search)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def test_the_order_is_chosen_from_a_menu(button: SortButton, found: Finding) -> None:
    def choose(words: str) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        menu = button.findChildren(QMenu)[-1]
        (action,) = [one for one in menu.actions() if one.text() == words]
        action.trigger()
        menu.close()

    assert button.text() == "Newest first"
    choose("Cost")
    assert button.text() == "Dearest first"
    choose("Cheapest first")
    assert found.search.query.sort == Sort(SortKey.COST, descending=False)
    assert button.accessibleName() == "Order: Cheapest first"
    found.search.sort_by(Sort())
    found.search.near("color:#123456")
    assert button.text() == "Nearest first"


def test_nothing_found_offers_to_take_off_what_is_in_the_way(
    qtbot: QtBot, theme: Theme, found: Finding, play: Play
) -> None:
    page = NothingFound(theme, search=found.search, teaching=found.teaching)
    qtbot.addWidget(page)
    page.resize(700, 600)

    def words() -> list[str]:
        return [label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text()]

    async def story() -> None:
        found.search.write("fox rating:5")
        await until(lambda: found.shown.gallery.loaded and not found.shown.gallery.found)
        page.show()
        await until(lambda: "Stars. Finds nothing, even by itself." in words())
        assert "A word of prompts and tags. By itself it finds 1." in words()
        assert "Looked in all pictures." in words()
        await until(lambda: "Take off rating:5: 1 found" in buttons(page))
        await by_hand(lambda: press(page, "Take off rating:5: 1 found"))
        await until(lambda: found.shown.ids() == ["version-000001"])

    play(story)


def test_an_example_is_one_press_away(qtbot: QtBot, theme: Theme, found: Finding, play: Play) -> None:
    page = NothingFound(theme, search=found.search, teaching=found.teaching)
    qtbot.addWidget(page)

    async def story() -> None:
        found.search.write("zebra")
        await until(lambda: found.search.query.text)
        page.show()
        await by_hand(lambda: press(page, "Search for is:pick"))
        assert found.search.state.query.text == "is:pick"

    play(story)

"""Choosing with the keyboard, and what a screen reader hears."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.ui.kit import (
    ChoiceCard,
    ChoiceHeading,
    ChoiceOption,
    ComboField,
    RatioOption,
    RatioPicker,
    SegmentedPicker,
    SegmentOption,
    Stepper,
    Tone,
)
from studio.ui.theme import Theme
from tests.ui.kit import speech
from tests.ui.kit.speech import heard

RATIOS = ("1:1", "3:2", "4:3", "16:9", "21:9", "5:4", "2:3", "3:4", "4:5", "9:16", "4:1", "1:4", "8:1", "1:8")
PRICES = (("0.5K", "¥0.11"), ("1K", "¥0.16"), ("2K", "¥0.25"), ("4K", "¥0.37"))
GROUPS = ("官KEY-1.5折", "官KEY-3.5折", "官KEY-7.5折")
Role = QAccessible.Role


@pytest.fixture
def ratios(qtbot: QtBot, theme: Theme) -> RatioPicker:
    picker = RatioPicker(theme, name="Aspect ratio")
    qtbot.addWidget(picker)
    sides = ((label, *map(int, label.split(":"))) for label in RATIOS)
    picker.set_options(
        (
            RatioOption("auto", "Auto", description="The model decides"),
            *(RatioOption(label, label, width, height) for label, width, height in sides),
        )
    )
    picker.set_value("16:9")
    picker.show()
    return picker


@pytest.fixture
def sizes(qtbot: QtBot, theme: Theme) -> SegmentedPicker:
    picker = SegmentedPicker(theme, name="Resolution")
    qtbot.addWidget(picker)
    picker.set_options(tuple(SegmentOption(label, label, price) for label, price in PRICES))
    picker.set_value("1K")
    picker.show()
    return picker


@pytest.fixture
def groups(qtbot: QtBot, theme: Theme) -> ChoiceCard:
    card = ChoiceCard(theme, name="Group")
    qtbot.addWidget(card)
    card.set_options(
        tuple(
            ChoiceOption(
                name,
                name,
                "14 s",
                "¥0.25",
                "per image",
                Tone.OK,
                state="Key in keychain",
                enabled="7" not in name,
            )
            for name in GROUPS
        )
    )
    card.set_value(GROUPS[0])
    card.show()
    return card


def test_the_ratio_options_are_radio_buttons_named_by_their_labels(ratios: RatioPicker) -> None:
    assert (speech.name(ratios), speech.role(ratios)) == ("Aspect ratio", Role.Grouping)
    assert [speech.name(cell) for cell in ratios.cells] == ["Auto", *RATIOS]
    assert {speech.role(cell) for cell in ratios.cells} == {Role.RadioButton}
    assert speech.description(ratios.cells[0]) == "The model decides"
    assert [cell.label for cell in ratios.cells if speech.spoken(cell).state().checked] == ["16:9"]


def test_arrow_keys_walk_the_grid(qtbot: QtBot, ratios: RatioPicker) -> None:
    picked: list[str] = []
    ratios.picked.connect(picked.append)
    by_label = {cell.label: cell for cell in ratios.cells}
    for origin, key in (
        ("16:9", Qt.Key.Key_Right),
        ("21:9", Qt.Key.Key_Down),
        ("1:4", Qt.Key.Key_Up),
        ("21:9", Qt.Key.Key_Left),
    ):
        QTest.keyClick(by_label[origin], key)
    assert picked == ["21:9", "1:4", "21:9", "16:9"]
    assert ratios.value == "16:9"


def test_the_ends_of_the_grid_hold(qtbot: QtBot, ratios: RatioPicker) -> None:
    ratios.set_value("auto")
    with qtbot.assertNotEmitted(ratios.picked):
        QTest.keyClick(ratios.cells[0], Qt.Key.Key_Left)
        QTest.keyClick(ratios.cells[0], Qt.Key.Key_Up)
    assert ratios.value == "auto"


def test_more_opens_the_rest_in_place(qtbot: QtBot, ratios: RatioPicker) -> None:
    assert [cell.label for cell in ratios.cells if not cell.isVisible()] == ["8:1", "1:8"]
    ratios.set_value("1:8")
    assert ratios.expanded
    assert all(cell.isVisible() for cell in ratios.cells)
    assert ratios.value == "1:8"


def test_a_program_setting_the_value_is_silent(qtbot: QtBot, ratios: RatioPicker) -> None:
    with qtbot.assertNotEmitted(ratios.picked):
        ratios.set_value("4:3")
        ratios.set_value("no such ratio")
    assert ratios.value == ""


def test_a_click_anywhere_on_a_cell_picks(qtbot: QtBot, ratios: RatioPicker) -> None:
    cell = ratios.cells[1]
    told = heard(ratios.picked)
    QTest.mouseClick(cell, Qt.MouseButton.LeftButton, pos=QPoint(cell.width() - 3, 3))
    assert told == ["1:1"]


def test_the_price_of_a_size_is_its_description(sizes: SegmentedPicker) -> None:
    assert speech.name(sizes) == "Resolution"
    assert [(speech.name(cell), speech.description(cell)) for cell in sizes.cells] == list(PRICES)


def test_new_prices_change_the_words_only(qtbot: QtBot, sizes: SegmentedPicker) -> None:
    before = sizes.cells
    sizes.set_options(tuple(SegmentOption(label, label, "—") for label, _ in PRICES))
    assert sizes.cells == before
    assert sizes.value == "1K"
    assert speech.description(sizes.cells[0]) == "—"


def test_arrows_pass_what_cannot_be_chosen(qtbot: QtBot, sizes: SegmentedPicker) -> None:
    sizes.set_options(
        tuple(SegmentOption(label, label, price, enabled=label != "2K") for label, price in PRICES)
    )
    QTest.keyClick(sizes.cells[1], Qt.Key.Key_Right)
    assert sizes.value == "4K"


def test_the_group_card_is_named_and_its_rows_are_named_by_title(groups: ChoiceCard) -> None:
    assert (speech.name(groups), speech.role(groups)) == ("Group", Role.Grouping)
    assert speech.role(groups.combo) == Role.ComboBox
    assert [groups.combo.itemText(row) for row in range(groups.combo.count())] == list(GROUPS)
    rows = speech.spoken(groups.combo.view())
    assert [rows.child(at).text(QAccessible.Text.Name) for at in range(rows.childCount())] == list(GROUPS)
    assert speech.description(groups.combo) == "¥0.25, per image, 14 s, Key in keychain"


def test_the_group_is_chosen_by_keyboard(qtbot: QtBot, groups: ChoiceCard) -> None:
    groups.combo.showPopup()
    view = groups.combo.view()
    QTest.keyClick(view, Qt.Key.Key_Down)
    told = heard(groups.picked)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert told == [GROUPS[1]]
    assert groups.value == GROUPS[1]


def test_a_heading_stands_over_options_and_is_never_chosen(qtbot: QtBot, groups: ChoiceCard) -> None:
    options = tuple(ChoiceOption(name, name) for name in GROUPS)
    groups.set_options((ChoiceHeading("By goal"), options[0], ChoiceHeading("By hand"), *options[1:]))
    assert groups.value == GROUPS[0]
    groups.set_value("")
    assert groups.value == ""
    groups.set_value(GROUPS[0])
    told = heard(groups.picked)
    # Up would be the heading; down passes the other one.
    QTest.keyClick(groups.combo, Qt.Key.Key_Up)
    assert groups.value == GROUPS[0]
    QTest.keyClick(groups.combo, Qt.Key.Key_Down)
    assert told == [GROUPS[1]]
    groups.combo.showPopup()
    QTest.keyClick(groups.combo.view(), Qt.Key.Key_Up)
    QTest.keyClick(groups.combo.view(), Qt.Key.Key_Return)
    assert told == [GROUPS[1], GROUPS[0]]


def test_escape_closes_the_list_and_changes_nothing(qtbot: QtBot, groups: ChoiceCard) -> None:
    groups.combo.showPopup()
    view = groups.combo.view()
    QTest.keyClick(view, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(groups.picked):
        QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.isVisible()
    assert groups.value == GROUPS[0]


def test_new_options_keep_the_choice(groups: ChoiceCard) -> None:
    groups.set_value(GROUPS[1])
    groups.set_options(
        (ChoiceOption("new", "new"), *(ChoiceOption(name, name, right="¥1") for name in GROUPS))
    )
    assert groups.value == GROUPS[1]
    groups.set_options((ChoiceOption("new", "new"),))
    assert groups.value == ""


def test_a_plain_combo_keeps_its_choice(qtbot: QtBot, theme: Theme) -> None:
    field = ComboField(theme, name="Preset")
    qtbot.addWidget(field)
    field.set_options((("a", "One"), ("b", "Two")))
    field.set_value("b")
    field.set_options((("b", "Two"), ("c", "Three")))
    assert (speech.name(field), field.value) == ("Preset", "b")


def test_the_count_is_a_spin_box(qtbot: QtBot, theme: Theme) -> None:
    stepper = Stepper(theme, name="Count", maximum=4)
    qtbot.addWidget(stepper)
    stepper.set_format(suffix=" each")
    stepper.show()
    assert (speech.name(stepper), speech.role(stepper)) == ("Count", Role.SpinBox)
    for _ in range(9):
        QTest.keyClick(stepper, Qt.Key.Key_Up)
    assert stepper.text() == "4 each"
    with qtbot.assertNotEmitted(stepper.valueChanged):
        stepper.set_value_silently(2)
    assert speech.spoken(stepper).text(QAccessible.Text.Value) == "2 each"


def test_the_signs_of_the_count_step(qtbot: QtBot, theme: Theme) -> None:
    stepper = Stepper(theme, name="Count")
    qtbot.addWidget(stepper)
    stepper.show()
    QApplication.sendPostedEvents()
    middle = stepper.height() // 2
    QTest.mouseClick(stepper, Qt.MouseButton.LeftButton, pos=QPoint(stepper.width() - 15, middle))
    assert stepper.value() == 2
    QTest.mouseClick(stepper, Qt.MouseButton.LeftButton, pos=QPoint(15, middle))
    assert stepper.value() == 1

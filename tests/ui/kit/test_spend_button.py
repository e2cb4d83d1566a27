"""One press is one order, whatever the fingers do."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.ui.kit import SpendButton
from studio.ui.theme import Theme
from tests.ui.kit import speech


def shown(qtbot: QtBot, text: str = "Generate 4 for ¥1.00") -> tuple[SpendButton, list[str]]:
    button = SpendButton(text)
    qtbot.addWidget(button)
    button.show()
    presses: list[str] = []
    button.spend_pressed.connect(lambda: presses.append(button.text()))
    return button, presses


def test_its_name_is_its_sentence(qtbot: QtBot, theme: Theme) -> None:
    button, _ = shown(qtbot)
    assert speech.name(button) == "Generate 4 for ¥1.00"


def test_a_double_click_spends_once(qtbot: QtBot, theme: Theme) -> None:
    button, presses = shown(qtbot)
    for _ in range(3):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(presses) == 1
    assert button.resting


def test_a_key_held_down_spends_once(qtbot: QtBot, theme: Theme) -> None:
    button, presses = shown(qtbot)
    for repeat in (False, True, True):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", repeat)
            QApplication.sendEvent(button, event)
        qtbot.waitUntil(lambda: not button.resting)
    assert len(presses) == 1


def test_enter_presses_it(qtbot: QtBot, theme: Theme) -> None:
    button, presses = shown(qtbot)
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert len(presses) == 1


def test_it_rests_until_the_order_is_durable(qtbot: QtBot, theme: Theme) -> None:
    button, presses = shown(qtbot)
    button.spend_pressed.connect(lambda: button.set_resting(True))
    button.click()
    with qtbot.waitSignal(button._rest.timeout, timeout=2000):  # pyright: ignore[reportPrivateUsage]  # its clock
        assert speech.description(button) == "Sending…"
    button.click()
    assert len(presses) == 1
    button.set_resting(False)
    assert speech.description(button) == ""
    button.click()
    assert len(presses) == 2


def test_disabled_it_says_why(qtbot: QtBot, theme: Theme) -> None:
    button, presses = shown(qtbot)
    button.setEnabled(False)
    button.set_reason("No key for this group")
    button.click()
    button.press()
    assert presses == []
    assert speech.description(button) == "No key for this group"

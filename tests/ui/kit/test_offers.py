"""What opens under a field: offers that come and go, and a frame that closes when the person turns away."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy, QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from studio.ui.kit import Offer, OffersModel, Popover, TextField

offers = st.lists(st.builds(Offer, st.sampled_from("abc"), st.sampled_from("xy")), max_size=6)


@given(st.lists(offers, max_size=5))
def test_offers_become_any_others_without_a_reset(lists: list[list[Offer]]) -> None:
    model = OffersModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    resets = QSignalSpy(model.modelReset)
    for wanted in lists:
        model.show(wanted)
        titles = [model.index(row).data() for row in range(model.rowCount())]
        assert titles == [offer.title for offer in wanted]
    assert resets.count() == 0
    tester.deleteLater()


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    made.resize(400, 300)
    column = QVBoxLayout(made)
    for name in ("First", "Second"):
        column.addWidget(TextField(name=name, parent=made))
    column.addStretch(1)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.close()


def test_it_closes_on_escape_and_when_the_focus_goes_elsewhere(window: QWidget) -> None:
    first, second = window.findChildren(QLineEdit)
    first.setFocus()
    popover = Popover(first, name="Choices")
    inner = TextField(name="Inside")
    popover.body.addWidget(inner)
    closed = QSignalSpy(popover.closed)
    popover.open()
    inner.setFocus()
    assert popover.isVisible()
    QTest.keyClick(inner, Qt.Key.Key_Escape)
    assert not popover.isVisible()
    assert first.hasFocus()
    popover.open()
    second.setFocus()
    assert not popover.isVisible()
    assert second.hasFocus()
    assert closed.count() == 2


def test_it_stays_inside_its_window(window: QWidget) -> None:
    first, _ = window.findChildren(QLineEdit)
    popover = Popover(first, name="Choices")
    inside = QWidget()
    inside.setMinimumSize(900, 900)
    popover.body.addWidget(inside)
    popover.open()
    assert window.rect().contains(popover.geometry())
    window.resize(300, 200)
    assert window.rect().contains(popover.geometry())

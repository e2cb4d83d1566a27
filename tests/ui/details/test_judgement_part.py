"""Judging in details: one picture or many, by mouse and by keyboard."""

from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QGroupBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from studio.domain.flags import Flag, Label
from studio.domain.judgement import Judgement
from studio.ui.details import DetailsPanel
from studio.ui.theme import Theme
from tests.support.finding import Finding, finding
from tests.support.gallery import Shelf, numbered, write_versions
from tests.support.window import by_hand, run_in_window, until

Story = Callable[[], Coroutine[Any, Any, None]]
Play = Callable[[Story], None]
ONE, TWO, THREE = (f"version-{number:06}" for number in (1, 2, 3))


@pytest.fixture
def found(shown: Shelf) -> Finding:
    write_versions(shown.around.folder, map(numbered, (1, 2, 3)))
    return finding(shown)


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, found: Finding) -> DetailsPanel:
    shown = found.shown
    made = DetailsPanel(
        theme,
        details=shown.details,
        thumbnails=shown.thumbnails,
        saving=shown.saving,
        jobs=shown.jobs,
        judging=found.judging,
        tags=found.tags,
    )
    qtbot.addWidget(made)
    made.resize(304, 900)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def play(qapp: QApplication, found: Finding) -> Play:
    def run(story: Story) -> None:
        async def whole() -> None:
            async with found.shown.around.engine():
                await found.begin()
                await story()

        run_in_window(qapp, whole())

    return run


def button(panel: QWidget, name: str) -> QPushButton:
    (found,) = [
        one for one in panel.findChildren(QPushButton) if one.isVisible() and one.accessibleName() == name
    ]
    return found


def names(panel: QWidget) -> list[str]:
    return [one.accessibleName() for one in panel.findChildren(QPushButton) if one.isVisible()]


def rating(panel: QWidget) -> str:
    (group,) = [
        one for one in panel.findChildren(QGroupBox) if one.isVisible() and one.accessibleName() == "Rating"
    ]
    return group.accessibleDescription()


async def click(panel: QWidget, name: str) -> None:
    await by_hand(lambda: QTest.mouseClick(button(panel, name), Qt.MouseButton.LeftButton))


def judgement(found: Finding) -> Judgement | None:
    version = found.shown.details.state.version
    return version.judgement if version else None


def test_one_picture_is_judged_and_says_so_at_once(panel: DetailsPanel, found: Finding, play: Play) -> None:
    async def story() -> None:
        found.shown.details.choose(numbered(1))
        assert rating(panel) == "Not rated"
        await click(panel, "4 stars")
        await until(lambda: rating(panel) == "4 of 5")
        await click(panel, "Pick")
        await until(lambda: judgement(found) == Judgement(rating=4, flag=Flag.PICK))
        await click(panel, "Green")
        await until(lambda: button(panel, "Green").isChecked())
        await click(panel, "4 stars")
        await click(panel, "Pick")
        await until(lambda: judgement(found) == Judgement(label=Label.GREEN))
        assert rating(panel) == "Not rated"

    play(story)


def test_stars_are_given_with_digits_and_walked_with_arrows(
    panel: DetailsPanel, found: Finding, play: Play
) -> None:
    async def story() -> None:
        found.shown.details.choose(numbered(1))
        button(panel, "1 star").setFocus()
        QTest.keyClick(panel.focusWidget(), Qt.Key.Key_3)
        await until(lambda: rating(panel) == "3 of 5")
        QTest.keyClick(panel.focusWidget(), Qt.Key.Key_Right)
        QTest.keyClick(panel.focusWidget(), Qt.Key.Key_Return)
        await until(lambda: rating(panel) == "2 of 5")
        QTest.keyClick(panel.focusWidget(), Qt.Key.Key_0)
        await until(lambda: rating(panel) == "Not rated")

    play(story)


def test_tags_are_typed_with_completion_and_taken_off(
    panel: DetailsPanel, found: Finding, play: Play
) -> None:
    async def story() -> None:
        done = QSignalSpy(found.judging.said)
        found.judging.tag((TWO,), "Forest", "Fog")
        await until(done.count)
        found.shown.details.choose(numbered(1))
        (field,) = [one for one in panel.findChildren(QLineEdit) if one.isVisible()]
        assert field.accessibleName() == "Add a tag"
        field.setFocus()
        QTest.keyClicks(field, "fo")
        await until(lambda: len(found.tags.state.offered) == 2)
        QTest.keyClick(field, Qt.Key.Key_Down)
        QTest.keyClick(field, Qt.Key.Key_Return)
        await until(lambda: "Take tag Fog off" in names(panel))
        assert field.text() == ""
        QTest.keyClicks(field, "autumn,")
        await until(lambda: "Take tag autumn off" in names(panel))
        QTest.keyClick(field, Qt.Key.Key_Backspace)
        QTest.keyClick(panel.focusWidget(), Qt.Key.Key_Delete)
        await until(lambda: "Take tag Fog off" not in names(panel))
        assert field.hasFocus()
        await until(lambda: judgement(found) == Judgement(tags=("autumn",)))

    play(story)


def test_many_say_what_they_have_in_common(panel: DetailsPanel, found: Finding, play: Play) -> None:
    def words() -> list[str]:
        return [one.text() for one in panel.findChildren(QLabel) if one.isVisible()]

    async def story() -> None:
        found.judging.rate((ONE,), 5)
        found.judging.tag((ONE, TWO), "Forest")
        found.shown.details.choose_many((ONE, TWO, THREE))
        assert "3 pictures selected" in words()
        await until(lambda: "¥0.75" in words())
        await until(lambda: rating(panel) == "Different ratings")
        await until(lambda: "Take tag Forest off" in names(panel))
        await click(panel, "2 stars")
        await until(lambda: rating(panel) == "2 of 5")
        await click(panel, "Reject")
        await until(lambda: button(panel, "Reject").isChecked())
        found.judging.undo()
        await until(lambda: not button(panel, "Reject").isChecked())

    play(story)


def test_another_project_is_asked_for(panel: DetailsPanel, found: Finding, play: Play) -> None:
    async def story() -> None:
        asked = QSignalSpy(found.judging.project_requested)
        found.shown.details.choose_many((ONE, TWO))
        await until(lambda: "Project Sketches: move" in names(panel))
        await click(panel, "Project Sketches: move")
        assert asked.at(0) == [(ONE, TWO)]

    play(story)

"""Tags typed and pressed over the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from studio.ui.tag_popup import TagChip, TagPopup
from studio.ui.theme import Theme
from studio.viewmodels.judging import JudgingViewModel
from studio.viewmodels.tags import TagsViewModel
from tests.support.acting import Desk
from tests.support.gallery import numbered, write_versions
from tests.support.window import by_hand, run_in_window, surroundings, until

ALL = ("version-000001", "version-000002")


class Scene:
    """A library of two, and the popup over a window."""

    def __init__(self, theme: Theme, folder: Path) -> None:
        self.around = around = surroundings(folder)
        write_versions(around.folder, map(numbered, (1, 2)))
        self.judging = JudgingViewModel(
            bridge=around.bridge, session=around.session, tasks=around.tasks, notices=around.notices
        )
        self.tags = TagsViewModel(bridge=around.bridge, tasks=around.tasks, judging=self.judging)
        self.desk = Desk()
        self.popup = TagPopup(theme, self.tags, host=self.desk)

    def chips(self) -> list[str]:
        chips = [chip for chip in self.popup.findChildren(TagChip) if chip.isVisible()]
        return sorted(chip.accessibleName() for chip in chips)

    def chip(self, name: str) -> TagChip:
        return next(
            chip
            for chip in self.popup.findChildren(TagChip)
            if chip.isVisible() and chip.accessibleName() == name
        )

    def type(self, text: str) -> None:
        QTest.keyClicks(self.popup.field, text)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.popup.field, key)


async def on_a_chip(scene: Scene) -> TagChip:
    """Both are tagged "storm", the popup is open over them, and the keyboard stands on the chip."""
    scene.judging.tag(ALL, "storm")
    await until(lambda: scene.judging.state.undo)
    scene.popup.show_tags(ALL)
    await until(scene.chips)
    await by_hand(lambda: scene.press(Qt.Key.Key_Tab))
    chip = scene.chip("Remove tag storm")
    assert chip.hasFocus()
    return chip


@pytest.fixture
def scene(qapp: QApplication, theme: Theme, tmp_path: Path) -> Scene:
    return Scene(theme, tmp_path)


def test_tags_are_typed_offered_and_taken_off(qapp: QApplication, scene: Scene) -> None:
    async def story() -> None:
        async with scene.around.engine():
            scene.judging.tag(ALL[:1], "storm")
            await until(lambda: scene.judging.state.undo)
            scene.popup.show_tags(ALL)
            await until(lambda: scene.chips() == ["Tag storm, on 1 of 2: add to all"])
            assert scene.popup.field.hasFocus()
            # As an input method writes it.
            scene.popup.field.insert("夜景")
            await by_hand(lambda: scene.press(Qt.Key.Key_Return))
            await until(lambda: "Remove tag 夜景" in scene.chips())
            assert scene.popup.field.text() == ""
            await by_hand(lambda: scene.type("st"))
            await until(lambda: scene.popup.list.model().rowCount() == 1)
            await by_hand(lambda: scene.press(Qt.Key.Key_Down))
            await by_hand(lambda: scene.press(Qt.Key.Key_Return))
            await until(lambda: scene.chips() == ["Remove tag storm", "Remove tag 夜景"])
            chip = scene.chip("Remove tag storm")
            await by_hand(lambda: QTest.mouseClick(chip, Qt.MouseButton.LeftButton))
            await until(lambda: scene.chips() == ["Remove tag 夜景"])
            assert scene.popup.field.hasFocus()
            await by_hand(lambda: scene.press(Qt.Key.Key_Escape))
            assert scene.popup.isHidden()
            assert scene.desk.pictures.hasFocus()

    run_in_window(qapp, story())


def test_it_opens_for_pictures_only(scene: Scene) -> None:
    scene.popup.show_tags(())
    assert scene.popup.isHidden()


def test_tab_stays_inside(qapp: QApplication, scene: Scene) -> None:
    async def story() -> None:
        async with scene.around.engine():
            chip = await on_a_chip(scene)
            await by_hand(lambda: QTest.keyClick(chip, Qt.Key.Key_Backtab))
            assert scene.popup.field.hasFocus()
            scene.popup.dismiss()

    run_in_window(qapp, story())


def test_what_is_offered_later_leaves_the_keyboard_where_it_is(qapp: QApplication, scene: Scene) -> None:
    async def story() -> None:
        async with scene.around.engine():
            chip = await on_a_chip(scene)
            scene.tags.type("another")
            await until(lambda: not scene.tags.state.offered)
            scene.tags.type("st")
            await until(lambda: scene.tags.state.offered)
            assert chip.hasFocus()

    run_in_window(qapp, story())

"""Pictures held against each other, as they are looked at, zoomed, moved and judged."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QContextMenuEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from studio.domain.marks import Patch, PatchKind, Region
from studio.domain.version import Version
from studio.ui.actions import ActionKeys
from studio.ui.theme import Theme
from studio.ui.version_actions import VersionActions
from studio.ui.viewer.compare.page import ComparePage
from studio.ui.viewer.compare.table import LightTable
from studio.ui.viewer.panel import ViewerPanel
from studio.viewmodels.compare_actions import compare_actions
from studio.viewmodels.compare_state import Way
from studio.viewmodels.difference import DifferenceViewModel
from studio.viewmodels.viewer_actions import MODE_PLACES
from studio.viewmodels.viewer_state import ViewerMode, ZoomStep
from tests.support.comparing import Comparing, comparing, family
from tests.support.gallery import Shelf, numbered
from tests.support.viewing import BLUE, GREEN, RED, draw, save, viewing
from tests.support.window import run_in_window, until

LARGE, SMALL = (1600, 1200), (400, 300)
LEFT = Qt.MouseButton.LeftButton


@dataclass(slots=True)
class Scene:
    """A viewer with the two modes of comparing, in a window that has their keys."""

    table: Comparing
    panel: ViewerPanel
    page: ComparePage
    shelf: Shelf

    @property
    def light(self) -> LightTable:
        return self.page.table

    def begin(self, qtbot: QtBot, *, at: int = -1, mode: ViewerMode = ViewerMode.COMPARE) -> None:
        """Compare the picture with its parent, and wait until both are sharp."""
        self.table.open(at)
        self.table.compare.toggle(mode)
        self.settle(qtbot)

    def settle(self, qtbot: QtBot) -> None:
        self.light.setFocus()
        ids = self.table.compare.state.ids
        shown = [self.light.pane(name) for name in ids if self.light.pane(name).isVisible()]
        qtbot.waitUntil(lambda: all(pane.is_sharp for pane in shown))

    def colour(self, x: float, y: float) -> str:
        """What is seen where this part of the table is, 0 to 1."""
        image = self.light.grab().toImage()
        return image.pixelColor(round((image.width() - 1) * x), round((image.height() - 1) * y)).name()

    def at(self, x: float, y: float) -> QPoint:
        return QPoint(round((self.light.width() - 1) * x), round((self.light.height() - 1) * y))

    def drag(
        self, start: QPoint, by: QPoint, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.mousePress(self.light, LEFT, modifier, start)
        QTest.mouseMove(self.light, start + by / 2)
        QTest.mouseMove(self.light, start + by)
        QTest.mouseRelease(self.light, LEFT, modifier, start + by)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.light, key, modifier)


def make_scene(qtbot: QtBot, theme: Theme, shown: Shelf, *versions: Version) -> Scene:
    view = viewing(shown)
    table = comparing(view, list(versions) or family(view, LARGE, LARGE, LARGE, LARGE))
    difference = DifferenceViewModel(tasks=shown.around.tasks)
    panel = ViewerPanel(
        theme,
        viewer=view.viewer,
        thumbnails=shown.thumbnails,
        saving=shown.saving,
        versions=VersionActions(theme, shown.saving, shown.thumbnails, owner=QWidget()),
        actions=view.actions,
    )
    page = ComparePage(
        theme,
        viewer=view.viewer,
        compare=table.compare,
        difference=difference,
        thumbnails=shown.thumbnails,
    )
    panel.take_mode(ViewerMode.COMPARE, lambda: page, words="Compare", icon="columns-2")
    panel.take_mode(ViewerMode.DIFFERENCE, lambda: page, words="Difference", icon="diff")
    actions = compare_actions(
        table.compare,
        view.viewer,
        begin=table.compare.toggle,
        can_begin=lambda: view.viewer.state.can_compare,
    )
    view.actions.add(actions)
    qtbot.addWidget(panel)
    panel.resize(1000, 800)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    keys = ActionKeys(view.actions, window=panel, place=lambda: MODE_PLACES[view.viewer.look.state.mode])
    view.viewer.look.state_changed.connect(keys.refresh)
    return Scene(table, panel, page, shown)


@pytest.fixture
def scene(qtbot: QtBot, theme: Theme, shown: Shelf) -> Iterator[Scene]:
    """Four versions in a line; the second's corners are, from the top left, BLUE, RED, GREEN, BLUE, and the
    third's RED, GREEN, BLUE, RED.
    """
    made = make_scene(qtbot, theme, shown)
    yield made
    made.table.viewing.end()


def hexed(rgb: tuple[int, int, int]) -> str:
    return QColor(*rgb).name()


# Two over each other


def test_the_line_divides_the_older_from_the_newer(qtbot: QtBot, scene: Scene) -> None:
    scene.begin(qtbot, at=2)
    # Of both the upper left quarter: left of the line the second, right of it, once it is there, the third.
    scene.light.divide_at(scene.light.width() * 0.3)
    assert scene.colour(0.2, 0.3) == hexed(BLUE)
    assert scene.colour(0.4, 0.3) == hexed(RED)
    scene.light.divide_at(scene.light.width() * 0.45)
    assert scene.colour(0.4, 0.3) == hexed(BLUE)


def test_the_line_is_dragged_and_moved_by_keys(qtbot: QtBot, scene: Scene) -> None:
    scene.begin(qtbot, at=2)
    start = scene.at(0.5, 0.5)
    scene.drag(start, QPoint(-100, 0))
    width = scene.light.width()
    assert abs(scene.light.divider.share - (start.x() - 100) / width) < 2 / width
    before = scene.light.divider.share
    scene.press(Qt.Key.Key_Right)
    assert scene.light.divider.share == pytest.approx(before + 0.02, abs=0.002)
    scene.press(Qt.Key.Key_Home)
    assert scene.light.divider.share == 0
    scene.press(Qt.Key.Key_End)
    assert scene.light.divider.share == 1
    # It is a slider to assistive technology, and moves the same there.
    scene.light.divider.setValue(250)
    assert scene.colour(0.3, 0.3) == hexed(RED)
    assert scene.light.divider.accessibleName() == "Dividing line"


def test_tags_say_which_is_which_and_give_way_to_the_line(qtbot: QtBot, scene: Scene) -> None:
    scene.begin(qtbot, at=2)
    second, third = (scene.light.pane(name).tag for name in scene.table.ids[1:3])
    assert (second.words, third.words) == ("2 · “a cat number 2”", "3 · “a cat number 3”")
    assert second.geometry().right() < scene.light.width() / 2 < third.geometry().left()
    scene.light.divide_at(20)
    assert not second.isVisible()
    assert third.isVisible()


def test_a_click_chooses_the_side(qtbot: QtBot, scene: Scene) -> None:
    scene.begin(qtbot, at=2)
    QTest.mouseClick(scene.light, LEFT, pos=scene.at(0.2, 0.5))
    assert scene.table.compare.state.current == scene.table.ids[1]
    assert scene.page.bar.keep.text() == "Keep 2"
    QTest.mouseClick(scene.light, LEFT, pos=scene.at(0.8, 0.5))
    assert scene.table.compare.state.current == scene.table.ids[2]


def test_pictures_of_other_sizes_lie_exactly_over_each_other(
    qtbot: QtBot, theme: Theme, shown: Shelf
) -> None:
    view = viewing(shown)
    made = make_scene(qtbot, theme, shown, *family(view, LARGE, SMALL))
    view.end()
    made.begin(qtbot)
    first, second = (made.light.pane(name) for name in made.table.ids)
    assert first.view.origin == second.view.origin
    assert first.view.extent == second.view.extent
    made.light.take_step(ZoomStep.WHOLE)
    assert (first.view.scale, second.view.scale) == (1, 4)
    assert first.tag.words.endswith(" · 100%")
    assert second.tag.words.endswith(" · 400%")
    made.table.viewing.end()


def test_other_ratios_stand_in_the_middle_of_one_frame(qtbot: QtBot, theme: Theme, shown: Shelf) -> None:
    view = viewing(shown)
    made = make_scene(qtbot, theme, shown, *family(view, (1600, 800), (800, 1600)))
    view.end()
    made.begin(qtbot)
    wide, tall = (made.light.pane(name).view for name in made.table.ids)
    assert wide.room_point(800, 400) == pytest.approx(tall.room_point(400, 800))
    assert wide.extent == tall.extent[::-1]
    made.table.viewing.end()


# Side by side


def test_all_are_zoomed_and_moved_as_one(qtbot: QtBot, scene: Scene) -> None:
    scene.table.open()
    scene.table.compare.compare(scene.table.ids)
    scene.settle(qtbot)
    panes = [scene.light.pane(name) for name in scene.table.ids]
    assert len({pane.geometry().topLeft().toTuple() for pane in panes}) == 4
    scene.light.zoom(2.0, QPointF(panes[3].geometry().center()))
    scene.light.move_by(QPointF(30, 10))
    assert len({(pane.view.scale, pane.view.x, pane.view.y) for pane in panes}) == 1
    assert panes[0].view.scale == 2


def test_what_is_under_the_cursor_stays_there_in_its_cell(qtbot: QtBot, scene: Scene) -> None:
    scene.table.open()
    scene.table.compare.compare(scene.table.ids)
    scene.settle(qtbot)
    pane = scene.light.pane(scene.table.ids[3])
    at = QPointF(pane.geometry().center() + QPoint(40, 25))
    ratio, inside = pane.devicePixelRatioF(), at - QPointF(pane.pos())
    before = pane.view.picture_point(inside.x() * ratio, inside.y() * ratio)
    scene.light.zoom(3.0, at)
    assert pane.view.picture_point(inside.x() * ratio, inside.y() * ratio) == pytest.approx(before)


def test_one_is_moved_for_itself_and_back_by_one_key(qtbot: QtBot, scene: Scene) -> None:
    scene.begin(qtbot, at=2)
    scene.table.compare.set_way(Way.SIDE_BY_SIDE)
    first, second = (scene.light.pane(name) for name in scene.table.ids[1:3])
    at = first.geometry().center()
    scene.drag(at, QPoint(50, 20), Qt.KeyboardModifier.AltModifier)
    ratio = first.devicePixelRatioF()
    moved = (first.view.origin[0] - second.view.origin[0], first.view.origin[1] - second.view.origin[1])
    assert moved == pytest.approx((50 * ratio, 20 * ratio), abs=1)
    scene.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert scene.light.offset(scene.table.ids[2])[0] > 0
    scene.press(Qt.Key.Key_O)
    assert first.view.origin == second.view.origin


def test_arrows_lead_through_the_cells(qtbot: QtBot, scene: Scene) -> None:
    scene.table.open(at=0)
    scene.table.compare.compare(scene.table.ids)
    scene.settle(qtbot)
    ids, current = scene.table.ids, lambda: scene.table.compare.state.current
    for key, expected in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, 3),
        (Qt.Key.Key_Left, 2),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_End, 3),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_PageDown, 1),
    ):
        scene.press(key)
        assert current() == ids[expected]
    assert scene.light.pane(ids[1]).accessibleName().startswith("current, 2 · “a cat number 2”, 1600 × 1200")


def test_nine_are_there_at_once_and_sharp(qtbot: QtBot, theme: Theme, shown: Shelf) -> None:
    view = viewing(shown)
    made = make_scene(qtbot, theme, shown, *family(view, *[(300 + 20 * n, 300) for n in range(9)]))
    view.end()
    made.table.open()
    made.table.compare.compare(made.table.ids)
    made.settle(qtbot)
    assert sum(made.light.pane(name).isVisible() for name in made.table.ids) == 9
    made.table.viewing.end()


# Flicker


def test_space_shows_the_other_one_until_it_is_pressed_again(qtbot: QtBot, scene: Scene) -> None:
    scene.begin(qtbot, at=2)
    scene.press(Qt.Key.Key_L)
    assert scene.table.compare.state.way is Way.FLICKER
    assert scene.colour(0.3, 0.3) == hexed(RED)
    scene.press(Qt.Key.Key_Space)
    assert scene.colour(0.3, 0.3) == hexed(BLUE)
    scene.press(Qt.Key.Key_Space)
    assert scene.colour(0.3, 0.3) == hexed(RED)


def test_held_space_shows_the_other_one_as_long_as_it_is_held(qtbot: QtBot, scene: Scene) -> None:
    scene.begin(qtbot, at=2)
    scene.table.compare.set_way(Way.FLICKER)
    QTest.keyPress(scene.light, Qt.Key.Key_Space)
    assert scene.table.compare.state.is_turned
    QTest.keyRelease(scene.light, Qt.Key.Key_Space, delay=300)
    assert not scene.table.compare.state.is_turned


def test_it_flickers_by_itself(qtbot: QtBot, scene: Scene) -> None:
    scene.begin(qtbot, at=2)
    scene.table.compare.set_way(Way.FLICKER)
    QTest.mouseClick(scene.page.bar.play, LEFT)
    seen = [scene.light.pane(name) for name in scene.table.ids[1:3]]
    for pane in (seen[0], seen[1]):
        qtbot.waitUntil(pane.isVisible)
    assert scene.page.bar.play.isChecked()
    scene.press(Qt.Key.Key_S)
    assert not scene.table.compare.state.plays


# The difference


def two_with_a_region(shown: Shelf) -> list[Version]:
    """The later differs in a quarter that was meant to change, and in a sixteenth that wasn't."""
    folder = shown.around.folder
    first = save(folder, numbered(1), draw(*LARGE, RED))
    region = Region((Patch(PatchKind.BOX, ((0, 0), (0.5, 0.5))),), feather=0)
    second = numbered(2, parent=first.id)
    image = draw(*LARGE, RED)
    image.paste(BLUE, (0, 0, 800, 600))
    image.paste(GREEN, (1200, 900, 1600, 1200))
    second = save(folder, replace(second, recipe=replace(second.recipe, region=region)), image)
    return [first, second]


def test_what_changed_outside_the_region_is_told_and_shown(
    qtbot: QtBot, qapp: QApplication, theme: Theme, shown: Shelf
) -> None:
    made = make_scene(qtbot, theme, shown, *two_with_a_region(shown))

    async def story() -> None:
        async with shown.around.engine():
            made.table.open()
            made.table.compare.toggle(ViewerMode.DIFFERENCE)
            bar = made.page.bar
            await until(lambda: bar.words.text().endswith(" % changed outside the region"))
            # A sixteenth of all, of the three quarters that weren't meant to change.
            assert float(bar.words.text().split()[0]) == pytest.approx(100 / 16 / 0.75, abs=0.1)
            assert made.colour(0.2, 0.3) == theme.colour("info").name()
            assert made.colour(0.88, 0.85) == theme.colour("bad").name()
            grey = QColor(made.colour(0.2, 0.7))
            assert grey.red() == grey.green() == grey.blue()
            # What is looked at from close by is made sharp.
            made.light.zoom(4.0, QPointF(made.at(0.88, 0.85)))
            await until(lambda: made.light.map.is_sharp)
            assert made.colour(0.88, 0.85) == theme.colour("bad").name()
            made.press(Qt.Key.Key_S)
            assert not made.light.map.isVisible()
            made.table.viewing.viewer.close()

    run_in_window(qapp, story())
    made.table.viewing.end()


def test_the_same_picture_twice_has_no_difference(
    qtbot: QtBot, qapp: QApplication, theme: Theme, shown: Shelf
) -> None:
    folder = shown.around.folder
    versions = [save(folder, numbered(number), draw(*SMALL, RED, BLUE)) for number in (1, 2)]
    made = make_scene(qtbot, theme, shown, *versions)

    async def story() -> None:
        async with shown.around.engine():
            made.table.open()
            made.table.compare.toggle(ViewerMode.DIFFERENCE)
            await until(lambda: made.page.bar.words.text() == "Nothing changed")
            made.table.viewing.viewer.close()

    run_in_window(qapp, story())
    made.table.viewing.end()


# All of it


def test_one_key_keeps_the_current_and_says_so(qtbot: QtBot, qapp: QApplication, scene: Scene) -> None:
    async def story() -> None:
        async with scene.shelf.around.engine():
            scene.table.open(at=2)
            scene.table.compare.toggle()
            scene.light.setFocus()
            scene.press(Qt.Key.Key_K)
            tags = [scene.light.pane(name).tag for name in scene.table.ids[1:3]]
            await until(lambda: [tag.words.rpartition(" · ")[2] for tag in tags] == ["Rejected", "Picked"])

    run_in_window(qapp, story())


def test_keys_choose_the_way_and_escape_leads_back(qtbot: QtBot, scene: Scene) -> None:
    scene.table.open(at=2)
    scene.panel.setFocus()
    viewer = scene.table.viewing.viewer
    QTest.keyClick(scene.panel.stage.canvas, Qt.Key.Key_C)
    assert viewer.look.state.mode is ViewerMode.COMPARE
    assert scene.light.hasFocus()
    for key, way in (
        (Qt.Key.Key_A, Way.SIDE_BY_SIDE),
        (Qt.Key.Key_L, Way.FLICKER),
        (Qt.Key.Key_S, Way.SLIDER),
    ):
        scene.press(key)
        assert scene.table.compare.state.way is way
        assert scene.page.bar.ways[way].isChecked()
    scene.press(Qt.Key.Key_D)
    assert viewer.look.state.mode is ViewerMode.DIFFERENCE
    scene.press(Qt.Key.Key_Escape)
    assert viewer.look.state.mode is ViewerMode.LOOK
    assert viewer.state.is_open
    assert scene.panel.stage.canvas.hasFocus()


def test_a_missing_file_is_said_and_the_other_is_seen(qtbot: QtBot, scene: Scene) -> None:
    (scene.shelf.around.folder / scene.table.versions[1].path).unlink()
    scene.table.open(at=2)
    scene.table.compare.toggle()
    tag = scene.light.pane(scene.table.ids[1]).tag
    qtbot.waitUntil(lambda: tag.words.endswith("The picture's file isn't there"))
    qtbot.waitUntil(lambda: scene.light.pane(scene.table.ids[2]).is_sharp)


def test_alone_on_the_screen_there_are_only_the_pictures(qtbot: QtBot, scene: Scene) -> None:
    scene.begin(qtbot, at=2)
    scene.press(Qt.Key.Key_F)
    qtbot.waitUntil(lambda: scene.light.size() == scene.panel.size())
    assert not scene.page.bar.isVisible()


def test_the_head_offers_comparing_where_it_makes_sense_and_fits(
    qtbot: QtBot, theme: Theme, shown: Shelf
) -> None:
    view = viewing(shown)
    made = make_scene(qtbot, theme, shown, *family(view, SMALL))
    view.end()
    made.table.open()
    head = made.panel.head
    names = [chip.accessibleName() for chip in head.chips if chip.isVisible()]
    assert names == []
    made.table.viewing.end()


@pytest.mark.parametrize("width", [440, 496, 620, 792, 1200])
def test_the_head_has_room_at_any_width(scene: Scene, width: int) -> None:
    scene.table.open(at=2)
    scene.panel.resize(width, 600)
    head = scene.panel.head
    shown = [widget for widget in head.findChildren(QWidget) if widget.isVisible()]
    assert all(widget.geometry().right() < width for widget in shown)
    assert all(widget.width() >= widget.sizeHint().width() for widget in shown)
    assert {chip.accessibleName() for chip in head.chips if chip.isVisible()} == {"Compare", "Difference"}


def test_the_menu_offers_what_goes_with_comparing(qtbot: QtBot, scene: Scene) -> None:
    scene.begin(qtbot, at=2)
    menu = scene.panel.head.menu()
    words = [action.text().partition("\t")[0] for action in menu.actions() if action.text()]
    assert words[:6] == [
        *("Compare: Slider", "Compare: Side by side", "Compare: Flicker", "Flicker by itself"),
        *("Lay pictures over each other again", "Keep this, reject the rest"),
    ]
    menu.deleteLater()


def test_a_right_click_is_for_the_picture_that_is_there(qtbot: QtBot, scene: Scene) -> None:
    scene.begin(qtbot, at=2)
    asked = QSignalSpy(scene.page.menu_asked)
    place = scene.at(0.2, 0.5)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, scene.light.mapToGlobal(place))
    QApplication.sendEvent(scene.light, event)
    assert asked.at(0) == [scene.light.mapToGlobal(place)]
    assert scene.table.viewing.viewer.chosen() == (scene.table.ids[1],)


def test_no_room_is_too_small(qtbot: QtBot, scene: Scene) -> None:
    scene.begin(qtbot, at=2)
    for way in Way:
        scene.table.compare.set_way(way)
        for size in (QSize(0, 0), QSize(1, 1), QSize(1, 300), QSize(300, 2)):
            scene.light.setParent(None)
            scene.light.resize(size)
            scene.light.show()
            scene.light.grab()
            scene.light.take_step(ZoomStep.TOGGLE)
            scene.light.move_by(QPointF(5, 5))
            scene.light.grab()
    qtbot.addWidget(scene.light)

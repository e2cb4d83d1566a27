"""The viewer as it is looked at, pressed, zoomed and left."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QGuiApplication,
    QImage,
    QNativeGestureEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from studio.domain.flags import Flag, Label
from studio.domain.judgement import Judgement
from studio.domain.version import Version
from studio.ui.theme import Theme
from studio.ui.version_actions import VersionActions
from studio.ui.viewer.panel import ViewerPanel
from studio.ui.viewer.window import ViewerWindow
from studio.viewmodels.viewer_state import Background, ZoomStep
from tests.support.gallery import Shelf
from tests.support.viewing import BLUE, GREEN, RED, Viewing, draw, pictures_in, save, viewing
from tests.support.window import run_in_window, until


@pytest.fixture
def made(shown: Shelf) -> Iterator[Viewing]:
    view = viewing(shown)
    yield view
    view.end()


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, shown: Shelf, made: Viewing) -> ViewerPanel:
    actions = VersionActions(theme, shown.saving, shown.thumbnails, owner=QWidget())
    panel = ViewerPanel(
        theme,
        viewer=made.viewer,
        thumbnails=shown.thumbnails,
        saving=shown.saving,
        versions=actions,
        actions=made.actions,
    )
    qtbot.addWidget(panel)
    panel.resize(800, 600)
    panel.show()
    return panel


def look_at(qtbot: QtBot, panel: ViewerPanel, made: Viewing, versions: list[Version], at: int = 0) -> None:
    ids = made.hold(versions)
    made.viewer.open(ids, ids[at])
    panel.setFocus()
    wait_for_picture(qtbot, panel)


def wait_for_picture(qtbot: QtBot, panel: ViewerPanel) -> None:
    qtbot.waitUntil(lambda: panel.stage.canvas.is_sharp)


def grabbed(panel: ViewerPanel) -> QImage:
    return panel.stage.canvas.grab().toImage()


def colour(image: QImage, place: QPointF) -> str:
    """At this place of the widget, whatever the screen's scale."""
    return image.pixelColor((place * image.devicePixelRatio()).toPoint()).name()


def place_of(panel: ViewerPanel, x: float, y: float) -> QPointF:
    """Where this point of the picture is seen in the widget."""
    canvas = panel.stage.canvas
    return QPointF(*canvas.view.room_point(x, y)) / canvas.devicePixelRatioF()


def centre(panel: ViewerPanel) -> QPointF:
    return QPointF(panel.stage.canvas.rect().center())


def wheel(panel: ViewerPanel, notches: float, at: QPointF) -> None:
    canvas = panel.stage.canvas
    event = QWheelEvent(
        at,
        canvas.mapToGlobal(at),
        QPoint(),
        QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def hexed(rgb: tuple[int, int, int]) -> str:
    return QColor(*rgb).name()


def test_the_whole_picture_is_seen_in_its_own_colours(
    qtbot: QtBot, panel: ViewerPanel, made: Viewing
) -> None:
    look_at(qtbot, panel, made, pictures_in(made.shown, 1, width=1600, height=1200))
    made.viewer.look.set_background(Background.BLACK)
    image, view = grabbed(panel), panel.stage.canvas.view
    assert view.fits
    for x, y, expected in ((400, 300, RED), (1200, 300, GREEN), (400, 900, BLUE), (1200, 900, RED)):
        assert colour(image, place_of(panel, x, y)) == hexed(expected)
    # The room beside it is the background.
    assert colour(image, QPointF(2, centre(panel).y())) == "#000000"


def test_it_is_named_for_who_cannot_see_it(qtbot: QtBot, panel: ViewerPanel, made: Viewing) -> None:
    look_at(qtbot, panel, made, pictures_in(made.shown, 1))
    canvas = panel.stage.canvas
    canvas.zoom(1.0)
    assert canvas.accessibleName() == "a cat number 1, 640 × 480, saved, paid 1K, got 0.5K, 100%, sharp"
    interface = QAccessible.queryAccessibleInterface(canvas)
    assert interface is not None
    assert interface.role() == QAccessible.Role.Graphic
    assert all(button.accessibleName() or button.text() for button in panel.findChildren(QAbstractButton))


def test_at_100_percent_no_pixel_is_lost(qtbot: QtBot, panel: ViewerPanel, made: Viewing) -> None:
    fine = QImage(2000, 1600, QImage.Format.Format_RGB32)
    fine.fill(QColor("white"))
    for x in range(0, 2000, 2):
        for y in range(x % 4 // 2, 1600, 2):
            fine.setPixelColor(x, y, QColor("black"))
    (version,) = pictures_in(made.shown, 1, width=2000, height=1600)
    fine.save(str(made.shown.around.folder / version.path))
    look_at(qtbot, panel, made, [version])
    QTest.mouseDClick(panel.stage.canvas, Qt.MouseButton.LeftButton)
    view = panel.stage.canvas.view
    assert view.scale == 1.0
    qtbot.waitUntil(lambda: panel.stage.canvas.is_sharp)
    seen = grabbed(panel)
    left, top = view.origin
    part = fine.copy(-left, -top, seen.width(), seen.height())
    assert seen.convertToFormat(QImage.Format.Format_RGB32) == part


def test_the_wheel_zooms_at_the_cursor(qtbot: QtBot, panel: ViewerPanel, made: Viewing) -> None:
    look_at(qtbot, panel, made, pictures_in(made.shown, 1, width=1600, height=1200))
    canvas = panel.stage.canvas
    # Large enough to fill the room: a smaller one stays in its middle.
    canvas.zoom(1.0)
    place = centre(panel) + QPointF(60, 40)
    before = canvas.pixel_at(place)
    for _ in range(8):
        wheel(panel, 1, place)
    after = canvas.pixel_at(place)
    assert canvas.view.scale > 3
    assert before
    assert after
    assert abs(before[0] - after[0]) <= 1
    assert abs(before[1] - after[1]) <= 1
    for _ in range(40):
        wheel(panel, 1, place)
    assert canvas.view.scale == 32
    for _ in range(80):
        wheel(panel, -1, place)
    assert canvas.view.scale == 0.01
    assert grabbed(panel).size() == canvas.size() * canvas.devicePixelRatioF()


def test_a_picture_larger_than_the_room_is_moved(qtbot: QtBot, panel: ViewerPanel, made: Viewing) -> None:
    look_at(qtbot, panel, made, pictures_in(made.shown, 2, width=3000, height=3000))
    canvas = panel.stage.canvas
    canvas.zoom(1.0)
    before = canvas.pixel_at(centre(panel))
    assert before
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    moved = canvas.pixel_at(centre(panel))
    assert moved
    ratio = canvas.devicePixelRatioF()
    assert moved == (before[0] + round(64 * ratio), before[1])
    start = centre(panel).toPoint()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas, start + QPoint(20, 0))
    QTest.mouseMove(canvas, start + QPoint(40, 30))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(40, 30))
    assert canvas.pixel_at(centre(panel)) == (moved[0] - round(40 * ratio), moved[1] - round(30 * ratio))
    assert made.viewer.state.position == 1


def test_a_picture_seen_whole_is_pulled_away_as_a_file(
    qtbot: QtBot, panel: ViewerPanel, made: Viewing
) -> None:
    look_at(qtbot, panel, made, pictures_in(made.shown, 1))
    canvas = panel.stage.canvas
    panel.stage.hands.dragged.disconnect()
    pulled = QSignalSpy(panel.stage.hands.dragged)
    start = centre(panel).toPoint()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    for distance in (4, 20, 40):
        QTest.mouseMove(canvas, start + QPoint(distance, 0))
    assert pulled.count() == 1


def test_arrows_home_and_end_lead_through_the_pictures(
    qtbot: QtBot, panel: ViewerPanel, made: Viewing
) -> None:
    look_at(qtbot, panel, made, pictures_in(made.shown, 4))
    canvas, state = panel.stage.canvas, lambda: made.viewer.state.position
    for key, expected in (
        (Qt.Key.Key_Right, 2),
        (Qt.Key.Key_End, 4),
        (Qt.Key.Key_Left, 3),
        (Qt.Key.Key_Home, 1),
    ):
        QTest.keyClick(canvas, key)
        assert state() == expected


def test_the_next_picture_keeps_the_zoom(qtbot: QtBot, panel: ViewerPanel, made: Viewing) -> None:
    look_at(qtbot, panel, made, pictures_in(made.shown, 2, width=3000, height=3000))
    canvas = panel.stage.canvas
    canvas.zoom(2.0, QPointF(10, 10))
    before = canvas.view
    made.viewer.next()
    assert canvas.view == before


def test_space_and_escape_lead_back(qtbot: QtBot, panel: ViewerPanel, made: Viewing) -> None:
    versions = pictures_in(made.shown, 2)
    look_at(qtbot, panel, made, versions)
    QTest.keyClick(panel.stage.canvas, Qt.Key.Key_Space)
    assert not made.viewer.state.is_open
    look_at(qtbot, panel, made, versions)
    QTest.keyClick(panel.stage.canvas, Qt.Key.Key_Escape)
    assert not made.viewer.state.is_open


def test_escape_counts_wherever_the_focus_is(qtbot: QtBot, panel: ViewerPanel, made: Viewing) -> None:
    look_at(qtbot, panel, made, pictures_in(made.shown, 1))
    panel.head.export.setFocus()
    QTest.keyClick(panel.head.export, Qt.Key.Key_Escape)
    assert not made.viewer.state.is_open


def test_chips_say_and_choose_the_size(qtbot: QtBot, panel: ViewerPanel, made: Viewing) -> None:
    look_at(qtbot, panel, made, pictures_in(made.shown, 1, width=1600, height=1200))
    head = panel.head
    assert head.fit.isChecked()
    QTest.mouseClick(head.whole, Qt.MouseButton.LeftButton)
    assert panel.stage.canvas.view.scale == 1.0
    assert (head.fit.isChecked(), head.whole.isChecked()) == (False, True)
    QTest.mouseClick(head.whole, Qt.MouseButton.LeftButton)
    assert head.whole.isChecked()
    QTest.mouseClick(head.fit, Qt.MouseButton.LeftButton)
    assert head.fit.isChecked()


def test_zoom_actions_reach_the_picture_of_the_active_window(
    qtbot: QtBot, panel: ViewerPanel, made: Viewing
) -> None:
    look_at(qtbot, panel, made, pictures_in(made.shown, 1, width=1600, height=1200))
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    fit = panel.stage.canvas.view.scale
    made.actions.run("zoom-in")
    assert panel.stage.canvas.view.scale > fit
    made.actions.run("zoom-out")
    assert panel.stage.canvas.view.scale == pytest.approx(fit)
    made.viewer.look.zoom(ZoomStep.WHOLE)
    assert panel.stage.canvas.view.scale == 1.0


def test_a_colour_is_picked_and_copied(qtbot: QtBot, panel: ViewerPanel, made: Viewing) -> None:
    look_at(qtbot, panel, made, pictures_in(made.shown, 1, width=1600, height=1200))
    canvas = panel.stage.canvas
    place = place_of(panel, 400, 300)
    panel.stage.hands.pointed.emit(place)
    assert panel.stage.readout.colour == ""
    made.viewer.look.pick_colour(picks=True)
    panel.stage.hands.pointed.emit(place)
    assert panel.stage.readout.colour == hexed(RED)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place_of(panel, 1200, 300).toPoint())
    assert QGuiApplication.clipboard().text() == hexed(GREEN)
    panel.stage.hands.pointed.emit(None)
    assert panel.stage.readout.colour == ""


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_turned_view_turns_everything(qtbot: QtBot, panel: ViewerPanel, made: Viewing, turns: int) -> None:
    look_at(qtbot, panel, made, pictures_in(made.shown, 1, width=1600, height=1200))
    made.viewer.look.pick_colour(picks=True)
    for _ in range(turns):
        made.viewer.look.turn()
    canvas = panel.stage.canvas
    wait_for_picture(qtbot, panel)
    image, view = grabbed(panel), canvas.view
    assert (view.width, view.height) == ((1600, 1200) if turns == 2 else (1200, 1600))
    seen = set[str]()
    for across in (0.25, 0.75):
        for down in (0.25, 0.75):
            place = place_of(panel, view.width * across, view.height * down)
            panel.stage.hands.pointed.emit(place)
            assert panel.stage.readout.colour == colour(image, place)
            seen.add(panel.stage.readout.colour)
    assert seen == {hexed(RED), hexed(GREEN), hexed(BLUE)}


def test_the_grid_of_pixels_is_seen_from_close_by_only(
    qtbot: QtBot, panel: ViewerPanel, made: Viewing
) -> None:
    look_at(qtbot, panel, made, pictures_in(made.shown, 1, width=300, height=300, colours=(RED,)))
    canvas = panel.stage.canvas
    for scale, shades in ((8.0, 1), (16.0, 2)):
        canvas.zoom(scale)
        image = grabbed(panel)
        row = {image.pixelColor(x, 203).name() for x in range(100, 164)}
        assert len(row) == shades


def test_backgrounds_lie_behind_the_holes_of_a_picture(
    qtbot: QtBot, panel: ViewerPanel, made: Viewing
) -> None:
    version = pictures_in(made.shown, 1)[0]
    clear = save(made.shown.around.folder, version, draw(400, 300, (0, 0, 0), mode="RGBA").point(lambda _: 0))
    look_at(qtbot, panel, made, [clear])
    assert made.viewer.look.state.background is Background.WINDOW
    expected = {
        Background.WINDOW: {panel.stage.canvas.palette().window().color().name()},
        Background.BLACK: {"#000000"},
        Background.GREY: {"#808080"},
        Background.WHITE: {"#ffffff"},
        Background.CHECKERBOARD: {"#ffffff", "#cccccc"},
    }
    for background, colours in expected.items():
        made.viewer.look.set_background(background)
        image = grabbed(panel)
        middle = image.width() // 2
        found = {image.pixelColor(middle + x, image.height() // 2 + x // 2).name() for x in range(0, 60, 3)}
        assert found == colours


def test_a_missing_file_leaves_the_thumbnail_and_the_way_to_find_it(
    qtbot: QtBot, panel: ViewerPanel, made: Viewing
) -> None:
    versions = pictures_in(made.shown, 1)
    (made.shown.around.folder / versions[0].path).unlink()
    ids = made.hold([replace(versions[0], palette=("#123456",))])
    made.viewer.open(ids, ids[0])
    trouble = panel.stage.trouble
    qtbot.waitUntil(trouble.isVisible)
    # Without a thumbnail it is its main colour: never a blank.
    assert colour(grabbed(panel), QPointF(centre(panel).x(), 20)) == "#123456"
    assert trouble.accessibleName() == "The picture's file isn't there"
    assert not panel.head.export.isEnabled()
    asked = QSignalSpy(made.viewer.locate_requested)
    (locate,) = [one for one in trouble.findChildren(QAbstractButton) if one.text() == "Locate…"]
    QTest.mouseClick(locate, Qt.MouseButton.LeftButton)
    assert asked.at(0) == [ids[0]]


def test_what_is_known_and_said_of_it_is_shown(qtbot: QtBot, panel: ViewerPanel, made: Viewing) -> None:
    versions = pictures_in(made.shown, 2)
    judged = Judgement(4, Flag.PICK, Label.GREEN, ("hero", "portrait"))
    versions[0] = replace(versions[0], judgement=judged)
    look_at(qtbot, panel, made, versions)
    assert panel.stage.judgement.words == "★★★★☆  ·  Picked  ·  Green  ·  hero, portrait"
    assert not panel.stage.info.isVisible()
    QTest.mouseClick(panel.head.info, Qt.MouseButton.LeftButton)
    assert panel.stage.info.isVisible()
    made.viewer.next()
    assert not panel.stage.judgement.isVisible()


def test_another_file_in_its_place_is_told(qtbot: QtBot, panel: ViewerPanel, made: Viewing) -> None:
    versions = pictures_in(made.shown, 1)
    save(made.shown.around.folder, versions[0], draw(900, 100, GREEN, BLUE))
    look_at(qtbot, panel, made, versions)
    assert panel.stage.remark.words == "This file was changed outside Proofroom."
    assert (panel.stage.canvas.view.width, panel.stage.canvas.view.height) == (900, 100)


def test_alone_there_is_nothing_but_the_picture(qtbot: QtBot, panel: ViewerPanel, made: Viewing) -> None:
    look_at(qtbot, panel, made, pictures_in(made.shown, 1))
    made.viewer.stand_alone(alone=True)
    qtbot.waitUntil(lambda: panel.stage.canvas.size() == panel.size())
    made.viewer.step_back()
    assert panel.head.isVisible()


def test_no_room_is_too_small(qtbot: QtBot, panel: ViewerPanel, made: Viewing) -> None:
    look_at(qtbot, panel, made, pictures_in(made.shown, 1))
    canvas = panel.stage.canvas
    canvas.setParent(None)
    qtbot.addWidget(canvas)
    canvas.show()
    for size in (QSize(0, 0), QSize(1, 1), QSize(1, 400), QSize(300, 2)):
        canvas.resize(size)
        canvas.grab()
        canvas.take_step(ZoomStep.TOGGLE)
        canvas.take_step(ZoomStep.IN)
        canvas.move_by(QPointF(5, 5))
        canvas.grab()


def test_the_menu_offers_the_rest(panel: ViewerPanel, made: Viewing) -> None:
    ids = made.hold(pictures_in(made.shown, 1))
    made.viewer.open(ids, ids[0])
    menu = panel.head.menu()
    words = [action.text().partition("\t")[0] for action in menu.actions() if action.text()]
    assert words == [
        *("Show info", "Pick a colour", "Turn view", "Background", "Start slideshow"),
        *("Picture on the full screen", "Show in a second window", "Slideshow"),
    ]
    backgrounds = menu.actions()[3].menu()
    assert isinstance(backgrounds, QWidget)
    backgrounds.actions()[3].trigger()
    assert made.viewer.look.state.background is Background.WHITE
    menu.deleteLater()


def test_the_strip_leads_through_the_tree(qapp: QApplication, panel: ViewerPanel, made: Viewing) -> None:
    async def story() -> None:
        async with made.shown.around.engine():
            versions = pictures_in(made.shown, 3)
            ids = made.hold(versions)
            made.viewer.open(ids, ids[1])
            await until(lambda: panel.strip.model().rowCount() == 1)
            assert panel.strip.currentIndex().row() == 0
            panel.strip.chosen.emit(ids[2])
            assert made.viewer.state.position == 3

    run_in_window(qapp, story())


def test_a_second_window_shows_the_same_and_is_zoomed_alone(
    qtbot: QtBot, theme: Theme, panel: ViewerPanel, made: Viewing
) -> None:
    look_at(qtbot, panel, made, pictures_in(made.shown, 2, width=1600, height=1200))
    window = ViewerWindow(
        theme, viewer=made.viewer, thumbnails=made.shown.thumbnails, actions=made.actions, beside=panel
    )
    qtbot.addWidget(window)
    window.open()
    assert window.windowTitle().startswith("a cat number 1")
    qtbot.waitUntil(lambda: window.stage.canvas.is_sharp)
    window.stage.canvas.zoom(4.0)
    assert panel.stage.canvas.view.fits
    made.viewer.next()
    assert window.windowTitle().startswith("a cat number 2")
    closed = QSignalSpy(window.closed)
    QTest.keyClick(window.stage.canvas, Qt.Key.Key_Escape)
    assert closed.count() == 1
    assert made.viewer.state.is_open


def pinch(panel: ViewerPanel, value: float, at: QPointF) -> None:
    canvas = panel.stage.canvas
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        at,
        at,
        canvas.mapToGlobal(at),
        value,
        QPointF(),
    )
    QApplication.sendEvent(canvas, event)


def test_two_fingers_zoom_at_where_they_are(qtbot: QtBot, panel: ViewerPanel, made: Viewing) -> None:
    look_at(qtbot, panel, made, pictures_in(made.shown, 1, width=3000, height=3000))
    canvas = panel.stage.canvas
    canvas.zoom(1.0)
    place = QPointF(100, 80)
    before = canvas.pixel_at(place)
    for _ in range(5):
        pinch(panel, 0.2, place)
    assert canvas.view.scale == pytest.approx(1.2**5)
    after = canvas.pixel_at(place)
    assert before
    assert after
    assert abs(before[0] - after[0]) <= 1
    assert abs(before[1] - after[1]) <= 1


def test_a_click_on_a_button_leaves_the_arrow_keys_to_the_picture(
    qtbot: QtBot, panel: ViewerPanel, made: Viewing
) -> None:
    look_at(qtbot, panel, made, pictures_in(made.shown, 2))
    QTest.mouseClick(panel.head.fit, Qt.MouseButton.LeftButton)
    assert panel.focusWidget() is panel.stage.canvas
    QTest.keyClick(panel.focusWidget(), Qt.Key.Key_Right)
    assert made.viewer.state.position == 2


def test_held_space_moves_the_picture_while_colours_are_picked(
    qtbot: QtBot, panel: ViewerPanel, made: Viewing
) -> None:
    look_at(qtbot, panel, made, pictures_in(made.shown, 1, width=3000, height=3000))
    canvas = panel.stage.canvas
    canvas.zoom(1.0)
    made.viewer.look.pick_colour(picks=True)
    before, start = canvas.view, centre(panel).toPoint()

    def pull() -> None:
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
        for distance in (20, 40):
            QTest.mouseMove(canvas, start + QPoint(distance, 0))
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(40, 0))

    pull()
    assert canvas.view == before
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    pull()
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert canvas.view != before
    assert made.viewer.state.is_open

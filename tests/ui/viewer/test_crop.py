"""Cropping with mouse and keyboard, device frames and guides, as they are seen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from studio.domain.crop import Lock, LockKind
from studio.domain.export_sizes import Box
from studio.domain.geometry import PixelSize
from studio.domain.guides import Axis, Guide, places
from studio.settings.devices import devices
from studio.ui.theme import Theme
from studio.ui.version_actions import VersionActions
from studio.ui.viewer.crop.page import CropPage
from studio.ui.viewer.frames.page import FramePage
from studio.ui.viewer.guides.dialog import GuidesDialog
from studio.ui.viewer.guides.over import GuidesOver
from studio.ui.viewer.panel import ViewerPanel
from studio.viewmodels.viewer_state import ViewerMode, ZoomStep
from tests.support.cropping import CroppingOn, cropping_on
from tests.support.gallery import Shelf
from tests.support.viewing import BLUE, GREEN, RED, viewing

LEFT = Qt.MouseButton.LeftButton
NO_KEY, SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
IPHONE = devices()[0]


@pytest.fixture
def on(shown: Shelf) -> Iterator[CroppingOn]:
    view = viewing(shown)
    yield cropping_on(view)
    view.end()


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, shown: Shelf, on: CroppingOn) -> ViewerPanel:
    made = on.made
    panel = ViewerPanel(
        theme,
        viewer=made.viewer,
        thumbnails=shown.thumbnails,
        saving=shown.saving,
        versions=VersionActions(theme, shown.saving, shown.thumbnails, owner=QWidget()),
        actions=made.actions,
    )
    GuidesOver(theme, panel.stage.canvas, on.guides)

    def crop_page() -> CropPage:
        return CropPage(
            theme,
            viewer=made.viewer,
            thumbnails=shown.thumbnails,
            crop=on.crop,
            guides=on.guides,
            devices=devices(),
            actions=made.actions,
            beside=panel.stage.canvas,
        )

    def frame_page() -> FramePage:
        return FramePage(
            theme,
            viewer=made.viewer,
            thumbnails=shown.thumbnails,
            frame=on.frame,
            devices=devices(),
            actions=made.actions,
        )

    panel.take_mode(ViewerMode.CROP, crop_page, words="Crop", icon="crop")
    panel.take_mode(ViewerMode.FRAME, frame_page, words="Frame", icon="smartphone")
    qtbot.addWidget(panel)
    panel.resize(900, 700)
    panel.show()
    return panel


def crop_page(qtbot: QtBot, panel: ViewerPanel, on: CroppingOn) -> CropPage:
    on.open(ViewerMode.CROP)
    page = panel.modes.currentWidget()
    assert isinstance(page, CropPage)
    page.setFocus()
    qtbot.waitUntil(lambda: page.canvas.is_sharp)
    return page


def frame_page(qtbot: QtBot, panel: ViewerPanel, on: CroppingOn) -> FramePage:
    on.open(ViewerMode.FRAME)
    page = panel.modes.currentWidget()
    assert isinstance(page, FramePage)
    page.setFocus()
    qtbot.waitUntil(lambda: page.pane.is_sharp)
    return page


def point(page: CropPage, x: float, y: float) -> QPoint:
    """Of the widget, for a pixel of the picture."""
    size = page.surface.placing.size
    return page.surface.placing.point((x / size.width(), y / size.height())).toPoint()


def lead(widget: QWidget, at: QPoint, keys: Qt.KeyboardModifier = NO_KEY) -> None:
    """Move the mouse there with the left button down."""
    place = QPointF(at)
    event = QMouseEvent(QEvent.Type.MouseMove, place, widget.mapToGlobal(place), LEFT, LEFT, keys)
    QApplication.sendEvent(widget, event)


def drag(widget: QWidget, first: QPoint, last: QPoint, keys: Qt.KeyboardModifier = NO_KEY) -> None:
    QTest.mousePress(widget, LEFT, keys, first)
    lead(widget, (first + last) / 2, keys)
    lead(widget, last, keys)
    QTest.mouseRelease(widget, LEFT, keys, last)


def is_near(box: Box, other: Box, by: int = 3) -> bool:
    """Within what a pixel of the widget is of the picture."""
    return all(
        abs(one - two) <= by
        for one, two in zip(
            (box.left, box.top, box.width, box.height),
            (other.left, other.top, other.width, other.height),
            strict=True,
        )
    )


def colour_at(image: QImage, place: QPoint) -> QColor:
    return image.pixelColor(place * image.devicePixelRatio())


def same(colour: QColor, rgb: tuple[int, int, int]) -> bool:
    seen = (colour.red(), colour.green(), colour.blue())
    return all(abs(one - two) < 8 for one, two in zip(seen, rgb, strict=True))


# With the mouse


def test_a_crop_is_drawn_pulled_and_moved(qtbot: QtBot, panel: ViewerPanel, on: CroppingOn) -> None:
    page = crop_page(qtbot, panel, on)
    drag(page.surface, point(page, 400, 300), point(page, 1000, 800))
    assert is_near(on.crop.state.box, Box(400, 300, 600, 500))
    drag(page.surface, point(page, 1000, 500), point(page, 1200, 500))
    assert is_near(on.crop.state.box, Box(400, 300, 800, 500))
    drag(page.surface, point(page, 400, 300), point(page, 300, 200))
    assert is_near(on.crop.state.box, Box(300, 200, 900, 600))
    drag(page.surface, point(page, 700, 500), point(page, 800, 600))
    assert is_near(on.crop.state.box, Box(400, 300, 900, 600))
    # Each was one step.
    for _ in range(4):
        QTest.keyClick(page.surface, Qt.Key.Key_Z, CONTROL)
    assert on.crop.state.is_whole


def test_what_is_cut_off_lies_under_a_veil_and_the_rest_is_seen_as_it_is(
    qtbot: QtBot, panel: ViewerPanel, on: CroppingOn
) -> None:
    page = crop_page(qtbot, panel, on)
    drag(page.surface, point(page, 100, 100), point(page, 700, 500))
    seen = page.canvas.grab().toImage()
    assert same(colour_at(seen, point(page, 200, 200)), RED)
    veiled = colour_at(seen, point(page, 1200, 200))
    assert not same(veiled, GREEN)
    assert veiled.lightness() < QColor(*GREEN).lightness()


def test_a_ratio_is_chosen_and_kept_while_a_corner_is_pulled(
    qtbot: QtBot, panel: ViewerPanel, on: CroppingOn
) -> None:
    page = crop_page(qtbot, panel, on)
    next(cell for cell in page.locks.cells if cell.id == "16:9").click()
    assert on.crop.state.box == Box(0, 150, 1600, 900)
    drag(page.surface, point(page, 1600, 1050), point(page, 800, 600))
    box = on.crop.state.box
    assert abs(box.width * 9 - box.height * 16) <= 16
    assert is_near(box, Box(0, 150, 800, 450))
    page.turn.click()
    assert on.crop.state.lock == Lock(LockKind.RATIO, 9, 16)
    assert page.locks.value == "9:16"


def test_escape_gives_a_drag_up_and_then_leads_out(qtbot: QtBot, panel: ViewerPanel, on: CroppingOn) -> None:
    page = crop_page(qtbot, panel, on)
    QTest.mousePress(page.surface, LEFT, NO_KEY, point(page, 400, 300))
    lead(page.surface, point(page, 800, 700))
    assert not on.crop.state.is_whole
    QTest.keyClick(page.surface, Qt.Key.Key_Escape)
    assert on.crop.state.is_whole
    QTest.mouseRelease(page.surface, LEFT, NO_KEY, point(page, 800, 700))
    QTest.keyClick(page.surface, Qt.Key.Key_Escape)
    assert on.made.viewer.look.state.mode is ViewerMode.LOOK
    assert on.made.viewer.state.is_open


# With the keyboard


def test_arrows_move_the_crop_and_pull_its_edges_by_single_pixels(
    qtbot: QtBot, panel: ViewerPanel, on: CroppingOn
) -> None:
    page = crop_page(qtbot, panel, on)
    on.crop.draw((100.0, 100.0), (300.0, 200.0))
    QTest.keyClick(page.surface, Qt.Key.Key_Right)
    QTest.keyClick(page.surface, Qt.Key.Key_Down, SHIFT)
    assert on.crop.state.box == Box(101, 110, 200, 100)
    QTest.keyClick(page.surface, Qt.Key.Key_Right, CONTROL)
    QTest.keyClick(page.surface, Qt.Key.Key_Up, CONTROL | SHIFT)
    assert on.crop.state.box == Box(101, 110, 201, 90)
    assert page.surface.accessibleName() == "Crop: 201 × 90 px, at 101, 110"


def test_enter_exports_and_so_does_the_button(qtbot: QtBot, panel: ViewerPanel, on: CroppingOn) -> None:
    page = crop_page(qtbot, panel, on)
    asked = QSignalSpy(on.crop.export_requested)
    QTest.keyClick(page.surface, Qt.Key.Key_Return)
    page.line.export.click()
    assert asked.count() == 2


def test_a_size_is_typed_and_held_to_exactly(qtbot: QtBot, panel: ViewerPanel, on: CroppingOn) -> None:
    page = crop_page(qtbot, panel, on)
    width, height = page.size_fields.width_field, page.size_fields.height_field
    width.setFocus()
    width.selectAll()
    QTest.keyClicks(width, "640")
    height.setFocus()
    height.selectAll()
    QTest.keyClicks(height, "320")
    QTest.keyClick(height, Qt.Key.Key_Return)
    assert on.crop.state.box.size == PixelSize(640, 320)
    pixels, *others = page.exact.menu_now().actions()
    assert pixels.text() == "These pixels (640 × 320)"
    pixels.trigger()
    assert on.crop.state.lock == Lock(LockKind.PIXELS, 640, 320)
    phone = next(action for action in others if action.text().startswith(IPHONE.name))
    phone.trigger()
    assert on.crop.state.cut.size == IPHONE.pixels
    assert page.exact.text() == IPHONE.name
    assert page.line.words == "The part has fewer pixels than the file gets: it will be enlarged"


# Guides


def test_guides_are_dragged_out_of_a_ruler_moved_along_it_and_thrown_away(
    qtbot: QtBot, panel: ViewerPanel, on: CroppingOn
) -> None:
    page = crop_page(qtbot, panel, on)
    on.guides.show_rulers(shows=True)
    QApplication.processEvents()
    across, down = page.lines.rulers

    def on_ruler(ruler: QWidget, x: float, y: float) -> QPoint:
        return ruler.mapFromGlobal(page.surface.mapToGlobal(point(page, x, y)))

    drag(down, QPoint(5, 200), on_ruler(down, 400, 300))
    drag(across, QPoint(200, 5), on_ruler(across, 400, 300))
    (vertical,), (horizontal,) = (places(on.guides.state.guides, axis) for axis in Axis)
    assert abs(vertical - 400) <= 3
    assert abs(horizontal - 300) <= 3
    at = on_ruler(across, vertical, 0).x()
    drag(across, QPoint(at, 5), QPoint(at + 50, 5))
    (moved,) = places(on.guides.state.guides, Axis.VERTICAL)
    assert moved > vertical + 50
    at = on_ruler(across, moved, 0).x()
    drag(across, QPoint(at, 5), on_ruler(across, 400, 300))
    assert places(on.guides.state.guides, Axis.VERTICAL) == ()


def test_a_crop_keeps_to_guides_that_are_near_unless_alt_is_held(
    qtbot: QtBot, panel: ViewerPanel, on: CroppingOn
) -> None:
    page = crop_page(qtbot, panel, on)
    on.guides.show_rulers(shows=True)
    on.guides.set_guides(Axis.VERTICAL, (400, 1200))
    on.guides.set_guides(Axis.HORIZONTAL, (300,))
    QApplication.processEvents()
    drag(page.surface, point(page, 406, 306), point(page, 1195, 800))
    box = on.crop.state.box
    assert (box.left, box.top, box.left + box.width) == (400, 300, 1200)
    on.crop.undo()
    drag(page.surface, point(page, 410, 310), point(page, 1190, 800), ALT)
    assert on.crop.state.box.left > 400


def test_the_grid_is_seen_over_the_picture_and_a_guide_too(
    qtbot: QtBot, panel: ViewerPanel, on: CroppingOn
) -> None:
    on.open(ViewerMode.LOOK)
    canvas = panel.stage.canvas
    qtbot.waitUntil(lambda: canvas.is_sharp)
    canvas.take_step(ZoomStep.WHOLE)
    qtbot.waitUntil(lambda: canvas.is_sharp)

    def pixel(x: int, y: int) -> QColor:
        seen = canvas.grab().toImage()
        left, top = canvas.view.origin
        return seen.pixelColor(round(left + x * canvas.view.scale), round(top + y * canvas.view.scale))

    assert same(pixel(640, 404), RED)
    on.guides.show_grid(shows=True)
    assert not same(pixel(640, 404), RED)
    assert same(pixel(644, 404), RED)
    on.guides.show_rulers(shows=True)
    on.guides.add(Guide(Axis.VERTICAL, 701))
    QApplication.processEvents()
    qtbot.waitUntil(lambda: canvas.is_sharp)
    assert pixel(701, 404).name() == "#6aa9ff"
    # Turned, it would lie elsewhere.
    over = canvas.findChild(GuidesOver)
    assert over is not None
    assert over.lines.isVisible()
    on.made.viewer.look.turn()
    assert not over.lines.isVisible()


def test_guides_by_number(qtbot: QtBot, theme: Theme, panel: ViewerPanel, on: CroppingOn) -> None:
    crop_page(qtbot, panel, on)
    dialog = GuidesDialog(theme, on.guides, parent=panel)
    dialog.open()
    dialog.grid.click()
    next(cell for cell in dialog.scale.cells if cell.id == "2").click()
    QTest.keyClicks(dialog.fields[Axis.VERTICAL], "40, 1560")
    assert on.guides.state.shows_grid
    assert on.guides.state.shows_rulers
    assert on.guides.state.step == 16
    assert places(on.guides.state.guides, Axis.VERTICAL) == (40, 1560)
    dialog.accept()


# On a device


def test_a_picture_fills_the_screen_of_a_device_and_is_moved_on_it(
    qtbot: QtBot, panel: ViewerPanel, on: CroppingOn
) -> None:
    page = frame_page(qtbot, panel, on)
    ratio = page.pane.devicePixelRatioF()

    def at(x: float, y: float) -> QPoint:
        """A part of the screen, in the pane's own pixels."""
        screen = page.pane.screen_in_room
        return QPointF(
            (screen.x() + x * screen.width()) / ratio, (screen.y() + y * screen.height()) / ratio
        ).toPoint()

    def seen(x: float, y: float) -> QColor:
        qtbot.waitUntil(lambda: page.pane.is_sharp)
        return colour_at(page.pane.grab().toImage(), at(x, y))

    assert same(seen(0.25, 0.25), RED)
    assert same(seen(0.75, 0.25), GREEN)
    assert same(seen(0.25, 0.75), BLUE)
    beside = page.pane.grab().toImage().pixelColor(3, 3)
    assert beside.name() == "#19191b"
    drag(page.pane, at(0.9, 0.5), at(-3, 0.5))
    assert on.frame.state.focus.x > 0.6
    assert same(seen(0.25, 0.25), GREEN)
    QTest.keyClick(page.pane, Qt.Key.Key_Right, SHIFT)
    assert on.frame.state.focus.x < 0.9
    page.crop.click()
    assert on.made.viewer.look.state.mode is ViewerMode.CROP
    assert on.crop.state.cut.size == IPHONE.pixels


def test_the_corners_of_a_round_screen_show_no_picture(
    qtbot: QtBot, panel: ViewerPanel, on: CroppingOn
) -> None:
    page = frame_page(qtbot, panel, on)
    screen, image = page.pane.screen_in_room, page.pane.grab().toImage()
    for corner in (screen.topLeft() + QPointF(1, 1), screen.topRight() + QPointF(-2, 1)):
        assert not same(image.pixelColor(corner.toPoint()), RED)
        assert not same(image.pixelColor(corner.toPoint()), GREEN)


def test_a_device_is_seen_in_its_real_size(qtbot: QtBot, panel: ViewerPanel, on: CroppingOn) -> None:
    page = frame_page(qtbot, panel, on)
    assert page.view.fits
    on.made.actions.run("frame-scale-3")
    ratio = page.pane.devicePixelRatioF()
    assert page.pane.screen_in_room.width() == pytest.approx(IPHONE.pixels.width * ratio / 3)
    assert [chip.isChecked() for chip in page.scales] == [False, False, True]
    page.take_step(ZoomStep.FIT)
    assert page.view.fits
    assert not any(chip.isChecked() for chip in page.scales)


def test_everything_about_a_frame_is_chosen_with_keys(
    qtbot: QtBot, panel: ViewerPanel, on: CroppingOn
) -> None:
    page = frame_page(qtbot, panel, on)
    for action in ("frame-turn", "frame-fill", "frame-tone", "frame-safe"):
        on.made.actions.run(action)
    state = on.frame.state
    assert (state.lies, state.fills, state.is_light, state.shows_safe) == (True, False, True, True)
    assert page.pane.accessibleName() == "Picture on the screen of iPhone 16, lying, all of it"
    screen = page.pane.screen_in_room
    assert screen.width() > screen.height()
    names = [action.text().partition("\t")[0] for action in page.menu().actions() if action.isCheckable()]
    assert names == [device.name for device in devices()]

"""Drawing on a picture with mouse and keyboard, as it is seen."""

import asyncio
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from studio.domain.marks import MARK_COLOURS, Mark, MarkKind, Patch, PatchKind, Place
from studio.library.drawings import Drawing
from studio.ui.theme import Theme
from studio.ui.version_actions import VersionActions
from studio.ui.viewer.drawing.page import DrawingPage, Size
from studio.ui.viewer.drawing.surface import DrawingSurface
from studio.ui.viewer.markup.page import MarkupPage
from studio.ui.viewer.panel import ViewerPanel
from studio.ui.viewer.region.page import RegionPage
from studio.viewmodels.drawing_actions import DELETE, ERASE, THICKER, tool_id
from studio.viewmodels.markup_state import MarkTool
from studio.viewmodels.region_state import RegionTool
from studio.viewmodels.viewer_state import ViewerMode, ZoomStep
from tests.support.drawing import DrawingOn, drawing_on
from tests.support.gallery import Shelf
from tests.support.viewing import Viewing, pictures_in, viewing
from tests.support.window import by_hand, run_in_window, until

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
NO_KEY, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
GREY = (128, 128, 128)


@pytest.fixture
def made(shown: Shelf) -> Iterator[Viewing]:
    view = viewing(shown)
    yield view
    view.end()


@pytest.fixture
def on(made: Viewing) -> DrawingOn:
    return drawing_on(made)


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, shown: Shelf, made: Viewing, on: DrawingOn) -> ViewerPanel:
    panel = ViewerPanel(
        theme,
        viewer=made.viewer,
        thumbnails=shown.thumbnails,
        saving=shown.saving,
        versions=VersionActions(theme, shown.saving, shown.thumbnails, owner=QWidget()),
        actions=made.actions,
    )
    canvas, viewer, thumbnails = panel.stage.canvas, made.viewer, shown.thumbnails
    panel.take_mode(
        ViewerMode.MARK_UP,
        lambda: MarkupPage(
            theme,
            viewer=viewer,
            thumbnails=thumbnails,
            markup=on.markup,
            actions=made.actions,
            beside=canvas,
        ),
        words="Mark up",
        icon="pencil",
    )
    panel.take_mode(
        ViewerMode.REGION,
        lambda: RegionPage(
            theme,
            viewer=viewer,
            thumbnails=thumbnails,
            region=on.region,
            actions=made.actions,
            beside=canvas,
        ),
        words="Region",
        icon="square-dashed",
    )
    qtbot.addWidget(panel)
    panel.resize(900, 700)
    panel.show()
    return panel


def open_picture(panel: ViewerPanel, on: DrawingOn, mode: ViewerMode, width: int, height: int) -> DrawingPage:
    """The first of two; nothing was drawn on them before."""
    ids = on.made.hold(pictures_in(on.made.shown, 2, width=width, height=height, colours=(GREY,)))
    for name in ids:
        on.drawings.change(name, Drawing())
    on.made.viewer.open(ids, ids[0])
    on.made.viewer.look.set_mode(mode)
    page = page_of(panel)
    page.setFocus()
    return page


def page_of(panel: ViewerPanel) -> DrawingPage:
    page = panel.modes.currentWidget()
    assert isinstance(page, DrawingPage)
    return page


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def markup_page(
    qtbot: QtBot, panel: ViewerPanel, on: DrawingOn, width: int = 1600, height: int = 1200
) -> MarkupPage:
    page = open_picture(panel, on, ViewerMode.MARK_UP, width, height)
    assert isinstance(page, MarkupPage)
    qtbot.waitUntil(lambda: page.canvas.is_sharp)
    return page


def region_page(
    qtbot: QtBot, panel: ViewerPanel, on: DrawingOn, width: int = 1600, height: int = 1200
) -> RegionPage:
    page = open_picture(panel, on, ViewerMode.REGION, width, height)
    assert isinstance(page, RegionPage)
    qtbot.waitUntil(lambda: page.canvas.is_sharp)
    return page


def point(surface: DrawingSurface, place: Place) -> QPoint:
    return surface.placing.point(place).toPoint()


def press(surface: DrawingSurface, place: Place, button: Qt.MouseButton = LEFT) -> None:
    QTest.mousePress(surface, button, NO_KEY, point(surface, place))


def lead(
    surface: DrawingSurface,
    place: Place,
    button: Qt.MouseButton = LEFT,
    key: Qt.KeyboardModifier = NO_KEY,
) -> None:
    """Move the mouse there with this button down."""
    at = QPointF(point(surface, place))
    kind, none = QEvent.Type.MouseMove, Qt.MouseButton.NoButton
    QApplication.sendEvent(surface, QMouseEvent(kind, at, surface.mapToGlobal(at), none, button, key))


def drag(
    surface: DrawingSurface,
    *places: Place,
    button: Qt.MouseButton = LEFT,
    key: Qt.KeyboardModifier = NO_KEY,
) -> None:
    QTest.mousePress(surface, button, key, point(surface, places[0]))
    for place in places[1:]:
        lead(surface, place, button, key)
    QTest.mouseRelease(surface, button, key, point(surface, places[-1]))


def near(one: Place, other: Place, by: float = 0.003) -> bool:
    return abs(one[0] - other[0]) < by and abs(one[1] - other[1]) < by


def colour_at(page: MarkupPage | RegionPage, place: Place) -> str:
    """As it is seen."""
    image = page.canvas.grab().toImage()
    return image.pixelColor((page.surface.placing.point(place) * image.devicePixelRatio()).toPoint()).name()


@pytest.mark.parametrize("scale", [None, 0.4, 1.0, 3.0])
def test_a_mark_lies_where_it_is_drawn_at_any_zoom(
    qtbot: QtBot, panel: ViewerPanel, on: DrawingOn, scale: float | None
) -> None:
    page = markup_page(qtbot, panel, on)
    if scale:
        page.canvas.zoom(scale * page.canvas.devicePixelRatioF())
        page.canvas.move_by(QPointF(20, 10))
    on.markup.choose_tool(MarkTool.BOX)
    places = page.surface.placing
    first, last = places.place(QPointF(300, 200)), places.place(QPointF(500, 380))
    drag(page.surface, first, (first[0] + 0.01, first[1] + 0.01), last)
    (mark,) = on.markup.state.marks
    assert mark.kind is MarkKind.BOX
    assert near(mark.places[0], first)
    assert near(mark.places[1], last)
    on.markup.choose(None)
    # It is seen on its line, and not in its middle.
    middle = ((first[0] + last[0]) / 2, first[1])
    assert colour_at(page, middle) == MARK_COLOURS[0]
    assert colour_at(page, ((first[0] + last[0]) / 2, (first[1] + last[1]) / 2)) == "#808080"


def test_every_tool_draws_its_mark(qtbot: QtBot, panel: ViewerPanel, on: DrawingOn) -> None:
    surface = markup_page(qtbot, panel, on).surface
    for tool in (MarkTool.ARROW, MarkTool.BOX, MarkTool.FREEHAND):
        on.made.actions.run(tool_id(tool))
        drag(surface, (0.2, 0.2), (0.3, 0.5), (0.6, 0.4))
    on.made.actions.run(tool_id(MarkTool.TEXT))
    drag(surface, (0.1, 0.7))
    QTest.keyClicks(focus(), "make it blue")
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    marks = on.markup.state.marks
    assert [mark.kind.value for mark in marks] == ["arrow", "box", "freehand", "text"]
    assert marks[3].text == "make it blue"
    assert near(marks[3].places[0], (0.1, 0.7))
    assert near(marks[0].places[1], (0.6, 0.4))
    assert surface.hasFocus()
    assert page_of(panel).line.words == "4 marks"


def test_a_click_draws_nothing_but_a_dot_of_the_pen(qtbot: QtBot, panel: ViewerPanel, on: DrawingOn) -> None:
    surface = markup_page(qtbot, panel, on).surface
    for tool in (MarkTool.SELECT, MarkTool.ARROW, MarkTool.BOX):
        on.markup.choose_tool(tool)
        drag(surface, (0.5, 0.5))
    assert on.markup.state.marks == ()
    on.markup.choose_tool(MarkTool.FREEHAND)
    drag(surface, (0.5, 0.5))
    assert len(on.markup.state.marks) == 1


def test_wheel_middle_button_and_space_move_the_picture_and_draw_nothing(
    qtbot: QtBot, panel: ViewerPanel, on: DrawingOn
) -> None:
    page = markup_page(qtbot, panel, on)
    surface = page.surface
    page.canvas.zoom(page.canvas.devicePixelRatioF())
    before = surface.placing.place(QPointF(100, 100))
    drag(surface, (0.5, 0.5), (0.52, 0.52), button=MIDDLE)
    moved = surface.placing.place(QPointF(100, 100))
    assert near((before[0] - 0.02, before[1] - 0.02), moved)
    QTest.keyPress(surface, Qt.Key.Key_Space)
    drag(surface, (0.5, 0.5), (0.48, 0.48))
    QTest.keyRelease(surface, Qt.Key.Key_Space)
    assert near(surface.placing.place(QPointF(100, 100)), before)
    assert on.markup.state.marks == ()
    on.markup.choose_tool(MarkTool.BOX)
    drag(surface, (0.4, 0.4), (0.5, 0.5))
    assert len(on.markup.state.marks) == 1


def test_a_mark_is_taken_moved_and_given_another_shape(
    qtbot: QtBot, panel: ViewerPanel, on: DrawingOn
) -> None:
    surface = markup_page(qtbot, panel, on).surface
    on.markup.add(Mark(MarkKind.BOX, ((0.2, 0.2), (0.4, 0.4))))
    on.markup.add(Mark(MarkKind.ARROW, ((0.6, 0.6), (0.8, 0.8))))
    on.markup.choose_tool(MarkTool.SELECT)
    # By its line; its inside is the picture's.
    drag(surface, (0.3, 0.3))
    assert on.markup.state.chosen is None
    drag(surface, (0.3, 0.2), (0.35, 0.3), (0.4, 0.4))
    assert on.markup.state.chosen == 0
    box = on.markup.state.marks[0]
    assert near(box.places[0], (0.3, 0.4))
    assert near(box.places[1], (0.5, 0.6))
    drag(surface, (0.5, 0.6), (0.55, 0.65), (0.6, 0.7))
    assert near(on.markup.state.marks[0].places[0], (0.3, 0.4))
    assert near(on.markup.state.marks[0].places[1], (0.6, 0.7))
    drag(surface, (0.65, 0.65))
    assert on.markup.state.chosen == 1
    drag(surface, (0.8, 0.8), (0.85, 0.7), (0.9, 0.6))
    assert near(on.markup.state.marks[1].places[1], (0.9, 0.6))


def test_every_step_is_undone_and_redone_by_keys(qtbot: QtBot, panel: ViewerPanel, on: DrawingOn) -> None:
    page = markup_page(qtbot, panel, on)
    on.markup.choose_tool(MarkTool.BOX)
    drag(page.surface, (0.2, 0.2), (0.3, 0.3), (0.4, 0.4))
    on.markup.choose_colour("#ffffff")
    on.made.actions.run(THICKER)
    on.made.actions.run(DELETE)
    assert on.markup.state.marks == ()
    for _ in range(2):
        QTest.keyClick(page.surface, Qt.Key.Key_Z, CONTROL)
    assert [mark.colour for mark in on.markup.state.marks] == ["#ffffff"]
    # Wherever the keyboard is on the page.
    page.colours.cells[0].setFocus()
    for _ in range(2):
        QTest.keyClick(focus(), Qt.Key.Key_Z, CONTROL)
    assert on.markup.state.marks == ()
    assert not page.undo.isEnabled()
    for key in ((Qt.Key.Key_Z, CONTROL | SHIFT), (Qt.Key.Key_Y, CONTROL)):
        QTest.keyClick(page.surface, *key)
    assert [mark.colour for mark in on.markup.state.marks] == ["#ffffff"]


def test_words_are_edited_where_they_stand(qtbot: QtBot, panel: ViewerPanel, on: DrawingOn) -> None:
    page = markup_page(qtbot, panel, on)
    on.markup.write("make it blue", (0.3, 0.3))
    on.markup.choose_tool(MarkTool.SELECT)
    place = page.surface.placing.point((0.3, 0.3)).toPoint() + QPoint(10, 8)
    QTest.mouseDClick(page.surface, LEFT, NO_KEY, place)
    assert page.surface.editor.toPlainText() == "make it blue"
    assert page.surface.editor.hasFocus()
    QTest.keyClicks(page.surface.editor, "make it red")
    # A click elsewhere is enough.
    QTest.mouseClick(page.surface, LEFT, NO_KEY, point(page.surface, (0.8, 0.8)))
    assert [mark.text for mark in on.markup.state.marks] == ["make it red"]
    on.markup.choose(0)
    QTest.keyClick(page.surface, Qt.Key.Key_Return)
    assert page.surface.editor.isVisible()
    QTest.keyClick(page.surface.editor, Qt.Key.Key_Escape)
    assert not page.surface.editor.isVisible()
    assert on.made.viewer.look.state.mode is ViewerMode.MARK_UP


def test_escape_gives_up_what_is_begun_then_leaves_with_what_was_drawn_kept(
    qtbot: QtBot, panel: ViewerPanel, on: DrawingOn
) -> None:
    page = markup_page(qtbot, panel, on)
    on.markup.choose_tool(MarkTool.BOX)
    drag(page.surface, (0.2, 0.2), (0.3, 0.3), (0.4, 0.4))
    press(page.surface, (0.5, 0.5))
    lead(page.surface, (0.7, 0.7))
    QTest.keyClick(page.surface, Qt.Key.Key_Escape)
    QTest.mouseRelease(page.surface, LEFT, NO_KEY, point(page.surface, (0.7, 0.7)))
    assert len(on.markup.state.marks) == 1
    assert on.made.viewer.look.state.mode is ViewerMode.MARK_UP
    QTest.keyClick(page.surface, Qt.Key.Key_Escape)
    assert on.made.viewer.look.state.mode is ViewerMode.LOOK
    assert on.made.viewer.state.is_open
    on.made.viewer.look.set_mode(ViewerMode.MARK_UP)
    assert len(on.markup.state.marks) == 1


def test_marks_are_made_and_moved_with_the_keyboard_alone(
    qtbot: QtBot, panel: ViewerPanel, on: DrawingOn
) -> None:
    surface = markup_page(qtbot, panel, on).surface
    on.made.actions.run(tool_id(MarkTool.ARROW))
    QTest.keyClick(surface, Qt.Key.Key_Return)
    (mark,) = on.markup.state.marks
    QTest.keyClick(surface, Qt.Key.Key_Right)
    QTest.keyClick(surface, Qt.Key.Key_Right, SHIFT)
    (there,) = on.markup.state.marks
    moved = surface.placing.point(there.places[0]) - surface.placing.point(mark.places[0])
    assert (round(moved.x()), round(moved.y())) == (11, 0)
    assert surface.accessibleName() == "Marks: Arrow, 1 of 1"
    QTest.keyClick(surface, Qt.Key.Key_Return)
    assert len(on.markup.state.marks) == 1
    on.made.actions.run(tool_id(MarkTool.BOX))
    QTest.keyClick(surface, Qt.Key.Key_Return)
    on.made.actions.run(tool_id(MarkTool.SELECT))
    on.markup.choose(None)
    for number in (0, 1):
        QTest.keyClick(surface, Qt.Key.Key_Tab)
        assert on.markup.state.chosen == number
    QTest.keyClick(surface, Qt.Key.Key_Tab)
    assert not surface.hasFocus()


def test_what_is_begun_on_one_picture_is_not_drawn_on_another(
    qtbot: QtBot, panel: ViewerPanel, on: DrawingOn
) -> None:
    page = markup_page(qtbot, panel, on)
    on.markup.choose_tool(MarkTool.TEXT)
    drag(page.surface, (0.5, 0.5))
    QTest.keyClicks(page.surface.editor, "here")
    on.made.viewer.next()
    assert on.markup.state.ready
    assert not page.surface.editor.isVisible()
    on.markup.choose_tool(MarkTool.BOX)
    press(page.surface, (0.2, 0.2))
    lead(page.surface, (0.6, 0.6))
    on.made.viewer.previous()
    QTest.mouseRelease(page.surface, LEFT, NO_KEY, point(page.surface, (0.6, 0.6)))
    assert on.markup.state.marks == ()


def test_shift_draws_squares_and_straight_arrows(qtbot: QtBot, panel: ViewerPanel, on: DrawingOn) -> None:
    surface = markup_page(qtbot, panel, on, 1600, 800).surface
    on.markup.choose_tool(MarkTool.BOX)
    drag(surface, (0.2, 0.2), (0.3, 0.3), (0.4, 0.3), key=SHIFT)
    on.markup.choose_tool(MarkTool.ARROW)
    drag(surface, (0.5, 0.5), (0.6, 0.52), (0.8, 0.53), key=SHIFT)
    box, arrow = on.markup.state.marks
    (left, top), (right, bottom) = box.places
    assert abs((right - left) * 1600 - (bottom - top) * 800) < 1
    assert arrow.places[0][1] == arrow.places[1][1]


def test_the_page_looks_at_the_picture_as_the_viewer_did(
    qtbot: QtBot, panel: ViewerPanel, on: DrawingOn
) -> None:
    page = markup_page(qtbot, panel, on)
    on.made.viewer.look.set_mode(ViewerMode.LOOK)
    panel.stage.canvas.zoom(2.0, QPointF(10, 10))
    view = panel.stage.canvas.view
    on.made.viewer.look.set_mode(ViewerMode.MARK_UP)
    assert (page.view.scale, page.view.x, page.view.y) == pytest.approx((view.scale, view.x, view.y))
    panel.head.fit.click()
    assert page.view.fits
    on.made.viewer.look.zoom(ZoomStep.WHOLE)
    assert page.view.scale == 1.0
    on.made.viewer.look.set_mode(ViewerMode.LOOK)
    assert panel.stage.canvas.view.scale == 1.0


def test_everything_on_the_pages_has_a_name(qtbot: QtBot, panel: ViewerPanel, on: DrawingOn) -> None:
    marks = markup_page(qtbot, panel, on)
    on.made.viewer.look.set_mode(ViewerMode.REGION)
    for page in (marks, page_of(panel)):
        assert page.accessibleName()
        assert all(one.accessibleName() or one.text() for one in page.findChildren(QAbstractButton))
        assert all(size.accessibleName() for size in page.findChildren(Size))
    names = [cell.accessibleName() for cell in marks.tools.cells]
    assert names == ["Select", "Arrow", "Box", "Freehand", "Text"]
    assert marks.tools.cells[1].toolTip() == "Arrow (A)"


# The region


def test_a_box_frees_what_lies_in_it(qtbot: QtBot, panel: ViewerPanel, on: DrawingOn) -> None:
    page = region_page(qtbot, panel, on)
    assert colour_at(page, (0.8, 0.8)) == "#808080"
    drag(page.surface, (0.2, 0.2), (0.3, 0.3), (0.6, 0.6))
    veiled = colour_at(page, (0.8, 0.8))
    assert QColor(veiled).lightness() < 100
    (patch,) = on.region.state.region.patches
    assert (patch.kind, patch.erases) == (PatchKind.BOX, False)
    assert near(patch.places[0], (0.2, 0.2))
    assert near(patch.places[1], (0.6, 0.6))
    assert colour_at(page, (0.3, 0.3)) == "#808080"
    # Where the edge is blended it is lighter than under the veil, and darker than within.
    fades = QColor(colour_at(page, (0.605, 0.4))).lightness()
    assert QColor(veiled).lightness() < fades < 128


def test_the_brush_paints_and_rubs_out(qtbot: QtBot, panel: ViewerPanel, on: DrawingOn) -> None:
    page = region_page(qtbot, panel, on)
    surface = page.surface
    on.region.feather(0)
    on.region.choose_tool(RegionTool.BRUSH)
    on.region.choose_radius(0.05)
    press(surface, (0.2, 0.5))
    lead(surface, (0.5, 0.5))
    # It is seen before the button is let go.
    assert colour_at(page, (0.35, 0.5)) == "#808080"
    veiled = colour_at(page, (0.9, 0.9))
    assert veiled != "#808080"
    lead(surface, (0.8, 0.5))
    QTest.mouseRelease(surface, LEFT, NO_KEY, point(surface, (0.8, 0.5)))
    assert colour_at(page, (0.7, 0.53)) == "#808080"
    on.made.actions.run(ERASE)
    drag(surface, (0.5, 0.3), (0.5, 0.5), (0.5, 0.7))
    assert colour_at(page, (0.5, 0.5)) == veiled
    assert [patch.erases for patch in on.region.state.region.patches] == [False, True]
    assert all(patch.radius == 0.05 for patch in on.region.state.region.patches)
    QTest.keyClick(surface, Qt.Key.Key_Z, CONTROL)
    assert colour_at(page, (0.5, 0.5)) == "#808080"
    QTest.keyClick(surface, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert colour_at(page, (0.5, 0.5)) == veiled


def test_a_stroke_that_is_given_up_leaves_nothing(qtbot: QtBot, panel: ViewerPanel, on: DrawingOn) -> None:
    page = region_page(qtbot, panel, on)
    on.region.add(Patch(PatchKind.BOX, ((0.8, 0.8), (0.9, 0.9))))
    veiled = QColor(colour_at(page, (0.4, 0.5))).lightness()
    assert veiled < 100
    on.region.choose_tool(RegionTool.BRUSH)
    press(page.surface, (0.2, 0.5))
    lead(page.surface, (0.6, 0.5))
    QTest.keyClick(page.surface, Qt.Key.Key_Escape)
    assert len(on.region.state.region.patches) == 1
    assert QColor(colour_at(page, (0.4, 0.5))).lightness() == pytest.approx(veiled, abs=2)
    on.region.clear()
    assert colour_at(page, (0.4, 0.5)) == "#808080"


def test_the_composer_is_told_with_one_button(
    qtbot: QtBot, qapp: QApplication, panel: ViewerPanel, on: DrawingOn
) -> None:
    page = region_page(qtbot, panel, on)
    assert not page.line.use.isEnabled()
    drag(page.surface, (0.2, 0.2), (0.3, 0.3), (0.6, 0.6))

    async def story() -> None:
        on.made.shown.around.tasks.begin(asyncio.get_running_loop())
        await by_hand(page.line.use.click)
        await until(lambda: on.composer.recipe.region == on.region.state.region)
        assert page.line.words == "In use: only this region may change"
        assert page.line.use.isHidden()
        await by_hand(page.line.stop.click)
        assert on.composer.recipe.region is None
        assert page.line.use.isVisible()
        await on.composer.finish()
        await on.made.shown.around.tasks.end()

    run_in_window(qapp, story())


def test_the_largest_picture_is_drawn_on(qtbot: QtBot, panel: ViewerPanel, on: DrawingOn) -> None:
    page = region_page(qtbot, panel, on, 12288, 1536)
    drag(page.surface, (0.2, 0.2), (0.25, 0.3), (0.3, 0.6))
    on.made.viewer.look.set_mode(ViewerMode.MARK_UP)
    marks = panel.modes.currentWidget()
    assert isinstance(marks, MarkupPage)
    marks.canvas.take_step(ZoomStep.WHOLE)
    on.markup.choose_tool(MarkTool.ARROW)
    places = marks.surface.placing
    ends = places.place(QPointF(100, 100)), places.place(QPointF(400, 300))
    drag(marks.surface, ends[0], (ends[0][0] + 0.005, ends[0][1]), ends[1])
    assert near(on.markup.state.marks[0].places[1], ends[1], 0.0005)
    assert near(on.region.state.region.patches[0].places[1], (0.3, 0.6))


def test_tab_leads_through_the_page_as_it_is_read(qtbot: QtBot, panel: ViewerPanel, on: DrawingOn) -> None:
    page = markup_page(qtbot, panel, on)
    for _ in range(2):
        on.markup.add(Mark(MarkKind.BOX, ((0.2, 0.2), (0.4, 0.4))))
    on.markup.undo()
    on.markup.choose_tool(MarkTool.BOX)
    page.tools.cells[2].setFocus(Qt.FocusReason.TabFocusReason)
    names = [focus().accessibleName()]
    while focus() is not page.line.use:
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
        names.append(focus().accessibleName())
    assert names[:-1] == ["Box", "Pink", "Thickness", "Undo", "Redo", "Clear", "Marks: 1 mark"]

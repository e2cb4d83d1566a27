"""Cropping without its widgets: chosen, kept for each version, handed on; and frames that lead to it."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.domain.crop import CORNER, Cut, Lock, LockKind
from studio.domain.export import Encoding, Format, Layout, Preset
from studio.domain.export_sizes import Box, Focus, SizeKind, SizeRule, resolve
from studio.domain.geometry import PixelSize
from studio.settings.devices import devices
from studio.viewmodels.crop_export import with_crop, with_focus
from studio.viewmodels.crop_words import crop_words, line_words
from studio.viewmodels.export_draft import ExportDraft
from studio.viewmodels.viewer_state import ViewerMode
from tests.support.cropping import CroppingOn, cropping_on
from tests.support.gallery import Shelf, shelf
from tests.support.viewing import viewing
from tests.support.window import run_in_window, surroundings, until

if TYPE_CHECKING:
    from studio.domain.devices import Device

WIDE = Lock(LockKind.RATIO, 16, 9)
SIZE = PixelSize(1600, 1200)


@pytest.fixture
def shown(qapp: QApplication, tmp_path: Path) -> Iterator[Shelf]:
    del qapp
    made = shelf(surroundings(tmp_path))
    yield made
    made.thumbnails.end()


@pytest.fixture
def on(shown: Shelf) -> Iterator[CroppingOn]:
    view = viewing(shown)
    yield cropping_on(view)
    view.end()


def test_it_begins_with_all_of_the_picture(on: CroppingOn) -> None:
    on.open(ViewerMode.CROP)
    state = on.crop.state
    assert state.is_whole
    assert state.box == Box(0, 0, 1600, 1200)
    assert crop_words(state) == "Crop: all of the picture, 1600 × 1200 px"


def test_a_ratio_that_is_locked_holds_whatever_is_done_then(on: CroppingOn) -> None:
    on.open(ViewerMode.CROP)
    on.crop.lock(WIDE)
    assert on.crop.state.box == Box(0, 150, 1600, 900)
    on.crop.pull(on.crop.state.box, CORNER, 800, 0)
    assert on.crop.state.box == Box(0, 150, 800, 450)
    on.crop.size(1280, 450)
    assert on.crop.state.box.size == PixelSize(1280, 720)
    on.crop.turn()
    assert on.crop.state.lock == Lock(LockKind.RATIO, 9, 16)
    assert on.crop.state.box.size == PixelSize(675, 1200)
    on.crop.lock_original()
    assert on.crop.state.is_whole


def test_every_step_can_be_taken_back_and_a_drag_is_one_step(on: CroppingOn) -> None:
    on.open(ViewerMode.CROP)
    crop = on.crop
    for x in (400.0, 600.0, 800.0):
        crop.draw((100.0, 100.0), (x, 500.0), same="drag 1")
    drawn = crop.state.box
    assert drawn == Box(100, 100, 700, 400)
    crop.nudge(10, 0)
    crop.nudge(10, 0)
    assert crop.state.box.left == 120
    crop.undo()
    assert crop.state.box == drawn
    crop.undo()
    assert crop.state.is_whole
    crop.redo()
    assert crop.state.box == drawn
    crop.clear()
    assert crop.state.is_whole


def test_each_picture_keeps_its_own_crop(on: CroppingOn) -> None:
    first, second = on.open(ViewerMode.CROP)
    on.crop.lock(WIDE)
    cut = on.crop.state.cut
    on.made.viewer.show(second)
    assert on.crop.state.is_whole
    on.made.viewer.look.set_mode(ViewerMode.LOOK)
    on.made.viewer.show(first)
    on.made.viewer.look.set_mode(ViewerMode.CROP)
    assert on.crop.state.cut == cut
    assert on.crop.focus_of(first) == Focus(0.5, 0.5)
    assert on.crop.focus_of(second) is None


def test_exact_pixels_are_cut_as_they_are_and_can_only_be_moved(on: CroppingOn) -> None:
    on.open(ViewerMode.CROP)
    on.crop.lock(Lock(LockKind.PIXELS, 512, 512))
    assert on.crop.state.box == Box(544, 344, 512, 512)
    on.crop.pull(on.crop.state.box, CORNER, 1500, 1100)
    on.crop.grow(100, 0)
    assert on.crop.state.box.size == PixelSize(512, 512)
    on.crop.draw((0.0, 0.0), (100.0, 100.0))
    assert on.crop.state.box == Box(0, 0, 512, 512)
    on.crop.size(640, 512)
    assert on.crop.state.lock == Lock(LockKind.PIXELS, 640, 512)
    assert on.crop.state.box.size == PixelSize(640, 512)


def test_what_is_handed_on_has_the_pixels_that_were_said(on: CroppingOn) -> None:
    first, _ = on.open(ViewerMode.CROP)
    asked, focused = QSignalSpy(on.crop.export_requested), QSignalSpy(on.crop.focus_requested)
    on.crop.lock(WIDE)
    on.crop.export()
    version, rule = asked.at(0)
    assert version == first
    assert resolve(rule, SIZE).size == PixelSize(1600, 900)
    phone = next(device for device in devices() if device.name == "iPhone 16")
    on.crop.lock(Lock(LockKind.SCREEN, phone.pixels.width, phone.pixels.height, phone.name))
    on.crop.export()
    assert resolve(asked.at(1)[1], SIZE).size == phone.pixels
    assert line_words(on.crop.state)[1] == "warning"
    on.crop.export_around()
    assert focused.at(0) == [first, Focus(0.5, 0.5)]


def test_a_crop_on_the_clipboard_is_that_part_of_the_picture(qapp: QApplication, on: CroppingOn) -> None:
    on.open(ViewerMode.CROP)
    # The picture has red, green, blue and red quarters.
    on.crop.draw((800.0, 0.0), (1600.0, 600.0))

    async def story() -> None:
        on.made.shown.around.tasks.begin(asyncio.get_running_loop())
        on.crop.copy()
        await until(lambda: not qapp.clipboard().image().isNull())

    qapp.clipboard().clear()
    run_in_window(qapp, story())
    image = qapp.clipboard().image()
    assert (image.width(), image.height()) == (800, 600)
    assert {image.pixelColor(x, y).name() for x, y in ((0, 0), (799, 599), (400, 300))} == {"#1ea03c"}


def test_a_crop_changes_what_the_export_dialog_begins_with() -> None:
    preset = Preset("Asset", Encoding(Format.ORIGINAL), sizes=(SizeRule(), SizeRule()), layout=Layout.IOS)
    rule = SizeRule(SizeKind.CROP, box=Box(1, 2, 3, 4))
    cropped = with_crop(ExportDraft(preset, preset), rule).preset
    assert [(one.kind, one.box) for one in cropped.sizes] == [(SizeKind.CROP, Box(1, 2, 3, 4))]
    assert (cropped.encoding.format, cropped.layout) == (Format.PNG, Layout.FLAT)


def test_a_focus_is_for_the_sizes_that_cut_something_off() -> None:
    sizes = (SizeRule(SizeKind.FILL, 9, 9), SizeRule(SizeKind.WIDTH, 9), SizeRule(SizeKind.RATIO, 1, 1))
    preset = Preset("Cards", sizes=sizes)
    kept = with_focus(ExportDraft(preset, preset), Focus(0.1, 0.9)).preset.sizes
    assert [rule.focus for rule in kept] == [Focus(0.1, 0.9), Focus(), Focus(0.1, 0.9)]


# On a device


def test_a_device_leads_to_the_crop_that_is_seen_on_its_screen(on: CroppingOn) -> None:
    on.open(ViewerMode.FRAME)
    frame, phone = on.frame, devices()[0]
    assert frame.state.device == phone
    frame.drag(-10_000, 0)
    frame.crop()
    assert on.made.viewer.look.state.mode is ViewerMode.CROP
    cut = on.crop.state.cut
    assert cut.lock == Lock(LockKind.SCREEN, 1179, 2556, phone.name)
    assert cut.box == Box(1600 - cut.box.width, 0, cut.box.width, 1200)
    assert cut.size == phone.pixels


def test_a_phone_that_lies_crops_to_a_lying_screen(on: CroppingOn) -> None:
    on.open(ViewerMode.FRAME)
    on.frame.turn()
    on.frame.crop()
    assert on.crop.state.cut.size == PixelSize(2556, 1179)


def test_a_laptop_can_not_be_turned(on: CroppingOn) -> None:
    on.open(ViewerMode.FRAME)
    laptop = next(device for device in devices() if not device.kind.can_turn)
    on.frame.choose(laptop)
    on.frame.turn()
    assert on.frame.state.seen == laptop


def test_all_devices_come_in_turn(on: CroppingOn) -> None:
    on.open(ViewerMode.FRAME)
    seen: list[Device] = []
    for _ in devices():
        seen.append(on.frame.state.device)
        on.frame.next_device()
    assert tuple(seen) == devices()
    assert on.frame.state.device == devices()[0]


def test_a_crop_says_what_stays_in_sight_on_a_screen(on: CroppingOn) -> None:
    on.open(ViewerMode.CROP)
    on.crop.draw((0.0, 0.0), (200.0, 200.0))
    on.made.viewer.look.set_mode(ViewerMode.FRAME)
    assert on.frame.state.focus == Focus(100 / 1600, 100 / 1200)
    assert on.frame.state.cut.box.left == 0


def test_a_crop_that_was_drawn_before_can_be_undone_to(on: CroppingOn) -> None:
    on.open(ViewerMode.CROP)
    on.crop.lock(WIDE)
    before = on.crop.state.cut
    on.made.viewer.look.set_mode(ViewerMode.FRAME)
    on.frame.crop()
    on.crop.undo()
    assert on.crop.state.cut == before


def test_the_mode_is_where_its_keys_hold(on: CroppingOn, qtbot: QtBot) -> None:
    del qtbot
    on.open(ViewerMode.LOOK)
    actions = on.made.actions
    actions.run("crop")
    assert on.made.viewer.look.state.mode is ViewerMode.CROP
    actions.run("crop-ratio-16:9")
    assert on.crop.state.cut == Cut(Box(0, 150, 1600, 900), WIDE)
    actions.run("crop-clear")
    assert on.crop.state.is_whole
    actions.run("frame")
    assert on.made.viewer.look.state.mode is ViewerMode.FRAME
    on.made.viewer.step_back()
    assert on.made.viewer.look.state.mode is ViewerMode.LOOK

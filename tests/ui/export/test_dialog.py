"""The export dialog itself, by mouse and by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget

from studio.domain.export import Format, Profile
from studio.domain.export_sizes import Focus, SizeKind, SizeRule
from studio.ui.export.card import ExportCard
from studio.ui.export.dialog import ExportDialog
from studio.viewmodels.thumbnails import Thumbnails
from tests.support.exporting import Hand, hand, known
from tests.support.window import by_hand, run_in_window, surroundings, until

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QAbstractButton

    from studio.ui.kit import ComboField
    from studio.ui.theme import Theme
    from studio.viewmodels.export import ExportViewModel

IOS, WEB, CARDS = "iOS asset · @1x @2x @3x", "Web srcset · WebP", "Social cards"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def person(qapp: QApplication, tmp_path: Path) -> Hand:
    return hand(surroundings(tmp_path), tmp_path / "Designs" / "spring")


@pytest.fixture
def thumbnails(person: Hand) -> Iterator[Thumbnails]:
    made = Thumbnails(folder=person.around.folder, bridge=person.around.bridge, tasks=person.around.tasks)
    yield made
    made.end()


def run(
    qapp: QApplication,
    theme: Theme,
    person: Hand,
    thumbnails: Thumbnails,
    preset: str,
    act: Callable[[ExportDialog, ExportViewModel], Awaitable[None]],
    *,
    count: int = 2,
) -> None:
    """Open the dialog for so many pictures, and act in it."""

    async def story() -> None:
        async with person.around.engine():
            export = person.open(await person.bring(count), preset=preset)
            dialog = ExportDialog(theme, export, thumbnails)
            ended = QSignalSpy(dialog.finished)
            person.around.tasks.start(dialog.ask)
            await until(dialog.isVisible)
            await known(export)
            await act(dialog, export)
            if not ended.count():
                dialog.reject()
            await until(lambda: not person.exporting.state.running)

    run_in_window(qapp, story())


async def click(button: QAbstractButton) -> None:
    await by_hand(lambda: QTest.mouseClick(button, LEFT))


async def press(widget: QWidget, key: Qt.Key) -> None:
    await by_hand(lambda: QTest.keyClick(widget, key))


def choose(combo: ComboField, id_: str) -> None:
    combo.set_value(id_)
    combo.picked.emit(id_)


def menu_of(widget: QWidget) -> QMenu:
    (menu,) = [one for one in widget.findChildren(QMenu) if one.isVisible()]
    return menu


def take(menu: QMenu, text: str) -> None:
    (action,) = [one for one in menu.actions() if one.text().startswith(text)]
    action.trigger()
    menu.close()


def test_enter_exports_at_once(
    qapp: QApplication, theme: Theme, person: Hand, thumbnails: Thumbnails
) -> None:
    async def act(dialog: ExportDialog, export: ExportViewModel) -> None:
        ended = QSignalSpy(dialog.finished)
        assert dialog.windowTitle() == "Export 2 images"
        assert dialog.focusWidget() is dialog.export
        assert dialog.export.text() == "Export 6 files"
        await press(dialog.export, Qt.Key.Key_Return)
        await until(lambda: person.said() == ["6 files exported."])
        await until(ended.count)

    run(qapp, theme, person, thumbnails, IOS, act)
    assert len([name for name in person.names() if name.endswith(".png")]) == 6


def test_escape_cancels_and_nothing_is_written(
    qapp: QApplication, theme: Theme, person: Hand, thumbnails: Thumbnails
) -> None:
    async def act(dialog: ExportDialog, export: ExportViewModel) -> None:
        await press(dialog.folder.field, Qt.Key.Key_Escape)
        assert not dialog.isVisible()
        export.encode(quality=3)
        assert export.rests, "nobody wants to know any more"

    run(qapp, theme, person, thumbnails, IOS, act)
    assert person.names() == []


def test_closed_while_files_are_written_a_card_goes_on_and_stops_it(
    qapp: QApplication, theme: Theme, person: Hand, thumbnails: Thumbnails
) -> None:
    host = QWidget()
    host.resize(800, 600)
    host.show()
    card = ExportCard(theme, person.exporting, host=host)
    assert not card.isVisible()

    async def act(dialog: ExportDialog, export: ExportViewModel) -> None:
        card.stand_back(back=True)
        await click(dialog.export)
        assert dialog.progress.isVisible()
        assert not card.isVisible()
        assert dialog.cancel.text() == "Close"
        await click(dialog.cancel)
        card.stand_back(back=False)
        assert card.isVisible()
        assert card.geometry().right() < host.width()
        await until(lambda: "files exported" in card.progress.words)
        await click(card.progress.stop)
        await until(person.said)
        assert person.said()[0].startswith("Stopped: ")
        await until(lambda: not card.isVisible())

    run(qapp, theme, person, thumbnails, IOS, act, count=40)
    host.close()


def test_any_change_shows_that_the_preset_is_changed_and_it_can_be_had_back(
    qapp: QApplication, theme: Theme, person: Hand, thumbnails: Thumbnails
) -> None:
    async def act(dialog: ExportDialog, export: ExportViewModel) -> None:
        combo = dialog.preset.combo.combo
        assert combo.currentText() == WEB
        changes = (
            lambda: dialog.format.quality.setValue(33),
            lambda: QTest.keyClick(dialog.format.lossless, Qt.Key.Key_Space),
            lambda: QTest.keyClick(dialog.format.opaque, Qt.Key.Key_Space),
            lambda: QTest.keyClick(dialog.include.recipe, Qt.Key.Key_Space),
            lambda: QTest.keyClick(dialog.include.marker, Qt.Key.Key_Space),
            lambda: QTest.keyClick(dialog.include.sidecar, Qt.Key.Key_Space),
            lambda: QTest.keyClick(dialog.include.sheet, Qt.Key.Key_Space),
            lambda: QTest.keyClick(dialog.include.nothing, Qt.Key.Key_Space),
            lambda: QTest.keyClicks(dialog.include.title, "Fox"),
            lambda: QTest.keyClicks(dialog.include.credit, "Ada"),
            lambda: QTest.keyClicks(dialog.name.edit, "x"),
            lambda: QTest.mouseClick(dialog.sizes.remove, LEFT),
            lambda: dialog.format.picker.picked.emit("jpeg"),
            lambda: choose(dialog.format.profile, Profile.KEEP.value),
            lambda: choose(dialog.format.colours, "16"),
        )
        for change in changes:
            await by_hand(change)
            assert combo.currentText() == f"{WEB} · changed", export.state.preset
            dialog.preset.combo.picked.emit(WEB)
            assert combo.currentText() == WEB
            assert not export.state.draft.is_changed

    run(qapp, theme, person, thumbnails, WEB, act)


def test_a_format_shows_only_what_it_can_do(
    qapp: QApplication, theme: Theme, person: Hand, thumbnails: Thumbnails
) -> None:
    async def act(dialog: ExportDialog, export: ExportViewModel) -> None:
        form = dialog.format
        parts = {
            "quality": form.quality,
            "lossless": form.lossless,
            "colours": form.colours,
            "optimised": form.optimised,
            "profile": form.profile,
            "opaque": form.opaque,
        }

        def shown() -> set[str]:
            return {name for name, part in parts.items() if part.isVisible()}

        assert shown() == {"colours", "optimised", "profile", "opaque"}
        form.picker.picked.emit("webp")
        assert shown() == {"quality", "lossless", "profile", "opaque"}
        await click(form.lossless)
        assert shown() == {"lossless", "profile", "opaque"}
        form.picker.picked.emit("jpeg")
        assert shown() == {"quality", "profile"}
        form.picker.picked.emit("original")
        assert shown() == set()
        assert not dialog.include.recipe.isEnabled()
        await by_hand(lambda: form.picker.picked.emit("more"))
        await by_hand(lambda: take(menu_of(dialog), "TIFF"))
        assert export.state.preset.encoding.format is Format.TIFF
        assert form.picker.cells[-1].accessibleName() == "TIFF" or form.picker.value == "more"
        await click(form.also)
        await by_hand(lambda: take(menu_of(dialog), "AVIF"))
        assert export.state.preset.also == (Format.AVIF,)
        assert form.also.text() == "also AVIF"
        choose(form.profile, Profile.KEEP.value)
        assert export.state.preset.encoding.profile is Profile.KEEP

    run(qapp, theme, person, thumbnails, "PNG as it is", act)


def test_an_asset_catalog_offers_no_format_that_it_cant_hold(
    qapp: QApplication, theme: Theme, person: Hand, thumbnails: Thumbnails
) -> None:
    async def act(dialog: ExportDialog, export: ExportViewModel) -> None:
        usable = {cell.id for cell in dialog.format.picker.cells if cell.isEnabled()}
        assert usable == {"original", "png", "jpeg", "more"}
        assert not dialog.format.also.isVisible()

    run(qapp, theme, person, thumbnails, IOS, act)


def test_sizes_are_changed_in_place_by_keyboard_and_mouse(
    qapp: QApplication, theme: Theme, person: Hand, thumbnails: Thumbnails
) -> None:
    async def act(dialog: ExportDialog, export: ExportViewModel) -> None:
        sizes = dialog.sizes
        lines = sizes.list.cells
        assert [line.accessibleName() for line in lines] == [
            "1200x630, 1200 × 630, fill, larger than the picture",
            "1080x1080, 1080 × 1080, fill, larger than the picture",
            "1080x1920, 1080 × 1920, fill, larger than the picture",
        ]
        assert not dialog.export.isEnabled(), "there is nothing to write"
        sizes.upscale.picked.emit("enlarge")
        await known(export)
        assert dialog.export.text() == "Export 6 files"
        await press(lines[0], Qt.Key.Key_Down)
        assert export.state.row == 1
        await press(lines[1], Qt.Key.Key_F2)
        popover = sizes.popover
        assert popover.isVisible()
        width = popover.fields["width"]
        await by_hand(width.selectAll)
        await by_hand(lambda: QTest.keyClicks(width, "300"))
        assert export.state.preset.sizes[1] == SizeRule(SizeKind.FILL, 300, 1080, suffix="-1080x1080")
        await by_hand(lambda: QTest.keyClicks(width, "x"))
        assert export.state.preset.sizes[1].width == 300, "what makes no sense isn't taken"
        await press(popover.point, Qt.Key.Key_Left)
        assert export.state.preset.sizes[1].focus == Focus(0.45, 0.5)
        popover.kind.picked.emit("fit")
        assert export.state.preset.sizes[1].kind is SizeKind.FIT
        assert not popover.point.isVisible()
        await press(width, Qt.Key.Key_Escape)
        assert not popover.isVisible()
        assert dialog.isVisible(), "one step back, not two"
        await press(sizes.list.cells[1], Qt.Key.Key_Delete)
        assert len(sizes.list.cells) == 2
        await click(sizes.add)
        assert len(sizes.list.cells) == 3
        assert popover.isVisible()

    run(qapp, theme, person, thumbnails, CARDS, act)


def test_names_are_completed_inserted_and_all_seen(
    qapp: QApplication, theme: Theme, person: Hand, thumbnails: Thumbnails
) -> None:
    async def act(dialog: ExportDialog, export: ExportViewModel) -> None:
        edit = dialog.name.edit
        await by_hand(edit.selectAll)
        await by_hand(lambda: QTest.keyClicks(edit, "{sl"))
        assert edit.list.isVisible()
        assert not dialog.export.isEnabled()
        await press(edit, Qt.Key.Key_Tab)
        assert edit.text == "{slug}"
        await by_hand(lambda: QTest.keyClicks(edit, "-"))
        await click(dialog.name.insert)
        await by_hand(lambda: take(menu_of(dialog), "{n}"))
        assert export.state.preset.template == "{slug}-{n}"
        await by_hand(lambda: QTest.keyClicks(edit, "{"))
        await press(edit, Qt.Key.Key_Escape)
        assert not edit.list.isVisible()
        assert dialog.isVisible(), "Escape has closed the list only"
        await press(edit, Qt.Key.Key_Backspace)
        await known(export)
        await click(dialog.preview.more)
        names = [dialog.preview.list.model().index(row, 0).data() for row in range(2)]
        assert export.state.foreseen is not None
        assert names == list(export.state.foreseen.names)

    run(qapp, theme, person, thumbnails, "PNG as it is", act)


def test_names_that_are_taken_ask_in_place(
    qapp: QApplication, theme: Theme, person: Hand, thumbnails: Thumbnails
) -> None:
    (person.out / "spring-v2.png").write_bytes(b"old")

    async def act(dialog: ExportDialog, export: ExportViewModel) -> None:
        assert dialog.taken.isVisible()
        assert "spring-v2 (2).png" in dialog.preview.words
        dialog.taken.picked.emit("replace")
        await known(export)
        assert dialog.preview.words == "2 files · spring-v1.png, spring-v2.png"

    run(qapp, theme, person, thumbnails, "PNG as it is", act)


def test_a_folder_is_typed_chosen_and_made(
    qapp: QApplication, theme: Theme, person: Hand, thumbnails: Thumbnails
) -> None:
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    new = person.out.parent / "autumn"

    async def act(dialog: ExportDialog, export: ExportViewModel) -> None:
        field = dialog.folder.field
        await by_hand(field.selectAll)
        await by_hand(lambda: QTest.keyClicks(field, str(new)))
        await known(export)
        assert dialog.folder.make.isVisible()
        assert not dialog.export.isEnabled()
        await click(dialog.folder.make)
        await until(new.is_dir)
        await until(dialog.export.isEnabled)
        await click(dialog.folder.choose)
        (chooser,) = dialog.findChildren(QFileDialog)
        chooser.fileSelected.emit(str(person.out))
        assert export.state.draft.folder == person.out
        chooser.close()

    run(qapp, theme, person, thumbnails, "PNG as it is", act)


def test_a_preset_is_saved_renamed_and_removed_from_here(
    qapp: QApplication, theme: Theme, person: Hand, thumbnails: Thumbnails
) -> None:
    async def act(dialog: ExportDialog, export: ExportViewModel) -> None:
        preset = dialog.preset
        await click(preset.save_as)
        assert preset.naming.isVisible()
        await by_hand(lambda: QTest.keyClicks(preset.naming.field, "For Ada"))
        await press(preset.naming.field, Qt.Key.Key_Return)
        await until(lambda: export.state.is_own)
        assert dialog.isVisible(), "Enter named the preset, and exported nothing"
        assert preset.combo.combo.currentText() == "For Ada"
        await click(preset.more)
        await by_hand(lambda: take(menu_of(dialog), "Rename"))
        await by_hand(preset.naming.field.selectAll)
        await by_hand(lambda: QTest.keyClicks(preset.naming.field, "For Grace"))
        await click(preset.naming.save)
        await until(lambda: preset.combo.combo.currentText() == "For Grace")
        await click(preset.more)
        await by_hand(lambda: take(menu_of(dialog), "Remove"))
        await until(preset.undo.isVisible)
        await click(preset.undo)
        await until(lambda: preset.combo.combo.currentText() == "For Grace")

    run(qapp, theme, person, thumbnails, "Client JPEG", act)
    assert person.names() == []

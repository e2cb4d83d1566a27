"""The export dialog: what is chosen, what would come of it, and that it is written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from studio.domain.export import Format, Layout
from studio.domain.export_names import Placeholder
from studio.domain.export_sizes import SizeKind, SizeRule
from studio.settings import Settings, load_settings
from studio.settings.presets import own_presets
from studio.viewmodels.export_placeholders import placeholder_offers
from studio.viewmodels.export_preview import FolderState
from studio.viewmodels.export_words import (
    button_words,
    credentials_words,
    folder_words,
    larger_words,
    layout_words,
    name_words,
    preset_label,
    preview_words,
    taken_words,
    title_words,
    weight_words,
)
from studio.viewmodels.notices import Kind
from tests.support.exporting import Hand, hand, known
from tests.support.window import run_in_window, surroundings, until

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

IOS = "iOS asset · @1x @2x @3x"
WEB = "Web srcset · WebP"


@pytest.fixture
def person(qapp: QApplication, tmp_path: Path) -> Hand:
    return hand(surroundings(tmp_path), tmp_path / "Designs" / "spring")


def test_three_pictures_in_three_sizes_are_foreseen_and_written(qapp: QApplication, person: Hand) -> None:
    async def story() -> None:
        async with person.around.engine():
            export = person.open(await person.bring(3), preset=IOS)
            assert title_words(export.state.count) == "Export 3 images"
            assert button_words(export.state) == "Export"
            await known(export)
            state = export.state
            assert button_words(state) == "Export 9 files"
            assert preview_words(state) == "9 files · spring-v1.png, spring-v1@2x.png, spring-v1@3x.png, …"
            assert layout_words(state) == "Asset catalog: 3 folders with Contents.json"
            assert not (larger_words(state))
            assert not (taken_words(state))
            assert not (name_words(state))
            assert not (folder_words(state))
            export.export()
            await until(person.said)
            assert person.said() == ["9 files exported."]
            assert person.around.said[0].kind is Kind.OK
            (show,) = person.around.said[0].actions
            assert show.label == "Show in file manager"
            show.act()
            assert person.shown == [person.out / "spring-v1.imageset" / "spring-v1.png"]
            foreseen = state.foreseen
            assert foreseen is not None
            assert sorted(foreseen.names) == [name for name in person.names() if name.endswith(".png")]

    run_in_window(qapp, story())


def test_export_pressed_before_anything_is_known_waits_until_it_is(qapp: QApplication, person: Hand) -> None:
    async def story() -> None:
        async with person.around.engine():
            export = person.open(await person.bring(1), preset="PNG as it is")
            export.export()
            assert not person.exporting.state.running
            await until(lambda: person.names() == ["spring-v1.png"])

    run_in_window(qapp, story())


def test_the_preset_the_folder_and_what_was_changed_are_there_the_next_time(
    qapp: QApplication, person: Hand
) -> None:
    async def story() -> None:
        async with person.around.engine():
            versions = await person.bring(1)
            export = person.open(versions, preset="Client JPEG")
            export.encode(quality=40)
            export.upscale(allowed=True)
            assert preset_label(export.state.draft.base, changed=export.state.draft.is_changed) == (
                "Client JPEG · changed"
            )
            await known(export)
            export.export()
            await until(person.said)
            await until(lambda: load_settings(person.around.folders).export_preset == "Client JPEG")
            assert load_settings(person.around.folders).export_folder == person.out
            again = person.open(versions)
            assert again.state.preset.encoding.quality == 40
            assert again.state.draft.is_changed
            assert not again.state.draft.may_upscale, "a consent holds once"
            again.turn_size(0, SizeKind.CROP)
            assert again.state.draft.for_others().preset.encoding.quality == 90, "nor does a crop"

    run_in_window(qapp, story())


def test_what_is_there_already_is_numbered_unless_it_is_to_be_replaced(
    qapp: QApplication, person: Hand
) -> None:
    async def story() -> None:
        async with person.around.engine():
            export = person.open(await person.bring(2), preset="PNG as it is")
            (person.out / "spring-v1.png").write_bytes(b"old")
            await known(export)
            assert taken_words(export.state) == "1 file is there already."
            assert preview_words(export.state) == "2 files · spring-v1 (2).png, spring-v2.png"
            export.overwrite(allowed=True)
            await known(export)
            assert preview_words(export.state) == "2 files · spring-v1.png, spring-v2.png"
            export.export()
            await until(person.said)
            assert person.names() == ["spring-v1.png", "spring-v2.png"]
            assert (person.out / "spring-v1.png").read_bytes() != b"old"

    run_in_window(qapp, story())


def test_sizes_larger_than_the_picture_are_left_out_or_made_when_that_is_allowed(
    qapp: QApplication, person: Hand
) -> None:
    async def story() -> None:
        async with person.around.engine():
            export = person.open(await person.bring(2), preset=WEB)
            await known(export)
            assert larger_words(export.state) == "6 files would be larger than their pictures."
            assert button_words(export.state) == "Export 2 files"
            export.upscale(allowed=True)
            await known(export)
            assert button_words(export.state) == "Export 8 files"
            assert larger_words(export.state), "it is still said"
            export.export()
            await until(person.said)
            with Image.open(person.out / "spring-v1-1920w.webp") as picture:
                assert picture.size == (1920, 1280)

    run_in_window(qapp, story())


def test_the_weight_of_the_chosen_size_follows_what_is_changed(qapp: QApplication, person: Hand) -> None:
    async def story() -> None:
        async with person.around.engine():
            export = person.open(await person.bring(2), preset="Client JPEG")
            await until(lambda: export.state.first)
            assert weight_words(export.state) == "weighing…"
            await known(export)
            fine = export.state.weight
            assert isinstance(fine, int)
            assert weight_words(export.state) == f"about {round(fine / 1000)} KB each"
            export.encode(quality=5)
            assert export.state.weight is None
            await known(export)
            coarse = export.state.weight
            assert isinstance(coarse, int)
            assert coarse < fine
            export.choose_format(Format.ORIGINAL)
            await known(export)
            assert export.state.first is not None
            assert export.state.weight == export.state.first.size
            assert "about" not in weight_words(export.state)

    run_in_window(qapp, story())


def test_what_cant_be_made_says_why_in_place_of_its_weight(qapp: QApplication, person: Hand) -> None:
    async def story() -> None:
        async with person.around.engine():
            versions = await person.bring(1)
            (person.around.folder / versions[0].path).unlink()
            export = person.open(versions, preset="PNG as it is")
            await known(export)
            assert weight_words(export.state).endswith("isn't there or can't be read.")

    run_in_window(qapp, story())


def test_names_are_written_anew_while_they_are_typed_and_wrong_ones_stop_it(
    qapp: QApplication, person: Hand
) -> None:
    async def story() -> None:
        async with person.around.engine():
            export = person.open(await person.bring(2), preset="PNG as it is")
            export.write_name("{n}-{width}x{height}")
            await known(export)
            assert preview_words(export.state) == "2 files · 1-600x400.png, 2-600x400.png"
            export.write_name("{nmae}")
            assert name_words(export.state).startswith("{nmae} isn't known. There are: {project}")
            assert not export.state.may_export
            assert not export.state.can_be_kept, "no preset could be read again with that"
            export.export()
            export.write_name("../{n}")
            assert name_words(export.state) == "The name would lead out of the chosen folder."
        assert person.names() == []

    run_in_window(qapp, story())


def test_a_folder_that_isnt_there_is_said_and_made_only_when_asked(
    qapp: QApplication, person: Hand, tmp_path: Path
) -> None:
    async def story() -> None:
        async with person.around.engine():
            export = person.open(await person.bring(1), preset="PNG as it is")
            export.choose_folder(tmp_path / "new")
            await known(export)
            assert folder_words(export.state) == "This folder isn't there."
            assert not export.state.may_export
            export.make_folder()
            await until((tmp_path / "new").is_dir)
            await known(export)
            assert export.state.folder is FolderState.THERE
            (tmp_path / "file").touch()
            export.choose_folder(tmp_path / "file")
            await known(export)
            assert folder_words(export.state) == "This is a file, not a folder."
            export.choose_folder(tmp_path / "file" / "below")
            await known(export)
            export.make_folder()
            await until(lambda: export.state.unmade)
            assert folder_words(export.state) == "This folder can't be made (Not a directory)."
            export.choose_folder(person.out)
            await known(export)
            assert folder_words(export.state) == ""

    run_in_window(qapp, story())


def test_a_folder_that_vanishes_before_it_is_written_in_is_said(qapp: QApplication, person: Hand) -> None:
    async def story() -> None:
        async with person.around.engine():
            export = person.open(await person.bring(1), preset="PNG as it is")
            await known(export)
            person.out.rmdir()
            export.export()
            await until(person.said)
            assert person.said()[0].startswith(f"The copy can't be saved in {person.out}")
            assert not person.exporting.state.running
        assert not person.out.exists()

    run_in_window(qapp, story())


# Formats and sizes


def test_formats_that_a_layout_cant_hold_and_further_ones(qapp: QApplication, person: Hand) -> None:
    async def story() -> None:
        async with person.around.engine():
            export = person.open(await person.bring(1), preset="PNG as it is")
            export.choose_further(Format.AVIF, wanted=True)
            export.choose_further(Format.WEBP, wanted=True)
            await known(export)
            assert preview_words(export.state) == "3 files · spring-v1.png, spring-v1.webp, spring-v1.avif"
            export.choose_format(Format.WEBP)
            assert export.state.preset.also == (Format.AVIF,), "none is written twice"
            export.choose_further(Format.AVIF, wanted=False)
            assert export.state.preset.also == ()

    run_in_window(qapp, story())


def test_sizes_are_added_turned_chosen_and_removed(qapp: QApplication, person: Hand) -> None:
    async def story() -> None:
        async with person.around.engine():
            export = person.open(await person.bring(1), preset=IOS)
            await known(export)
            export.add_size()
            assert export.state.row == 3
            assert export.state.preset.sizes[3] == SizeRule(scale=4, whole=3, suffix="@4x")
            export.turn_size(3, SizeKind.FILL)
            assert export.state.preset.sizes[3] == SizeRule(SizeKind.FILL, 800, 533, suffix="@4x")
            for _ in range(5):
                export.remove_size(0)
            assert len(export.state.preset.sizes) == 1, "the last one stays"
            assert export.state.row == 0
            export.choose_preset(IOS)
            assert not export.state.draft.is_changed
            export.choose_row(2)
            await known(export)
            assert weight_words(export.state).startswith("@3x about ")

    run_in_window(qapp, story())


# Presets


def test_a_preset_is_kept_renamed_removed_and_brought_back(qapp: QApplication, person: Hand) -> None:
    async def story() -> None:
        folders = person.around.folders
        async with person.around.engine():
            export = person.open(await person.bring(1), preset="Client JPEG")
            export.encode(quality=33)
            export.save_preset("client jpeg")
            await until(lambda: export.state.problem)
            assert export.state.problem.startswith("There is a preset Client JPEG already.")
            export.save_preset("For Ada")
            await until(lambda: export.state.said == "Saved.")
            assert not export.state.draft.is_changed
            assert export.state.is_own
            assert [one.encoding.quality for one in own_presets(folders)] == [33]
            export.rename_preset("For Grace")
            await until(lambda: export.state.said == "Renamed.")
            assert export.state.draft.base.name == "For Grace"
            export.remove_preset()
            await until(lambda: export.state.can_undo)
            assert export.state.said == "“For Grace” removed."
            assert own_presets(folders) == ()
            assert export.state.preset.encoding.quality == 33, "what is chosen stays"
            export.undo()
            await until(lambda: export.state.said == "“For Grace” is back.")
            assert [one.name for one in own_presets(folders)] == ["For Grace"]
            export.encode(quality=34)
            assert not export.state.said, "it was said"

    run_in_window(qapp, story())


def test_a_preset_is_shared_and_taken(qapp: QApplication, person: Hand, tmp_path: Path) -> None:
    shared = tmp_path / "for-ada.json"

    async def story() -> None:
        async with person.around.engine():
            export = person.open(await person.bring(1), preset=WEB)
            export.encode(quality=71)
            export.share_preset(shared)
            await until(lambda: export.state.said == "Shared as for-ada.json.")
            export.take_preset(shared)
            await until(lambda: export.state.said.startswith("Taken as “"))
            assert export.state.draft.base.name == f"{WEB} (2)"
            assert export.state.preset.encoding.quality == 71
            shared.write_text("nonsense")
            export.take_preset(shared)
            await until(lambda: export.state.problem)
            assert export.state.problem.startswith("for-ada.json is no export preset.")

    run_in_window(qapp, story())


def test_what_can_be_inserted_is_told_with_what_it_becomes(qapp: QApplication, person: Hand) -> None:
    async def story() -> None:
        async with person.around.engine():
            export = person.open(await person.bring(12), preset=IOS)
            before = {offer.written: offer.meaning for offer in placeholder_offers(export.state)}
            assert before["{project}"] == "project"
            await known(export)
            after = {offer.written: offer.meaning for offer in placeholder_offers(export.state)}
            assert set(after) == {f"{{{one.value}}}" for one in Placeholder}
            assert after["{project}"] == "project · spring"
            assert after["{version}"] == "version · v1"
            assert after["{n}"] == "number in this export · 01"
            assert after["{width}"] == "width in pixels · 600"

    run_in_window(qapp, story())


# A thousand, none, and signed ones


def test_a_thousand_are_named_without_a_look_at_their_pixels(qapp: QApplication, person: Hand) -> None:
    async def story() -> None:
        async with person.around.engine():
            versions = await person.bring(2)
            many = tuple(replace(versions[0], id=f"{n}", number=n) for n in range(1, 1001))
            export = person.open(many[:1], preset=IOS)
            await known(export)
            export._change(replace(export.state, versions=many, count=1000))  # pyright: ignore[reportPrivateUsage]
            export.write_name("{project}-{version}-{n}{scale}")
            await known(export)
            assert title_words(export.state.count) == "Export 1,000 images"
            assert button_words(export.state) == "Export 3,000 files"
            assert export.state.foreseen is not None
            assert export.state.foreseen.names[-1].endswith("spring-v1000-1000@3x.png")

    run_in_window(qapp, story())


def test_pictures_that_are_gone_make_no_file(qapp: QApplication, person: Hand) -> None:
    async def story() -> None:
        async with person.around.engine():
            (version,) = await person.bring(1)
            export = person.open([replace(version, id="gone")], preset=IOS)
            await until(lambda: export.state.versions is not None)
            assert preview_words(export.state) == "These pictures aren't in the library any more."
            assert not export.state.may_export

    run_in_window(qapp, story())


def test_content_credentials_that_stay_behind_are_said_before(qapp: QApplication, person: Hand) -> None:
    async def story() -> None:
        async with person.around.engine():
            versions = await person.bring(2)
            signed = person.around.folder / versions[0].path
            whole = signed.read_bytes()
            chunk = b"\0\0\0\x04caBXc2pa\0\0\0\0"
            signed.write_bytes(whole[:33] + chunk + whole[33:])
            export = person.open(versions, preset="PNG as it is")
            await known(export)
            assert credentials_words(export.state) == (
                "1 original has content credentials (C2PA): they stay with it."
            )
            export.choose_preset("Original")
            await known(export)
            assert credentials_words(export.state) == ""

    run_in_window(qapp, story())


def test_the_dialog_begins_with_the_settings_of_the_last_run(qapp: QApplication, tmp_path: Path) -> None:
    settings = Settings(export_preset="Favicon set", export_folder=tmp_path)
    person = hand(surroundings(tmp_path, settings=settings), tmp_path / "out")
    export = person.open([])
    assert export.state.draft.base.name == "Favicon set"
    assert export.state.preset.layout is Layout.FAVICON

"""Pictures leave: chosen in the gallery, E, Enter; and what a folder can do in between."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from studio.domain.export import Encoding, Format, Preset
from studio.domain.export_layouts import scales
from studio.settings import Folders
from studio.settings.presets import save_preset
from tests.library.scenes import picture
from tests.stories.conftest import Home, saved

if TYPE_CHECKING:
    from tests.support.person import Window

IOS = "iOS asset · @1x @2x @3x"
NOT_THERE = ("Nothing can be written in this folder.", "The copy can't be saved in /proc")
EMPTY = "Your pictures will stand here"
SIZES = {"": (917, 512), "@2x": (1835, 1024), "@3x": (2752, 1536)}


def elsewhere(folder: Path, count: int = 3) -> Path:
    folder.mkdir()
    for number in range(count):
        colour = f"#{40 * number + 40:02x}4020"
        (folder / f"{number}.png").write_bytes(picture(size=(2752, 1536), colour=colour))
    return folder


def begin(window: Window, folder: Path, count: int = 3) -> None:
    """So many pictures in the gallery, all of them chosen."""
    window.drop(folder, on=EMPTY)
    window.until(lambda: saved(window) == count, "the tiles")
    window.click_first()
    window.press("Ctrl+A")
    window.see(f"{count} pictures selected")


def test_three_pictures_leave_with_e_and_enter_in_three_sizes(home: Home, tmp_path: Path) -> None:
    out = tmp_path / "Designs"
    out.mkdir()
    home.set(gateway="demo", export_preset=IOS, export_folder=out)
    with home.window() as window:
        begin(window, elsewhere(tmp_path / "elsewhere"))
        window.press("E")
        window.until(lambda: window.see("Export 9 files", "Button").focused, "the keyboard on Export")
        window.hear("9 files · Sketches-v3.png, Sketches-v3@2x.png, Sketches-v3@3x.png, …")
        window.press("Return")
        window.hear("9 files exported.")
        window.see("Show in file manager", "Button")
        # Once more: nothing is overwritten.
        window.click_first()
        window.press("E")
        window.hear("1 folder is there already.")
        window.see("Export 3 files", "Button")
        window.press("Return")
        window.hear("3 files exported.")
        # From the viewer it is the picture that is looked at.
        window.click_first()
        window.press("Space")
        window.see("Back to the gallery")
        window.press("E")
        window.see("Export 1 image", "Dialog")
        window.press("Escape")
        window.leave()
    for number in (1, 2, 3):
        catalog = out / f"Sketches-v{number}.imageset"
        for suffix, size in SIZES.items():
            with Image.open(catalog / f"Sketches-v{number}{suffix}.png") as made:
                assert made.size == size
        names = [
            image["filename"] for image in json.loads((catalog / "Contents.json").read_bytes())["images"]
        ]
        assert names == [f"Sketches-v{number}{suffix}.png" for suffix in SIZES]
    again = [path.name for path in out.iterdir() if "(2)" in path.name]
    assert again == ["Sketches-v3 (2).imageset"]
    assert not list(out.rglob("*.part"))


def test_a_folder_that_vanishes_is_said_before_and_after_export_is_pressed(
    home: Home, tmp_path: Path
) -> None:
    out = tmp_path / "stick"
    out.mkdir()
    home.set(gateway="demo", export_preset="PNG as it is", export_folder=out)
    with home.window() as window:
        begin(window, elsewhere(tmp_path / "elsewhere"))
        window.press("E")
        window.see("Export 3 files", "Button")
        out.rmdir()
        window.press("Return")
        window.hear(f"The copy can't be saved in {out}")
        assert not out.exists()
        window.click_first()
        window.press("E")
        window.hear("This folder isn't there.")
        window.click("Make the folder")
        window.until(lambda: window.see("Export 1 file", "Button").enabled, "a folder to export to")
        window.click("Export 1 file", "Button")
        window.hear("1 file exported.")
        window.leave()
    assert [path.name for path in out.iterdir()] == ["Sketches-v3.png"]


def test_a_folder_that_nothing_can_be_written_in_is_named_and_another_takes_it(
    home: Home, tmp_path: Path
) -> None:
    """/proc takes no files from anybody, whatever rights they have."""
    out = tmp_path / "Designs"
    out.mkdir()
    home.set(gateway="demo", export_preset="PNG as it is", export_folder=Path("/proc"))
    with home.window() as window:
        begin(window, elsewhere(tmp_path / "elsewhere", 2), 2)
        window.press("E")
        window.see("Export 2 images", "Dialog")
        window.press("Return")
        window.until(lambda: any(words in words_of(window) for words in NOT_THERE), "why not")
        if window.look().find("Export 2 images", "Dialog") is None:
            # Who may write everywhere learns it from the disk.
            window.click_first()
            window.press("Ctrl+A")
            window.press("E")
        window.fill("Folder", str(out))
        window.until(lambda: window.see("Export 2 files", "Button").enabled, "a folder to export to")
        window.click("Export 2 files", "Button")
        window.hear("2 files exported.")
        window.leave()
    assert sorted(path.name for path in out.iterdir()) == ["Sketches-v1.png", "Sketches-v2.png"]


def words_of(window: Window) -> str:
    return "\n".join(f"{seen.name} {seen.value} {seen.description}" for seen in window.look().all())


def test_leaving_in_the_middle_asks_and_leaves_only_whole_files(home: Home, tmp_path: Path) -> None:
    out = tmp_path / "Designs"
    out.mkdir()
    home.set(gateway="demo", export_preset="Slow", export_folder=out)
    folders = Folders(config=home.proofroom.config, state=home.proofroom.home, pictures=home.proofroom.home)
    save_preset(folders, Preset("Slow", Encoding(Format.AVIF, quality=95), scales(1, 2, 3)))
    with home.window() as window:
        begin(window, elsewhere(tmp_path / "elsewhere"))
        window.press("E")
        window.see("Export 9 files", "Button")
        window.press("Return")
        window.hear("of 9 files exported")
        window.click("Close", "Button")
        window.press_close()
        window.see("An export is under way", "Dialog")
        window.hear("Files are being exported: leaving stops that. What is there is whole.")
        window.click("Leave now", "Button")
        assert window.wait_for_end() == 0
    made = list(out.iterdir())
    assert 0 < len(made) < 9
    for path in made:
        with Image.open(path) as whole:
            whole.load()

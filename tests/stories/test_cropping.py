"""A crop in the whole program: chosen in the viewer with the keyboard, exported, the picture untouched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image

from tests.library.scenes import picture

if TYPE_CHECKING:
    from pathlib import Path

    from tests.stories.conftest import Home
    from tests.support.person import Window

EMPTY = "Your pictures will stand here"
SIZE = (2752, 1536)


def look_at_one(window: Window, folder: Path) -> None:
    """A picture of 2752 × 1536, in the viewer."""
    folder.mkdir()
    (folder / "one.png").write_bytes(picture(size=SIZE, colour="#a04020"))
    window.drop(folder, on=EMPTY)
    window.until(lambda: len(window.gallery()) == 1, "the tile")
    window.click_first()
    window.press("Space")
    window.see("Crop", "CheckBox")


def made_in(folder: Path) -> list[tuple[str, tuple[int, int]]]:
    """The names and sizes of the pictures in a folder."""
    found: list[tuple[str, tuple[int, int]]] = []
    for path in sorted(folder.iterdir()):
        with Image.open(path) as image:
            found.append((path.name, image.size))
    return found


def test_a_widescreen_crop_leaves_with_exactly_its_pixels(home: Home, tmp_path: Path) -> None:
    out = tmp_path / "Designs"
    out.mkdir()
    home.set(gateway="demo", export_preset="PNG as it is", export_folder=out)
    with home.window() as window:
        look_at_one(window, tmp_path / "elsewhere")
        window.press("Shift+C")
        window.see("Crop: all of the picture, 2752 × 1536 px")
        window.press("4")
        window.see("Crop: 2731 × 1536 px, at 11, 0")
        window.press("Left")
        window.press("Shift+Right")
        window.see("Crop: 2731 × 1536 px, at 20, 0")
        window.press("Return")
        window.until(lambda: window.see("Export 1 file", "Button").focused, "the keyboard on Export")
        window.press("Return")
        window.hear("1 file exported.")
        # It is kept as long as the program runs.
        window.click("Crop", "CheckBox")
        window.until(lambda: window.look().find("Export crop…") is None, "the picture again")
        window.press("Shift+C")
        window.see("Crop: 2731 × 1536 px, at 20, 0")
        window.press("Escape")
        window.until(lambda: window.look().find("Export crop…") is None, "the picture once more")
        # The next export is none of the crop.
        window.press("E")
        window.until(lambda: window.see("Export 1 file", "Button").focused, "the keyboard on Export again")
        window.press("Return")
        window.until(lambda: len(list(out.iterdir())) == 2, "all of the picture")
        window.leave()
    assert made_in(out) == [("Sketches-v1-crop.png", (2731, 1536)), ("Sketches-v1.png", SIZE)]
    (kept,) = home.pictures()
    with Image.open(kept) as image:
        assert image.size == SIZE


def test_a_picture_on_a_phone_is_cropped_to_its_screen_in_one_step(home: Home, tmp_path: Path) -> None:
    out = tmp_path / "Designs"
    out.mkdir()
    home.set(gateway="demo", export_preset="PNG as it is", export_folder=out)
    with home.window() as window:
        look_at_one(window, tmp_path / "elsewhere")
        window.press("Shift+D")
        window.see("Picture on the screen of iPhone 16, filling the screen")
        window.press("R")
        window.click("Crop to 2556 × 1179")
        window.see("Crop: 2752 × 1269 px → 2556 × 1179 px, at 0, 134")
        window.press("E")
        window.until(lambda: window.see("Export 1 file", "Button").focused, "the keyboard on Export")
        window.press("Return")
        window.hear("1 file exported.")
        window.leave()
    assert made_in(out) == [("Sketches-v1-crop.png", (2556, 1179))]


def test_the_palette_of_a_picture_is_found_from_its_details(home: Home, tmp_path: Path) -> None:
    home.set(gateway="demo")
    with home.window() as window:
        look_at_one(window, tmp_path / "elsewhere")
        window.click("Open palette", "Button")
        window.see("How many colours", "Slider")
        window.hear("% of the picture")
        window.press("Escape")
        window.leave()

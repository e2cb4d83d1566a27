"""Pictures made elsewhere join the library, are taken back, lose their file and get it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.library.scenes import picture
from tests.library.test_embedded import PARAMETERS, png
from tests.stories.conftest import Home, saved

if TYPE_CHECKING:
    from pathlib import Path


EMPTY = "Your pictures will stand here"


def elsewhere(folder: Path) -> Path:
    (folder / "deeper").mkdir(parents=True)
    (folder / "harbour.png").write_bytes(png(parameters=PARAMETERS))
    (folder / "deeper" / "owl.webp").write_bytes(picture("WEBP", (640, 480)))
    (folder / "logo.gif").write_bytes(picture("GIF", (64, 64)))
    return folder


def test_a_folder_is_dropped_on_the_gallery(home: Home, tmp_path: Path) -> None:
    folder = elsewhere(tmp_path / "elsewhere")
    with home.window() as window:
        window.click("Use the demo gateway instead")
        window.drop(folder, on=EMPTY)
        window.hear("2 pictures imported.")
        window.hear("logo.gif is a GIF picture")
        window.until(lambda: saved(window) == 2, "two tiles")
        window.see("Today ¥0.00")
        window.click(next(name for name in window.gallery() if "lighthouse" in name), within="Gallery")
        window.hear("Imported, made elsewhere", within="Details")
        window.hear("harbour.png", within="Details")
        window.press("Ctrl+Z")
        window.see(EMPTY)
        window.drop(folder / "harbour.png", on=EMPTY)
        window.hear("1 was brought back from the trash.")
        window.until(lambda: saved(window) == 1, "one tile")
        window.leave()
    assert home.ledger() == []
    assert len(home.pictures()) == 2


def test_a_file_that_went_is_said_and_found_in_another_folder_of_the_library(
    home: Home, tmp_path: Path
) -> None:
    file = elsewhere(tmp_path / "elsewhere") / "harbour.png"
    with home.window() as window:
        window.click("Use the demo gateway instead")
        window.drop(file, on=EMPTY)
        window.until(lambda: saved(window) == 1, "one tile")
        (kept,) = home.pictures()
        (home.library / "Best" / "of").mkdir(parents=True)
        moved = kept.rename(home.library / "Best" / "of" / "harbour.png")
        window.click_first()
        window.press("Ctrl+C")
        window.hear("The file of this picture isn't where it was saved.")
        window.hear("File missing", within="Details")
        window.click("Locate…", "Button")
        window.hear("Found it in of.")
        window.click_first()
        window.press("Ctrl+C")
        window.hear("Picture copied.")
        window.leave()
    assert moved.is_file()

"""References on their way in: files, pasted bytes, pasted images, and what is none."""

from pathlib import Path

from PIL import Image
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from tests.support.window import run_in_window, surroundings, until


def picture(path: Path) -> Path:
    Image.new("RGB", (64, 48), "teal").save(path)
    return path


def test_references_come_from_files_bytes_and_images(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    composer = around.composer()
    file = picture(tmp_path / "wireframe.png")
    other = tmp_path / "other.png"
    Image.new("RGB", (30, 30), "olive").save(other)
    pasted = QImage(20, 10, QImage.Format.Format_RGB32)
    pasted.fill(QColor("red"))
    composer.add_pictures((file,))
    assert composer.state.adding == ("wireframe.png",)

    async def story() -> None:
        async with around.engine():
            composer.add_pictures((other.read_bytes(), pasted))
            await until(lambda: len(composer.state.references) == 3 and not composer.state.adding)
            first, second, third = composer.state.references
            assert (first.name, first.width, first.height) == ("wireframe.png", 64, 48)
            assert (second.name, third.name) == ("Pasted picture", "Pasted picture")
            assert (third.width, third.mime) == (20, "image/png")
            composer.remove_reference(second.sha256)
            assert composer.state.references == (first, third)

    run_in_window(qapp, story())


def test_a_bad_reference_gets_its_word_and_the_others_stay(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    composer = around.composer()
    notes = tmp_path / "notes.png"
    notes.write_text("no picture")
    good = picture(tmp_path / "good.png")

    async def story() -> None:
        async with around.engine():
            composer.add_pictures((notes, good, tmp_path / "gone.png"))
            await until(lambda: not composer.state.adding)
            assert [kept.name for kept in composer.state.references] == ["good.png"]
            assert "gone.png" in composer.state.trouble
            composer.add_pictures((good,))
            await until(lambda: not composer.state.adding)
            assert composer.state.trouble == "good.png is a reference already."
            composer.dismiss_trouble()
            assert not composer.state.trouble

    run_in_window(qapp, story())


def test_more_than_fourteen_references_are_left_out(qapp: QApplication, tmp_path: Path) -> None:
    composer = surroundings(tmp_path).composer()
    composer.add_pictures(tuple(tmp_path / f"{number}.png" for number in range(16)))
    assert len(composer.state.adding) == 14
    assert composer.state.trouble == "At most 14 references can be sent; 2 were left out."
